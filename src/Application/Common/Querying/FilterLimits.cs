namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>How large a filter or an order may be, so that no request makes a statement that PostgreSQL chokes on.</summary>
internal static class FilterLimits
{
    public const int MaxDepth = 16;
    public const int MaxConditions = 500;
    public const int MaxValues = 5_000;
    public const int MaxSortKeys = 20;

    public static void Check(IReadOnlyDictionary<string, object?> where)
    {
        var conditions = 0;
        Visit(where, 1, ref conditions);
    }

    public static void Check(IReadOnlyCollection<SortKey> keys)
    {
        if (keys.Count > MaxSortKeys)
            throw new QueryRefusedException("ORDER_TOO_LONG", "order", $"at most {MaxSortKeys} sort keys are taken.");
    }

    private static void Visit(object? value, int depth, ref int conditions)
    {
        if (depth > MaxDepth || conditions > MaxConditions)
        {
            throw new QueryRefusedException(
                "FILTER_TOO_LARGE",
                "where",
                $"a filter nests at most {MaxDepth} levels and has at most {MaxConditions} conditions."
            );
        }

        if (value is IReadOnlyDictionary<string, object?> entries)
        {
            foreach (var inner in entries.Values)
            {
                conditions++;
                Visit(inner, depth + 1, ref conditions);
            }
        }
        else if (value is IEnumerable<object?> items)
        {
            if (items is ICollection<object?> { Count: > MaxValues })
            {
                throw new QueryRefusedException(
                    "FILTER_TOO_LARGE",
                    "where",
                    $"a list in a filter has at most {MaxValues} values."
                );
            }

            // The objects of "and" and "or"; a list of plain values is one condition.
            foreach (var inner in items.OfType<IReadOnlyDictionary<string, object?>>())
                Visit(inner, depth, ref conditions);
        }
    }
}
