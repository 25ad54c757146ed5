using System.ComponentModel.DataAnnotations;
using TeacherDevPlan.Api.Configuration;

namespace TeacherDevPlan.Api.Auth;

/// <summary>Settings for signing in: the section <c>Auth</c>.</summary>
[Section("Auth")]
internal sealed record AuthOptions : ICheckedSettings
{
    public OidcOptions Oidc { get; init; } = new();

    /// <summary>Read-only mode: nobody can sign in, and nothing can be changed.</summary>
    public bool AnonymousReadOnly { get; init; }

    /// <summary>
    /// Whether an access token that can write, created through the API, is accepted only once another administrator
    /// confirmed it. Null: true in production.
    /// </summary>
    public bool? ConfirmAccessTokens { get; init; }

    public IEnumerable<string> Faults()
    {
        if (AnonymousReadOnly && Oidc.IsConfigured)
            return
            [
                "Auth__AnonymousReadOnly=true and Auth__Oidc__Authority contradict each other: in read-only mode nobody can sign in.",
            ];
        return Oidc.Faults();
    }
}

/// <summary>An OpenID Connect issuer. Its keys are found by discovery and reloaded when they change.</summary>
internal sealed record OidcOptions
{
    /// <summary>The issuer's address; null if there is no issuer.</summary>
    public string? Authority { get; init; }

    /// <summary>The audience that tokens must have.</summary>
    public string? Audience { get; init; }

    /// <summary>The product whose claims are read, where the settings name no others.</summary>
    [EnumDataType(typeof(OidcPreset))]
    public OidcPreset Preset { get; init; }

    /// <summary>The claim that permanently and uniquely identifies the caller with this issuer.</summary>
    public string? NameClaim { get; init; }

    /// <summary>
    /// Claims with the roles, separated by commas; their values are put together. <c>realm_access.roles</c> is a list
    /// nested in an object.
    /// </summary>
    public string? RoleClaim { get; init; }

    /// <summary>Claims with the office codes, likewise.</summary>
    public string? OfficeClaim { get; init; }

    public string Name => NameClaim ?? (Preset == OidcPreset.Entra ? "oid" : "sub");

    public string Roles =>
        RoleClaim
        ?? Preset switch
        {
            OidcPreset.Keycloak => $"realm_access.roles,resource_access.{Audience}.roles",
            OidcPreset.Entra => "roles",
            _ => "role,roles",
        };

    public string Offices => OfficeClaim ?? "office,offices";

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>Plain HTTP is allowed only for an issuer on the same machine.</summary>
    public bool NeedsHttps => !(Uri.TryCreate(Authority, UriKind.Absolute, out var uri) && uri.IsLoopback);

    public IEnumerable<string> Faults()
    {
        if (!IsConfigured)
            yield break;
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            yield return $"Auth__Oidc__Authority is '{Authority}'; it must be the issuer's https address.";
        else if (NeedsHttps && uri.Scheme != "https")
            yield return "Auth__Oidc__Authority must be an https address, unless the issuer is on this machine.";
        if (string.IsNullOrWhiteSpace(Audience))
            yield return "Auth__Oidc__Audience is missing: the audience that the issuer's tokens must have.";
    }
}

/// <summary>Products whose tokens have the caller's name and roles in claims of their own.</summary>
internal enum OidcPreset
{
    None,
    Keycloak,
    Entra,
}
