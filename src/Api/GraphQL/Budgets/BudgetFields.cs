using GraphQL;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>The batches behind the budget fields.</summary>
internal static class BudgetFields
{
    public static Batch<Guid, BudgetPosition> OfProjects(IResolveFieldContext context)
    {
        var reads = OperationReads.Of(context);
        return reads.At(
            context,
            () => new Batch<Guid, BudgetPosition>(reads.Budgets.OfProjectsAsync, () => reads.Budgets.Nothing)
        );
    }

    public static Batch<Guid, BudgetPosition> OfPlans(IResolveFieldContext context)
    {
        var reads = OperationReads.Of(context);
        return reads.At(
            context,
            () => new Batch<Guid, BudgetPosition>(reads.Budgets.OfPlansAsync, () => reads.Budgets.Nothing)
        );
    }

    public static Batch<Activity, BudgetPosition> OfActivities(IResolveFieldContext context)
    {
        var reads = OperationReads.Of(context);
        return reads.At(
            context,
            () =>
                new Batch<Activity, BudgetPosition>(
                    async (activities, cancellation) =>
                    {
                        var found = await reads.Budgets.OfActivitiesAsync(activities, cancellation);
                        return activities.ToDictionary(activity => activity, activity => found[activity.Id]);
                    },
                    () => reads.Budgets.Nothing
                )
        );
    }
}
