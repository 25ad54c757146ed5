using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

/// <summary>What the ledger shows: past moments, lists of entries, summaries, filters.</summary>
public sealed class LedgerReadingTests(PlanService service) : LedgerTestsBase(service)
{
    [Fact]
    public async Task Any_past_moment_can_be_read_again()
    {
        var (project, activities) = await Ledger.ProjectAsync(2);
        var moments = new List<(string Moment, string Own, string Sums)>();
        await KeepAsync((await Ledger.PayAsync(activities[1], 100)).GetProperty("disbursement"));
        await Ledger.TransferAsync(activities[0], activities[1], 50);
        await Ledger.CommitAsync(activities[1], 500);
        await KeepAsync((await Ledger.PayAsync(activities[1], 200)).GetProperty("disbursement"));
        await Ledger.ReviseAsync(
            project,
            2,
            [
                new
                {
                    activityId = activities[1],
                    quarter = "Q1",
                    amount = 77.77,
                },
            ]
        );
        await KeepAsync((await Ledger.PayAsync(activities[1], 300)).GetProperty("disbursement"));
        foreach (var (moment, own, sums) in moments)
        {
            (await Ledger.OwnAsync(activities[1], moment)).ToString().ShouldBe(own);
            (await SumsAsync($"(asOf: \"{moment}\")", $", asOf: \"{moment}\"")).ShouldBe(sums);
        }

        (await SumsAsync("(asOf: \"2020-01-01T00:00:00+07:00\")", ", asOf: \"2020-01-01T00:00:00Z\"")).ShouldNotContain(
            "1198200"
        );
        (await Service.ErrorAsync("{ budgetSummary(fiscalYear: 0, groupBy: QUARTER) { key } }"))
            .GetProperty("extensions")
            .GetProperty("code")
            .GetString()
            .ShouldBe("INVALID_FISCAL_YEAR");
        (await Service.ErrorAsync("{ projects { budget(asOf: \"2999-01-01T00:00:00Z\") { planned } } }"))
            .GetProperty("extensions")
            .GetProperty("code")
            .GetString()
            .ShouldBe("INVALID_MOMENT");

        async Task KeepAsync(JsonElement payment) =>
            moments.Add(
                (
                    payment.GetProperty("recordedAt").GetString()!,
                    (await Ledger.OwnAsync(activities[1])).ToString(),
                    await SumsAsync("", "")
                )
            );

        async Task<string> SumsAsync(string argument, string further) =>
            (
                await Service.QueryAsync(
                    $$"""
                    { developmentPlan(officeCode: "TH-43-P2", fiscalYear: 2566) { budget{{argument}} { planned revised disbursed } }
                      projects { budget{{argument}} { available } nodes { budget{{argument}} { available }
                        activities { budget{{argument}} { available } } } }
                      budgetSummary(fiscalYear: 2566, groupBy: QUARTER{{further}}) { budget { planned disbursed } } }
                    """
                )
            ).ToString();
    }

