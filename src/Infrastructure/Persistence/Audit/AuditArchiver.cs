using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Infrastructure.Persistence.Audit;

/// <summary>
/// Moves the oldest part of the audit trail to a file, as the owner of the database. Nothing is deleted before the file is
/// on the disk, was read again and has the hashes of the chain.
/// </summary>
internal sealed class AuditArchiver(PlanDatabase database, IAuditVerifier verifier, Caller caller) : IAuditArchiver
{
    /// <summary>The last position before the first record that stays; null if no record is old enough.</summary>
    private const string LastOld = """
        SELECT max(position) FROM audit_chain
        WHERE position < (
            SELECT coalesce(min(c.position), 9223372036854775807)
            FROM audit_chain c JOIN audit_records r ON r.number = c.record_number WHERE r.recorded_at >= $1)
        """;

    private const string Insert = """
        INSERT INTO audit_archives (first_position, last_position, last_hash, file_sha256, ends_before)
        VALUES ($1, $2, $3, $4, $5)
        """;

    private const string DeleteRecords = """
        DELETE FROM audit_records r USING audit_chain c
        WHERE c.record_number = r.number AND c.position BETWEEN $1 AND $2
        """;

    private const string DeletePositions = "DELETE FROM audit_chain WHERE position BETWEEN $1 AND $2";

    public async Task<ArchivedAudit?> ArchiveAsync(
        DateTimeOffset before,
        string path,
        CancellationToken cancellationToken
    )
    {
        var verdict = await verifier.VerifyAsync(null, [], cancellationToken);
        if (verdict.Faults.Count > 0)
            throw new HostingException(
                $"The audit trail has faults, so nothing is archived; './run verify-audit' lists them. The first is: {verdict.Faults[0]}"
            );
        await using var context = database.CreateOwnerContext();
        context.Database.SetCommandTimeout(TimeSpan.Zero);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await using var transaction = await connection.BeginTransactionAsync(
            IsolationLevel.ReadCommitted,
            cancellationToken
        );
        // Until the end, nobody else archives.
        await RunAsync(connection, "LOCK TABLE audit_archives IN SHARE ROW EXCLUSIVE MODE", cancellationToken);
        var start = await AuditVerifier.StartAsync(connection, cancellationToken);
        if (await ScalarAsync(connection, LastOld, cancellationToken, before) is not long last)
            return null;
        var end = await WriteAsync(connection, start, last, path, cancellationToken);
        var read = await AuditArchiveFile.ReadAsync(path, _ => { }, cancellationToken);
        if (!read.First.Is(start) || !read.End.Is(end))
            throw new HostingException($"{path} does not have the hashes of the chain; nothing was deleted.");
        object[] part = [start.Position + 1, end.Position];
        await RunAsync(connection, Insert, cancellationToken, [.. part, end.Hash, read.Digest, before]);
        await RunAsync(connection, DeleteRecords, cancellationToken, part);
        await RunAsync(connection, DeletePositions, cancellationToken, part);
        var archived = new ArchivedAudit(
            start.Position + 1,
            end.Position,
            end.Hex,
            Convert.ToHexStringLower(read.Digest)
        );
        await using (var batch = new NpgsqlBatch(connection))
        {
            var entry = new AuditEntry(AuditKind.Write, "archiveAudit", []) { After = archived };
            batch.BatchCommands.Add(AuditTrail.Statement(entry, caller));
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return archived;
    }

    private static async Task<ChainEnd> WriteAsync(
        NpgsqlConnection connection,
        ChainEnd start,
        long last,
        string path,
        CancellationToken cancellationToken
    )
    {
        await using var file = await AuditArchiveFile.CreateAsync(path, start);
        var end = start;
        await foreach (
            var row in AuditVerifier.RowsAsync(connection, AuditSql.Chain, cancellationToken, start.Position, last)
        )
        {
            await file.AddAsync(row.GetFieldValue<string?[]>(3));
            end = new ChainEnd(row.GetInt64(0), row.GetFieldValue<byte[]>(2));
        }

        await file.EndAsync();
        return end;
    }

    private static async Task RunAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params object[] values
    )
    {
        await using var command = Command(connection, sql, values);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<object?> ScalarAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken,
        params object[] values
    )
    {
        await using var command = Command(connection, sql, values);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
