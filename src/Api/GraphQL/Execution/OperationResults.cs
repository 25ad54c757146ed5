using GraphQL;
using GraphQL.Execution;
using GraphQLParser;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.GraphQL.Execution;

/// <summary>Converts the outcome of a run to the result types of the library and the transport.</summary>
internal static class OperationResults
{
    public static async Task<ExecutionResult> ResultAsync(this OperationRun run, Action<string, Exception> log)
    {
        var (json, failures) = await run.RunAsync();
        var result = new ExecutionResult { Executed = true, Data = json is null ? null : new Answer(json) };
        if (failures.Listed.Count == 0)
            return result;
        result.Errors = [];
        foreach (var failure in failures.Listed)
            result.Errors.Add(ErrorOf(failure, log));
        if (failures.Unlisted > 0)
            result.Errors.Add(
                new ExecutionError($"{failures.Unlisted} further errors of fields are not listed.")
                {
                    Code = "TOO_MANY_ERRORS",
                }
            );
        return result;
    }

    /// <summary>Only failures of the service are logged, not errors in the request.</summary>
    private static ExecutionError ErrorOf(FieldFailure failure, Action<string, Exception> log)
    {
        var field = failure.Path.OfType<string>().LastOrDefault() ?? "";
        if (failure.Exception is not (QueryRefusedException or AccessRefusedException))
            log(field, failure.Exception);
        var error =
            failure.Exception as ExecutionError
            ?? new UnhandledError($"Error trying to resolve field '{field}'.", failure.Exception);
        error.Path = failure.Path;
        // The parser received the document as one line, so its columns are offsets in the text.
        error.AddLocation(new Location(1, failure.Position + 1));
        return error;
    }
}
