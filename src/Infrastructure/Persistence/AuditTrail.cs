using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Persistence;

internal sealed class AuditTrail(PlanDatabase database, WriteBatch writes, Caller caller) : IAuditTrail
{
    private const string Insert = """
        INSERT INTO audit_records (id, kind, actor, roles, address, request_id, action, subjects, before, after, reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public void Write(AuditEntry entry) => writes.Add(Statement(entry));

    public Task RecordAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
        database.WriteAsync(entries.Select(Statement), cancellationToken);

    private NpgsqlBatchCommand Statement(AuditEntry entry) =>
        LedgerRows.Statement(
            Insert,
            LedgerRows.Of(Guid.CreateVersion7()),
            LedgerRows.Of(EnumText.Of(entry.Kind)),
            LedgerRows.Of(caller.Name),
            LedgerRows.Of<string[]>([.. caller.Roles.Order().Select(EnumText.Of)]),
            LedgerRows.OrNull(caller.Address, NpgsqlDbType.Text),
            LedgerRows.OrNull(caller.RequestId, NpgsqlDbType.Text),
            LedgerRows.Of(entry.Action),
            LedgerRows.Of<string[]>([.. entry.Subjects]),
            LedgerRows.OrNull(Text(entry.Before), NpgsqlDbType.Jsonb),
            LedgerRows.OrNull(Text(entry.After), NpgsqlDbType.Jsonb),
            LedgerRows.OrNull(entry.Reason, NpgsqlDbType.Text)
        );

    private static string? Text(object? value) => value is null ? null : JsonSerializer.Serialize(value, Json);
}
