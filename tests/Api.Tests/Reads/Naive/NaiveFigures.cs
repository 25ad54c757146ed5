using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Figures of many rows: each counted, summed or compared in a loop.</summary>
internal sealed class NaiveFigures(NaiveValues values)
{
    /// <summary>The name of the type that tells a field's figures.</summary>
    public static string Type(ModelField field) =>
        field is not ValueField { NodeType: null } value ? "ValueAggregate"
        : value.Type == typeof(int) ? "IntAggregate"
        : value.Type == typeof(decimal) ? "DecimalAggregate"
        : value.Type == typeof(DateOnly) ? "LocalDateAggregate"
        : value.Type == typeof(DateTimeOffset) ? "DateTimeAggregate"
        : "ValueAggregate";

    public object? Of(ModelField field, string function, IReadOnlyList<object> rows)
    {
        if (field is BudgetField budget)
            return Money(budget, function, rows);
        var told = rows.Select(row => Value(field, row)).OfType<object>().ToList();
        return function switch
        {
            "countDistinct" => told.Select(Told.Of).Distinct().Count(),
            _ when told.Count == 0 => null,
            "sum" => Math.Round(told.Sum(Convert.ToDecimal), 2, MidpointRounding.AwayFromZero),
            "avg" => Math.Round(told.Sum(Convert.ToDecimal) / told.Count, 2, MidpointRounding.AwayFromZero),
            "min" => told.Min(),
            "max" => told.Max(),
            _ => throw new InvalidOperationException($"Unknown function {function}."),
        };
    }

    /// <summary>A rate is one of sums.</summary>
    public decimal? Money(BudgetField field, string figure, IReadOnlyList<object> rows)
    {
        var balances = rows.Select(row => values.Money.Of(field, row)).ToList();
        return figure == "disbursementRate"
            ? Percent.Of(balances.Sum(one => one.Disbursed.Total), balances.Sum(one => one.Revised))
            : balances.Sum(one => NaiveMoney.Figure(one, figure));
    }

    private object? Value(ModelField field, object row) =>
        field switch
        {
            ValueField value => values.Of(value, row),
            OneField { IsNullable: false, Key: { } key } => values.Seen.Value(key, row),
            OneField other => values.Other(other, row) is { } found ? values.Rows.IdOf(found) : null,
            LocalTextField text => values.Seen.Value(text.English, row),
            _ => throw new InvalidOperationException($"{field} has no figures."),
        };
}
