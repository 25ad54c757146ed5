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
    /// Replaces a person's name in all texts, and remembers its digest, so that imports replace it as well.
    /// </summary>
    Task<ReplacedName> ReplaceAsync(NameReplacement replacement, CancellationToken cancellationToken);

    /// <summary>
    /// Notes an erasure outside the database, before it is committed, so that it can be repeated in a restored backup.
    /// False if it cannot be noted.
    /// </summary>
    Task<bool> NoteErasureAsync(NameReplacement replacement, CancellationToken cancellationToken);

    /// <summary>The members whose erasure was noted and who have a name all the same, as in a restored backup.</summary>
    Task<IReadOnlyList<Guid>> ErasedWithNameAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The names of an office that imports replace, also those of noted erasures that the database has lost; null if there are none. None are added until the transaction ends.
    /// </summary>
    Task<FormerNames?> FormerNamesAsync(string officeCode, CancellationToken cancellationToken);
}

/// <summary>A staff member whose name is to be replaced.</summary>
/// <param name="Others">The names of the office's other members.</param>
public sealed record OpenedPerson(
    Guid Id,
    string Printed,
    Guid OfficeId,
    string OfficeCode,
    IReadOnlyList<string> Others
) : IOpened
{
    public IEnumerable<string> Offices => [OfficeCode];
}

/// <param name="Rows">The number of changed rows.</param>
/// <param name="Redactions">
/// A digest of the records of the audit trail that were changed, by which <c>verify-audit</c> knows them; null if there
/// are none.
/// </param>
public sealed record ReplacedName(int Rows, string? Redactions);
