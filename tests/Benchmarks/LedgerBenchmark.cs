using System.Diagnostics;
using Npgsql;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Harness;

namespace TeacherDevPlan.Benchmarks;

/// <summary>
/// Measures durable payments per second through the whole service (HTTP, GraphQL, domain, PostgreSQL) and through one
/// SQL function on the same database, alternating. Every client uses its own activities, so that locks are rarely
/// contended.
/// </summary>
internal sealed class LedgerBenchmark(GraphQLClient client, NpgsqlDataSource source, ServiceProcess service)
{
    private const string Mutation =
        "mutation ($input: RecordDisbursementInput!) { recordDisbursement(input: $input) { disbursement { id } errors { __typename } } }";

    private const string Many =
        "mutation ($input: RecordDisbursementsInput!) { recordDisbursements(input: $input) { disbursements { id } errors { __typename } } }";

    private const int AtOnce = 1000;

    private static readonly int[] Connections = [1, 8, 32];
    private static readonly DateOnly PaidOn = new(2023, 1, 10);

    public static async Task RunAsync(TimeSpan time, int rounds, CancellationToken cancellationToken)
    {
        await using var service = new ServiceProcess(
            ("RateLimits__SignedInPerSecond", "0"),
            ("RateLimits__Concurrent", "0")
        );
        await service.StartAsync(cancellationToken);
        var token = await service.OfficerTokenAsync(cancellationToken);
        using var client = new GraphQLClient(service.GraphQL, token, Connections[^1], TimeSpan.FromSeconds(30));
        var login = new NpgsqlConnectionStringBuilder(service.OwnerConnectionString)
        {
            MaxPoolSize = Connections[^1],
            MaxAutoPrepare = 10,
            AutoPrepareMinUsages = 1,
            NoResetOnClose = true,
        };
        await using var source = NpgsqlDataSource.Create(login.ConnectionString);
        await using (var create = source.CreateCommand(BaselineSql.Create))
            await create.ExecuteNonQueryAsync(cancellationToken);
        var benchmark = new LedgerBenchmark(client, source, service);
        await benchmark.MeasureAsync(time, rounds, cancellationToken);
        await benchmark.MeasureManyAsync(rounds, cancellationToken);
        var planOfficer = await service.TokenAsync("plan-officer approver", cancellationToken);
        using var importer = new GraphQLClient(service.GraphQL, planOfficer, 1, TimeSpan.FromSeconds(30));
        await new ImportBenchmark(importer, source).MeasureAsync(rounds, cancellationToken);
        var (output, exitCode) = await service.RunAsync(["verify-ledger"], cancellationToken);
        Console.WriteLine(exitCode == 0 ? "The ledger is consistent afterwards." : output);
    }

    private async Task MeasureAsync(TimeSpan time, int rounds, CancellationToken cancellationToken)
    {
        foreach (var setting in (string[])["fsync", "synchronous_commit", "server_version"])
        {
            await using var show = source.CreateCommand($"SHOW {setting}");
            Console.WriteLine($"{setting} = {await show.ExecuteScalarAsync(cancellationToken)}");
        }

        var activities = await ActivitiesAsync(cancellationToken);
        Console.WriteLine($"{activities.Count} activities, {rounds} rounds of {time.TotalSeconds} s, medians");
        Console.WriteLine(
            "connections  SQL function/s  service/s  ratio   CPU ms per payment: SQL function | service = server + PostgreSQL + client"
        );
        // Warm both.
        await LoadAsync(8, time, activities, PayByServiceAsync, cancellationToken);
        await LoadAsync(8, time, activities, PayByFunctionAsync, cancellationToken);
        foreach (var connections in Connections)
        {
            var byFunction = new List<Figures>();
            var byService = new List<Figures>();
            for (var round = 0; round < rounds; round++)
            {
                byFunction.Add(await LoadAsync(connections, time, activities, PayByFunctionAsync, cancellationToken));
                byService.Add(await LoadAsync(connections, time, activities, PayByServiceAsync, cancellationToken));
            }

            var (function, whole) = (Median(byFunction), Median(byService));
            Console.WriteLine(
                $"{connections, 11}  {function.PerSecond, 14:0}  {whole.PerSecond, 9:0}  {whole.PerSecond / function.PerSecond, 5:0.00}   "
                    + $"{function.Postgres + function.Client:0.00} | {whole.Server + whole.Postgres + whole.Client:0.00} = {whole.Server:0.00} + {whole.Postgres:0.00} + {whole.Client:0.00}"
            );
        }
    }

