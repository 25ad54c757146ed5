using TeacherDevPlan.Domain.Careers;

namespace TeacherDevPlan.Application.Careers;

/// <summary>Awards and their programmes as a command changes them in its transaction.</summary>
public interface IAwardStore
{
    /// <summary>The programme of an owner with this code, in whatever case, which nobody else saves until the transaction ends.</summary>
    /// <param name="officeId">Null for the ministry.</param>
    Task<AwardProgramme?> OpenProgrammeAsync(Guid? officeId, string code, CancellationToken cancellationToken);

    /// <summary>The programme of the office or of the ministry with this id.</summary>
    Task<AwardProgramme?> ProgrammeAsync(Guid officeId, Guid id, CancellationToken cancellationToken);

    /// <summary>Until the transaction ends, nobody else nominates the person, and the record is not merged.</summary>
    Task LockPersonAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>The award with its office. Its person is locked until the transaction ends.</summary>
    Task<Award?> OpenAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Whether the person of an award has another one of the year like this that is not withdrawn.</summary>
    Task<bool> HasOtherAsync(Award award, SameAward same, CancellationToken cancellationToken);

    void Add(AwardProgramme programme);

    void Add(Award award);
}

/// <summary>What a person is nominated for once in a year.</summary>
public sealed record SameAward(Guid ProgrammeId, AwardLevel Level, string? Division, int FiscalYear);
