using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TeacherDevPlan.Application.Access.Administration;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Configures how callers sign in: with tokens of an OpenID Connect issuer, access tokens, or local tokens.
/// </summary>
internal static class SignIn
{
    private const string Any = "Any";
    private const string Oidc = "Oidc";
    private const string Local = "Local";
    private const string AccessToken = "AccessToken";

    /// <summary>
    /// The accepted algorithms: signatures with a private key only, neither shared secrets nor unsigned tokens.
    /// </summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    /// <param name="local">The local token key; null in production.</param>
    public static IServiceCollection AddSignIn(
        this IServiceCollection services,
        AuthOptions options,
        LocalTokens? local
    )
    {
        var schemes = services
            .AddAuthentication(Any)
            .AddPolicyScheme(Any, Any, policy => policy.ForwardDefaultSelector = http => SchemeOf(http, options, local))
            .AddScheme<AuthenticationSchemeOptions, AccessTokenHandler>(AccessToken, null);
        if (local is not null)
        {
            schemes.AddJwtBearer(
                Local,
                bearer =>
                {
                    bearer.TokenValidationParameters = local.Validation;
                    Take(bearer, new OidcOptions(), "local");
                }
            );
        }

        services.AddSingleton<KnownCredentials>();
        services.AddSingleton<RefusalSums>();
        services.AddHostedService(provider => provider.GetRequiredService<RefusalSums>());
        if (options.Oidc.IsConfigured)
        {
            schemes.AddJwtBearer(Oidc, bearer => Configure(bearer, options.Oidc));
            services
                .AddSingleton<IssuerKeys>()
                .AddOptions<JwtBearerOptions>(Oidc)
                .Configure<IssuerKeys>((bearer, keys) => bearer.ConfigurationManager = keys);
        }

        // AddAuthentication registers this service, which would write a key for cookies to the disk at the first start;
        // there are no cookies.
        foreach (
            var service in services.Where(one => one.ImplementationType?.Name == "DataProtectionHostedService").ToList()
        )
            services.Remove(service);
        return services;
    }

    private static string SchemeOf(HttpContext http, AuthOptions options, LocalTokens? local)
    {
        var token = Bearer.TokenOf(http.Request) ?? "";
        if (options.AnonymousReadOnly || token.StartsWith(AccessTokenSecret.Prefix, StringComparison.Ordinal))
            return AccessToken;
        if (local is not null && token.Length > 0 && LocalTokens.IsOne(token))
            return Local;
        return options.Oidc.IsConfigured ? Oidc : AccessToken;
    }

    private static void Configure(JwtBearerOptions bearer, OidcOptions options)
    {
        bearer.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = options.Audience,
            ValidAlgorithms = Algorithms,
        };
        Take(bearer, options, "user");
    }

    private static void Take(JwtBearerOptions bearer, OidcOptions claims, string kind)
    {
        bearer.MapInboundClaims = false;
        bearer.TokenValidationParameters.RequireExpirationTime = true;
        bearer.TokenValidationParameters.RequireSignedTokens = true;
        bearer.TokenValidationParameters.ClockSkew = TimeSpan.FromSeconds(30);
        bearer.Events = new JwtBearerEvents
        {
            OnMessageReceived = EnsureKeysAsync,
            OnTokenValidated = context =>
            {
                try
                {
                    var caller = Callers.Of((JsonWebToken)context.SecurityToken, claims, kind);
                    context.HttpContext.Features.Set(caller);
                }
                catch (AuthenticationFailureException refused)
                {
                    context.Fail(refused);
                }

                return Task.CompletedTask;
            },
            OnAuthenticationFailed = context => OidcFailures.HandleAsync(context, claims, kind),
        };
    }

    /// <summary>
    /// Without keys there is nothing to check a token with. The handler would log that for each request, with a stack trace.
    /// </summary>
    private static async Task EnsureKeysAsync(MessageReceivedContext context)
    {
        try
        {
            if (context.Options.ConfigurationManager is IssuerKeys keys)
                await keys.GetConfigurationAsync(context.HttpContext.RequestAborted);
        }
        catch (IssuerAwayException away)
        {
            context.Fail(away);
        }
    }
}
