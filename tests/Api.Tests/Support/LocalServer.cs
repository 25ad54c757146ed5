using System.Diagnostics;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Npgsql;
using TeacherDevPlan.Harness;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Tests;

/// <summary>
/// A plain PostgreSQL server as an operator installs it: with a superuser, encrypted connections alone, and nothing of
/// this program in it.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class LocalServer : IAsyncDisposable
{
    private readonly EmbeddedPostgresFiles files;
    private readonly Process process;

    private LocalServer(EmbeddedPostgresFiles files, Process process, int port) =>
        (this.files, this.process, Port) = (files, process, port);

    public int Port { get; }

    public string Certificate => Path.Combine(files.Data, "ca.crt");

    /// <param name="bin">The folder of the server's programs; null for the embedded ones.</param>
    public static async Task<LocalServer> StartAsync(string? bin)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var files = EmbeddedPostgresFiles.Locate(Directory.CreateTempSubdirectory("teacherdevplan-").FullName);
        files = files with { Bin = bin ?? files.Bin };
        File.SetUnixFileMode(files.Data, File.GetUnixFileMode(files.Data) | UnixFileMode.OtherExecute);
        files.Prepare();
        var user = ServerUser.ForThisProcess();
        await user.OwnAsync(files.ServerHome, cancellation);
        string[] trust = ["--auth-host=scram-sha-256", "--auth-local=reject", "--username=postgres"];
        var password = Path.Combine(files.ServerHome, "superuser-password");
        await File.WriteAllTextAsync(password, "superuser-password", cancellation);
        await user.OwnAsync(files.ServerHome, cancellation);
        await Commands.RunAsync(
            user.CommandLine(files, "initdb", [$"--pgdata={files.Cluster}", $"--pwfile={password}", .. trust]),
            cancellation
        );
        WriteCertificate(files);
        await File.WriteAllTextAsync(
            Path.Combine(files.Cluster, "pg_hba.conf"),
            "hostssl all all 127.0.0.1/32 scram-sha-256\n",
            cancellation
        );
        await user.OwnAsync(files.Cluster, cancellation);
        var port = ServiceProcess.FreePort();
        string[] options = ["-D", files.Cluster, "-p", $"{port}", "-h", "localhost", "-k", "", "-c", "ssl=on"];
        var command = user.CommandLine(files, "postgres", options).ToList();
        var process = Process.Start(
            new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardError = true, WorkingDirectory = "/" }
        )!;
        _ = process.StandardError.ReadToEndAsync(CancellationToken.None);
        var server = new LocalServer(files, process, port);
        await server.AcceptsAsync();
        return server;
    }

    /// <summary>Runs statements one by one, as a superuser.</summary>
    public async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(Login("postgres", "superuser-password", database));
        foreach (var statement in sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
        {
            await using var command = source.CreateCommand(statement);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task<object?> ReadAsync(string user, string password, string sql)
    {
        await using var source = NpgsqlDataSource.Create(Login(user, password, "teacherdevplan"));
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(files.Data, recursive: true);
    }

    private string Login(string user, string password, string database) =>
        $"Host=localhost;Port={Port};Username={user};Password={password};Database={database};Pooling=false;"
        + $"SSL Mode=VerifyFull;Root Certificate={Certificate}";

    private static void WriteCertificate(EmbeddedPostgresFiles files)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var pem = certificate.ExportCertificatePem();
        File.WriteAllText(Path.Combine(files.Data, "ca.crt"), pem);
        File.WriteAllText(Path.Combine(files.Cluster, "server.crt"), pem);
        SecretFile.Create(Path.Combine(files.Cluster, "server.key"), key.ExportPkcs8PrivateKeyPem());
    }

    private async Task AcceptsAsync()
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(100, TestContext.Current.CancellationToken))
        {
            try
            {
                await ExecuteAsync("postgres", "SELECT 1");
                return;
            }
            catch (NpgsqlException) when (patience.Elapsed < TimeSpan.FromSeconds(30) && !process.HasExited)
            {
                // It is starting.
            }
        }
    }
}
