using System.Linq.Expressions;
using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>The money of one fiscal year (Buddhist era) by groups of projects; the rows add up to the whole.</summary>
public sealed record SummariseBudgets(
    int FiscalYear,
    BudgetGroup GroupBy,
    IReadOnlyDictionary<string, object?>? Where,
    BudgetView View
) : IQuery<IReadOnlyList<BudgetSummaryRow>>;

public enum BudgetGroup
{
    Office,
    Province,
    Project,
    Strategy,
    ResponsibleUnit,
    Quarter,
    FundingSource,
}

/// <param name="Key">Names the group for a program: an office or province code, a node id, "Q1", "OFFICE".</param>
/// <param name="Label">Names it for a person.</param>
public sealed record BudgetSummaryRow(string Key, LocalText Label, int ProjectCount, BudgetPosition Budget)
{
    /// <summary>Buddhist era.</summary>
    public required int FiscalYear { get; init; }

    /// <summary>The quarter whose disbursement target it is compared with; null before the year begins.</summary>
    public required FiscalQuarter? TargetQuarter { get; init; }

    /// <summary>What was paid by then of the year's revised budget, in percent, two decimals; null where that is 0.</summary>
    public required decimal? RateToDate { get; init; }
}

public sealed class SummariseBudgetsHandler(
    IReadStore store,
    ListPlanner planner,
    BudgetReader budgets,
    TimeProvider time
) : IQueryHandler<SummariseBudgets, IReadOnlyList<BudgetSummaryRow>>
{
    public async ValueTask<IReadOnlyList<BudgetSummaryRow>> Handle(
        SummariseBudgets query,
        CancellationToken cancellationToken
    )
    {
        FiscalYears.Demand(query.FiscalYear, "fiscalYear");
        var projects = store.Set<Project>().Where(project => project.FiscalYear == query.FiscalYear);
        if (planner.Filter<Project>(query.Where) is { } filter)
            projects = projects.Where(filter);
        return query.GroupBy switch
        {
            BudgetGroup.Office => await OfficesAsync(plan => new Member<string>
            {
                Key = plan.Office.Code,
                OfficeCode = plan.Office.Code,
                Number = 0,
                Label = plan.Office.Name,
            }),
            BudgetGroup.Province => await OfficesAsync(plan => new Member<string>
            {
                Key = plan.Office.ProvinceCode,
                OfficeCode = plan.Office.ProvinceCode,
                Number = 0,
                Label = plan.Office.Province,
            }),
            BudgetGroup.Project => await GroupsAsync(
                project => new Member<Guid>
                {
                    Key = project.Id,
                    OfficeCode = project.Plan.Office.Code,
                    Number = project.Number,
                    Label = project.Name,
                },
                id => new NodeId(nameof(Project), id).ToString()
            ),
            BudgetGroup.Strategy => await GroupsAsync(
                project => new Member<Guid>
                {
                    Key = project.StrategyId,
                    OfficeCode = project.Plan.Office.Code,
                    Number = project.Strategy.Number,
                    Label = project.Strategy.Name,
                },
                id => new NodeId(nameof(Strategy), id).ToString()
            ),
            BudgetGroup.ResponsibleUnit => await GroupsAsync(
                project => new Member<Guid>
                {
                    Key = project.ResponsibleUnitId,
                    OfficeCode = project.Plan.Office.Code,
                    Number = project.ResponsibleUnit.Number,
                    Label = project.ResponsibleUnit.Name,
                },
                id => new NodeId(nameof(OrgUnit), id).ToString()
            ),
            BudgetGroup.Quarter => await QuartersAsync(projects, query, cancellationToken),
            _ => await FundingSourcesAsync(projects, query, cancellationToken),
        };

        BudgetSummaryRow Row(string key, string label, int count, BudgetPosition budget) =>
            new(key, new LocalText(label, label), count, budget)
            {
                FiscalYear = query.FiscalYear,
                TargetQuarter = QuarterAt(query),
                RateToDate = budget.Balance.DisbursementRate,
            };

        async Task<IReadOnlyList<BudgetSummaryRow>> OfficesAsync(
            Expression<Func<DevelopmentPlan, Member<string>>> memberOf
        ) => Rows(await budgets.CountedByPlanAsync(projects, memberOf, query.View, cancellationToken), code => code);

        // Labels go into the grouping, or each group would be looked through again for them.
        async Task<IReadOnlyList<BudgetSummaryRow>> GroupsAsync<TKey>(
            Expression<Func<Project, Member<TKey>>> memberOf,
            Func<TKey, string> written
        )
            where TKey : notnull =>
            Rows(await budgets.CountedAsync(projects, memberOf, query.View, cancellationToken), written);

        IReadOnlyList<BudgetSummaryRow> Rows<TKey>(
            IReadOnlyList<GroupBudget<Member<TKey>>> groups,
            Func<TKey, string> written
        )
            where TKey : notnull =>
            [
                .. groups
                    .GroupBy(group => group.Key.Key)
                    .OrderBy(group => group.Min(one => one.Key.OfficeCode), StringComparer.Ordinal)
                    .ThenBy(group => group.Min(one => one.Key.Number))
                    .ThenBy(group => written(group.Key), StringComparer.Ordinal)
                    .Select(group =>
                        Row(
                            written(group.Key),
                            group.Select(one => one.Key.Label).Min(StringComparer.Ordinal)!,
                            group.Sum(one => one.Count),
                            BudgetPosition.Of(
                                group.Aggregate(Balance.Zero, (sum, one) => sum + one.Balance),
                                query.FiscalYear
                            )
                        )
                    ),
            ];
    }

    /// <summary>
    /// Each quarter with what is planned, moved and paid in it. Commitments belong to no quarter: what a quarter has available
    /// does not count them, and is below zero where more was paid than the quarter had.
    /// </summary>
    private async Task<IReadOnlyList<BudgetSummaryRow>> QuartersAsync(
        IQueryable<Project> projects,
        SummariseBudgets query,
        CancellationToken cancellationToken
    )
    {
        var view = query.View with { Parts = query.View.Parts | BudgetParts.Quarters };
        var whole = await budgets.CountedAsync(projects, _ => 0, view, cancellationToken);
        var count = whole.Sum(one => one.Count);
        var balance = whole.Aggregate(Balance.Zero, (sum, one) => sum + one.Balance);
        return
        [
            .. Enum.GetValues<FiscalQuarter>()
                .Select(quarter => new BudgetSummaryRow(
                    EnumText.Of(quarter),
                    new LocalText($"Quarter {(int)quarter + 1}", $"ไตรมาส {(int)quarter + 1}"),
                    count,
                    BudgetPosition.Of(balance.Of(quarter), query.FiscalYear)
                )
                {
                    FiscalYear = query.FiscalYear,
                    TargetQuarter = quarter,
                    RateToDate = Percent.Of(
                        Enum.GetValues<FiscalQuarter>().Where(one => one <= quarter).Sum(one => balance.Disbursed[one]),
                        balance.Revised
                    ),
                }),
        ];
    }

    /// <summary>
    /// By where the money comes from. A project with several sources has its money divided in proportion to their stated
    /// amounts, and counts in each; one without any is UNSTATED.
    /// </summary>
    private async Task<IReadOnlyList<BudgetSummaryRow>> FundingSourcesAsync(
        IQueryable<Project> projects,
        SummariseBudgets query,
        CancellationToken cancellationToken
    )
    {
        var ids = await store.ListAsync(projects.Select(project => project.Id), cancellationToken);
        var stated = await store.ListAsync(
            projects.SelectMany(
                project => project.FundingSources,
                (project, source) => new StatedSource(project.Id, source.Kind, source.Amount)
            ),
            cancellationToken
        );
        var sourcesOf = stated.ToLookup(source => source.ProjectId);
        // What a source gets of one part depends on the others, whichever of them are asked for.
        var view = query.View with
        {
            Parts = BudgetParts.All,
        };
        var sums = await budgets.OfGroupsAsync(projects, project => project.Id, view, cancellationToken);
        var rows = new SortedDictionary<int, (int Count, Balance Balance)>();
        foreach (var id in ids)
        {
            var sources = sourcesOf[id].OrderBy(source => source.Kind).ToList();
            if (sources.Count == 0)
                sources.Add(new StatedSource(id, null, 0));
            var parts = Apportionment.Of(
                sums.GetValueOrDefault(id)?.Balance ?? Balance.Zero,
                [.. sources.Select(source => source.Amount)]
            );
            foreach (var (source, part) in sources.Zip(parts))
            {
                var place = source.Kind is { } kind ? (int)kind : int.MaxValue;
                var row = rows.GetValueOrDefault(place, (Count: 0, Balance: Balance.Zero));
                rows[place] = (row.Count + 1, row.Balance + part);
            }
        }

        return
        [
            .. rows.Select(row =>
            {
                FundingKind? kind = row.Key == int.MaxValue ? null : (FundingKind)row.Key;
                return new BudgetSummaryRow(
                    kind is { } stated ? EnumText.Of(stated) : "UNSTATED",
                    LabelOf(kind),
                    row.Value.Count,
                    BudgetPosition.Of(row.Value.Balance, query.FiscalYear)
                )
                {
                    FiscalYear = query.FiscalYear,
                    TargetQuarter = QuarterAt(query),
                    RateToDate = row.Value.Balance.DisbursementRate,
                };
            }),
        ];
    }

    /// <summary>The quarter that runs at the moment that is asked for; the last one of a year that is over.</summary>
    private FiscalQuarter? QuarterAt(SummariseBudgets query)
    {
        var day = ThaiDay.Of(query.View.AsOf ?? time.GetUtcNow());
        var year = new FiscalYear(query.FiscalYear);
        return day < year.StartsOn ? null
            : day > year.EndsOn ? FiscalQuarter.Q4
            : year.QuarterOf(day);
    }

    private static LocalText LabelOf(FundingKind? kind) =>
        kind switch
        {
            FundingKind.Office => new LocalText("The office's budget", "งบประมาณของสำนักงานเขตพื้นที่"),
            FundingKind.External => new LocalText("External support", "งบประมาณขอรับการสนับสนุนภายนอก"),
            _ => new LocalText("Not stated", "ไม่ระบุแหล่งงบประมาณ"),
        };

    private sealed record StatedSource(Guid ProjectId, FundingKind? Kind, decimal Amount);

    /// <summary>A project as a member of its group.</summary>
    private sealed record Member<TKey>
    {
        public TKey Key { get; init; } = default!;
        public string OfficeCode { get; init; } = "";
        public int Number { get; init; }
        public string Label { get; init; } = "";
    }
}
