using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Projects;

/// <summary>
/// A project (โครงการ) of a development plan. What its document prints is kept as printed, also where it disagrees with
/// itself: the stated budget and the printed totals beside the activities' own amounts.
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

    /// <summary>The name as the project's own chapter prints it; null where it is not printed.</summary>
    public string? NamePrinted { get; private set; }

    public ProjectNature Nature { get; private set; }

    public ProjectStatus Status { get; private set; }

    public Guid StrategyId { get; private set; }

    public Strategy Strategy { get; private set; } = null!;

    /// <summary>The strategy's name as printed with the project; null where it is not printed.</summary>
    public string? StrategyPrinted { get; private set; }

    public Guid ResponsibleUnitId { get; private set; }

    public OrgUnit ResponsibleUnit { get; private set; } = null!;

    /// <summary>The unit's name as printed with the project; null where it is not printed.</summary>
    public string? ResponsibleUnitPrinted { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly EndsOn { get; private set; }

    public string? PeriodPrinted { get; private set; }

    public string? Venue { get; private set; }

    /// <summary>Whether amounts may move between the project's own items (ขอถัวจ่ายทุกรายการ).</summary>
    public bool VirementAllowed { get; private set; }

    /// <summary>The project's total in baht as printed, kept even where its items add up to another sum.</summary>
    public decimal StatedBudget { get; private set; }

    public PrintedAmounts PrintedTotals { get; private set; } = PrintedAmounts.None;

    /// <summary>Counts the changes to the project and its parts, from 1.</summary>
    public int Version { get; private set; } = 1;

    public IReadOnlyList<ProjectOwner> Owners => owners;

    public IReadOnlyList<FundingSource> FundingSources => fundingSources;

    public IReadOnlyList<ProjectText> Texts => texts;

    /// <summary>All activities, sub-activities included.</summary>
    public IReadOnlyList<Activity> Activities => activities;

    public IReadOnlyList<ProjectKpi> Kpis => kpis;

    public IReadOnlyList<ProgressReport> ProgressReports { get; private set; } = new List<ProgressReport>();

    /// <summary>Marks that the project or a part of it has changed.</summary>
    public void Touch() => Version++;

    /// <param name="printed">Whether a published plan says it, which prints projects that are approved and not what became of them.</param>
    internal void Apply(ProjectDocument document, Office office, StrategicPlan strategicPlan, bool printed)
    {
        (Name, NamePrinted, Nature) = (document.Name, document.NamePrinted, document.Nature);
        if (!IsAlreadyPastApproval(document.Status, printed))
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

    /// <summary>A payment has set it going, or it is done: that it was approved is no news.</summary>
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
