using GraphQL;

namespace TeacherDevPlan.Api.Requests;

/// <summary>
/// A request that is refused before it is executed, with its HTTP status, a stable code and a message that says what is
/// allowed.
/// </summary>
internal sealed class HttpRequestRefused(
    int status,
    string code,
    string message,
    Dictionary<string, object?>? extensions = null
) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    /// <summary>Additional values for programs.</summary>
    public Dictionary<string, object?>? Extensions { get; } = extensions;

    /// <summary>The number of seconds after which the client may retry, if known.</summary>
    public string? RetryAfter { get; init; }

    public ExecutionResult ToResult() =>
        new() { Errors = [new ExecutionError(Message) { Code = Code, Extensions = Extensions }] };

    public static HttpRequestRefused BadRequest(string code, string message) =>
        new(StatusCodes.Status400BadRequest, code, message);

    /// <param name="allowed">The methods that are allowed.</param>
    public static HttpRequestRefused MethodNotAllowed(HttpResponse response, string allowed, string message)
    {
        response.Headers.Allow = allowed;
        return new HttpRequestRefused(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", message);
    }

    /// <summary>Something that the response needs is temporarily unavailable.</summary>
    public static HttpRequestRefused Unavailable(string message, string? retryAfter = null) =>
        new(StatusCodes.Status503ServiceUnavailable, "SERVICE_UNAVAILABLE", message) { RetryAfter = retryAfter };
}
