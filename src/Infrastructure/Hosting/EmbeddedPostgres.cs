using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Runtime.Versioning;
using Npgsql;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>
/// A PostgreSQL server that belongs to this process, on a free loopback port and with a generated password. It is
/// created at first use, and starts and stops with the process, even if the process is killed.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    public const string Database = "teacherdevplan";
    private const string Service = "teacherdevplan";

    /// <summary>How long a command waits for a server that another process starts.</summary>
    private static readonly TimeSpan JoinLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream? ownership;
    private readonly ServerProcess? server;

    private EmbeddedPostgres(DatabaseLogins logins, FileStream? ownership, ServerProcess? server) =>
        (Logins, this.ownership, this.server) = (logins, ownership, server);

    public DatabaseLogins Logins { get; }

    /// <summary>
    /// Starts the server on these files. If another process already runs it, a command may connect to that one;
    /// otherwise <see cref="HostingException"/> is thrown. A command that comes while the other process starts or stops
    /// waits, and then connects or starts the server itself.
    /// </summary>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresFiles files,
        bool joinRunning,
        Action<string> progress,
        CancellationToken cancellationToken
    )
    {
        files.Prepare();
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(Pause, cancellationToken))
        {
            if (TryOwn(files) is { } ownership)
                return await StartOwnAsync(files, ownership, progress, cancellationToken);
            if (!joinRunning)
                throw new HostingException(
                    $"Another process already runs the database in {files.Data}. Stop it, or set TEACHERDEVPLAN_DATA to "
                        + "another folder to run a second one."
                );
            if (await RunningPortAsync(files, cancellationToken) is { } port)
                return new EmbeddedPostgres(LoginsTo(files, port), null, null);
            if (clock.Elapsed > JoinLimit)
                throw new HostingException(
                    $"Another process runs the database in {files.Data}, but the database does not respond."
                );
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        if (ownership is not null)
            await ownership.DisposeAsync();
    }

    private static async Task<EmbeddedPostgres> StartOwnAsync(
        EmbeddedPostgresFiles files,
        FileStream ownership,
        Action<string> progress,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var server = await LaunchAsync(files, progress, cancellationToken);
            return new EmbeddedPostgres(LoginsTo(files, server.Port), ownership, server);
        }
        catch
        {
            await ownership.DisposeAsync();
            throw;
        }
    }

    private static FileStream? TryOwn(EmbeddedPostgresFiles files)
    {
        try
        {
            return new FileStream(
                files.Lock,
                new FileStreamOptions
                {
                    Mode = FileMode.OpenOrCreate,
                    Access = FileAccess.ReadWrite,
                    Share = FileShare.None,
                    UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
                }
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task<ServerProcess> LaunchAsync(
        EmbeddedPostgresFiles files,
        Action<string> progress,
        CancellationToken cancellationToken
    )
    {
        var user = ServerUser.ForThisProcess();
        if (!File.Exists(files.ServicePassword))
            SecretFile.Replace(files.ServicePassword, SecretFile.NewPassword());
        if (!Directory.Exists(files.Cluster))
        {
            progress($"Creating a PostgreSQL database in {files.Data} ...");
            await EmbeddedCluster.CreateAsync(files, user, cancellationToken);
        }

        progress("Starting PostgreSQL ...");
        var server = await ServerProcess.StartAsync(
            files,
            user,
            port => IsReadyAsync(files, port, cancellationToken),
            progress,
            cancellationToken
        );
        SecretFile.Replace(files.Port, $"{server.Port}");
        return server;
    }

    /// <summary>
    /// Whether the server at this port runs on these files and has the database, which is created if it is missing. Any
    /// server could have the port.
    /// </summary>
    private static async Task<bool> IsReadyAsync(
        EmbeddedPostgresFiles files,
        int port,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(
                ConnectionTo(files, port, EmbeddedCluster.Superuser) + ";Pooling=false"
            );
            await using var find = source.CreateCommand(
                $"SELECT current_setting('data_directory'), EXISTS (SELECT FROM pg_database WHERE datname = '{Database}')"
            );
            await using var row = await find.ExecuteReaderAsync(cancellationToken);
            if (!await row.ReadAsync(cancellationToken) || row.GetString(0) != files.Cluster)
                return false;
            if (!row.GetBoolean(1))
                await CreateDatabaseAsync(source, cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>
    /// The locale: Thai order by ICU, and a character type with which pg_trgm treats Thai letters as letters.
    /// </summary>
    private static async Task CreateDatabaseAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var characterType = OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";
        await using var create = source.CreateCommand(
            $"CREATE DATABASE {Database} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'th' "
                + $"LC_COLLATE 'C' LC_CTYPE '{characterType}'"
        );
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The port of the server that another process runs; null if it does not respond (yet, or any more).</summary>
    private static async Task<int?> RunningPortAsync(EmbeddedPostgresFiles files, CancellationToken cancellationToken)
    {
        try
        {
            var text = await File.ReadAllTextAsync(files.Port, cancellationToken);
            return
                ushort.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                && await IsReadyAsync(files, port, cancellationToken)
                ? port
                : null;
        }
        catch (IOException)
        {
            // The other process has not written all of its files yet.
            return null;
        }
    }

    private static DatabaseLogins LoginsTo(EmbeddedPostgresFiles files, int port) =>
        new(
            ConnectionTo(port, Database, Service, File.ReadAllText(files.ServicePassword)),
            ConnectionTo(files, port, Database)
        );

    private static string ConnectionTo(EmbeddedPostgresFiles files, int port, string database) =>
        ConnectionTo(port, database, EmbeddedCluster.Superuser, File.ReadAllText(files.Password));

    private static string ConnectionTo(int port, string database, string user, string password) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = IPAddress.Loopback.ToString(),
            Port = port,
            Username = user,
            Password = password,
            Database = database,
            SslMode = SslMode.Disable,
            // One pool reads, one writes; together they stay below the server's max_connections.
            MaxPoolSize = 40,
        }.ConnectionString;
}
