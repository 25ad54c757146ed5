using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Access.Administration;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Authenticates callers by access tokens of the service; any other token is unknown to this handler.
/// </summary>
internal sealed class AccessTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    UrlEncoder encoder,
    AuthOptions auth,
    IAccessTokenLogin tokens,
    KnownCredentials known
)
    // Without a log: its base class would write a line for each failure, and RefusalSums writes sums.
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, NullLoggerFactory.Instance, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Bearer.TokenOf(Request) is not { } secret)
            return AuthenticateResult.NoResult();
        if (auth.AnonymousReadOnly)
            return AuthenticateResult.Fail("This service is read-only and accepts no credentials; send none.");
        if (!secret.StartsWith(AccessTokenSecret.Prefix, StringComparison.Ordinal))
            return AuthenticateResult.Fail("This service knows no issuer of such tokens.");
        try
        {
            var token = known.IsUnknown(Request)
                ? null
                : await tokens.UseAsync(AccessTokenSecret.DigestOf(secret), Context.RequestAborted);
            if (token is null)
            {
                known.SetUnknown(Request);
                return AuthenticateResult.Fail("The access token is unknown, expired or revoked.");
            }

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
