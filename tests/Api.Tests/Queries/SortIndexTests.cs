using Npgsql;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Every figure that long lists are sorted by over the country is read in its order, in both directions, ties by id. Plans are few.</summary>
public sealed class SortIndexTests(PlanService service) : PlanTests(service)
{
    public static TheoryData<string> Figures
    {
        get
        {
            var data = new TheoryData<string>();
            foreach (
                var figure in new[]
                {
                    "planned_total",
                    "transferred_in_total",
                    "transferred_out_total",
                    "revised_total",
                    "committed",
                    "disbursed_total",
                    "available_total",
                    "disbursement_rate",
                }
            )
                data.Add(figure);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Figures))]
    public async Task A_figure_of_projects_needs_no_sort(string figure)
    {
        // Rates may be null, which comes last.
        foreach (var direction in new[] { "ASC", figure == "disbursement_rate" ? "DESC NULLS LAST" : "DESC" })
            await InOrderAsync(
                $"SELECT * FROM project_budgets WHERE NOT draft ORDER BY {figure} {direction}, project_id LIMIT 21"
            );
    }

    [Theory]
    [InlineData("projects ORDER BY starts_on DESC, id")]
    [InlineData("projects ORDER BY fiscal_year, id")]
    [InlineData("projects ORDER BY stated_budget DESC, id")]
    [InlineData("ledger_entries ORDER BY recorded_at DESC, sequence DESC, id DESC")]
    [InlineData("ledger_entries WHERE kind = 'DISBURSEMENT' ORDER BY paid_on, id")]
    [InlineData("progress_reports ORDER BY submitted_at, id")]
    public async Task A_list_over_the_country_needs_no_sort(string list) =>
        await InOrderAsync($"SELECT * FROM {list} LIMIT 21");

    private async Task InOrderAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var explain = source.CreateCommand(
            $"SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off; SET enable_incremental_sort = on; EXPLAIN {sql}"
        );
        var steps = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            steps.Add(reader.GetString(0));
        steps.ShouldContain(step => step.Contains("Index Scan") || step.Contains("Index Only Scan"), sql);
        // Where it is read backwards, only rows with the same value are put in the order of their ids.
        steps.ShouldAllBe(step => !step.Replace("Incremental Sort", "").Contains("Sort  "), sql);
    }
}
