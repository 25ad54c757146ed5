using GraphQL.Execution;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// Runs the mutations of an operation one after the other, each with all that is selected below it before the next: what is
/// read below a mutation is what it left.
/// </summary>
internal sealed class MutationStrategy : SerialExecutionStrategy
{
    public override async Task ExecuteNodeTreeAsync(ExecutionContext context, ExecutionNode rootNode)
    {
        foreach (var mutation in ((RootExecutionNode)rootNode).SubFields ?? [])
            await base.ExecuteNodeTreeAsync(context, mutation);
    }
}
