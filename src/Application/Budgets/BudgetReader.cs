using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>
/// Reads budget positions of many activities, projects, plans or lists at once, each in one statement: as they stand, or as
/// they stood at a moment. The ledger is not scanned for either: balances are kept, and every entry has the one it led to.
/// </summary>
public sealed class BudgetReader(IReadStore store, ListReader lists, TimeProvider time)
{
    /// <summary>What each activity holds alone.</summary>
    public BatchRead<BudgetPosition?> OwnOfActivities(BudgetView view) =>
        new BatchRead<Held, BudgetPosition?>(
            view.AsOf is null ? (nameof(OwnOfActivities), view.Parts) : null,
            null,
            (ids, _) =>
                ids.Among(Budgets(view.AsOf, ofSeen: true), budget => budget.ActivityId).Select(Held.Of(view.Parts)),
            held => held,
            held =>
                held.ToDictionary(
                    budget => budget.ActivityId,
                    BudgetPosition? (budget) => BudgetPosition.Of(budget.Balance, budget.FiscalYear)
                )
        );

    /// <summary>What an activity and all below it hold together, with what its former parts once had planned.</summary>
    public async Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfActivitiesAsync(
        IReadOnlyList<Activity> activities,
        BudgetView view,
        CancellationToken cancellationToken
    )
    {
        var projects = activities.Select(activity => activity.ProjectId).Distinct().ToList();
        var budgets = Budgets(view.AsOf, ofSeen: true).Where(budget => projects.Contains(budget.ProjectId));
        var found = await store.ListAsync(budgets.Select(Held.Of(view.Parts)), cancellationToken);
        var children = found.ToLookup(budget => budget.ParentId, budget => budget.ActivityId);
        var own = found.ToDictionary(budget => budget.ActivityId, budget => budget.Balance);
        return activities
            .DistinctBy(activity => activity.Id)
            .ToDictionary(
                activity => activity.Id,
                BudgetPosition? (activity) => BudgetPosition.Of(WithChildren(activity.Id), activity.FiscalYear)
            );

        Balance WithChildren(Guid id) =>
            children[id].Aggregate(own.GetValueOrDefault(id, Balance.Zero), (sum, child) => sum + WithChildren(child));
    }

    public BatchRead<BudgetPosition?> OfProjects(BudgetView view) =>
        Sums(
            nameof(OfProjects),
            ids =>
                ids.Among(Totals(view.AsOf, ofSeen: true), budget => budget.ProjectId)
                    .Select(budget => new Keyed<Guid>
                    {
                        Key = budget.ProjectId,
                        Year = budget.FiscalYear,
                        Budget = budget,
                    }),
            view,
            isEach: view.AsOf is null
        );

    /// <summary>With what its former projects once had planned, for moments when they were part of it.</summary>
    public BatchRead<BudgetPosition?> OfPlans(BudgetView view) =>
        Sums(
            nameof(OfPlans),
            ids =>
                ids.Among(Totals(view.AsOf), budget => budget.PlanId)
                    .Select(budget => new Keyed<Guid>
                    {
                        Key = budget.PlanId,
                        Year = budget.FiscalYear,
                        Budget = budget,
                    }),
            view,
            isEach: false
        );

    /// <summary>Over all projects of a list, for each parent (an empty id for a list without parents).</summary>
    public async Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfListAsync(
        ListRequest<Project> request,
        Expression<Func<Project, Guid>>? parentOf,
        IReadOnlyList<Guid> parents,
        BudgetView view,
        CancellationToken cancellationToken
    )
    {
        var projects = lists.Filtered(request);
        if (parentOf is null)
        {
            var sums = await OfGroupsAsync(projects, _ => 0, view, cancellationToken);
            return sums.ToDictionary(_ => Guid.Empty, sum => sum.Value);
        }

        var children = projects.Where(ListReader.OneOf(parentOf, parents));
        return await OfGroupsAsync(children, parentOf, view, cancellationToken);
    }

    /// <summary>Over the projects of each group; a group without activities is missing.</summary>
    public async Task<IReadOnlyDictionary<TKey, BudgetPosition?>> OfGroupsAsync<TKey>(
        IQueryable<Project> projects,
        Expression<Func<Project, TKey>> keyOf,
        BudgetView view,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        var ofProject = OfProject(view.AsOf);
        return await SumAsync(projects.SelectMany(ofProject, KeyedBy(keyOf)), view, cancellationToken);
    }

    /// <summary>How many projects are in each group, and what they hold: one statement where no past moment is asked for.</summary>
    public async Task<IReadOnlyList<GroupBudget<TKey>>> CountedAsync<TKey>(
        IQueryable<Project> projects,
        Expression<Func<Project, TKey>> keyOf,
        BudgetView view,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        if (view.AsOf is null)
        {
            var keyed = projects.SelectMany(OrNone(OfProject(null)), KeyedBy(keyOf));
            return await GroupsAsync(BudgetSums.Counted(keyed, view.Parts), cancellationToken);
        }

        var counts = await store.ListAsync(
            projects.GroupBy(keyOf).Select(group => new Counted<TKey> { Key = group.Key, Count = group.Count() }),
            cancellationToken
        );
        var held = await OfGroupsAsync(projects, keyOf, view, cancellationToken);
        return
        [
            .. counts.Select(group => new GroupBudget<TKey>(
                group.Key,
                group.Count,
                held.GetValueOrDefault(group.Key)?.Balance ?? Balance.Zero
            )),
        ];
    }

