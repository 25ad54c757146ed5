using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

/// <summary>Loads everything that an import may change, and stores the changes.</summary>
public interface IPlanRepository
{
    /// <summary>
    /// Waits until no other import of this office's plans is running, and blocks others until the transaction ends.
    /// </summary>
    Task LockOfficeAsync(string officeCode, CancellationToken cancellationToken);

    Task<Office?> FindOfficeAsync(string code, CancellationToken cancellationToken);

    Task<StrategicPlan?> FindStrategicPlanAsync(
        Guid officeId,
        int firstFiscalYear,
        CancellationToken cancellationToken
    );

    /// <summary>The id of an office's plan of a year; null if there is none.</summary>
    Task<Guid?> FindPlanAsync(string officeCode, int fiscalYear, CancellationToken cancellationToken);

    /// <summary>The natural key of a plan; null if there is no plan with this id.</summary>
    Task<PlanKey?> FindKeyAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>The id of the plan that a finding belongs to; null if there is no such finding.</summary>
    Task<Guid?> FindPlanOfFindingAsync(Guid findingId, CancellationToken cancellationToken);

    Task<Finding?> FindFindingAsync(Guid findingId, CancellationToken cancellationToken);

    /// <summary>The findings of a plan, to be brought in line with a new check of it.</summary>
    Task<PlanFindings> FindingsAsync(Guid planId, CancellationToken cancellationToken);

    Task<DevelopmentPlan?> FindDevelopmentPlanAsync(Guid officeId, int fiscalYear, CancellationToken cancellationToken);

    /// <summary>Whether the office has a public plan of the year.</summary>
    Task<bool> IsPublishedAsync(string officeCode, int fiscalYear, CancellationToken cancellationToken);

    /// <summary>How a document of the office's plan of a year changes what the office's plans share.</summary>
    Task<Sharing> SharingAsync(Guid officeId, int fiscalYear, bool publishes, CancellationToken cancellationToken);

    /// <summary>Makes the office's plan of a year a draft, if it is public.</summary>
    Task WithdrawAsync(string officeCode, int fiscalYear, CancellationToken cancellationToken);

    /// <summary>Makes public of what the office's plans share what the published plans state, and nothing else.</summary>
    Task ShowPublishedAsync(string officeCode, CancellationToken cancellationToken);

    /// <summary>The plan's projects that have progress reports.</summary>
    Task<IReadOnlySet<Guid>> ProjectsWithReportsAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>
    /// Removes a strategic plan that no development plan belongs to any more, besides one that is leaving it. One with
    /// results, or with indicators that are linked to the ministry's catalogue, stays.
    /// </summary>
    Task RemoveStrategicPlanAsync(Guid strategicPlanId, Guid leavingPlanId, CancellationToken cancellationToken);

    void Add(Office office);

    void Add(StrategicPlan plan);

    void Add(DevelopmentPlan plan);

    /// <summary>Stores all changes; returns the number of rows added, changed or deleted.</summary>
    Task<int> SaveAsync(CancellationToken cancellationToken);
}

/// <summary>The natural key of a stored plan.</summary>
/// <param name="FirstFiscalYear">The first fiscal year of the strategic plan in the document.</param>
public sealed record PlanKey(
    Guid PlanId,
    Guid OfficeId,
    string OfficeCode,
    int FiscalYear,
    bool Published,
    int? FirstFiscalYear
) : IOpened
{
    public IEnumerable<string> Offices => [OfficeCode];
}
