using Npgsql;

namespace TeacherDevPlan.SampleData.National.Rows;

/// <summary>
/// Drops or disables what makes loading slow, and restores it afterwards: foreign keys, exclusion constraints and indexes, which
/// are then checked and built as a whole, and triggers, whose results the generated rows already contain. Those that record data
/// changes stay enabled. Everything is in one transaction, so a failure changes nothing.
/// </summary>
internal sealed class SeededTables
{
    private const string Found = """
        WITH seeded AS (SELECT c.oid FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname = ANY ($1))
        SELECT 3, format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
            format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)), conname
        FROM pg_constraint WHERE contype IN ('f', 'x') AND conrelid IN (TABLE seeded)
        UNION ALL
        SELECT 1, format('DROP INDEX %s', indexrelid::regclass), pg_get_indexdef(indexrelid), indexrelid::regclass::text
        FROM pg_index i
        WHERE indrelid IN (TABLE seeded) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)
        UNION ALL
        SELECT 2, format('ALTER TABLE %s DISABLE TRIGGER %I', tgrelid::regclass, tgname),
            format('ALTER TABLE %s ENABLE TRIGGER %I', tgrelid::regclass, tgname), tgname
        FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' AND tgrelid IN (TABLE seeded)
        ORDER BY 1, 4
        """;

    private readonly NpgsqlConnection connection;
    private readonly List<(string TakeOff, string PutBack, string Name)> parts = [];

    private SeededTables(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<SeededTables> TakeOffAsync(
        NpgsqlConnection connection,
        IEnumerable<string> tables,
        CancellationToken cancellationToken
    )
    {
        var seeded = new SeededTables(connection);
        await using (var find = new NpgsqlCommand(Found, connection))
        {
            find.Parameters.AddWithValue(tables.ToArray());
            await using var reader = await find.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                seeded.parts.Add((reader.GetString(1), reader.GetString(2), reader.GetString(3)));
        }

        foreach (var (takeOff, _, _) in seeded.parts)
            await seeded.RunAsync(takeOff, cancellationToken);
        return seeded;
    }

    /// <param name="step">Called with the step of the restoration and the completed part of the whole.</param>
    public async Task PutBackAsync(Action<string, double> step, CancellationToken cancellationToken)
    {
        for (var done = 0; done < parts.Count; done++)
        {
            step(parts[done].Name, done / (double)parts.Count);
            await RunAsync(parts[done].PutBack, cancellationToken);
        }
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
