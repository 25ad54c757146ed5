using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Requests;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// The error of an operation that reached its time limit. Its statements are cancelled in the database as well.
/// </summary>
internal static class ExecutionTimeout
{
    public static HttpRequestRefused Refused(GraphQLLimits limits) =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            "TIMEOUT",
            $"The operation took longer than {limits.ExecutionTimeoutSeconds} seconds and was cancelled. Request less at once; retry a mutation with the same idempotencyKey.",
            new Dictionary<string, object?> { ["limit"] = limits.ExecutionTimeoutSeconds }
        );
}
