using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Application.Events;

/// <summary>Saves a course of an office by its code, a new one if there is none; an administrator also one of the ministry.</summary>
/// <param name="OfficeCode">Null for the ministry.</param>
/// <param name="ExpectedVersion">0 for a new one.</param>
/// <param name="Topics">Codes of the catalogue, like <paramref name="Competencies"/>.</param>
[AllowedTo(Role.DevelopmentOfficer, Role.Administrator)]
[EndsIn(typeof(NotFound), typeof(Conflict))]
public sealed record SaveCourse(
    string? OfficeCode,
    string CourseCode,
    int ExpectedVersion,
    string Name,
    decimal Hours,
    string? Provider,
    string? ApprovalNumber,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Competencies
) : IdempotentCommand;

public sealed class SaveCourseValidator : AbstractValidator<SaveCourse>
{
    public const int MostSubjects = 50;

    public SaveCourseValidator()
    {
        RuleFor(command => command.CourseCode).Text(1, 50);
        RuleFor(command => command.Name).Text(1, 500);
        RuleFor(command => command.Provider).Text(0, 500);
        RuleFor(command => command.ApprovalNumber).Text(0, 100);
        RuleFor(command => command.Hours)
            .Must(hours => hours is > 0 and <= 10_000 && decimal.Round(hours, 2) == hours)
            .Refuse(
                "must be more than 0, 10000 at most, with two decimals at most.",
                "ต้องมากกว่า 0 ไม่เกิน 10000 ทศนิยมไม่เกินสองตำแหน่ง"
            );
        RuleFor(command => command.Topics).Must(IsShort).Refuse(TooMany.English, TooMany.Thai);
        RuleFor(command => command.Competencies).Must(IsShort).Refuse(TooMany.English, TooMany.Thai);
    }

    private static LocalText TooMany { get; } =
        new($"must hold {MostSubjects} codes at most, each one once.", $"ต้องไม่เกิน {MostSubjects} รหัส และไม่ซ้ำกัน");

    private static bool IsShort(IReadOnlyList<string> codes) =>
        codes.Count <= MostSubjects && codes.Select(code => code.Trim()).Distinct().Count() == codes.Count;
}

public sealed class SaveCourseHandler(
    IEventStore events,
    IIndividualPlanStore plans,
    IRegistryStore registry,
    CommandSession session
) : CommandHandler<SaveCourse, SaveCourseHandler.Owner, Written>(session)
{
    /// <param name="Office">Null for the ministry.</param>
    public sealed record Owner(Office? Office) : IOpened
    {
        public IEnumerable<string> Offices => [Office?.Code ?? Caller.Ministry];
    }

    protected override async Task<Result<Owner>> OpenAsync(
        SaveCourse command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (command.OfficeCode is not { } code)
            return new Owner(null);
        // An administrator keeps the courses of the ministry only.
        Session.Access.DemandOffice("Mutation.saveCourse", new AccessRule([Role.DevelopmentOfficer]), code);
        return await registry.OpenOfficeAsync(code, cancellationToken) is { } office
            ? new Owner(office)
            : new NotFound(nameof(Office), code);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        SaveCourse command,
        Owner opened,
        CancellationToken cancellationToken
    )
    {
        var code = command.CourseCode.Trim();
        var known = await events.OpenCourseAsync(opened.Office?.Id, code, cancellationToken);
        if (command.ExpectedVersion != (known?.Version ?? 0))
            return new Conflict(known?.Version ?? 0);
        var catalogues = await plans.CataloguesAsync(cancellationToken);
        var reader = new CodeReader();
        var terms = new CourseTerms(
            command.Name.Trim(),
            command.Hours,
            OptionalText.Of(command.Provider),
            OptionalText.Of(command.ApprovalNumber),
            reader.Topics(catalogues.Topics, command.Topics),
            reader.Competencies(catalogues.Competencies, command.Competencies)
        );
        if (reader.Errors.Count > 0)
            return Result<Change<Written>>.Refused(reader.Errors);
        var course = known ?? new Course(opened.Office?.Id, code);
        course.Save(terms);
        if (known is null)
            events.Add(course);
        return new Change<Written>(new Written(course.Id), course)
        {
            After = new
            {
                course.OfficeId,
                course.Code,
                course.Name,
                course.Hours,
                course.Version,
            },
        };
    }
}
