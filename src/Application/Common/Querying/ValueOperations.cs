using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// The operations on one value: eq, neq, in, nin; gt, gte, lt, lte and their negations; and for text contains, startsWith,
/// endsWith and their negations. Text operations search as people do (<see cref="SearchText"/>); eq and in are exact. A
/// negation is true of a null.
/// </summary>
internal static class ValueOperations
{
    private static readonly MethodInfo Fold = typeof(SearchText).GetMethod(nameof(SearchText.Fold))!;

    public static Expression Compile(
        Expression value,
        Type valueType,
        string? nodeType,
        IReadOnlyDictionary<string, object?> operations
    ) =>
        Expressions.And(
            operations.Select(operation => One(value, valueType, nodeType, operation.Key, operation.Value))
        );

    private static Expression One(Expression value, Type type, string? nodeType, string operation, object? operand)
    {
        switch (operation)
        {
            case "eq":
                return Equal(value, type, nodeType, operand);
            case "neq":
                return Expression.Not(Equal(value, type, nodeType, operand));
            case var _ when operand is null:
                return Expressions.True;
            case "and":
                return Expressions.And(Nested(operand));
            case "or":
                return Expressions.Or(Nested(operand));
            case "in":
                return In(value, type, nodeType, (IEnumerable)operand);
            case "nin":
                return Expression.Not(In(value, type, nodeType, (IEnumerable)operand));
        }

        var negated = operation[0] == 'n';
        var positive = negated ? operation[1..] : operation;
        Expression condition =
            type == typeof(string) ? Search(value, positive, (string)operand) : Compare(value, type, positive, operand);
        if (!negated)
            return condition;
        return Expressions.CanBeNull(value.Type)
            ? Expression.OrElse(Expressions.IsNull(value), Expression.Not(condition))
            : Expression.Not(condition);

        IEnumerable<Expression> Nested(object list) =>
            ((IEnumerable)list)
                .OfType<IReadOnlyDictionary<string, object?>>()
                .Select(inner => Compile(value, type, nodeType, inner));
    }

    private static Expression Equal(Expression value, Type type, string? nodeType, object? operand)
    {
        if (operand is not null)
            return Expression.Equal(value, Operand(value.Type, type, nodeType, operand));
        return Expressions.CanBeNull(value.Type) ? Expressions.IsNull(value) : Expression.Constant(false);
    }

    private static Expression In(Expression value, Type type, string? nodeType, IEnumerable operands)
    {
        var values = operands.Cast<object?>().ToList();
        var known = values.OfType<object>().Select(operand => Raw(value.Type, nodeType, operand)).ToArray();
        var array = Array.CreateInstance(value.Type, known.Length);
        for (var i = 0; i < known.Length; i++)
            array.SetValue(known[i], i);
        var contains = Expression.Call(
            typeof(Enumerable),
            nameof(Enumerable.Contains),
            [value.Type],
            Expressions.Parameter(array, array.GetType()),
            value
        );
        return values.Count > known.Length && Expressions.CanBeNull(value.Type)
            ? Expression.OrElse(Expressions.IsNull(value), contains)
            : contains;
    }

    private static BinaryExpression Compare(Expression value, Type type, string operation, object operand)
    {
        var right = Operand(value.Type, type, null, operand);
        return operation switch
        {
            "gt" => Expression.GreaterThan(value, right),
            "gte" => Expression.GreaterThanOrEqual(value, right),
            "lt" => Expression.LessThan(value, right),
            "lte" => Expression.LessThanOrEqual(value, right),
            _ => throw new InvalidOperationException($"Unknown operation {operation}."),
        };
    }

    private static MethodCallExpression Search(Expression value, string operation, string operand)
    {
        var method = operation switch
        {
            "contains" => nameof(string.Contains),
            "startsWith" => nameof(string.StartsWith),
            "endsWith" => nameof(string.EndsWith),
            _ => throw new InvalidOperationException($"Unknown operation {operation}."),
        };
        return Expression.Call(
            Expression.Call(Fold, value),
            typeof(string).GetMethod(method, [typeof(string)])!,
            Expressions.Parameter(SearchText.Fold(operand), typeof(string))
        );
    }

    private static Expression Operand(Type target, Type type, string? nodeType, object operand) =>
        Expressions.Parameter(Raw(target, nodeType, operand), target);

    /// <summary>The operand as the value's type: ids are decoded, computed enums are spelt.</summary>
    private static object Raw(Type target, string? nodeType, object operand) =>
        operand switch
        {
            string id when nodeType is not null => NodeId.Parse(id, nodeType, "where"),
            Enum spelt when target == typeof(string) => EnumText.ToScreamingSnake(spelt.ToString()),
            _ => operand,
        };
}
