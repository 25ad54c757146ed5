using TeacherDevPlan.Api.Http;

namespace TeacherDevPlan.Api.Limits;

/// <summary>A request refused because it is larger than a limit; the extensions tell the limit and what was asked.</summary>
internal static class LimitRefused
{
    /// <param name="actual">Null where it was not counted to the end.</param>
    public static HttpRequestRefused BadRequest(string code, string message, long limit, long? actual = null)
    {
        var extensions = new Dictionary<string, object?> { ["limit"] = limit };
        if (actual is not null)
            extensions["actual"] = actual;
        return new HttpRequestRefused(StatusCodes.Status400BadRequest, code, message, extensions);
    }
}
