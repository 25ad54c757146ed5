using System.Globalization;
using GraphQL;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Conventions;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>
/// Reads the values that the cost depends on from literals and uncoerced variables. Invalid values are ignored here,
/// because GraphQL will refuse them.
/// </summary>
internal readonly struct VariableValues(GraphQLOperationDefinition operation, Inputs? variables)
{
    /// <summary>The integer, or null if there is none.</summary>
    public int? Number(GraphQLValue? value) =>
        value switch
        {
            GraphQLIntValue number => int.TryParse(number.Value, CultureInfo.InvariantCulture, out var read)
                ? read
                : null,
            GraphQLVariable variable => Given(variable, out var given)
                ? IntScalar.Whole(given) as int?
                : Number(Default(variable)),
            _ => null,
        };

    /// <summary>The boolean, or null if there is none.</summary>
    public bool? Truth(GraphQLValue? value) =>
        value switch
        {
            GraphQLBooleanValue truth => truth.BoolValue,
            GraphQLVariable variable => Given(variable, out var given) ? given as bool? : Truth(Default(variable)),
            _ => null,
        };

    /// <summary>
    /// Whether the value is a variable that is not given and defaults to null, which GraphQL accepts anywhere.
    /// </summary>
    public bool IsNullByDefault(GraphQLValue? value) =>
        value is GraphQLVariable variable && !Given(variable, out _) && Default(variable) is GraphQLNullValue;

    /// <summary>The number of items of a list; a single value is a list of one.</summary>
    public int Count(GraphQLValue? value) =>
        value switch
        {
            null or GraphQLNullValue => 0,
            GraphQLListValue list => list.Values?.Count ?? 0,
            GraphQLVariable variable => Given(variable, out var given) ? Count(given) : Count(Default(variable)),
            _ => 1,
        };

    /// <summary>The number of items of a list in an input object.</summary>
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

    /// <summary>The number of values within the value of a variable.</summary>
    public long Scalars(GraphQLVariable variable) => Given(variable, out var given) ? Scalars(given) : 1;

    private bool Given(GraphQLVariable variable, out object? value)
    {
        value = null;
        return variables is not null && variables.TryGetValue(variable.Name.StringValue, out value);
    }

    private GraphQLValue? Default(GraphQLVariable variable)
    {
        foreach (var definition in operation.Variables?.Items ?? [])
        {
            // A default value that is itself a variable is ignored; resolving it could loop forever.
            if (definition.Variable.Name.Value == variable.Name.Value)
                return definition.DefaultValue is GraphQLVariable ? null : definition.DefaultValue;
        }

        return null;
    }

    private static long Scalars(object? value) =>
        value switch
        {
            IReadOnlyDictionary<string, object?> members => members.Values.Sum(Scalars),
            IReadOnlyCollection<object?> list => list.Sum(Scalars),
            _ => 1,
        };

    private static int Count(object? value) =>
        value switch
        {
            null => 0,
            IReadOnlyCollection<object?> list => list.Count,
            _ => 1,
        };
}
