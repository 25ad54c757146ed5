namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>Rows that belong to a row and were found by another statement.</summary>
/// <param name="statement">The number of the other statement.</param>
/// <param name="key">The column with the id that the other statement's rows have as their parent's; -1 for a root, to
/// which all rows belong.</param>
internal abstract class ChildShape(int statement, int key) : Shape
{
    protected Found FoundBy(AnswerWriter to) => to.Found[statement];

    protected Range RowsOf(AnswerWriter to, RowAt row)
    {
        var found = FoundBy(to);
        return key < 0 ? 0..found.Count
            : row.IsNull(key) ? 0..0
            : found.Of(row.Value<Guid>(key));
    }
}

/// <summary>The first of these rows, or null.</summary>
internal sealed class FirstShape(int statement, int key, Shape item) : ChildShape(statement, key)
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        var range = RowsOf(to, row);
        return range.Start.Value < range.End.Value && item.Write(to, new RowAt(FoundBy(to), range.Start.Value));
    }
}

/// <summary>A list of all these rows.</summary>
internal sealed class ListShape(int statement, int key, Shape item) : ChildShape(statement, key)
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        var range = RowsOf(to, row);
        var mark = to.Json.Length;
        to.Json.StartArray();
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            to.CountItem();
            to.Enter(i - range.Start.Value);
            var isWritten = item.Write(to, new RowAt(FoundBy(to), i));
            to.Leave();
            if (isWritten)
                continue;
            to.Json.Reset(mark);
            return false;
        }

        to.Json.EndArray();
        return true;
    }
}

/// <summary>A node of any type: a column contains the name of its type.</summary>
internal sealed class AnyNodeShape(int typeColumn, IReadOnlyDictionary<string, Shape> byType) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row) =>
        !row.IsNull(typeColumn)
        && byType.TryGetValue(row.Value<string>(typeColumn), out var shape)
        && shape.Write(to, row);
}

/// <summary>A page of a list, and aggregates of the whole list.</summary>
internal sealed class ConnectionShape(int pages, int key, ConnectionPage page, ConnectionField[] fields)
    : ChildShape(pages, key)
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        var range = page.IsRead ? RowsOf(to, row) : 0..0;
        var count = range.End.Value - range.Start.Value;
        var more = count > page.Size;
        var at = new PageAt(page.IsRead ? FoundBy(to) : null, range.Start.Value, Math.Min(count, page.Size), more);
        var mark = to.Json.Length;
        to.Json.StartObject();
        foreach (var field in fields)
        {
            var start = to.Json.Length;
            to.Json.Name(field.Shape.Name);
            to.Enter(field.Shape.Key);
            var isWritten = field.Write(to, row, at);
            to.Leave();
            if (isWritten || field.Shape.WriteNull(to, start))
                continue;
            to.Json.Reset(mark);
            return false;
        }

        to.Json.EndObject();
        return true;
    }
}

/// <summary>The requested page.</summary>
/// <param name="Keys">The columns of the sort keys.</param>
/// <param name="IsRead">Whether rows of the page are selected, and not only aggregates of the whole list.</param>
internal sealed record ConnectionPage(
    int Size,
    bool IsBackwards,
    bool HasAfter,
    bool HasBefore,
    IReadOnlyList<int> Keys,
    Func<IReadOnlyList<object?>, string> WriteCursor,
    bool IsRead
)
{
    public string Cursor(RowAt row) => WriteCursor([.. Keys.Select(key => row.Rows[key].Value(row.Index))]);
}

/// <summary>The rows of a page. One row more than the page size is read, to find out whether there are more.</summary>
internal readonly record struct PageAt(Found? Rows, int Start, int Count, bool HasMore)
{
    /// <summary>A row by its position in the list's order. Pages from the end are read in reverse.</summary>
    public RowAt Row(int place, bool isBackwards) =>
        new(Rows!, isBackwards ? Start + Count - 1 - place : Start + place);
}

/// <summary>A field of a connection.</summary>
internal abstract class ConnectionField(FieldShape shape)
{
    public FieldShape Shape => shape;

    /// <param name="row">The row that the connection belongs to.</param>
    public abstract bool Write(AnswerWriter to, RowAt row, PageAt page);
}

/// <summary><c>nodes</c>, and <c>edges</c> with the cursor of each row.</summary>
internal sealed class RowsField(FieldShape shape, ConnectionPage page, Shape? node, EdgeField[]? edge)
    : ConnectionField(shape)
{
    public override bool Write(AnswerWriter to, RowAt row, PageAt at)
    {
        var mark = to.Json.Length;
        to.Json.StartArray();
        for (var i = 0; i < at.Count; i++)
        {
            to.CountItem();
            to.Enter(i);
            var one = at.Row(i, page.IsBackwards);
            var isWritten = edge is null ? node!.Write(to, one) : Edge(to, one);
            to.Leave();
            if (isWritten)
                continue;
            to.Json.Reset(mark);
            return false;
        }

        to.Json.EndArray();
        return true;
    }

    private bool Edge(AnswerWriter to, RowAt row)
    {
        to.Json.StartObject();
        foreach (var field in edge!)
        {
            to.Json.Name(field.Name);
            if (field.Node is null)
            {
                to.Json.Text(field.Constant ?? page.Cursor(row));
                continue;
            }

            to.Enter(field.Key);
            var isWritten = field.Node.Write(to, row);
            to.Leave();
            if (!isWritten)
                return false;
        }

        to.Json.EndObject();
        return true;
    }
}

/// <summary>A field of an edge: the row, its cursor, or a constant.</summary>
internal sealed record EdgeField(byte[] Name, string Key, Shape? Node, string? Constant);

/// <summary><c>pageInfo</c>.</summary>
internal sealed class PageInfoField(FieldShape shape, ConnectionPage page, (byte[] Name, string Value)[] fields)
    : ConnectionField(shape)
{
    public override bool Write(AnswerWriter to, RowAt row, PageAt at)
    {
        to.Json.StartObject();
        foreach (var (name, value) in fields)
        {
            to.Json.Name(name);
            switch (value)
            {
                case "hasNextPage":
                    to.Json.Boolean(page.IsBackwards ? page.HasBefore : at.HasMore || page.HasBefore);
                    break;
                case "hasPreviousPage":
                    to.Json.Boolean(page.IsBackwards ? at.HasMore || page.HasAfter : page.HasAfter);
                    break;
                case "startCursor" when at.Count > 0:
                    to.Json.Text(page.Cursor(at.Row(0, page.IsBackwards)));
                    break;
                case "endCursor" when at.Count > 0:
                    to.Json.Text(page.Cursor(at.Row(at.Count - 1, page.IsBackwards)));
                    break;
                case "__typename":
                    to.Json.Text("PageInfo");
                    break;
                default:
                    to.Json.Null();
                    break;
            }
        }

        to.Json.EndObject();
        return true;
    }
}

/// <summary>A count, sums or groups of the whole list, found by another statement; or a constant.</summary>
internal sealed class WholeField(FieldShape shape, Shape value) : ConnectionField(shape)
{
    public override bool Write(AnswerWriter to, RowAt row, PageAt page) => value.Write(to, row);
}
