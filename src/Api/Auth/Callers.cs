using System.Globalization;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TeacherDevPlan.Api.Http;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Auth;

/// <summary>Makes callers of what vouches for them. Each kind has a prefix of its own, so that no two share a name.</summary>
internal static class Callers
{
    private const int MaxNameLength = 200;

    /// <summary>Of a token that was found good; null where it does not say whose it is.</summary>
    public static Caller? Of(JsonWebToken token, OidcOptions claims, string kind)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        if (Find(payload.RootElement, claims.NameClaim) is not { ValueKind: JsonValueKind.String } name)
            return null;
        return IsName(name.GetString()!)
            ? new Caller(
                $"{kind}:{name.GetString()}",
                Values(payload.RootElement, claims.RoleClaim).Select(RoleText.Find).OfType<Role>().ToHashSet(),
                Values(payload.RootElement, claims.OfficeClaim).ToHashSet(StringComparer.Ordinal)
            )
            : null;
    }

    /// <summary>Whether a name is one that people can tell from others: no control characters and none that cannot be seen.</summary>
    public static bool IsName(string name) =>
        !string.IsNullOrWhiteSpace(name)
        && name.Length <= MaxNameLength
        && !name.Any(character =>
            char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format
        );

    public static Caller Of(AccessToken token) =>
        new($"token:{token.Name}", token.Roles.ToHashSet(), token.Offices.ToHashSet(StringComparer.Ordinal));

    /// <summary>The same, in a request.</summary>
    public static Caller In(this Caller caller, HttpContext http) =>
        caller with
        {
            Address = ClientAddress.Of(http)?.ToString(),
            RequestId = http.TraceIdentifier,
        };

    /// <summary>The values of the first of some claims that is there: a list, or a text with blanks or commas between.</summary>
    private static string[] Values(JsonElement payload, string names)
    {
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (Find(payload, name) is not { } claim)
                continue;
            return claim.ValueKind switch
            {
                JsonValueKind.String => claim.GetString()!.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries),
                JsonValueKind.Array =>
                [
                    .. claim
                        .EnumerateArray()
                        .Where(one => one.ValueKind == JsonValueKind.String)
                        .Select(one => one.GetString()!),
                ],
                _ => [],
            };
        }

        return [];
    }

    /// <summary>A claim by its name, or, of <c>a.b.c</c>, what lies at b and c inside of the claim a.</summary>
    private static JsonElement? Find(JsonElement payload, string name)
    {
        if (payload.TryGetProperty(name, out var claim))
            return claim;
        var element = payload;
        foreach (var part in name.Split('.'))
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out element))
                return null;
        }

        return element;
    }
}
