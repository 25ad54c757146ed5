using Npgsql;

namespace TeacherDevPlan.Api.Tests;

/// <summary>What becomes of commitments whose last day is over, before the service gets round to freeing them.</summary>
public sealed class ExpiryTests(PlanService service) : LedgerTestsBase(service)
{
    [Fact]
    public async Task A_command_frees_first_what_has_expired_of_what_it_touches()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var (_, others) = await Ledger.ProjectAsync(2);
        await ExpiredAsync(activities[0], 4900);
        await ExpiredAsync(others[0], 1);
        (await Ledger.PayAsync(activities[0], 4500)).Refused().ShouldBeFalse();
        (await Ledger.AvailableAsync(activities[0])).ShouldBe(500);
        (
            await ListAsync(
                "SELECT concat_ws(' ', kind, amount, reason, recorded_by) FROM ledger_entries WHERE kind <> 'PLANNED' "
                    + "ORDER BY recorded_at, sequence"
            )
        )
            .Where(entry => !entry.StartsWith("COMMITMENT ", StringComparison.Ordinal))
            .ShouldBe(["COMMITMENT_RELEASED 4900.00 expired system", "DISBURSEMENT 4500.00 local:somebody"]);
        (await ListAsync("SELECT remaining::text FROM open_commitments")).ShouldBe(["1.00"]);
        await CleanAsync();
    }

    [Fact]
    public async Task A_refused_command_frees_nothing()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await ExpiredAsync(activities[0], 4900);
        (await Ledger.PayAsync(activities[0], 5001)).Kind().ShouldBe("InsufficientBudgetError");
        (await ListAsync("SELECT remaining::text FROM open_commitments")).ShouldBe(["4900.00"]);
        await CleanAsync();
    }

    [Fact]
    public async Task A_read_writes_nothing()
    {
        var (project, activities) = await Ledger.ProjectAsync(1);
        await ExpiredAsync(activities[0], 1000);
        await Service.QueryAsync($"{{ node(id: \"{project}\") {{ ... on Project {{ budget {{ available }} }} }} }}");
        (await ListAsync("SELECT kind FROM ledger_entries WHERE kind = 'COMMITMENT_RELEASED'")).ShouldBeEmpty();
    }

    /// <summary>Days do not pass in a test: the commitment is made one of long ago.</summary>
    private async Task ExpiredAsync(string activity, decimal amount)
    {
        (await Ledger.CommitAsync(activity, amount, "2999-01-01")).Refused().ShouldBeFalse();
        await Service.ExecuteSqlAsync(
            "SET session_replication_role = replica; "
                + "UPDATE ledger_entries SET expires_on = '2026-01-31' WHERE kind = 'COMMITMENT'; "
                + "UPDATE open_commitments SET expires_on = '2026-01-31'"
        );
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var list = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
            list.Add(rows.GetString(0));
        return list;
    }
}
