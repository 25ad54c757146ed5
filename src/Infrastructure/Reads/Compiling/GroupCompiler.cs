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
internal sealed class GroupCompiler
{
    private readonly ReadCompiler compiler;
    private readonly WholeList list;
    private readonly FieldSelection selection;
    private readonly List<GroupKey> keys;
    private readonly int size;
    private readonly Sums sums;
    private readonly string[] values;

    public GroupCompiler(ReadCompiler compiler, WholeList list, FieldSelection selection)
    {
        (this.compiler, this.list, this.selection) = (compiler, list, selection);
        keys = Keys();
        size = PageRequest.Of(selection.Number("first") ?? GroupLimits.DefaultSize, null).Size;
        sums = list.Groups();
        values = [.. keys.Select(Value)];
    }

    private Model Model => list.Model;

    private Statement Statement => sums.Statement;

    private SqlRow Row => sums.Row;

    public Shape Compile(FieldShape shape)
    {
        foreach (var key in keys)
            Statement.Use($"{Model.Name}.{key.Name}", key.Access);
        var item = Item();
        var having = new GroupConditions(Statement, Model, Row).Compile(selection.Argument("having"));
        string[] sorted = [.. keys.Select((key, i) => Sorted(values[i], key))];
        var order = new GroupOrder(Model, Row, sorted, Label).Clause(selection.Argument("order"));
        if (Row.NeedsMoment)
            throw new NotInRollupException();
        if (!list.IsRoot)
            sums.Place = Statement.Column($"row_number() OVER ({order})", ColumnKind.Int);
        var by = string.Join(", ", values.Distinct());
        if (Row.Rollup is { IsNet: true })
            having = Sql.And([$"{Row.Count} > 0", having]);
        sums.Tail = $" GROUP BY {by}{(having is null or Sql.True ? "" : $" HAVING {having}")} {order} LIMIT {size}";
        return Shapes.Guarded(Statement.Number, shape, selection.Step(Shapes.List(sums.Rows, item)));
    }

    /// <summary>
    /// What groups are sorted by for a key. With a condition, this is an aggregate of a key that is a column, so that
    /// PostgreSQL finds all groups before it takes the first ones: an index in the order of the key would promise these
    /// sooner, but the condition may exclude most of the rows in it. Kept totals have an index for their condition.
    /// </summary>
    private string Sorted(string value, GroupKey key)
    {
        var sorted = Orders.Sorted(value, key.Type);
        return
            key is { Part: DatePart.None, Computed: null }
            && Row.Rollup is null
            && list is { IsRoot: true, Where: ObjectInput }
            ? $"any_value({sorted})"
            : sorted;
    }

    private List<GroupKey> Keys()
    {
        var by = selection.Arguments["by"];
        var items = by is ListInput given ? given.Items : [by];
        List<string> names = [.. items.OfType<ScalarInput>().Select(item => (string)item.Known!)];
        if (names.Count is 0 or > GroupLimits.MaxKeys)
            throw new QueryRefusedException("INVALID_GROUPS", "by", $"takes 1 to {GroupLimits.MaxKeys} keys.");
        if (names.Distinct().Count() < names.Count)
            throw new QueryRefusedException("INVALID_GROUPS", "by", "takes each key once.");
        return names.ConvertAll(name => Model.GroupKeys.First(key => key.Name == name));
    }

    /// <summary>The value that the rows of a group share.</summary>
    private string Value(GroupKey key)
    {
        if (key.Part == DatePart.None)
            return key.Computed is { } computed ? Computed.Of(computed, Row) : Row.Column(key.Value!);
        var day =
            Row.Month(key.Value!)
            ?? (
                key.Value!.Type == typeof(DateTimeOffset)
                    ? $"({Row.Column(key.Value)} AT TIME ZONE 'UTC' + interval '7 hours')"
                    : Row.Column(key.Value)
            );
        return key.Part switch
        {
            DatePart.FiscalYear => AggregateCompiler.FiscalYearOf(day),
            DatePart.Quarter => $"('Q' || (extract(quarter FROM {day} + interval '3 months')::int)::text)",
            _ => $"date_trunc('month', {day})::date",
        };
    }

    private static ColumnKind KindOf(GroupKey key) =>
        key.Part switch
        {
            DatePart.FiscalYear => ColumnKind.Int,
            DatePart.Quarter => ColumnKind.Text,
            DatePart.Month => ColumnKind.Date,
            _ => ColumnKind.Of(key.Type),
        };

    private Shape Item() =>
        selection.Object(
            Model.GroupName,
            (selected, _) =>
                selected.Name switch
                {
                    "key" => selected.Step(selected.Object($"{Model.Name}GroupKeyValues", Key)),
                    "label" => Shapes.Column(Statement.Column(Label(), ColumnKind.Text)),
                    _ => new AggregateCompiler(compiler).Aggregate(sums, list, selected),
                }
        );

    private Shape Key(FieldSelection selected, FieldShape shape)
    {
        var at = keys.FindIndex(key => key.FieldName == selected.Name);
        if (at < 0)
            return Shapes.Nothing;
        if (keys[at].Node is not { } node)
            return Shapes.Column(Statement.Column(values[at], KindOf(keys[at])));
        var id = new IdSource(Statement.Number, Statement.Column(values[at], ColumnKind.Id));
        return compiler.Linked(Statement, id, Row.Context.Model(node), selected, shape);
    }

    /// <summary>The readable name of a group: the labels of its keys.</summary>
    private string Label()
    {
        string[] labels = [.. keys.Select((key, i) => Label(key, values[i]))];
        return labels is [var only]
            ? only
            : $"nullif(concat_ws(' · ', {string.Join(", ", labels)}) COLLATE \"th-x-icu\", '')";
    }

    private string Label(GroupKey key, string value) =>
        key is { Node: { } node, Label: { } name } ? NameOf(key.Value!, node, name, value)
        : key.Label is { } label ? $"min({Row.Column(label)})"
        : $"({value})::text";

    /// <summary>
    /// The name of the row whose id is the key. A subquery finds it for the groups that are returned, so it is not
    /// joined to all rows.
    /// </summary>
    private string NameOf(MemberPath id, Type node, MemberPath name, string value)
    {
        var other = new SqlRow(Statement, node);
        var owner = id.Steps.Count == 1 ? Row.Type : id.Steps[^2].Row ?? id.Steps[^2].Property.PropertyType;
        var seen = Row.Context.Visibility.Between(owner, id.Last.Name, other);
        var member = string.Join('.', name.Steps.Skip(id.Steps.Count).Select(step => step.Property.Name));
        return $"(SELECT {other.Column(member)} FROM {other.From}{Sql.Where($"{other.Id} = {value}", seen)})";
    }
}
