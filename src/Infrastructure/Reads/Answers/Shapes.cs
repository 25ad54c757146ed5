using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>Writes a value of the response from a row. Shapes are compiled once and used by all requests.</summary>
/// <returns>False if the value is null. Nothing was written then.</returns>
internal delegate bool Shape(AnswerWriter to, RowAt row);

/// <summary>A field of an object in the response.</summary>
/// <param name="key">The name in the response.</param>
/// <param name="position">The offset in the document, in characters from 0.</param>
public sealed class FieldShape(string key, bool isNonNull, int position)
{
    public string Key => key;

    /// <summary>Whether the field is non-null.</summary>
    public bool IsNonNull => isNonNull;

    public int Position => position;

    internal Shape Shape { get; set; } = Shapes.Nothing;

    /// <summary>Writes only the value, for a root field. Returns false if it is null.</summary>
    public bool WriteRoot(AnswerWriter to) => Shape(to, default);

    /// <summary>Writes name and value. Returns false if the value is null and the field is non-null.</summary>
    internal bool Write(AnswerWriter to, RowAt row)
    {
        var mark = to.Json.Length;
        to.Json.Name(key);
        return Shape(to, row) || WriteNull(to, mark);
    }

    /// <summary>Replaces the value by null. Returns false if the field is non-null.</summary>
    public bool WriteNull(AnswerWriter to, int mark)
    {
        if (isNonNull)
            to.Json.Reset(mark);
        else
            to.Json.Null();
        return !isNonNull;
    }
}

internal static class Shapes
{
    public static readonly Shape Nothing = (_, _) => false;

    /// <summary>The shapes of the first columns. All operations share them, which saves memory.</summary>
    private static readonly Shape[] Columns = [.. Enumerable.Range(0, 64).Select(NewColumn)];

    /// <summary>A constant text, such as a type name.</summary>
    public static Shape Constant(string text) => Of((json, _) => json.Text(text));

    /// <summary>A value that is never null.</summary>
    public static Shape Of(Action<JsonBuffer, RowAt> write) =>
        (to, row) =>
        {
            write(to.Json, row);
            return true;
        };

    /// <summary>The value of a column.</summary>
    public static Shape Column(int column) => column < Columns.Length ? Columns[column] : NewColumn(column);

    private static Shape NewColumn(int column) =>
        (to, row) =>
        {
            if (row.IsNull(column))
                return false;
            row.Rows[column].Write(to.Json, row.Index);
            return true;
        };

    /// <summary>A global id.</summary>
    public static Shape Id(int column, string type) =>
        Present(column, Of((json, row) => json.Text(new NodeId(type, row.Value<Guid>(column)).ToString())));

    /// <summary>A text in the request's language.</summary>
    public static Shape LocalText(int english, int thai) =>
        (to, row) =>
        {
            to.Json.Text(row.Value<string>(to.PrefersThai ? thai : english));
            return true;
        };

    /// <summary>A value that is null if a column is null.</summary>
    public static Shape Present(int column, Shape inner) => (to, row) => !row.IsNull(column) && inner(to, row);

    /// <summary>An object, written from one row.</summary>
    public static Shape Object(FieldShape[] fields) =>
        (to, row) =>
        {
            var mark = to.Json.Length;
            to.Json.StartObject();
            foreach (var field in fields)
            {
                if (field.Write(to, row))
                    continue;
                to.Json.Reset(mark);
                return false;
            }

            to.Json.EndObject();
            return true;
        };

    /// <summary>The first of the rows, or null.</summary>
    public static Shape First(ChildRows rows, Shape item) =>
        (to, row) => rows.Of(to, row) is { Count: > 0 } found && item(to, found[0]);

    /// <summary>The last of the rows, or null.</summary>
    public static Shape Last(ChildRows rows, Shape item) =>
        (to, row) => rows.Of(to, row) is { Count: > 0 } found && item(to, found[found.Count - 1]);

    /// <summary>A list of all the rows.</summary>
    public static Shape List(ChildRows rows, Shape item) =>
        (to, row) =>
        {
            var found = rows.Of(to, row);
            var mark = to.Json.Length;
            to.Json.StartArray();
            for (var i = 0; i < found.Count; i++)
            {
                to.CountItem();
                to.Enter(i);
                var isWritten = item(to, found[i]);
                to.Leave();
                if (isWritten)
                    continue;
                to.Json.Reset(mark);
                return false;
            }

            to.Json.EndArray();
            return true;
        };

    /// <summary>A list of values of the same row, none of which is null.</summary>
    public static Shape List(Shape[] items) =>
        (to, row) =>
        {
            to.Json.StartArray();
            foreach (var item in items)
            {
                to.CountItem();
                item(to, row);
            }

            to.Json.EndArray();
            return true;
        };

    /// <summary>A node of any type: a column contains the name of its type.</summary>
    public static Shape AnyNode(int typeColumn, IReadOnlyDictionary<string, Shape> byType) =>
        Present(
            typeColumn,
            (to, row) => byType.TryGetValue(row.Value<string>(typeColumn), out var shape) && shape(to, row)
        );

    /// <summary>Adds a step to the current path while a nested value is written.</summary>
    public static Shape Step(object step, Shape inner) =>
        (to, row) =>
        {
            to.Enter(step);
            var isWritten = inner(to, row);
            to.Leave();
            return isWritten;
        };

    /// <summary>Records an error if a required related row is missing.</summary>
    public static Shape Required(FieldShape field, Shape inner, string type) =>
        (to, row) =>
        {
            var failures = to.FailureCount;
            if (inner(to, row))
                return true;
            if (to.FailureCount == failures)
            {
                var message = $"Cannot return null for a non-null type. Field: {field.Key}, Type: {type}.";
                to.Fail(field, new InvalidOperationException(message));
            }

            return false;
        };

    /// <summary>A field that the caller may not read: null with an error, and an audit record.</summary>
    public static Shape Refused(FieldShape field, string what, AccessRule rule) =>
        (to, _) => to.Refuse(field, what, rule);

    /// <summary>A field whose arguments are refused: null with an error.</summary>
    public static Shape Failed(FieldShape field, Exception failure) => (to, _) => to.Fail(field, failure);

    /// <summary>The result of a statement that may fail: then null with an error.</summary>
    public static Shape Guarded(int statement, FieldShape field, Shape inner) =>
        (to, row) => to.StatementFailures[statement] is { } failure ? to.Fail(field, failure) : inner(to, row);

    /// <summary>A personal value. Reading it is recorded in the audit trail.</summary>
    /// <param name="what">The field: "StaffMember.position".</param>
    /// <param name="ids">The columns of the row's id, or of the ids of those whom it is about.</param>
    /// <param name="when">The column that says whether the value is personal; null if it always is.</param>
    public static Shape Personal(string what, int[] ids, int? when, Shape inner) =>
        (to, row) =>
        {
            if (when is not { } column || !row.IsNull(column) && row.Value<bool>(column))
                to.Access.Reads(what, [.. ids.Select(row.Value<Guid>)], 1);
            return inner(to, row);
        };
}
