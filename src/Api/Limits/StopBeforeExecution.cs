using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// Stops a request after validation, before anything is executed: when only the cost was requested, and when a fragment
/// contains itself (in case the library did not detect it).
/// </summary>
internal sealed class StopBeforeExecution : DocumentExecutionListenerBase
{
    /// <summary>Whether this point was reached, which means that document and variables are valid.</summary>
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
