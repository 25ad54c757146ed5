using TeacherDevPlan.Application.Common.Commands;
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

    /// <summary>The natural key of a plan; null if there is no plan with this id.</summary>
    Task<PlanKey?> FindKeyAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>The id of the plan that a finding belongs to; null if there is no such finding.</summary>
    Task<Guid?> FindPlanOfFindingAsync(Guid findingId, CancellationToken cancellationToken);

    Task<Finding?> FindFindingAsync(Guid findingId, CancellationToken cancellationToken);

    Task<DevelopmentPlan?> FindDevelopmentPlanAsync(Guid officeId, int fiscalYear, CancellationToken cancellationToken);

    /// <summary>
    /// The numbers of the office's units that projects of other years refer to, or staff other than the given.
    /// </summary>
    Task<IReadOnlySet<int>> UnitsUsedElsewhereAsync(
        Guid officeId,
        int fiscalYear,
        IReadOnlyCollection<string> restatedStaff,
        CancellationToken cancellationToken
    );

    /// <summary>The numbers of the plan's strategies that the projects of other years refer to.</summary>
    Task<IReadOnlySet<int>> StrategiesUsedElsewhereAsync(
        Guid strategicPlanId,
        int fiscalYear,
        CancellationToken cancellationToken
    );

    /// <summary>The plan's projects that have progress reports.</summary>
    Task<IReadOnlySet<Guid>> ProjectsWithReportsAsync(Guid planId, CancellationToken cancellationToken);

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
