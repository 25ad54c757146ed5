using System.Collections.Concurrent;
using System.Text.Json;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>What is selected of an object of one type, worked out once per document: fragments and directives are resolved.</summary>
internal sealed class SelectionPlan(IObjectGraphType type, FieldPlan[] fields)
{
    public IObjectGraphType Type => type;

    public FieldPlan[] Fields => fields;

    /// <summary>The fields that are resolved before anything is written, each with a slot for its value.</summary>
    public FieldPlan[] Resolved { get; } = [.. fields.Where(field => !field.IsPlain)];

    /// <summary>Members of the rows that nothing selected looks at, as <see cref="ReadHints.Without"/> takes them.</summary>
    public string Unread { get; } = UnreadOf(type, fields);

    /// <summary>Whether all of it can be read off the object while it is written.</summary>
    public bool IsPlain => Resolved.Length == 0;

    private static string UnreadOf(IObjectGraphType type, FieldPlan[] fields)
    {
        var selected = fields.SelectMany(field => OwnMembers(field.Definition)).ToHashSet();
        return string.Concat(
            type.Fields.SelectMany(OwnMembers)
                .Distinct()
                .Where(member => !selected.Contains(member))
                .Select(member => $"{member},")
        );
    }

    private static IReadOnlyList<string> OwnMembers(FieldType field) =>
        field.Resolver is IMemberField member ? member.OwnMembers : [];
}

/// <summary>One field of a selection.</summary>
internal sealed class FieldPlan
{
    /// <summary>The name in the answer.</summary>
    public required string Key { get; init; }

    public required JsonEncodedText Name { get; init; }

    /// <summary>The first of the places that select it; its arguments are those of all of them.</summary>
    public required GraphQLField Ast { get; init; }

    public required FieldType Definition { get; init; }

    public required IFieldResolver Resolver { get; init; }

    public required ValuePlan Value { get; init; }

    /// <summary>Where the field is resolved beforehand: the place of its value.</summary>
    public int Slot { get; init; } = -1;

    public bool IsPlain => Slot < 0;

    /// <summary>Of a plain field that is a leaf: writes its name and value; false, and nothing, where the value is null.</summary>
    public WriteField? WriteLeaf { get; init; }
}

/// <summary>How a value of a field's type, or of an item of its list, is completed.</summary>
internal sealed class ValuePlan
{
    private readonly ConcurrentDictionary<IObjectGraphType, SelectionPlan> byType = new();

    public required bool IsNonNull { get; init; }

    /// <summary>Of a list: its items.</summary>
    public ValuePlan? Items { get; init; }

    public ScalarGraphType? Leaf { get; init; }

    /// <summary>Of an interface or union: which object types there are is known with the value.</summary>
    public IAbstractGraphType? Abstract { get; init; }

    /// <summary>What is selected of an object type.</summary>
    public SelectionPlan? Object { get; init; }

    /// <summary>Plans the selection for one of the possible types.</summary>
    public required Func<IObjectGraphType, SelectionPlan> Plan { get; init; }

    /// <summary>What is selected of the objects, through lists; null of leaves, interfaces and unions.</summary>
    public SelectionPlan? Below => Items is not null ? Items.Below : Object;

    /// <summary>What is selected of objects of one of the types, through lists.</summary>
    public SelectionPlan Of(IObjectGraphType type) => Items is not null ? Items.Of(type) : For(type);

    public bool IsPlain => Items?.IsPlain ?? (Leaf is not null || Object is { IsPlain: true });

    public SelectionPlan For(IObjectGraphType type) => Object ?? byType.GetOrAdd(type, Plan);
}
