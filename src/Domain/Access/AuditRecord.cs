using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Access;

public enum AuditKind
{
    /// <summary>Something was changed.</summary>
    Write,

    /// <summary>Somebody was refused what they may not do or read.</summary>
    Refusal,

    /// <summary>Personal data were read.</summary>
    Read,
}

/// <summary>Who did what, when and from where. It is never changed or removed.</summary>
public sealed class AuditRecord : Entity
{
    private AuditRecord() { }

    /// <summary>By the database's clock.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    public AuditKind Kind { get; private init; }

    /// <summary>The caller's name: "user:…", "token:…", "local:…", "system" or "anonymous".</summary>
    public string Actor { get; private init; } = "";

    public Role[] Roles { get; private init; } = [];

    /// <summary>The network address that the request came from; null for what the service does by itself.</summary>
    public string? Address { get; private init; }

    public string? RequestId { get; private init; }

    /// <summary>What was done: the mutation's or command's name, or "query".</summary>
    public string Action { get; private init; } = "";

    /// <summary>What it was done to: global ids; of refusals and reads, fields of the schema.</summary>
    public string[] Subjects { get; private init; } = [];

    /// <summary>JSON; what a write changed, as it was.</summary>
    public string? Before { get; private init; }

    /// <summary>JSON; what a write changed, as it is; of reads, how much was read.</summary>
    public string? After { get; private init; }

    public string? Reason { get; private init; }
}
