using Microsoft.Net.Http.Headers;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

/// <summary>
/// The language of messages for people: Thai if the client prefers it (Accept-Language), otherwise English.
/// </summary>
internal static class Language
{
    public static bool PrefersThai(IList<StringWithQualityHeaderValue> accepted) =>
        accepted
            .Where(language => language.Quality is not 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(language => language is "th" or "en")
            is "th";
}
