using System.Runtime.Versioning;

namespace TeacherDevPlan.Infrastructure.Hosting;

/// <summary>Creates the embedded server's cluster: its files and its superuser.</summary>
[UnsupportedOSPlatform("windows")]
internal static class EmbeddedCluster
{
    public const string Superuser = "postgres";

    /// <summary>
    /// Creates the cluster in a temporary folder and moves it into place when complete, so that a kill in between
    /// leaves nothing incomplete.
    /// </summary>
    public static async Task CreateAsync(
        EmbeddedPostgresFiles files,
        ServerUser user,
        CancellationToken cancellationToken
    )
    {
        var password = SecretFile.NewPassword();
        // Each has another name, because the initdb of a killed process may still be writing.
        var unfinished = $"{files.Cluster}-{Guid.NewGuid():N}.new";
        var passwordFile = Path.Combine(files.ServerHome, "initdb-password");
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
        foreach (var abandoned in Directory.EnumerateDirectories(files.ServerHome, "cluster*.new"))
        {
            try
            {
                Directory.Delete(abandoned, recursive: true);
            }
            catch (IOException)
            {
                // Somebody still writes in it; it does no harm.
            }
        }
    }
}
