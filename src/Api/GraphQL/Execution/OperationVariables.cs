using System.Globalization;
using System.Text;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>How a variable is used, apart from binding its value.</summary>
[Flags]
internal enum VariableUse
{
    None = 0,

    /// <summary>The value is part of the statements: a page size.</summary>
    InStatement = 1,

    /// <summary>The variable contains ids whose types determine the statements.</summary>
    NodeIds = 2,
}

/// <summary>The variables of an operation: coerces those of a request, and computes their signature.</summary>
internal sealed class OperationVariables
{
    private readonly List<(string Name, IGraphType Type, bool HasDefault, object? Default)> variables = [];

    private OperationVariables() { }

    /// <summary>Variables that statements, directives or the arguments of fields below a mutation depend on.</summary>
    private readonly HashSet<string> compiled = [];

    /// <summary>
    /// The use of each variable; variables that are only bound are missing. Derived from the whole document, including
    /// parts that a request skips.
    /// </summary>
    private readonly Dictionary<string, VariableUse> uses = [];

    public static OperationVariables Of(GraphQLDocument document, GraphQLOperationDefinition operation, ISchema schema)
    {
        var made = new OperationVariables();
        foreach (var definition in document.Definitions.OfType<IHasSelectionSetNode>())
        {
            var isMutation = definition == operation && operation.Operation == OperationType.Mutation;
            made.Note(definition.SelectionSet, isMutation);
        }

        foreach (var definition in operation.Variables?.Items ?? [])
        {
            var type = Type(definition.Type, schema);
            made.variables.Add(
                (
                    definition.Variable.Name.StringValue,
                    type,
                    definition.DefaultValue is not null,
                    definition.DefaultValue is { } literal ? InputCoercion.Literal(type, literal) : null
                )
            );
        }

        return made;
    }

    /// <summary>The coerced values; a variable without value and default is missing.</summary>
    /// <returns>Null if a value cannot be coerced.</returns>
    public Dictionary<string, object?>? Coerce(Inputs? given)
    {
        var values = new Dictionary<string, object?>();
        try
        {
            foreach (var (name, type, hasDefault, standard) in variables)
            {
                if (given is not null && given.TryGetValue(name, out var value))
                    values[name] = InputCoercion.Value(type, value);
                else if (hasDefault)
                    values[name] = standard;
                else if (type is NonNullGraphType)
                    return null;
            }

            return values;
        }
        catch (InputRefusedException)
        {
            return null;
        }
    }

    /// <summary>
    /// The signature: everything about the values that statements and costs depend on. Of scalars that are parameters, this
    /// is only whether they are null; of the input of a mutation, which is read when it runs, only the number of its items.
    /// </summary>
    public string Signature(IReadOnlyDictionary<string, object?> values)
    {
        var signature = new StringBuilder();
        foreach (var (name, _, _, _) in variables)
        {
            if (!values.TryGetValue(name, out var value))
            {
                signature.Append('-');
                continue;
            }

            if (!compiled.Contains(name))
            {
                VariableSignature.WriteCounts(signature, value);
                continue;
            }

            VariableSignature.Write(signature, value);
            var use = uses.GetValueOrDefault(name);
            if (use.HasFlag(VariableUse.InStatement))
                signature.Append(CultureInfo.InvariantCulture, $"={value}");
            if (use.HasFlag(VariableUse.NodeIds))
                VariableSignature.WriteTypes(signature, value);
        }

        return signature.ToString();
    }

    /// <param name="areMutations">Whether the fields are mutations, whose arguments are read when they run.</param>
    private void Note(GraphQLSelectionSet? selected, bool areMutations)
    {
        foreach (var selection in selected?.Selections ?? [])
        {
            foreach (var directive in (selection as IHasDirectivesNode)?.Directives?.Items ?? [])
                Note(directive.Arguments);
            if (!areMutations)
                Note((selection as GraphQLField)?.Arguments);
            Note((selection as IHasSelectionSetNode)?.SelectionSet, areMutations && selection is not GraphQLField);
        }
    }

    private void Note(GraphQLArguments? arguments)
    {
        foreach (var argument in arguments?.Items ?? [])
        {
            foreach (var variable in In(argument.Value))
                Note(variable.Name.StringValue, argument.Name.StringValue);
        }
    }

    private static IEnumerable<GraphQLVariable> In(GraphQLValue value) =>
        value switch
        {
            GraphQLVariable variable => [variable],
            GraphQLListValue list => (list.Values ?? []).SelectMany(In),
            GraphQLObjectValue members => (members.Fields ?? []).SelectMany(member => In(member.Value)),
            _ => [],
        };

    private void Note(string variable, string argument)
    {
        compiled.Add(variable);
        var use = argument switch
        {
            "first" or "last" => VariableUse.InStatement,
            "id" or "ids" => VariableUse.NodeIds,
            _ => VariableUse.None,
        };
        if (use != VariableUse.None)
            uses[variable] = uses.GetValueOrDefault(variable) | use;
    }

    /// <summary>The type in an id; empty if the id is malformed.</summary>
    public static string TypeOf(object? id) =>
        id is string text && NodeId.TryParse(text, out var node) ? node.TypeName : "";

    private static IGraphType Type(GraphQLType type, ISchema schema) =>
        type switch
        {
            GraphQLNonNullType inner => new NonNullGraphType(Type(inner.Type, schema)),
            GraphQLListType inner => new ListGraphType(Type(inner.Type, schema)),
            GraphQLNamedType named => schema.AllTypes[named.Name.StringValue]!,
            _ => throw new InvalidOperationException($"Unknown type {type.Kind}."),
        };
}
