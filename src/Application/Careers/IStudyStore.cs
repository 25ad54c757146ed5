using TeacherDevPlan.Domain.Careers;

namespace TeacherDevPlan.Application.Careers;

/// <summary>Further studies as a command changes them in its transaction.</summary>
public interface IStudyStore
{
    /// <summary>Until the transaction ends, no other study of the person changes, and the record is not merged.</summary>
    Task LockPersonAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>The study with its office and extensions. Its person is locked until the transaction ends.</summary>
    Task<FurtherStudy?> OpenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>How many requests of a person are undecided.</summary>
    Task<int> RequestedAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>The rule that is in use on a day for a leave and a funding; null if there is none.</summary>
    Task<BondRule?> RuleAsync(
        StudyLeave leave,
        StudyFunding funding,
        DateOnly day,
        CancellationToken cancellationToken
    );

    /// <summary>Another study of the person that takes whole days in the time from the study's first day to a day.</summary>
    Task<FurtherStudy?> OverlappingAsync(FurtherStudy study, DateOnly until, CancellationToken cancellationToken);

    void Add(FurtherStudy study);
}
