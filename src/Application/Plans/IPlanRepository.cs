using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

/// <summary>Loads what an import changes, whole, and stores what it made of it.</summary>
public interface IPlanRepository
{
    /// <summary>Waits until no other import of this office's plans is under way, until the transaction ends.</summary>
    Task LockOfficeAsync(string officeCode, CancellationToken cancellationToken);

    Task<Office?> FindOfficeAsync(string code, CancellationToken cancellationToken);

    Task<StrategicPlan?> FindStrategicPlanAsync(
        Guid officeId,
        int firstFiscalYear,
        CancellationToken cancellationToken
    );

    /// <summary>What a plan is known by; null where there is none with this id.</summary>
    Task<PlanKey?> FindKeyAsync(Guid planId, CancellationToken cancellationToken);

    /// <summary>The id of the plan that a finding is in; null where there is no such finding.</summary>
    Task<Guid?> FindPlanOfFindingAsync(Guid findingId, CancellationToken cancellationToken);

    Task<Finding?> FindFindingAsync(Guid findingId, CancellationToken cancellationToken);

    Task<DevelopmentPlan?> FindDevelopmentPlanAsync(Guid officeId, int fiscalYear, CancellationToken cancellationToken);

    /// <summary>
    /// The numbers of the office's units that the projects of other years refer to, or staff other than the named.
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

    /// <summary>The plan's projects that progress was reported of.</summary>
    Task<IReadOnlySet<Guid>> ProjectsWithReportsAsync(Guid planId, CancellationToken cancellationToken);

    void Add(Office office);

    void Add(StrategicPlan plan);

    void Add(DevelopmentPlan plan);

    /// <summary>Stores all changes; how many rows were added, changed or removed.</summary>
    Task<int> SaveAsync(CancellationToken cancellationToken);
}

/// <summary>What a stored plan is known by.</summary>
/// <param name="FirstFiscalYear">Of the strategic plan that its document prints.</param>
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
