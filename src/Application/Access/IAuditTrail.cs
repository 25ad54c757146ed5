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
}

/// <summary>The append-only audit trail.</summary>
public interface IAuditTrail
{
    /// <summary>Records the event in the transaction, so that it is committed or rolled back with it.</summary>
    void Write(AuditEntry entry);

    /// <summary>Records the event immediately, whatever the outcome of the request.</summary>
    Task RecordAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);
}

/// <summary>Verifies the audit trail against its hash chain.</summary>
public interface IAuditVerifier
{
    /// <param name="expected">A hash, in hexadecimal, that the chain must contain.</param>
    Task<AuditVerdict> VerifyAsync(string? expected, CancellationToken cancellationToken);
}

/// <param name="Records">The number of verified records.</param>
/// <param name="Head">The last hash, in hexadecimal. If it is stored elsewhere, it reveals a truncated or rebuilt
/// chain.</param>
/// <param name="Faults">The discrepancies, at most the first hundred.</param>
public sealed record AuditVerdict(long Records, string Head, IReadOnlyList<string> Faults);
