using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Api.GraphQL;
using TeacherDevPlan.Api.Hosting.Logs;
using TeacherDevPlan.Api.Limits;
using TeacherDevPlan.Application;
using TeacherDevPlan.Application.Common.Behaviours;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Application.People.Importing;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Infrastructure;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>Registers the services that the web host and the commands share.</summary>
internal static class ServiceHost
{
    public static IServiceCollection AddTeacherDevPlan(
        this IServiceCollection services,
        IConfiguration configuration,
        DatabaseLogins logins
    )
    {
        var keyFile = KeyFile(configuration);
        services.AddSingleton(new NameKey(keyFile));
        services.AddSingleton<IKeyedDigests>(provider => provider.GetRequiredService<NameKey>());
        var erasures = Settings.Read<PrivacySettings>(configuration).ErasureFile;
        services.AddSingleton(
            new ErasureJournal(
                !string.IsNullOrWhiteSpace(erasures) ? erasures
                : keyFile is null ? null
                : $"{keyFile}.erasures"
            )
        );
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
                typeof(StaffFilePreparation),
                typeof(AttendanceFilePreparation),
                typeof(IdentityPreparation<,>),
                typeof(NameMark<,>),
                typeof(TransactionBehaviour<,>),
            ];
        });
        return services.AddApplication().AddInfrastructure(logins).AddGraphQLApi().AddLimits();
    }

    /// <summary>With the embedded server, the key is in the data folder; a server of the operator's own needs a setting.</summary>
    private static string? KeyFile(IConfiguration configuration) =>
        Settings.Read<PrivacySettings>(configuration).KeyFile is { } file && !string.IsNullOrWhiteSpace(file) ? file
        : DatabaseConnection.IsConfigured(configuration) ? null
        : EmbeddedPostgresFiles.Locate(configuration["TEACHERDEVPLAN_DATA"]).NameKey;
}
