using System.ComponentModel.DataAnnotations;
using GraphQL.Execution;
using GraphQLParser.AST;
using TeacherDevPlan.Api.GraphQL.Conventions;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>How operations are executed (section <c>GraphQL</c>).</summary>
internal sealed record ExecutionSettings
{
    public const string Section = "GraphQL";

    [EnumDataType(typeof(Executor))]
    public Executor Executor { get; init; }
}

internal enum Executor
{
    /// <summary>By plans: <see cref="PlanStrategy"/>.</summary>
    Plan,

    /// <summary>By the library's own strategy.</summary>
    Stock,
}

/// <summary>
/// Chooses how an operation is executed. One connection and one snapshot serve all of an operation: whichever it is, fields take
/// turns and load by level.
/// </summary>
internal sealed class StrategySelector(ExecutionSettings settings) : IExecutionStrategySelector
{
    private readonly PlanStrategy byPlan = new();
    private readonly SerialExecutionStrategy stock = new();
    private readonly MutationStrategy stockMutations = new();

    public IExecutionStrategy Select(ExecutionContext context) =>
        settings.Executor == Executor.Plan ? byPlan
        : context.Operation.Operation == OperationType.Mutation ? stockMutations
        : stock;
}
