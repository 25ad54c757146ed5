using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;
using TeacherDevPlan.Api.Http;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Says who sends a request. Credentials that are not good are refused where they are used, rather than taken for none: a client
/// whose token has expired must learn of it.
/// </summary>
internal static class CallerMiddleware
{
    public static async Task UseAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.Authorization.Count > 0)
        {
            if (await RefusedAsync(http) is { } refusal)
                http.Features.Set(refusal);
            else
                http.User = PrincipalOf(http.Features.Get<Caller>()!);
        }

        await next(http);
    }

    /// <summary>Who sent the request that is being answered.</summary>
    /// <exception cref="HttpRequestRefused">Its credentials are not good.</exception>
    public static Caller CallerOf(HttpContext http) =>
        http.Features.Get<HttpRequestRefused>() is { } refusal
            ? throw refusal
            : (http.Features.Get<Caller>() ?? Caller.Anonymous).In(http);

    private static async Task<HttpRequestRefused?> RefusedAsync(HttpContext http) =>
        await http.AuthenticateAsync() switch
        {
            { Succeeded: true } => null,
            { Failure: StoreUnavailableException outage } => HttpRequestRefused.Unavailable(outage.Message),
            { Failure: IssuerAwayException away } => HttpRequestRefused.Unavailable(
                $"{away.Message} Send the request again."
            ),
            var failed => NotAuthenticated(failed.Failure),
        };

    private static ClaimsPrincipal PrincipalOf(Caller caller) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Name)], nameof(CallerMiddleware)));

    private static HttpRequestRefused NotAuthenticated(Exception? failure) =>
        new(
            StatusCodes.Status401Unauthorized,
            AccessRefusedException.NotAuthenticated,
            failure switch
            {
                null => "Sign in with one header 'Authorization: Bearer TOKEN'.",
                SecurityTokenExpiredException => "The token has expired; get a new one.",
                AuthenticationFailureException known => known.Message,
                _ =>
                    "The token is not one that this service accepts: its signature, issuer, audience or time is not right.",
            }
        );
}
