using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Indicators;

public enum AchievementStatus
{
    NotReported,
    Achieved,
    OnTrack,
    OffTrack,
}

/// <summary>
/// How far a reported result reaches its target, in percent. Where higher is better, result / target × 100; where lower is
/// better, target / result × 100. The status is decided on the exact figures, not on the rounded percentage.
/// </summary>
public static class Achievement
{
    private const decimal OnTrackFrom = 80;

    /// <summary>Two decimals; null until reported, or where what is divided by is zero.</summary>
    public static decimal? Of(decimal? result, decimal target, IndicatorDirection direction) =>
        result is not { } value ? null
        : direction == IndicatorDirection.LowerIsBetter ? Percent.Of(target, value)
        : Percent.Of(value, target);

    /// <summary>
    /// Higher is better: achieved from 100 percent, on track from 80, else off track; a target of zero is reached from zero up.
    /// Lower is better: achieved up to the target, on track while the target is at least 80 percent of the result.
    /// </summary>
    public static AchievementStatus StatusOf(decimal? result, decimal target, IndicatorDirection direction)
    {
        if (result is not { } value)
            return AchievementStatus.NotReported;
        if (direction == IndicatorDirection.LowerIsBetter)
        {
            return value <= target ? AchievementStatus.Achieved
                : target > 0 && target * 100 >= value * OnTrackFrom ? AchievementStatus.OnTrack
                : AchievementStatus.OffTrack;
        }

        // Multiplied rather than divided: exact, and a target below zero turns the comparison around.
        var sign = target < 0 ? -1 : 1;
        return sign * (value - target) >= 0 ? AchievementStatus.Achieved
            : target != 0 && sign * (value * 100 - target * OnTrackFrom) >= 0 ? AchievementStatus.OnTrack
            : AchievementStatus.OffTrack;
    }
}
