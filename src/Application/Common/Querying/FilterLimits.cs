namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>How large a filter or an order may be, so that no request makes a statement that PostgreSQL chokes on.</summary>
public static class FilterLimits
{
    public const int MaxDepth = 16;
    public const int MaxConditions = 500;
    public const int MaxValues = 5_000;
    public const int MaxSortKeys = 20;

    public static QueryRefusedException TooLarge() =>
        new(
            "FILTER_TOO_LARGE",
            "where",
            $"a filter nests at most {MaxDepth} levels and has at most {MaxConditions} conditions."
        );

    public static QueryRefusedException TooManyValues() =>
        new("FILTER_TOO_LARGE", "where", $"a list in a filter has at most {MaxValues} values.");

    public static QueryRefusedException TooManyKeys() =>
        new("ORDER_TOO_LONG", "order", $"at most {MaxSortKeys} sort keys are taken.");
}
