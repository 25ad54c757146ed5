using NpgsqlTypes;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>Compiles lists: all children of a row, and pages of rows.</summary>
internal sealed class ListCompiler(ReadCompiler compiler)
{
    private readonly AggregateCompiler aggregates = new(compiler);

    /// <summary>All children of the rows at a place, in one statement.</summary>
    public Shape Many(Place parent, FieldSelection selection, FieldShape shape, ManyField field) =>
        compiler.OrFailed(shape, () => AllOf(parent, selection, shape, field));

    private Shape AllOf(Place parent, FieldSelection selection, FieldShape shape, ManyField field)
    {
        var below = Below(parent);
        var statement = below.Statement;
        var row = new SqlRow(compiler.Context, statement.Sql, field.Row);
        var owner = row.Column(field.Parent);
        statement.Next(owner, ColumnKind.Id);
        var model = compiler.Context.Model(field.Row);
        compiler.Uses(statement, selection.Argument("where"), model);
        var where = Sql.Where(
            below.IsAmong(owner),
            field.Only is { } only ? Children.Only(only, row) : null,
            Years(field, selection, row),
            Seen(parent, field.Parent, row),
            new Conditions(compiler.Context, statement.Sql).Compile(selection.Argument("where"), row)
        );
        var last = field.Years is not null;
        List<string> order =
        [
            owner,
            .. field.Order.Select(key => Orders.Sorted(row.Column(key), key.Type) + (last ? " DESC" : "")),
        ];
        // Ties are broken by the id. Rows without an id have none.
        if (row.Table.Id is not null)
            order.Add(row.Id);
        statement.Text = columns => $"SELECT {columns} FROM {row.From}{where} ORDER BY {string.Join(", ", order)}";

        Func<SqlWriter, (SqlRow, SqlRow, string)>? find =
            parent.Find is null || parent.Depth >= ReadCompiler.MaxAlongDepth
                ? null
                : sql =>
                {
                    var child = new SqlRow(compiler.Context, sql, field.Row);
                    var among = Sql.Where(
                        $"{child.Column(field.Parent)} IN ({parent.Ids(sql)})",
                        field.Only is { } fixedOnly ? Children.Only(fixedOnly, child) : null,
                        Seen(parent, field.Parent, child)
                    );
                    return (child, child, among);
                };
        var place = new Place(statement, row, find, parent.Depth + 1);
        Shape item = field.Text is { } text
            ? new ColumnShape(statement.Column(row.Column(text), ColumnKind.Text))
            : compiler.Objects.Object(place, model, selection.Below(model.Name));
        Shape all = field.Shape is ManyShape.First or ManyShape.FirstText
            ? new FirstShape(statement.Number, below.Key, item)
            : new ListShape(statement.Number, below.Key, item);
        return ReadCompiler.Guarded(statement, shape, new StepShape(selection.Key, all));
    }

    /// <summary>A page of all rows, or of the children of each row at a place.</summary>
    public Shape Connection(
        FieldShape shape,
        FieldSelection selection,
        Model model,
        (Place Place, MemberPath Key)? parent
    ) =>
        compiler.OrFailed(shape, () => new PageCompiler(compiler, aggregates, selection, model, parent).Compile(shape));

    /// <summary>A statement for the children of the rows at a place.</summary>
    public BelowPlace Below(Place parent)
    {
        var key = parent.Statement.Column(Children.ParentId(parent.Row), ColumnKind.Id);
        var along = parent.Find is not null && parent.Depth < ReadCompiler.MaxAlongDepth;
        var statement = along
            ? compiler.NewStatement(null, hasParent: true, level: parent.Statement.Level)
            : compiler.NewStatement(
                parent.SameIds ?? new IdSource(parent.Statement.Number, key),
                hasParent: true,
                level: parent.SameIds is null ? parent.Statement.Level + 1 : parent.Statement.Level
            );
        return new BelowPlace(statement, parent, key, along);
    }

    /// <summary>The visibility condition for children whose parents are visible; null if there is none.</summary>
    public string? Seen(Place parent, MemberPath key, SqlRow child) =>
        compiler.Context.RuleBelow(parent.Row.Type, key.ToString(), child.Type) is { } rule
            ? compiler.Context.Visibility.Condition(rule, child)
            : null;

    private static string? Years(ManyField field, FieldSelection selection, SqlRow row)
    {
        if (field.Years is not { } years)
            return null;
        var given = (ScalarInput)selection.Arguments["fiscalYear"];
        var year = row.Sql.Value(NpgsqlDbType.Integer, given.Bind);
        return years.From.ToString() == years.To.ToString()
            ? $"{row.Column(years.From)} = {year}"
            : $"{year} BETWEEN {row.Column(years.From)} AND {row.Column(years.To)}";
    }
}

/// <summary>A statement for the children of the rows at a place.</summary>
/// <param name="Key">The column of the parents' ids in their own statement.</param>
/// <param name="IsAlong">Whether the statement finds its parents with a subquery and is sent on the same level as
/// theirs.</param>
internal sealed record BelowPlace(StatementBuilder Statement, Place Parent, int Key, bool IsAlong)
{
    /// <summary>The condition that a column contains the id of a parent.</summary>
    public string IsAmong(string column) =>
        IsAlong ? $"{column} IN ({Parent.Ids(Statement.Sql)})" : $"{column} = ANY({Statement.Sql.Parents()})";

    /// <summary>The parents' ids as a FROM item: "… AS parent(id)".</summary>
    public string Rows =>
        IsAlong ? $"({Parent.Ids(Statement.Sql)}) AS parent(id)" : $"unnest({Statement.Sql.Parents()}) AS parent(id)";
}
