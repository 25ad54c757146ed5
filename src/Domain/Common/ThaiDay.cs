namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// The current date in Thailand: UTC+7 all year, the only time zone of the country (time of the Royal Thai Navy, 1920).
/// </summary>
public static class ThaiDay
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(moment.ToOffset(Offset).DateTime);

    /// <summary>The start of a day, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly day) =>
        new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Offset).ToUniversalTime();
}
