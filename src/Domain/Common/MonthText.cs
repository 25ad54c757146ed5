using System.Globalization;

namespace TeacherDevPlan.Domain.Common;

/// <summary>A month as written in plan files: "2022-10", Gregorian.</summary>
public static class MonthText
{
    public static DateOnly FirstDay(string month) =>
        DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);

    public static string Of(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
