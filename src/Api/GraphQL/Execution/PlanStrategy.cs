using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>
/// Executes operations by a plan that is made once per document: nothing is built for what can be read off a row while the answer is
/// written. The answers are those of the library's own serial strategy, which the setting <c>GraphQL:Executor</c> brings back.
/// </summary>
/// <remarks>Of the library it takes the serial strategy's type, for which arguments need not be copied.</remarks>
internal sealed class PlanStrategy : SerialExecutionStrategy
{
    /// <summary>A document may be executed with and without what its directives leave out; so many ways are remembered.</summary>
    private const int MaxWays = 32;

    private readonly ConditionalWeakTable<
        GraphQLDocument,
        ConcurrentDictionary<(GraphQLOperationDefinition Operation, string LeftOut), SelectionPlan>
    > plans = new();

    public override async Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        var plan = Plan(context);
        var failures = new Failures(context);
        var run = new PlanRun(context, failures);
        var root = await run.ResolveAsync(plan, inTurn: context.Operation.Operation == OperationType.Mutation);
        var answer = AnswerWriter.Write(root, failures);
        await failures.TellAsync();
        return new ExecutionResult
        {
            Executed = true,
            Data = answer,
            Query = context.Document.Source,
            Document = context.Document,
            Operation = context.Operation,
            Extensions = context.OutputExtensions,
        };
    }

    /// <summary>What is selected below a field, for resolvers that want to know.</summary>
    public Dictionary<string, (GraphQLField Field, FieldType FieldType)>? FieldsBelow(
        ExecutionContext context,
        FieldPlan field
    ) =>
        field.Ast.SelectionSet is { } below
            ? CollectFieldsFrom(context, field.Definition.ResolvedType!, below, null)
            : null;

    private SelectionPlan Plan(ExecutionContext context)
    {
        var ofDocument = plans.GetOrCreateValue(context.Document);
        var way = (context.Operation, LeftOut(context));
        if (ofDocument.TryGetValue(way, out var known))
            return known;
        var plan = PlanBuilder.Build(context, GetOperationRootType(context));
        if (ofDocument.Count < MaxWays)
            ofDocument.TryAdd(way, plan);
        return plan;
    }

    /// <summary>Tells apart what the directives leave out: the places in the document.</summary>
    private static string LeftOut(ExecutionContext context) =>
        context.DirectiveValues is null
            ? ""
            : string.Join(',', PlanBuilder.Excluded(context).Select(node => node.Location.Start).Order());
}
