using System.Collections;
using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Reads.Answers;
using TeacherDevPlan.Infrastructure.Reads.Compiling;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>The ids of rows that values refer to, by the slots for which their statements were compiled.</summary>
internal sealed class NamedRows(int slots)
{
    private readonly HashSet<Guid>[] ids = [.. Enumerable.Range(0, slots).Select(_ => new HashSet<Guid>())];

    public Guid[][] Ids => [.. ids.Select(some => some.ToArray())];

    public void Add(int slot, Guid id) => ids[slot].Add(id);
}

/// <summary>A computed field in a run.</summary>
/// <param name="Request">The values that arguments below the field are bound to.</param>
internal sealed record RunningCall(
    ReadRequest Request,
    IReadOnlyDictionary<string, object?> Arguments,
    IServiceProvider Services,
    bool PrefersThai,
    IReadOnlySet<string> Selected,
    CancellationToken Cancellation
) : FieldCall(Arguments, Services, PrefersThai, Selected, Cancellation);

/// <summary>
/// Writes a C# value into the response. The rows that it refers to are collected first, and read before it is written.
/// </summary>
internal abstract class ValueShape
{
    public virtual void Gather(object value, NamedRows rows, RunningCall call) { }

    /// <returns>False if the value is null; then nothing was written.</returns>
    public abstract bool Write(AnswerWriter to, object value, RunningCall call);
}

/// <summary>A scalar or an enum value.</summary>
internal sealed class LeafValue(ScalarGraphType type) : ValueShape
{
    public override bool Write(AnswerWriter to, object value, RunningCall call)
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

/// <summary>A value that is JSON already.</summary>
internal sealed class JsonValue : ValueShape
{
    public override bool Write(AnswerWriter to, object value, RunningCall call)
    {
        to.Json.Raw((byte[])value);
        return true;
    }
}

/// <summary>An object whose fields are read from a value.</summary>
internal sealed class ObjectValue(ValueFieldShape[] fields) : ValueShape
{
    public override void Gather(object value, NamedRows rows, RunningCall call)
    {
        foreach (var field in fields)
            field.Gather(value, rows, call);
    }

    public override bool Write(AnswerWriter to, object value, RunningCall call)
    {
        var mark = to.Json.Length;
        to.Json.StartObject();
        foreach (var field in fields)
        {
            if (field.Write(to, value, call))
                continue;
            to.Json.Reset(mark);
            return false;
        }

        to.Json.EndObject();
        return true;
    }
}

/// <summary>A field of such an object.</summary>
internal sealed class ValueFieldShape(
    FieldShape field,
    ValueSource source,
    IReadOnlyDictionary<string, Input> arguments,
    ValueShape shape
)
{
    public void Gather(object value, NamedRows rows, RunningCall call)
    {
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

    public bool Write(AnswerWriter to, object value, RunningCall call)
    {
        var mark = to.Json.Length;
        to.Json.Name(field.Key);
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
                throw new InvalidOperationException($"Cannot return null for a non-null type. Field: {field.Key}.");
            }
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or AnswerTooLargeException))
        {
            to.Leave(depth);
            to.Fail(field, exception);
        }

        to.Json.Reset(mark);
        to.Json.Name(field.Key);
        return field.WriteNull(to, mark);
    }

    private object? Value(object value, RunningCall call) =>
        source.Get(
            value,
            arguments.Count == 0
                ? call
                : call with
                {
                    Arguments = ArgumentReader.Values(arguments, scalar => scalar.Bind(call.Request)),
                }
        );
}

/// <summary>An object of one of several types.</summary>
internal sealed class AbstractValue(
    IAbstractGraphType type,
    ISchema schema,
    IReadOnlyDictionary<IObjectGraphType, ObjectValue> byType
) : ValueShape
{
    public override void Gather(object value, NamedRows rows, RunningCall call) => Of(value).Gather(value, rows, call);

    public override bool Write(AnswerWriter to, object value, RunningCall call) => Of(value).Write(to, value, call);

    private ObjectValue Of(object value) =>
        type.GetObjectType(value, schema) is { } known
            ? byType[known]
            : throw new InvalidOperationException($"A {value.GetType()} is none of the types of {type.Name}.");
}

/// <summary>A list of values.</summary>
internal sealed class ListValue(ValueShape item, bool areNonNull) : ValueShape
{
    public override void Gather(object value, NamedRows rows, RunningCall call)
    {
        foreach (var one in (IEnumerable)value)
        {
            if (one is not null)
                item.Gather(one, rows, call);
        }
    }

    public override bool Write(AnswerWriter to, object value, RunningCall call)
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
    public override void Gather(object value, NamedRows rows, RunningCall call) => rows.Add(slot, (Guid)value);

    public override bool Write(AnswerWriter to, object value, RunningCall call) => row(to, (Guid)value);
}

/// <summary>A row of any type whose global id is the value.</summary>
/// <param name="argument">Where the id is given.</param>
/// <param name="byType">The rows by their type, for those of the given ids that the callers may see.</param>
internal sealed class NodeValue(FieldShape field, string argument, IReadOnlyDictionary<string, RowValue> byType)
    : ValueShape
{
    public override void Gather(object value, NamedRows rows, RunningCall call)
    {
        if (NodeId.TryParse((string)value, out var node) && byType.TryGetValue(node.TypeName, out var row))
            row.Gather(node.Id, rows, call);
    }

    public override bool Write(AnswerWriter to, object value, RunningCall call)
    {
        if (NodeId.TryParse((string)value, out var node))
            return byType.TryGetValue(node.TypeName, out var row) && row.Write(to, node.Id, call);
        to.FailHere(field, NodeFields.Malformed((string)value, argument));
        return false;
    }
}
