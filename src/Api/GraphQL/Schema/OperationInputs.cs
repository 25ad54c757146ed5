using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;

namespace TeacherDevPlan.Api.GraphQL.Schema;

/// <summary>Creates the inputs with the operators on a value, according to its type.</summary>
internal sealed class OperationInputs(InputSet inputs)
{
    private const string Nulls =
        "A null operand is refused, except for eq and neq. A null or missing condition object is no condition.";

    public string List(Type itemType)
    {
        var operations = Of(itemType);
        return inputs.Add(
            $"List{operations}",
            "Conditions on a list of values.",
            input => InputSet.Quantifiers(input, operations)
        );
    }

    public string Of(Type type)
    {
        var scalar = TypeNames.Of(type);
        var name = scalar == "ID" ? "IdOperationFilterInput" : $"{scalar}OperationFilterInput";
        return inputs.Add(
            name,
            $"Conditions on a {scalar}; all must hold. {Nulls}",
            input => Fill(input, type, scalar)
        );
    }

    private static void Fill(InputObjectGraphType input, Type type, string scalar)
    {
        InputSet.Combine(input);
        InputSet.Field(input, "eq", scalar, "Equal; `eq: null` means: is null.");
        InputSet.Field(input, "neq", scalar, "Not equal; `neq: null` means: is not null.");
        if (type == typeof(bool))
            return;
        InputSet.Field(input, "in", $"[{scalar}]", "Equal to one of these; an empty list matches nothing.");
        InputSet.Field(input, "nin", $"[{scalar}]", "Equal to none of these; an empty list matches everything.");
        if (type == typeof(string))
            Search(input);
        else if (type != typeof(Guid) && !type.IsEnum)
            Compare(input, scalar);
    }

    private static void Search(InputObjectGraphType input)
    {
        const string how = "Ignores case, and Thai and Arabic digits match each other";
        InputSet.Field(input, "contains", "String", $"Contains this text. {how}.");
        InputSet.Field(input, "ncontains", "String", "Does not contain this text.");
        InputSet.Field(input, "startsWith", "String", $"Starts with this text. {how}.");
        InputSet.Field(input, "nstartsWith", "String", "Does not start with this text.");
        InputSet.Field(input, "endsWith", "String", $"Ends with this text. {how}.");
        InputSet.Field(input, "nendsWith", "String", "Does not end with this text.");
    }

    private static void Compare(InputObjectGraphType input, string scalar)
    {
        InputSet.Field(input, "gt", scalar, "Greater.");
        InputSet.Field(input, "ngt", scalar, "Not greater; true for null.");
        InputSet.Field(input, "gte", scalar, "Greater than or equal.");
        InputSet.Field(input, "ngte", scalar, "Neither greater nor equal; true for null.");
        InputSet.Field(input, "lt", scalar, "Less.");
        InputSet.Field(input, "nlt", scalar, "Not less; true for null.");
        InputSet.Field(input, "lte", scalar, "Less than or equal.");
        InputSet.Field(input, "nlte", scalar, "Neither less nor equal; true for null.");
    }
}
