using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Api.Auth;

/// <summary>Knows callers by the access tokens that administrators make; any other token is not known here.</summary>
internal sealed class AccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    AuthOptions auth,
    IAccessTokenLogin tokens
) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Bearer.TokenOf(Request) is not { } secret)
            return AuthenticateResult.NoResult();
        if (auth.AnonymousReadOnly)
            return AuthenticateResult.Fail("This service serves reading alone and takes no credentials; send none.");
        if (!secret.StartsWith(AccessTokenSecret.Prefix, StringComparison.Ordinal))
            return AuthenticateResult.Fail("No issuer of such tokens is known here.");
        try
        {
            var token = await tokens.UseAsync(AccessTokenSecret.DigestOf(secret), Context.RequestAborted);
            if (token is null)
                return AuthenticateResult.Fail("The access token is not known, has expired or was revoked.");
            Context.Features.Set(Callers.Of(token));
        }
        catch (StoreUnavailableException outage)
        {
            return AuthenticateResult.Fail(outage);
        }

        var principal = new ClaimsPrincipal(new ClaimsIdentity(Scheme.Name));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
    }
}

/// <summary>The header <c>Authorization: Bearer …</c>.</summary>
internal static class Bearer
{
    private const string Scheme = "Bearer ";

    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : null;
}
