using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.Indicators;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Infrastructure.Persistence.Results;

internal sealed class CatalogueStore(PlanDbContext context) : ICatalogueStore
{
    public async Task<IndicatorDefinition?> OpenDefinitionAsync(string code, CancellationToken cancellationToken)
    {
        await context.LockAsync(LockOf(code), cancellationToken);
        return await DefinitionAsync(code, cancellationToken);
    }

    public async Task<IndicatorDefinition?> FindDefinitionAsync(string code, CancellationToken cancellationToken)
    {
        await context.LockSharedAsync(LockOf(code), cancellationToken);
        return await DefinitionAsync(code, cancellationToken);
    }

    public async Task<DefinitionUse> UseOfAsync(IndicatorDefinition definition, CancellationToken cancellationToken)
    {
        var linked = context.Set<Indicator>().Where(indicator => indicator.DefinitionId == definition.Id);
        var units = await linked.Select(indicator => indicator.Unit).Distinct().ToListAsync(cancellationToken);
        var reported = await linked.AnyAsync(
            indicator => indicator.Targets.Any(target => target.ResultEntries > 0),
            cancellationToken
        );
        return new DefinitionUse(units, reported);
    }

    public async Task<IReadOnlyList<DisbursementTarget>> OpenTargetsAsync(
        int fiscalYear,
        ExpenseClass expenseClass,
        CancellationToken cancellationToken
    )
    {
        await context.LockAsync($"disbursement targets of {fiscalYear}", cancellationToken);
        return await context
            .Set<DisbursementTarget>()
            .Where(target => target.FiscalYear == fiscalYear && target.ExpenseClass == expenseClass)
            .ToListAsync(cancellationToken);
    }

    public void Add(IndicatorDefinition definition) => context.Add(definition);

    public void Add(DisbursementTarget target) => context.Add(target);

    private static string LockOf(string code) => $"indicator definition {code}";

    private Task<IndicatorDefinition?> DefinitionAsync(string code, CancellationToken cancellationToken) =>
        context
            .Set<IndicatorDefinition>()
            .SingleOrDefaultAsync(definition => definition.Code == code, cancellationToken);
}
