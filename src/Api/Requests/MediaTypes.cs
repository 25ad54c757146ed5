using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TeacherDevPlan.Api.Requests;

/// <summary>Chooses the media type of a response from the Accept header.</summary>
internal static class MediaTypes
{
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Json = "application/json";
    private const string Html = "text/html";

    /// <summary>
    /// Returns the preferred supported type, or null if none is accepted; JSON if the client does not specify any.
    /// </summary>
    public static string? Choose(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept))
            return Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var accepted))
            return Json;
        var excludesJson = accepted.Any(type => type.Quality is 0 && Is(type, Json));
        foreach (var type in accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            if (!IsUtf8(type))
                continue;
            if (Is(type, GraphQLResponse))
                return GraphQLResponse;
            if (type.MatchesAllTypes || Is(type, "application/*"))
                return excludesJson ? GraphQLResponse : Json;
            if (Is(type, Json))
                return Json;
        }

        return null;
    }

    /// <summary>Whether the request comes from a browser that navigates to a page.</summary>
    public static bool WantsPage(HttpRequest request) =>
        IsRead(request)
        && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(type => Is(type, Html))
        && !accepted.Any(type => Is(type, Json));

    /// <summary>Whether the type names no charset or UTF-8, which may be in quotes.</summary>
    public static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue
        || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the request can only read: GET, or HEAD, which gets the headers of the same response.</summary>
    public static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    private static bool Is(MediaTypeHeaderValue type, string name) =>
        type.MediaType.Equals(name, StringComparison.OrdinalIgnoreCase);
}
