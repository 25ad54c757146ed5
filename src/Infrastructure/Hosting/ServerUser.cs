using System.Diagnostics;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>
/// PostgreSQL refuses to run as root, so root runs it as <c>postgres</c> if that user exists, otherwise as
/// <c>nobody</c>. If a folder on the path to its files is closed to that user, the server keeps the one capability that
/// opens it.
/// </summary>
internal sealed class ServerUser
{
    private readonly string? name;

    private ServerUser(string? name) => this.name = name;

    public static ServerUser ForThisProcess()
    {
        if (!Environment.IsPrivilegedProcess)
            return new ServerUser(null);
        var users = File.ReadLines("/etc/passwd").Select(line => line.Split(':')[0]).ToHashSet();
        return new ServerUser(users.Contains("postgres") ? "postgres" : "nobody");
    }

    /// <summary>The command line that runs a program of the server as this user.</summary>
    public IEnumerable<string> CommandLine(EmbeddedPostgresFiles files, string program, params string[] arguments)
    {
        string[] command = [Path.Combine(files.Bin, program), .. arguments];
        if (name is null)
            return command;
        var reachable = IsOpen(files.Bin) && IsOpen(files.Data);
        string[] capabilities = reachable
            ? ["--inh-caps=-all"]
            // Without the securebit, access(2) would ignore the capability, and initdb calls it before it runs
            // postgres.
            : ["--securebits=+no_setuid_fixup", "--inh-caps=-all,+dac_override", "--ambient-caps=-all,+dac_override"];
        return ["setpriv", $"--reuid={name}", $"--regid={Group}", "--clear-groups", .. capabilities, .. command];
    }

    public async Task OwnAsync(string path, CancellationToken cancellationToken)
    {
        if (name is not null)
            await Commands.RunAsync(["chown", "-R", $"{name}:{Group}", path], cancellationToken);
    }

    private string Group =>
        File.ReadLines("/etc/passwd").Select(line => line.Split(':')).First(user => user[0] == name)[3];

    /// <summary>Whether every folder on the path is open to others.</summary>
    private static bool IsOpen(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (folder.Exists && !folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        }

        return true;
    }
}

/// <summary>Runs a program and waits for its end.</summary>
internal static class Commands
{
    public static async Task RunAsync(IEnumerable<string> commandLine, CancellationToken cancellationToken)
    {
        var command = commandLine.ToList();
        var start = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = "/",
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
            throw new HostingException($"{Path.GetFileName(command[0])} failed: {error.Trim()}");
    }
}
