using System.CommandLine;
using TeacherDevPlan.Api.Configuration;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>The commands that verify the audit trail and move its oldest part to a file.</summary>
internal static class AuditCommands
{
    public static Command Verify(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var expected = new Option<string?>("--expect")
        {
            Description = "A hash that an earlier run printed; the chain must contain it.",
        };
        var archives = new Option<string[]>("--archive")
        {
            Description = "A file of archive-audit, to be verified together with the trail; can be repeated.",
        };
        var command = new Command(
            "verify-audit",
            "Checks the audit trail against its hash chain. Can run next to the service. Exits with 1 if there is a fault."
        )
        {
            expected,
            archives,
        };
        command.SetAction(
            (parsed, cancellation) =>
                guarded(() =>
                    VerifyAsync(
                        parsed.GetValue(expected)?.ToLowerInvariant(),
                        parsed.GetValue(archives) ?? [],
                        cancellation
                    )
                )
        );
        return command;
    }

    public static Command Archive(Func<Func<Task<int>>, Task<int>> guarded)
    {
        var before = new Option<DateOnly?>("--before")
        {
            Description = "The first day that stays (in Thailand). Default: the first day that must stay.",
        };
        var file = new Option<string>("--out") { Description = "The new file.", Required = true };
        var command = new Command(
            "archive-audit",
            "Moves the oldest part of the audit trail to a file, as the database's owner. The chain stays verifiable."
        )
        {
            before,
            file,
        };
        command.SetAction(
            (parsed, cancellation) =>
                guarded(() => ArchiveAsync(parsed.GetValue(before), parsed.GetValue(file)!, cancellation))
        );
        return command;
    }

    private static Task<int> VerifyAsync(string? expected, string[] archives, CancellationToken cancellationToken)
    {
        if (expected is not null && !(expected.Length == 64 && expected.All(char.IsAsciiHexDigit)))
            throw new HostingException("--expect requires a hash as printed by verify-audit: 64 hexadecimal digits.");
        return Commands.WithDatabaseAsync(
            async services =>
            {
                var verdict = await services
                    .GetRequiredService<IAuditVerifier>()
                    .VerifyAsync(expected, archives, cancellationToken);
                foreach (var fault in verdict.Faults)
                    Console.WriteLine($"FAULT {fault}");
                var archived = verdict.Archived == 0 ? "" : $", {verdict.Archived} of them in archives";
                Console.WriteLine($"{verdict.Records} records{archived}; the chain ends with {verdict.Head}");
                Console.WriteLine(
                    verdict.Faults.Count == 0 ? "The audit trail is consistent." : $"{verdict.Faults.Count} fault(s)."
                );
                return verdict.Faults.Count == 0 ? 0 : 1;
            },
            cancellationToken
        );
    }

    private static Task<int> ArchiveAsync(DateOnly? before, string file, CancellationToken cancellationToken) =>
        Commands.WithDatabaseAsync(
            async services =>
            {
                var days = Settings.Read<AuditSettings>(services.GetRequiredService<IConfiguration>()).RetentionDays;
                var time = services.GetRequiredService<TimeProvider>();
                var stays = ThaiDay.Of(time.GetUtcNow()).AddDays(-days);
                var first = before ?? stays;
                if (first > stays)
                    throw new HostingException(
                        $"The records of the last {days} days (Audit__RetentionDays) stay in the database: --before can be {stays:yyyy-MM-dd} at the latest."
                    );
                var archived = await services
                    .GetRequiredService<IAuditArchiver>()
                    .ArchiveAsync(ThaiDay.StartOf(first), file, cancellationToken);
                Console.WriteLine(
                    archived is null
                        ? $"No record is from before {first:yyyy-MM-dd}; nothing was archived."
                        : $"Records {archived.First} to {archived.Last} of the chain are now in {file} (SHA-256 {archived.FileSha256}); "
                            + $"that part ends with {archived.Head}"
                );
                return 0;
            },
            cancellationToken
        );
}
