using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// Answers a request from rows that were loaded whole, with plain loops: no SQL, and nothing of the compiler. Objects are ordered
/// dictionaries, lists are lists, values as <see cref="Told"/> has them.
/// </summary>
internal sealed class NaiveReads
{
    /// <summary>In the place of a value that must not be null and is: the nearest that may be null becomes null.</summary>
    public static readonly object Hole = new();

    private readonly NaiveValues values;
    private readonly NaiveObjects objects;

    public NaiveReads(NaiveValues values)
    {
        this.values = values;
        objects = new NaiveObjects(values, Errors);
    }

    /// <summary>The codes of the errors of the last answer.</summary>
    public List<string> Errors { get; } = [];

    public object? Answer(IEnumerable<Asked> selected)
    {
        Errors.Clear();
        var data = Fields(selected, Root);
        return data == Hole ? null : data;
    }

    /// <summary>An object, field by field.</summary>
    public static object Fields(IEnumerable<Asked> selected, Func<AskedField, (object? Value, bool IsNonNull)> value)
    {
        var fields = new OrderedDictionary<string, object?>();
        foreach (var field in Asked.Collect(selected))
        {
            var (told, isNonNull) = value(field);
            if (isNonNull && (told is null || told == Hole))
                return Hole;
            fields[field.Key] = told == Hole ? null : told;
        }

        return fields;
    }

    private (object? Value, bool IsNonNull) Root(AskedField asked)
    {
        if (asked.Name == "__typename")
            return ("Query", true);
        if (asked.Name == "node")
            return (Node(asked), false);
        var (model, root) = values
            .Models.All.SelectMany(one => one.Roots.Select(root => (one, root)))
            .First(pair => pair.root.Name == asked.Name);
        if (!values.Allows(root.Access))
        {
            Errors.Add(NaiveChecks.NotAllowed);
            return (null, false);
        }

        return root is RootLookup lookup
            ? (Lookup(model, lookup, asked), false)
            : (
                objects.Lists.Connection(model, values.Rows.Of(model.Row).Where(values.Seen.Sees), asked),
                root.Access.IsOpen
            );
    }

    private object? Node(AskedField asked)
    {
        var id = asked.Argument<NodeId>("id");
        return
            values.Models.Nodes.TryGetValue(id.TypeName, out var model)
            && values.Allows(model.Fields[0].Access)
            && values.Rows.Find(model.Row, id.Id) is { } row
            && values.Seen.Sees(row)
            ? objects.Row(model, row, asked.Below)
            : null;
    }

    private object? Lookup(Model model, RootLookup lookup, AskedField asked)
    {
        var wanted = lookup.Keys.Select(key => (key.Member, Value: asked.Argument<object>(key.Argument)!)).ToList();
        if (wanted.Exists(key => key.Value is NodeId id && id.TypeName != model.Name))
        {
            Errors.Add("INVALID_ID");
            return null;
        }

        var found = values
            .Rows.Of(model.Row)
            .FirstOrDefault(row =>
                values.Seen.Sees(row)
                && (lookup.Own is null || values.Seen.Keeps(lookup.Own, row))
                && wanted.TrueForAll(key =>
                    Equals(
                        values.Seen.Value(key.Member, row, seenOnly: false),
                        key.Value is NodeId id ? id.Id : key.Value
                    )
                )
            );
        return found is null ? null : objects.Row(model, found, asked.Below);
    }
}
