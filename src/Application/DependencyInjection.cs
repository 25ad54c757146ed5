using System.Reflection;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Budgets;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Indicators;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application;

public static class DependencyInjection
{
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddValidatorsFromAssembly(Assembly.GetExecutingAssembly());
        services.AddSingleton(new QueryModels(Models()));
        services.AddScoped<CallerContext>();
        services.AddScoped(provider => provider.GetRequiredService<CallerContext>().Caller);
        services.AddScoped<AccessControl>();
        services.AddScoped<LedgerSession>();
        services.AddScoped<RecordingSession>();
        services.AddScoped<IndicatorFigures>();
        services.AddScoped<ListPlanner>();
        services.AddScoped<ListReader>();
        services.AddScoped<BudgetReader>();
        services.AddScoped<SpendingPlanImport>();
        services.AddScoped<PlanImport>();
        services.AddScoped<StoredPlans>();
        services.AddSingleton<CommitmentExpiry>();
        return services;
    }

    /// <summary>Every declaration of this assembly, and those of the running texts.</summary>
    private static IEnumerable<QueryModel> Models()
    {
        var declared = Assembly
            .GetExecutingAssembly()
            .GetTypes()
            .Where(type =>
                type is { IsAbstract: false, IsGenericType: false } && type.IsAssignableTo(typeof(QueryModel))
            )
            .Select(type => (QueryModel)Activator.CreateInstance(type)!);
        return
        [
            .. declared,
            new NumberedTextModel<ProjectText>(),
            new NumberedTextModel<StrategyText>(),
            new NumberedTextModel<StrategicPlanText>(),
            new NumberedTextModel<DevelopmentPlanText>(),
            new NumberedTextModel<PlanSectionText>(),
        ];
    }
}
