using TeacherDevPlan.Domain.Careers;

namespace TeacherDevPlan.Application.Careers;

/// <summary>Inductions as a command changes them in its transaction.</summary>
public interface IInductionStore
{
    /// <summary>Until the transaction ends, no induction of these people begins or changes, and their records are not merged.</summary>
    Task LockPeopleAsync(IEnumerable<Guid> ids, CancellationToken cancellationToken);

    /// <summary>The induction with its office and steps. Its person is locked until the transaction ends.</summary>
    /// <param name="mentorId">Somebody who is locked with the person.</param>
    Task<Induction?> OpenAsync(Guid id, Guid? mentorId, CancellationToken cancellationToken);

    /// <summary>The induction that a step belongs to, with the person locked in the same way.</summary>
    Task<Induction?> OpenOfStepAsync(Guid stepId, CancellationToken cancellationToken);

    /// <summary>Whether an induction of the person is in progress.</summary>
    Task<bool> IsRunningAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>The programme with its steps.</summary>
    Task<InductionProgramme?> ProgrammeAsync(string code, CancellationToken cancellationToken);

    /// <summary>The codes of all programmes.</summary>
    Task<IReadOnlyList<string>> ProgrammesAsync(CancellationToken cancellationToken);

    void Add(Induction induction);
}
