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

    /// <summary>
    /// The use of each variable; variables that are only bound are missing. Derived from the whole document, including
    /// parts that a request skips.
    /// </summary>
    private readonly Dictionary<string, VariableUse> uses = [];

    public static OperationVariables Of(GraphQLDocument document, GraphQLOperationDefinition operation, ISchema schema)
    {
        var made = new OperationVariables();
        foreach (var definition in document.Definitions.OfType<IHasSelectionSetNode>())
            made.Note(definition.SelectionSet);
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
    /// The signature: everything about the values that statements depend on. Of scalars that are parameters, this is
    /// only whether they are null.
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

            Write(signature, value);
            var use = uses.GetValueOrDefault(name);
            if (use.HasFlag(VariableUse.InStatement))
                signature.Append(CultureInfo.InvariantCulture, $"={value}");
            if (use.HasFlag(VariableUse.NodeIds))
                WriteTypes(signature, value);
        }

        return signature.ToString();
    }

    private void Note(GraphQLSelectionSet? selected)
    {
        foreach (var selection in selected?.Selections ?? [])
        {
            foreach (var argument in (selection as GraphQLField)?.Arguments?.Items ?? [])
            {
                foreach (var variable in In(argument.Value))
                    Note(variable.Name.StringValue, argument.Name.StringValue);
            }

            Note((selection as IHasSelectionSetNode)?.SelectionSet);
        }
    }

    private static IEnumerable<GraphQLVariable> In(GraphQLValue value) =>
        value switch
        {
            GraphQLVariable variable => [variable],
            GraphQLListValue list => (list.Values ?? []).SelectMany(In),
            _ => [],
        };

    private void Note(string variable, string argument)
    {
        var use = argument switch
        {
            "first" or "last" => VariableUse.InStatement,
            "id" or "ids" => VariableUse.NodeIds,
            _ => VariableUse.None,
        };
        if (use != VariableUse.None)
            uses[variable] = uses.GetValueOrDefault(variable) | use;
    }

    private static void Write(StringBuilder signature, object? value)
    {
        switch (value)
        {
            case null:
                signature.Append('0');
                break;
            case bool truth:
                signature.Append(truth ? 't' : 'f');
                break;
            case Enum chosen:
                signature.Append('\'').Append(chosen).Append('\'');
                break;
            case IReadOnlyDictionary<string, object?> members:
                signature.Append('{');
                foreach (var (name, member) in members)
                {
                    signature.Append(name).Append(':');
                    Write(signature, member);
                    signature.Append(',');
                }

                signature.Append('}');
                break;
            case IEnumerable<object?> items:
                WriteItems(signature, items);
                break;
            default:
                signature.Append('.');
                break;
        }
    }

    /// <summary>Lists of plain values contribute only whether they contain nulls, not their length.</summary>
    private static void WriteItems(StringBuilder signature, IEnumerable<object?> items)
    {
        signature.Append('[');
        var (anyNull, anyPlain) = (false, false);
        foreach (var item in items)
        {
            if (item is IEnumerable<KeyValuePair<string, object?>> or Enum or bool)
                Write(signature, item);
            else if (item is null)
                anyNull = true;
            else
                anyPlain = true;
        }

        signature.Append(anyNull ? "0" : "").Append(anyPlain ? "." : "").Append(']');
    }

    private static void WriteTypes(StringBuilder signature, object? value)
    {
        var ids = value is IEnumerable<object?> many ? many : [value];
        var count = 0;
        foreach (
            var type in ids.Select(id =>
                {
                    count++;
                    return TypeOf(id);
                })
                .Distinct()
                .Order(StringComparer.Ordinal)
        )
            signature.Append('#').Append(type);
        signature.Append(CultureInfo.InvariantCulture, $"*{count}");
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
