using Mediator;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

/// <summary>An office's development plan of one fiscal year (Buddhist era), or null.</summary>
public sealed record FindDevelopmentPlan(string OfficeCode, int FiscalYear) : ILookupQuery<DevelopmentPlan>;

public sealed class FindDevelopmentPlanHandler(IReadStore store)
    : IQueryHandler<FindDevelopmentPlan, Lookup<DevelopmentPlan>>
{
    public ValueTask<Lookup<DevelopmentPlan>> Handle(FindDevelopmentPlan query, CancellationToken cancellationToken) =>
        new(
            new Lookup<DevelopmentPlan>(
                nameof(FindDevelopmentPlan),
                [query.OfficeCode, query.FiscalYear],
                values => Of((string)values[0], (int)values[1])
            )
        );

    private IQueryable<DevelopmentPlan> Of(string officeCode, int fiscalYear) =>
        store.Set<DevelopmentPlan>().Where(plan => plan.Office.Code == officeCode && plan.FiscalYear == fiscalYear);
}
