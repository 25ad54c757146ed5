using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.Audit;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The oldest part of the audit trail moves to files, and the whole stays verifiable.</summary>
public sealed class AuditArchiveTests(PlanService service) : LedgerTestsBase(service), IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Table_and_files_are_one_chain_in_any_number_of_parts()
    {
        var heads = new List<string>();
        var files = new List<string>();
        for (var part = 0; part < 3; part++)
        {
            await WriteAsync(3);
            heads.Add((await VerifyAsync()).Head);
            files.Add(Path.Combine(folder.FullName, $"{part}.jsonl"));
            var archived = (await ArchiveAsync(files[part]))!;
            archived.Head.ShouldBe(heads[part]);
            (await CountAsync("audit_records")).ShouldBe(1, "the archiving is recorded");
        }

        await WriteAsync(2);
        foreach (var given in new[] { [], files.ToArray(), [files[1]] })
        {
            var verdict = await VerifyAsync(null, given);
            verdict.Faults.ShouldBeEmpty();
            (verdict.Records - verdict.Archived).ShouldBe(await CountAsync("audit_chain"));
        }

        foreach (var head in heads)
            (await VerifyAsync(head)).Faults.ShouldBeEmpty();
        var within = await HashWithinAsync(files[0]);
        (await VerifyAsync(within, files[0])).Faults.ShouldBeEmpty();
        (await VerifyAsync(within)).Faults.ShouldHaveSingleItem().ShouldContain("whose file was not given");
        if (!OperatingSystem.IsWindows())
            (File.GetUnixFileMode(files[0]) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)).ShouldBe(
                UnixFileMode.None
            );
    }

    [Fact]
    public async Task A_changed_file_a_strange_file_and_a_changed_remainder_are_found()
    {
        await WriteAsync(3);
        var file = Path.Combine(folder.FullName, "a.jsonl");
        await ArchiveAsync(file);
        await WriteAsync(3);
        await VerifyAsync();
        var text = await File.ReadAllTextAsync(file, Cancellation);
        var changed = Path.Combine(folder.FullName, "changed.jsonl");
        await File.WriteAllTextAsync(changed, text.Replace("somebody", "someb0dy"), Cancellation);
        (await VerifyAsync(null, changed)).Faults.ShouldHaveSingleItem().ShouldContain("was changed");
        await File.WriteAllTextAsync(changed, text[..text.TrimEnd().LastIndexOf('\n')], Cancellation);
        (await VerifyAsync(null, changed)).Faults.ShouldHaveSingleItem().ShouldContain("was changed");
        (await VerifyAsync(null, file, file)).Faults.ShouldHaveSingleItem().ShouldContain("no archive of this");
        var head = text[..text.IndexOf('\n')];
        foreach (
            var other in (string[])["", "not an archive", "null", "{}", "[]", $"{head}\nnull\n", $"{head}\n{{}}\n"]
        )
        {
            await File.WriteAllTextAsync(changed, other, Cancellation);
            await Should.ThrowAsync<HostingException>(VerifyAsync(null, changed));
        }

        await Service.ExecuteSqlAsync(
            "SET session_replication_role = replica; UPDATE audit_records SET actor = 'x' WHERE number = (SELECT min(number) FROM audit_records)"
        );
        (await VerifyAsync(null, file)).Faults.ShouldHaveSingleItem().ShouldContain("was changed");
        (
            await Should.ThrowAsync<HostingException>(ArchiveAsync(Path.Combine(folder.FullName, "b.jsonl")))
        ).Message.ShouldContain("has faults");
    }

    [Fact]
    public async Task Nothing_is_deleted_where_the_file_cannot_be_written_or_nothing_is_old_enough()
    {
        await WriteAsync(2);
        await VerifyAsync();
        var before = await CountAsync("audit_records");
        var file = Path.Combine(folder.FullName, "a.jsonl");
        await File.WriteAllTextAsync(file, "mine", Cancellation);
        await Should.ThrowAsync<HostingException>(ArchiveAsync(file));
        (await File.ReadAllTextAsync(file, Cancellation)).ShouldBe("mine");
        (
            await ArchiveAsync(Path.Combine(folder.FullName, "b.jsonl"), DateTimeOffset.UtcNow.AddYears(-1))
        ).ShouldBeNull();
        (await CountAsync("audit_records")).ShouldBe(before);
        (await VerifyAsync()).Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("DELETE FROM audit_records")]
    [InlineData("DELETE FROM audit_chain")]
    [InlineData("DELETE FROM audit_archives")]
    [InlineData("UPDATE audit_archives SET last_position = last_position + 1")]
    [InlineData("TRUNCATE audit_archives")]
    [InlineData(
        "INSERT INTO audit_archives (first_position, last_position, last_hash, file_sha256, ends_before) SELECT max(last_position) + 1, max(last_position) + 1, sha256(''), sha256(''), now() FROM audit_archives"
    )]
    [InlineData(
        "INSERT INTO audit_archives (first_position, last_position, last_hash, file_sha256, ends_before) SELECT 1, position, hash, sha256(''), now() FROM audit_chain"
    )]
    public async Task What_is_in_no_archive_is_deleted_by_nobody(string sql)
    {
        await WriteAsync(2);
        await ArchiveAsync(Path.Combine(folder.FullName, "a.jsonl"));
        await WriteAsync(2);
        await VerifyAsync();
        var states = new List<string>();
        foreach (var login in new[] { Service.Logins.Service, Service.Logins.Owner })
        {
            await using var source = NpgsqlDataSource.Create(login);
            await using var command = source.CreateCommand(sql);
            states.Add(
                (await Should.ThrowAsync<PostgresException>(command.ExecuteNonQueryAsync(Cancellation))).SqlState
            );
        }

        states.ShouldBe([PostgresErrorCodes.InsufficientPrivilege, PostgresErrorCodes.IntegrityConstraintViolation]);
    }

    [Fact]
    public async Task The_size_of_the_trail_is_measured()
    {
        await WriteAsync(2);
        await VerifyAsync();
        var size = await Service.Services.GetRequiredService<PlanDatabase>().ReadAuditSizeAsync(Cancellation);
        size.Records.ShouldBe(await CountAsync("audit_records"));
        size.Bytes.ShouldBeGreaterThan(0);
        size.Oldest!.Value.ShouldBeLessThanOrEqualTo(DateTime.UtcNow.AddMinutes(1));
    }

    private async Task WriteAsync(int payments)
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        for (var i = 0; i < payments; i++)
            await Ledger.PayAsync(activities[0], 1);
    }

    private async Task<AuditVerdict> VerifyAsync(string? expected = null, params string[] archives) =>
        await Service.Services.GetRequiredService<IAuditVerifier>().VerifyAsync(expected, archives, Cancellation);

    private async Task<ArchivedAudit?> ArchiveAsync(string file, DateTimeOffset? before = null)
    {
        Service.Changed();
        await using var scope = Service.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.AsSystem()
            .GetRequiredService<IAuditArchiver>()
            .ArchiveAsync(before ?? DateTimeOffset.UtcNow.AddMinutes(1), file, Cancellation);
    }

    private static async Task<string> HashWithinAsync(string file)
    {
        string? hash = null;
        await AuditArchiveFile.ReadAsync(file, place => hash ??= place.Hex, Cancellation);
        return hash!;
    }

    private async Task<long> CountAsync(string table)
    {
        await using var source = NpgsqlDataSource.Create(Service.Logins.Owner);
        await using var command = source.CreateCommand($"SELECT count(*) FROM {table}");
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
