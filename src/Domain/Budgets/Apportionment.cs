namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// Divides money in proportion to weights, to the satang: every part but the last is rounded half away from zero, and the
/// last is what is left, so that the parts are the whole again.
/// </summary>
public static class Apportionment
{
    /// <param name="weights">At least one, none below zero. Where all are zero, the last gets all.</param>
    public static IReadOnlyList<Balance> Of(Balance whole, IReadOnlyList<decimal> weights)
    {
        var parts = new List<Balance>();
        var rest = whole;
        var total = weights.Sum();
        foreach (var weight in weights.SkipLast(1))
        {
            var part = Each(whole, amount => total == 0 ? 0.00m : Share(amount, weight, total));
            parts.Add(part);
            rest += Each(part, amount => -amount);
        }

        parts.Add(rest);
        return parts;
    }

    private static decimal Share(decimal amount, decimal weight, decimal total) =>
        Math.Round(amount * weight / total, 2, MidpointRounding.AwayFromZero) + 0.00m;

    private static Balance Each(Balance balance, Func<decimal, decimal> change) =>
        new()
        {
            Planned = Each(balance.Planned, change),
            TransferredIn = Each(balance.TransferredIn, change),
            TransferredOut = Each(balance.TransferredOut, change),
            Committed = change(balance.Committed),
            Disbursed = Each(balance.Disbursed, change),
        };

    private static QuarterAmounts Each(QuarterAmounts amounts, Func<decimal, decimal> change) =>
        new(change(amounts.Q1), change(amounts.Q2), change(amounts.Q3), change(amounts.Q4));
}
