using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Execution;

namespace TeacherDevPlan.Api.Limits.Cost;

/// <summary>The result of analysing an operation before it is executed.</summary>
/// <param name="Introspects">Whether the operation queries the schema.</param>
internal readonly record struct OperationAnalysis(OperationCost Cost, bool Introspects);

/// <summary>Computes the cost of an operation from its arguments and variables, for every request.</summary>
internal sealed class CostAnalyzer(ISchema schema)
{
    private readonly Lazy<CostSchema> types = new(() => new CostSchema(schema));

    /// <summary>
    /// Analyses an operation. The document need not be valid, but must have passed <see cref="DocumentStructure"/> and
    /// must not be cyclic.
    /// </summary>
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
