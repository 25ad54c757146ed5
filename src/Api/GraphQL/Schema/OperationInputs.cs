using TeacherDevPlan.Api.GraphQL.Conventions;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>Creates the inputs with the operators on a value, according to its type.</summary>
internal sealed class OperationInputs(InputSet inputs)
{
    private const string Nulls =
        "A null operand is refused, except for eq and neq. A null or missing condition object is no condition.";

    private const string Folding = "Ignores case, and Thai and Arabic digits match each other";

    private static readonly (string Name, string Description)[] Equality =
    [
        ("eq", "Equal; `eq: null` means: is null."),
        ("neq", "Not equal; `neq: null` means: is not null."),
    ];

    private static readonly (string Name, string Description)[] Membership =
    [
        ("in", "Equal to one of these; an empty list matches nothing."),
        ("nin", "Equal to none of these; an empty list matches everything."),
    ];

    private static readonly (string Name, string Description)[] Search =
    [
        ("contains", $"Contains this text. {Folding}."),
        ("ncontains", "Does not contain this text."),
        ("startsWith", $"Starts with this text. {Folding}."),
        ("nstartsWith", "Does not start with this text."),
        ("endsWith", $"Ends with this text. {Folding}."),
        ("nendsWith", "Does not end with this text."),
    ];

    private static readonly (string Name, string Description)[] Comparison =
    [
        ("gt", "Greater."),
        ("ngt", "Not greater; true for null."),
        ("gte", "Greater than or equal."),
        ("ngte", "Neither greater nor equal; true for null."),
        ("lt", "Less."),
        ("nlt", "Not less; true for null."),
        ("lte", "Less than or equal."),
        ("nlte", "Neither less nor equal; true for null."),
    ];

    public string List(Type itemType)
    {
        var operations = Of(itemType);
        return inputs.AddQuantifiers($"List{operations}", "Conditions on a list of values.", operations);
    }

    public string Of(Type type)
    {
        var scalar = TypeNames.Of(type);
        var fields = Equality
            .Select(one => TypeNames.Field(one.Name, scalar, one.Description))
            .Concat(Listed(type).Select(one => TypeNames.Field(one.Name, $"[{scalar}]", one.Description)))
            .Concat(Ordered(type).Select(one => TypeNames.Field(one.Name, scalar, one.Description)));
        return inputs.AddConditions(
            scalar == "ID" ? "IdOperationFilterInput" : $"{scalar}OperationFilterInput",
            $"Conditions on a {scalar}; all must hold. {Nulls}",
            fields
        );
    }

    private static (string Name, string Description)[] Listed(Type type) => type == typeof(bool) ? [] : Membership;

    private static (string Name, string Description)[] Ordered(Type type) =>
        type == typeof(string) ? Search
        : type == typeof(bool) || type == typeof(Guid) || type.IsEnum ? []
        : Comparison;
}
