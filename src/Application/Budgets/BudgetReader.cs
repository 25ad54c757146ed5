using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Reads budget positions of many activities, projects, plans or lists at once, each in one statement.</summary>
public sealed class BudgetReader(IReadStore store, ListReader lists, TimeProvider time)
{
    /// <summary>What an activity and all below it hold together.</summary>
    public async Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfActivitiesAsync(
        IReadOnlyList<Activity> activities,
        CancellationToken cancellationToken
    )
    {
        var projects = activities.Select(activity => activity.ProjectId).Distinct().ToList();
        var rows = store
            .Set<Activity>()
            .Where(activity => projects.Contains(activity.ProjectId))
            .Select(activity => new ActivityRow(activity.Id, activity.ParentId, activity.Planned));
        var found = await store.ListAsync(rows, cancellationToken);
        var children = found.ToLookup(row => row.ParentId);
        var own = found.ToDictionary(row => row.Id, row => row.Planned);
        return activities
            .DistinctBy(activity => activity.Id)
            .ToDictionary(
                activity => activity.Id,
                BudgetPosition? (activity) => Position(WithChildren(activity.Id), activity.FiscalYear)
            );

        QuarterAmounts WithChildren(Guid id) =>
            children[id].Aggregate(own[id], (sum, child) => sum + WithChildren(child.Id));
    }

    public Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfProjectsAsync(
        IReadOnlyList<Guid> projects,
        CancellationToken cancellationToken
    ) =>
        SumAsync(
            store.Set<Project>().Where(project => projects.Contains(project.Id)),
            project => project.Id,
            cancellationToken
        );

    public Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfPlansAsync(
        IReadOnlyList<Guid> plans,
        CancellationToken cancellationToken
    ) =>
        SumAsync(
            store.Set<Project>().Where(project => plans.Contains(project.PlanId)),
            project => project.PlanId,
            cancellationToken
        );

    /// <summary>Over all projects of a list, for each parent (an empty id for a list without parents).</summary>
    public async Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfListAsync(
        ListRequest<Project> request,
        Expression<Func<Project, Guid>>? parentOf,
        IReadOnlyList<Guid> parents,
        CancellationToken cancellationToken
    )
    {
        var projects = lists.Filtered(request);
        if (parentOf is null)
        {
            var sums = await SumAsync(projects, _ => 0, cancellationToken);
            return sums.ToDictionary(_ => Guid.Empty, sum => sum.Value);
        }

        return await SumAsync(projects.Where(ListReader.OneOf(parentOf, parents)), parentOf, cancellationToken);
    }

    /// <summary>What an activity holds alone.</summary>
    public static BudgetPosition Own(Activity activity) => Position(activity.Planned, activity.FiscalYear);

    /// <summary>Nothing planned, told in the year of what holds it, or in the current year where it has none.</summary>
    public BudgetPosition NothingFor(IOfFiscalYear? holder) =>
        Position(
            QuarterAmounts.Zero,
            holder?.FiscalYear ?? FiscalYear.Of(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime)).Number
        );

    private static BudgetPosition Position(QuarterAmounts planned, int fiscalYear) =>
        new(planned, new FiscalYear(fiscalYear), new FiscalYear(fiscalYear));

    private async Task<IReadOnlyDictionary<TKey, BudgetPosition?>> SumAsync<TKey>(
        IQueryable<Project> projects,
        Expression<Func<Project, TKey>> keyOf,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        var keyed = projects.Select(Keyed(keyOf));
        var sums = keyed
            .GroupBy(row => row.Key)
            .Select(group => new
            {
                group.Key,
                FirstYear = group.Min(row => row.FiscalYear),
                LastYear = group.Max(row => row.FiscalYear),
                Q1 = group.Sum(row => row.Q1),
                Q2 = group.Sum(row => row.Q2),
                Q3 = group.Sum(row => row.Q3),
                Q4 = group.Sum(row => row.Q4),
            });
        return (await store.ListAsync(sums, cancellationToken)).ToDictionary(
            sum => sum.Key,
            BudgetPosition? (sum) =>
                new BudgetPosition(
                    new QuarterAmounts(sum.Q1, sum.Q2, sum.Q3, sum.Q4),
                    new FiscalYear(sum.FirstYear),
                    new FiscalYear(sum.LastYear)
                )
        );
    }

    /// <summary>A project's own sums under the key that it is grouped by.</summary>
    private static Expression<Func<Project, KeyedSums<TKey>>> Keyed<TKey>(Expression<Func<Project, TKey>> keyOf)
    {
        Expression<Func<Project, TKey, KeyedSums<TKey>>> sums = (project, key) =>
            new KeyedSums<TKey>
            {
                Key = key,
                FiscalYear = project.FiscalYear,
                Q1 = project.Activities.Sum(activity => activity.Planned.Q1),
                Q2 = project.Activities.Sum(activity => activity.Planned.Q2),
                Q3 = project.Activities.Sum(activity => activity.Planned.Q3),
                Q4 = project.Activities.Sum(activity => activity.Planned.Q4),
            };
        return sums.WithSecond(keyOf);
    }

    private sealed record ActivityRow(Guid Id, Guid? ParentId, QuarterAmounts Planned);

    private sealed class KeyedSums<TKey>
    {
        public required TKey Key { get; init; }
        public int FiscalYear { get; init; }
        public decimal Q1 { get; init; }
        public decimal Q2 { get; init; }
        public decimal Q3 { get; init; }
        public decimal Q4 { get; init; }
    }
}
