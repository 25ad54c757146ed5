using GraphQL;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>The batches behind the budget fields.</summary>
internal static class BudgetFields
{
    public static object OfProject(IResolveFieldContext context, Project project)
    {
        var reads = OperationReads.Of(context);
        return reads
            .At(context, () => new Batch<Guid, BudgetPosition?>(reads.Budgets.OfProjectsAsync, () => null))
            .Load(project.Id, position => position ?? reads.Budgets.NothingFor(project));
    }

    public static object OfPlan(IResolveFieldContext context, DevelopmentPlan plan)
    {
        var reads = OperationReads.Of(context);
        return reads
            .At(context, () => new Batch<Guid, BudgetPosition?>(reads.Budgets.OfPlansAsync, () => null))
            .Load(plan.Id, position => position ?? reads.Budgets.NothingFor(plan));
    }

    public static object OfActivity(IResolveFieldContext context, Activity activity)
    {
        var reads = OperationReads.Of(context);
        return reads.At(context, () => new Batch<Activity, BudgetPosition?>(FetchAsync, () => null)).Load(activity);

        async Task<IReadOnlyDictionary<Activity, BudgetPosition?>> FetchAsync(
            IReadOnlyList<Activity> activities,
            CancellationToken cancellation
        )
        {
            var found = await reads.Budgets.OfActivitiesAsync(activities, cancellation);
            return activities.ToDictionary(one => one, one => found[one.Id]);
        }
    }

    public static object OfList(Listing<Project> list) => list.Group.LoadBudget(list.Parent, list.Holder);
}
