using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>
/// Compiles the groups of a list: the rows of a group share the values of up to three keys, and each group has
/// aggregates.
/// </summary>
internal sealed class GroupCompiler(ReadCompiler compiler, AggregateCompiler aggregates)
{
    public Shape Of(WholeList list, FieldSelection selection, FieldShape shape)
    {
        var keys = Keys(list.Model, selection);
        var size = PageRequest
            .Of(
                ((selection.Argument("first") as ScalarInput)?.Known as int?) ?? GroupLimits.DefaultSize,
                null,
                null,
                null
            )
            .Size;
        var sums = list.Groups();
        var (statement, row) = (sums.Statement, sums.Row);
        foreach (var key in keys.Where(key => !key.Access.IsOpen || key.Access.IsPersonal))
            statement.Uses.Add(new FieldUse($"{list.Model.Name}.{key.Name}", key.Access));
        string[] values = [.. keys.Select(key => Value(key, row))];
        var item = Item(list, sums, keys, values, selection.Below(list.Model.GroupName), shape);
        compiler.Uses(statement, selection.Argument("having"), list.Model);
        compiler.Uses(statement, selection.Argument("order"), list.Model);
        var having = new GroupConditions(statement.Sql, list.Model, row).Compile(selection.Argument("having"));
        string[] sorted = [.. keys.Select((key, i) => Orders.Sorted(values[i], key.Type))];
        var order = GroupOrder.Clause(list.Model, row, keys, (values, sorted), selection.Argument("order"));
        if (row.NeedsMoment)
            throw new NotInRollupException();
        if (sums.Key >= 0)
            sums.Place = statement.Next($"row_number() OVER ({order})", ColumnKind.Int);
        var by = string.Join(", ", values.Distinct());
        if (row.Rollup is { IsNet: true })
            having = Sql.And([$"{row.Count} > 0", having]);
        sums.Tail = $" GROUP BY {by}{(having is null or Sql.True ? "" : $" HAVING {having}")} {order} LIMIT {size}";
        return ReadCompiler.Guarded(statement, shape, new ListShape(statement.Number, sums.Key, item), isEntered: true);
    }

    private static List<GroupKey> Keys(Model model, FieldSelection selection)
    {
        var by = selection.Arguments["by"];
        var items = by is ListInput list ? list.Items : [by];
        List<string> names = [.. items.OfType<ScalarInput>().Select(item => (string)item.Known!)];
        if (names.Count is 0 or > GroupLimits.MaxKeys)
            throw new QueryRefusedException("INVALID_GROUPS", "by", $"takes 1 to {GroupLimits.MaxKeys} keys.");
        if (names.Distinct().Count() < names.Count)
            throw new QueryRefusedException("INVALID_GROUPS", "by", "takes each key once.");
        return names.ConvertAll(name => model.GroupKeys.First(key => key.Name == name));
    }

    /// <summary>The value that the rows of a group share.</summary>
    public static string Value(GroupKey key, SqlRow row)
    {
        if (key.Part == DatePart.None)
            return key.Computed is { } computed ? Computed.Of(computed, row) : row.Column(key.Value!);
        var day =
            row.Month(key.Value!)
            ?? (
                key.Value!.Type == typeof(DateTimeOffset)
                    ? $"({row.Column(key.Value)} AT TIME ZONE 'UTC' + interval '7 hours')"
                    : row.Column(key.Value)
            );
        return key.Part switch
        {
            DatePart.FiscalYear => AggregateCompiler.FiscalYearOf(day),
            DatePart.Quarter => $"('Q' || (extract(quarter FROM {day} + interval '3 months')::int)::text)",
            _ => $"date_trunc('month', {day})::date",
        };
    }

