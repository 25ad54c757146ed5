using System.Globalization;
using GraphQL;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>
/// Reads what the cost depends on from literals and variables, as they came: whatever is not what it should be is left for
/// GraphQL to refuse.
/// </summary>
internal readonly struct VariableValues(GraphQLOperationDefinition operation, Inputs? variables)
{
    /// <summary>The whole number, or null where none is given.</summary>
    public int? Number(GraphQLValue? value) =>
        value switch
        {
            GraphQLIntValue number => int.TryParse(number.Value, CultureInfo.InvariantCulture, out var read)
                ? read
                : null,
            GraphQLVariable variable => Given(variable, out var given) ? given as int? : Number(Default(variable)),
            _ => null,
        };

    /// <summary>Yes or no, or null where neither is given.</summary>
    public bool? Truth(GraphQLValue? value) =>
        value switch
        {
            GraphQLBooleanValue truth => truth.BoolValue,
            GraphQLVariable variable => Given(variable, out var given) ? given as bool? : Truth(Default(variable)),
            _ => null,
        };

    /// <summary>Whether it is a variable that is not given and null by its default: GraphQL lets that pass anywhere.</summary>
    public bool IsNullByDefault(GraphQLValue? value) =>
        value is GraphQLVariable variable && !Given(variable, out _) && Default(variable) is GraphQLNullValue;

    /// <summary>How many items a list has; a single value is a list of one.</summary>
    public int Count(GraphQLValue? value) =>
        value switch
        {
            null or GraphQLNullValue => 0,
            GraphQLListValue list => list.Values?.Count ?? 0,
            GraphQLVariable variable => Given(variable, out var given) ? Count(given) : Count(Default(variable)),
            _ => 1,
        };

    /// <summary>How many items a list in an input object has.</summary>
    public int CountIn(GraphQLValue? input, string field)
    {
        if (input is GraphQLVariable variable)
        {
            if (!Given(variable, out var given))
                return CountIn(Default(variable), field);
            return given is IReadOnlyDictionary<string, object?> members ? Count(members.GetValueOrDefault(field)) : 0;
        }

        return input is GraphQLObjectValue literal
            ? Count(literal.Fields?.Find(member => member.Name.Value == field)?.Value)
            : 0;
    }

    private bool Given(GraphQLVariable variable, out object? value)
    {
        value = null;
        return variables is not null && variables.TryGetValue(variable.Name.StringValue, out value);
    }

    private GraphQLValue? Default(GraphQLVariable variable)
    {
        foreach (var definition in operation.Variables?.Items ?? [])
        {
            // A default that is itself a variable is no default: it would be looked up for ever.
            if (definition.Variable.Name.Value == variable.Name.Value)
                return definition.DefaultValue is GraphQLVariable ? null : definition.DefaultValue;
        }

        return null;
    }

    private static int Count(object? value) =>
        value switch
        {
            null => 0,
            IReadOnlyCollection<object?> list => list.Count,
            _ => 1,
        };
}