    [Fact]
    public async Task The_ledger_of_a_project_is_filtered_by_kind_date_and_actor_and_paged()
    {
        var (project, activities) = await Ledger.ProjectAsync(1);
        for (var i = 0; i < 5; i++)
            await Ledger.PayAsync(activities[i % 2], 1 + i);
        var first = await PageAsync(
            "first: 2, where: { kind: { eq: DISBURSEMENT }, recordedBy: { eq: \"local:somebody\" } }"
        );
        first.ShouldStartWith("1.00 2.00 | 5 ");
        var cursor = first.Split(' ')[^1];
        (
            await PageAsync($"first: 2, after: \"{cursor}\", where: {{ kind: {{ in: [DISBURSEMENT, REVERSAL] }} }}")
        ).ShouldStartWith("3.00 4.00 | 5 ");
        (
            await PageAsync(
                "order: [{ amount: DESC }], first: 1, where: { recordedAt: { gt: \"2020-01-01T00:00:00Z\" } }"
            )
        ).ShouldStartWith("5000.00 | 7 ");
        (await PageAsync("where: { recordedAt: { lt: \"2020-01-01T00:00:00Z\" } }")).ShouldStartWith(" | 0");

        async Task<string> PageAsync(string arguments)
        {
            var data = await Service.QueryAsync(
                $"{{ node(id: \"{project}\") {{ ... on Project {{ ledger({arguments}) {{ totalCount pageInfo {{ endCursor }} nodes {{ amount }} }} }} }} }}",
                client: Service.Officer
            );
            var ledger = data.GetProperty("node").GetProperty("ledger");
            var amounts = ledger.GetProperty("nodes").EnumerateArray().Select(entry => entry.GetProperty("amount"));
            return $"{string.Join(' ', amounts)} | {ledger.GetProperty("totalCount")} {ledger.GetProperty("pageInfo").GetProperty("endCursor")}";
        }
    }

    [Theory]
    [InlineData("OFFICE", 1)]
    [InlineData("PROVINCE", 1)]
    [InlineData("PROJECT", 10)]
    [InlineData("STRATEGY", 2)]
    [InlineData("RESPONSIBLE_UNIT", 7)]
    [InlineData("QUARTER", 4)]
    [InlineData("FUNDING_SOURCE", 2)]
    public async Task The_rows_of_a_summary_add_up_to_the_whole(string group, int rows)
    {
        var (_, activities) = await Ledger.ProjectAsync(4);
        await Ledger.PayAsync(activities[3], 333_333.33m);
        await Ledger.PayAsync(activities[0], 0.01m, paidOn: "2022-10-01");
        await Ledger.TransferAsync(activities[1], activities[2], 99.99m);
        const string figures = "planned transferredIn transferredOut revised disbursed";
        var data = await Service.QueryAsync(
            $"{{ budgetSummary(fiscalYear: 2566, groupBy: {group}) {{ key label projectCount budget {{ {figures} }} }} projects {{ budget {{ {figures} }} }} "
                + $"none: budgetSummary(fiscalYear: 2566, groupBy: {group}, where: {{ number: {{ eq: 4 }} }}) {{ budget {{ {figures} }} }} "
                + "year: budgetSummary(fiscalYear: 2570, groupBy: OFFICE) { key } }"
        );
        data.GetProperty("budgetSummary").GetArrayLength().ShouldBe(rows);
        data.GetProperty("year").GetArrayLength().ShouldBe(0);
        foreach (var figure in figures.Split(' '))
            Sum("budgetSummary", figure)
                .ShouldBe(data.GetProperty("projects").GetProperty("budget").GetProperty(figure).GetDecimal(), figure);
        Sum("none", "planned").ShouldBe(526_000);
        Sum("none", "disbursed").ShouldBe(333_333.34m);

        decimal Sum(string field, string figure) =>
            data.GetProperty(field)
                .EnumerateArray()
                .Sum(row => row.GetProperty("budget").GetProperty(figure).GetDecimal());
    }

    [Fact]
    public async Task Projects_and_activities_are_found_by_what_they_have_left()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await Ledger.PayAsync(activities[0], 4000);
        (await ProjectNumbersAsync("where: { budget: { disbursed: { gt: 0 } } }")).ShouldBe([1]);
        (await ProjectNumbersAsync("where: { budget: { available: { lte: 6000 } } }")).ShouldBe([1]);
        (await ProjectNumbersAsync("order: [{ budget: { disbursed: DESC } }], first: 1")).ShouldBe([1]);
        (
            await ProjectNumbersAsync("where: { activities: { some: { ownBudget: { revised: { eq: 536000 } } } } }")
        ).ShouldBe([]);
        (
            await ProjectNumbersAsync("where: { activities: { some: { ownBudget: { revised: { eq: 506000 } } } } }")
        ).ShouldBe([4]);
    }
}
