namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// The current date in Thailand: UTC+7 all year, the only time zone of the country (time of the Royal Thai Navy, 1920).
/// </summary>
public static class ThaiDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The last hours that can be represented belong to the last day.</summary>
    public static DateOnly Of(DateTimeOffset moment) =>
        moment > DateTimeOffset.MaxValue - Offset
            ? DateOnly.MaxValue
            : DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The time of a moment in Thailand, to the minute.</summary>
    public static TimeOnly TimeOf(DateTimeOffset moment)
    {
        var there = moment.ToOffset(Offset);
        return new TimeOnly(there.Hour, there.Minute);
    }

    /// <summary>The start of a day, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        day == DateOnly.MinValue
            ? DateTimeOffset.MinValue
            : new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();
}
