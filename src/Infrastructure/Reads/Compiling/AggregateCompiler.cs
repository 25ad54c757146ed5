using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>Compiles counts, sums and groups over all rows of a list.</summary>
internal sealed class AggregateCompiler(ReadCompiler compiler)
{
    /// <summary>
    /// <c>totalCount</c>, <c>budget</c>, <c>aggregate</c> or <c>groups</c> of a connection. Kept totals are used if
    /// they have everything that is selected, because they are far fewer rows.
    /// </summary>
    public Shape Of(WholeList list, FieldSelection field, FieldShape shape)
    {
        // Groups and the budget may be sums of a past moment. An aggregate may have several.
        var past = field.Name is "groups" or "budget" ? PastTotals.Of(list.Model.Row) : [];
        return FromTotals(list, Rollup.Of(list.Model.Row).Concat(past), from => From(from, field, shape));
    }

    /// <summary>Reads from the first totals that have everything that is selected, or from the rows if none have.</summary>
    private Shape FromTotals(WholeList list, IEnumerable<Rollup> totals, Func<WholeList, Shape> compile)
    {
        foreach (var kept in list.IsRoot ? totals : [])
        {
            if (compiler.IfKept(() => compile(list.Of(kept))) is { } found)
                return found;
        }

        return compile(list);
    }

    private Shape From(WholeList list, FieldSelection field, FieldShape shape)
    {
        if (field.Name == "groups")
            return new GroupCompiler(compiler, list, field).Compile(shape);
        var sums = list.At(field.Name == "budget" ? field.Argument("asOf") : null);
        var value = field.Name switch
        {
            "totalCount" => Count(sums),
            "budget" => Budget(sums, list, list.Model.Fields.OfType<BudgetField>().First(), field),
            _ => Aggregate(sums, list, field),
        };
        return Shapes.Guarded(sums.Statement.Number, shape, Shapes.First(sums.Rows, value));
    }

    private static Shape Count(Sums sums) =>
        Shapes.Column(sums.Statement.Column($"{sums.Row.Count}::int", ColumnKind.Int));

    /// <summary>The selected figures of the rows of a list, or of a group of them.</summary>
    public Shape Aggregate(Sums sums, WholeList list, FieldSelection selection) =>
        Aggregate(sums, list, list.Model.Name, list.Model.Fields, selection);

    /// <param name="type">The name of the aggregated type: a model or a group of values.</param>
    private Shape Aggregate(
        Sums sums,
        WholeList list,
        string type,
        IReadOnlyList<ModelField> fields,
        FieldSelection selection
    ) =>
        selection.Step(
            selection.Object(
                $"{type}Aggregate",
                (selected, shape) =>
                    fields.FirstOrDefault(one => one.Name == selected.Name) is { } field
                        ? Member(sums, list, field, selected, shape)
                        : Count(sums)
            )
        );

    private Shape Member(Sums sums, WholeList list, ModelField field, FieldSelection selection, FieldShape shape)
    {
        var what = $"{list.Model.Name}.{field.Name}";
        if (!compiler.Allows(field))
            return Shapes.Refused(shape, what, field.Access);
        sums.Statement.Use(what, field.Access);
        return field switch
        {
            BudgetField budget => BudgetOfRows(sums, list, budget, selection, shape),
            GroupField group => Aggregate(sums, list, group.Type.Name, group.Fields, selection),
            _ => Functions(sums, field, selection),
        };
    }

    /// <summary>A budget at a past moment needs a statement of its own.</summary>
    private Shape BudgetOfRows(Sums sums, WholeList list, BudgetField field, FieldSelection selection, FieldShape shape)
    {
        if (selection.Argument("asOf") is not { } moment || sums.IsGrouped)
            return Budget(sums, list, field, selection);
        return FromTotals(list, PastTotals.Of(list.Model.Row), At);

        Shape At(WholeList from)
        {
            var then = from.At(moment);
            var budget = Shapes.First(then.RowsOfSame, Budget(then, from, field, selection));
            return Shapes.Guarded(then.Statement.Number, shape, budget);
        }
    }

    /// <summary>The money of all rows together. Rates are computed from the sums.</summary>
    private static Shape Budget(Sums sums, WholeList list, BudgetField field, FieldSelection selection)
    {
        var budget = BudgetSql.Of(field, sums.Row, selection.Argument("asOf"));
        var year = sums.Row.Column("FiscalYear");
        if (sums.Row.Rollup is { IsNet: true })
            year = $"CASE WHEN {sums.Row.Name}.entries > 0 THEN {year} END";
        var none = list.YearOfParent ?? FiscalYearOf(sums.Statement.Today());
        return BudgetCompiler.Object(
            selection,
            sums.Statement,
            budget.Sum,
            $"coalesce(min({year}), {none})",
            $"coalesce(max({year}), {none})"
        );
    }

    /// <summary>The fiscal year (Buddhist era) of a day.</summary>
    public static string FiscalYearOf(string day) => $"(extract(year FROM {day} + interval '3 months')::int + 543)";

    private static Shape Functions(Sums sums, ModelField field, FieldSelection selection) =>
        selection.Step(
            selection.Object(
                selection.Type.TrimEnd('!'),
                (selected, _) =>
                {
                    var figure = Figures.Of(field, selected.Name, sums.Row);
                    return Shapes.Column(sums.Statement.Column(figure.Sql, ColumnKind.Of(figure.Type)));
                }
            )
        );
}
