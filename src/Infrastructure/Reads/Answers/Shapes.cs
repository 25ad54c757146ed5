using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>A row of a statement's result.</summary>
internal readonly record struct RowAt(Found Rows, int Index)
{
    public bool IsNull(int column) => Rows[column].IsNull(Index);

    public T Value<T>(int column) => Rows.Value<T>(column, Index);
}

/// <summary>Writes a value of the response from a row. Shapes are compiled once and used by all requests.</summary>
internal abstract class Shape
{
    /// <returns>False if the value is null. Nothing was written then.</returns>
    public abstract bool Write(AnswerWriter to, RowAt row);
}

/// <summary>A field of an object in the response.</summary>
/// <param name="key">The name in the response.</param>
/// <param name="position">The offset in the document, in characters from 0.</param>
public sealed class FieldShape(string key, bool isNonNull, int position)
{
    public string Key => key;

    /// <summary>Whether the field is non-null.</summary>
    public bool IsNonNull => isNonNull;

    public int Position => position;

    public byte[] Name { get; } = JsonBuffer.NameOf(key);

    internal Shape Shape { get; set; } = NothingShape.Instance;

    /// <summary>Writes only the value, for a root field. Returns false if it is null.</summary>
    public bool WriteRoot(AnswerWriter to) => Shape.Write(to, default);

    /// <summary>Writes name and value. Returns false if the value is null and the field is non-null.</summary>
    internal bool Write(AnswerWriter to, RowAt row)
    {
        var mark = to.Json.Length;
        to.Json.Name(Name);
        if (Shape.Write(to, row))
            return true;
        return WriteNull(to, mark);
    }

    /// <summary>Replaces the value by null. Returns false if the field is non-null.</summary>
    public bool WriteNull(AnswerWriter to, int mark)
    {
        if (isNonNull)
        {
            to.Json.Reset(mark);
            return false;
        }

        to.Json.Null();
        return true;
    }
}

internal sealed class NothingShape : Shape
{
    public static readonly NothingShape Instance = new();

    public override bool Write(AnswerWriter to, RowAt row) => false;
}

/// <summary>An object, written from one row.</summary>
internal sealed class ObjectShape(FieldShape[] fields) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
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
    }
}

/// <summary>An object that is null if a column is null.</summary>
internal sealed class PresentShape(int column, Shape inner) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row) => !row.IsNull(column) && inner.Write(to, row);
}

/// <summary>Records an error if a required related row is missing.</summary>
internal sealed class RequiredShape(FieldShape field, Shape inner, string type) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        var failures = to.FailureCount;
        if (inner.Write(to, row))
            return true;
        if (to.FailureCount == failures)
        {
            to.Fail(
                field,
                new InvalidOperationException(
                    $"Cannot return null for a non-null type. Field: {field.Key}, Type: {type}."
                )
            );
        }

        return false;
    }
}

/// <summary>Adds a step to the current path while a nested value is written.</summary>
internal sealed class StepShape(object step, Shape inner) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        to.Enter(step);
        var isWritten = inner.Write(to, row);
        to.Leave();
        return isWritten;
    }
}

internal sealed class ColumnShape(int column) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        if (row.IsNull(column))
            return false;
        row.Rows[column].Write(to.Json, row.Index);
        return true;
    }
}

/// <summary>A global id.</summary>
internal sealed class IdShape(int column, string type) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        if (row.IsNull(column))
            return false;
        to.Json.Text(new Application.Common.Querying.NodeId(type, row.Value<Guid>(column)).ToString());
        return true;
    }
}

/// <summary>A text in the request's language.</summary>
internal sealed class LocalTextShape(int english, int thai) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        to.Json.Text(row.Value<string>(to.PrefersThai ? thai : english));
        return true;
    }
}

/// <summary>A constant text, such as a type name.</summary>
internal sealed class ConstantShape(string text) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        to.Json.Text(text);
        return true;
    }
}

/// <summary>A field that the caller may not read: null with an error, and an audit record.</summary>
internal sealed class RefusedShape(FieldShape field, string what, AccessRule rule) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        to.Refuse(field, what, rule);
        return false;
    }
}

/// <summary>The result of a statement that may fail: then null with an error.</summary>
/// <param name="isEntered">Whether the current path already ends with the field.</param>
internal sealed class GuardedShape(int statement, FieldShape field, Shape inner, bool isEntered) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        if (to.FailureOf(statement) is not { } failure)
            return inner.Write(to, row);
        if (isEntered)
            to.FailHere(field, failure);
        else
            to.Fail(field, failure);
        return false;
    }
}

/// <summary>A field whose arguments are refused: null with an error.</summary>
internal sealed class FailedShape(FieldShape field, Exception failure) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        to.Fail(field, failure);
        return false;
    }
}

/// <summary>A personal value. Reading it is recorded in the audit trail.</summary>
/// <param name="what">The field: "StaffMember.position".</param>
/// <param name="ids">The columns of the row's id, or of the ids of those whom it is about.</param>
/// <param name="when">The column that says whether the value is personal; -1 if it always is.</param>
internal sealed class PersonalShape(string what, int[] ids, int when, Shape inner) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        if (when < 0 || !row.IsNull(when) && row.Value<bool>(when))
            to.Access.Reads(what, [.. ids.Select(row.Value<Guid>)], 1);
        return inner.Write(to, row);
    }
}
