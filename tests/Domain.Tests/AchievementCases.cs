using TeacherDevPlan.Domain.Indicators;
using static TeacherDevPlan.Domain.Indicators.AchievementStatus;
using static TeacherDevPlan.Domain.Indicators.IndicatorDirection;

namespace TeacherDevPlan.Domain.Tests;

/// <summary>What becomes of a result and its target; the domain and the database are held to the same.</summary>
public sealed record AchievementCase(
    decimal? Result,
    decimal Target,
    IndicatorDirection Direction,
    decimal? Achievement,
    AchievementStatus Status
)
{
    public static IReadOnlyList<AchievementCase> All { get; } =
    [
        new(null, 80, HigherIsBetter, null, NotReported),
        new(null, 0, HigherIsBetter, null, NotReported),
        new(null, 5, LowerIsBetter, null, NotReported),
        // Exactly at a limit, and a little beside it.
        new(80, 80, HigherIsBetter, 100, Achieved),
        new(79.9999m, 80, HigherIsBetter, 100, OnTrack),
        new(160, 80, HigherIsBetter, 200, Achieved),
        new(64, 80, HigherIsBetter, 80, OnTrack),
        new(63.9999m, 80, HigherIsBetter, 80, OffTrack),
        new(199, 249, HigherIsBetter, 79.92m, OffTrack),
        new(199.2m, 249, HigherIsBetter, 80, OnTrack),
        new(0, 80, HigherIsBetter, 0, OffTrack),
        new(-1, 80, HigherIsBetter, -1.25m, OffTrack),
        new(2, 3, HigherIsBetter, 66.67m, OffTrack),
        new(5, 6, HigherIsBetter, 83.33m, OnTrack),
        // Half a hundredth is rounded away from zero.
        new(0.125m, 100, HigherIsBetter, 0.13m, OffTrack),
        new(-0.125m, 100, HigherIsBetter, -0.13m, OffTrack),
        new(79.995m, 100, HigherIsBetter, 80, OffTrack),
        new(0.1249m, 100, HigherIsBetter, 0.12m, OffTrack),
        new(799999999999.2m, 999999999999.0001m, HigherIsBetter, 80, OffTrack),
        new(799999999999.2001m, 999999999999.0001m, HigherIsBetter, 80, OnTrack),
        // Of a target that is not above zero there is no share.
        new(0, 0, HigherIsBetter, null, Achieved),
        new(1, 0, HigherIsBetter, null, Achieved),
        new(-1, 0, HigherIsBetter, null, OffTrack),
        new(0, -5, HigherIsBetter, null, Achieved),
        new(-5, -5, HigherIsBetter, null, Achieved),
        new(-5.5m, -5, HigherIsBetter, null, OffTrack),
        new(-10, -5, HigherIsBetter, null, OffTrack),
        // A target as a ceiling.
        new(5, 5, LowerIsBetter, 100, Achieved),
        new(4, 5, LowerIsBetter, 125, Achieved),
        new(6.25m, 5, LowerIsBetter, 80, OnTrack),
        new(6.2501m, 5, LowerIsBetter, 80, OffTrack),
        new(7, 5, LowerIsBetter, 71.43m, OffTrack),
        new(249, 199, LowerIsBetter, 79.92m, OffTrack),
        new(0, 5, LowerIsBetter, null, Achieved),
        new(-2, 5, LowerIsBetter, null, Achieved),
        new(0, 0, LowerIsBetter, null, Achieved),
        new(1, 0, LowerIsBetter, null, OffTrack),
        new(-1, 0, LowerIsBetter, null, Achieved),
        new(-10, -5, LowerIsBetter, null, Achieved),
        new(-5, -5, LowerIsBetter, null, Achieved),
        new(-4, -5, LowerIsBetter, null, OffTrack),
        new(0, -5, LowerIsBetter, null, OffTrack),
    ];
}
