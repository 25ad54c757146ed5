namespace TeacherDevPlan.Domain.Common;

/// <summary>Percentages as the ministry prints them: two decimals, rounded half away from zero.</summary>
public static class Percent
{
    /// <summary>
    /// <paramref name="part"/> as a percentage of <paramref name="whole"/>; null if the whole is zero.
    /// </summary>
    public static decimal? Of(decimal part, decimal whole) =>
        whole == 0 ? null : Math.Round(part / whole * 100, 2, MidpointRounding.AwayFromZero) + 0.00m;
}
