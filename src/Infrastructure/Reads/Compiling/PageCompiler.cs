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
internal sealed class PageCompiler(ReadCompiler compiler, WholeList list)
{
    private const string Page = "page";

    private readonly Model model = list.Model;
    private readonly Input? order = list.Selection.Argument("order");
    private readonly ScalarInput? after = list.Selection.Argument("after") as ScalarInput;
    private readonly ScalarInput? before = list.Selection.Argument("before") as ScalarInput;
    private readonly PageRequest size = PageRequest.Of(list.Selection.Number("first"), list.Selection.Number("last"));

    public Shape Compile(FieldShape shape)
    {
        var fields = list.Selection.Below($"{model.Plural}Connection");
        var rows = fields.Where(field => field.Name is "nodes" or "edges" or "pageInfo").ToList();
        if (rows.Count > 0)
            return Rows(shape, needsCursor: rows.Exists(NeedsCursor));
        var checkedBy = CheckArguments(isRead: fields.Any(field => field.Name != "__typename"));
        var unread = list.Selection.Step(Connection(Whole));
        return checkedBy is null ? unread : Shapes.Guarded(checkedBy.Number, shape, unread);
    }

    private bool NeedsCursor(FieldSelection field) =>
        field.Name == "pageInfo"
        || field.Name == "edges" && field.Below($"{model.Plural}Edge").Any(edge => edge.Name == "cursor");

    private Shape Connection(Func<FieldSelection, FieldShape, Shape> compile) =>
        list.Selection.Object($"{model.Plural}Connection", compile);

    private Shape Whole(FieldSelection field, FieldShape shape) =>
        new AggregateCompiler(compiler).Of(list, field, shape);

    private Shape Rows(FieldShape shape, bool needsCursor)
    {
        var (statement, inner, below) = list.Begin();
        var large = new LargeList(statement, model, list.Where);
        if (list.IsRoot)
            large.CheckPage(order);
        var row = new SqlRow(statement, model.Row);
        var keys = Orders.Compile(order, inner);
        var found = new PageRows(
            inner,
            keys,
            list.ConditionsFor(inner),
            [.. Positions(keys).Select(position => Keysets.At(keys, position.Cursor, position.IsBefore, statement))],
            size
        )
        {
            Search = list.IsRoot ? large.SearchFor(order, keys) : PageSearch.InOrder,
            IsEntire = model.About.Count > 0,
        };
        if (list.IsRoot)
            large.CheckCondition();

        var parents = below?.Rows;
        string[] names = [.. keys.Select((_, i) => $"{Page}.k{i}")];
        statement.Text = columns => Text(columns, found, row, names, parents);
        var rows = new ChildRows(statement.Number, below?.Key ?? -1) { Size = size.Size, IsBackwards = size.Backwards };
        var cursor = needsCursor ? Cursor(statement, keys, names) : Shapes.Nothing;
        var place = new Place(statement, row);
        var connection = Connection(
            (field, value) =>
                field.Name switch
                {
                    "nodes" => field.Step(Shapes.List(rows, Node(place, field))),
                    "edges" => field.Step(Shapes.List(rows, Edge(place, field, cursor))),
                    "pageInfo" => field.Object("PageInfo", (info, _) => PageInfo(info.Name, rows, cursor)),
                    _ => Whole(field, value),
                }
        );
        return Shapes.Guarded(statement.Number, shape, list.Selection.Step(connection));
    }

    /// <summary>
    /// Checks the arguments of a page of which no rows are selected, so that errors are reported all the same.
    /// </summary>
    /// <param name="isRead">Whether another statement uses the condition and reports its errors.</param>
    /// <returns>The statement that fails if an argument is invalid; null if there is nothing to check.</returns>
    private Statement? CheckArguments(bool isRead)
    {
        if (order is null && after is null && before is null && (isRead || list.Where is null))
            return null;
        var statement = compiler.NewStatement();
        var row = new SqlRow(statement, model.Row);
        foreach (var (cursor, _) in Positions(Orders.Compile(order, row)))
            statement.Checks.Add(request => cursor(request));
        var where = new Conditions(statement).Compile(list.Where, row);
        statement.Text = _ => $"SELECT 1 FROM {row.From}{Sql.Where(where ?? Sql.True)} LIMIT 0";
        return statement;
    }

    /// <summary>The given cursors, as functions that decrypt and check the cursor of a request.</summary>
    private IEnumerable<(Func<ReadRequest, IReadOnlyList<object?>> Cursor, bool IsBefore)> Positions(
        IReadOnlyList<OrderKey> keys
    )
    {
        (string Name, Type Type)[] names = [.. keys.Select(key => (key.Name, key.Type))];
        foreach (var (argument, given) in new[] { ("after", after), ("before", before) })
        {
            if (given is not null)
            {
                yield return (
                    request => compiler.Cursors.Read((string)given.Bind(request)!, argument, model.Name, names),
                    argument == "before"
                );
            }
        }
    }

    /// <summary>Selects the sort keys and writes them as a cursor.</summary>
    private Shape Cursor(Statement statement, IReadOnlyList<OrderKey> keys, string[] columns)
    {
        var (cursors, name) = (compiler.Cursors, model.Name);
        string[] names = [.. keys.Select(key => key.Name)];
        int[] values = [.. keys.Select((key, i) => statement.Column(columns[i], ColumnKind.Of(key.Type)))];
        return Shapes.Of(
            (json, row) =>
                json.Text(cursors.Write(name, names, [.. values.Select(value => row.Rows[value].Value(row.Index))]))
        );
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

    private Shape Node(Place place, FieldSelection field) => compiler.Objects.Object(place, model, field);

    private Shape Edge(Place place, FieldSelection field, Shape cursor) =>
        field.Object($"{model.Plural}Edge", (edge, _) => edge.Name == "cursor" ? cursor : edge.Step(Node(place, edge)));

    private Shape PageInfo(string field, ChildRows rows, Shape cursor) =>
        field switch
        {
            "startCursor" => Shapes.First(rows, cursor),
            "endCursor" => Shapes.Last(rows, cursor),
            "hasNextPage" => HasMore(rows, isBeyond: before is not null, isReadOn: !size.Backwards),
            _ => HasMore(rows, isBeyond: after is not null, isReadOn: size.Backwards),
        };

    /// <summary>Whether there are rows beyond one end of the page.</summary>
    /// <param name="isBeyond">Whether the page ends at a cursor there, of whose row it is known.</param>
    /// <param name="isReadOn">Whether the page was read to that end, so that a further row was looked for.</param>
    private static Shape HasMore(ChildRows rows, bool isBeyond, bool isReadOn) =>
        (to, row) =>
        {
            to.Json.Boolean(isBeyond || isReadOn && rows.Of(to, row).HasMore);
            return true;
        };
}
