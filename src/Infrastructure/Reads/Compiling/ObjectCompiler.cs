using System.Reflection;
using NpgsqlTypes;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>Compiles the selected fields of an object that is a row.</summary>
internal sealed class ObjectCompiler(ReadCompiler compiler)
{
    public Shape Object(Place place, Model model, FieldSelection selection) =>
        Object(place, model, model.Name, model.Fields, selection);

    /// <param name="fields">The fields of the model, or of a group of values of its rows.</param>
    private Shape Object(
        Place place,
        Model model,
        string type,
        IReadOnlyList<ModelField> fields,
        FieldSelection selection
    ) =>
        selection.Object(
            type,
            (selected, shape) => Field(place, model, fields.First(one => one.Name == selected.Name), selected, shape)
        );

    private Shape Field(Place place, Model model, ModelField field, FieldSelection selection, FieldShape shape)
    {
        var what = $"{model.Name}.{field.Name}";
        if (!compiler.Allows(field))
            return Shapes.Refused(shape, what, field.Access);
        var value = Value(place, model, selection, shape, field);
        if (!field.Access.IsPersonal)
            return value;
        string[] about =
            model.About.Count > 0 ? [.. model.About.Select(member => place.Row.Column(member))]
            : place.Row.Table.Id is null ? []
            : [place.Row.Id];
        int[] ids = [.. about.Select(column => place.Statement.Column(column, ColumnKind.Id))];
        int? when = field.PersonalWhere is { } member
            ? place.Statement.Column(place.Row.Column(member), ColumnKind.Boolean)
            : null;
        return Shapes.Personal(what, ids, when, value);
    }

    private Shape Value(Place place, Model model, FieldSelection selection, FieldShape shape, ModelField field)
    {
        var (statement, row) = (place.Statement, place.Row);
        switch (field)
        {
            case ValueField { NodeType: { } node } id:
                return Shapes.Id(statement.Column(Values.Column(id, row), ColumnKind.Id), node);
            case ValueField value:
                var column = Values.Column(value, row);
                var kind =
                    value.IsRounded ? ColumnKind.Rounded
                    : value.IsList ? ColumnKind.OfList(value.Type)
                    : ColumnKind.Of(value.Type);
                return Shapes.Column(statement.Column(value.IsEmptyForNull ? $"coalesce({column}, '')" : column, kind));
            case LocalTextField text:
                return Shapes.LocalText(
                    statement.Column(row.Column(text.English), ColumnKind.Text),
                    statement.Column(row.Column(text.Thai), ColumnKind.Text)
                );
            case GroupField group:
                var values = selection.Step(Object(place, model, group.Type.Name, group.Fields, selection));
                return group.Presence is { } presence
                    ? Shapes.Present(statement.Column(row.Column(presence), ColumnKind.Of(presence.Type)), values)
                    : values;
            case BudgetField budget:
                return BudgetCompiler.Of(place, budget, selection);
            case SourceField source:
                return Source(place, source, selection);
            case OneField one:
                return One(place, selection, shape, one);
            case ManyField many:
                return compiler.OrFailed(shape, () => Many(place, selection, shape, many));
            case PageField page:
                return compiler.Connection(shape, selection, compiler.Context.Model(page.Row), (place, page.Parent));
            case NodeField node:
                return Node(place, selection, shape, node);
            default:
                throw new InvalidOperationException($"{model.Name}.{field.Name} cannot be read.");
        }
    }

    /// <summary>Joins the source of a member, of which there is at most one.</summary>
    private static Shape Source(Place place, SourceField field, FieldSelection selection)
    {
        var row = place.Row;
        var table = row.Context.Tables.Of(typeof(PrintedSource));
        var name = row.Join(
            $"source {field.Member}",
            name =>
                $" LEFT JOIN {table.Name} {name} ON {name}.{table.Column(nameof(PrintedSource.OwnerId))} = {row.Id}"
                + $" AND {name}.{table.Column(nameof(PrintedSource.Member))} = '{field.Member}'"
        );
        var source = selection.Object(
            "Source",
            (selected, _) =>
            {
                // Its fields are named as the members: "rawText" is RawText.
                var member = typeof(PrintedSource).GetProperty(
                    selected.Name,
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase
                )!;
                var kind = ColumnKind.Of(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType);
                return Shapes.Column(place.Statement.Column($"{name}.{table.Column(member.Name)}", kind));
            }
        );
        var line = place.Statement.Column($"{name}.{table.Column(nameof(PrintedSource.Line))}", ColumnKind.Int);
        return Shapes.Present(line, selection.Step(source));
    }

