namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// Divides money in proportion to weights, to the satang: every part but the last gets its share without the fractions of a
/// satang, and the last what is left, so that the parts are the whole again. What is available is divided like the rest, and
/// the plan follows from it: no part has less than nothing available.
/// </summary>
public static class Apportionment
{
    /// <param name="weights">At least one, none below zero. Where all are zero, the last gets all.</param>
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

    /// <summary>With as much planned in the largest quarter as leaves this much available.</summary>
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
