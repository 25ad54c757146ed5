using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Domain.Reports;

/// <summary>
/// What an office reports of its plan after a quarter (3, 6, 9 and 12 months of the fiscal year). It is assembled from what
/// is recorded, and may be assembled again until it is submitted. What was submitted stays: a correction is another revision.
/// </summary>
public sealed class QuarterlyReport : Entity, IOfFiscalYear
{
    private readonly List<QuarterlyReportProject> projects = [];
    private readonly List<QuarterlyReportIndicator> indicators = [];
    private readonly List<QuarterlyReportEvent> events = [];
    private readonly List<QuarterlyReportPeople> people = [];

    private QuarterlyReport() { }

    /// <param name="revision">The number of the report for the quarter, from 1.</param>
    public QuarterlyReport(Guid officeId, Guid planId, int fiscalYear, FiscalQuarter quarter, int revision)
    {
        (OfficeId, PlanId, FiscalYear) = (officeId, planId, fiscalYear);
        (Quarter, Revision) = (quarter, revision);
        (StartsOn, EndsOn) = (new FiscalYear(fiscalYear).StartOf(quarter), new FiscalYear(fiscalYear).EndOf(quarter));
    }

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    public Guid PlanId { get; private init; }

    public DevelopmentPlan Plan { get; private init; } = null!;

    /// <summary>Buddhist era.</summary>
    public int FiscalYear { get; private init; }

    public FiscalQuarter Quarter { get; private init; }

    /// <summary>The number of the report for the quarter, from 1.</summary>
    public int Revision { get; private init; }

    /// <summary>The first day of the quarter.</summary>
    public DateOnly StartsOn { get; private init; }

    /// <summary>The last day of the quarter.</summary>
    public DateOnly EndsOn { get; private init; }

    public QuarterlyReportStatus Status { get; private set; }

    /// <summary>Increases with each change, from 1.</summary>
    public int Version { get; private set; }

    /// <summary>When the figures were taken.</summary>
    public DateTimeOffset AssembledAt { get; private set; }

    /// <summary>The office's own words: a summary.</summary>
    public string? Summary { get; private set; }

    /// <summary>The office's own words: problems (ปัญหาอุปสรรค).</summary>
    public string? Problems { get; private set; }

    /// <summary>The office's own words: suggestions (ข้อเสนอแนะ).</summary>
    public string? Suggestions { get; private set; }

    /// <summary>Of all projects of the report together.</summary>
    public ReportedMoney Money { get; private set; } = ReportedMoney.None;

    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>Who submitted it.</summary>
    public string? SubmittedBy { get; private set; }

    public IReadOnlyList<QuarterlyReportProject> Projects => projects;

    public IReadOnlyList<QuarterlyReportIndicator> Indicators => indicators;

    public IReadOnlyList<QuarterlyReportEvent> Events => events;

    public IReadOnlyList<QuarterlyReportPeople> People => people;

    /// <summary>Takes the figures, in place of those that it had. Null unless it is refused.</summary>
    public DomainError? Assemble(ReportContent content, DateTimeOffset now)
    {
        if (Status == QuarterlyReportStatus.Submitted)
            return ReportStates.Submitted;
        projects.Clear();
        projects.AddRange(content.Projects.Select((one, index) => new QuarterlyReportProject(index, one, Quarter)));
        indicators.Clear();
        indicators.AddRange(content.Indicators.Select((one, index) => new QuarterlyReportIndicator(index, one)));
        events.Clear();
        people.Clear();
        people.Add(new QuarterlyReportPeople(this, null, content.People));
        foreach (var (index, one) in content.Events.Index())
        {
            var reported = new QuarterlyReportEvent(index, one);
            events.Add(reported);
            people.Add(new QuarterlyReportPeople(this, reported.Id, one.People));
        }

        Money = ReportedMoney.Of(
            content.Projects.Aggregate(Balance.Zero, (sum, project) => sum + project.Balance),
            Quarter
        );
        AssembledAt = now;
        Version++;
        return null;
    }

    /// <summary>Replaces the office's own words. Null unless it is refused.</summary>
    public DomainError? Write(string? summary, string? problems, string? suggestions)
    {
        if (Status == QuarterlyReportStatus.Submitted)
            return ReportStates.Submitted;
        (Summary, Problems, Suggestions) = (summary, problems, suggestions);
        Version++;
        return null;
    }

    /// <summary>Submits it as it is. Refused if its figures were taken before the quarter had ended. Null unless it is refused.</summary>
    public DomainError? Submit(DateTimeOffset now, string by)
    {
        if (Status == QuarterlyReportStatus.Submitted)
            return ReportStates.Submitted;
        if (ThaiDay.Of(AssembledAt) <= EndsOn)
            return ReportStates.NotEnded(EndsOn);
        (Status, SubmittedAt, SubmittedBy) = (QuarterlyReportStatus.Submitted, now, by);
        Version++;
        return null;
    }
}

public enum QuarterlyReportStatus
{
    Draft,
    Submitted,
}
