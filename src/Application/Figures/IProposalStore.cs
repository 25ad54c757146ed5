using TeacherDevPlan.Domain.Figures;

namespace TeacherDevPlan.Application.Figures;

/// <summary>Results that were computed from records, as a command works on them inside its transaction.</summary>
public interface IProposalStore
{
    Task<Guid> OfficeIdAsync(string officeCode, CancellationToken cancellationToken);

    /// <summary>With its office; nobody else accepts one of the office and fiscal year until the transaction ends.</summary>
    Task<IndicatorProposal?> OpenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>All of an indicator or success indicator and a fiscal year, the earliest first.</summary>
    /// <param name="subjectId">The id of the indicator or success indicator.</param>
    Task<IReadOnlyList<IndicatorProposal>> OfAsync(Guid subjectId, int fiscalYear, CancellationToken cancellationToken);

    /// <summary>All of an office and a fiscal year that were accepted, also for other indicators.</summary>
    Task<IReadOnlyList<IndicatorProposal>> AcceptedAsync(
        Guid officeId,
        int fiscalYear,
        CancellationToken cancellationToken
    );

    void Add(IndicatorProposal proposal);
}
