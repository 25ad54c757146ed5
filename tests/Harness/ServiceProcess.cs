using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Harness;

/// <summary>
/// Runs the program in a process of its own, with its own embedded PostgreSQL in its own folder: what an operator
/// starts, and what a test can kill.
/// </summary>
/// <param name="settings">Settings that differ from the defaults, as environment variables.</param>
public sealed class ServiceProcess(params (string Name, string Value)[] settings) : IAsyncDisposable
{
    private readonly string data = NewFolder();
    private readonly bool keepsData;
    private readonly int port = FreePort();
    private readonly string clock = NewFolder();
    private Process? process;

    /// <summary>The data folder: an existing one, or a new one that is deleted afterwards.</summary>
    public string Data
    {
        get => data;
        init => (data, keepsData) = (Path.GetFullPath(value), true);
    }

    /// <summary>The program to start; by default the one next to this program.</summary>
    public string Program { get; init; } = Path.Combine(AppContext.BaseDirectory, "TeacherDevPlan.Development.dll");

    public Uri GraphQL => new($"http://127.0.0.1:{port}/graphql");

    public int ProcessId => process!.Id;

    /// <summary>Whether the program has ended; after a fault of the database or of the disk it must not.</summary>
    public bool HasExited => process!.HasExited;

    /// <summary>The process id of the running postmaster.</summary>
    public int PostgresProcessId => Postmasters()[0];

