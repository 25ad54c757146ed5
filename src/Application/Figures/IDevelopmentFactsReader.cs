using TeacherDevPlan.Domain.Figures;

namespace TeacherDevPlan.Application.Figures;

/// <summary>
/// Reads what is recorded of an office's people, in the transaction of a command or the snapshot of a query. It is personal data:
/// the caller must be a development officer of the office.
/// </summary>
public interface IDevelopmentFactsReader
{
    /// <param name="fiscalYear">Buddhist era.</param>
    Task<DevelopmentFacts> ReadAsync(Guid officeId, int fiscalYear, CancellationToken cancellationToken);
}
