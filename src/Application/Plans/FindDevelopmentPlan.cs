using Mediator;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

/// <summary>An office's development plan of one fiscal year (Buddhist era), or null.</summary>
public sealed record FindDevelopmentPlan(string OfficeCode, int FiscalYear) : IQuery<DevelopmentPlan?>;

public sealed class FindDevelopmentPlanHandler(IReadStore store) : IQueryHandler<FindDevelopmentPlan, DevelopmentPlan?>
{
    public async ValueTask<DevelopmentPlan?> Handle(FindDevelopmentPlan query, CancellationToken cancellationToken)
    {
        var found = store
            .Set<DevelopmentPlan>()
            .Where(plan => plan.Office.Code == query.OfficeCode && plan.FiscalYear == query.FiscalYear);
        return (await store.ListAsync(found, cancellationToken)).SingleOrDefault();
    }
}
