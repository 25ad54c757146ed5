namespace TeacherDevPlan.Domain.Common;

/// <summary>The rules for amounts of money: exact to the satang.</summary>
public static class Baht
{
    /// <summary>The largest single amount.</summary>
    public const decimal Max = 999_999_999_999.99m;

    public static bool IsExact(decimal amount) => decimal.Round(amount, 2) == amount;

    /// <summary>The same amount, with two decimals.</summary>
    public static decimal Of(decimal amount) =>
        IsExact(amount)
            ? decimal.Round(amount, 2) + 0.00m
            : throw new ArgumentOutOfRangeException(nameof(amount), amount, "has more than two decimals.");
}
