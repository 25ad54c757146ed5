using Microsoft.EntityFrameworkCore;
using Npgsql;
using TeacherDevPlan.Application.Common.Idempotency;

namespace TeacherDevPlan.Infrastructure.Persistence;

internal sealed class IdempotencyStore(PlanDbContext context, WriteBatch writes) : IIdempotencyStore
{
    /// <summary>Violated if a concurrent request stored the same input under the key.</summary>
    public const string InputConstraint = "pk_idempotency_keys";

    /// <summary>Violated if a concurrent request succeeded under the key with another input.</summary>
    public const string SuccessConstraint = "ux_idempotency_keys_succeeded";

    /// <summary>
    /// Reads the outcomes of the same inputs, by the current or the first digest, and the successes under the keys. Other
    /// refused inputs are left out, because there can be many.
    /// </summary>
    private static readonly string ReadKeys = $"""
        SELECT key, operation, digest, outcome FROM idempotency_keys
        WHERE caller = $1 AND key = ANY ($2)
            AND (digest = ANY ($3) OR octet_length(digest) = {FirstDigest.Size} OR outcome -> 'Errors' = '[]')
        """;

    private const string InsertKey =
        "INSERT INTO idempotency_keys (caller, key, operation, digest, outcome) VALUES ($1, $2, $3, $4, $5::jsonb)";

    public async Task<RememberedRequest?> FindAsync(IdempotencyKey key, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)context.Database.GetDbConnection());
        batch.BatchCommands.Add(Read([key]));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return (await ReadAsync(reader, cancellationToken)).Of(key);
    }

    public void Remember(IdempotencyKey key, Outcome outcome) =>
        writes.Add(
            Sql.Statement(
                InsertKey,
                Sql.Of(key.Caller),
                Sql.Of(key.Key),
                Sql.Of(key.Operation),
                Sql.Of(key.Digest),
                Sql.Of(outcome.ToJson())
            )
        );

    public Task<int> ForgetAsync(DateTimeOffset before, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync(
            $"DELETE FROM idempotency_keys WHERE created_at < {before}",
            cancellationToken
        );

    /// <summary>
    /// A separate statement after the lock, so that it sees outcomes that were stored while waiting for the lock.
    /// </summary>
    /// <param name="keys">Keys of one caller; at least one.</param>
    public static NpgsqlBatchCommand Read(IReadOnlyList<IdempotencyKey> keys) =>
        Sql.Statement(
            ReadKeys,
            Sql.Of(keys[0].Caller),
            Sql.Of<string[]>([.. keys.SelectMany(key => new[] { key.Key, key.Given }).Distinct()]),
            Sql.Of<byte[][]>([.. keys.Select(key => key.Digest)])
        );

    public static async Task<RememberedRequests> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var requests = new RememberedRequests();
        while (await reader.ReadAsync(cancellationToken))
        {
            var outcome = Outcome.Parse(reader.GetString(3));
            requests.Add(
                reader.GetString(0),
                new RememberedRequest(reader.GetString(1), reader.GetFieldValue<byte[]>(2), outcome)
            );
        }

        return requests;
    }
}
