using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Corrections;

/// <summary>Requests for corrections as a command changes them in its transaction.</summary>
public interface ICorrectionStore
{
    /// <summary>How many requests of a person are open.</summary>
    Task<int> OpenRequestsAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>The request with the code of its office, which nobody else answers until the transaction ends.</summary>
    Task<(CorrectionRequest Request, string OfficeCode)?> OpenAsync(Guid id, CancellationToken cancellationToken);
}
