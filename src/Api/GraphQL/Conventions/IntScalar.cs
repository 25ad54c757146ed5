using GraphQL.Types;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Whole numbers. In JSON, 2566.0 is the same number as 2566, and some languages write every number with a fraction.
/// </summary>
internal sealed class IntScalar : IntGraphType
{
    public IntScalar() => Name = "Int";

    public override bool CanParseValue(object? value) => base.CanParseValue(Whole(value));

    public override object? ParseValue(object? value) => base.ParseValue(Whole(value));

    /// <summary>The value as an integer, if it is a whole number within the range; otherwise the value itself.</summary>
    public static object? Whole(object? value) =>
        value is decimal number and >= int.MinValue and <= int.MaxValue && number == decimal.Truncate(number)
            ? (int)number
            : value;
}
