using GraphQL;
using Microsoft.Net.Http.Headers;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>The language of messages for people: Thai where the client prefers it (Accept-Language), else English.</summary>
internal static class Language
{
    private const string Thai = "prefersThai";

    public static void Tell(IDictionary<string, object?> userContext, IList<StringWithQualityHeaderValue> accepted) =>
        userContext[Thai] = PrefersThai(accepted);

    public static bool PrefersThai(IList<StringWithQualityHeaderValue> accepted) =>
        accepted
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "th" or "en")
            is "th";

    public static string Of(IResolveFieldContext context, LocalText text) =>
        context.UserContext[Thai] is true ? text.Thai : text.English;
}
