using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Infrastructure.Reads.Statements;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Reads arguments as inputs, so that nothing of the document is kept: scalars in variables are bound per request.
/// </summary>
/// <param name="variables">The variables of the request for which the operation is compiled.</param>
internal sealed class ArgumentReader(IReadOnlyDictionary<string, object?> variables)
{
    private static readonly ArgumentReader Constants = new(new Dictionary<string, object?>());

    /// <summary>The arguments of a read: statements depend on the structure of variables.</summary>
    public Dictionary<string, Input> OfRead(SelectedField field) =>
        Of(field, Structured)
            .ToDictionary(argument => argument.Key, argument => FiscalYearInputs.Checked(argument.Key, argument.Value));

    /// <summary>The arguments of a computed field: it takes each variable as a whole.</summary>
    public Dictionary<string, Input> OfCall(SelectedField field) => Of(field, Whole);

    /// <summary>The value of a literal without variables.</summary>
    public static object? Constant(IGraphType type, GraphQLValue literal) =>
        Value(Constants.Read(type, literal, Whole), scalar => scalar.Known);

    /// <summary>An input of a computed field as a C# object.</summary>
    public static object? Value(Input input, Func<ScalarInput, object?> of) =>
        input switch
        {
            ScalarInput scalar => of(scalar),
            ListInput list => list.Items.Select(item => Value(item, of)).ToList(),
            ObjectInput members => Values(members.Members, of),
            _ => null,
        };

    /// <summary>Inputs by name as C# objects, without variables that have no value.</summary>
    public static Dictionary<string, object?> Values(
        IEnumerable<KeyValuePair<string, Input>> inputs,
        Func<ScalarInput, object?> of
    ) =>
        inputs
            .Where(input => input.Value is not MissingInput)
            .ToDictionary(input => input.Key, input => Value(input.Value, of));

    /// <summary>
    /// The written arguments, without variables that have no value, plus the defaults of missing ones.
    /// </summary>
    private Dictionary<string, Input> Of(SelectedField field, Func<object?, Func<ReadRequest, object?>, Input> given)
    {
        var arguments = new Dictionary<string, Input>();
        foreach (var argument in field.Definition.Arguments ?? [])
        {
            var written = field.Ast.Arguments?.Items.FirstOrDefault(one => one.Name.Value == argument.Name)?.Value;
            var input = written is null ? null : Read(argument.ResolvedType!, written, given);
            if (input is not (null or MissingInput))
                arguments[argument.Name] = input;
            else if (argument.DefaultValue is not null)
                arguments[argument.Name] = Input.Of(argument.DefaultValue);
        }

        return arguments;
    }

    /// <param name="given">Makes an input of a variable's value.</param>
    private Input Read(IGraphType type, GraphQLValue value, Func<object?, Func<ReadRequest, object?>, Input> given)
    {
        var bare = type is NonNullGraphType nonNull ? nonNull.ResolvedType! : type;
        switch (value)
        {
            case GraphQLVariable variable:
                var name = variable.Name.StringValue;
                return variables.TryGetValue(name, out var known) ? given(known, Bound(name)) : new MissingInput(name);
            case GraphQLNullValue:
                return ScalarInput.Null;
            case GraphQLListValue list when bare is ListGraphType items:
                return new ListInput(
                    [.. (list.Values ?? []).Select(item => Read(items.ResolvedType!, item, given))],
                    null
                );
            case var single when bare is ListGraphType items:
                return new ListInput([Read(items.ResolvedType!, single, given)], null);
            case GraphQLObjectValue members when bare is IInputObjectGraphType input:
                List<KeyValuePair<string, Input>> read =
                [
                    .. (members.Fields ?? []).Select(member =>
                        KeyValuePair.Create(
                            member.Name.StringValue,
                            Read(input.GetField(member.Name.StringValue)!.ResolvedType!, member.Value, given)
                        )
                    ),
                ];
                return new ObjectInput([.. read, .. Defaults(input, read)]);
            default:
                return Input.Of(((ScalarGraphType)bare).ParseLiteral(value));
        }
    }

    /// <summary>The defaults of the members that are not given.</summary>
    private static IEnumerable<KeyValuePair<string, Input>> Defaults(
        IInputObjectGraphType type,
        List<KeyValuePair<string, Input>> given
    ) =>
        type
            .Fields.Where(field =>
                field.DefaultValue is not null
                && !given.Exists(member => member.Key == field.Name && member.Value is not MissingInput)
            )
            .Select(field => KeyValuePair.Create(field.Name, Input.Of(field.DefaultValue)));

    private static Func<ReadRequest, object?> Bound(string variable) => request => request.Variables[variable];

    private static ScalarInput Whole(object? value, Func<ReadRequest, object?> bind) => new(value, bind);

    /// <summary>The value of a variable, or of a part of it.</summary>
    private static Input Structured(object? value, Func<ReadRequest, object?> bind) =>
        value switch
        {
            null => ScalarInput.Null,
            IReadOnlyDictionary<string, object?> members => new ObjectInput([
                .. members.Select(member =>
                    KeyValuePair.Create(member.Key, Structured(member.Value, Member(bind, member.Key)))
                ),
            ]),
            IReadOnlyList<object?> items => new ListInput(
                [.. items.Select((item, i) => Structured(item, Item(bind, i)))],
                Items(bind)
            ),
            _ => new ScalarInput(value, bind),
        };

    // The functions are made here so that they keep nothing of the first request's values.
    private static Func<ReadRequest, object?> Member(Func<ReadRequest, object?> of, string name) =>
        request => ((IReadOnlyDictionary<string, object?>)of(request)!)[name];

    private static Func<ReadRequest, object?> Item(Func<ReadRequest, object?> of, int index) =>
        request => ((IReadOnlyList<object?>)of(request)!)[index];

    private static Func<ReadRequest, IEnumerable<object?>> Items(Func<ReadRequest, object?> of) =>
        request => (IEnumerable<object?>)of(request)!;
}
