using TeacherDevPlan.Api.GraphQL;
using TeacherDevPlan.Api.Hosting.Logs;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Application;
using TeacherDevPlan.Application.Common.Behaviours;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Infrastructure;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Registers the services that the web host and the commands share.</summary>
internal static class ServiceHost
{
    public static IServiceCollection AddTeacherDevPlan(this IServiceCollection services, DatabaseLogins logins)
    {
        services.SumRepeatedEvents();
        services.AddMediator(options =>
        {
            options.ServiceLifetime = ServiceLifetime.Scoped;
            options.Assemblies = [typeof(ImportPlan)];
            options.PipelineBehaviors =
            [
                typeof(LoggingBehaviour<,>),
                typeof(AuthorizationBehaviour<,>),
                typeof(ValidationBehaviour<,>),
                typeof(ImportPreparation),
                typeof(TransactionBehaviour<,>),
            ];
        });
        return services.AddApplication().AddInfrastructure(logins).AddGraphQLApi().AddLimits();
    }
}
