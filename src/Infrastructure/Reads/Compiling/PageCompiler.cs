using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Filters;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Infrastructure.Reads.Compiling;

/// <summary>
/// Compiles one connection. A page is found first, with ids and sort keys only, and the selected columns are joined to
/// these few rows. Below many parents, a lateral subquery finds the page of each parent by an index, so the cost
/// depends on the rows that are returned.
/// </summary>
internal sealed class PageCompiler(
    ReadCompiler compiler,
    AggregateCompiler aggregates,
    FieldSelection selection,
    Model model,
    (Place Place, MemberPath Key)? parent
)
{
    private const string Page = "page";

    private static readonly string[] OrderArguments = ["order", "after", "before"];

    public Shape Compile(FieldShape shape)
    {
        var size = PageRequest.Of(
            Number("first"),
            selection.Argument("after") is null ? null : "",
            Number("last"),
            selection.Argument("before") is null ? null : ""
        );
        var fields = selection.Below($"{model.Plural}Connection");
        var rows = fields.Where(field => field.Name is "nodes" or "edges" or "pageInfo").ToList();
        var whole = new WholeList(compiler, selection, model, parent);
        if (rows.Count == 0)
        {
            var checkedBy = CheckArguments(fields.Any(field => field.Name != "__typename"));
            var none = new ConnectionPage(size.Size, size.Backwards, false, false, [], _ => "", IsRead: false);
            var unread = new StepShape(
                selection.Key,
                new ConnectionShape(-1, -1, none, [.. fields.Select(field => Whole(field, whole))])
            );
            return checkedBy is null ? unread : ReadCompiler.Guarded(checkedBy, shape, unread);
        }

        var large = parent is null
            ? compiler.Large.CheckPage(model, selection.Argument("where"), selection.Argument("order"))
            : [];
        var below = parent is { } above ? compiler.Lists.Below(above.Place) : null;
        var statement = below?.Statement ?? compiler.NewStatement(null);
        var inner = new SqlRow(compiler.Context, statement.Sql, model.Row);
        var row = new SqlRow(compiler.Context, statement.Sql, model.Row);
        statement.Checks.AddRange(large);
        if (below is not null)
            statement.Next("parent.id", ColumnKind.Id);
        compiler.Uses(statement, selection.Argument("where"), model);
        compiler.Uses(statement, selection.Argument("order"), model);
        var keys = Orders.Compile(selection.Argument("order"), inner);
        var found = new PageRows(
            inner,
            keys,
            whole.ConditionsFor(inner),
            [.. At("after", keys, statement, before: false), .. At("before", keys, statement, before: true)],
            size
        )
        {
            // Few rows are sorted at once. Many are read in the order of an index, part by part.
            IsInParts = parent is null && !compiler.Large.IsBounded(model, selection.Argument("where")),
            IsEntire = model.About.Count > 0,
        };
        if (parent is null)
        {
            statement.Checks.AddRange(compiler.Large.CheckCondition(model, selection.Argument("where"), statement.Sql));
        }

        var parents = below?.Rows;
        string[] names = [.. keys.Select((_, i) => $"{Page}.k{i}")];
        statement.Text = columns => Text(columns, found, row, names, parents);
        var needsCursor = rows.Any(field =>
            field.Name == "pageInfo"
            || field.Name == "edges" && field.Below($"{model.Plural}Edge").Any(edge => edge.Name == "cursor")
        );
        var page = new ConnectionPage(
            size.Size,
            size.Backwards,
            selection.Argument("after") is not null,
            selection.Argument("before") is not null,
            needsCursor ? [.. keys.Select((key, i) => statement.Column(names[i], ColumnKinds.Of(key.Type)))] : [],
            Cursor(keys),
            IsRead: true
        );
        var place = new Place(statement, row, null, 0);
        var connection = new ConnectionShape(
            statement.Number,
            below?.Key ?? -1,
            page,
            [.. fields.Select(field => Field(field, place, page, whole))]
        );
        return ReadCompiler.Guarded(statement, shape, new StepShape(selection.Key, connection));
    }

    /// <summary>
    /// Checks the arguments of a page of which no rows are selected, so that errors are reported all the same.
    /// </summary>
    /// <param name="isRead">Whether another statement uses the condition and reports its errors.</param>
    /// <returns>The statement that fails if an argument is invalid; null if there is nothing to check.</returns>
    private StatementBuilder? CheckArguments(bool isRead)
    {
        IEnumerable<string> checkedHere = isRead ? OrderArguments : [.. OrderArguments, "where"];
        string[] given = [.. checkedHere.Where(name => selection.Argument(name) is not null)];
        if (given.Length == 0)
            return null;
        var statement = compiler.NewStatement(null);
        var row = new SqlRow(compiler.Context, statement.Sql, model.Row);
        compiler.Uses(statement, selection.Argument("where"), model);
        compiler.Uses(statement, selection.Argument("order"), model);
        var keys = Orders.Compile(selection.Argument("order"), row);
        foreach (var argument in given.Except(["order", "where"]))
        {
            var cursor = (ScalarInput)selection.Argument(argument)!;
            var unsealed = Keysets.Unsealed(compiler.Cursors, cursor, argument, model.Name, keys);
            statement.Checks.Add(request => unsealed(request));
        }

        var where = new Conditions(compiler.Context, statement.Sql).Compile(selection.Argument("where"), row);
        statement.Text = _ => $"SELECT 1 FROM {row.From}{Sql.Where(where ?? Sql.True)} LIMIT 0";
        return statement;
    }

    private int? Number(string argument) => (selection.Argument(argument) as ScalarInput)?.Known as int?;

    private IEnumerable<Position> At(
        string argument,
        IReadOnlyList<OrderKey> keys,
        StatementBuilder statement,
        bool before
    )
    {
        if (selection.Argument(argument) is ScalarInput cursor)
            yield return Keysets.At(
                keys,
                Keysets.Unsealed(compiler.Cursors, cursor, argument, model.Name, keys),
                before,
                statement.Sql
            );
    }

    private Func<IReadOnlyList<object?>, string> Cursor(IReadOnlyList<OrderKey> keys)
    {
        string[] names = [.. keys.Select(key => key.Name)];
        var cursors = compiler.Cursors;
        var list = model.Name;
        return values => cursors.Write(list, names, values);
    }

    private static string Text(string columns, PageRows found, SqlRow row, string[] names, string? parents)
    {
        var order = found.Order(names);
        var rows = found.IsEntire
            ? $"CROSS JOIN LATERAL (SELECT ({Page}.entire).*) {row.Name}"
            : $"JOIN {row.Table.Name} {row.Name} ON {row.Id} = {Page}.id";
        var selected = $"({found.Sql}) {Page} {rows}{row.Joins}";
        return parents is null
            ? $"SELECT {ReadCompiler.ColumnsOrOne(columns)} FROM {selected}{order}"
            : $"SELECT {columns} FROM {parents} CROSS JOIN LATERAL {selected}"
                + $" ORDER BY parent.id,{order[" ORDER BY".Length..]}";
    }

    private ConnectionField Field(FieldSelection field, Place place, ConnectionPage page, WholeList whole)
    {
        var shape = field.NewShape();
        return field.Name switch
        {
            "nodes" => new RowsField(shape, page, Node(place, field), null),
            "edges" => new RowsField(
                shape,
                page,
                null,
                [.. field.Below($"{model.Plural}Edge").Select(edge => Edge(edge, place))]
            ),
            "pageInfo" => new PageInfoField(
                shape,
                page,
                [.. field.Below("PageInfo").Select(info => (JsonBuffer.NameOf(info.Key), info.Name))]
            ),
            _ => Whole(field, whole),
        };
    }

    private EdgeField Edge(FieldSelection edge, Place place) =>
        new(
            JsonBuffer.NameOf(edge.Key),
            edge.Key,
            edge.Name == "node" ? Node(place, edge) : null,
            edge.Name == "__typename" ? $"{model.Plural}Edge" : null
        );

    private Shape Node(Place place, FieldSelection field) =>
        compiler.Objects.Object(place, model, field.Below(model.Name));

    private WholeField Whole(FieldSelection field, WholeList whole)
    {
        var shape = field.NewShape();
        return new WholeField(
            shape,
            field.Name == "__typename"
                ? new ConstantShape($"{model.Plural}Connection")
                : aggregates.Of(whole, field, shape)
        );
    }
}
