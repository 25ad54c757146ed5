using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Plans.Document;

/// <summary>
/// A project as stated in the plan's document. Strategy and responsible unit are given by their numbers.
/// </summary>
public sealed record ProjectDocument(
    int Number,
    string Name,
    ProjectNature Nature,
    ProjectStatus Status,
    int Strategy,
    string? StrategyPrinted,
    int ResponsibleUnit,
    string? ResponsibleUnitPrinted,
    IReadOnlyList<ProjectOwnerDocument> Owners,
    DateOnly StartsOn,
    DateOnly EndsOn,
    string? PeriodPrinted,
    string? Venue,
    bool VirementAllowed,
    IReadOnlyList<FundingSourceDocument> FundingSources,
    decimal StatedBudget,
    string? Rationale,
    IReadOnlyList<ActivityDocument> Activities,
    PrintedAmounts? PrintedTotals,
    IReadOnlyList<ProjectKpiDocument> Kpis
)
{
    /// <summary>The name in the project's chapter; null if it is not printed.</summary>
    public string? NamePrinted { get; init; }

    /// <summary>The headings of the chapter, in order, with their numbers: "7", "กิจกรรมและงบประมาณ".</summary>
    public IReadOnlyList<NumberedTextDocument> Headings { get; init; } = [];

    /// <summary>
    /// The measures of success in the chapter's text (ดัชนีชี้วัดความสำเร็จ), before the table of indicators.
    /// </summary>
    public IReadOnlyList<NumberedTextDocument> SuccessMeasures { get; init; } = [];

    public IReadOnlyList<NumberedTextDocument> Objectives { get; init; } = [];

    public IReadOnlyList<NumberedTextDocument> OutputTargets { get; init; } = [];

    public IReadOnlyList<NumberedTextDocument> OutcomeTargets { get; init; } = [];

    public IReadOnlyList<string> TargetGroups { get; init; } = [];

    public IReadOnlyList<NumberedTextDocument> ExpectedResults { get; init; } = [];
}

public sealed record ProjectOwnerDocument(string Name, string Position);

public sealed record FundingSourceDocument(FundingKind Kind, decimal Amount);

/// <summary>An activity's row: its amounts per quarter and its row total as printed, in baht.</summary>
public sealed record ActivityDocument(
    string Number,
    string Name,
    decimal? Q1,
    decimal? Q2,
    decimal? Q3,
    decimal? Q4,
    decimal? Total
)
{
    public IReadOnlyList<ActivityDocument> SubActivities { get; init; } = [];

    public PrintedAmounts Printed => new(Q1, Q2, Q3, Q4, Total);
}

public sealed record ProjectKpiDocument(
    string Number,
    string? Group,
    KpiKind Kind,
    string Name,
    string? TargetText,
    decimal? TargetValue,
    string? TargetUnit
)
{
    public IReadOnlyList<string> Methods { get; init; } = [];

    public IReadOnlyList<string> Tools { get; init; } = [];
}
