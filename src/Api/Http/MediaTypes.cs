using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TeacherDevPlan.Api.Http;

/// <summary>Chooses the media type of an answer from what the client accepts.</summary>
internal static class MediaTypes
{
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string Json = "application/json";
    private const string Html = "text/html";

    /// <summary>The best of ours that is accepted, or null; JSON where the client does not say.</summary>
    public static string? Choose(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept))
            return Json;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var accepted))
            return Json;
        foreach (var type in accepted.Where(type => type.Quality is not 0).OrderByDescending(type => type.Quality ?? 1))
        {
            if (type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
                continue;
            if (type.MediaType.Equals(GraphQLResponse, StringComparison.OrdinalIgnoreCase))
                return GraphQLResponse;
            if (type.MatchesAllTypes || type.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase))
                return Json;
            if (type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase))
                return Json;
        }

        return null;
    }

    /// <summary>Whether a browser asks for a page to look at.</summary>
    public static bool WantsPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(type => type.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase))
        && !accepted.Any(type => type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase));
}
