namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>The cost of an operation with the requested list sizes.</summary>
/// <param name="FieldCost">The number of field values in the largest possible response.</param>
/// <param name="TypeCost">The number of objects in the largest possible response.</param>
internal readonly record struct OperationCost(long FieldCost, long TypeCost)
{
    /// <summary>The value at which costs saturate: above all limits, and far from overflow.</summary>
    public const long Most = 1_000_000_000_000_000;

    public static OperationCost operator +(OperationCost a, OperationCost b) =>
        new(Math.Min(a.FieldCost + b.FieldCost, Most), Math.Min(a.TypeCost + b.TypeCost, Most));

    /// <summary>The cost of this many of these.</summary>
    public static OperationCost operator *(OperationCost one, long count) =>
        new(Times(one.FieldCost, count), Times(one.TypeCost, count));

    /// <summary>The content of <c>extensions.operationCost</c>.</summary>
    public Dictionary<string, object?> AsExtension => new() { ["fieldCost"] = FieldCost, ["typeCost"] = TypeCost };

    private static long Times(long cost, long count) =>
        count > 0 && cost > Most / count ? Most : cost * Math.Max(count, 0);
}
