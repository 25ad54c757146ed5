using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Models;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>
/// Returns the ids of the government's disbursement targets for a fiscal year (Buddhist era), by class and quarter.
/// </summary>
public sealed record ListDisbursementTargets(int FiscalYear) : IQuery<IReadOnlyList<Guid>>;

public sealed class ListDisbursementTargetsHandler(IGroupReader groups)
    : IQueryHandler<ListDisbursementTargets, IReadOnlyList<Guid>>
{
    public async ValueTask<IReadOnlyList<Guid>> Handle(
        ListDisbursementTargets query,
        CancellationToken cancellationToken
    )
    {
        FiscalYears.Demand(query.FiscalYear, "fiscalYear");
        return [.. (await groups.OfYearAsync(query.FiscalYear, cancellationToken)).Select(goal => goal.Id)];
    }
}
