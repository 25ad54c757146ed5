using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Reports;

/// <summary>What is recorded of a plan when a report is assembled, each list in the order of the report.</summary>
/// <param name="People">All people at the events together, each counted once.</param>
public sealed record ReportContent(
    IReadOnlyList<RecordedProject> Projects,
    IReadOnlyList<RecordedIndicator> Indicators,
    IReadOnlyList<RecordedEvent> Events,
    PeopleCounts People
);

/// <param name="Progress">The latest report on the quarter; null if there is none.</param>
public sealed record RecordedProject(
    Guid Id,
    int Number,
    string Name,
    string Strategy,
    string Unit,
    ProjectStatus Status,
    Balance Balance,
    ProgressReport? Progress,
    IReadOnlyList<ProjectKpi> Kpis
);

public sealed record RecordedIndicator(string Strategy, Indicator Indicator, IndicatorTarget Target);

/// <summary>An event with a session in the quarter.</summary>
public sealed record RecordedEvent(
    Guid OfferingId,
    int? ProjectNumber,
    string Title,
    string Form,
    DateOnly StartsOn,
    DateOnly EndsOn,
    OfferingStatus Status,
    PeopleCounts People
);

/// <summary>Numbers of people at events of a quarter.</summary>
/// <param name="Enrolled">Those who had a seat at the end, or were there.</param>
/// <param name="Attended">Those who were there for at least a minute in a session of the quarter.</param>
/// <param name="Completed">Those who completed an event that ended in the quarter.</param>
/// <param name="Minutes">Attended in sessions of the quarter, by all together.</param>
public sealed record PeopleCounts(int Enrolled, int Attended, int Completed, int Minutes);
