using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Infrastructure.Importing;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Infrastructure;

public static class DependencyInjection
{
    /// <param name="services">The services of the host.</param>
    /// <param name="connectionString">Of the database to work on.</param>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, string connectionString)
    {
        services.AddSingleton(provider => new PlanDatabase(connectionString, provider.GetServices<IInterceptor>()));
        services.AddSingleton(provider => new Cursors(provider.GetRequiredService<PlanDatabase>().CursorKey));
        services.AddScoped(provider => new PlanDbContext(provider.GetRequiredService<PlanDatabase>().WriteOptions));
        services.AddScoped<IReadStore, ReadStore>();
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddScoped<IPlanRepository, PlanRepository>();
        services.AddSingleton<IPlanFileReader, PlanFileReader>();
        services.AddScoped<DatabaseMigrator>();
        services.AddSingleton(TimeProvider.System);
        return services;
    }
}
