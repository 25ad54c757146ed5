using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>What the ministry sets for all offices, as a command changes it inside its transaction.</summary>
public interface ICatalogueStore
{
    /// <summary>Locked against other changes of it, and against being linked to meanwhile.</summary>
    Task<IndicatorDefinition?> OpenDefinitionAsync(string code, CancellationToken cancellationToken);

    /// <summary>To be linked to: it does not change until the transaction ends.</summary>
    Task<IndicatorDefinition?> FindDefinitionAsync(string code, CancellationToken cancellationToken);

    /// <summary>The units of the indicators that are linked to it, and whether results are reported on any.</summary>
    Task<DefinitionUse> UseOfAsync(IndicatorDefinition definition, CancellationToken cancellationToken);

    /// <summary>All of the year and class, locked against other changes of them.</summary>
    Task<IReadOnlyList<DisbursementTarget>> OpenTargetsAsync(
        int fiscalYear,
        ExpenseClass expenseClass,
        CancellationToken cancellationToken
    );

    void Add(IndicatorDefinition definition);

    void Add(DisbursementTarget target);
}

public sealed record DefinitionUse(IReadOnlyList<string> Units, bool Reported);
