using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Auth;

/// <summary>Who vouches for callers: the section <c>Auth</c> of the settings.</summary>
internal sealed record AuthOptions
{
    public OidcOptions Oidc { get; init; } = new();

    /// <summary>Whether to serve reading alone: then nobody can sign in, and nothing can be changed.</summary>
    public bool AnonymousReadOnly { get; init; }

    public static AuthOptions Read(IConfiguration configuration)
    {
        var options = Settings.Read<AuthOptions>(configuration, "Auth");
        options.Oidc.Check();
        return options.AnonymousReadOnly && options.Oidc.IsConfigured
            ? throw new HostingException(
                "Auth__AnonymousReadOnly=true and Auth__Oidc__Authority contradict each other: where nobody signs in there is no issuer."
            )
            : options;
    }
}

/// <summary>An OpenID Connect issuer. Its keys are found by discovery, and found again when they change.</summary>
internal sealed record OidcOptions
{
    /// <summary>The issuer's address; none where there is no issuer.</summary>
    public string? Authority { get; init; }

    /// <summary>Whom its tokens must be meant for.</summary>
    public string? Audience { get; init; }

    /// <summary>The claim that names the caller for good, unique with this issuer.</summary>
    public string NameClaim { get; init; } = "sub";

    /// <summary>Claims that hold roles, the first that is there; <c>realm_access.roles</c> is a list inside of an object.</summary>
    public string RoleClaim { get; init; } = "role,roles";

    /// <summary>Claims that hold codes of offices, the first that is there.</summary>
    public string OfficeClaim { get; init; } = "office,offices";

    public bool IsConfigured => !string.IsNullOrWhiteSpace(Authority);

    /// <summary>Plain HTTP is for an issuer on the same machine.</summary>
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
            throw new HostingException("Auth__Oidc__Audience is missing: whom the issuer's tokens must be meant for.");
    }
}