    private ObjectShape Item(
        WholeList list,
        Sums sums,
        IReadOnlyList<GroupKey> keys,
        string[] values,
        IReadOnlyList<FieldSelection> selected,
        FieldShape groups
    ) =>
        new([
            .. selected.Select(selection =>
            {
                var shape = selection.NewShape();
                shape.Shape = selection.Name switch
                {
                    "__typename" => new ConstantShape(list.Model.GroupName),
                    "key" => new StepShape(selection.Key, Key(list, sums, keys, values, selection, groups)),
                    "label" => new ColumnShape(sums.Statement.Column(Label(sums.Row, keys, values), ColumnKind.Text)),
                    _ => new StepShape(
                        selection.Key,
                        aggregates.Aggregate(
                            sums,
                            list,
                            list.Model.Name,
                            list.Model.Fields,
                            selection.Below($"{list.Model.Name}Aggregate")
                        )
                    ),
                };
                return shape;
            }),
        ]);

    private ObjectShape Key(
        WholeList list,
        Sums sums,
        IReadOnlyList<GroupKey> keys,
        string[] values,
        FieldSelection selection,
        FieldShape groups
    ) =>
        new([
            .. selection
                .Below($"{list.Model.Name}GroupKeyValues")
                .Select(selected =>
                {
                    var shape = selected.NewShape();
                    var at = keys.ToList().FindIndex(key => key.FieldName == selected.Name);
                    shape.Shape =
                        selected.Name == "__typename" ? new ConstantShape($"{list.Model.Name}GroupKeyValues")
                        : at < 0 ? NothingShape.Instance
                        : keys[at].Node is { } node ? Link(sums, node, values[at], selected, shape)
                        : new ColumnShape(sums.Statement.Column(values[at], KindOf(keys[at])));
                    return shape;
                }),
        ]);

    /// <summary>The row whose id is the key.</summary>
    private Shape Link(Sums sums, Type node, string value, FieldSelection selection, FieldShape shape)
    {
        var id = sums.Statement.Column(value, ColumnKind.Id);
        var model = compiler.Context.Model(node);
        var statement = compiler.NewStatement(
            new IdSource(sums.Statement.Number, id),
            hasParent: true,
            level: sums.Statement.Level + 1
        );
        var item = compiler.Rows(statement, model, selection.Below(model.Name));
        return ReadCompiler.Guarded(
            statement,
            shape,
            new StepShape(selection.Key, new FirstShape(statement.Number, id, item))
        );
    }

    private static ColumnKind KindOf(GroupKey key) =>
        key.Part switch
        {
            DatePart.FiscalYear => ColumnKind.Int,
            DatePart.Quarter => ColumnKind.Text,
            DatePart.Month => ColumnKind.Date,
            _ => ColumnKinds.Of(key.Type),
        };

    /// <summary>The readable name of a group: the labels of its keys.</summary>
    public static string Label(SqlRow row, IReadOnlyList<GroupKey> keys, string[] values)
    {
        var labels = keys.Select((key, i) => Label(row, key, values[i]));
        return keys.Count == 1
            ? labels.First()
            : $"nullif(concat_ws(' · ', {string.Join(", ", labels)}) COLLATE \"th-x-icu\", '')";
    }

    private static string Label(SqlRow row, GroupKey key, string value) =>
        key is { Node: { } node, Label: { } name } ? NameOf(row, key.Value!, node, name, value)
        : key.Label is { } label ? $"min({row.Column(label)})"
        : $"({value})::text";

    /// <summary>
    /// The name of the row whose id is the key. A subquery finds it for the groups that are returned, so it is not
    /// joined to all rows.
    /// </summary>
    private static string NameOf(SqlRow row, MemberPath id, Type node, MemberPath name, string value)
    {
        var other = new SqlRow(row.Context, row.Sql, node);
        var owner = id.Steps.Count == 1 ? row.Type : id.Steps[^2].Row ?? id.Steps[^2].Property.PropertyType;
        var seen = row.Context.RuleBetween(owner, id.Last.Name, node) is { } rule
            ? row.Context.Visibility.Condition(rule, other)
            : null;
        var member = string.Join('.', name.Steps.Skip(id.Steps.Count).Select(step => step.Property.Name));
        return $"(SELECT {other.Column(member)} FROM {other.From}{Sql.Where($"{other.Id} = {value}", seen)})";
    }
}
