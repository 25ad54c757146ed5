using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>What was found out about an operation before it is executed.</summary>
/// <param name="Introspects">Whether it asks for the schema.</param>
internal readonly record struct OperationAnalysis(OperationCost Cost, bool Introspects);

/// <summary>Works out the cost of operations, from their arguments and variables, on every request.</summary>
internal sealed class CostAnalyzer(ISchema schema)
{
    private readonly Lazy<CostSchema> types = new(() => new CostSchema(schema));

    /// <summary>The document needs not be valid, but must have passed <see cref="DocumentStructure"/> and not be cyclic.</summary>
    public OperationAnalysis Analyze(GraphQLDocument document, GraphQLOperationDefinition operation, Inputs? variables)
    {
        var root = operation.Operation switch
        {
            OperationType.Query => types.Value.Query,
            OperationType.Mutation => types.Value.Mutation,
            _ => null,
        };
        if (root is null)
            return default;
        var walk = new CostWalk(types.Value, document, new VariableValues(operation, variables));
        var cost = walk.Of(operation.SelectionSet, root, default);
        return new OperationAnalysis(cost, walk.Introspects);
    }
}
