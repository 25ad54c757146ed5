using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>The government's disbursement targets of a fiscal year (Buddhist era), by class and quarter.</summary>
public sealed record ListDisbursementTargets(int FiscalYear) : IQuery<IReadOnlyList<DisbursementTarget>>;

public sealed class ListDisbursementTargetsHandler(IReadStore store)
    : IQueryHandler<ListDisbursementTargets, IReadOnlyList<DisbursementTarget>>
{
    public async ValueTask<IReadOnlyList<DisbursementTarget>> Handle(
        ListDisbursementTargets query,
        CancellationToken cancellationToken
    )
    {
        FiscalYears.Demand(query.FiscalYear, "fiscalYear");
        var targets = store.Set<DisbursementTarget>().Where(target => target.FiscalYear == query.FiscalYear);
        var found = await store.ListAsync(targets, cancellationToken);
        return [.. found.OrderBy(target => target.ExpenseClass).ThenBy(target => target.Quarter)];
    }
}
