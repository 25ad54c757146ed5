using System.Reflection;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Access.Administration;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.Ledger;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Application.Staff;

namespace TeacherDevPlan.Application;

public static class DependencyInjection
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddValidatorsFromAssembly(Assembly.GetExecutingAssembly());
        // For the commands that have what these are about.
        services.AddScoped(typeof(IValidator<>), typeof(ReportValidator<>));
        services.AddScoped(typeof(IValidator<>), typeof(ReasonValidator<>));
        services.AddScoped(typeof(IValidator<>), typeof(KeyValidator<>));
        services.AddScoped(typeof(IValidator<>), typeof(PersonCommandValidator<>));
        services.AddScoped(typeof(IValidator<>), typeof(IdentityValidator<>));
        services.AddScoped(typeof(IValidator<>), typeof(FiscalYearValidator<>));
        services.AddSingleton(Models.Of(Assembly.GetExecutingAssembly()));
        services.AddScoped<CallerContext>();
        services.AddScoped(provider => provider.GetRequiredService<CallerContext>().Caller);
        services.AddScoped<AccessControl>();
        services.AddScoped<CommandSession>();
        services.AddScoped<Replays>();
        services.AddScoped<SpendingPlanImport>();
        services.AddScoped<PlanImport>();
        services.AddScoped<StoredPlans>();
        services.AddSingleton<CommitmentExpiry>();
        services.TryAddSingleton(new TokenConfirmation(Enabled: true));
        return services;
    }
}
