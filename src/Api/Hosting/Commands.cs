using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Ledger;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Persistence.Setup;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>The commands that work on the database and exit.</summary>
internal static class Commands
{
    public static async Task<int> ImportAsync(FileInfo file, bool publish, CancellationToken cancellationToken)
    {
        if (!file.Exists)
            throw new HostingException($"The file {file.FullName} does not exist.");
        if (file.Length > ImportPlanValidator.MaxBytes)
            throw new HostingException(
                $"{file.Name} has {file.Length} bytes; a plan file has at most {ImportPlanValidator.MaxBytes}."
            );
        var content = await File.ReadAllBytesAsync(file.FullName, cancellationToken);
        return await WithDatabaseAsync(
            async services =>
            {
                var result = await services
                    .GetRequiredService<ISender>()
                    .Send(new ImportPlan(content, publish), cancellationToken);
                return PrintOutcome(file.Name, result);
            },
            cancellationToken
        );
    }

    /// <summary>Checks the ledger. Returns exit code 0 if there are no differences.</summary>
    public static Task<int> VerifyLedgerAsync(CancellationToken cancellationToken) =>
        WithDatabaseAsync(
            async services =>
            {
                var checks = await services.GetRequiredService<ISender>().Send(new VerifyLedger(), cancellationToken);
                foreach (var check in checks)
                {
                    var verdict = check.Differences == 0 ? "ok" : $"{check.Differences} DIFFER";
                    Console.WriteLine($"{verdict, -10} {check.Name} ({check.Compared} compared)");
                    foreach (var example in check.Examples)
                        Console.WriteLine($"           {example}");
                }

                var differences = checks.Sum(check => check.Differences);
                Console.WriteLine(differences == 0 ? "The ledger is consistent." : $"{differences} difference(s).");
                return differences == 0 ? 0 : 1;
            },
            cancellationToken
        );

    public static async Task<int> MigrateAsync(CancellationToken cancellationToken) =>
        await WithDatabaseAsync(_ => Task.FromResult(0), cancellationToken, alwaysMigrate: true);

    private static int PrintOutcome(string file, Result<ImportReport> result)
    {
        if (result.Succeeded)
        {
            var report = result.Value;
            Console.WriteLine(
                $"{report.Outcome}: plan of {report.OfficeCode} for fiscal year {report.FiscalYear}, {report.Projects} projects, "
                    + $"{report.Activities} activities, {report.Indicators} indicators, {report.Datasets} datasets "
                    + $"({report.RowsChanged} rows changed)."
            );
            Console.WriteLine(
                report.Published
                    ? "Everybody sees the plan."
                    : "Only the office sees this until it is published (--publish, or publishPlan)."
            );
            PrintReading(report.Reading);
            var findings = report.Findings;
            Console.WriteLine(
                $"Open findings: {findings.Errors} errors, {findings.Warnings} warnings, {findings.Infos} infos."
            );
            return 0;
        }

        Console.Error.WriteLine($"{file} was rejected and nothing was changed: {result.Error!.Message}");
        foreach (var fault in (result.Error as PlanFileRefused)?.Faults ?? [])
            Console.Error.WriteLine($"  {(fault.Path.Length == 0 ? "(file)" : fault.Path)}: {fault.Message}");
        return 1;
    }

    private static void PrintReading(PlanReading? reading)
    {
        if (reading is null)
            return;
        Console.WriteLine($"{reading.LinesUsed} of {reading.Lines} lines are in the plan.");
        foreach (var passage in reading.Unread)
        {
            Console.WriteLine(
                $"  lines {passage.FirstLine} to {passage.LastLine} went nowhere ({EnumText.Of(passage.Reason)})"
            );
        }
    }

    public static async Task<int> WithDatabaseAsync(
        Func<IServiceProvider, Task<int>> run,
        CancellationToken cancellationToken,
        bool alwaysMigrate = false
    )
    {
        var builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory }
        );
        Settings.Check(builder.Configuration);
        await using var database = await DatabaseConnection.OpenAsync(
            builder.Configuration,
            joinRunning: true,
            Console.Error.WriteLine,
            cancellationToken
        );
        builder.Services.AddTeacherDevPlan(builder.Configuration, database.Logins);
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var migrator = scope.ServiceProvider.GetRequiredService<DatabaseMigrator>();
        if (alwaysMigrate || database.IsEmbedded)
        {
            var applied = await migrator.MigrateAsync(cancellationToken);
            if (alwaysMigrate)
                Console.WriteLine(
                    applied.Count == 0 ? "The database is up to date." : $"Applied: {string.Join(", ", applied)}"
                );
        }
        else
        {
            await migrator.EnsureCurrentAsync(cancellationToken);
        }

        return await run(scope.ServiceProvider.As(Caller.AtCommandLine(Environment.UserName, Environment.MachineName)));
    }
}
