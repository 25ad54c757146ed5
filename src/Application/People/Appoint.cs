using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.People;

/// <summary>
/// Appoints a person at a school, at a unit of an office, or, without both, at the office that keeps the record. A main
/// appointment at another office moves the record there, for which the role is needed at both.
/// </summary>
[AllowedTo(Role.DevelopmentOfficer, Role.Administrator)]
[EndsIn(typeof(NotFound), typeof(OverlappingAppointment), typeof(CircularSupervision))]
public sealed record Appoint(
    GivenId PersonId,
    GivenId? SchoolId,
    GivenId? OrgUnitId,
    string Category,
    string Position,
    AcademicStanding? AcademicStanding,
    GivenId? SupervisorId,
    DateOnly From,
    DateOnly? To,
    bool IsMain
) : IdempotentCommand;

public sealed class AppointValidator : AbstractValidator<Appoint>
{
    public AppointValidator()
    {
        RuleFor(command => command.Position).Name();
        RuleFor(command => command.OrgUnitId)
            .Must((command, unit) => unit is null || command.SchoolId is null)
            .Refuse("must not be given together with schoolId.", "ต้องไม่ระบุพร้อมกับ schoolId");
    }
}

public sealed class AppointHandler(IRegistryStore store, CommandSession session)
    : PersonHandler<Appoint>(store, session)
{
    private static readonly LocalText IsThere = new(
        "is already in the registry of the office, by citizen id or passport.",
        "มีอยู่ในทะเบียนของสำนักงานนี้แล้ว ตามเลขประจำตัวประชาชนหรือหนังสือเดินทาง"
    );

    private static readonly LocalText HasTakenNumber = new(
        "has the staff number of another person of the office; updatePerson changes it.",
        "มีเลขประจำตัวตรงกับบุคลากรอีกคนในสำนักงานนี้ ให้เปลี่ยนด้วย updatePerson"
    );

    private Place place = null!;

    protected override (string Type, GivenId Id) SubjectOf(Appoint command) => (nameof(Person), command.PersonId);

    protected override async Task<Result<OpenedEntry<Person>>> OpenAsync(
        Appoint command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        var opened = await base.OpenAsync(command, key, cancellationToken);
        if (!opened.Succeeded)
            return opened;
        var person = opened.Value.Subject;
        if (command.SchoolId is { } schoolId)
        {
            if (await Store.OpenSchoolAsync(schoolId.Id, cancellationToken) is not { } school)
                return new NotFound(nameof(School), schoolId.Text);
            place = new Place(school.OfficeId, SchoolId: school.Id);
            return new OpenedEntry<Person>(person, person.Office.Code, school.Office.Code);
        }

        place = new Place(person.OfficeId);
        if (command.OrgUnitId is not { } unitId)
            return opened;
        if (await Store.OpenUnitAsync(unitId.Id, cancellationToken) is not var (unit, officeCode))
            return new NotFound(nameof(OrgUnit), unitId.Text);
        place = new Place(unit.OfficeId, OrgUnitId: unit.Id);
        return new OpenedEntry<Person>(person, person.Office.Code, officeCode);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        Appoint command,
        OpenedEntry<Person> opened,
        CancellationToken cancellationToken
    )
    {
        var person = opened.Subject;
        if (await Store.CategoryAsync(command.Category, cancellationToken) is not { } category)
            return CatalogueEntry.Unknown("category", await Store.CategoriesAsync(cancellationToken));
        if (
            command.SupervisorId is { } supervisor
            && !await Store.KeepsAsync(place.OfficeId, supervisor.Id, cancellationToken)
        )
            return new NotFound(nameof(Person), supervisor.Text);
        if (await Store.IsTakenAsync(place.OfficeId, person.StaffNumber, [person.Id], cancellationToken))
            return new RequestInvalid("personId", HasTakenNumber);
        if (await Store.IsTakenAsync(place.OfficeId, person.IdentityDigest, [person.Id], cancellationToken))
            return new RequestInvalid("personId", IsThere);
        if (
            command.SupervisorId is { } above
            && above.Id != person.Id
            && await Store.IsCircularAsync(
                new Supervision(person.Id, above.Id, command.From, command.To),
                cancellationToken
            )
        )
            return new CircularSupervision();
        var before = RegistryRules.Figures(person);
        var appointed = person.Appoint(
            place,
            new AppointmentTerms(
                category,
                RegistryRules.Plain(command.Position)!,
                command.AcademicStanding,
                command.SupervisorId?.Id,
                command.From,
                command.To,
                command.IsMain
            )
        );
        if (!appointed.Succeeded)
            return Result<Change<Written>>.Refused(appointed.Errors);
        Store.Add(appointed.Value);
        return new Change<Written>(new Written(appointed.Value.Id), [Subject(appointed.Value), Subject(person)])
        {
            Before = before,
            After = RegistryRules.Figures(appointed.Value),
        };
    }

    private static string Subject(Entity entity) =>
        new Common.Querying.NodeId(entity.GetType().Name, entity.Id).ToString();
}
