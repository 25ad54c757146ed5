namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>What an operation costs, at the sizes it asks for.</summary>
/// <param name="FieldCost">How many field values the answer can hold.</param>
/// <param name="TypeCost">How many objects the answer can hold.</param>
internal readonly record struct OperationCost(long FieldCost, long TypeCost)
{
    /// <summary>Costs stop here: beyond all limits, and far from overflowing.</summary>
    public const long Most = 1_000_000_000_000_000;

    public static OperationCost operator +(OperationCost a, OperationCost b) =>
        new(Math.Min(a.FieldCost + b.FieldCost, Most), Math.Min(a.TypeCost + b.TypeCost, Most));

    /// <summary>So many of these.</summary>
    public static OperationCost operator *(OperationCost one, long count) =>
        new(Times(one.FieldCost, count), Times(one.TypeCost, count));

    /// <summary>As <c>extensions.operationCost</c> tells it.</summary>
    public Dictionary<string, object?> Told => new() { ["fieldCost"] = FieldCost, ["typeCost"] = TypeCost };

    private static long Times(long cost, long count) =>
        count > 0 && cost > Most / count ? Most : cost * Math.Max(count, 0);
}
