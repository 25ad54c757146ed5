using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>
/// A project (โครงการ) of a development plan. Printed values are stored as printed, even if they contradict each other:
/// the stated budget and the printed totals next to the activities' own amounts.
/// </summary>
public sealed class Project : Entity, IOfFiscalYear
{
    private readonly List<ProjectOwner> owners = [];
    private readonly List<FundingSource> fundingSources = [];
    private readonly List<ProjectText> texts = [];
    private readonly List<Activity> activities = [];
    private readonly List<ProjectKpi> kpis = [];

    private Project() { }

    internal Project(DevelopmentPlan plan, int number) =>
        (Plan, PlanId, FiscalYear, Number) = (plan, plan.Id, plan.FiscalYear, number);

    public Guid PlanId { get; private set; }

    public DevelopmentPlan Plan { get; private set; } = null!;

    /// <summary>The plan's fiscal year (Buddhist era).</summary>
    public int FiscalYear { get; private init; }

    public int Number { get; private init; }

    public string Name { get; private set; } = "";

    /// <summary>The name in the project's chapter; null if it is not printed.</summary>
    public string? NamePrinted { get; private set; }

    public ProjectNature Nature { get; private set; }

    public ProjectStatus Status { get; private set; }

    public Guid StrategyId { get; private set; }

    public Strategy Strategy { get; private set; } = null!;

    /// <summary>The strategy's name as printed with the project; null if it is not printed.</summary>
    public string? StrategyPrinted { get; private set; }

    public Guid ResponsibleUnitId { get; private set; }

    public OrgUnit ResponsibleUnit { get; private set; } = null!;

    /// <summary>The unit's name as printed with the project; null if it is not printed.</summary>
    public string? ResponsibleUnitPrinted { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    public string? PeriodPrinted { get; private set; }

    public string? Venue { get; private set; }

    /// <summary>
    /// Whether virement is allowed: amounts may move between the project's items (ขอถัวจ่ายทุกรายการ).
    /// </summary>
    public bool VirementAllowed { get; private set; }

    /// <summary>The stated total in baht, as printed, even if the items add up to a different sum.</summary>
    public decimal StatedBudget { get; private set; }

    public PrintedAmounts PrintedTotals { get; private set; } = PrintedAmounts.None;

    /// <summary>Increases with each change of the project or its parts, from 1.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<ProjectOwner> Owners => owners;

    public IReadOnlyList<FundingSource> FundingSources => fundingSources;

    public IReadOnlyList<ProjectText> Texts => texts;

    /// <summary>All activities, including sub-activities.</summary>
    public IReadOnlyList<Activity> Activities => activities;

    public IReadOnlyList<ProjectKpi> Kpis => kpis;

    public IReadOnlyList<ProgressReport> ProgressReports { get; private set; } = new List<ProgressReport>();

    /// <summary>Marks that the project or a part of it has changed.</summary>
    public void Touch() => Version++;

    /// <param name="printed">Whether the document is a published plan, which lists approved projects but not their
    /// later status.</param>
    /// <param name="publishes">Whether the document is published. In a draft, an approved project is only
    /// submitted.</param>
    internal void Apply(
        ProjectDocument document,
        Office office,
        StrategicPlan strategicPlan,
        bool printed,
        bool publishes
    )
    {
        (Name, NamePrinted, Nature) = (document.Name, document.NamePrinted, document.Nature);
        if (!publishes)
            Status = document.Status.IsPublished() ? ProjectStatus.Submitted : document.Status;
        else if (!IsAlreadyPastApproval(document.Status, printed))
            Status = document.Status;
        Strategy = strategicPlan.Strategy(document.Strategy);
        StrategyId = Strategy.Id;
        ResponsibleUnit = office.Unit(document.ResponsibleUnit);
        ResponsibleUnitId = ResponsibleUnit.Id;
        (StrategyPrinted, ResponsibleUnitPrinted) = (document.StrategyPrinted, document.ResponsibleUnitPrinted);
        (StartsOn, EndsOn, PeriodPrinted) = (document.StartsOn, document.EndsOn, document.PeriodPrinted);
        (Venue, VirementAllowed, StatedBudget) = (document.Venue, document.VirementAllowed, document.StatedBudget);
        PrintedTotals = document.PrintedTotals ?? PrintedAmounts.None;
        ApplyParts(document, office);
        ProjectText.Merge(texts, ProjectText.Items(document));
        Activity.Merge(this, activities, document.Activities);
        ProjectKpi.Merge(kpis, document.Kpis);
    }

    /// <summary>
    /// Whether the project is already past the stated approval: in progress or, if the document is a published plan,
    /// completed or cancelled. Then the project keeps its status.
    /// </summary>
    private bool IsAlreadyPastApproval(ProjectStatus stated, bool printed) =>
        stated == ProjectStatus.Approved
        && (
            Status == ProjectStatus.InProgress
            || (printed && Status is (ProjectStatus.Completed or ProjectStatus.Cancelled))
        );

    private void ApplyParts(ProjectDocument document, Office office)
    {
        Merge.Into(
            owners,
            document.Owners,
            owner => owner.Name,
            owner => owner.Name,
            owner => new ProjectOwner(owner.Name),
            (owner, stated, position) => owner.Apply(stated.Position, office.Member(stated.Name), position)
        );
        Merge.Into(
            fundingSources,
            document.FundingSources,
            source => source.Kind,
            source => source.Kind,
            source => new FundingSource { Kind = source.Kind },
            (source, stated, position) => (source.Amount, source.Position) = (stated.Amount, position)
        );
    }
}
