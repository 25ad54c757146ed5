using System.Text.Json;
using Npgsql;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The total of a project is the sum of its activities' budgets, whatever moves them.</summary>
public sealed class ProjectTotalTests(PlanService service) : LedgerTestsBase(service)
{
    [Fact]
    public async Task Totals_follow_every_kind_of_entry()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var commitment = (await Ledger.CommitAsync(activities[0], 1000)).Id();
        var payment = (await Ledger.PayAsync(activities[0], 100, commitment: commitment)).Id();
        (await Ledger.ReverseAsync(payment)).Refused().ShouldBeFalse();
        (await Ledger.ReleaseAsync(commitment)).Refused().ShouldBeFalse();
        (await Ledger.PayAsync(activities[1], 7.25m)).Refused().ShouldBeFalse();
        (await Ledger.TransferAsync(activities[0], activities[1], 10)).Refused().ShouldBeFalse();
        (
            await ScalarAsync(
                "SELECT sum(disbursed_q2) FROM project_budgets WHERE project_id = (SELECT id FROM projects WHERE number = 1)"
            )
        ).ShouldBe(7.25m);
        await CleanAsync();
    }

    [Fact]
    public async Task Transfers_between_two_projects_in_both_directions_lose_nothing()
    {
        var (_, first) = await Ledger.ProjectAsync(1);
        var (_, second) = await Ledger.ProjectAsync(2);
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i => i % 2 == 0 ? ApproveAsync(first[0], second[0]) : ApproveAsync(second[0], first[0]))
        );
        answers.ShouldAllBe(answer => !answer.Refused());
        (await ScalarAsync("SELECT sum(transferred_in_q1) FROM project_budgets")).ShouldBe(16);
        (
            await ScalarAsync("SELECT min(transferred_out_q1) FROM project_budgets WHERE transferred_out_q1 > 0")
        ).ShouldBe(8);
        await CleanAsync();
    }

    [Theory]
    [InlineData("UPDATE project_budgets SET planned_q1 = planned_q1 + 1")]
    [InlineData("UPDATE project_budgets SET fiscal_year = 2567")]
    [InlineData("DELETE FROM project_budgets")]
    [InlineData("TRUNCATE project_budgets")]
    public async Task A_total_is_not_changed_by_hand(string sql)
    {
        var error = await Should.ThrowAsync<PostgresException>(() => Service.ExecuteSqlAsync(sql));
        error.SqlState.ShouldStartWith("23");
        await CleanAsync();
    }

    private async Task<JsonElement> ApproveAsync(string from, string to)
    {
        using var client = Service.ClientOf("approver");
        var data = await Service.QueryAsync(
            $"mutation {{ transferBudget(input: {{ fromActivityId: \"{from}\", toActivityId: \"{to}\", amount: 1, quarter: Q1, reason: \"decided\", "
                + $"idempotencyKey: \"{Ledger.NewKey()}\" }}) {{ transfer {{ id }} errors {{ __typename }} }} }}",
            client: client
        );
        return data.GetProperty("transferBudget");
    }

    private async Task<decimal> ScalarAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (decimal)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
