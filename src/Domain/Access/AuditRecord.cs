using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Access;

public enum AuditKind
{
    /// <summary>Something was changed.</summary>
    Write,

    /// <summary>A caller was refused access.</summary>
    Refusal,

    /// <summary>Personal data was read.</summary>
    Read,
}

/// <summary>A record of who did what, when and from where. Records are never changed or deleted.</summary>
public sealed class AuditRecord : Entity
{
    private AuditRecord() { }

    /// <summary>The time by the database's clock.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    public AuditKind Kind { get; private init; }

    /// <summary>The caller's name: "user:…", "token:…", "local:…", "system" or "anonymous".</summary>
    public string Actor { get; private init; } = "";

    public Role[] Roles { get; private init; } = [];

    /// <summary>The network address that the request came from; null for actions of the service itself.</summary>
    public string? Address { get; private init; }

    public string? RequestId { get; private init; }

    /// <summary>The name of the mutation or command, or "query".</summary>
    public string Action { get; private init; } = "";

    /// <summary>Global ids of the affected objects; for refusals and reads, fields of the schema.</summary>
    public string[] Subjects { get; private init; } = [];

    /// <summary>JSON with the values changed by a write, before the change.</summary>
    public string? Before { get; private init; }

    /// <summary>
    /// JSON with the values changed by a write, after the change; for reads, the number of values read.
    /// </summary>
    public string? After { get; private init; }

    public string? Reason { get; private init; }
}
