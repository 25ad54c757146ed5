namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

/// <summary>
/// The audit trail: records that nobody can change, and a chain of hashes over them. A record waits for at most some seconds
/// until it is chained, so that those who write do not have to wait for each other; the chain is made by the database alone.
/// </summary>
internal static class AuditSql
{
    /// <summary>
    /// A record as the text that is hashed: every field with its length in bytes, "-" for null. It is frozen: a change would
    /// make every chain a false one.
    /// </summary>
    public const string Canonical = """
        (SELECT string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-'), ',' ORDER BY place)
        FROM unnest(ARRAY[r.number::text, r.id::text, (extract(epoch FROM r.recorded_at) * 1000000)::bigint::text, r.kind, r.actor,
            array_to_json(r.roles)::text, r.address, r.request_id, r.action, array_to_json(r.subjects)::text, r.before::text,
            r.after::text, r.reason]) WITH ORDINALITY AS fields(field, place))
        """;
}
