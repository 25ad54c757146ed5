using System.Linq.Expressions;
using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>
/// Sums the money of one fiscal year (Buddhist era) by groups of projects; the rows add up to the whole.
/// </summary>
/// <param name="Where">A filter of projects, as a value of its input type.</param>
/// <param name="AsOf">A past moment; null for now.</param>
/// <param name="Quarters">Whether amounts per quarter are needed; otherwise only their totals are read.</param>
/// <param name="Goals">Whether disbursement targets are needed.</param>
public sealed record SummariseBudgets(
    int FiscalYear,
    BudgetGroup GroupBy,
    IReadOnlyDictionary<string, object?>? Where,
    DateTimeOffset? AsOf,
    bool Quarters,
    bool Goals
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

public sealed class SummariseBudgetsHandler(IGroupReader groups, TimeProvider time)
    : IQueryHandler<SummariseBudgets, IReadOnlyList<BudgetSummaryRow>>
{
    private static readonly MemberPath FiscalYear = Path(project => project.FiscalYear);
    private static readonly MemberPath Id = Path(project => project.Id);

    public async ValueTask<IReadOnlyList<BudgetSummaryRow>> Handle(
        SummariseBudgets query,
        CancellationToken cancellationToken
    )
    {
        FiscalYears.Demand(query.FiscalYear, "fiscalYear");
        PastMoments.Demand(query.AsOf, time);
        var rows = query.GroupBy switch
        {
            BudgetGroup.Quarter => await QuartersAsync(query, cancellationToken),
            BudgetGroup.FundingSource => await FundingSourcesAsync(query, cancellationToken),
            _ => await GroupsAsync(query, BudgetGrouping.Of(query.GroupBy), cancellationToken),
        };
        if (!query.Goals)
            return [.. rows];
        var goals = await groups.OfYearAsync(query.FiscalYear, cancellationToken);
        return [.. rows.Select(row => row with { Goals = goals })];
    }

    private async Task<IEnumerable<BudgetSummaryRow>> GroupsAsync(
        SummariseBudgets query,
        BudgetGrouping grouping,
        CancellationToken cancellationToken
    )
    {
        var found = await ReadAsync(query, grouping.Keys, query.Quarters, cancellationToken);
        return grouping
            .InOrder(found)
            .Select(group =>
                Row(
                    query,
                    group.Key,
                    new LocalText(group.Label, group.Label),
                    group.Rows.Sum(one => one.Count),
                    Sum(group.Rows)
                )
            );
    }

    /// <summary>
    /// One row per quarter, with the amounts planned, transferred and paid in it. Commitments belong to no quarter: the
    /// available amount of a quarter does not include them, and is below zero if more was paid than the quarter had.
    /// </summary>
    private async Task<IEnumerable<BudgetSummaryRow>> QuartersAsync(
        SummariseBudgets query,
        CancellationToken cancellationToken
    )
    {
        var whole = await ReadAsync(query, [], true, cancellationToken);
        var (count, balance) = (whole.Sum(one => one.Count), Sum(whole));
        var quarters = Enum.GetValues<FiscalQuarter>();
        return quarters.Select(quarter => new BudgetSummaryRow(
            EnumText.Of(quarter),
            new LocalText($"Quarter {(int)quarter + 1}", $"ไตรมาส {(int)quarter + 1}"),
            count,
            BudgetPosition.Of(balance.Of(quarter), query.FiscalYear)
        )
        {
            TargetQuarter = quarter,
            RateToDate = Percent.Of(
                quarters.Where(one => one <= quarter).Sum(one => balance.Disbursed[one]),
                balance.Revised
            ),
        });
    }

    /// <summary>One row per funding source; money without a stated source is UNSTATED.</summary>
    private async Task<IEnumerable<BudgetSummaryRow>> FundingSourcesAsync(
        SummariseBudgets query,
        CancellationToken cancellationToken
    )
    {
        var projects = await ReadAsync(query, [Id], true, cancellationToken);
        var stated = await groups.ReadAsync(FundingShares.StatedBy(query.FiscalYear, query.Where), cancellationToken);
        return FundingShares
            .Of(projects, stated)
            .Select(share =>
                Row(
                    query,
                    share.Kind is { } kind ? EnumText.Of(kind) : "UNSTATED",
                    LabelOf(share.Kind),
                    share.Projects,
                    share.Balance
                )
            );
    }

    private Task<IReadOnlyList<GroupRow>> ReadAsync(
        SummariseBudgets query,
        IReadOnlyList<MemberPath> keys,
        bool quarters,
        CancellationToken cancellationToken
    ) =>
        groups.ReadAsync(
            new GroupQuery(typeof(Project))
            {
                Where = query.Where,
                Among = [(FiscalYear, [query.FiscalYear])],
                Keys = keys,
                Figures = [quarters || query.AsOf is not null ? SummedBudget.ByQuarter : SummedBudget.Totals],
                AsOf = query.AsOf,
            },
            cancellationToken
        );

    private BudgetSummaryRow Row(SummariseBudgets query, string key, LocalText label, int count, Balance balance) =>
        new(key, label, count, BudgetPosition.Of(balance, query.FiscalYear))
        {
            TargetQuarter = QuarterAt(query),
            RateToDate = balance.DisbursementRate,
        };

    /// <summary>The quarter that the moment is in; the last one if the year is over.</summary>
    private FiscalQuarter? QuarterAt(SummariseBudgets query)
    {
        var day = ThaiDay.Of(query.AsOf ?? time.GetUtcNow());
        var year = new FiscalYear(query.FiscalYear);
        return day < year.StartsOn ? null
            : day > year.EndsOn ? FiscalQuarter.Q4
            : year.QuarterOf(day);
    }

    private static Balance Sum(IEnumerable<GroupRow> rows) =>
        rows.Select(SummedBudget.Of).Aggregate(Balance.Zero, (sum, one) => sum + one);

    private static LocalText LabelOf(FundingKind? kind) =>
        kind switch
        {
            FundingKind.Office => new LocalText("The office's budget", "งบประมาณของสำนักงานเขตพื้นที่"),
            FundingKind.External => new LocalText("External support", "งบประมาณขอรับการสนับสนุนภายนอก"),
            _ => new LocalText("Not stated", "ไม่ระบุแหล่งงบประมาณ"),
        };

    private static MemberPath Path(Expression<Func<Project, object?>> member) => MemberPath.Of(member);
}
