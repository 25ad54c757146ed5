using GraphQL.Execution;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;

namespace TeacherDevPlan.Api.Http;

/// <summary>Logs what went wrong inside a field. What a client asked wrongly is not a failure.</summary>
internal static partial class FailureLog
{
    public static Task WriteAsync(HttpContext http, UnhandledExceptionContext unhandled)
    {
        if (unhandled.OriginalException is not (QueryRefusedException or AccessRefusedException))
        {
            var logger = http.RequestServices.GetRequiredService<ILogger<GraphQLEndpoint>>();
            LogFailure(
                logger,
                unhandled.OriginalException,
                unhandled.FieldContext?.FieldDefinition.Name,
                http.TraceIdentifier
            );
        }

        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Error, "Field {Field} failed in request {RequestId}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string? field, string requestId);
}