    /// <summary>Payments of all activities in turn, by one mutation, and by its dry run.</summary>
    private async Task MeasureManyAsync(int rounds, CancellationToken cancellationToken)
    {
        var activities = await ActivitiesAsync(cancellationToken);
        foreach (var dryRun in new[] { false, true })
        {
            var taken = new List<double>();
            for (var round = 0; round <= rounds; round++)
            {
                var input = new
                {
                    items = Enumerable
                        .Range(0, AtOnce)
                        .Select(number => new
                        {
                            activityId = new NodeId("Activity", activities[number % activities.Count]).ToString(),
                            amount = 0.01m,
                            paidOn = PaidOn,
                            reference = $"{number}",
                        })
                        .ToList(),
                    idempotencyKey = Guid.NewGuid().ToString("N"),
                    dryRun,
                };
                var watch = Stopwatch.StartNew();
                var data = await client.QueryAsync(Many, new { input }, cancellationToken);
                taken.Add(watch.Elapsed.TotalSeconds);
                if (data.GetProperty("recordDisbursements").GetProperty("disbursements").GetArrayLength() != AtOnce)
                    throw new InvalidOperationException(data.ToString());
            }

            var median = taken.Skip(1).Order().ElementAt(rounds / 2);
            Console.WriteLine(
                $"recordDisbursements of {AtOnce}{(dryRun ? ", dry run" : "")}: {median * 1000:0} ms, {AtOnce / median:0} payments/s"
            );
        }
    }

    private async Task<Figures> LoadAsync(
        int connections,
        TimeSpan time,
        IReadOnlyList<Guid> activities,
        Func<Guid, string, CancellationToken, Task> pay,
        CancellationToken cancellationToken
    )
    {
        var (server, postgres, client) = Cpu();
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(
            Enumerable
                .Range(0, connections)
                .Select(async number =>
                {
                    var count = 0;
                    while (watch.Elapsed < time)
                    {
                        var activity = activities[(number + count * connections) % activities.Count];
                        await pay(activity, Guid.NewGuid().ToString("N"), cancellationToken);
                        count++;
                    }

                    return count;
                })
        );
        var seconds = watch.Elapsed.TotalSeconds;
        var total = counts.Sum();
        var after = Cpu();
        return new Figures(
            total / seconds,
            (after.Server - server).TotalMilliseconds / total,
            (after.Postgres - postgres).TotalMilliseconds / total,
            (after.Client - client).TotalMilliseconds / total
        );
    }

    private (TimeSpan Server, TimeSpan Postgres, TimeSpan Client) Cpu() =>
        (CpuTime.Of(service.ProcessId), CpuTime.OfTree(service.PostgresProcessId), CpuTime.Of(Environment.ProcessId));

    private async Task PayByServiceAsync(Guid activity, string key, CancellationToken cancellationToken)
    {
        var input = new
        {
            activityId = new NodeId("Activity", activity).ToString(),
            amount = 0.01m,
            paidOn = PaidOn,
            reference = key,
            idempotencyKey = key,
        };
        var data = await client.QueryAsync(Mutation, new { input }, cancellationToken);
        var errors = data.GetProperty("recordDisbursement").GetProperty("errors");
        if (errors.ValueKind != System.Text.Json.JsonValueKind.Null)
            throw new InvalidOperationException(errors.ToString());
    }

    private async Task PayByFunctionAsync(Guid activity, string key, CancellationToken cancellationToken)
    {
        await using var pay = source.CreateCommand(BaselineSql.Pay);
        pay.Parameters.AddWithValue(activity);
        pay.Parameters.AddWithValue(0.01m);
        pay.Parameters.AddWithValue(PaidOn);
        pay.Parameters.AddWithValue(key);
        pay.Parameters.AddWithValue(key);
        if (await pay.ExecuteScalarAsync(cancellationToken) is not "OK")
            throw new InvalidOperationException("The payment was refused.");
    }

    private async Task<IReadOnlyList<Guid>> ActivitiesAsync(CancellationToken cancellationToken)
    {
        await using var find = source.CreateCommand(
            "SELECT activity_id FROM activity_budgets WHERE planned_q1 + planned_q2 + planned_q3 + planned_q4 >= 5000 ORDER BY activity_id"
        );
        await using var reader = await find.ExecuteReaderAsync(cancellationToken);
        var activities = new List<Guid>();
        while (await reader.ReadAsync(cancellationToken))
            activities.Add(reader.GetGuid(0));
        return activities;
    }

    private static Figures Median(List<Figures> figures) =>
        figures.OrderBy(one => one.PerSecond).ElementAt(figures.Count / 2);

    /// <param name="PerSecond">Payments per second.</param>
    /// <param name="Server">CPU ms per payment, like the others.</param>
    private sealed record Figures(double PerSecond, double Server, double Postgres, double Client);
}
