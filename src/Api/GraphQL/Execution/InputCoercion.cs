using GraphQL.Types;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Coerces the values of variables as the GraphQL specification requires (section 6.4.1), keeping the written order of
/// the members of input objects: in <c>{ name: ASC, number: DESC }</c> the name has priority.
/// </summary>
internal static class InputCoercion
{
    public static object? Value(IGraphType type, object? value)
    {
        switch (type)
        {
            case NonNullGraphType nonNull:
                return Value(nonNull.ResolvedType!, value) ?? throw new InputRefusedException();
            case var _ when value is null:
                return null;
            case ListGraphType list:
                return value is IEnumerable<object?> items and not IEnumerable<KeyValuePair<string, object?>>
                    ? items.Select(item => Value(list.ResolvedType!, item)).ToList()
                    : new List<object?> { Value(list.ResolvedType!, value) };
            case IInputObjectGraphType input when value is IEnumerable<KeyValuePair<string, object?>> given:
                return Members(input, given);
            case ScalarGraphType scalar:
                try
                {
                    return scalar.ParseValue(value);
                }
                catch (Exception)
                {
                    throw new InputRefusedException();
                }

            default:
                throw new InputRefusedException();
        }
    }

    private static Dictionary<string, object?> Members(
        IInputObjectGraphType type,
        IEnumerable<KeyValuePair<string, object?>> given
    )
    {
        var members = new Dictionary<string, object?>();
        foreach (var (name, value) in given)
        {
            var field = type.GetField(name) ?? throw new InputRefusedException();
            members[name] = Value(field.ResolvedType!, value);
        }

        foreach (var field in type.Fields.Where(field => !members.ContainsKey(field.Name)))
        {
            if (field.DefaultValue is not null)
                members[field.Name] = field.DefaultValue;
            else if (field.ResolvedType is NonNullGraphType)
                throw new InputRefusedException();
        }

        return members;
    }
}

/// <summary>A value that cannot be coerced. The library's validation then produces the error message.</summary>
internal sealed class InputRefusedException : Exception;
