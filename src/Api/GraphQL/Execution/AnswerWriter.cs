using System.Buffers;
using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Writes the data of an answer. A null where none may be makes null of the nearest thing around it that may be null; what was
/// written of that by then stands in the way, so the answer is then written once more, with those nulls known.
/// </summary>
internal sealed class AnswerWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    private readonly Utf8JsonWriter json;
    private readonly Failures failures;

    /// <summary>The places that turned out to be null, by their paths; null while they are being found.</summary>
    private readonly HashSet<string>? nulls;
    private readonly HashSet<string> found = [];
    private readonly Stack<Step> path = new();

    private AnswerWriter(IBufferWriter<byte> output, Failures failures, HashSet<string>? nulls)
    {
        json = new Utf8JsonWriter(output, Options);
        this.failures = failures;
        this.nulls = nulls;
    }

    /// <summary>A step from the root to the place that is being written.</summary>
    private readonly record struct Step(FieldPlan Field, int Index, bool IsNonNull);

    /// <returns>Null where the whole answer is null.</returns>
    public static Answer? Write(ObjectNode root, Failures failures)
    {
        var answer = new Answer();
        var nulls = Write(root, answer, failures, null);
        if (nulls.Count == 0)
            return answer;
        answer.Dispose();
        if (nulls.Contains(""))
            return null;
        answer = new Answer();
        Write(root, answer, failures, nulls);
        return answer;
    }

    public void Dispose() => json.Dispose();

    private static HashSet<string> Write(ObjectNode root, Answer answer, Failures failures, HashSet<string>? nulls)
    {
        using var writer = new AnswerWriter(answer, failures, nulls);
        writer.Object(root.Source, root.Slots, root.Plan);
        writer.json.Flush();
        return writer.found;
    }

    private void Object(object? source, object?[] slots, SelectionPlan plan)
    {
        json.WriteStartObject();
        foreach (var field in plan.Fields)
        {
            if (field.WriteLeaf is { } write)
                Leaf(field, write, source);
            else
                Composite(field, source, slots);
        }

        json.WriteEndObject();
    }

    private void Leaf(FieldPlan field, WriteField write, object? source)
    {
        try
        {
            if (write(json, field.Name, source))
                return;
            if (field.Value.IsNonNull)
                throw Failures.Null(field);
        }
        catch (Exception exception)
        {
            Fail(field, exception);
        }

        json.WriteNull(field.Name);
    }

    private void Composite(FieldPlan field, object? source, object?[] slots)
    {
        json.WritePropertyName(field.Name);
        path.Push(new Step(field, -1, field.Value.IsNonNull));
        object? value;
        try
        {
            value = field.IsPlain ? Read(field, source) : slots[field.Slot];
        }
        catch (Exception exception)
        {
            if (nulls is null)
                failures.Add(Path(), field, exception);
            value = null;
        }

        Value(value, field.Value, field);
        path.Pop();
    }

    /// <summary>A list is read through before any of it is written: what fails, fails here.</summary>
    private static object? Read(FieldPlan field, object? source)
    {
        var value = ((IPlainField)field.Resolver).Get(source);
        if (value is null && field.Value.IsNonNull)
            throw Failures.Null(field);
        return field.Value.Items is not null && value is IEnumerable list and not ICollection
            ? list.Cast<object?>().ToArray()
            : value;
    }

    private void Value(object? value, ValuePlan plan, FieldPlan field)
    {
        if (value is null || nulls is not null && nulls.Contains(Key(path)))
        {
            json.WriteNullValue();
            if (value is null && plan.IsNonNull)
                Propagate();
        }
        else if (plan.Items is { } items)
        {
            List((IEnumerable)value, items, field);
        }
        else if (plan.Leaf is not null)
        {
            LeafWriters.WriteValue(json, value);
        }
        else if (value is ObjectNode node)
        {
            Object(node.Source, node.Slots, node.Plan);
        }
        else
        {
            Object(value, [], plan.Object!);
        }
    }

    private void List(IEnumerable values, ValuePlan items, FieldPlan field)
    {
        json.WriteStartArray();
        var index = 0;
        foreach (var item in values)
        {
            path.Push(new Step(field, index++, items.IsNonNull));
            Value(field.IsPlain ? Item(item, items, field) : item, items, field);
            path.Pop();
        }

        json.WriteEndArray();
    }

    /// <summary>An item that nobody has completed yet.</summary>
    private object? Item(object? item, ValuePlan items, FieldPlan field)
    {
        try
        {
            var value = items.Leaf is { } leaf ? leaf.Serialize(item) : item;
            return value is null && items.IsNonNull ? throw Failures.Null(field) : value;
        }
        catch (Exception exception)
        {
            if (nulls is null)
                failures.Add(Path(), field, exception);
            return null;
        }
    }

    private void Fail(FieldPlan field, Exception exception)
    {
        path.Push(new Step(field, -1, field.Value.IsNonNull));
        if (nulls is null)
            failures.Add(Path(), field, exception);
        if (field.Value.IsNonNull)
            Propagate();
        path.Pop();
    }

    /// <summary>What is around the null that is written here and may be null itself, becomes null.</summary>
    private void Propagate()
    {
        if (nulls is not null)
            return;
        var around = path.SkipWhile(step => step.IsNonNull);
        found.Add(Key(around));
    }

    private IReadOnlyList<object> Path() =>
        [.. path.Reverse().Select(step => step.Index < 0 ? (object)step.Field.Key : step.Index)];

    /// <summary>A path as a text; empty for the root.</summary>
    private static string Key(IEnumerable<Step> fromHere) =>
        string.Join('/', fromHere.Select(step => step.Index < 0 ? step.Field.Key : $"{step.Index}"));
}
