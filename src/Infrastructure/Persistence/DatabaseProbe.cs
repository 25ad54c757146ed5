using Npgsql;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Infrastructure.Persistence.Connections;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>Finds out whether the database can be read, and whether it can store something.</summary>
internal static class DatabaseProbe
{
    /// <summary>With <see cref="TimeLimit.Grace"/>, two seconds.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2) - TimeLimit.Grace;

    private const string Silent = "The database does not respond.";

    /// <summary>A table function whose rows do not fit into the memory, so that the server writes them to a file.</summary>
    private const string Spill = "SELECT count(*) FROM generate_series(1, 8000)";

    public static Task<string?> ReadingFaultAsync(
        PlanDatabase database,
        NpgsqlDataSource reading,
        CancellationToken cancellationToken
    ) => FaultAsync(database, reading, cancellationToken, "SELECT false, false");

    public static Task<string?> WritingFaultAsync(
        PlanDatabase database,
        NpgsqlDataSource writing,
        CancellationToken cancellationToken
    ) =>
        FaultAsync(
            database,
            writing,
            cancellationToken,
            "SELECT pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'",
            "SELECT set_config('work_mem', '64kB', true)",
            Spill
        );

    /// <param name="statements">The first one reads whether the database is a standby, and whether it is read-only.</param>
    private static async Task<string?> FaultAsync(
        PlanDatabase database,
        NpgsqlDataSource source,
        CancellationToken cancellationToken,
        params string[] statements
    )
    {
        try
        {
            return await database.WithinAsync(
                async token =>
                {
                    // A batch is a transaction of its own.
                    await using var batch = source.CreateBatch();
                    foreach (var sql in statements)
                        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
                    await using var rows = await batch.ExecuteReaderAsync(token);
                    await rows.ReadAsync(token);
                    var (isStandby, isReadOnly) = (rows.GetBoolean(0), rows.GetBoolean(1));
                    while (await rows.NextResultAsync(token)) { }
                    return isStandby ? "The database is a standby, which takes no changes."
                        : isReadOnly ? "The database is read-only."
                        : null;
                },
                cancellationToken,
                Limit
            );
        }
        catch (StoreUnavailableException outage)
        {
            return outage.InnerException switch
            {
                PostgresException full when IsFull(full.SqlState) =>
                    $"The database cannot store anything: {full.MessageText}.",
                PostgresException answer => $"The database responds with an error: {answer.MessageText}.",
                _ => Silent,
            };
        }
    }

    private static bool IsFull(string state) =>
        state is PostgresErrorCodes.DiskFull or PostgresErrorCodes.ConfigurationLimitExceeded;
}
