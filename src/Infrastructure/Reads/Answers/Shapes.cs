using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Reads.Answers;

/// <summary>A row of what a statement found.</summary>
internal readonly record struct RowAt(Found Rows, int Index)
{
    public bool IsNull(int column) => Rows[column].IsNull(Index);

    public T Value<T>(int column) => Rows.Value<T>(column, Index);
}

/// <summary>How a value of the answer is written from a row: compiled once, used by every request.</summary>
internal abstract class Shape
{
    /// <returns>False where the value is null: then nothing was written.</returns>
    public abstract bool Write(AnswerWriter to, RowAt row);
}

/// <summary>A field of an object of the answer.</summary>
/// <param name="key">Its name in the answer.</param>
/// <param name="position">Where it stands in the document, from 0.</param>
public sealed class FieldShape(string key, bool isNonNull, int position)
{
    public string Key => key;

    /// <summary>Whether it must not be null.</summary>
    public bool IsNonNull => isNonNull;

    public int Position => position;

    public byte[] Name { get; } = JsonBuffer.NameOf(key);

    internal Shape Shape { get; set; } = NothingShape.Instance;

    /// <summary>Writes the value alone, of a field of the root; false where it is null.</summary>
    public bool WriteRoot(AnswerWriter to) => Shape.Write(to, default);

    /// <summary>Writes name and value; false where that is null and must not be.</summary>
    internal bool Write(AnswerWriter to, RowAt row)
    {
        var mark = to.Json.Length;
        to.Json.Name(Name);
        if (Shape.Write(to, row))
            return true;
        return WriteNull(to, mark);
    }

    /// <summary>Null in the place of a value; false where it must not be null.</summary>
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

/// <summary>An object, from one row.</summary>
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

/// <summary>An object that is there where a column is not null.</summary>
internal sealed class PresentShape(int column, Shape inner) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row) => !row.IsNull(column) && inner.Write(to, row);
}

/// <summary>Notes a null that must not be, where a related row is missing.</summary>
internal sealed class RequiredShape(FieldShape field, Shape inner, string type) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        var failures = to.Failures.Count;
        if (inner.Write(to, row))
            return true;
        if (to.Failures.Count == failures)
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

/// <summary>A step of the path around a value that is an object.</summary>
internal sealed class StepShape(object step, Shape inner) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        to.Enter(step);
        var isThere = inner.Write(to, row);
        to.Leave();
        return isThere;
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

/// <summary>The same text for every row: a type's name.</summary>
internal sealed class ConstantShape(string text) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        to.Json.Text(text);
        return true;
    }
}

/// <summary>A field that the caller may not read: null, an error, and a record that it was asked for.</summary>
internal sealed class RefusedShape(FieldShape field, string what, AccessRule rule) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        to.Refuse(field, what, rule);
        return false;
    }
}

/// <summary>What a statement found; where that failed, null and an error.</summary>
/// <param name="isEntered">Whether the path ends with the field already.</param>
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

/// <summary>A field whose arguments are refused: null, and an error.</summary>
internal sealed class FailedShape(FieldShape field, Exception failure) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        to.Fail(field, failure);
        return false;
    }
}

/// <summary>A value that tells of a person: that it is read is noted.</summary>
/// <param name="what">"StaffMember.position".</param>
/// <param name="id">The column of the row's id.</param>
/// <param name="when">The column that says whether it tells of a person; -1 where it always does.</param>
internal sealed class PersonalShape(string what, int id, int when, Shape inner) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        if (when < 0 || !row.IsNull(when) && row.Value<bool>(when))
            to.Access.Reads(what, id < 0 ? [] : [row.Value<Guid>(id)], 1);
        return inner.Write(to, row);
    }
}

/// <summary>The quarters of a budget position: always four.</summary>
internal sealed class QuartersShape(QuarterField[] fields, int firstYear, int lastYear) : Shape
{
    public override bool Write(AnswerWriter to, RowAt row)
    {
        var json = to.Json;
        var first = new FiscalYear(row.Value<int>(firstYear));
        var last = new FiscalYear(row.Value<int>(lastYear));
        json.StartArray();
        foreach (var quarter in Enum.GetValues<FiscalQuarter>())
        {
            to.CountItem();
            json.StartObject();
            foreach (var field in fields)
            {
                json.Name(field.Name);
                switch (field.Value)
                {
                    case "startsOn":
                        json.Date(first.StartOf(quarter));
                        break;
                    case "endsOn":
                        json.Date(last.EndOf(quarter));
                        break;
                    case "quarter":
                        json.Text(EnumText.Of(quarter));
                        break;
                    case "__typename":
                        json.Text("QuarterBudget");
                        break;
                    default:
                        row.Rows[field.FirstColumn + (int)quarter].Write(json, row.Index);
                        break;
                }
            }

            json.EndObject();
        }

        json.EndArray();
        return true;
    }
}

/// <summary>A field of a quarter.</summary>
/// <param name="Value">Its name in the schema.</param>
/// <param name="FirstColumn">Of an amount: the column of the first quarter; those of the others follow.</param>
internal sealed record QuarterField(byte[] Name, string Value, int FirstColumn);
