using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Tokens;
using TeacherDevPlan.Api.Requests;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Determines the caller of a request. Invalid credentials are refused and not treated as anonymous, so that a client
/// notices that its token has expired.
/// </summary>
internal static class RequestCaller
{
    /// <summary>Whether a request has credentials, good or bad.</summary>
    public static bool HasCredentials(HttpRequest request) => request.Headers.Authorization.Count > 0;

    /// <summary>Checks the credentials of a request; <see cref="Of"/> then gives the caller or refuses.</summary>
    public static async Task IdentifyAsync(HttpContext http)
    {
        if (await RefusedAsync(http) is { } refusal)
            http.Features.Set(refusal);
        else
            http.User = PrincipalOf(http.Features.Get<Caller>()!);
    }

    /// <summary>The caller of the current request.</summary>
    /// <exception cref="HttpRequestRefused">The credentials are invalid.</exception>
    public static Caller Of(HttpContext http) =>
        http.Features.Get<HttpRequestRefused>() is { } refusal
            ? throw refusal
            : (http.Features.Get<Caller>() ?? Caller.Anonymous).In(http);

    private static async Task<HttpRequestRefused?> RefusedAsync(HttpContext http) =>
        await http.AuthenticateAsync() switch
        {
            { Succeeded: true } => null,
            { Failure: StoreUnavailableException outage } => HttpRequestRefused.Unavailable(outage.Message),
            { Failure: IssuerAwayException away } => HttpRequestRefused.Unavailable(
                $"{away.Message} Retry the request.",
                retryAfter: "1"
            ),
            var failed => NotAuthenticated(failed.Failure),
        };

    private static ClaimsPrincipal PrincipalOf(Caller caller) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, caller.Name)], nameof(RequestCaller)));

    private static HttpRequestRefused NotAuthenticated(Exception? failure) =>
        new(
            StatusCodes.Status401Unauthorized,
            AccessRefusedException.NotAuthenticated,
            failure switch
            {
                null => "Sign in with the header 'Authorization: Bearer TOKEN'.",
                SecurityTokenExpiredException => "The token has expired; get a new one.",
                AuthenticationFailureException known => known.Message,
                _ => "This service does not accept the token: its signature, issuer, audience or time is invalid.",
            }
        );
}
