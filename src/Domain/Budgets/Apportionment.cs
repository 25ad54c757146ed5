namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// Divides money in proportion to weights, exact to the satang. Every part but the last gets its share rounded down to
/// the satang; the last gets the remainder, so the parts add up to the whole. The available amount is divided like the
/// others, and the planned amount follows from it, so no part has a negative available amount.
/// </summary>
public static class Apportionment
{
    /// <param name="weights">At least one, none negative. If all are zero, the last part gets everything.</param>
    public static IReadOnlyList<Balance> Of(Balance whole, IReadOnlyList<decimal> weights)
    {
        var total = weights.Sum();
        var largest = Enum.GetValues<Common.FiscalQuarter>().MaxBy(quarter => whole.Planned[quarter]);
        var parts = new List<Balance>();
        var rest = whole;
        foreach (var weight in weights.SkipLast(1))
        {
            var part = PlannedFor(Share(whole.Available), Each(whole, Share), largest);
            parts.Add(part);
            rest += Each(part, amount => -amount);

            decimal Share(decimal amount) =>
                total == 0 ? 0.00m : Math.Floor(amount * weight / total * 100) / 100 + 0.00m;
        }

        parts.Add(rest);
        return parts;
    }

    /// <summary>
    /// The balance with the planned amount of the largest quarter adjusted so that this much is available.
    /// </summary>
    private static Balance PlannedFor(decimal available, Balance part, Common.FiscalQuarter largest) =>
        part with
        {
            Planned = part.Planned.With(largest, available - part.Available),
        };

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
        Enum.GetValues<Common.FiscalQuarter>()
            .Aggregate(QuarterAmounts.Zero, (all, quarter) => all.With(quarter, change(amounts[quarter])));
}
