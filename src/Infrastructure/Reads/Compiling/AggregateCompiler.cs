using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>Compiles counts, sums and groups over all rows of a list.</summary>
internal sealed class AggregateCompiler(ReadCompiler compiler)
{
    /// <summary>
    /// <c>totalCount</c>, <c>budget</c>, <c>aggregate</c> or <c>groups</c> of a connection. Kept totals are used if
    /// they have everything that is selected, because they are far fewer rows.
    /// </summary>
    public Shape Of(WholeList list, FieldSelection field, FieldShape shape) =>
        FromTotals(list, Totals(list, field), from => From(from, field, shape));

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

    /// <summary>
    /// Groups and the budget of a connection may be sums of a past moment. An aggregate may have several.
    /// </summary>
    private static IEnumerable<Rollup> Totals(WholeList list, FieldSelection field)
    {
        var now = Rollup.Of(list.Model.Row);
        return field.Name is "groups" or "budget" ? now.Concat(PastTotals.Of(list.Model.Row)) : now;
    }

    private Shape From(WholeList list, FieldSelection field, FieldShape shape)
    {
        if (field.Name == "groups")
            return new GroupCompiler(compiler, this).Of(list, field, shape);
        var sums = list.At(field.Name == "budget" ? field.Argument("asOf") : null);
        Shape value = field.Name switch
        {
            "totalCount" => new ColumnShape(Count(sums)),
            "budget" => Budget(sums, list, list.Model.Fields.OfType<BudgetField>().First(), field),
            _ => Aggregate(sums, list, list.Model.Name, list.Model.Fields, field.Below($"{list.Model.Name}Aggregate")),
        };
        return ReadCompiler.Guarded(
            sums.Statement,
            shape,
            new FirstShape(sums.Statement.Number, sums.Key, value),
            isEntered: true
        );
    }

    public static int Count(Sums sums) => sums.Statement.Column($"{sums.Row.Count}::int", ColumnKind.Int);

    /// <summary>The fields of an aggregate.</summary>
    /// <param name="type">The name of the aggregated type: a model or a group of values.</param>
    public ObjectShape Aggregate(
        Sums sums,
        WholeList list,
        string type,
        IReadOnlyList<ModelField> fields,
        IReadOnlyList<FieldSelection> selected
    ) =>
        new([
            .. selected.Select(selection =>
            {
                var shape = selection.NewShape();
                shape.Shape = Member(sums, list, type, fields, selection, shape);
                return shape;
            }),
        ]);

    private Shape Member(
        Sums sums,
        WholeList list,
        string type,
        IReadOnlyList<ModelField> fields,
        FieldSelection selection,
        FieldShape shape
    )
    {
        if (selection.Name == "__typename")
            return new ConstantShape($"{type}Aggregate");
        if (fields.FirstOrDefault(one => one.Name == selection.Name) is not { } field)
            return new ColumnShape(Count(sums));
        if (!compiler.Allows(field))
            return new RefusedShape(shape, $"{list.Model.Name}.{field.Name}", field.Access);
        if (field.Access.IsPersonal)
            sums.Statement.Uses.Add(new FieldUse($"{list.Model.Name}.{field.Name}", field.Access));
        return field switch
        {
            BudgetField budget => BudgetOfRows(sums, list, budget, selection, shape),
            GroupField group => new StepShape(
                selection.Key,
                Aggregate(sums, list, group.Type.Name, group.Fields, selection.Below($"{group.Type.Name}Aggregate"))
            ),
            _ => Functions(sums, field, selection),
        };
    }

    /// <summary>A budget at a past moment needs a statement of its own.</summary>
    private Shape BudgetOfRows(Sums sums, WholeList list, BudgetField field, FieldSelection selection, FieldShape shape)
    {
        if (selection.Argument("asOf") is not { } moment || sums.IsGrouped)
            return Budget(sums, list, field, selection);
        return FromTotals(list, PastTotals.Of(list.Model.Row), from => BudgetAt(from, field, selection, shape, moment));
    }

    private static Shape BudgetAt(
        WholeList list,
        BudgetField field,
        FieldSelection selection,
        FieldShape shape,
        Input moment
    )
    {
        var then = list.At(moment);
        // Below a parent, both statements begin with the parent's id. A root list has no such column.
        var parent = then.Key < 0 ? -1 : 0;
        return ReadCompiler.Guarded(
            then.Statement,
            shape,
            new FirstShape(then.Statement.Number, parent, Budget(then, list, field, selection))
        );
    }

    /// <summary>The money of all rows together. Rates are computed from the sums.</summary>
    private static StepShape Budget(Sums sums, WholeList list, BudgetField field, FieldSelection selection)
    {
        var budget = BudgetSql.Of(field, sums.Row, selection.Argument("asOf"));
        var year = sums.Row.Column("FiscalYear");
        if (sums.Row.Rollup is { IsNet: true })
            year = $"CASE WHEN {sums.Row.Name}.entries > 0 THEN {year} END";
        var none = list.YearOfParent ?? $"{FiscalYearOf(sums.Row.Sql.Today())}";
        return new StepShape(
            selection.Key,
            BudgetCompiler.Object(
                selection,
                sums.Statement,
                budget.Sum,
                () =>
                    (
                        sums.Statement.Column($"coalesce(min({year}), {none})", ColumnKind.Int),
                        sums.Statement.Column($"coalesce(max({year}), {none})", ColumnKind.Int)
                    )
            )
        );
    }

    /// <summary>The fiscal year (Buddhist era) of a day.</summary>
    public static string FiscalYearOf(string day) => $"(extract(year FROM {day} + interval '3 months')::int + 543)";

    private static StepShape Functions(Sums sums, ModelField field, FieldSelection selection)
    {
        var kind = selection.Type.TrimEnd('!');
        return new StepShape(
            selection.Key,
            new ObjectShape([
                .. selection
                    .Below(kind)
                    .Select(selected =>
                    {
                        var shape = selected.NewShape();
                        shape.Shape =
                            selected.Name == "__typename"
                                ? new ConstantShape(kind)
                                : new ColumnShape(
                                    sums.Statement.Column(
                                        Function(field, selected.Name, sums.Row),
                                        FunctionKind(field, selected.Name)
                                    )
                                );
                        return shape;
                    }),
            ])
        );
    }

    /// <summary>
    /// <c>sum</c>, <c>avg</c>, <c>min</c>, <c>max</c> or <c>countDistinct</c> of a field over the rows of a group.
    /// </summary>
    public static string Function(ModelField field, string function, SqlRow row)
    {
        if (row.Rollup is not null)
            return FromTotals(field, function, row);
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

    private static string FromTotals(ModelField field, string function, SqlRow row) =>
        ((field as ValueField)?.Path?.ToString(), function) switch
        {
            (Rollup.Summed, "sum") => $"round(sum({row.Name}.amount), 2)",
            (Rollup.Summed, "avg") => $"round(sum({row.Name}.amount) / nullif({row.Count}, 0), 2)",
            _ => throw new NotInRollupException(),
        };

    private static ColumnKind FunctionKind(ModelField field, string function) =>
        function switch
        {
            "sum" or "avg" => ColumnKind.Decimal,
            "countDistinct" => ColumnKind.Int,
            _ => ColumnKinds.Of(((ValueField)field).Type),
        };
}
