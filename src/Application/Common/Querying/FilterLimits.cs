namespace TeacherDevPlan.Application.Common.Querying;

/// <summary>
/// The maximum size of filters and orders, so that no request produces a statement too large for PostgreSQL.
/// </summary>
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
            $"a filter may have at most {MaxDepth} levels and {MaxConditions} conditions."
        );

    public static QueryRefusedException TooManyValues() =>
        new("FILTER_TOO_LARGE", "where", $"a list in a filter may have at most {MaxValues} values.");

    public static QueryRefusedException TooManyKeys() =>
        new("ORDER_TOO_LONG", "order", $"at most {MaxSortKeys} sort keys are allowed.");
}
