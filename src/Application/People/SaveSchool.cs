using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>
/// Adds a school to an office, or replaces what is known of the one with this code. A school moves to another office by
/// somebody with the role at both; what happened in it stays with the former one.
/// </summary>
/// <param name="DirectorId">A person whose record the office keeps.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound))]
public sealed record SaveSchool(
    string OfficeCode,
    string Code,
    string Name,
    string? District,
    GivenId? NetworkId,
    GivenId? DirectorId
) : IdempotentCommand, IOfficeCommand;

public sealed class SaveSchoolValidator : AbstractValidator<SaveSchool>
{
    public SaveSchoolValidator()
    {
        RuleFor(command => command.Code)
            .Must(code => School.CodeOf(code) is not null)
            .Refuse("must have 6 to 10 digits.", "ต้องเป็นตัวเลข 6 ถึง 10 หลัก");
        RuleFor(command => command.Name).Name();
        RuleFor(command => command.District).OptionalText();
    }
}

/// <param name="School">Null if there is none with the code.</param>
public sealed record OpenedSchool(Office Office, School? School);

public sealed class SaveSchoolHandler(IRegistryStore store, CommandSession session)
    : CommandHandler<SaveSchool, OpenedEntry<OpenedSchool>, Written>(session)
{
    protected override async Task<Result<OpenedEntry<OpenedSchool>>> OpenAsync(
        SaveSchool command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (await store.OpenOfficeAsync(command.OfficeCode, cancellationToken) is not { } office)
            return new NotFound(nameof(Office), command.OfficeCode);
        var school = await store.OpenSchoolAsync(School.CodeOf(command.Code)!, cancellationToken);
        return new OpenedEntry<OpenedSchool>(
            new OpenedSchool(office, school),
            school is null ? [office.Code] : [office.Code, school.Office.Code]
        );
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        SaveSchool command,
        OpenedEntry<OpenedSchool> opened,
        CancellationToken cancellationToken
    )
    {
        var (office, school) = (opened.Subject.Office, opened.Subject.School);
        if (command.NetworkId is { } networkId)
        {
            var network = await store.OpenNetworkAsync(networkId.Id, cancellationToken);
            if (network?.OfficeId != office.Id)
                return new NotFound(nameof(SchoolNetwork), networkId.Text);
        }

        if (
            command.DirectorId is { } directorId
            && !await store.KeepsAsync(office.Id, directorId.Id, cancellationToken)
        )
            return new NotFound(nameof(Person), directorId.Text);
        var before = school is null ? null : Figures(school);
        if (school is null)
            store.Add(school = new School(School.CodeOf(command.Code)!));
        school.Describe(
            office.Id,
            RegistryRules.Plain(command.Name)!,
            RegistryRules.Plain(command.District),
            command.NetworkId?.Id,
            command.DirectorId?.Id
        );
        return new Change<Written>(new Written(school.Id), school) { Before = before, After = Figures(school) };
    }

    private static object Figures(School school) =>
        new
        {
            school.OfficeId,
            school.Code,
            school.Name,
            school.District,
            school.NetworkId,
            school.DirectorId,
        };
}
