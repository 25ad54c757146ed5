using TeacherDevPlan.Application.Common.Models;
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
        return Object(
            selection,
            place.Statement,
            budget.Figure,
            () => (place.Statement.Column(year, ColumnKind.Int), place.Statement.Column(year, ColumnKind.Int))
        );
    }

    /// <param name="sql">The expression of a figure.</param>
    /// <param name="years">The columns of the first and the last fiscal year.</param>
    public static ObjectShape Object(
        FieldSelection selection,
        StatementBuilder statement,
        Func<string, string> sql,
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
                        "quarters" => Quarters(selected, statement, sql, years()),
                        _ => new ColumnShape(statement.Column(sql(selected.Name), ColumnKind.Decimal)),
                    };
                    return shape;
                }),
        ]);

    private static QuartersShape Quarters(
        FieldSelection selection,
        StatementBuilder statement,
        Func<string, string> sql,
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
                            ? Adjacent(
                                statement,
                                Enumerable.Range(1, 4).Select(quarter => sql($"{selected.Name}Q{quarter}"))
                            )
                            : -1
                    )),
            ],
            years.First,
            years.Last
        );

    /// <summary>Adds adjacent columns and returns the index of the first.</summary>
    private static int Adjacent(StatementBuilder statement, IEnumerable<string> figures) =>
        figures.Select(figure => statement.Next(figure, ColumnKind.Decimal)).ToList()[0];
}
