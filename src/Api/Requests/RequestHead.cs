namespace TeacherDevPlan.Api.Requests;

/// <summary>
/// Limits the URL and the headers of a request. Kestrel's own limits are wider, because it refuses without a body that
/// would tell the reason.
/// </summary>
internal static class RequestHead
{
    /// <summary>Characters of the parameters of a URL. Proxies and browsers allow hardly more.</summary>
    public const int MaxUrl = 8_000;

    /// <summary>Characters of all names and values of headers.</summary>
    public const int MaxHeaders = 32_000;

    public const int MaxHeaderCount = 100;

    public static void Check(HttpRequest request)
    {
        Refuse(
            request.QueryString.Value?.Length ?? 0,
            MaxUrl,
            StatusCodes.Status414UriTooLong,
            "URL_TOO_LONG",
            "The URL has {0} characters of parameters; at most {1} are allowed. Use POST."
        );
        Refuse(
            request.Headers.Sum(header => header.Value.Sum(value => header.Key.Length + (value?.Length ?? 0))),
            MaxHeaders,
            StatusCodes.Status431RequestHeaderFieldsTooLarge,
            "HEADERS_TOO_LARGE",
            "The headers have {0} characters; at most {1} are allowed."
        );
        Refuse(
            request.Headers.Sum(header => header.Value.Count),
            MaxHeaderCount,
            StatusCodes.Status431RequestHeaderFieldsTooLarge,
            "HEADERS_TOO_LARGE",
            "The request has {0} headers; at most {1} are allowed."
        );
    }

    private static void Refuse(int actual, int limit, int status, string code, string message)
    {
        if (actual > limit)
            throw new HttpRequestRefused(
                status,
                code,
                string.Format(System.Globalization.CultureInfo.InvariantCulture, message, actual, limit),
                new Dictionary<string, object?> { ["limit"] = limit, ["actual"] = actual }
            );
    }
}
