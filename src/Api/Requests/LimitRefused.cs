namespace TeacherDevPlan.Api.Requests;

/// <summary>
/// A request that is refused because it exceeds a limit; the extensions contain the limit and the actual value.
/// </summary>
internal static class LimitRefused
{
    /// <param name="actual">The actual value; null if it was not counted to the end.</param>
    public static HttpRequestRefused BadRequest(string code, string message, long limit, long? actual = null)
    {
        var extensions = new Dictionary<string, object?> { ["limit"] = limit };
        if (actual is not null)
            extensions["actual"] = actual;
        return new HttpRequestRefused(StatusCodes.Status400BadRequest, code, message, extensions);
    }
}
