using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>Compiles the selected fields of an object that is a row.</summary>
internal sealed class ObjectCompiler(ReadCompiler compiler)
{
    private static readonly (string Name, string Member, ColumnKind Kind)[] SourceMembers =
    [
        ("line", nameof(PrintedSource.Line), ColumnKind.Int),
        ("table", nameof(PrintedSource.Table), ColumnKind.Int),
        ("row", nameof(PrintedSource.Row), ColumnKind.Int),
        ("column", nameof(PrintedSource.Column), ColumnKind.Int),
        ("rawText", nameof(PrintedSource.RawText), ColumnKind.Text),
        ("page", nameof(PrintedSource.Page), ColumnKind.Int),
        ("paragraph", nameof(PrintedSource.Paragraph), ColumnKind.Int),
        ("sheet", nameof(PrintedSource.Sheet), ColumnKind.Text),
        ("cell", nameof(PrintedSource.Cell), ColumnKind.Text),
    ];

    public Shape Object(Place place, Model model, IReadOnlyList<FieldSelection> selected) =>
        Object(place, model, model.Name, model.Fields, selected);

    /// <param name="fields">The fields of the model, or of a group of values of its rows.</param>
    private ObjectShape Object(
        Place place,
        Model model,
        string type,
        IReadOnlyList<ModelField> fields,
        IReadOnlyList<FieldSelection> selected
    ) =>
        new([
            .. selected.Select(selection =>
            {
                var field = selection.NewShape();
                field.Shape =
                    selection.Name == "__typename"
                        ? new ConstantShape(type)
                        : Field(place, model, fields.First(one => one.Name == selection.Name), selection, field);
                return field;
            }),
        ]);

    private Shape Field(Place place, Model model, ModelField field, FieldSelection selection, FieldShape shape)
    {
        var what = $"{model.Name}.{field.Name}";
        if (!compiler.Allows(field))
            return new RefusedShape(shape, what, field.Access);
        var value = Value(place, model, selection, shape, field);
        if (!field.Access.IsPersonal)
            return value;
        string[] about =
            model.About.Count > 0 ? [.. model.About.Select(member => place.Row.Column(member))]
            : place.Row.Table.Id is null ? []
            : [place.Row.Id];
        int[] ids = [.. about.Select(column => place.Statement.Column(column, ColumnKind.Id))];
        var when = field.PersonalWhere is { } member
            ? place.Statement.Column(place.Row.Column(member), ColumnKind.Boolean)
            : -1;
        return new PersonalShape(what, ids, when, value);
    }

    private Shape Value(Place place, Model model, FieldSelection selection, FieldShape shape, ModelField field)
    {
        var (statement, row) = (place.Statement, place.Row);
        switch (field)
        {
            case ValueField { NodeType: { } node } id:
                return new IdShape(statement.Column(Values.Column(id, row), ColumnKind.Id), node);
            case ValueField value:
                var column = Values.Column(value, row);
                return new ColumnShape(
                    statement.Column(
                        value.IsEmptyForNull ? $"coalesce({column}, '')" : column,
                        value.IsRounded ? ColumnKind.Rounded : ColumnKinds.Of(value.Type, value.IsList)
                    )
                );
            case LocalTextField text:
                return new LocalTextShape(
                    statement.Column(row.Column(text.English), ColumnKind.Text),
                    statement.Column(row.Column(text.Thai), ColumnKind.Text)
                );
            case GroupField group:
                var values = Object(place, model, group.Type.Name, group.Fields, selection.Below(group.Type.Name));
                var stepped = new StepShape(selection.Key, values);
                return group.Presence is { } presence
                    ? new PresentShape(Presence(statement, row, presence), stepped)
                    : stepped;
            case BudgetField budget:
                return new StepShape(selection.Key, BudgetCompiler.Of(place, budget, selection));
            case SourceField source:
                return new StepShape(selection.Key, Source(place, source, selection));
            case OneField one:
                return One(place, selection, shape, one);
            case ManyField many:
                return compiler.Lists.Many(place, selection, shape, many);
            case PageField page:
                return compiler.Lists.Connection(
                    shape,
                    selection,
                    compiler.Context.Model(page.Row),
                    (place, page.Parent)
                );
            case NodeField node:
                return Node(place, selection, shape, node);
            default:
                throw new InvalidOperationException($"{model.Name}.{field.Name} cannot be read.");
        }
    }

    private static int Presence(StatementBuilder statement, SqlRow row, MemberPath member) =>
        statement.Column(row.Column(member), ColumnKinds.Of(member.Type));

    /// <summary>Joins the source of a member, of which there is at most one.</summary>
    private static PresentShape Source(Place place, SourceField field, FieldSelection selection)
    {
        var row = place.Row;
        var table = row.Context.Tables.Of(typeof(PrintedSource));
        var name = row.Join(
            $"source {field.Member}",
            name =>
                $" LEFT JOIN {table.Name} {name} ON {name}.{table.Column(nameof(PrintedSource.OwnerId))} = {row.Id}"
                + $" AND {name}.{table.Column(nameof(PrintedSource.Member))} = '{field.Member}'"
        );
        var fields = selection
            .Below("Source")
            .Select(selected =>
            {
                var shape = selected.NewShape();
                var (_, member, kind) = Array.Find(SourceMembers, one => one.Name == selected.Name);
                shape.Shape = member is null
                    ? new ConstantShape("Source")
                    : new ColumnShape(place.Statement.Column($"{name}.{table.Column(member)}", kind));
                return shape;
            });
        return new PresentShape(
            place.Statement.Column($"{name}.{table.Column(nameof(PrintedSource.Line))}", ColumnKind.Int),
            new ObjectShape([.. fields])
        );
    }

    private Shape One(Place place, FieldSelection selection, FieldShape shape, OneField field)
    {
        var other = Orders.Other(field, place.Row);
        var model = compiler.Context.Model(field.Row);
        var inner = Object(place.At(other, row => Orders.Other(field, row)), model, selection.Below(model.Name));
        var present = new PresentShape(
            place.Statement.Column(other.Id, ColumnKind.Id),
            new StepShape(selection.Key, inner)
        );
        return field.IsNullable ? present : new RequiredShape(shape, present, selection.Type);
    }

    /// <summary>One statement for each type that the node may have.</summary>
    private AnyNodeShape Node(Place place, FieldSelection selection, FieldShape shape, NodeField field)
    {
        var type = place.Statement.Column(place.Row.Column(field.TypeName), ColumnKind.Text);
        var id = place.Statement.Column(place.Row.Column(field.Id), ColumnKind.Id);
        var shapes = new Dictionary<string, Shape>();
        foreach (var (name, model) in compiler.Context.Models.Nodes)
        {
            var selected = selection.Below(name);
            if (!compiler.Allows(model.Fields[0]))
                continue;
            var statement = compiler.NewStatement(
                new IdSource(place.Statement.Number, id, type, name),
                hasParent: true,
                level: place.Statement.Level + 1
            );
            var item = compiler.Rows(statement, model, selected);
            shapes[name] = ReadCompiler.Guarded(
                statement,
                shape,
                new StepShape(selection.Key, new FirstShape(statement.Number, id, item))
            );
        }

        return new AnyNodeShape(type, shapes);
    }
}
