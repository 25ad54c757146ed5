using GraphQL;
using GraphQL.Execution;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// How errors leave the service: a message, and in the extensions a stable code and, where one is at fault, the argument.
/// What went wrong inside is logged and never told.
/// </summary>
internal sealed class RequestErrors : IErrorInfoProvider
{
    public const string Internal = "INTERNAL_ERROR";

    public ErrorInfo GetInfo(ExecutionError executionError) =>
        executionError.InnerException switch
        {
            QueryRefusedException refusal => Info(refusal.Message, refusal.Code, refusal.Argument),
            _ when executionError is UnhandledError or InvalidOperationError => Info(
                "The service failed to answer this; the request id finds it in the logs.",
                Internal
            ),
            _ => Info(executionError.Message, executionError.Code ?? Internal),
        };

    private static ErrorInfo Info(string message, string code, string? argument = null)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = code };
        if (argument is not null)
            extensions["argument"] = argument;
        return new ErrorInfo { Message = message, Extensions = extensions };
    }
}
