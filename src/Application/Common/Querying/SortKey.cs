using System.Linq.Expressions;
using System.Reflection;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>One key of an order. Nulls come last in both directions.</summary>
/// <param name="Name">The path of field names and the direction: it tells one order from another in cursors.</param>
/// <param name="Value">
/// A value that both the database and a keyset condition can compare: enums by the place of their declaration, false
/// before true.
/// </param>
public sealed record SortKey(string Name, LambdaExpression Value, bool Descending, bool CanBeNull)
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <summary>Makes a key of a field: enum and bool values become comparable numbers.</summary>
    public static SortKey Of(string name, LambdaExpression value, bool descending)
    {
        var body = Unboxed(value.Body);
        var nullable = MayBeNull(body);
        var comparable = Comparable(body);
        if (nullable && !Expressions.CanBeNull(comparable.Type))
            comparable = Expression.Convert(comparable, typeof(Nullable<>).MakeGenericType(comparable.Type));
        return new SortKey(
            $"{name} {(descending ? "DESC" : "ASC")}",
            Expression.Lambda(comparable, value.Parameters),
            descending,
            nullable
        );
    }

    private static Expression Unboxed(Expression value) =>
        value is UnaryExpression { NodeType: ExpressionType.Convert } convert && convert.Type == typeof(object)
            ? convert.Operand
            : value;

    private static bool MayBeNull(Expression value)
    {
        if (value is not MemberExpression { Member: PropertyInfo property } member)
            return value is not ParameterExpression && Expressions.CanBeNull(value.Type);
        lock (Nullability)
        {
            return Nullability.Create(property).ReadState == NullabilityState.Nullable || MayBeNull(member.Expression!);
        }
    }

    private static Expression Comparable(Expression value)
    {
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (type == typeof(bool))
            return Expression.Condition(value, Expression.Constant(1), Expression.Constant(0));
        if (!type.IsEnum)
            return value;
        var rankType = type == value.Type ? typeof(int) : typeof(int?);
        Expression rank = Expression.Constant(rankType == typeof(int) ? -1 : null, rankType);
        foreach (var member in Enum.GetValues(type))
        {
            var isMember = Expression.Equal(value, Expression.Constant(member, value.Type));
            rank = Expression.Condition(isMember, Expression.Constant(Convert.ToInt32(member, null), rankType), rank);
        }

        return rank;
    }
}
