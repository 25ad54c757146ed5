using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TeacherDevPlan.Api.Auth;

/// <summary>The issuer is unreachable, so its tokens can be neither accepted nor refused.</summary>
internal sealed class IssuerAwayException(Exception cause)
    : Exception("The issuer of the token does not respond.", cause);

/// <summary>
/// Decides how a failed sign-in is reported. If the key of a token is unknown, the issuer may have just rotated its
/// keys: they are reloaded and the token is checked once more, so that the first tokens with a new key are not refused.
/// </summary>
internal static class OidcFailures
{
    private const int Looks = 25;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public static async Task HandleAsync(AuthenticationFailedContext context, OidcOptions claims, string kind)
    {
        context.Fail(context.Exception);
        if (context.Options.ConfigurationManager is not { } issuer)
            return;
        var cancellation = context.HttpContext.RequestAborted;
        try
        {
            var known = await issuer.GetConfigurationAsync(cancellation);
            if (context.Exception is not SecurityTokenSignatureKeyNotFoundException)
                return;
            for (var look = 0; look < Looks; look++)
            {
                // If the keys were just reloaded, they are reloaded again as soon as that is allowed.
                issuer.RequestRefresh();
                await Task.Delay(Pause, cancellation);
                var now = await issuer.GetConfigurationAsync(cancellation);
                if (ReferenceEquals(now, known))
                    continue;
                await LookAgainAsync(context, now, claims, kind);
                return;
            }
        }
        catch (InvalidOperationException away)
        {
            context.Fail(new IssuerAwayException(away));
        }
    }

    private static async Task LookAgainAsync(
        AuthenticationFailedContext context,
        OpenIdConnectConfiguration issuer,
        OidcOptions claims,
        string kind
    )
    {
        var parameters = context.Options.TokenValidationParameters.Clone();
        parameters.ValidIssuer = issuer.Issuer;
        parameters.IssuerSigningKeys = issuer.SigningKeys;
        var token = Bearer.TokenOf(context.Request);
        var result = await context.Options.TokenHandlers[0].ValidateTokenAsync(token, parameters);
        if (!result.IsValid)
            return;
        if (Callers.Of((JsonWebToken)result.SecurityToken, claims, kind) is not { } caller)
            return;
        context.Principal = new ClaimsPrincipal(result.ClaimsIdentity);
        context.HttpContext.Features.Set(caller);
        context.Success();
    }
}
