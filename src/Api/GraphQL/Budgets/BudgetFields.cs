using GraphQL;
using GraphQL.Types;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

/// <summary>The batches behind the budget fields.</summary>
internal static class BudgetFields
{
    /// <summary>The argument that every budget field takes.</summary>
    public static QueryArguments AsOf() =>
        new(
            ListArgumentsReader.Argument(
                "asOf",
                "DateTime",
                "A past moment: the position as it stood then, with all that was recorded by it. Now where it is left out."
            )
        );

    public static object OfProject(IResolveFieldContext context, Project project)
    {
        var reads = OperationReads.Of(context);
        return Load(context, reads.Budgets.OfProjectsAsync, project.Id, project);
    }

    public static object OfPlan(IResolveFieldContext context, DevelopmentPlan plan)
    {
        var reads = OperationReads.Of(context);
        return Load(context, reads.Budgets.OfPlansAsync, plan.Id, plan);
    }

    public static object OwnOfActivity(IResolveFieldContext context, Activity activity)
    {
        var reads = OperationReads.Of(context);
        return Load(context, reads.Budgets.OwnOfActivitiesAsync, activity.Id, activity);
    }

    public static object OfActivity(IResolveFieldContext context, Activity activity)
    {
        var reads = OperationReads.Of(context);
        var asOf = Moment(context);
        return reads.At(context, () => new Batch<Activity, BudgetPosition?>(FetchAsync, () => null)).Load(activity);

        async Task<IReadOnlyDictionary<Activity, BudgetPosition?>> FetchAsync(
            IReadOnlyList<Activity> activities,
            CancellationToken cancellation
        )
        {
            var found = await reads.Budgets.OfActivitiesAsync(activities, asOf, cancellation);
            return activities.ToDictionary(one => one, one => found[one.Id]);
        }
    }

    public static object OfList(IResolveFieldContext context)
    {
        var list = (Listing<Project>)context.Source!;
        return list.Group.LoadBudget(context, list.Parent, list.Holder);
    }

    private static object Load(
        IResolveFieldContext context,
        Func<
            IReadOnlyList<Guid>,
            DateTimeOffset?,
            CancellationToken,
            Task<IReadOnlyDictionary<Guid, BudgetPosition?>>
        > fetch,
        Guid id,
        IOfFiscalYear holder
    )
    {
        var reads = OperationReads.Of(context);
        var asOf = Moment(context);
        return reads
            .At(
                context,
                () =>
                    new Batch<Guid, BudgetPosition?>((ids, cancellation) => fetch(ids, asOf, cancellation), () => null)
            )
            .Load(id, position => position ?? reads.Budgets.NothingFor(holder));
    }

    private static DateTimeOffset? Moment(IResolveFieldContext context) => context.GetArgument<DateTimeOffset?>("asOf");
}
