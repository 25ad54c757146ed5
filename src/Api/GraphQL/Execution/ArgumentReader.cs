using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Reads the arguments of fields: for reads as inputs, whose scalars in variables are bound per request; for commands
/// as values.
/// </summary>
/// <param name="variables">The variables of the request for which the operation is compiled.</param>
internal sealed class ArgumentReader(IReadOnlyDictionary<string, object?> variables)
{
    private static readonly Dictionary<string, object?> None = [];

    public Dictionary<string, Input> Inputs(FieldType field, GraphQLField ast) =>
        Read(field, ast, variables, Input.Of, Read)
            .ToDictionary(argument => argument.Key, argument => FiscalYearInputs.Checked(argument.Key, argument.Value));

    /// <summary>Reads the arguments of a command, with the variables of each request.</summary>
    public static Func<IReadOnlyDictionary<string, object?>, Dictionary<string, object?>> Values(
        FieldType field,
        GraphQLField ast
    ) =>
        // Fields without arguments, which are most of them, keep no reference to the document.
        field.Arguments
            is null
                or { Count: 0 }
            ? _ => None
            : values => Read(field, ast, values, standard => standard, (type, value) => Value(type, value, values));

    /// <summary>
    /// The written arguments, without variables that have no value, plus the defaults of missing ones.
    /// </summary>
    private static Dictionary<string, T> Read<T>(
        FieldType field,
        GraphQLField ast,
        IReadOnlyDictionary<string, object?> variables,
        Func<object, T> standard,
        Func<IGraphType, GraphQLValue, T> read
    )
    {
        var arguments = new Dictionary<string, T>();
        foreach (var argument in field.Arguments ?? [])
        {
            var written = Written(ast, argument.Name);
            if (
                written is not null and not GraphQLVariable
                || written is GraphQLVariable variable && variables.ContainsKey(variable.Name.StringValue)
            )
                arguments[argument.Name] = read(argument.ResolvedType!, written);
            else if (argument.DefaultValue is not null)
                arguments[argument.Name] = standard(argument.DefaultValue);
        }

        return arguments;
    }

    /// <summary>The value as a C# object.</summary>
    private static object? Value(IGraphType type, GraphQLValue value, IReadOnlyDictionary<string, object?> variables)
    {
        var bare = type is NonNullGraphType nonNull ? nonNull.ResolvedType! : type;
        switch (value)
        {
            case GraphQLVariable variable:
                return variables.GetValueOrDefault(variable.Name.StringValue);
            case GraphQLNullValue:
                return null;
            case GraphQLListValue list when bare is ListGraphType items:
                return (list.Values ?? []).Select(item => Value(items.ResolvedType!, item, variables)).ToList();
            case var single when bare is ListGraphType items:
                return new List<object?> { Value(items.ResolvedType!, single, variables) };
            case GraphQLObjectValue members when bare is IInputObjectGraphType input:
                var read = new Dictionary<string, object?>();
                foreach (var member in members.Fields ?? [])
                {
                    if (member.Value is GraphQLVariable absent && !variables.ContainsKey(absent.Name.StringValue))
                        continue;
                    read[member.Name.StringValue] = Value(
                        input.GetField(member.Name.StringValue)!.ResolvedType!,
                        member.Value,
                        variables
                    );
                }

                foreach (var field in input.Fields.Where(field => field.DefaultValue is not null))
                    read.TryAdd(field.Name, field.DefaultValue);
                return read;
            default:
                return InputCoercion.Literal(type, value);
        }
    }

    private Input Read(IGraphType type, GraphQLValue value)
    {
        var bare = type is NonNullGraphType nonNull ? nonNull.ResolvedType! : type;
        switch (value)
        {
            case GraphQLVariable variable:
                var name = variable.Name.StringValue;
                return variables.TryGetValue(name, out var given)
                    ? Of(given, request => request.Variables[name])
                    : new MissingInput(name);
            case GraphQLNullValue:
                return ScalarInput.Null;
            case GraphQLListValue list when bare is ListGraphType items:
                return new ListInput([.. (list.Values ?? []).Select(item => Read(items.ResolvedType!, item))], null);
            case var single when bare is ListGraphType items:
                return new ListInput([Read(items.ResolvedType!, single)], null);
            case GraphQLObjectValue members when bare is IInputObjectGraphType input:
                return new ObjectInput([
                    .. (members.Fields ?? []).Select(member =>
                        KeyValuePair.Create(
                            member.Name.StringValue,
                            Read(input.GetField(member.Name.StringValue)!.ResolvedType!, member.Value)
                        )
                    ),
                ]);
            default:
                var literal = InputCoercion.Literal(type, value);
                return new ScalarInput(literal, _ => literal);
        }
    }

    /// <summary>The value of a variable, or of a part of it.</summary>
    private static Input Of(object? value, Func<ReadRequest, object?> bind) =>
        value switch
        {
            null => ScalarInput.Null,
            IReadOnlyDictionary<string, object?> members => new ObjectInput([
                .. members.Select(member =>
                    KeyValuePair.Create(
                        member.Key,
                        Of(member.Value, request => ((IReadOnlyDictionary<string, object?>)bind(request)!)[member.Key])
                    )
                ),
            ]),
            IReadOnlyList<object?> items => new ListInput(
                [.. items.Select((item, i) => Of(item, request => ((IReadOnlyList<object?>)bind(request)!)[i]))],
                request => (IEnumerable<object?>)bind(request)!
            ),
            _ => new ScalarInput(value, bind),
        };

    private static GraphQLValue? Written(GraphQLField ast, string argument)
    {
        foreach (var given in ast.Arguments?.Items ?? [])
        {
            if (given.Name.Value == argument)
                return given.Value;
        }

        return null;
    }
}
