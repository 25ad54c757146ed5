using System.Text.Json;
using Npgsql;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The total of a project is the sum of its activities' budgets, whatever moves them.</summary>
public sealed class ProjectTotalTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Figures = "planned transferredIn transferredOut revised committed disbursed available";

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

    [Fact]
    public async Task Sums_are_the_same_with_quarters_and_without_and_for_a_moment_and_by_activities()
    {
        var (project, first) = await Ledger.ProjectAsync(1);
        var (_, second) = await Ledger.ProjectAsync(2);
        object[] amounts =
        [
            new
            {
                activityId = first[1],
                quarter = "Q3",
                amount = 4321.09m,
            },
        ];
        (await Ledger.ReviseAsync(project, 1, amounts)).Refused().ShouldBeFalse();
        (await Ledger.TransferAsync(first[0], first[1], 12.34m)).Refused().ShouldBeFalse();
        (await ApproveAsync(second[0], first[0])).Refused().ShouldBeFalse();
        (await Ledger.CommitAsync(first[0], 55.55m)).Refused().ShouldBeFalse();
        (await Ledger.PayAsync(first[0], 7.25m)).Refused().ShouldBeFalse();
        (await Ledger.PayAsync(first[1], 0.01m, paidOn: "2022-10-01")).Refused().ShouldBeFalse();
        (await Ledger.ReverseAsync((await Ledger.PayAsync(second[0], 9)).Id())).Refused().ShouldBeFalse();

        var data = await Service.QueryAsync(
            $$"""
            { developmentPlan(officeCode: "TH-43-P2", fiscalYear: 2566) { {{Thrice}} }
              projects { {{Thrice}} nodes { {{Thrice}} activities { budget { {{Figures}} } } } } }
            """
        );
        var plan = data.GetProperty("developmentPlan");
        var list = data.GetProperty("projects");
        var projects = list.GetProperty("nodes").EnumerateArray().ToList();
        foreach (var place in projects.Append(list).Append(plan))
            ShouldAgree(place);
        foreach (var figure in Figures.Split(' '))
        {
            var sum = projects.Sum(one => Figure(one.GetProperty("whole"), figure));
            sum.ShouldNotBe(0, figure);
            Figure(list.GetProperty("whole"), figure).ShouldBe(sum, figure);
            Figure(plan.GetProperty("whole"), figure).ShouldBe(sum, figure);
            foreach (var one in projects)
            {
                one.GetProperty("activities")
                    .EnumerateArray()
                    .Sum(activity => Figure(activity.GetProperty("budget"), figure))
                    .ShouldBe(Figure(one.GetProperty("whole"), figure), figure);
            }
        }

        await CleanAsync();
    }

    [Theory]
    [InlineData("OFFICE")]
    [InlineData("PROVINCE")]
    [InlineData("PROJECT")]
    [InlineData("STRATEGY")]
    [InlineData("RESPONSIBLE_UNIT")]
    [InlineData("QUARTER")]
    [InlineData("FUNDING_SOURCE")]
    public async Task A_figure_of_a_summary_does_not_depend_on_what_else_is_asked_for(string group)
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        var (_, others) = await Ledger.ProjectAsync(2);
        await Ledger.PayAsync(activities[0], 0.02m);
        await Ledger.TransferAsync(activities[0], activities[1], 0.05m);
        await ApproveAsync(others[0], activities[0], 3);
        // Two sources, so that what belongs to each is rounded.
        await Service.ExecuteSqlAsync(
            """
            DELETE FROM funding_sources WHERE project_id = (SELECT id FROM projects WHERE number = 1);
            INSERT INTO funding_sources (id, project_id, position, kind, amount)
            SELECT gen_random_uuid(), id, position, kind, amount
            FROM projects, (VALUES (0, 'OFFICE', 1), (1, 'EXTERNAL', 2)) source (position, kind, amount) WHERE number = 1
            """
        );
        var moment = $"{DateTimeOffset.UtcNow:O}";
        var expected = await SummaryAsync($"{Figures} disbursementRate quarters {{ quarter planned disbursed }}", "");
        expected.Count.ShouldBeGreaterThan(0);
        (await SummaryAsync($"{Figures} disbursementRate", "")).ShouldBe(expected);
        (await SummaryAsync($"{Figures} disbursementRate", $", asOf: \"{moment}\"")).ShouldBe(expected);
        foreach (var figure in Figures.Split(' ').Append("disbursementRate"))
        {
            (await SummaryAsync(figure, "")).ShouldBe(
                expected.Where(line => line.Contains($" {figure} ", StringComparison.Ordinal)),
                customMessage: figure
            );
        }

        async Task<IReadOnlyList<string>> SummaryAsync(string figures, string further)
        {
            var data = await Service.QueryAsync(
                $"{{ budgetSummary(fiscalYear: 2566, groupBy: {group}{further}) {{ key projectCount budget {{ {figures} }} }} }}"
            );
            return
            [
                .. data.GetProperty("budgetSummary")
                    .EnumerateArray()
                    .SelectMany(row =>
                        row.GetProperty("budget")
                            .EnumerateObject()
                            .Where(figure => figure.Name != "quarters")
                            .Select(figure =>
                                $"{row.GetProperty("key")} ({row.GetProperty("projectCount")}) {figure.Name} {figure.Value}"
                            )
                    ),
            ];
        }
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

    public static TheoryData<string, string> FiguresOverQuarters
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var table in new[] { "project_budgets", "plan_budgets" })
            {
                foreach (var figure in new[] { "planned", "transferred_in", "transferred_out", "disbursed", "revised" })
                    data.Add(table, $"{figure}_total");
                data.Add(table, "available_total");
                data.Add(table, "disbursement_rate");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(FiguresOverQuarters))]
    public async Task What_the_quarters_add_up_to_is_written_by_the_database_alone(string table, string column)
    {
        var error = await Should.ThrowAsync<PostgresException>(() =>
            Service.ExecuteSqlAsync($"SET session_replication_role = replica; UPDATE {table} SET {column} = 1.23")
        );
        error.SqlState.ShouldBe(PostgresErrorCodes.IntegrityConstraintViolation);
    }

    /// <summary>The same budget from the entries, from the totals over the quarters, and by quarters.</summary>
    private static string Thrice =>
        $$"""
            now: budget(asOf: "{{DateTimeOffset.UtcNow:O}}") { {{Figures}} disbursementRate }
            whole: budget { {{Figures}} disbursementRate }
            byQuarter: budget { {{Figures}} disbursementRate quarters { planned disbursed } }
            """;

    private static void ShouldAgree(JsonElement place)
    {
        var (whole, byQuarter) = (place.GetProperty("whole"), place.GetProperty("byQuarter"));
        place.GetProperty("now").ToString().ShouldBe(whole.ToString());
        foreach (var figure in whole.EnumerateObject())
            byQuarter.GetProperty(figure.Name).ToString().ShouldBe(figure.Value.ToString(), figure.Name);
        var quarters = byQuarter.GetProperty("quarters").EnumerateArray().ToList();
        foreach (var figure in new[] { "planned", "disbursed" })
            quarters.Sum(quarter => Figure(quarter, figure)).ShouldBe(Figure(whole, figure), figure);
    }

    private static decimal Figure(JsonElement budget, string name) => budget.GetProperty(name).GetDecimal();

    private async Task<JsonElement> ApproveAsync(string from, string to, decimal amount = 1)
    {
        using var client = Service.ClientOf("approver");
        var data = await Service.QueryAsync(
            $"mutation {{ transferBudget(input: {{ fromActivityId: \"{from}\", toActivityId: \"{to}\", amount: {amount}, quarter: Q1, reason: \"decided\", "
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
