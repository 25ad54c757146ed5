using System.Threading.Channels;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Audit;
using TeacherDevPlan.Infrastructure.Persistence.Ledger;
using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.SampleData.National;

/// <param name="Rows">The number of rows written, by table.</param>
public sealed record SeededCountry(IReadOnlyDictionary<string, long> Rows);

/// <summary>
/// Fills a database with invented national data, as its owner and in one transaction, so that a failure leaves the
/// database unchanged.
/// </summary>
public sealed class NationalSeeder(PlanDatabase database, Caller caller)
{
    internal const string Action = "seedNational";

    /// <summary>The part of the progress that copying rows accounts for; the rest is indexes and constraints.</summary>
    private const double Copying = 0.6;

    private const string Prepare = """
        SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL lock_timeout = '10s';
        SET LOCAL synchronous_commit = off; SET LOCAL maintenance_work_mem = '512MB'; SET LOCAL work_mem = '256MB';
        LOCK TABLE offices IN SHARE ROW EXCLUSIVE MODE
        """;

    private static string[] Filled(NationalOptions options) =>
        [.. NationalTables.Of(options).Select(table => table.Name), .. KeptTotalsSql.Tables];

    /// <summary>
    /// Checks the login: one that is not the owner cannot drop indexes, and the service's restricted one must not.
    /// </summary>
    private const string IsOwner =
        "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class WHERE oid = 'ledger_entries'::regclass";

    /// <param name="progress">Called with the current step and the completed part of the whole, 0 to 1.</param>
    public async Task<SeededCountry> SeedAsync(
        NationalOptions options,
        Action<string, double> progress,
        CancellationToken cancellationToken
    )
    {
        var login = new NpgsqlConnectionStringBuilder(database.Logins.Owner)
        {
            Pooling = false,
            // Some statements take minutes without any response.
            CommandTimeout = 0,
        };
        await using var connection = new NpgsqlConnection(login.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        if (!await ReadAsync<bool>(connection, IsOwner, cancellationToken))
        {
            throw new HostingException(
                $"The database login '{login.Username}' does not own the tables. Configure the owner's login in ConnectionStrings__Owner."
            );
        }

        var catalogues = options.People == 0 ? null : await Catalogues.ReadAsync(database, cancellationToken);
        var rows = new Dictionary<string, long>();
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            await RunAsync(connection, Prepare, cancellationToken);
            var known = new Known(
                await KnownOffices.ReadAsync(connection, cancellationToken),
                await KnownOffices.TargetYearsAsync(connection),
                catalogues
            );
            progress("dropping indexes and foreign keys", 0);
            var tables = await SeededTables.TakeOffAsync(connection, Filled(options), cancellationToken);
            await CopyAsync(connection, options, known, rows, progress, cancellationToken);
            progress("adding up", Copying);
            await RunAsync(connection, KeptTotalsSql.Fill, cancellationToken);
            await tables.PutBackAsync(
                (name, part) => progress($"putting back {name}", Copying + (0.95 - Copying) * part),
                cancellationToken
            );
            if (options.People > 0)
                await PeopleFigures.CopyAsync(connection, options, rows, cancellationToken);
            await RecordAsync(connection, options, rows, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        progress("statistics for the planner", 0.95);
        await RunAsync(
            connection,
            $"VACUUM (ANALYZE, PARALLEL 0) {string.Join(", ", Filled(options))}",
            cancellationToken
        );
        progress("done", 1);
        return new SeededCountry(rows);
    }

    /// <summary>Generates one office while the previous one is written.</summary>
    private static async Task CopyAsync(
        NpgsqlConnection connection,
        NationalOptions options,
        Known known,
        Dictionary<string, long> rows,
        Action<string, double> progress,
        CancellationToken cancellationToken
    )
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var made = Channel.CreateBounded<OfficeRows>(1);
        var making = Task.Run(() => MakeAsync(options, known, made.Writer, stopping.Token), stopping.Token);
        try
        {
            var copied = -1; // what belongs to no office comes first
            await foreach (var office in made.Reader.ReadAllAsync(cancellationToken))
            {
                progress($"{++copied} of {options.Offices} offices", Copying * copied / options.Offices);
                foreach (var table in NationalTables.Of(options))
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    rows[table.Name] = rows.GetValueOrDefault(table.Name) + table.Copy(connection, office);
                }
            }
        }
        finally
        {
            await stopping.CancelAsync();
            await making.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private static async Task MakeAsync(
        NationalOptions options,
        Known known,
        ChannelWriter<OfficeRows> made,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var country = new CountryBuilder(options, known.TargetYears).Rows;
            await made.WriteAsync(country, cancellationToken);
            var people = known.Catalogues is { } catalogues
                ? new PeopleBuilder(options, catalogues, known.Office?.Id)
                : null;
            for (var place = 0; place < options.Offices; place++)
            {
                var area = OfficeAreas.All[place];
                var office = new OfficeBuilder(options, country.Definitions, area, people).Build(
                    StaffBefore(place + 1) - StaffBefore(place),
                    area.Code == SamplePlan.OfficeCode ? known.Office : null
                );
                await made.WriteAsync(office, cancellationToken);
            }

            made.Complete();
        }
        catch (Exception exception)
        {
            made.Complete(exception);
        }
    }

    /// <summary>The existing data in the database.</summary>
    /// <param name="Catalogues">Null if no people are generated.</param>
    private sealed record Known(KnownOffice? Office, IReadOnlyList<int> TargetYears, Catalogues? Catalogues);

    private static int StaffBefore(int place) => place * NationalOptions.StaffOfAllOffices / NationalOptions.AllOffices;

    private async Task RecordAsync(
        NpgsqlConnection connection,
        NationalOptions options,
        Dictionary<string, long> rows,
        CancellationToken cancellationToken
    )
    {
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(
            AuditTrail.Statement(new AuditEntry(AuditKind.Write, Action, []) { After = new { options, rows } }, caller)
        );
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(
        NpgsqlConnection connection,
        string sql,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
