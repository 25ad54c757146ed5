using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>
/// Reads budget positions of many activities, projects, plans or lists at once, each in one statement: as they stand, or as
/// they stood at a moment. The ledger is not scanned for either: balances are kept, and every entry has the one it led to.
/// </summary>
public sealed class BudgetReader(IReadStore store, ListReader lists, TimeProvider time)
{
    /// <summary>What each activity holds alone.</summary>
    public async Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OwnOfActivitiesAsync(
        IReadOnlyList<Guid> activities,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        var budgets = Budgets(asOf).Where(budget => activities.Contains(budget.ActivityId));
        return (await store.ListAsync(budgets, cancellationToken)).ToDictionary(
            budget => budget.ActivityId,
            BudgetPosition? (budget) => BudgetPosition.Of(budget.Balance, budget.FiscalYear)
        );
    }

    /// <summary>What an activity and all below it hold together, with what its former parts once had planned.</summary>
    public async Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfActivitiesAsync(
        IReadOnlyList<Activity> activities,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        var projects = activities.Select(activity => activity.ProjectId).Distinct().ToList();
        var budgets = Budgets(asOf).Where(budget => projects.Contains(budget.ProjectId));
        var found = await store.ListAsync(budgets, cancellationToken);
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

    public Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfProjectsAsync(
        IReadOnlyList<Guid> projects,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    ) =>
        SumAsync(
            Budgets(asOf)
                .Where(budget => projects.Contains(budget.ProjectId))
                .Select(budget => new Keyed<Guid> { Key = budget.ProjectId, Budget = budget }),
            cancellationToken
        );

    /// <summary>With what its former projects once had planned, for moments when they were part of it.</summary>
    public Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfPlansAsync(
        IReadOnlyList<Guid> plans,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    ) =>
        SumAsync(
            Budgets(asOf)
                .Where(budget => plans.Contains(budget.PlanId))
                .Select(budget => new Keyed<Guid> { Key = budget.PlanId, Budget = budget }),
            cancellationToken
        );

    /// <summary>Over all projects of a list, for each parent (an empty id for a list without parents).</summary>
    public async Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfListAsync(
        ListRequest<Project> request,
        Expression<Func<Project, Guid>>? parentOf,
        IReadOnlyList<Guid> parents,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        var projects = lists.Filtered(request);
        if (parentOf is null)
        {
            var sums = await OfGroupsAsync(projects, _ => 0, asOf, cancellationToken);
            return sums.ToDictionary(_ => Guid.Empty, sum => sum.Value);
        }

        var children = projects.Where(ListReader.OneOf(parentOf, parents));
        return await OfGroupsAsync(children, parentOf, asOf, cancellationToken);
    }

    /// <summary>Over the projects of each group; a group without activities is missing.</summary>
    public Task<IReadOnlyDictionary<TKey, BudgetPosition?>> OfGroupsAsync<TKey>(
        IQueryable<Project> projects,
        Expression<Func<Project, TKey>> keyOf,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        var budgets = Budgets(asOf);
        Expression<Func<Project, IEnumerable<ActivityBudget>>> ofProject = project =>
            budgets.Where(budget => budget.ProjectId == project.Id);
        Expression<Func<Project, ActivityBudget, TKey, Keyed<TKey>>> keyed = (project, budget, key) =>
            new Keyed<TKey> { Key = key, Budget = budget };
        return SumAsync(projects.SelectMany(ofProject, keyed.WithThird(keyOf)), cancellationToken);
    }

    /// <summary>Nothing planned, told in the year of what holds it, or in the current year where it has none.</summary>
    public BudgetPosition NothingFor(IOfFiscalYear? holder) =>
        BudgetPosition.Of(Balance.Zero, holder?.FiscalYear ?? FiscalYear.Of(ThaiDay.Of(time.GetUtcNow())).Number);

    /// <summary>A moment that a client asks for must have come; clocks that differ a little do not matter.</summary>
    private IQueryable<ActivityBudget> Budgets(DateTimeOffset? asOf)
    {
        if (asOf is not { } moment)
            return store.Set<ActivityBudget>();
        var now = time.GetUtcNow();
        return moment <= now.AddMinutes(1)
            ? store.BudgetsAsOf(moment)
            : throw new QueryRefusedException(
                "INVALID_MOMENT",
                "asOf",
                $"must not lie in the future; it is {now:yyyy-MM-ddTHH:mm:ssZ}."
            );
    }

    private async Task<IReadOnlyDictionary<TKey, BudgetPosition?>> SumAsync<TKey>(
        IQueryable<Keyed<TKey>> keyed,
        CancellationToken cancellationToken
    )
        where TKey : notnull
    {
        var sums = keyed
            .GroupBy(row => row.Key)
            .Select(group => new
            {
                group.Key,
                FirstYear = group.Min(row => row.Budget.FiscalYear),
                LastYear = group.Max(row => row.Budget.FiscalYear),
                P1 = group.Sum(row => row.Budget.Balance.Planned.Q1),
                P2 = group.Sum(row => row.Budget.Balance.Planned.Q2),
                P3 = group.Sum(row => row.Budget.Balance.Planned.Q3),
                P4 = group.Sum(row => row.Budget.Balance.Planned.Q4),
                I1 = group.Sum(row => row.Budget.Balance.TransferredIn.Q1),
                I2 = group.Sum(row => row.Budget.Balance.TransferredIn.Q2),
                I3 = group.Sum(row => row.Budget.Balance.TransferredIn.Q3),
                I4 = group.Sum(row => row.Budget.Balance.TransferredIn.Q4),
                O1 = group.Sum(row => row.Budget.Balance.TransferredOut.Q1),
                O2 = group.Sum(row => row.Budget.Balance.TransferredOut.Q2),
                O3 = group.Sum(row => row.Budget.Balance.TransferredOut.Q3),
                O4 = group.Sum(row => row.Budget.Balance.TransferredOut.Q4),
                C = group.Sum(row => row.Budget.Balance.Committed),
                D1 = group.Sum(row => row.Budget.Balance.Disbursed.Q1),
                D2 = group.Sum(row => row.Budget.Balance.Disbursed.Q2),
                D3 = group.Sum(row => row.Budget.Balance.Disbursed.Q3),
                D4 = group.Sum(row => row.Budget.Balance.Disbursed.Q4),
            });
        return (await store.ListAsync(sums, cancellationToken)).ToDictionary(
            sum => sum.Key,
            BudgetPosition? (sum) =>
                new BudgetPosition(
                    new Balance
                    {
                        Planned = new QuarterAmounts(sum.P1, sum.P2, sum.P3, sum.P4),
                        TransferredIn = new QuarterAmounts(sum.I1, sum.I2, sum.I3, sum.I4),
                        TransferredOut = new QuarterAmounts(sum.O1, sum.O2, sum.O3, sum.O4),
                        Committed = sum.C,
                        Disbursed = new QuarterAmounts(sum.D1, sum.D2, sum.D3, sum.D4),
                    },
                    new FiscalYear(sum.FirstYear),
                    new FiscalYear(sum.LastYear)
                )
        );
    }

    private sealed class Keyed<TKey>
    {
        public required TKey Key { get; init; }
        public required ActivityBudget Budget { get; init; }
    }
}
