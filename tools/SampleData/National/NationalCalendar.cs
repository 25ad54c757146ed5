using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Days and times of a fiscal year at which something can be recorded, none of them after the last day.
/// </summary>
internal sealed class NationalCalendar(FiscalYear year, DateOnly lastDay, Dice dice)
{
    private const int OfficeOpens = 90; // 8:30 in Thailand is 1:30 in UTC
    private const int OfficeMinutes = 480;

    public FiscalYear Year => year;

    public DateOnly LastDay => lastDay;

    /// <summary>The part of a quarter that is over, 0 to 1.</summary>
    public double Elapsed(int quarter)
    {
        var (from, to) = Days(quarter);
        return Math.Clamp((lastDay.DayNumber - from.DayNumber + 1) / (double)(to.DayNumber - from.DayNumber + 1), 0, 1);
    }

    /// <summary>A working day in the part of a quarter that is over.</summary>
    public DateOnly DayOf(int quarter)
    {
        var (from, to) = Days(quarter);
        var days = Math.Min(to.DayNumber, lastDay.DayNumber) - from.DayNumber;
        DateOnly day;
        var tries = 4;
        do day = from.AddDays(dice.Between(0, days));
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && tries-- > 0);
        return day;
    }

    /// <summary>A time in the office hours of a day, in UTC.</summary>
    public DateTime MomentOf(DateOnly day) =>
        day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
            .AddMinutes(OfficeOpens + dice.Below(OfficeMinutes))
            .AddMilliseconds(dice.Below(60_000));

    /// <summary>A time in office hours, at most a number of days after another day.</summary>
    public DateTime MomentAfter(DateOnly day, int most)
    {
        var later = day.AddDays(dice.Between(0, most));
        return MomentOf(later > lastDay ? day : later);
    }

    /// <summary>A time in the office hours of a later day; null if that is after the last day.</summary>
    public DateTime? LaterThan(DateTime moment, int most)
    {
        var day = DateOnly.FromDateTime(moment).AddDays(dice.Between(1, most));
        return day > lastDay ? null : MomentOf(day);
    }

    private (DateOnly From, DateOnly To) Days(int quarter) =>
        (year.StartOf((FiscalQuarter)quarter), year.EndOf((FiscalQuarter)quarter));
}
