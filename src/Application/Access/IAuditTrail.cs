using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>An event for the audit trail, which adds the caller, the time, the address and the request.</summary>
/// <param name="Action">The name of the mutation or command, or "query".</param>
/// <param name="Subjects">Global ids; for refusals and reads, fields of the schema.</param>
public sealed record AuditEntry(AuditKind Kind, string Action, IReadOnlyList<string> Subjects)
{
    /// <summary>Serialised as JSON, like the next one.</summary>
    public object? Before { get; init; }

    public object? After { get; init; }

    public string? Reason { get; init; }

    /// <summary>For reads: the ids of the rows, by the name of their type.</summary>
    public ILookup<string, Guid>? Rows { get; init; }
}

/// <summary>The append-only audit trail.</summary>
public interface IAuditTrail
{
    /// <summary>Records the event in the transaction, so that it is committed or rolled back with it.</summary>
    void Write(AuditEntry entry);

    /// <summary>Records the event immediately, whatever the outcome of the request.</summary>
    Task RecordAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);
}

/// <summary>Moves old records of the audit trail to files.</summary>
public interface IAuditArchiver
{
    /// <summary>
    /// Writes the records from before a moment to a new file, verifies the file, and deletes them from the database. Returns
    /// null if there are none.
    /// </summary>
    Task<ArchivedAudit?> ArchiveAsync(DateTimeOffset before, string path, CancellationToken cancellationToken);
}

/// <param name="First">The position of the first archived record in the chain.</param>
/// <param name="Last">The position of the last one.</param>
/// <param name="Head">The hash at that position, in hexadecimal.</param>
/// <param name="FileSha256">The digest of the file, in hexadecimal.</param>
public sealed record ArchivedAudit(long First, long Last, string Head, string FileSha256);

/// <summary>Verifies the audit trail against its hash chain.</summary>
public interface IAuditVerifier
{
    /// <param name="expected">A hash, in hexadecimal, that the chain must contain.</param>
    /// <param name="archives">Files of archives, which are verified together with the trail.</param>
    Task<AuditVerdict> VerifyAsync(
        string? expected,
        IReadOnlyList<string> archives,
        CancellationToken cancellationToken
    );
}

/// <param name="Records">The number of records of the chain.</param>
/// <param name="Archived">How many of them are in archives.</param>
/// <param name="Head">The last hash, in hexadecimal. If it is stored elsewhere, it reveals a truncated or rebuilt
/// chain.</param>
/// <param name="Faults">The discrepancies, at most the first hundred.</param>
public sealed record AuditVerdict(long Records, long Archived, string Head, IReadOnlyList<string> Faults);
