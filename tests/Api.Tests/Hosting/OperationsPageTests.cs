using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using Npgsql;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>
/// docs/operations.md, followed as it stands there on a real server; replaced are the host, the port and the path of the
/// certificate.
/// </summary>
[UnsupportedOSPlatform("windows")]
public sealed partial class OperationsPageTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;
    private readonly string page = File.ReadAllText(Path.Combine(Programs.Home, "docs", "operations.md"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_server_is_set_up_and_kept_through_an_update_of_ICU()
    {
        await using var server = await LocalServer.StartAsync(null);
        var output = await SetUpAsync(server);
        output.ShouldContain("Applied: ");
        output.ShouldContain("tdp_");
        output.ShouldContain("is ready");
        // The owner of the objects is the owner of the database, and the service owns nothing.
        (
            await ReadAsync(server, "SELECT count(DISTINCT tableowner) FROM pg_tables WHERE schemaname = 'public'")
        ).ShouldBe(1L);
        (
            await ReadAsync(
                server,
                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()"
            )
        ).ShouldBe("teacherdevplan_owner");
        (
            await Should.ThrowAsync<PostgresException>(
                server.ReadAsync("teacherdevplan", "service-password", "CREATE TEMPORARY TABLE t ()")
            )
        ).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);

        const string stale = """
            SELECT count(*) FROM (
                SELECT datcollversion = pg_database_collation_actual_version(oid) AS fits FROM pg_database
                WHERE datname = current_database()
                UNION ALL
                SELECT collversion = pg_collation_actual_version(oid) FROM pg_collation WHERE collname = 'th-x-icu'
            ) AS versions WHERE NOT fits
            """;
        await server.ExecuteAsync(
            "teacherdevplan",
            "UPDATE pg_database SET datcollversion = '1' WHERE datname = 'teacherdevplan';\n"
                + "UPDATE pg_collation SET collversion = '1' WHERE collname = 'th-x-icu'"
        );
        (await ReadAsync(server, stale)).ShouldBe(2L);
        await FollowAsync(server, Blocks("After an update of ICU").ShouldHaveSingleItem());
        (await ReadAsync(server, stale)).ShouldBe(0L);
    }

    [Fact]
    public async Task A_backup_is_restored_on_another_server()
    {
        var bin = await ServerOfToolsAsync();
        await using var first = await LocalServer.StartAsync(bin);
        await using var second = await LocalServer.StartAsync(bin);
        var setUp = Blocks("Your own server");
        var (backup, restore) = (Blocks("Backup and restore")[0], Blocks("Backup and restore")[1]);
        await SetUpAsync(first, "export SampleData__Import=true\n");
        await RunAsync(first, backup.Text);

        await FollowAsync(second, setUp[0]);
        // The logins of the other server, without what the page does there for the first time.
        var logins = string.Join('\n', setUp[1].Text.Split('\n').Where(line => !Once().IsMatch(line)));
        var host = backup.Text[..backup.Text.IndexOf("pg_dump", StringComparison.Ordinal)];
        var output = await RunAsync(second, $"{host}\n{logins}\n{restore.Text}\nunset ConnectionStrings__Owner\n./run");
        output.ShouldContain("The database is up to date.");
        output.ShouldContain("The ledger is consistent.");
        output.ShouldContain("The audit trail is consistent.");
        output.ShouldContain("is ready");
        const string money = "SELECT concat(count(*), ' ', sum(amount)) FROM ledger_entries";
        var restored = await ReadAsync(second, money);
        restored.ShouldBe(await ReadAsync(first, money));
        restored.ShouldNotBe("0 ");
    }

    [Fact]
    public async Task A_login_that_may_create_temporary_tables_is_refused_until_the_database_is_migrated()
    {
        await using var server = await LocalServer.StartAsync(null);
        await SetUpAsync(server);
        await server.ExecuteAsync("postgres", "GRANT TEMPORARY ON DATABASE teacherdevplan TO PUBLIC");
        var start = Blocks("Your own server")[1]
            .Text.Replace("./run access-token --role administrator --name first-administrator\n", "");
        var refused = await Should.ThrowAsync<InvalidOperationException>(
            RunAsync(server, start.Replace("./run migrate\n", ""))
        );
        refused.Message.ShouldContain("REVOKE TEMPORARY ON DATABASE teacherdevplan FROM PUBLIC");
        (await RunAsync(server, start)).ShouldContain("is ready");
    }

    private async Task<string> SetUpAsync(LocalServer server, string before = "")
    {
        var blocks = Blocks("Your own server");
        blocks.Count.ShouldBe(2);
        await FollowAsync(server, blocks[0]);
        return await RunAsync(server, before + blocks[1].Text);
    }

    private static Task<object?> ReadAsync(LocalServer server, string sql) =>
        server.ReadAsync("teacherdevplan_owner", "owner-password", sql);

    /// <summary>Runs a block of statements in the database that its first line names.</summary>
    private static Task FollowAsync(LocalServer server, (string Language, string Text) block) =>
        server.ExecuteAsync(Database().Match(block.Text).Groups["name"].Value, block.Text);

    private List<(string Language, string Text)> Blocks(string heading)
    {
        var start = page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        start.ShouldBePositive();
        var end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return
        [
            .. Block()
                .Matches(end < 0 ? page[start..] : page[start..end])
                .Select(match => (match.Groups["language"].Value, match.Groups["text"].Value)),
        ];
    }

    private async Task<string> RunAsync(LocalServer server, string commands)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "run"), Starter, TestContext.Current.CancellationToken);
        File.SetUnixFileMode(
            Path.Combine(folder, "run"),
            UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite
        );
        var script = commands
            .Replace("db.example", "localhost")
            .Replace("5432", $"{server.Port}")
            .Replace("/etc/ssl/db-ca.crt", server.Certificate);
        return await OutputAsync("bash", ["-euc", script]);
    }

    /// <summary>The program in the place of ./run; the service itself is stopped as soon as it is ready.</summary>
    private static string Starter =>
        $$"""
            #!/usr/bin/env bash
            program={{Programs.Program}}
            if [ $# -gt 0 ]; then exec dotnet "$program" "$@"; fi
            coproc SERVICE { exec dotnet "$program" --urls http://127.0.0.1:0; }
            service=$SERVICE_PID
            while read -r line; do
              echo "$line"
              case "$line" in *"is ready"*) kill "$service" ;; esac
            done <&"${SERVICE[0]}"
            wait "$service"
            """;

    private async Task<string> OutputAsync(string program, string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = folder,
            }
        )!;
        var output = await Programs.OutputAsync(process);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException(output);
    }

    /// <summary>
    /// Programs of a server that the installed pg_dump can read: null for the embedded one, else those beside pg_dump.
    /// </summary>
    private async Task<string?> ServerOfToolsAsync()
    {
        const int embedded = 18;
        try
        {
            var version = Major().Match(await OutputAsync("pg_dump", ["--version"])).Value;
            if (int.Parse(version, System.Globalization.CultureInfo.InvariantCulture) >= embedded)
                return null;
            var bin = (await OutputAsync("pg_config", ["--bindir"])).Trim();
            if (File.Exists(Path.Combine(bin, "initdb")))
                return bin;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // Not installed.
        }

        Assert.Skip("pg_dump of version 18, or of an installed server, is needed.");
        return null;
    }

    [GeneratedRegex("```(?<language>sh|sql)\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("connected to the database (?<name>[a-z]+)")]
    private static partial Regex Database();

    /// <summary>What is done once, or after the restore.</summary>
    [GeneratedRegex("^(./run|unset)")]
    private static partial Regex Once();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Major();
}
