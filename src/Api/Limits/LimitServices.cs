using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Api.Limits.Cost;

namespace TeacherDevPlan.Api.Limits;

internal static class LimitServices
{
    public static IServiceCollection AddLimits(this IServiceCollection services) =>
        services
            .AddSettings<GraphQLLimits>(GraphQLLimits.Section)
            .AddSettings<RateLimits>(RateLimits.Section)
            .AddSettings<TrustedDocumentSettings>(TrustedDocumentSettings.Section)
            .AddSingleton<CostAnalyzer>()
            .AddSingleton<OperationIntake>()
            .AddSingleton<ClientLimiter>()
            .AddSingleton<TrustedDocuments>()
            .AddHostedService(provider => provider.GetRequiredService<TrustedDocuments>());

    /// <summary>
    /// Reads the settings at startup, so that an invalid one stops the start instead of failing the first request.
    /// </summary>
    public static void CheckLimits(this WebApplication app)
    {
        app.Services.GetRequiredService<GraphQLLimits>();
        app.Services.GetRequiredService<RateLimits>();
        app.Services.GetRequiredService<TrustedDocumentSettings>();
    }

    private static IServiceCollection AddSettings<T>(this IServiceCollection services, string section)
        where T : class, new() =>
        services.AddSingleton(provider => Settings.Read<T>(provider.GetRequiredService<IConfiguration>(), section));
}
