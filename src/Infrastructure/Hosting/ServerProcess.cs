using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>
/// The running server. A small shell script between this process and PostgreSQL holds the other end of a pipe: when
/// this process ends, for whatever reason, the pipe closes and the script stops PostgreSQL. If PostgreSQL ends without
/// being asked to, it is started again on the same port. Job control (<c>set -m</c>) gives PostgreSQL a process group,
/// so that Ctrl-C does not stop it before the service.
/// </summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    /// <summary>
    /// The script signals a process only if its command line is still the server's. <c>RUNS</c> is a part of it that no
    /// other process has.
    /// </summary>
    private const string Supervisor = """
        exec >/dev/null 2>&1
        umask 077
        set -m
        trap '' INT HUP TERM
        exec 3<&0
        "$@" </dev/null 3<&- >>"$LOG" 2>&1 &
        server=$!
        (
            cat <&3
            { tr '\0' ' ' <"/proc/$server/cmdline" || ps -ww -o command= -p "$server"; } | grep -qF -- "$RUNS" &&
                kill -INT "$server"
        ) &
        wait "$server"
        exit 0
        """;

    private const int Attempts = 7;

    /// <summary>Recovery after a crash can take minutes.</summary>
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan StopLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly EmbeddedPostgresFiles files;
    private readonly ServerUser user;
    private readonly Action<string> report;
    private readonly CancellationTokenSource stopping = new();
    private Task guarding = Task.CompletedTask;

    private ServerProcess(EmbeddedPostgresFiles files, ServerUser user, Action<string> report) =>
        (this.files, this.user, this.report) = (files, user, report);

    public int Port { get; } = FreePort();

    /// <param name="isReady">Whether the server at a port is this one, and ready.</param>
    /// <param name="report">Prints a line for the operator.</param>
    /// <exception cref="HostingException">The server does not start.</exception>
    public static async Task<ServerProcess> StartAsync(
        EmbeddedPostgresFiles files,
        ServerUser user,
        Func<int, Task<bool>> isReady,
        Action<string> report,
        CancellationToken cancellationToken
    )
    {
        // Again with another port, because another program may have taken this one, and after a pause, because what is
        // left of a killed server may still be ending.
        var wait = ShortestWait;
        for (var attempt = 1; attempt <= Attempts; attempt++, wait *= 2)
        {
            var server = new ServerProcess(files, user, report);
            var shell = await server.LaunchAsync(cancellationToken);
            try
            {
                if (await BecomesReadyAsync(shell, () => isReady(server.Port), cancellationToken))
                {
                    server.guarding = server.GuardAsync(shell);
                    return server;
                }
            }
            catch
            {
                await server.EndAsync(shell);
                throw;
            }

            await server.EndAsync(shell);
            await Task.Delay(wait, cancellationToken);
        }

        throw new HostingException($"PostgreSQL does not start. The reason is at the end of {files.Log}.");
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await guarding;
        stopping.Dispose();
    }

    private async Task<Process> LaunchAsync(CancellationToken cancellationToken)
    {
        await RunningServers.EndAsync(files, cancellationToken);
        string[] arguments =
        [
            "-D",
            files.Cluster,
            "-c",
            RunningServers.NewName(files),
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
        ];
        var start = new ProcessStartInfo(
            "bash",
            ["-c", Supervisor, "postgres-supervisor", .. user.CommandLine(files, "postgres", arguments)]
        )
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
            Environment = { ["LOG"] = files.Log, ["RUNS"] = string.Join(' ', arguments[..4]) },
        };
        return Process.Start(start)!;
    }

    private static async Task<bool> BecomesReadyAsync(
        Process shell,
        Func<Task<bool>> isReady,
        CancellationToken cancellationToken
    )
    {
        var clock = Stopwatch.StartNew();
        while (!shell.HasExited)
        {
            if (await isReady())
                return true;
            if (clock.Elapsed > StartLimit)
                throw new HostingException("PostgreSQL has started, but does not accept connections.");
            await Task.Delay(Pause, cancellationToken);
        }

        return false;
    }

    /// <summary>
    /// Starts the server again whenever it ends, with growing pauses while it ends at once, and stops it at the end. Only
    /// this loop touches the script after the start, and nothing that fails ends it.
    /// </summary>
    private async Task GuardAsync(Process? shell)
    {
        for (var wait = ShortestWait; ; )
        {
            var clock = Stopwatch.StartNew();
            try
            {
                shell ??= await LaunchAsync(stopping.Token);
                await shell.WaitForExitAsync(stopping.Token);
                Report("PostgreSQL has ended unexpectedly. It is started again.");
            }
            catch (Exception exception)
            {
                if (!stopping.IsCancellationRequested)
                    Report($"PostgreSQL could not be started again: {exception.Message}");
            }

            if (shell is not null)
                await EndAsync(shell);
            shell = null;
            if (stopping.IsCancellationRequested)
                return;
            wait = clock.Elapsed > LongestWait ? ShortestWait : Shorter(wait * 2, LongestWait);
            await Task.Delay(wait, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stopping.IsCancellationRequested)
                return;
        }
    }

    /// <summary>Stops the server by closing the script's pipe. Does not fail.</summary>
    private async Task EndAsync(Process shell)
    {
        try
        {
            shell.StandardInput.Close();
            using var limit = new CancellationTokenSource(StopLimit);
            await shell.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The disk may be too slow for the last checkpoint, or the script has been stopped.
            try
            {
                await RunningServers.EndAsync(files, CancellationToken.None);
            }
            catch (Exception exception)
            {
                Report(exception.Message);
            }

            shell.Kill();
        }
        catch (Exception exception)
        {
            Report($"PostgreSQL could not be stopped: {exception.Message}");
        }
        finally
        {
            shell.Dispose();
        }
    }

    private void Report(string line)
    {
        try
        {
            report(line);
        }
        catch (Exception)
        {
            // There is nobody to tell, but the server must be guarded all the same.
        }
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
