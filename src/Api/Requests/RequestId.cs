using System.Text.RegularExpressions;

namespace TeacherDevPlan.Api.Requests;

/// <summary>
/// Gives every response a request id: the client's <c>X-Request-Id</c> if it is well formed, otherwise a new one.
/// </summary>
internal static partial class RequestId
{
    private const string Header = "X-Request-Id";

    public static Task UseAsync(HttpContext http, RequestDelegate next)
    {
        var given = http.Request.Headers[Header].ToString();
        http.TraceIdentifier = Sane().IsMatch(given) ? given : Guid.CreateVersion7().ToString("N");
        http.Response.Headers[Header] = http.TraceIdentifier;
        return next(http);
    }

    [GeneratedRegex("^[A-Za-z0-9._-]{1,128}$")]
    private static partial Regex Sane();
}
