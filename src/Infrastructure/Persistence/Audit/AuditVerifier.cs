using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

/// <summary>Goes through the chain from its beginning and reckons every hash anew, outside of the database.</summary>
internal sealed class AuditVerifier(PlanDatabase database) : IAuditVerifier
{
    private const int MostFaults = 100;

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
        WHERE e.recorded_at > greatest(
                h.began_at, (SELECT max(ends_before) + interval '5 minutes' FROM audit_archives))
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

    /// <summary>A replacement whose records are all in archives is as old as they are, and may be in one itself.</summary>
    private const string Redactions = """
        SELECT 'names were replaced in ' || count(*) || ' records, from ' || min(x.record_number)
            || ' on, by nothing that the trail has a record of'
        FROM audit_redactions x
        GROUP BY x.replacement
        HAVING bool_or(EXISTS (SELECT FROM audit_records r WHERE r.number = x.record_number)) AND NOT EXISTS (
            SELECT FROM audit_records r JOIN audit_chain c ON c.record_number = r.number
            WHERE r.kind = 'WRITE' AND encode(sha256(convert_to(
                string_agg(x.record_number || ':' || encode(x.present, 'hex'), ',' ORDER BY x.record_number), 'UTF8')), 'hex')
                = ANY (string_to_array(r.after ->> 'redactions', ' ')))
        """;

    public async Task<AuditVerdict> VerifyAsync(
        string? expected,
        IReadOnlyList<string> archives,
        CancellationToken cancellationToken
    )
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
        var passed = false;
        void Passed(ChainEnd end) => passed |= expected is not null && end.Hex == expected;
        var start = await FollowArchivesAsync(connection, archives, faults, Passed, cancellationToken);
        var end = await FollowAsync(connection, start, faults, Passed, cancellationToken);
        await CompareHeadAsync(connection, end, faults, cancellationToken);
        foreach (var sql in (string[])[Outside, Redactions])
        {
            await foreach (var row in RowsAsync(connection, sql, cancellationToken))
                Note(faults, row.GetString(0));
        }

        if (expected is not null && !passed)
            Note(
                faults,
                $"the chain never passed {expected}: it was made anew, or cut off before it, or it passed it in an archive whose file was not given"
            );
        return new AuditVerdict(end.Position, start.Position, end.Hex, faults);
    }

    /// <summary>Where the part of the chain begins that is in the database.</summary>
    internal static async Task<ChainEnd> StartAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var start = ChainEnd.Beginning;
        await foreach (var row in RowsAsync(connection, AuditSql.Archives, cancellationToken))
            start = new ChainEnd(row.GetInt64(0), row.GetFieldValue<byte[]>(2));
        return start;
    }

    /// <summary>Follows the archives in their order; those whose files are given are read and computed anew.</summary>
    private static async Task<ChainEnd> FollowArchivesAsync(
        NpgsqlConnection connection,
        IReadOnlyList<string> archives,
        List<string> faults,
        Action<ChainEnd> passed,
        CancellationToken cancellationToken
    )
    {
        var files = new List<ReadArchive>();
        foreach (var path in archives)
            files.Add(await AuditArchiveFile.ReadAsync(path, passed, cancellationToken));
        var end = ChainEnd.Beginning;
        await foreach (var row in RowsAsync(connection, AuditSql.Archives, cancellationToken))
        {
            var before = end;
            end = new ChainEnd(row.GetInt64(0), row.GetFieldValue<byte[]>(2));
            passed(end);
            if (row.GetInt64(1) != before.Position + 1)
                Note(
                    faults,
                    $"the archives go from {before.Position} to {row.GetInt64(1)}: what lay between is missing"
                );
            var digest = row.GetFieldValue<byte[]>(3);
            if (files.Find(file => file.First.Position == before.Position) is not { } file)
                continue;
            files.Remove(file);
            if (!file.First.Is(before) || !file.End.Is(end) || !file.Digest.AsSpan().SequenceEqual(digest))
                Note(
                    faults,
                    $"{file.Path} was changed: it is not the archive of positions {row.GetInt64(1)} to {end.Position}"
                );
        }

        foreach (var file in files)
            Note(faults, $"{file.Path} is no archive of this audit trail");
        return end;
    }

    private static async Task<ChainEnd> FollowAsync(
        NpgsqlConnection connection,
        ChainEnd start,
        List<string> faults,
        Action<ChainEnd> passed,
        CancellationToken cancellationToken
    )
    {
        var end = start;
        await foreach (
            var row in RowsAsync(connection, AuditSql.Chain, cancellationToken, start.Position, long.MaxValue)
        )
        {
            var stored = new ChainEnd(row.GetInt64(0), row.GetFieldValue<byte[]>(2));
            if (stored.Position != end.Position + 1)
            {
                Note(faults, $"the chain goes from {end.Position} to {stored.Position}: what lay between is missing");
                end = end with { Position = stored.Position - 1 };
            }

            if (row.IsDBNull(3))
                Note(faults, $"record {row.GetInt64(1)} (position {stored.Position}) is missing");
            else if (!IsSame(row, end, stored))
                Note(
                    faults,
                    $"record {row.GetInt64(1)} (position {stored.Position}) was changed, or the hash before it was"
                );
            passed(end = stored);
        }

        return end;
    }

    private static bool IsSame(NpgsqlDataReader row, ChainEnd before, ChainEnd stored)
    {
        var fields = row.GetFieldValue<string?[]>(3);
        return before.Next(fields).Is(stored)
            && (row.GetValue(4) is not byte[] present || ChainEnd.IsLeftBy(present, fields));
    }

    private static async Task CompareHeadAsync(
        NpgsqlConnection connection,
        ChainEnd end,
        List<string> faults,
        CancellationToken cancellationToken
    )
    {
        var isHead = false;
        await foreach (var row in RowsAsync(connection, Head, cancellationToken))
            isHead = end.Is(new ChainEnd(row.GetInt64(0), row.GetFieldValue<byte[]>(1)));
        if (!isHead)
            Note(
                faults,
                $"the chain ends at position {end.Position}, which is not where it was left: its end is missing"
            );
    }

    internal static async IAsyncEnumerable<NpgsqlDataReader> RowsAsync(
        NpgsqlConnection connection,
        string sql,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken,
        params long[] values
    )
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = value });
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
