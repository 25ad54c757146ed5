using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.Limits.Cost;
using TeacherDevPlan.Application.Plans.Importing;

namespace TeacherDevPlan.Api.Limits;

internal static class LimitServices
{
    public static IServiceCollection AddLimits(this IServiceCollection services) =>
        services
            .AddSettings<GraphQLLimits>()
            .AddSettings<RateLimits>()
            .AddSettings<TrustedDocumentSettings>()
            .AddSingleton<CostAnalyzer>()
            .AddSingleton<OperationIntake>()
            .AddSingleton<ClientLimiter>()
            .AddSingleton<IImportTurns, ImportTurns>()
            .AddSingleton<TrustedDocuments>()
            .AddHostedService(provider => provider.GetRequiredService<TrustedDocuments>());

    private static IServiceCollection AddSettings<T>(this IServiceCollection services)
        where T : class, new() =>
        services.AddSingleton(provider => Settings.Read<T>(provider.GetRequiredService<IConfiguration>()));
}
