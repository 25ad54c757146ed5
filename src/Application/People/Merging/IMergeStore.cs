using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Merging;

/// <summary>The records that are merged and separated again.</summary>
public interface IMergeStore
{
    /// <summary>
    /// Records with names, appointments and offices, also those that were merged; the offices are locked as in
    /// <see cref="IRegistryStore"/>. They are only read: what a merge moves is moved by the database.
    /// </summary>
    Task<IReadOnlyList<Person>> OpenAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);

    /// <summary>
    /// Moves everything that refers to the duplicate, and brings the kept record up to date. Of two enrolments in one offering
    /// one is set aside. Nothing is moved if it is only tried, or if there are conflicts.
    /// </summary>
    Task<MergeOutcome> MergeAsync(
        PersonMerge merge,
        Person kept,
        Person duplicate,
        DateOnly today,
        bool onlyTried,
        CancellationToken cancellationToken
    );

    /// <summary>The merge of a duplicate that is not undone; null if there is none.</summary>
    Task<PersonMerge?> FindAsync(Guid duplicateId, CancellationToken cancellationToken);

    /// <summary>Whether another record was merged into the kept one later, and still is.</summary>
    Task<bool> HasLaterAsync(PersonMerge merge, CancellationToken cancellationToken);

    /// <summary>The appointments that a merge moved.</summary>
    Task<IReadOnlyList<Guid>> MovedAppointmentsAsync(PersonMerge merge, CancellationToken cancellationToken);

    /// <summary>
    /// Moves back what a merge moved, gives back what it set aside, and brings both records up to date. Gives the number of
    /// rows, and the offerings in which the duplicate has an enrolment again.
    /// </summary>
    /// <param name="officeId">The office that keeps the kept record then.</param>
    Task<(long Moved, IReadOnlyList<Guid> Offerings)> UndoAsync(
        PersonMerge merge,
        Person kept,
        Person duplicate,
        Guid officeId,
        DateTimeOffset undoneAt,
        CancellationToken cancellationToken
    );
}

/// <summary>What a merge did, or what is against it.</summary>
/// <param name="Moved">The number of moved rows.</param>
/// <param name="Conflicts">The tables in which both records have a row that there may be only once.</param>
/// <param name="Offerings">The titles of the offerings in which both have results.</param>
/// <param name="LeftIn">The offerings in which one of two seats or places in the line was given up.</param>
public sealed record MergeOutcome(
    long Moved,
    IReadOnlyList<string> Conflicts,
    IReadOnlyList<string> Offerings,
    IReadOnlyList<Guid> LeftIn
);
