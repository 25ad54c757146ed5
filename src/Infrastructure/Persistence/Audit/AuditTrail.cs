using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

internal sealed class AuditTrail(
    PlanDatabase database,
    RecordReadings readings,
    WriteBatch writes,
    Caller caller,
    TimeProvider time
) : IAuditTrail
{
    private const string Insert = """
        INSERT INTO audit_records (id, kind, actor, roles, address, request_id, action, subjects, before, after, reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Write(AuditEntry entry) => writes.Add(Statement(entry, caller));

    public Task RecordAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
        database.WriteAsync(
            entries
                .Select(entry => Statement(entry, caller))
                .Concat(entries.Select(Reading).OfType<NpgsqlBatchCommand>()),
            cancellationToken
        );

    public static NpgsqlBatchCommand Statement(AuditEntry entry, Caller caller) =>
        Sql.Statement(
            Insert,
            Sql.Of(Guid.CreateVersion7()),
            Sql.Of(EnumText.Of(entry.Kind)),
            Sql.Of(caller.Name),
            Sql.Of<string[]>([.. caller.Roles.Order().Select(EnumText.Of)]),
            Sql.OrNull(caller.Address, NpgsqlDbType.Text),
            Sql.OrNull(caller.RequestId, NpgsqlDbType.Text),
            Sql.Of(entry.Action),
            Sql.Of<string[]>([.. entry.Subjects]),
            Sql.OrNull(Text(entry.Before), NpgsqlDbType.Jsonb),
            Sql.OrNull(Text(entry.After), NpgsqlDbType.Jsonb),
            Sql.OrNull(entry.Reason, NpgsqlDbType.Text)
        );

    private NpgsqlBatchCommand? Reading(AuditEntry entry) =>
        entry.Rows is { } rows ? readings.Statement(rows, caller.Name, time.GetUtcNow()) : null;

    private static string? Text(object? value) => value is null ? null : JsonSerializer.Serialize(value, Json);
}
