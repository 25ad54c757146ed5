using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Creates callers from validated credentials. Each kind has its own prefix, so that names never collide.
/// </summary>
internal static class Callers
{
    private const int MaxNameLength = 200;

    /// <summary>9999-12-31 in seconds since 1970; a time beyond it is in milliseconds.</summary>
    private const double LastSecond = 253_402_300_799;

    /// <summary>The caller of a token whose signature, issuer, audience and times are valid.</summary>
    /// <exception cref="AuthenticationFailureException">The token has extensions that this service does not know, has a time
    /// that is not in seconds, or does not name its holder.</exception>
    public static Caller Of(JsonWebToken token, OidcOptions claims, string kind)
    {
        // RFC 7515, section 4.1.11: whoever does not understand what is critical must refuse the token.
        if (token.TryGetHeaderValue<object>("crit", out _))
            throw new AuthenticationFailureException(
                "The token requires extensions (its header has 'crit') that this service does not know."
            );
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        if (
            Find(payload.RootElement, JwtRegisteredClaimNames.Exp) is { ValueKind: JsonValueKind.Number } expiry
            && expiry.GetDouble() > LastSecond
        )
            throw new AuthenticationFailureException(
                "The token's expiry time (exp) is not in seconds since 1970, but probably in milliseconds."
            );
        if (
            Find(payload.RootElement, claims.Name) is not { ValueKind: JsonValueKind.String } name
            || !IsName(name.GetString()!)
        )
            throw new AuthenticationFailureException(
                $"The token has no claim '{claims.Name}' that names its holder in visible characters."
            );
        return new Caller(
            $"{kind}:{name.GetString()}",
            Values(payload.RootElement, claims.Roles).Select(RoleText.Find).OfType<Role>().ToHashSet(),
            Values(payload.RootElement, claims.Offices).ToHashSet(StringComparer.Ordinal)
        );
    }

    /// <summary>
    /// Whether people can read a name and tell it from others: it has no control characters and no invisible ones.
    /// </summary>
    public static bool IsName(string name) =>
        !string.IsNullOrWhiteSpace(name)
        && name.Length <= MaxNameLength
        && !name.Any(character =>
            char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format
        );

    public static Caller Of(AccessToken token) =>
        new($"{Caller.OfToken}{token.Name}", token.Roles.ToHashSet(), token.Offices.ToHashSet(StringComparer.Ordinal));

    /// <summary>The caller of a request.</summary>
    public static Caller In(this Caller caller, HttpContext http) =>
        caller with
        {
            Address = ClientAddress.Of(http)?.ToString(),
            RequestId = http.TraceIdentifier,
        };

    /// <summary>
    /// The values of all claims together; a claim has a list, or a string separated by blanks or commas.
    /// </summary>
    private static IEnumerable<string> Values(JsonElement payload, string names) =>
        names
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(name => Find(payload, name))
            .SelectMany(claim =>
                claim switch
                {
                    { ValueKind: JsonValueKind.String } text => text.GetString()!
                        .Split([' ', ','], StringSplitOptions.RemoveEmptyEntries),
                    { ValueKind: JsonValueKind.Array } list => list.EnumerateArray()
                        .Where(one => one.ValueKind == JsonValueKind.String)
                        .Select(one => one.GetString()!),
                    _ => [],
                }
            );

    /// <summary>
    /// A claim by its name. A name such as <c>a.b.c</c> also selects nested values: c within a.b, or b.c within a. The
    /// longest name in an object comes first, because names may contain dots themselves.
    /// </summary>
    private static JsonElement? Find(JsonElement within, string name)
    {
        if (within.ValueKind != JsonValueKind.Object)
            return null;
        if (within.TryGetProperty(name, out var claim))
            return claim;
        for (var dot = name.LastIndexOf('.'); dot > 0; dot = name.LastIndexOf('.', dot - 1))
        {
            if (within.TryGetProperty(name[..dot], out var outer) && Find(outer, name[(dot + 1)..]) is { } nested)
                return nested;
        }

        return null;
    }
}
