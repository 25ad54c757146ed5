using TeacherDevPlan.Domain.Careers;

namespace TeacherDevPlan.Application.Careers;

/// <summary>Certificates as a command changes them in its transaction.</summary>
public interface ICertificateStore
{
    /// <summary>
    /// Takes the next numbers of an office's series of a year; gives the first one. Nobody else takes one until the
    /// transaction ends, and if it is rolled back none was taken.
    /// </summary>
    Task<int> TakeAsync(Guid officeId, int year, int count, CancellationToken cancellationToken);

    /// <summary>Those of the enrolments that have a certificate that is not revoked.</summary>
    Task<IReadOnlySet<Guid>> CertifiedAsync(IReadOnlyCollection<Guid> enrollments, CancellationToken cancellationToken);

    /// <summary>The certificate with its office, which nobody else changes until the transaction ends.</summary>
    Task<Certificate?> OpenAsync(Guid id, CancellationToken cancellationToken);

    void Add(IEnumerable<Certificate> certificates);
}
