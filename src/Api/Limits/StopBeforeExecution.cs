using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Ends a request when its document and variables were found valid, so that nothing is executed: where only that was asked, and
/// where a fragment contains itself (should the library not have found it).
/// </summary>
internal sealed class StopBeforeExecution : DocumentExecutionListenerBase
{
    /// <summary>Whether it came so far: document and variables are valid.</summary>
    public bool Stopped { get; private set; }

    public override Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        if (validationResult.IsValid && context.Errors.Count == 0)
        {
            Stopped = true;
            context.Errors.Add(
                new ExecutionError("A fragment of the query contains itself.") { Code = "NO_FRAGMENT_CYCLES" }
            );
        }

        return Task.CompletedTask;
    }
}
