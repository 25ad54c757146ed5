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
        BudgetView view,
        CancellationToken cancellationToken
    )
    {
        var budgets = Budgets(view.AsOf, ofSeen: true).Where(budget => activities.Contains(budget.ActivityId));
        var held = await store.ListAsync(budgets.Select(Held.Of(view.Parts)), cancellationToken);
        return held.ToDictionary(
            budget => budget.ActivityId,
            BudgetPosition? (budget) => BudgetPosition.Of(budget.Balance, budget.FiscalYear)
        );
    }

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

    public Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfProjectsAsync(
        IReadOnlyList<Guid> projects,
        BudgetView view,
        CancellationToken cancellationToken
    ) =>
        SumAsync(
            Totals(view.AsOf, ofSeen: true)
                .Where(budget => projects.Contains(budget.ProjectId))
                .Select(budget => new Keyed<Guid>
                {
                    Key = budget.ProjectId,
                    Year = budget.FiscalYear,
                    Budget = budget,
                }),
            view,
            cancellationToken
        );

    /// <summary>With what its former projects once had planned, for moments when they were part of it.</summary>
    public Task<IReadOnlyDictionary<Guid, BudgetPosition?>> OfPlansAsync(
        IReadOnlyList<Guid> plans,
        BudgetView view,
        CancellationToken cancellationToken
    ) =>
        SumAsync(
            Totals(view.AsOf)
                .Where(budget => plans.Contains(budget.PlanId))
                .Select(budget => new Keyed<Guid>
                {
                    Key = budget.PlanId,
                    Year = budget.FiscalYear,
                    Budget = budget,
                }),
            view,
            cancellationToken
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
            var withTotal = OrNone(OfProject(null));
            var sums = SumsOf(projects.SelectMany(withTotal, KeyedBy(keyOf)), view.Parts);
            var found = await store.ListAsync(sums, cancellationToken);
            return [.. found.Select(sum => new GroupBudget<TKey>(sum.Key, sum.Count, sum.Balance))];
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

    /// <summary>The year is named too: it finds the totals of a year's projects without looking each of them up.</summary>
    private Expression<Func<Project, IEnumerable<KeptBudget>>> OfProject(DateTimeOffset? asOf)
    {
        var budgets = Totals(asOf);
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

    private async Task<IReadOnlyDictionary<TKey, BudgetPosition?>> SumAsync<TKey>(
        IQueryable<Keyed<TKey>> keyed,
        BudgetView view,
        CancellationToken cancellationToken
    )
        where TKey : notnull =>
        (await store.ListAsync(SumsOf(keyed, view.Parts), cancellationToken)).ToDictionary(
            sum => sum.Key,
            BudgetPosition? (sum) =>
                new BudgetPosition(sum.Balance, new FiscalYear(sum.FirstYear), new FiscalYear(sum.LastYear))
        );

    private static IQueryable<Sums<TKey>> SumsOf<TKey>(IQueryable<Keyed<TKey>> keyed, BudgetParts parts) =>
        keyed
            .GroupBy(row => row.Key)
            .Select(
                Only(
                    parts,
                    (IGrouping<TKey, Keyed<TKey>> group) =>
                        new Sums<TKey>
                        {
                            Key = group.Key,
                            Count = group.Count(),
                            FirstYear = group.Min(row => row.Year),
                            LastYear = group.Max(row => row.Year),
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
                        }
                )
            );

    /// <summary>Leaves out of what is read for each row or group what belongs to parts that are not asked for.</summary>
    private static Expression<Func<TRow, TResult>> Only<TRow, TResult>(
        BudgetParts parts,
        Expression<Func<TRow, TResult>> read
    )
    {
        var made = (MemberInitExpression)read.Body;
        var kept = made.Bindings.Where(binding => (PartOf(binding.Member.Name) & ~parts) == 0);
        return Expression.Lambda<Func<TRow, TResult>>(made.Update(made.NewExpression, kept), read.Parameters);
    }

    private static BudgetParts PartOf(string name) =>
        name switch
        {
            "P1" or "P2" or "P3" or "P4" => BudgetParts.Planned,
            "I1" or "I2" or "I3" or "I4" => BudgetParts.TransferredIn,
            "O1" or "O2" or "O3" or "O4" => BudgetParts.TransferredOut,
            "D1" or "D2" or "D3" or "D4" => BudgetParts.Disbursed,
            "C" => BudgetParts.Committed,
            _ => BudgetParts.None,
        };

    private sealed class Counted<TKey>
    {
        public TKey Key { get; init; } = default!;
        public int Count { get; init; }
    }

    private sealed class Keyed<TKey>
    {
        public required TKey Key { get; init; }
        public required int Year { get; init; }
        public required KeptBudget Budget { get; init; }
    }

    /// <summary>The amounts of a balance, each by itself.</summary>
    private abstract class Amounts
    {
        public decimal P1 { get; init; }
        public decimal P2 { get; init; }
        public decimal P3 { get; init; }
        public decimal P4 { get; init; }
        public decimal I1 { get; init; }
        public decimal I2 { get; init; }
        public decimal I3 { get; init; }
        public decimal I4 { get; init; }
        public decimal O1 { get; init; }
        public decimal O2 { get; init; }
        public decimal O3 { get; init; }
        public decimal O4 { get; init; }
        public decimal C { get; init; }
        public decimal D1 { get; init; }
        public decimal D2 { get; init; }
        public decimal D3 { get; init; }
        public decimal D4 { get; init; }

        public Balance Balance =>
            new()
            {
                Planned = new QuarterAmounts(P1, P2, P3, P4),
                TransferredIn = new QuarterAmounts(I1, I2, I3, I4),
                TransferredOut = new QuarterAmounts(O1, O2, O3, O4),
                Committed = C,
                Disbursed = new QuarterAmounts(D1, D2, D3, D4),
            };
    }

    private sealed class Sums<TKey> : Amounts
    {
        public TKey Key { get; init; } = default!;
        public int Count { get; init; }
        public int FirstYear { get; init; }
        public int LastYear { get; init; }
    }

    /// <summary>What one activity holds.</summary>
    private sealed class Held : Amounts
    {
        public Guid ActivityId { get; init; }
        public Guid? ParentId { get; init; }
        public int FiscalYear { get; init; }

        public static Expression<Func<ActivityBudget, Held>> Of(BudgetParts parts) =>
            Only(
                parts,
                (ActivityBudget budget) =>
                    new Held
                    {
                        ActivityId = budget.ActivityId,
                        ParentId = budget.ParentId,
                        FiscalYear = budget.FiscalYear,
                        P1 = budget.Balance.Planned.Q1,
                        P2 = budget.Balance.Planned.Q2,
                        P3 = budget.Balance.Planned.Q3,
                        P4 = budget.Balance.Planned.Q4,
                        I1 = budget.Balance.TransferredIn.Q1,
                        I2 = budget.Balance.TransferredIn.Q2,
                        I3 = budget.Balance.TransferredIn.Q3,
                        I4 = budget.Balance.TransferredIn.Q4,
                        O1 = budget.Balance.TransferredOut.Q1,
                        O2 = budget.Balance.TransferredOut.Q2,
                        O3 = budget.Balance.TransferredOut.Q3,
                        O4 = budget.Balance.TransferredOut.Q4,
                        C = budget.Balance.Committed,
                        D1 = budget.Balance.Disbursed.Q1,
                        D2 = budget.Balance.Disbursed.Q2,
                        D3 = budget.Balance.Disbursed.Q3,
                        D4 = budget.Balance.Disbursed.Q4,
                    }
            );
    }
}
