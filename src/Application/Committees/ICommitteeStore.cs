using TeacherDevPlan.Domain.Committees;

namespace TeacherDevPlan.Application.Committees;

/// <summary>Committees and monitoring visits as a command changes them in its transaction.</summary>
public interface ICommitteeStore
{
    /// <summary>The committee with its office and members, which nobody else changes until the transaction ends.</summary>
    Task<Committee?> OpenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The committee alone.</summary>
    Task<Committee?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>
    /// Those of the people whom the office knows: whose record it keeps, or who has or had an appointment there. Until the
    /// transaction ends their records are not merged.
    /// </summary>
    Task<IReadOnlySet<Guid>> LockKnownAsync(
        Guid officeId,
        IReadOnlyCollection<Guid> people,
        CancellationToken cancellationToken
    );

    /// <summary>Whether the office has the school.</summary>
    Task<bool> HasSchoolAsync(Guid officeId, Guid schoolId, CancellationToken cancellationToken);

    /// <summary>A project that everybody sees.</summary>
    Task<FoundMonitored?> ProjectAsync(Guid id, CancellationToken cancellationToken);

    Task<FoundMonitored?> OfferingAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>The visit with its office, which nobody else changes until the transaction ends.</summary>
    Task<MonitoringVisit?> OpenVisitAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Whether a person is in office on a day in a committee that records monitoring visits.</summary>
    Task<bool> MonitorsAsync(Guid personId, Guid committeeId, DateOnly day, CancellationToken cancellationToken);

    void Add(Committee committee);

    void Add(MonitoringVisit visit);
}

/// <summary>What a visit is of, and its office.</summary>
public sealed record FoundMonitored(Monitored Monitored, string OfficeCode, bool IsPublic);
