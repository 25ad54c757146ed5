using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Auth;

/// <summary>
/// Determines which kinds of credentials are accepted. With the embedded database, the local key is one of them. In
/// production (a configured database server, or an environment that says so) there is no local key, so another kind is
/// required.
/// </summary>
internal static class AuthMode
{
    private const string Production = "Production";

    /// <summary>
    /// Whether this is production: a configured database server, or ASPNETCORE_ENVIRONMENT=Production.
    /// </summary>
    public static bool IsProduction(IConfiguration configuration) =>
        DatabaseConnection.IsConfigured(configuration)
        || string.Equals(
            configuration["ENVIRONMENT"] ?? Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"),
            Production,
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>The local token key; null in production.</summary>
    public static LocalTokens? LocalTokensOf(IConfiguration configuration) =>
        IsProduction(configuration)
            ? null
            : new LocalTokens(
                LocalKey.ReadOrCreate(EmbeddedPostgresFiles.Locate(configuration["TEACHERDEVPLAN_DATA"]).TokenKey)
            );

    /// <summary>Refuses to start if nobody could ever sign in, unless that is configured.</summary>
    public static async Task EnsureSomebodyCanSignInAsync(
        IServiceProvider services,
        LocalTokens? local,
        CancellationToken cancellationToken
    )
    {
        var options = services.GetRequiredService<AuthOptions>();
        if (local is not null || options.Oidc.IsConfigured || options.AnonymousReadOnly)
            return;
        if (await services.GetRequiredService<IAccessTokenLogin>().AnyAsync(cancellationToken))
            return;
        throw new HostingException(
            "Nobody could sign in: there is neither an issuer (Auth__Oidc__Authority and Auth__Oidc__Audience) nor a valid access token "
                + "('access-token --role administrator --name NAME' creates one). To run read-only for everybody, "
                + "set Auth__AnonymousReadOnly=true."
        );
    }
}
