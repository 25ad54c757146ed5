using GraphQL.Types;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Coerces values as the GraphQL specification requires (section 6.4.1), keeping the written order of the members of
/// input objects: in <c>{ name: ASC, number: DESC }</c> the name has priority.
/// </summary>
internal static class InputCoercion
{
    /// <summary>Coerces a JSON value.</summary>
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
            case IInputObjectGraphType input:
                return Members(
                    input,
                    value as IEnumerable<KeyValuePair<string, object?>> ?? throw new InputRefusedException(),
                    (field, member) => Value(field.ResolvedType!, member)
                );
            case ScalarGraphType scalar:
                return Scalar(() => scalar.ParseValue(value));
            default:
                throw new InputRefusedException();
        }
    }

    /// <summary>Coerces a literal that contains no variables.</summary>
    public static object? Literal(IGraphType type, GraphQLValue literal)
    {
        switch (type)
        {
            case NonNullGraphType nonNull:
                return Literal(nonNull.ResolvedType!, literal) ?? throw new InputRefusedException();
            case var _ when literal is GraphQLNullValue:
                return null;
            case ListGraphType list:
                return literal is GraphQLListValue items
                    ? (items.Values ?? []).Select(item => Literal(list.ResolvedType!, item)).ToList()
                    : new List<object?> { Literal(list.ResolvedType!, literal) };
            case IInputObjectGraphType input:
                var members = (literal as GraphQLObjectValue ?? throw new InputRefusedException()).Fields ?? [];
                return Members(
                    input,
                    members.Select(member => KeyValuePair.Create(member.Name.StringValue, member.Value)),
                    (field, member) => Literal(field.ResolvedType!, member)
                );
            case ScalarGraphType scalar:
                return Scalar(() => scalar.ParseLiteral(literal));
            default:
                throw new InputRefusedException();
        }
    }

    private static Dictionary<string, object?> Members<TMember>(
        IInputObjectGraphType type,
        IEnumerable<KeyValuePair<string, TMember>> given,
        Func<FieldType, TMember, object?> coerce
    )
    {
        var members = new Dictionary<string, object?>();
        foreach (var (name, value) in given)
        {
            var field = type.GetField(name) ?? throw new InputRefusedException();
            members[name] = coerce(field, value);
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

    private static object? Scalar(Func<object?> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception exception) when (exception is not InputRefusedException)
        {
            throw new InputRefusedException();
        }
    }
}

/// <summary>A value that cannot be coerced. The library's validation then produces the error message.</summary>
internal sealed class InputRefusedException : Exception;