    /// <summary>Starts the program, or restarts it after it was killed; returns when it responds.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        process?.Dispose();
        process = Start("--urls", $"http://127.0.0.1:{port}");
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (!line.Contains("is ready"))
                continue;
            _ = process.StandardOutput.ReadToEndAsync(cancellationToken);
            return;
        }

        throw new InvalidOperationException($"The service did not start: {await errors}");
    }

    /// <summary>Stops the program like an operator, together with its database; returns its exit code.</summary>
    public async Task<int> StopAsync(CancellationToken cancellationToken)
    {
        if (process!.HasExited)
            return process.ExitCode;
        using (var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]))
            await kill.WaitForExitAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }

    /// <summary>
    /// Makes the clock of the program's machine wrong, now and in later starts; the database's clock stays right. A program
    /// that runs notices only if this was called before it started, too.
    /// </summary>
    public async Task JumpClockAsync(TimeSpan shift, CancellationToken cancellationToken)
    {
        // Written apart and moved, because the program may be reading it.
        var next = clock + ".next";
        await File.WriteAllTextAsync(
            next,
            shift.TotalSeconds.ToString(CultureInfo.InvariantCulture),
            cancellationToken
        );
        File.Move(next, clock, overwrite: true);
    }

    /// <summary>Kills the program with SIGKILL.</summary>
    public void Kill(bool entireTree = false) => process!.Kill(entireTree);

    /// <summary>Kills PostgreSQL with SIGKILL, if it runs.</summary>
    public void KillPostgres()
    {
        foreach (var id in Postmasters())
        {
            try
            {
                using var postmaster = Process.GetProcessById(id);
                postmaster.Kill();
            }
            catch (ArgumentException)
            {
                // It has ended in between.
            }
        }
    }

    /// <summary>PostgreSQL does nothing for a while, as on a machine that is frozen; its connections stay open.</summary>
    public async Task FreezePostgresAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        var postmasters = Postmasters();
        try
        {
            await SignalAsync(postmasters, "STOP");
            await Task.Delay(time, cancellationToken);
        }
        finally
        {
            await SignalAsync(postmasters, "CONT");
        }
    }

    /// <summary>Ends all connections to PostgreSQL, as a network does that forgets them.</summary>
    public async Task CutConnectionsAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(OwnerConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
            connection
        );
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Writes what a crash, a copy or the reuse of process ids may leave in postmaster.pid, while nothing runs.
    /// </summary>
    /// <param name="chance">Chooses the content; 0 to 1.</param>
    public async Task LeavePidFileAsync(double chance, CancellationToken cancellationToken)
    {
        string[] contents = ["", "torn", "-1\n", $"{Environment.ProcessId}\n{data}/postgres/cluster\n1\n"];
        await File.WriteAllTextAsync(
            Path.Combine(data, "postgres", "cluster", "postmaster.pid"),
            contents[(int)(chance * contents.Length)],
            cancellationToken
        );
    }

    /// <summary>Runs a command of the program on the same data to its end; returns its output and exit code.</summary>
    public async Task<(string Output, int ExitCode)> RunAsync(
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    )
    {
        using var run = Start([.. arguments]);
        var errors = run.StandardError.ReadToEndAsync(cancellationToken);
        var output = await run.StandardOutput.ReadToEndAsync(cancellationToken);
        await run.WaitForExitAsync(cancellationToken);
        return (output + await errors, run.ExitCode);
    }

    /// <summary>A token of the sample office's budget officer.</summary>
    public Task<string> OfficerTokenAsync(CancellationToken cancellationToken) =>
        TokenAsync("budget-officer", cancellationToken);

    /// <summary>An access token of the sample office's budget officer, which every instance on the database accepts.</summary>
    public async Task<string> AccessTokenAsync(string name, CancellationToken cancellationToken)
    {
        var (output, exitCode) = await RunAsync(
            ["access-token", "--role", "budget-officer", "--office", "TH-43-P2", "--name", name],
            cancellationToken
        );
        return exitCode == 0 ? output.Trim() : throw new InvalidOperationException(output);
    }

    /// <summary>A token for the sample office.</summary>
    /// <param name="roles">Separated by blanks.</param>
    public async Task<string> TokenAsync(string roles, CancellationToken cancellationToken)
    {
        var (output, exitCode) = await RunAsync(
            ["token", "--role", .. roles.Split(' '), "--office", "TH-43-P2"],
            cancellationToken
        );
        return exitCode == 0 ? output.Trim() : throw new InvalidOperationException(output);
    }

    /// <summary>Connects to the running database as its owner.</summary>
    public string OwnerConnectionString => ConnectionStringOf("postgres", "password");

    /// <summary>Connects to the running database as the service.</summary>
    public string ServiceConnectionString => ConnectionStringOf("teacherdevplan", "service-password");

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            if (keepsData)
                await StopAsync(CancellationToken.None);
            else
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        File.Delete(clock);
        if (keepsData)
            return;
        // PostgreSQL may still be shutting down.
        for (var attempt = 0; Directory.Exists(data) && attempt < 50; attempt++)
        {
            try
            {
                Directory.Delete(data, recursive: true);
            }
            catch (IOException)
            {
                await Task.Delay(100);
            }
        }
    }

    /// <summary>Sends a signal to servers and their processes.</summary>
    private static async Task SignalAsync(IReadOnlyList<int> postmasters, string signal)
    {
        foreach (var id in postmasters)
        {
            foreach (var command in new[] { $"kill -{signal} {id}", $"pkill -{signal} -P {id}" })
            {
                using var send = Process.Start("sh", ["-c", command]);
                await send.WaitForExitAsync();
            }
        }
    }

    private IReadOnlyList<int> Postmasters() => RunningServers.Find(new EmbeddedPostgresFiles("", data));

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TEACHERDEVPLAN_DATA"] = Data },
        };
        var wrongClock = File.Exists(clock) ? SimulatedClock.Environment(clock) : [];
        foreach (var (name, value) in settings.Concat(wrongClock))
            start.Environment[name] = value;
        return Process.Start(start)!;
    }

    private string ConnectionStringOf(string user, string passwordFile) =>
        new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(File.ReadAllText(Path.Combine(data, "port")), CultureInfo.InvariantCulture),
            Username = user,
            Password = File.ReadAllText(Path.Combine(data, passwordFile)),
            Database = "teacherdevplan",
            SslMode = SslMode.Disable,
        }.ConnectionString;

    /// <summary>The path of a folder that is not there yet.</summary>
    public static string NewFolder() => Path.Combine(Path.GetTempPath(), $"teacherdevplan-{Guid.NewGuid():N}");

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
