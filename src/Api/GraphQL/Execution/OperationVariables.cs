using System.Globalization;
using System.Text;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>The variables of an operation: coerces those of a request, and computes their signature.</summary>
internal sealed class OperationVariables
{
    private readonly Variable[] variables;

    private OperationVariables(Variable[] variables) => this.variables = variables;

    public static OperationVariables Of(GraphQLDocument document, GraphQLOperationDefinition operation, ISchema schema)
    {
        var uses = VariableUses.Of(document, operation);
        return new OperationVariables([
            .. (operation.Variables?.Items ?? []).Select(definition =>
            {
                var name = definition.Variable.Name.StringValue;
                var type = definition.Type.GraphTypeFromType(schema)!;
                return new Variable(name, type, uses.GetValueOrDefault(name))
                {
                    HasDefault = definition.DefaultValue is not null,
                    Default = definition.DefaultValue is { } literal ? ArgumentReader.Constant(type, literal) : null,
                };
            }),
        ]);
    }

    /// <summary>The coerced values; a variable without value and default is missing.</summary>
    /// <returns>Null if a value cannot be coerced.</returns>
    public Dictionary<string, object?>? Coerce(Inputs? given)
    {
        var values = new Dictionary<string, object?>();
        try
        {
            foreach (var variable in variables)
            {
                if (given is not null && given.TryGetValue(variable.Name, out var value))
                    values[variable.Name] = InputCoercion.Value(variable.Type, value);
                else if (variable.HasDefault)
                    values[variable.Name] = variable.Default;
                else if (variable.Type is NonNullGraphType)
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
    /// The signature: which variables are given, and everything about the values that statements and costs depend on. Of
    /// scalars that are parameters, this is only whether they are null; of the input of a mutation, which is read when it
    /// runs, only the number of its items.
    /// </summary>
    public string Signature(IReadOnlyDictionary<string, object?> values)
    {
        var signature = new StringBuilder();
        foreach (var variable in variables)
        {
            if (!values.TryGetValue(variable.Name, out var value))
                signature.Append('-');
            else if (variable.Use == VariableUse.None)
                VariableSignature.WriteCounts(signature, value);
            else
                VariableSignature.Write(signature, value);
            if (variable.Use.HasFlag(VariableUse.InStatement) && value is not null)
                signature.Append(CultureInfo.InvariantCulture, $"={value}");
            if (variable.Use.HasFlag(VariableUse.NodeIds))
                VariableSignature.WriteTypes(signature, value);
            signature.Append(';');
        }

        return signature.ToString();
    }

    private sealed record Variable(string Name, IGraphType Type, VariableUse Use)
    {
        public bool HasDefault { get; init; }

        public object? Default { get; init; }
    }
}
