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

    /// <summary>Two decimals; null until reported, or where the target or what is divided by is not above zero.</summary>
    public static decimal? Of(decimal? result, decimal target, IndicatorDirection direction)
    {
        if (result is not { } value || target <= 0)
            return null;
        if (direction == IndicatorDirection.HigherIsBetter)
            return Percent.Of(value, target);
        return value > 0 ? Percent.Of(target, value) : null;
    }

    /// <summary>
    /// Higher is better: achieved from the target on, on track from 80 percent of it. Lower is better: achieved up to the target, on
    /// track while the target is at least 80 percent of the result. Below a target that is not above zero nothing is on track.
    /// </summary>
    public static AchievementStatus StatusOf(decimal? result, decimal target, IndicatorDirection direction)
    {
        if (result is not { } value)
            return AchievementStatus.NotReported;
        var (better, worse) = direction == IndicatorDirection.HigherIsBetter ? (value, target) : (target, value);
        // Multiplied rather than divided: exact.
        return better >= worse ? AchievementStatus.Achieved
            : target > 0 && better * 100 >= worse * OnTrackFrom ? AchievementStatus.OnTrack
            : AchievementStatus.OffTrack;
    }
}
