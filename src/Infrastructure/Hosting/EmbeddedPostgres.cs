using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Security.Cryptography;
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
    private const string Superuser = "postgres";
    private const string Service = "teacherdevplan";

    private readonly FileStream? ownership;
    private readonly ServerProcess? server;

    private EmbeddedPostgres(DatabaseLogins logins, FileStream? ownership, ServerProcess? server) =>
        (Logins, this.ownership, this.server) = (logins, ownership, server);

    public DatabaseLogins Logins { get; }

    /// <summary>
    /// Starts the server on these files. If another process already runs it, a command may connect to that one;
    /// otherwise <see cref="HostingException"/> is thrown.
    /// </summary>
    public static async Task<EmbeddedPostgres> StartAsync(
        EmbeddedPostgresFiles files,
        bool joinRunning,
        Action<string> progress,
        CancellationToken cancellationToken
    )
    {
        files.EnsureWritable();
        if (TryOwn(files) is not { } ownership)
        {
            return joinRunning
                ? new EmbeddedPostgres(await JoinAsync(files, cancellationToken), null, null)
                : throw new HostingException(
                    $"Another process already runs the database in {files.Data}. Stop it, or set TEACHERDEVPLAN_DATA to "
                        + "another folder to run a second one."
                );
        }

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

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        if (ownership is not null)
            await ownership.DisposeAsync();
    }

    private static FileStream? TryOwn(EmbeddedPostgresFiles files)
    {
        try
        {
            return new FileStream(files.Lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
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
            SecretFile.Replace(files.ServicePassword, NewPassword());
        await ServerProcess.StopStrayAsync(files, cancellationToken);
        if (!Directory.Exists(files.Cluster))
        {
            progress($"Creating a PostgreSQL database in {files.Data} ...");
            await CreateClusterAsync(files, user, cancellationToken);
        }

        progress("Starting PostgreSQL ...");
        var server = await ServerProcess.StartAsync(
            files,
            user,
            FreePort,
            port => IsReadyAsync(files, port, cancellationToken),
            cancellationToken
        );
        try
        {
            await CreateDatabaseAsync(ConnectionTo(files, server.Port, Superuser), cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Creates the cluster in a temporary folder and moves it into place when complete, so that a kill in between
    /// leaves nothing incomplete.
    /// </summary>
    private static async Task CreateClusterAsync(
        EmbeddedPostgresFiles files,
        ServerUser user,
        CancellationToken cancellationToken
    )
    {
        var password = NewPassword();
        var unfinished = files.Cluster + ".new";
        var passwordFile = Path.Combine(files.ServerHome, "initdb-password");
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        Directory.CreateDirectory(files.ServerHome);
        SecretFile.Replace(files.Password, password);
        SecretFile.Replace(passwordFile, password);
        await user.OwnAsync(files.ServerHome, cancellationToken);
        string[] arguments =
        [
            $"--pgdata={unfinished}",
            $"--username={Superuser}",
            $"--pwfile={passwordFile}",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
        ];
        await Commands.RunAsync(user.CommandLine(files, "initdb", arguments), cancellationToken);
        File.Delete(passwordFile);
        Directory.Move(unfinished, files.Cluster);
    }

    private static string NewPassword() => Convert.ToHexString(RandomNumberGenerator.GetBytes(24));

    /// <summary>
    /// The locale: Thai order by ICU, and a character type with which pg_trgm treats Thai letters as letters.
    /// </summary>
    private static async Task CreateDatabaseAsync(string connectionString, CancellationToken cancellationToken)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var find = source.CreateCommand($"SELECT 1 FROM pg_database WHERE datname = '{Database}'");
        if (await find.ExecuteScalarAsync(cancellationToken) is not null)
            return;
        var characterType = OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";
        await using var create = source.CreateCommand(
            $"CREATE DATABASE {Database} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'th' "
                + $"LC_COLLATE 'C' LC_CTYPE '{characterType}'"
        );
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> IsReadyAsync(
        EmbeddedPostgresFiles files,
        int port,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionTo(files, port, Superuser) + ";Pooling=false");
            await connection.OpenAsync(cancellationToken);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task<DatabaseLogins> JoinAsync(
        EmbeddedPostgresFiles files,
        CancellationToken cancellationToken
    )
    {
        var port = int.Parse(await File.ReadAllTextAsync(files.Port, cancellationToken), CultureInfo.InvariantCulture);
        return LoginsTo(files, port);
    }

    private static DatabaseLogins LoginsTo(EmbeddedPostgresFiles files, int port) =>
        new(
            ConnectionTo(port, Database, Service, File.ReadAllText(files.ServicePassword)),
            ConnectionTo(files, port, Database)
        );

    private static string ConnectionTo(EmbeddedPostgresFiles files, int port, string database) =>
        ConnectionTo(port, database, Superuser, File.ReadAllText(files.Password));

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

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
