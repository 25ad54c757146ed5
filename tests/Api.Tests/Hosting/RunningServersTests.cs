using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;
using CsCheck;
using Npgsql;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>
/// Whatever the files in a data folder say, starting and stopping reach the servers of this folder, and no other
/// process.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed class RunningServersTests : IAsyncDisposable
{
    private readonly List<Process> started = [];
    private readonly string folder = Directory.CreateTempSubdirectory("teacherdevplan-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        foreach (var process in started)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task No_content_of_any_file_makes_it_signal_another_process()
    {
        var files = Files("mine");
        var others = Files("others");
        var name = RunningServers.NewName(files);
        var otherName = RunningServers.NewName(others);
        Process[] foreign =
        [
            StandIn("-D", others.Cluster, "-c", otherName, "-p", "1"),
            StandIn("-D", files.Cluster, "-c", otherName, "-p", "1"),
            StandIn("-D", others.Cluster, "-c", name, "-p", "1"),
            StandIn("-D", files.Cluster + "2", "-c", name, "-p", "1"),
            StandIn("-D", files.Cluster, "-p", "1"),
            StandIn("unrelated"),
        ];
        var ids = foreign.Select(process => process.Id).Append(Environment.ProcessId).ToArray();
        var anyId = Gen.Int[0, ids.Length - 1].Select(i => ids[i]);
        var pidFiles = Gen.OneOf(
            Gen.Const(""),
            Gen.String,
            anyId.Select(id => $"{id}"),
            anyId.Select(id => $"{id}\n{files.Cluster}\n{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}\n1\n"),
            anyId.Select(id => $"-{id}\n"),
            Gen.Long.Select(id => $"{id}\n")
        );
        var names = Gen.OneOf(
            Gen.Const(""),
            Gen.String,
            anyId.Select(id => $"{id}"),
            Gen.Const("postgres"),
            Gen.Const(name[(name.IndexOf('=') + 1)..])
        );
        await Gen.Select(pidFiles, names)
            .SampleAsync(
                async content =>
                {
                    await File.WriteAllTextAsync(PidFile(files), content.Item1, Cancellation);
                    await File.WriteAllTextAsync(files.ServerName, content.Item2, Cancellation);
                    await RunningServers.EndAsync(files, Cancellation);
                    foreign.ShouldAllBe(process => !process.HasExited);
                },
                iter: 60,
                threads: 1
            );
    }

    [Fact]
    public async Task What_was_launched_on_the_folder_is_found_and_ended()
    {
        var files = Files("mine");
        var server = StandIn("-D", files.Cluster, "-c", RunningServers.NewName(files), "-p", "1");
        RunningServers.Find(files).ShouldBe([server.Id]);
        // The file may name anybody, and nobody.
        await File.WriteAllTextAsync(PidFile(files), $"{Environment.ProcessId}", Cancellation);
        await RunningServers.EndAsync(files, Cancellation);
        server.HasExited.ShouldBeTrue();
        File.Exists(PidFile(files)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_starts_with_every_file_that_an_earlier_one_may_have_left()
    {
        await using var other = await StartAsync("other");
        var files = EmbeddedPostgresFiles.Locate(Path.Combine(folder, "mine"));
        await (await StartAsync("mine")).DisposeAsync();
        var others = EmbeddedPostgresFiles.Locate(Path.Combine(folder, "other"));
        string[] left =
        [
            "",
            "no number\n",
            "-1\n",
            "99999999999999999999\n",
            $"{Environment.ProcessId}\n{files.Cluster}\n1\n",
            await File.ReadAllTextAsync(PidFile(others), Cancellation),
        ];
        foreach (var content in left)
        {
            await File.WriteAllTextAsync(PidFile(files), content, Cancellation);
            File.Copy(others.ServerName, files.ServerName, overwrite: true);
            await using var server = await StartAsync("mine");
            (await AnswersAsync(server)).ShouldBeTrue(content);
            (await AnswersAsync(other)).ShouldBeTrue(content);
        }
    }

    [Fact]
    public async Task The_server_comes_back_however_often_it_ends_and_whatever_fails_in_between()
    {
        var files = EmbeddedPostgresFiles.Locate(Path.Combine(folder, "mine"));
        var lines = new StringBuilder();
        var path = Environment.GetEnvironmentVariable("PATH");
        await using var server = await EmbeddedPostgres.StartAsync(
            files,
            false,
            line =>
            {
                lock (lines)
                    lines.AppendLine(line);
                if (line.StartsWith("PostgreSQL has", StringComparison.Ordinal))
                    throw new IOException("The disk of the log is full.");
            },
            Cancellation
        );
        try
        {
            // Nothing can be started now.
            Environment.SetEnvironmentVariable("PATH", folder);
            Kill(RunningServers.Find(files)[0]);
            await UntilAsync(() => Task.FromResult(lines.ToString().Contains("could not be started again")));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }

        await UntilAsync(() => AnswersAsync(server));
        Kill(RunningServers.Find(files)[0]);
        await UntilAsync(() => AnswersAsync(server));
    }

    [Fact]
    public void What_is_created_in_a_data_folder_can_be_read_by_its_owner_alone()
    {
        var files = Files("mine");
        files.Prepare();
        SecretFile.Replace(files.Port, "1");
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        string[] paths = [files.Data, files.ServerHome, files.Log, files.Port];
        paths.ShouldAllBe(path => (File.GetUnixFileMode(path) & others) == UnixFileMode.None);
    }

    private EmbeddedPostgresFiles Files(string name)
    {
        var files = new EmbeddedPostgresFiles("", Path.Combine(folder, name));
        files.Prepare();
        Directory.CreateDirectory(files.Cluster);
        return files;
    }

    private static string PidFile(EmbeddedPostgresFiles files) => Path.Combine(files.Cluster, "postmaster.pid");

    /// <summary>A process with a command line like PostgreSQL's.</summary>
    private Process StandIn(params string[] arguments)
    {
        var start = new ProcessStartInfo(
            "bash",
            ["-c", "exec -a postgres bash -c 'read' stand-in \"$@\"", "stand-in", .. arguments]
        )
        {
            RedirectStandardInput = true,
        };
        var process = Process.Start(start)!;
        started.Add(process);
        var commandLine = $"/proc/{process.Id}/cmdline";
        SpinWait.SpinUntil(() => File.ReadAllText(commandLine).StartsWith("postgres\0", StringComparison.Ordinal));
        return process;
    }

    private async Task<EmbeddedPostgres> StartAsync(string name) =>
        await EmbeddedPostgres.StartAsync(
            EmbeddedPostgresFiles.Locate(Path.Combine(folder, name)),
            false,
            _ => { },
            Cancellation
        );

    private static async Task<bool> AnswersAsync(EmbeddedPostgres server)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(server.Logins.Owner + ";Pooling=false");
            await using var one = source.CreateCommand("SELECT 1");
            return await one.ExecuteScalarAsync(Cancellation) is 1;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var patience = Stopwatch.StartNew();
        while (!await holds())
        {
            patience.Elapsed.TotalSeconds.ShouldBeLessThan(60);
            await Task.Delay(100, Cancellation);
        }
    }

    private static void Kill(int id)
    {
        using var process = Process.GetProcessById(id);
        process.Kill();
    }
}
