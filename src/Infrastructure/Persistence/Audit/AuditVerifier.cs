using System.Buffers.Binary;
using System.Data;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

/// <summary>Goes through the chain from its beginning and reckons every hash anew, outside of the database.</summary>
internal sealed class AuditVerifier(PlanDatabase database) : IAuditVerifier
{
    private const int MostFaults = 100;

    private const string Chain = $"""
        SELECT c.position, c.record_number, c.hash, r.number IS NOT NULL, {AuditSql.Canonical}
        FROM audit_chain c LEFT JOIN audit_records r ON r.number = c.record_number ORDER BY c.position
        """;

    private const string Head = "SELECT position, hash FROM audit_head";

    private const string Outside = """
        SELECT 'record ' || r.number || ' was put in beside the chain'
        FROM audit_records r
        WHERE NOT EXISTS (SELECT FROM audit_chain c WHERE c.record_number = r.number)
            AND NOT EXISTS (SELECT FROM audit_unchained u WHERE u.record_number = r.number)
        UNION ALL
        SELECT 'record ' || u.record_number || ' is missing: it was removed before it was chained'
        FROM audit_unchained u WHERE NOT EXISTS (SELECT FROM audit_records r WHERE r.number = u.record_number)
        UNION ALL
        SELECT 'ledger entry ' || e.id || ' is in no record'
        FROM ledger_entries e, audit_head h
        WHERE e.recorded_at > h.began_at
            -- What expires does so at the end of a day, and is recorded later.
            AND NOT (e.kind = 'COMMITMENT_RELEASED' AND e.recorded_by = 'system')
            -- A record of a payment, commitment or transfer tells how many entries each activity had before and after.
            AND NOT EXISTS (
                SELECT FROM (
                    SELECT r.actor, t.after ->> 'activity' AS activity, (f.before ->> 'entries')::int AS first,
                        (t.after ->> 'entries')::int AS last
                    FROM audit_records r
                    CROSS JOIN LATERAL jsonb_array_elements(
                        CASE jsonb_typeof(r.after) WHEN 'array' THEN r.after END) WITH ORDINALITY AS t(after, place)
                    JOIN LATERAL jsonb_array_elements(
                        CASE jsonb_typeof(r.before) WHEN 'array' THEN r.before END) WITH ORDINALITY AS f(before, place)
                        ON f.place = t.place
                    WHERE r.kind = 'WRITE' AND t.after ? 'entries') AS told
                WHERE told.actor = e.recorded_by AND told.activity = rtrim(translate(encode(
                        convert_to('Activity:', 'UTF8') || uuid_send(e.activity_id), 'base64'), '+/', '-_'), '=')
                    AND e.sequence > told.first AND e.sequence <= told.last)
            -- An import tells only what it did as a whole.
            AND NOT EXISTS (
                SELECT FROM audit_records r
                WHERE r.kind = 'WRITE' AND r.actor = e.recorded_by
                    AND r.recorded_at BETWEEN e.recorded_at - interval '5 minutes' AND e.recorded_at + interval '5 minutes')
        """;

    public async Task<AuditVerdict> VerifyAsync(string? expected, CancellationToken cancellationToken)
    {
        await database.ChainAuditAsync(cancellationToken);
        await using var context = database.CreateReadContext();
        await using var snapshot = await context.Database.BeginTransactionAsync(
            IsolationLevel.RepeatableRead,
            cancellationToken
        );
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await using (var patience = new NpgsqlCommand("SET LOCAL statement_timeout = 0", connection))
            await patience.ExecuteNonQueryAsync(cancellationToken);
        var faults = new List<string>();
        var (records, hash, passed) = await FollowAsync(connection, expected, faults, cancellationToken);
        await CompareHeadAsync(connection, records, hash, faults, cancellationToken);
        await foreach (var row in RowsAsync(connection, Outside, cancellationToken))
            Note(faults, row.GetString(0));
        if (expected is not null && !passed)
            Note(faults, $"the chain never passed {expected}: it was made anew, or cut off before it");
        return new AuditVerdict(records, Convert.ToHexStringLower(hash), faults);
    }

    private static async Task<(long Records, byte[] Hash, bool Passed)> FollowAsync(
        NpgsqlConnection connection,
        string? expected,
        List<string> faults,
        CancellationToken cancellationToken
    )
    {
        long position = 0;
        var passed = false;
        var hash = SHA256.HashData("teacherdevplan"u8);
        await foreach (var row in RowsAsync(connection, Chain, cancellationToken))
        {
            position++;
            if (row.GetInt64(0) != position)
            {
                Note(faults, $"the chain goes from {position - 1} to {row.GetInt64(0)}: what lay between is missing");
                position = row.GetInt64(0);
            }

            var stored = row.GetFieldValue<byte[]>(2);
            if (!row.GetBoolean(3))
                Note(faults, $"record {row.GetInt64(1)} (position {position}) is missing");
            else if (!Next(hash, position, row.GetString(4)).AsSpan().SequenceEqual(stored))
                Note(faults, $"record {row.GetInt64(1)} (position {position}) was changed, or the hash before it was");
            hash = stored;
            passed |= Convert.ToHexStringLower(hash) == expected;
        }

        return (position, hash, passed);
    }

    private static async Task CompareHeadAsync(
        NpgsqlConnection connection,
        long position,
        byte[] hash,
        List<string> faults,
        CancellationToken cancellationToken
    )
    {
        var isHead = false;
        await foreach (var row in RowsAsync(connection, Head, cancellationToken))
            isHead = row.GetInt64(0) == position && row.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(hash);
        if (!isHead)
            Note(faults, $"the chain ends at position {position}, which is not where it was left: its end is missing");
    }

    private static byte[] Next(byte[] before, long position, string canonical)
    {
        Span<byte> link = stackalloc byte[SHA256.HashSizeInBytes + sizeof(long) + SHA256.HashSizeInBytes];
        before.CopyTo(link);
        BinaryPrimitives.WriteInt64BigEndian(link[SHA256.HashSizeInBytes..], position);
        SHA256.HashData(Encoding.UTF8.GetBytes(canonical), link[^SHA256.HashSizeInBytes..]);
        return SHA256.HashData(link);
    }

    private static async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(
        NpgsqlConnection connection,
        string sql,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return reader;
    }

    private static void Note(List<string> faults, string fault)
    {
        if (faults.Count < MostFaults)
            faults.Add(fault);
    }
}
