using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Auth;

/// <summary>Settings for signing in: the section <c>Auth</c>.</summary>
internal sealed record AuthOptions
{
    public OidcOptions Oidc { get; init; } = new();

    /// <summary>Read-only mode: nobody can sign in, and nothing can be changed.</summary>
    public bool AnonymousReadOnly { get; init; }

    public static AuthOptions Read(IConfiguration configuration)
    {
        var options = Settings.Read<AuthOptions>(configuration, "Auth");
        options.Oidc.Check();
        return options.AnonymousReadOnly && options.Oidc.IsConfigured
            ? throw new HostingException(
                "Auth__AnonymousReadOnly=true and Auth__Oidc__Authority contradict each other: in read-only mode nobody can sign in."
            )
            : options;
    }
}

/// <summary>An OpenID Connect issuer. Its keys are found by discovery and reloaded when they change.</summary>
internal sealed record OidcOptions
{
    /// <summary>The issuer's address; null if there is no issuer.</summary>
    public string? Authority { get; init; }

    /// <summary>The audience that tokens must have.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim that permanently and uniquely identifies the caller with this issuer.</summary>
    public string NameClaim { get; init; } = "sub";

    /// <summary>
    /// Claims with the roles; the first one present is used. <c>realm_access.roles</c> is a list nested in an object.
    /// </summary>
    public string RoleClaim { get; init; } = "role,roles";

    /// <summary>Claims with the office codes; the first one present is used.</summary>
    public string OfficeClaim { get; init; } = "office,offices";

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>Plain HTTP is allowed only for an issuer on the same machine.</summary>
    public bool NeedsHttps => !(Uri.TryCreate(Authority, UriKind.Absolute, out var uri) && uri.IsLoopback);

    public void Check()
    {
        if (!IsConfigured)
            return;
        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            throw new HostingException(
                $"Auth__Oidc__Authority is '{Authority}'; it must be the issuer's https address."
            );
        if (NeedsHttps && uri.Scheme != "https")
            throw new HostingException(
                "Auth__Oidc__Authority must be an https address, unless the issuer is on this machine."
            );
        if (string.IsNullOrWhiteSpace(Audience))
            throw new HostingException(
                "Auth__Oidc__Audience is missing: the audience that the issuer's tokens must have."
            );
    }
}
