using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Decides how a failed sign-in is reported. If the key of a token is unknown, or its signature does not fit the key, the
/// issuer may have just rotated its keys: they are loaded again and the token is checked once more.
/// </summary>
internal static class OidcFailures
{
    public static async Task HandleAsync(AuthenticationFailedContext context, OidcOptions claims, string kind)
    {
        context.Fail(context.Exception);
        if (
            context.Options.ConfigurationManager is not IssuerKeys keys
            || context.Exception is not SecurityTokenInvalidSignatureException
            || KeyIdOf(context.Request) is not { Length: > 0 } keyId
        )
            return;
        var isUnknown = context.Exception is SecurityTokenSignatureKeyNotFoundException;
        if (!isUnknown && !keys.IsReasonToDoubt(keyId))
            return;
        if (await keys.ReloadAsync(context.HttpContext.RequestAborted) is { } issuer)
            await LookAgainAsync(context, issuer, claims, kind);
        else if (isUnknown)
            context.Fail(new IssuerAwayException());
    }

    private static string? KeyIdOf(HttpRequest request) =>
        Bearer.TokenOf(request) is { } token ? new JsonWebTokenHandler().ReadJsonWebToken(token).Kid : null;

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
        try
        {
            context.HttpContext.Features.Set(Callers.Of((JsonWebToken)result.SecurityToken, claims, kind));
            context.Principal = new ClaimsPrincipal(result.ClaimsIdentity);
            context.Success();
        }
        catch (AuthenticationFailureException refused)
        {
            context.Fail(refused);
        }
    }
}
