using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>Compiles the selected fields of a budget position.</summary>
internal static class BudgetCompiler
{
    /// <summary>The budget of one row.</summary>
    public static Shape Of(Place place, BudgetField field, FieldSelection selection)
    {
        var budget = BudgetSql.Of(field, place.Row, selection.Argument("asOf"));
        var year = place.Row.Column("FiscalYear");
        return Object(selection, place.Statement, budget.Figure, year, year);
    }

    /// <param name="figure">The expression of a figure.</param>
    /// <param name="firstYear">The expression of the first fiscal year.</param>
    public static Shape Object(
        FieldSelection selection,
        Statement statement,
        Func<string, string> figure,
        string firstYear,
        string lastYear
    ) =>
        selection.Step(
            selection.Object(
                "BudgetPosition",
                (selected, _) =>
                    selected.Name == "quarters"
                        ? Quarters(
                            selected,
                            statement.Column(firstYear, ColumnKind.Int),
                            statement.Column(lastYear, ColumnKind.Int),
                            name => statement.Column(figure(name), ColumnKind.Decimal)
                        )
                        : Shapes.Column(statement.Column(figure(selected.Name), ColumnKind.Decimal))
            )
        );

    /// <param name="column">The column of a figure.</param>
    private static Shape Quarters(FieldSelection selection, int firstYear, int lastYear, Func<string, int> column)
    {
        var amounts = selection
            .Below("QuarterBudget")
            .Select(selected => selected.Name)
            .Where(name => name is "planned" or "disbursed")
            .Distinct()
            .ToDictionary(name => name, name => Enumerable.Range(1, 4).Select(i => column($"{name}Q{i}")).ToArray());
        return Shapes.List([.. Enum.GetValues<FiscalQuarter>().Select(Quarter)]);

        Shape Quarter(FiscalQuarter quarter) =>
            selection.Object(
                "QuarterBudget",
                (selected, _) =>
                    selected.Name switch
                    {
                        "quarter" => Shapes.Constant(EnumText.Of(quarter)),
                        "startsOn" => Day(firstYear, year => year.StartOf(quarter)),
                        "endsOn" => Day(lastYear, year => year.EndOf(quarter)),
                        var amount => Shapes.Column(amounts[amount][(int)quarter]),
                    }
            );
    }

    private static Shape Day(int year, Func<FiscalYear, DateOnly> day) =>
        Shapes.Of((json, row) => json.Date(day(new FiscalYear(row.Value<int>(year)))));
}
