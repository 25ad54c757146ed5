using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Persistence.Versions;

namespace TeacherDevPlan.Infrastructure.Persistence.Setup;

/// <summary>Brings the database to the code's version, or says why the two do not fit.</summary>
public sealed class DatabaseMigrator(PlanDatabase database, DatabaseClock clock, NameKey nameKey)
{
    /// <summary>The migrations of this program, in their order.</summary>
    private static IReadOnlyList<string> Known { get; } =
    [
        .. typeof(DatabaseMigrator)
            .Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<MigrationAttribute>()?.Id)
            .OfType<string>()
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Applies what is missing, and creates the service's login if there is none. Several processes wait for each other, so
    /// that the second one finds everything done. Returns the names of the migrations that were applied.
    /// </summary>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        if (database.Logins.HasPooler && database.Logins.Owner == database.Logins.Service)
        {
            throw new HostingException(
                "Migrations do not work through a connection pooler in transaction mode. Name the server itself, with the owner's "
                    + "login, in ConnectionStrings__Owner."
            );
        }

        await using var alone = await SetupLock.TakeAsync(database.Logins.Owner, cancellationToken);
        await using var context = database.CreateOwnerContext();
        await RefuseNewerAsync(context, cancellationToken);
        // A whole country's tables are written anew, and their indexes made, in minutes.
        context.Database.SetCommandTimeout(TimeSpan.Zero);
        var pending = await context.Database.GetPendingMigrationsAsync(cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);
        // Tables that were written anew are read at their worst until they are vacuumed; a database that is made now is empty.
        if (pending.Any() && !pending.Contains(Known[0]))
            await context.Database.ExecuteSqlRawAsync("VACUUM (ANALYZE)", cancellationToken);
        await ServiceLogin.EnsureAsync(database, cancellationToken);
        await DataWatch.EnsureAsync(database.OwnerSource, cancellationToken);
        await clock.MeasureAsync(cancellationToken);
        return [.. pending];
    }

    /// <summary>Refuses to go on with a database that is older or newer than the code. EF Core would take its time to tell.</summary>
    public async Task EnsureCurrentAsync(CancellationToken cancellationToken)
    {
        var applied = await database.ReadMigrationsAsync(cancellationToken);
        RefuseNewer(applied, Known);
        var pending = Known.Except(applied).ToList();
        if (pending.Count > 0)
        {
            throw new HostingException(
                $"The database lacks {pending.Count} migration(s), the first is {pending[0]}. Run './run migrate', or "
                    + "start with Database__MigrateOnStart=true."
            );
        }

        await clock.MeasureAsync(cancellationToken);
    }

    /// <summary>Refuses to serve as somebody who could change or remove what the ledger has recorded.</summary>
    public Task EnsureRestrictedAsync(CancellationToken cancellationToken) =>
        ServiceLogin.RefuseTooPowerfulAsync(database, cancellationToken);

    /// <summary>Refuses connections without the parameters that reads and writes need.</summary>
    public async Task EnsureParametersAsync(CancellationToken cancellationToken)
    {
        const string isKept = "current_setting('default_transaction_isolation') = 'repeatable read'";
        if (!database.Logins.HasPooler && !await database.HoldsAsync(isKept, cancellationToken))
            throw new HostingException(
                "The database's connections do not take the startup parameter 'options', which limits statements in time. If a "
                    + "connection pooler is in between, set Database__Pooler=true."
            );
    }

    /// <summary>Refuses a database that was created with other options than the text search needs.</summary>
    public async Task EnsureFitsAsync(CancellationToken cancellationToken)
    {
        if (!await database.HoldsAsync("getdatabaseencoding() = 'UTF8'", cancellationToken))
            throw new HostingException("The database's encoding is not UTF8. Create it as docs/operations.md shows.");
        if (!await database.HoldsAsync("cardinality(show_trgm('แผนพัฒนา')) > 0", cancellationToken))
            throw new HostingException(
                "The database does not take Thai letters for letters, so that the text search would find nothing. Create it with LC_CTYPE 'C.UTF-8', as docs/operations.md shows."
            );
    }

    /// <summary>Refuses to serve from a database that does not note all that changes in it.</summary>
    public Task EnsureWatchedAsync(CancellationToken cancellationToken) =>
        database.RefuseUnwatchedAsync(cancellationToken);

    /// <summary>Refuses to serve without the key that names were replaced with.</summary>
    public async Task EnsureNameKeyAsync(CancellationToken cancellationToken)
    {
        // A key that cannot be used is told now, and not to the first caller who needs it.
        _ = nameKey.Value;
        await using var connection = await database.OpenReadingAsync(cancellationToken);
        await using var read = new NpgsqlCommand(
            """
            SELECT DISTINCT key_mark FROM person_names
            UNION ALL (SELECT identity_digest FROM people WHERE identity_digest IS NOT NULL LIMIT 1)
            """,
            connection
        );
        await using var marks = await read.ExecuteReaderAsync(cancellationToken);
        while (await marks.ReadAsync(cancellationToken))
            nameKey.RefuseOther(marks.GetFieldValue<byte[]>(0));
    }

    /// <summary>Waits until no other process migrates the database or imports the sample plan.</summary>
    public async Task<IAsyncDisposable> LockSetupAsync(CancellationToken cancellationToken) =>
        await SetupLock.TakeAsync(database.Logins.Service, cancellationToken);

    private static async Task RefuseNewerAsync(PlanDbContext context, CancellationToken cancellationToken) =>
        RefuseNewer(
            await context.Database.GetAppliedMigrationsAsync(cancellationToken),
            context.Database.GetMigrations()
        );

    private static void RefuseNewer(IEnumerable<string> applied, IEnumerable<string> known)
    {
        if (applied.Except(known).FirstOrDefault() is { } unknown)
        {
            throw new HostingException(
                $"The database is newer than this program: it has the migration {unknown}, which this version does not know. "
                    + "Run a newer version of the program."
            );
        }
    }
}
