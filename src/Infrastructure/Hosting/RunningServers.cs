using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>
/// The servers that run on a data folder. They are recognised by their command line, which has the folder and a random
/// name that each launch writes into the folder before it starts the server. <c>postmaster.pid</c> is never read: it may
/// be old, incomplete, or copied from another server, and the process id in it may belong to any program by now.
/// </summary>
internal static class RunningServers
{
    private const int Interrupt = 2;
    private const int Quit = 3;
    private const int PidfdSendSignal = 424;
    private const int PidfdOpen = 434;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>How long a server may take to write its last checkpoint.</summary>
    private static readonly TimeSpan FastLimit = TimeSpan.FromSeconds(30);

    /// <summary>How long a server may take to end without one.</summary>
    private static readonly TimeSpan ImmediateLimit = TimeSpan.FromSeconds(10);

    /// <summary>Gives the next launch a name that no server has had, and returns the option that contains it.</summary>
    public static string NewName(EmbeddedPostgresFiles files)
    {
        var name = $"teacherdevplan-{Guid.NewGuid():N}";
        SecretFile.Replace(files.ServerName, name);
        return Option(name);
    }

    /// <summary>
    /// Stops what an earlier process left running on this folder, and removes its <c>postmaster.pid</c>. Ends at once if
    /// there is nothing.
    /// </summary>
    /// <exception cref="HostingException">A server does not end.</exception>
    public static async Task EndAsync(EmbeddedPostgresFiles files, CancellationToken cancellationToken)
    {
        // Without a checkpoint, what was committed is recovered from the log at the next start.
        var ended =
            await EndAsync(files, Interrupt, FastLimit, cancellationToken)
            || await EndAsync(files, Quit, ImmediateLimit, cancellationToken);
        if (!ended)
            throw new HostingException(
                $"An earlier PostgreSQL server still runs on {files.Cluster}, as process {string.Join(", ", Find(files))}."
            );
        // PostgreSQL would refuse to start if another program had the process id in it. If another server uses a folder
        // of this name, PostgreSQL itself decides whether it is the same folder.
        if (!CommandLines().Any(process => RunsOn(files, process.CommandLine)))
            File.Delete(Path.Combine(files.Cluster, "postmaster.pid"));
    }

    /// <summary>The process ids of the servers that were launched on this folder.</summary>
    public static IReadOnlyList<int> Find(EmbeddedPostgresFiles files)
    {
        var name = NameOf(files);
        return
        [
            .. CommandLines().Where(process => IsOurs(files, name, process.CommandLine)).Select(process => process.Id),
        ];
    }

    private static async Task<bool> EndAsync(
        EmbeddedPostgresFiles files,
        int signal,
        TimeSpan limit,
        CancellationToken cancellationToken
    )
    {
        for (var clock = Stopwatch.StartNew(); ; await Task.Delay(Pause, cancellationToken))
        {
            var servers = Find(files);
            if (servers.Count == 0 || clock.Elapsed > limit)
                return servers.Count == 0;
            // Repeated, because a server that is just starting ignores signals.
            foreach (var id in servers)
                Signal(files, id, signal);
        }
    }

    /// <summary>
    /// Signals a process if it is a server of this folder. On Linux the process is held by a descriptor while it is
    /// looked at, so the signal cannot reach another one that gets the same id in between.
    /// </summary>
    private static void Signal(EmbeddedPostgresFiles files, int id, int signal)
    {
        using var held = new SafeFileHandle(OperatingSystem.IsLinux() ? SystemCall(PidfdOpen, id, 0, 0, 0) : -1, true);
        if (!Find(files).Contains(id))
            return;
        if (!held.IsInvalid)
            _ = SystemCall(PidfdSendSignal, held.DangerousGetHandle(), signal, 0, 0);
        else if (!OperatingSystem.IsLinux())
            _ = Kill(id, signal);
    }

    private static string? NameOf(EmbeddedPostgresFiles files) =>
        File.Exists(files.ServerName) && File.ReadAllText(files.ServerName) is { Length: > 0 } name ? name : null;

    private static string Option(string name) => $"cluster_name={name}";

    private static bool IsOurs(EmbeddedPostgresFiles files, string? name, string commandLine) =>
        name is not null && RunsOn(files, commandLine) && commandLine.Contains($" {Option(name)} ");

    /// <summary>The supervising script has the server's command line as its arguments; it ends by itself.</summary>
    private static bool RunsOn(EmbeddedPostgresFiles files, string commandLine) =>
        commandLine.Contains($" -D {files.Cluster} ") && !commandLine.StartsWith("bash ", StringComparison.Ordinal);

    /// <summary>The processes with their command lines, in which every argument is followed by a blank.</summary>
    private static IEnumerable<(int Id, string CommandLine)> CommandLines() =>
        OperatingSystem.IsLinux() ? OfProcFolder() : OfProgram();

    private static IEnumerable<(int Id, string CommandLine)> OfProcFolder()
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                continue;
            string arguments;
            try
            {
                arguments = File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                // It has just ended, or belongs to somebody who hides it.
                continue;
            }

            yield return (id, arguments.Replace('\0', ' '));
        }
    }

    private static IEnumerable<(int Id, string CommandLine)> OfProgram()
    {
        using var program = Process.Start(
            new ProcessStartInfo("ps", ["-axww", "-o", "pid=,command="]) { RedirectStandardOutput = true }
        )!;
        foreach (var line in program.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = line.TrimStart().Split(' ', 2);
            yield return (int.Parse(parts[0], CultureInfo.InvariantCulture), $"{parts[^1].TrimEnd()} ");
        }
    }

    [DllImport("libc", EntryPoint = "syscall")]
    private static extern nint SystemCall(nint number, nint first, nint second, nint third, nint fourth);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int id, int signal);
}
