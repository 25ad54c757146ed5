using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>The figures of several rows together, which can be selected, compared and sorted by.</summary>
internal static class Figures
{
    /// <summary>
    /// <c>sum</c>, <c>avg</c>, <c>min</c>, <c>max</c> or <c>countDistinct</c> of a field, an amount of a budget, or the
    /// number of rows if there is no field.
    /// </summary>
    public static ConditionValue Of(ModelField? field, string function, SqlRow row) =>
        field switch
        {
            null => new(row.Count, typeof(int), false),
            BudgetField budget => new(
                BudgetSql.Of(budget, row).Sum(function),
                typeof(decimal),
                function == BudgetSql.Rate
            ),
            _ => new(
                row.Rollup is null ? OfRows(field, function, row) : OfTotals(field, function, row),
                function switch
                {
                    "sum" or "avg" => typeof(decimal),
                    "countDistinct" => typeof(int),
                    _ => ((ValueField)field).Type,
                },
                function != "countDistinct"
            ),
        };

    private static string OfRows(ModelField field, string function, SqlRow row)
    {
        var value = field switch
        {
            ValueField one => Values.Column(one, row),
            // A related row that is missing or not visible is not counted.
            OneField { IsNullable: true } one => Orders.Other(one, row).Id,
            OneField one => Children.Key(one, row),
            LocalTextField text => row.Column(text.English),
            _ => throw new InvalidOperationException($"{field} has no {function}."),
        };
        return function switch
        {
            "sum" when field is ValueField stored && stored.Type == typeof(decimal) => $"round(sum({value}), 2)",
            "sum" => $"sum({value})",
            "avg" => $"round(avg({value}), 2)",
            "countDistinct" => $"count(DISTINCT {value})::int",
            _ => $"{function}({value})",
        };
    }

    private static string OfTotals(ModelField field, string function, SqlRow row) =>
        ((field as ValueField)?.Path?.ToString(), function) switch
        {
            (Rollup.Summed, "sum") => $"round(sum({row.Name}.amount), 2)",
            (Rollup.Summed, "avg") => $"round(sum({row.Name}.amount) / nullif({row.Count}, 0), 2)",
            _ => throw new NotInRollupException(),
        };
}
