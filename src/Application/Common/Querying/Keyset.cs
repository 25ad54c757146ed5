using System.Linq.Expressions;

namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>An order over rows, and the conditions "after this row" and "before this row" in it.</summary>
internal sealed class Keyset<T>(IReadOnlyList<SortKey> keys)
{
    public IQueryable<T> Sort(IQueryable<T> rows, bool backwards) => Sort(rows, row => row, backwards);

    /// <summary>Sorts things that hold a row.</summary>
    public IQueryable<TOuter> Sort<TOuter>(IQueryable<TOuter> rows, Expression<Func<TOuter, T>> rowOf, bool backwards)
    {
        var ordered = false;
        foreach (var key in keys)
        {
            var value = key.Value.Apply(rowOf.Body);
            if (key.CanBeNull)
                By(Expressions.IsNull(value), backwards);
            By(value, key.Descending != backwards);
        }

        return rows;

        void By(Expression value, bool descending)
        {
            var method = (ordered ? "ThenBy" : "OrderBy") + (descending ? "Descending" : "");
            var lambda = Expression.Lambda(value, rowOf.Parameters);
            var call = Expression.Call(
                typeof(Queryable),
                method,
                [typeof(TOuter), value.Type],
                rows.Expression,
                Expression.Quote(lambda)
            );
            rows = rows.Provider.CreateQuery<TOuter>(call);
            ordered = true;
        }
    }

    /// <summary>The rows strictly after (or before) the one with these key values.</summary>
    public Expression<Func<T, bool>> Beyond(IReadOnlyList<object?> values, bool before)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var alternatives = new List<Expression>();
        var same = new List<Expression>();
        for (var i = 0; i < keys.Count; i++)
        {
            var value = keys[i].Value.Apply(row);
            if (Past(keys[i], value, values[i], before) is { } past)
                alternatives.Add(Expressions.And([.. same, past]));
            same.Add(Same(value, values[i]));
        }

        return Expression.Lambda<Func<T, bool>>(Expressions.Or(alternatives), row);
    }

    private static Expression Same(Expression value, object? at) =>
        at is null ? Expressions.IsNull(value) : Expression.Equal(value, Expressions.Parameter(at, value.Type));

    /// <summary>Null where nothing can lie past it: nulls are last, so nothing comes after them by this key.</summary>
    private static Expression? Past(SortKey key, Expression value, object? at, bool before)
    {
        if (at is null)
            return before ? Expression.Not(Expressions.IsNull(value)) : null;
        var greater = key.Descending == before;
        var past = Compare(value, Expressions.Parameter(at, value.Type), greater);
        return key.CanBeNull && !before ? Expression.OrElse(past, Expressions.IsNull(value)) : past;
    }

    private static BinaryExpression Compare(Expression value, Expression at, bool greater)
    {
        if (value.Type == typeof(string))
        {
            var compare = typeof(string).GetMethod(nameof(string.Compare), [typeof(string), typeof(string)])!;
            (value, at) = (Expression.Call(compare, value, at), Expression.Constant(0));
        }

        return greater ? Expression.GreaterThan(value, at) : Expression.LessThan(value, at);
    }
}
