using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Infrastructure.Reads.Answers;

namespace TeacherDevPlan.Api.Http;

/// <summary>Logs failures within fields. Errors in a client's request are not failures and are not logged.</summary>
internal static partial class FailureLog
{
    /// <summary>The log of one request, which can be used after the request has ended.</summary>
    public static Action<string, Exception> Of(HttpContext http)
    {
        var logger = http.RequestServices.GetRequiredService<ILogger<GraphQLEndpoint>>();
        var requestId = http.TraceIdentifier;
        return (field, failure) =>
        {
            if (failure is StoreUnavailableException outage)
                LogOutage(logger, field, requestId, outage.InnerException!.Message);
            else if (failure is not (QueryRefusedException or AccessRefusedException or AnswerTooLargeException))
                LogFailure(logger, failure, field, requestId);
        };
    }

    [LoggerMessage(LogLevel.Error, "Field {Field} failed in request {RequestId}")]
    private static partial void LogFailure(ILogger logger, Exception exception, string field, string requestId);

    [LoggerMessage(LogLevel.Error, "Field {Field} failed in request {RequestId} because of the database: {Reason}")]
    private static partial void LogOutage(ILogger logger, string field, string requestId, string reason);
}
