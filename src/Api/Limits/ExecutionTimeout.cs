using TeacherDevPlan.Api.Http;

namespace TeacherDevPlan.Api.Limits;

/// <summary>
/// The time limit of an operation. When it expires, the operation's statements are cancelled in the database as well.
/// </summary>
internal sealed class ExecutionTimeout(GraphQLLimits limits) : IDisposable
{
    private readonly CancellationTokenSource source = new(TimeSpan.FromSeconds(limits.ExecutionTimeoutSeconds));

    public CancellationToken Token => source.Token;

    public bool IsOver => source.IsCancellationRequested;

    public HttpRequestRefused Refused =>
        new(
            StatusCodes.Status503ServiceUnavailable,
            "TIMEOUT",
            $"The operation took longer than {limits.ExecutionTimeoutSeconds} seconds and was cancelled. Request less at once; retry a mutation with the same idempotencyKey.",
            new Dictionary<string, object?> { ["limit"] = limits.ExecutionTimeoutSeconds }
        );

    public void Dispose() => source.Dispose();
}