    private Shape One(Place place, FieldSelection selection, FieldShape shape, OneField field)
    {
        var other = Orders.Other(field, place.Row);
        var model = compiler.Context.Model(field.Row);
        var inner = Object(place.At(other, row => Orders.Other(field, row)), model, selection);
        var present = Shapes.Present(place.Statement.Column(other.Id, ColumnKind.Id), selection.Step(inner));
        return field.IsNullable ? present : Shapes.Required(shape, present, selection.Type);
    }

    /// <summary>One statement for each type that the node may have.</summary>
    private Shape Node(Place place, FieldSelection selection, FieldShape shape, NodeField field)
    {
        var type = place.Statement.Column(place.Row.Column(field.TypeName), ColumnKind.Text);
        var id = place.Statement.Column(place.Row.Column(field.Id), ColumnKind.Id);
        var shapes = compiler
            .Context.Models.Nodes.Values.Where(model => compiler.Allows(model.Fields[0]))
            .ToDictionary(
                model => model.Name,
                model =>
                {
                    var ids = new IdSource(place.Statement.Number, id, type, model.Name);
                    return compiler.Linked(place.Statement, ids, model, selection, shape);
                }
            );
        return Shapes.AnyNode(type, shapes);
    }

    /// <summary>All children of the rows at a place, in one statement.</summary>
    private Shape Many(Place parent, FieldSelection selection, FieldShape shape, ManyField field)
    {
        var below = parent.Below(compiler);
        var statement = below.Statement;
        var row = new SqlRow(statement, field.Row);
        var owner = row.Column(field.Parent);
        statement.Column(owner, ColumnKind.Id);
        var where = Sql.Where(
            below.IsAmong(owner),
            Only(row),
            Years(field, selection, row),
            Seen(row),
            new Conditions(statement).Compile(selection.Argument("where"), row)
        );
        var direction = field.Years is null ? "" : " DESC";
        List<string> order =
        [
            owner,
            .. field.Order.Select(key => Orders.Sorted(row.Column(key), key.Type) + direction),
        ];
        // Ties are broken by the id. Rows without an id have none.
        if (row.Table.Id is not null)
            order.Add(row.Id);
        statement.Text = columns => $"SELECT {columns} FROM {row.From}{where} ORDER BY {string.Join(", ", order)}";

        var place = new Place(statement, row, parent.IsFoundAgain ? Find : null, parent.Depth + 1);
        var item = field.Text is { } text
            ? Shapes.Column(statement.Column(row.Column(text), ColumnKind.Text))
            : Object(place, compiler.Context.Model(field.Row), selection);
        var rows = new ChildRows(statement.Number, below.Key);
        var isOne = field.Shape is ManyShape.First or ManyShape.FirstText;
        var all = isOne ? Shapes.First(rows, item) : Shapes.List(rows, item);
        return Shapes.Guarded(statement.Number, shape, selection.Step(all));

        string? Only(SqlRow child) => field.Only is { } only ? Children.Only(only, child) : null;

        string? Seen(SqlRow child) => child.Context.Visibility.Below(parent.Row.Type, field.Parent, child);

        (SqlRow, SqlRow, string) Find(Statement within)
        {
            var child = new SqlRow(within, field.Row);
            var among = $"{child.Column(field.Parent)} IN ({parent.Ids(within)})";
            return (child, child, Sql.Where(among, Only(child), Seen(child)));
        }
    }

    private static string? Years(ManyField field, FieldSelection selection, SqlRow row)
    {
        if (field.Years is not { } years)
            return null;
        var year = row.Statement.Value(NpgsqlDbType.Integer, ((ScalarInput)selection.Arguments["fiscalYear"]).Bind);
        return years.From.ToString() == years.To.ToString()
            ? $"{row.Column(years.From)} = {year}"
            : $"{year} BETWEEN {row.Column(years.From)} AND {row.Column(years.To)}";
    }
}
