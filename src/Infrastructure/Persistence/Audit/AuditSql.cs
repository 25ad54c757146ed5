namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

/// <summary>
/// The audit trail: records that nobody can change, and a chain of hashes over them. A record waits for at most some seconds
/// until it is chained, so that those who write do not have to wait for each other; the chain is made by the database alone.
/// </summary>
internal static class AuditSql
{
    /// <summary>
    /// The fields of a record as texts, in the order in which they are hashed. It is frozen: a change would make every
    /// chain a false one.
    /// </summary>
    public const string Fields = """
        ARRAY[r.number::text, r.id::text, (extract(epoch FROM r.recorded_at) * 1000000)::bigint::text, r.kind, r.actor,
            array_to_json(r.roles)::text, r.address, r.request_id, r.action, array_to_json(r.subjects)::text, r.before::text,
            r.after::text, r.reason]
        """;

    /// <summary>The names of the fields, for readers of archives.</summary>
    public static readonly string[] Names =
    [
        "number",
        "id",
        "recordedAtMicroseconds",
        "kind",
        "actor",
        "roles",
        "address",
        "requestId",
        "action",
        "subjects",
        "before",
        "after",
        "reason",
    ];

    /// <summary>The chain from a position on, with the fields of the records: null where a record is missing.</summary>
    public const string Chain = $"""
        SELECT c.position, c.record_number, c.hash, CASE WHEN r.number IS NOT NULL THEN {Fields} END
        FROM audit_chain c LEFT JOIN audit_records r ON r.number = c.record_number
        WHERE c.position > $1 AND c.position <= $2 ORDER BY c.position
        """;

    public const string Archives =
        "SELECT last_position, first_position, last_hash, file_sha256 FROM audit_archives ORDER BY last_position";
}
