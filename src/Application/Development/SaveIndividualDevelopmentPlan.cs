using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Development;

/// <param name="Competency">A code of the catalogue.</param>
public sealed record AssessmentInput(string Competency, int Level, string? Note);

/// <param name="Topic">A code of the catalogue, like <paramref name="Competency"/> and <paramref name="Method"/>.</param>
public sealed record PlanItemInput(
    string? Topic,
    string? Competency,
    string Method,
    DateOnly From,
    DateOnly To,
    string Goal,
    string? Benefit,
    string? Support,
    GivenId? ProjectId
);

/// <summary>
/// Writes a person's plan for a fiscal year, in place of all that was written before; of an approved plan, as another
/// revision. Only the person does.
/// </summary>
/// <param name="Items">The most important one first.</param>
[AllowedTo(Role.Staff)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict), typeof(InvalidState))]
public sealed record SaveIndividualDevelopmentPlan(
    GivenId PersonId,
    int FiscalYear,
    int ExpectedVersion,
    IReadOnlyList<AssessmentInput> Assessments,
    IReadOnlyList<PlanItemInput> Items
) : IdempotentCommand, IIndividualPlanCommand;

public sealed class SaveIndividualDevelopmentPlanValidator : AbstractValidator<SaveIndividualDevelopmentPlan>
{
    public const int MostItems = 50;

    private const int LongestText = 2000;

    public SaveIndividualDevelopmentPlanValidator()
    {
        RuleFor(command => command.Assessments).Must(IsShort).Refuse(TooMany.English, TooMany.Thai);
        RuleFor(command => command.Items).Must(IsShort).Refuse(TooMany.English, TooMany.Thai);
        RuleForEach(command => command.Assessments)
            .ChildRules(one => one.RuleFor(assessed => assessed.Note).Text(0, LongestText))
            .When(command => IsShort(command.Assessments));
        RuleForEach(command => command.Items)
            .ChildRules(one =>
            {
                one.RuleFor(item => item.Goal).Text(1, LongestText);
                one.RuleFor(item => item.Benefit).Text(0, LongestText);
                one.RuleFor(item => item.Support).Text(0, LongestText);
            })
            .When(command => IsShort(command.Items));
    }

    private static LocalText TooMany { get; } =
        new($"must hold {MostItems} at most.", $"ต้องไม่เกิน {MostItems} รายการ");

    private static bool IsShort<T>(IReadOnlyList<T> list) => list.Count <= MostItems;
}

public sealed class SaveIndividualDevelopmentPlanHandler(
    IIndividualPlanStore store,
    IRegistryStore registry,
    CommandSession session
) : IndividualPlanHandler<SaveIndividualDevelopmentPlan>(store, registry, session)
{
    protected override (string Type, GivenId Id) SubjectOf(SaveIndividualDevelopmentPlan command) =>
        (nameof(Person), command.PersonId);

    protected override Task<OpenedIndividualPlan?> FindAsync(
        SaveIndividualDevelopmentPlan command,
        CancellationToken cancellationToken
    ) => Store.OpenAsync(command.PersonId.Id, command.FiscalYear, cancellationToken);

    protected override NotInCharge? Refusal(OpenedIndividualPlan opened, Guid by) =>
        by == opened.Plan.PersonId ? null : NotInCharge.OfWriting;

    protected override async Task<IReadOnlyList<DomainError>> ChangeAsync(
        SaveIndividualDevelopmentPlan command,
        OpenedByCaller opened,
        CancellationToken cancellationToken
    )
    {
        var (plan, place) = (opened.Opened.Plan, opened.Opened.Place);
        var projects = await Store.ProjectsAsync(
            place.OfficeId,
            plan.FiscalYear,
            [.. command.Items.Where(item => item.ProjectId is not null).Select(item => item.ProjectId!.Value.Id)],
            cancellationToken
        );
        var written = Content(command, await Store.CataloguesAsync(cancellationToken), projects);
        if (!written.Succeeded)
            return written.Errors;
        var isNew = plan.Version == 0;
        var saved = plan.Save(place, written.Value, Session.Time.GetUtcNow());
        if (saved.Succeeded && isNew)
            Store.Add(plan);
        return saved.Errors;
    }

    private static Result<PlanContent> Content(
        SaveIndividualDevelopmentPlan command,
        Catalogues catalogues,
        IReadOnlySet<Guid> projects
    )
    {
        var codes = new CodeReader();
        List<AssessedCompetency> assessments =
        [
            .. command
                .Assessments.Index()
                .Select(one => new AssessedCompetency(
                    codes.Find(catalogues.Competencies, one.Item.Competency, "competency", "assessments", one.Index)!,
                    one.Item.Level,
                    OptionalText.Of(one.Item.Note)
                )),
        ];
        List<PlannedItem> items =
        [
            .. command
                .Items.Index()
                .Select(one => new PlannedItem(
                    codes.Find(catalogues.Topics, one.Item.Topic, "topic", "items", one.Index),
                    codes.Find(catalogues.Competencies, one.Item.Competency, "competency", "items", one.Index),
                    codes.Find(catalogues.Methods, one.Item.Method, "method", "items", one.Index)!,
                    one.Item.From,
                    one.Item.To,
                    one.Item.Goal.Trim(),
                    OptionalText.Of(one.Item.Benefit),
                    OptionalText.Of(one.Item.Support),
                    one.Item.ProjectId?.Id
                )),
        ];
        List<DomainError> errors =
        [
            .. codes.Errors,
            .. command
                .Items.Index()
                .Where(one => one.Item.ProjectId is { } project && !projects.Contains(project.Id))
                .Select(one => new NotFound(nameof(Project), one.Item.ProjectId!.Value.Text).At("items", one.Index)),
        ];
        return errors.Count > 0 ? Result<PlanContent>.Refused(errors) : new PlanContent(assessments, items);
    }
}
