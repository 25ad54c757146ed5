using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Infrastructure.Reads;

/// <summary>Compiles what is selected of a budget position.</summary>
internal static class Budgets
{
    /// <summary>Of a row of its own.</summary>
    public static Shape Of(Place place, BudgetField field, FieldSelection selection)
    {
        var budget = selection.Argument("asOf") is ScalarInput moment
            ? BudgetSql.At(field, place.Row, moment)
            : BudgetSql.Of(field, place.Row);
        var year = place.Row.Column("FiscalYear");
        return Object(
            selection,
            figure => place.Statement.Column(budget.Figure(figure), ColumnKind.Decimal),
            figures => Adjacent(place.Statement, figures.Select(budget.Figure)),
            () => (place.Statement.Column(year, ColumnKind.Int), place.Statement.Column(year, ColumnKind.Int))
        );
    }

    /// <param name="column">The column of a figure.</param>
    /// <param name="adjacent">The first of the columns of figures that stand side by side.</param>
    /// <param name="years">The columns of the first and the last fiscal year.</param>
    public static ObjectShape Object(
        FieldSelection selection,
        Func<string, int> column,
        Func<IEnumerable<string>, int> adjacent,
        Func<(int First, int Last)> years
    ) =>
        new([
            .. selection
                .Below("BudgetPosition")
                .Select(selected =>
                {
                    var shape = selected.NewShape();
                    shape.Shape = selected.Name switch
                    {
                        "__typename" => new ConstantShape("BudgetPosition"),
                        "quarters" => Quarters(selected, adjacent, years()),
                        _ => new ColumnShape(column(selected.Name)),
                    };
                    return shape;
                }),
        ]);

    private static QuartersShape Quarters(
        FieldSelection selection,
        Func<IEnumerable<string>, int> adjacent,
        (int First, int Last) years
    ) =>
        new(
            [
                .. selection
                    .Below("QuarterBudget")
                    .Select(selected => new QuarterField(
                        JsonBuffer.NameOf(selected.Key),
                        selected.Name,
                        selected.Name is "planned" or "disbursed"
                            ? adjacent(Enumerable.Range(1, 4).Select(quarter => $"{selected.Name}Q{quarter}"))
                            : -1
                    )),
            ],
            years.First,
            years.Last
        );

    private static int Adjacent(StatementBuilder statement, IEnumerable<string> figures) =>
        figures.Select(figure => statement.Next(figure, ColumnKind.Decimal)).ToList()[0];
}
