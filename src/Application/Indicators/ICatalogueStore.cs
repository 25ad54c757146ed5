using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>
/// The ministry's definitions and targets for all offices, as a command changes them in its transaction.
/// </summary>
public interface ICatalogueStore
{
    /// <summary>
    /// The definition with this code, locked against other changes and against being linked in the meantime.
    /// </summary>
    Task<IndicatorDefinition?> OpenDefinitionAsync(string code, CancellationToken cancellationToken);

    /// <summary>The definition to link to. It cannot change until the transaction ends.</summary>
    Task<IndicatorDefinition?> FindDefinitionAsync(string code, CancellationToken cancellationToken);

    /// <summary>
    /// The units of the indicators that are linked to the definition, and whether any of them has results.
    /// </summary>
    Task<DefinitionUse> UseOfAsync(IndicatorDefinition definition, CancellationToken cancellationToken);

    /// <summary>All targets of the year and class, locked against other changes.</summary>
    Task<IReadOnlyList<DisbursementTarget>> OpenTargetsAsync(
        int fiscalYear,
        ExpenseClass expenseClass,
        CancellationToken cancellationToken
    );

    void Add(IndicatorDefinition definition);

    void Add(DisbursementTarget target);
}

public sealed record DefinitionUse(IReadOnlyList<string> Units, bool Reported);
