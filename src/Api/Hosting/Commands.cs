using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Ledger;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.Infrastructure.Persistence.Setup;

namespace TeacherDevPlan.Api.Hosting;

/// <summary>The commands that work on the database and exit.</summary>
internal static class Commands
{
    /// <summary>Checks the ledger. Returns exit code 0 if there are no differences.</summary>
    public static Task<int> VerifyLedgerAsync(CancellationToken cancellationToken) =>
        VerifyAsync(new VerifyLedger(), "The ledger is consistent.", cancellationToken);

    /// <summary>Checks what is stored about people. Returns exit code 0 if there are no differences.</summary>
    public static Task<int> VerifyPeopleAsync(CancellationToken cancellationToken) =>
        VerifyAsync(new VerifyPeople(), "What is stored about people is consistent.", cancellationToken);

    private static Task<int> VerifyAsync(
        IQuery<IReadOnlyList<ConsistencyCheck>> query,
        string consistent,
        CancellationToken cancellationToken
    ) =>
        WithDatabaseAsync(
            async services =>
            {
                var checks = await services.GetRequiredService<ISender>().Send(query, cancellationToken);
                foreach (var check in checks)
                {
                    var verdict = check.Differences == 0 ? "ok" : $"{check.Differences} DIFFER";
                    Console.WriteLine($"{verdict, -10} {check.Name} ({check.Compared} compared)");
                    foreach (var example in check.Examples)
                        Console.WriteLine($"           {example}");
                }

                var differences = checks.Sum(check => check.Differences);
                Console.WriteLine(differences == 0 ? consistent : $"{differences} difference(s).");
                return differences == 0 ? 0 : 1;
            },
            cancellationToken
        );

    public static async Task<int> MigrateAsync(CancellationToken cancellationToken) =>
        await WithDatabaseAsync(_ => Task.FromResult(0), cancellationToken, alwaysMigrate: true);

    public static async Task<int> WithDatabaseAsync(
        Func<IServiceProvider, Task<int>> run,
        CancellationToken cancellationToken,
        bool alwaysMigrate = false
    )
    {
        var builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory }
        );
        SettingsCheck.Check(builder.Configuration);
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
