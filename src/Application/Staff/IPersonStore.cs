using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.Staff;

/// <summary>The names of an office's staff, wherever the database has them.</summary>
public interface IPersonStore
{
    /// <summary>Whether there is a key for the digests of replaced names.</summary>
    bool HasKey { get; }

    /// <summary>A staff member; imports of the office wait until the transaction ends. Null if there is none.</summary>
    Task<OpenedPerson?> OpenAsync(Guid staffMemberId, CancellationToken cancellationToken);

    /// <summary>
    /// A person in the registry, with all offices that have appointments of the person, likewise. Null if there is none.
    /// </summary>
    Task<OpenedPerson?> OpenRegisteredAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>
    /// Replaces a person's name in all texts of an office, and remembers its digest, so that imports replace it as well.
    /// </summary>
    Task<ReplacedName> ReplaceAsync(NameReplacement replacement, CancellationToken cancellationToken);

    /// <summary>Removes the name that a person signs in with, and an invitation; the number of rows.</summary>
    Task<int> RemoveAccountAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>
    /// Notes an erasure outside the database, before it is committed, so that it can be repeated in a restored backup.
    /// False if it cannot be noted.
    /// </summary>
    Task<bool> NoteErasureAsync(OpenedPerson person, NameReplacement replacement, CancellationToken cancellationToken);

    /// <summary>
    /// Brings the notes about a staff member or person in line with the database: erasures count if no name is left, and
    /// no longer if there is one again, by a correction.
    /// </summary>
    Task SettleErasureAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Whose erasure was committed and who has a name all the same, as in a restored backup.</summary>
    Task<IReadOnlyList<(Guid Id, bool IsRegistered)>> ErasedWithNameAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The names of an office that imports replace, also those of noted erasures that the database has lost; null if there are none. None are added until the transaction ends.
    /// </summary>
    Task<FormerNames?> FormerNamesAsync(string officeCode, CancellationToken cancellationToken);
}

/// <summary>A staff member, or a person in the registry, whose name is to be replaced.</summary>
/// <param name="Names">All names, the present one last.</param>
/// <param name="Places">The offices whose texts have the names.</param>
/// <param name="IsRegistered">Whether it is a person in the registry, whose title is not part of the name.</param>
public sealed record OpenedPerson(
    Guid Id,
    IReadOnlyList<string> Names,
    IReadOnlyList<OfficeNames> Places,
    bool IsRegistered
) : IOpened
{
    public string Printed => Names[^1];

    /// <summary>Whether another person in the registry has the same name there, whom texts cannot be told from.</summary>
    public bool HasNamesake { get; init; }

    public IEnumerable<string> Offices => Places.Select(place => place.OfficeCode);
}

/// <summary>An office and the names of others there.</summary>
public sealed record OfficeNames(Guid OfficeId, string OfficeCode, IReadOnlyList<string> Others);

/// <param name="Rows">The number of changed rows.</param>
/// <param name="Redactions">
/// A digest of the records of the audit trail that were changed, by which <c>verify-audit</c> knows them; null if there
/// are none.
/// </param>
public sealed record ReplacedName(int Rows, string? Redactions);