    /// <summary>
    /// As <see cref="CountedAsync"/>, by what all projects of a plan have in common: a few plans are looked up instead of many
    /// projects. Each plan is a group of its own.
    /// </summary>
    public Task<IReadOnlyList<GroupBudget<TKey>>> CountedByPlanAsync<TKey>(
        IQueryable<Project> projects,
        Expression<Func<DevelopmentPlan, TKey>> keyOf,
        BudgetView view,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        if (view.AsOf is not null)
            return CountedAsync(projects, keyOf.After((Project project) => project.Plan), view, cancellationToken);
        var keyed = projects.SelectMany(OrNone(OfProject(null)), KeyedBy(project => project.PlanId));
        var plans = store.Set<DevelopmentPlan>();
        return GroupsAsync(BudgetSums.CountedByPlan(keyed, plans, keyOf, view.Parts), cancellationToken);
    }

    private async Task<IReadOnlyList<GroupBudget<TKey>>> GroupsAsync<TKey>(
        IQueryable<Sums<TKey>> sums,
        CancellationToken cancellationToken
    )
    {
        var found = await store.ListAsync(sums, cancellationToken);
        return [.. found.Select(sum => new GroupBudget<TKey>(sum.Key, sum.Count, sum.Balance))];
    }

    /// <summary>The year is named too: it finds the totals of a year's projects without looking each of them up.</summary>
    private Expression<Func<Project, IEnumerable<KeptBudget>>> OfProject(DateTimeOffset? asOf)
    {
        var budgets = Totals(asOf, ofSeen: true);
        return project =>
            budgets.Where(budget => budget.ProjectId == project.Id && budget.FiscalYear == project.FiscalYear);
    }

    private static Expression<Func<Project, IEnumerable<KeptBudget>>> OrNone(
        Expression<Func<Project, IEnumerable<KeptBudget>>> budgets
    ) =>
        Expression.Lambda<Func<Project, IEnumerable<KeptBudget>>>(
            Expression.Call(typeof(Enumerable), nameof(Enumerable.DefaultIfEmpty), [typeof(KeptBudget)], budgets.Body),
            budgets.Parameters
        );

    private static Expression<Func<Project, KeptBudget, Keyed<TKey>>> KeyedBy<TKey>(
        Expression<Func<Project, TKey>> keyOf
    )
    {
        Expression<Func<Project, KeptBudget, TKey, Keyed<TKey>>> keyed = (project, budget, key) =>
            new Keyed<TKey>
            {
                Key = key,
                Year = project.FiscalYear,
                Budget = budget,
            };
        return keyed.WithThird(keyOf);
    }

    /// <summary>Nothing planned, told in the year of what holds it, or in the current year where it has none.</summary>
    public BudgetPosition NothingFor(IOfFiscalYear? holder) =>
        BudgetPosition.Of(Balance.Zero, holder?.FiscalYear ?? FiscalYear.Of(ThaiDay.Of(time.GetUtcNow())).Number);

    /// <summary>Of whole projects: as they stand, one row for each; at a moment, one for each of their activities.</summary>
    private IQueryable<KeptBudget> Totals(DateTimeOffset? asOf, bool ofSeen = false) =>
        asOf is not null ? Budgets(asOf)
        : ofSeen ? store.SetBelowSeen<ProjectBudget>()
        : store.Set<ProjectBudget>();

    /// <summary>A moment that a client asks for must have come; clocks that differ a little do not matter.</summary>
    /// <param name="ofSeen">Whether only those of activities and projects are taken that the caller has seen.</param>
    private IQueryable<ActivityBudget> Budgets(DateTimeOffset? asOf, bool ofSeen = false)
    {
        if (asOf is not { } moment)
            return ofSeen ? store.SetBelowSeen<ActivityBudget>() : store.Set<ActivityBudget>();
        var now = time.GetUtcNow();
        return moment <= now.AddMinutes(1)
            ? store.BudgetsAsOf(moment)
            : throw new QueryRefusedException(
                "INVALID_MOMENT",
                "asOf",
                $"must not lie in the future; it is {now:yyyy-MM-ddTHH:mm:ssZ}."
            );
    }

    /// <param name="isEach">Whether there is at most one for each id.</param>
    private static BatchRead<Sums<Guid>, BudgetPosition?> Sums(
        string name,
        Func<Ids, IQueryable<Keyed<Guid>>> keyed,
        BudgetView view,
        bool isEach
    ) =>
        new(
            view.AsOf is null ? (name, view.Parts) : null,
            null,
            (ids, _) => isEach ? BudgetSums.OfEach(keyed(ids), view.Summed) : BudgetSums.Of(keyed(ids), view.Summed),
            sums => sums,
            Positions
        );

    private async Task<IReadOnlyDictionary<TKey, BudgetPosition?>> SumAsync<TKey>(
        IQueryable<Keyed<TKey>> keyed,
        BudgetView view,
        CancellationToken cancellationToken
    )
        where TKey : notnull => Positions(await store.ListAsync(BudgetSums.Of(keyed, view.Summed), cancellationToken));

    private static Dictionary<TKey, BudgetPosition?> Positions<TKey>(IReadOnlyList<Sums<TKey>> sums)
        where TKey : notnull =>
        sums.ToDictionary(
            sum => sum.Key,
            BudgetPosition? (sum) =>
                new BudgetPosition(sum.Balance, new FiscalYear(sum.FirstYear), new FiscalYear(sum.LastYear))
        );

    private sealed class Counted<TKey>
    {
        public TKey Key { get; init; } = default!;
        public int Count { get; init; }
    }
}
