using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Indicators;

public enum AchievementStatus
{
    NotReported,
    Achieved,
    OnTrack,
    OffTrack,
}

/// <summary>How far a reported result reaches its target, in percent of the target.</summary>
public static class Achievement
{
    private const decimal AchievedFrom = 100;
    private const decimal OnTrackFrom = 80;

    /// <summary>Result / target × 100, two decimals; null until reported, or where the target is zero.</summary>
    public static decimal? Of(decimal? result, decimal target) =>
        result is { } value ? Percent.Of(value, target) : null;

    /// <summary>Achieved from 100 percent, on track from 80, else off track. A target of zero is reached from zero up.</summary>
    public static AchievementStatus StatusOf(decimal? result, decimal target)
    {
        if (result is not { } value)
            return AchievementStatus.NotReported;
        if (target == 0)
            return value >= 0 ? AchievementStatus.Achieved : AchievementStatus.OffTrack;
        return (value / target * 100) switch
        {
            >= AchievedFrom => AchievementStatus.Achieved,
            >= OnTrackFrom => AchievementStatus.OnTrack,
            _ => AchievementStatus.OffTrack,
        };
    }
}
