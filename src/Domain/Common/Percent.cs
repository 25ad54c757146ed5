namespace TeacherDevPlan.Domain.Common;

/// <summary>Percentages as the ministry prints them: two decimals, rounded half away from zero.</summary>
public static class Percent
{
    /// <summary><paramref name="part"/> of <paramref name="whole"/> in percent; null where the whole is zero.</summary>
    public static decimal? Of(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(part / whole * 100, 2, MidpointRounding.AwayFromZero) + 0.00m;
}
