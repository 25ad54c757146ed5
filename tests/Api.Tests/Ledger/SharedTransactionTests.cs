using System.Text.Json;
using Npgsql;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Commands that share a transaction end as they would alone.</summary>
public sealed class SharedTransactionTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Transactions =
        "SELECT count(DISTINCT xmin::text), count(*) FROM ledger_entries WHERE kind = 'DISBURSEMENT'";

    [Fact]
    public async Task Payments_that_arrive_together_share_a_transaction()
    {
        var activities = await ActivitiesAsync();
        // Whether two arrive together is up to the machine; over this many it happens.
        for (var round = 0; round < 20; round++)
        {
            var answers = await Task.WhenAll(activities.Select(activity => Ledger.PayAsync(activity, 1)));
            answers.ShouldAllBe(answer => !answer.Refused());
        }

        var (transactions, payments) = await CountAsync();
        payments.ShouldBe(20 * activities.Count);
        transactions.ShouldBeLessThan(payments);
        await CleanAsync();
    }

    [Fact]
    public async Task What_the_database_refuses_of_one_takes_nothing_from_the_others()
    {
        var activities = await ActivitiesAsync();
        await Service.ExecuteSqlAsync(
            """
            CREATE FUNCTION refuse_bad_key() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE EXCEPTION ''refused'' USING ERRCODE = ''integrity_constraint_violation''; END';
            CREATE TRIGGER refuse_bad_key BEFORE INSERT ON idempotency_keys
                FOR EACH ROW WHEN (NEW.key LIKE 'bad%') EXECUTE FUNCTION refuse_bad_key()
            """
        );
        try
        {
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, 5 * activities.Count)
                    .Select(i => AskAsync(activities[i % activities.Count], i % 4 == 0 ? $"bad-{i}" : $"good-{i}"))
            );
            for (var i = 0; i < answers.Length; i++)
                answers[i].ShouldBe(i % 4 > 0, $"{i}");
            (await CountAsync()).Payments.ShouldBe(answers.Count(paid => paid));
            await CleanAsync();
        }
        finally
        {
            await Service.ExecuteSqlAsync("DROP FUNCTION refuse_bad_key CASCADE");
        }
    }

    [Fact]
    public async Task Commands_on_the_same_activities_and_keys_at_once_end_as_one_after_the_other()
    {
        var activities = (await ActivitiesAsync()).Take(3).ToList();
        var before = await SumAsync(activities);
        var dice = new Random(5);
        var orders = Enumerable
            .Range(0, 60)
            .Select(_ =>
                (
                    Activity: dice.Next(20) == 0 ? Unknown : activities[dice.Next(activities.Count)],
                    Amount: dice.Next(6) == 0 ? 9_000_000m : dice.Next(1, 40),
                    Key: $"key-{dice.Next(30)}"
                )
            )
            .ToList();
        var answers = await Task.WhenAll(
            orders.Select(order => Ledger.PayAsync(order.Activity, order.Amount, order.Key))
        );
        var paid = 0m;
        foreach (var key in orders.Zip(answers).GroupBy(one => one.First.Key))
        {
            // Of a key, one input succeeds at most, and the same input has one outcome.
            var successes = key.Where(one => !one.Second.Refused()).ToList();
            successes.Select(one => one.Second.Id()).Distinct().Count().ShouldBeLessThanOrEqualTo(1);
            foreach (var same in key.GroupBy(one => one.First))
                same.Select(one => Outcome(one.Second)).Distinct().ShouldHaveSingleItem();
            paid += successes.Select(one => one.First.Amount).FirstOrDefault();
        }

        paid.ShouldBeGreaterThan(0);
        (await SumAsync(activities)).ShouldBe(before - paid);
        await CleanAsync();
    }

    private static string Unknown => new Application.Common.Querying.NodeId("Activity", Guid.AllBitsSet).ToString();

    private static string Outcome(JsonElement payload) => payload.Refused() ? payload.Kind() : payload.Id();

    private async Task<List<string>> ActivitiesAsync()
    {
        var data = await Service.QueryAsync("{ projects { nodes { activities { id ownBudget { available } } } } }");
        return
        [
            .. data.GetProperty("projects")
                .GetProperty("nodes")
                .EnumerateArray()
                .SelectMany(project => project.GetProperty("activities").EnumerateArray())
                .Where(activity => activity.GetProperty("ownBudget").GetProperty("available").GetDecimal() > 1000)
                .Select(activity => activity.GetProperty("id").GetString()!)
                .Take(8),
        ];
    }

    private async Task<decimal> SumAsync(IEnumerable<string> activities)
    {
        var sum = 0m;
        foreach (var activity in activities)
            sum += await Ledger.AvailableAsync(activity);
        return sum;
    }

    private async Task<bool> AskAsync(string activityId, string idempotencyKey)
    {
        var answer = await Service.AskAsync(
            "mutation ($input: RecordDisbursementInput!) { recordDisbursement(input: $input) { disbursement { id } } }",
            new
            {
                input = new
                {
                    activityId,
                    amount = 1,
                    paidOn = "2023-01-10",
                    reference = "V",
                    idempotencyKey,
                },
            },
            Service.Officer
        );
        if (!answer.TryGetProperty("errors", out _))
            return answer.GetProperty("data").GetProperty("recordDisbursement").GetProperty("disbursement").ValueKind
                == JsonValueKind.Object;
        PlanService.CodeOf(answer).ShouldBe("INTERNAL_ERROR");
        return false;
    }

    private async Task<(long Transactions, long Payments)> CountAsync()
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(Transactions);
        await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await row.ReadAsync(TestContext.Current.CancellationToken);
        return (row.GetInt64(0), row.GetInt64(1));
    }
}
