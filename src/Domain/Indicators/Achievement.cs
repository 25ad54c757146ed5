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
/// The percentage of its target that a result reaches: result / target × 100 if higher is better, target / result × 100
/// if lower is better. The status is computed from the exact figures, not from the rounded percentage.
/// </summary>
public static class Achievement
{
    private const decimal OnTrackFrom = 80;

    /// <summary>
    /// Two decimals; null until a result is reported, or if the target or the divisor is not above zero.
    /// </summary>
    public static decimal? Of(decimal? result, decimal target, IndicatorDirection direction)
    {
        if (result is not { } value || target <= 0)
            return null;
        if (direction == IndicatorDirection.HigherIsBetter)
            return Percent.Of(value, target);
        return value > 0 ? Percent.Of(target, value) : null;
    }

    /// <summary>
    /// Higher is better: achieved from the target on, on track from 80 percent of it. Lower is better: achieved up to
    /// the target, on track while the target is at least 80 percent of the result. If the target is not above zero,
    /// nothing is on track.
    /// </summary>
    public static AchievementStatus StatusOf(decimal? result, decimal target, IndicatorDirection direction)
    {
        if (result is not { } value)
            return AchievementStatus.NotReported;
        var (better, worse) = direction == IndicatorDirection.HigherIsBetter ? (value, target) : (target, value);
        // Multiplication is exact, division is not.
        return better >= worse ? AchievementStatus.Achieved
            : target > 0 && better * 100 >= worse * OnTrackFrom ? AchievementStatus.OnTrack
            : AchievementStatus.OffTrack;
    }
}
