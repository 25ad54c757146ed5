using System.Collections;
using GraphQL.Types;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Compiling;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>The ids of rows that values refer to, by the slots for which their statements were compiled.</summary>
internal sealed class NamedRows(int slots)
{
    private readonly List<Guid>[] ids = [.. Enumerable.Range(0, slots).Select(_ => new List<Guid>())];

    public Guid[][] Ids => [.. ids.Select(some => some.Distinct().ToArray())];

    public void Add(int slot, Guid id) => ids[slot].Add(id);
}

/// <summary>
/// Writes a C# value into the response. The rows that it refers to are collected first, and read before it is written.
/// </summary>
internal abstract class ValueShape
{
    public virtual void Gather(object value, NamedRows rows, FieldCall call) { }

    /// <returns>False if the value is null; then nothing was written.</returns>
    public abstract bool Write(AnswerWriter to, object value, FieldCall call);
}

/// <summary>A scalar or an enum value.</summary>
internal sealed class LeafValue(ScalarGraphType type) : ValueShape
{
    public override bool Write(AnswerWriter to, object value, FieldCall call)
    {
        var json = to.Json;
        switch (value is LocalText text ? (to.PrefersThai ? text.Thai : text.English) : type.Serialize(value))
        {
            case null:
                return false;
            case string written:
                json.Text(written);
                break;
            case int number:
                json.Number(number);
                break;
            case decimal number:
                json.Number(number);
                break;
            case bool truth:
                json.Boolean(truth);
                break;
            case var other:
                throw new InvalidOperationException($"{other.GetType()} is no value of {type.Name}.");
        }

        return true;
    }
}

/// <summary>An object whose fields are read from a value.</summary>
internal sealed class ObjectValue(string type, ValueFieldShape[] fields) : ValueShape
{
    public override void Gather(object value, NamedRows rows, FieldCall call)
    {
        foreach (var field in fields)
            field.Gather(value, rows, call);
    }

    public override bool Write(AnswerWriter to, object value, FieldCall call)
    {
        var mark = to.Json.Length;
        to.Json.StartObject();
        foreach (var field in fields)
        {
            if (field.Write(to, value, type, call))
                continue;
            to.Json.Reset(mark);
            return false;
        }

        to.Json.EndObject();
        return true;
    }
}

/// <summary>A field of such an object.</summary>
/// <param name="get">Reads the value; null for <c>__typename</c>.</param>
/// <param name="arguments">The field's arguments for the variables of a request.</param>
internal sealed class ValueFieldShape(
    FieldShape field,
    ValueSource? get,
    Func<IReadOnlyDictionary<string, object?>, Dictionary<string, object?>> arguments,
    ValueShape shape
)
{
    public void Gather(object value, NamedRows rows, FieldCall call)
    {
        if (get is null)
            return;
        try
        {
            if (Value(value, call) is { } member)
                shape.Gather(member, rows, call);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // Writing fails in the same way and reports the error.
        }
    }

    public bool Write(AnswerWriter to, object value, string type, FieldCall call)
    {
        var mark = to.Json.Length;
        to.Json.Name(field.Name);
        if (get is null)
        {
            to.Json.Text(type);
            return true;
        }

        var depth = to.Depth;
        try
        {
            if (Value(value, call) is { } member)
            {
                to.Enter(field.Key);
                var isThere = shape.Write(to, member, call);
                to.Leave();
                if (isThere)
                    return true;
            }
            else if (field.IsNonNull)
            {
                to.Fail(
                    field,
                    new InvalidOperationException($"Cannot return null for a non-null type. Field: {field.Key}.")
                );
            }
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or AnswerTooLargeException))
        {
            to.Leave(depth);
            to.Fail(field, exception);
        }

        to.Json.Reset(mark);
        to.Json.Name(field.Name);
        return field.WriteNull(to, mark);
    }

    private object? Value(object value, FieldCall call) =>
        get!.Get(value, call with { Arguments = arguments(call.Variables) });
}

/// <summary>An object of one of several types.</summary>
internal sealed class AbstractValue(Func<object, IObjectGraphType> typeOf, Func<IObjectGraphType, ValueShape> shapeOf)
    : ValueShape
{
    public override void Gather(object value, NamedRows rows, FieldCall call) =>
        shapeOf(typeOf(value)).Gather(value, rows, call);

    public override bool Write(AnswerWriter to, object value, FieldCall call) =>
        shapeOf(typeOf(value)).Write(to, value, call);
}

/// <summary>A list of values.</summary>
internal sealed class ListValue(ValueShape item, bool areNonNull) : ValueShape
{
    public override void Gather(object value, NamedRows rows, FieldCall call)
    {
        foreach (var one in (IEnumerable)value)
        {
            if (one is not null)
                item.Gather(one, rows, call);
        }
    }

    public override bool Write(AnswerWriter to, object value, FieldCall call)
    {
        var mark = to.Json.Length;
        to.Json.StartArray();
        var index = 0;
        foreach (var one in (IEnumerable)value)
        {
            to.CountItem();
            to.Enter(index++);
            var isThere = one is not null && item.Write(to, one, call);
            to.Leave();
            if (isThere)
                continue;
            if (areNonNull)
            {
                to.Json.Reset(mark);
                return false;
            }

            to.Json.Null();
        }

        to.Json.EndArray();
        return true;
    }
}

/// <summary>A row whose id is the value.</summary>
internal sealed class RowValue(int slot, HandedIn row) : ValueShape
{
    public override void Gather(object value, NamedRows rows, FieldCall call) => rows.Add(slot, (Guid)value);

    public override bool Write(AnswerWriter to, object value, FieldCall call) => row(to, (Guid)value);
}
