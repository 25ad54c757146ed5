using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>Something to be put on record. Who, when, from where and in which request is added to it.</summary>
/// <param name="Action">The mutation's or command's name, or "query".</param>
/// <param name="Subjects">Global ids; of refusals and reads, fields of the schema.</param>
public sealed record AuditEntry(AuditKind Kind, string Action, IReadOnlyList<string> Subjects)
{
    /// <summary>Becomes JSON, as the next.</summary>
    public object? Before { get; init; }

    public object? After { get; init; }

    public string? Reason { get; init; }
}

/// <summary>The audit trail, which only grows.</summary>
public interface IAuditTrail
{
    /// <summary>Records it with the transaction: both or neither.</summary>
    void Write(AuditEntry entry);

    /// <summary>Records it at once, whatever becomes of the request.</summary>
    Task RecordAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken);
}

/// <summary>Compares the audit trail with the chain of hashes that was made over it.</summary>
public interface IAuditVerifier
{
    /// <param name="expected">A hash, in hexadecimal, that the chain must have passed.</param>
    Task<AuditVerdict> VerifyAsync(string? expected, CancellationToken cancellationToken);
}

/// <param name="Records">How many were compared.</param>
/// <param name="Head">The last hash, in hexadecimal: written down elsewhere, it shows a chain that was cut off or made anew.</param>
/// <param name="Faults">What does not agree, at most the first hundred.</param>
public sealed record AuditVerdict(long Records, string Head, IReadOnlyList<string> Faults);
