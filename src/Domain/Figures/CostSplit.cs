using System.Numerics;

namespace TeacherDevPlan.Domain.Figures;

/// <summary>
/// Divides money in proportion to minutes, exact to the satang. Each part gets its share rounded down; the satang that are left
/// go to the largest remainders, and of equal ones to the part with the smaller id. So the parts add up to the whole, whatever
/// their order.
/// </summary>
public static class CostSplit
{
    /// <param name="whole">In baht, with two decimals at most, not negative.</param>
    /// <param name="minutes">Per part, none negative.</param>
    public static SplitCost Of(decimal whole, IReadOnlyDictionary<Guid, long> minutes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(whole);
        var total = minutes.Values.Aggregate(BigInteger.Zero, (sum, one) => sum + one);
        if (total.IsZero)
            return new SplitCost(minutes.Keys.ToDictionary(id => id, _ => 0.00m), whole);
        var satang = new BigInteger(whole * 100);
        var shares = minutes
            .Select(part =>
            {
                var share = BigInteger.DivRem(satang * part.Value, total, out var rest);
                return (Id: part.Key, Share: share, Remainder: rest);
            })
            .OrderByDescending(part => part.Remainder)
            .ThenBy(part => part.Id)
            .ToList();
        var left = (int)(satang - shares.Aggregate(BigInteger.Zero, (sum, part) => sum + part.Share));
        return new SplitCost(
            shares
                .Index()
                .ToDictionary(
                    part => part.Item.Id,
                    part => (decimal)(part.Item.Share + (part.Index < left ? 1 : 0)) / 100 + 0.00m
                ),
            0.00m
        );
    }
}

/// <param name="Unsplit">What belongs to no part, because nobody was there: all of it, or nothing.</param>
public sealed record SplitCost(IReadOnlyDictionary<Guid, decimal> Parts, decimal Unsplit);
