using System.Net;
using System.Security.Claims;
using System.Text.Json;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Auth;

/// <summary>Makes callers of what vouches for them. Each kind has a prefix of its own, so that no two share a name.</summary>
internal static class Callers
{
    private const int MaxNameLength = 200;

    /// <summary>Of an issuer's token, or of a local one; null where it does not say whose it is.</summary>
    public static Caller? OfClaims(ClaimsPrincipal principal, OidcOptions claims, string kind)
    {
        var name = principal.FindFirstValue(claims.NameClaim);
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxNameLength || name.Any(char.IsControl))
            return null;
        return new Caller(
            $"{kind}:{name}",
            Values(principal, claims.RoleClaim).Select(RoleText.Find).OfType<Role>().ToHashSet(),
            Values(principal, claims.OfficeClaim).ToHashSet(StringComparer.Ordinal)
        );
    }

    public static Caller Of(AccessToken token) =>
        new($"token:{token.Name}", token.Roles.ToHashSet(), token.Offices.ToHashSet(StringComparer.Ordinal));

    /// <summary>The same, in a request.</summary>
    public static Caller In(this Caller caller, HttpContext http) =>
        caller with
        {
            Address = Address(http.Connection.RemoteIpAddress),
            RequestId = http.TraceIdentifier,
        };

    private static string? Address(IPAddress? address) =>
        address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4().ToString() : address?.ToString();

    /// <summary>The values of the first of some claims that is there: several, or one text with blanks or commas between.</summary>
    private static IEnumerable<string> Values(ClaimsPrincipal principal, string names)
    {
        foreach (var name in names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var values = principal.FindAll(name).Select(claim => claim.Value).ToList();
            if (values.Count == 0)
                values = Nested(principal, name.Split('.'));
            if (values.Count > 0)
                return values.SelectMany(value => value.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries));
        }

        return [];
    }

    /// <summary>Of <c>a.b.c</c>, what lies at b and c inside of the claim a, which is a JSON object.</summary>
    private static List<string> Nested(ClaimsPrincipal principal, string[] path)
    {
        if (path.Length < 2 || principal.FindFirst(path[0]) is not { ValueType: "JSON" } claim)
            return [];
        using var json = JsonDocument.Parse(claim.Value);
        var element = json.RootElement;
        foreach (var part in path[1..])
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(part, out element))
                return [];
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Array =>
            [
                .. element
                    .EnumerateArray()
                    .Where(one => one.ValueKind == JsonValueKind.String)
                    .Select(one => one.GetString()!),
            ],
            _ => [],
        };
    }
}
