using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.Http;

/// <summary>Logs failures within fields. Errors in a client's request are not failures and are not logged.</summary>
internal static partial class FailureLog
{
    public static void Write(HttpContext http, string? field, Exception failure)
    {
        if (failure is QueryRefusedException or AccessRefusedException or AnswerTooLargeException)
            return;
        var logger = http.RequestServices.GetRequiredService<ILogger<GraphQLEndpoint>>();
        LogFailure(logger, failure, field, http.TraceIdentifier);
    }

    [LoggerMessage(LogLevel.Error, "Field {Field} failed in request {RequestId}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string? field, string requestId);
}
