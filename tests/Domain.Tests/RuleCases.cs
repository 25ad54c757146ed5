using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Vocabulary;
using static TeacherDevPlan.Domain.Common.FiscalQuarter;
using static TeacherDevPlan.Domain.Vocabulary.ProjectStatus;

namespace TeacherDevPlan.Domain.Tests;

/// <summary>
/// Cases of the rules that stand in the domain and in the database, beside those of <see cref="AchievementCase"/>; tests hold both to
/// them.
/// </summary>
public static class RuleCases
{
    /// <summary>Which day a moment (UTC) is in Thailand, and of which fiscal year and quarter, which ends on LastDay.</summary>
    public static IReadOnlyList<(
        string Moment,
        string Day,
        int FiscalYear,
        FiscalQuarter Quarter,
        string LastDay
    )> Days { get; } =
    [
        ("2022-09-30T16:59:59Z", "2022-09-30", 2565, Q4, "2022-09-30"),
        ("2022-09-30T17:00:00Z", "2022-10-01", 2566, Q1, "2022-12-31"),
        ("2022-12-31T16:59:59Z", "2022-12-31", 2566, Q1, "2022-12-31"),
        ("2022-12-31T17:00:00Z", "2023-01-01", 2566, Q2, "2023-03-31"),
        ("2023-03-31T12:00:00Z", "2023-03-31", 2566, Q2, "2023-03-31"),
        ("2023-03-31T17:00:00Z", "2023-04-01", 2566, Q3, "2023-06-30"),
        ("2023-06-30T00:00:00Z", "2023-06-30", 2566, Q3, "2023-06-30"),
        ("2023-06-30T23:59:59Z", "2023-07-01", 2566, Q4, "2023-09-30"),
        ("2023-09-30T16:59:59Z", "2023-09-30", 2566, Q4, "2023-09-30"),
        ("2023-09-30T17:00:00Z", "2023-10-01", 2567, Q1, "2023-12-31"),
        ("2024-02-28T17:00:00Z", "2024-02-29", 2567, Q2, "2024-03-31"),
    ];

    /// <summary>What of a budget is left, and how much of it is paid, in percent.</summary>
    public static IReadOnlyList<(
        decimal Planned,
        decimal In,
        decimal Out,
        decimal Committed,
        decimal Disbursed,
        decimal Revised,
        decimal Available,
        decimal? Rate
    )> Figures { get; } =
    [
        (0, 0, 0, 0, 0, 0, 0, null),
        (100, 0, 0, 0, 0, 100, 100, 0),
        (100, 0, 100, 0, 0, 0, 0, null),
        (100, 20.50m, 10.25m, 5, 30, 110.25m, 75.25m, 27.21m),
        (100, 0, 0, 0, 100, 100, 0, 100),
        (300, 0, 0, 0, 200, 300, 100, 66.67m),
        (300, 0, 0, 0, 100, 300, 200, 33.33m),
        // Half a hundredth is rounded away from zero.
        (8000, 0, 0, 0, 1, 8000, 7999, 0.01m),
        (20000, 0, 0, 0, 1, 20000, 19999, 0.01m),
        (20000.01m, 0, 0, 0, 1, 20000.01m, 19999.01m, 0),
        (100, 0, 0, 0, 12.50m, 100, 87.50m, 12.50m),
        (999_999_999_999.99m, 0, 0, 0.01m, 0.01m, 999_999_999_999.99m, 999_999_999_999.97m, 0),
    ];

    /// <summary>Which projects everybody sees, and which take entries in the ledger.</summary>
    public static IReadOnlyList<(ProjectStatus Status, bool Published, bool TakesEntries)> Statuses { get; } =
    [
        (Draft, false, false),
        (Submitted, false, false),
        (Approved, true, true),
        (InProgress, true, true),
        (Completed, true, false),
        (Cancelled, true, false),
    ];
}
