using System.Diagnostics;
using System.Globalization;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>
/// The running server. A small shell script between this process and PostgreSQL holds the other end of a pipe: when
/// this process ends, for whatever reason, the pipe closes and the script stops PostgreSQL. If PostgreSQL crashes, it
/// is restarted on the same port. Job control (<c>set -m</c>) gives PostgreSQL a process group of its own, so that
/// Ctrl-C does not stop it before the service.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Supervisor = """
        exec >/dev/null 2>&1
        set -m
        trap '' INT HUP TERM
        exec 3<&0
        "$@" </dev/null 3<&- >>"$LOG" 2>&1 &
        server=$!
        (cat <&3 >/dev/null; kill -INT "$server" 2>/dev/null) >/dev/null 2>&1 &
        watch=$!
        wait "$server"
        kill "$watch" 2>/dev/null
        exit 0
        """;

    private const int Attempts = 5;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly EmbeddedPostgresFiles files;
    private readonly ServerUser user;
    private readonly CancellationTokenSource stopping = new();
    private Process shell = null!;
    private Task guarding = Task.CompletedTask;

    private ServerProcess(EmbeddedPostgresFiles files, ServerUser user, int port) =>
        (this.files, this.user, Port) = (files, user, port);

    public int Port { get; }

    public static async Task<ServerProcess> StartAsync(
        EmbeddedPostgresFiles files,
        ServerUser user,
        Func<int> freePort,
        Func<int, Task<bool>> isReady,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var server = new ServerProcess(files, user, freePort());
            server.Launch();
            if (await server.BecomesReadyAsync(isReady, cancellationToken))
            {
                await File.WriteAllTextAsync(files.Port, $"{server.Port}", cancellationToken);
                server.guarding = server.GuardAsync();
                return server;
            }

            await server.DisposeAsync();
        }

        throw new HostingException($"PostgreSQL does not start. The reason is at the end of {files.Log}.");
    }

    /// <summary>Stops a server that an earlier process left running, in case its script was killed as well.</summary>
    public static async Task StopStrayAsync(EmbeddedPostgresFiles files, CancellationToken cancellationToken)
    {
        var pidFile = Path.Combine(files.Cluster, "postmaster.pid");
        if (!File.Exists(pidFile))
            return;
        var pid = int.Parse(File.ReadLines(pidFile).First(), CultureInfo.InvariantCulture);
        if (!IsServer(pid))
            return;
        await Commands.RunAsync(["kill", "-INT", $"{pid}"], cancellationToken);
        for (var waited = TimeSpan.Zero; IsServer(pid) && waited < StopLimit; waited += Pause)
            await Task.Delay(Pause, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        shell.StandardInput.Close();
        try
        {
            using var limit = new CancellationTokenSource(StopLimit);
            await shell.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The disk may be too slow for the final checkpoint. Committed data is in the log and will be recovered
            // from it.
            shell.Kill(entireProcessTree: true);
            await shell.WaitForExitAsync(CancellationToken.None);
        }

        await guarding;
        shell.Dispose();
        stopping.Dispose();
    }

    private static bool IsServer(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return process.ProcessName == "postgres";
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private void Launch()
    {
        var server = user.CommandLine(
            files,
            "postgres",
            [
                "-D",
                files.Cluster,
                "-p",
                $"{Port}",
                "-h",
                "127.0.0.1",
                "-k",
                "",
                "-c",
                "jit=off",
                "-c",
                "max_connections=100",
            ]
        );
        var start = new ProcessStartInfo("bash", ["-c", Supervisor, "postgres-supervisor", .. server])
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
            Environment = { ["LOG"] = files.Log },
        };
        shell = Process.Start(start)!;
    }

    private async Task<bool> BecomesReadyAsync(Func<int, Task<bool>> isReady, CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        while (!shell.HasExited && clock.Elapsed < StartLimit)
        {
            if (await isReady(Port))
                return true;
            await Task.Delay(Pause, cancellationToken);
        }

        return false;
    }

    /// <summary>Restarts the server whenever it ends without being asked to.</summary>
    private async Task GuardAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            await shell.WaitForExitAsync(CancellationToken.None);
            if (stopping.IsCancellationRequested)
                return;
            await Task.Delay(Pause * 10, CancellationToken.None);
            if (stopping.IsCancellationRequested)
                return;
            await StopStrayAsync(files, CancellationToken.None);
            shell.Dispose();
            Launch();
        }
    }
}
