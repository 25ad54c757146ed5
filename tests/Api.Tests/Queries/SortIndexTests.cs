using Npgsql;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Every figure that long lists are sorted by over the country is read in its order, in both directions, ties by id. Plans are few.</summary>
public sealed class SortIndexTests(PlanService service) : PlanTests(service)
{
    private const string Some = "0198a000-0000-7000-8000-000000000001";

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
        foreach (var direction in new[] { "ASC", "DESC" })
        {
            // Rates may be null. Rows with and without one are read separately.
            string[] parts =
                figure == "disbursement_rate" ? [$" AND {figure} IS NOT NULL", $" AND {figure} IS NULL"] : [""];
            foreach (var part in parts)
                await InOrderAsync(
                    $"SELECT * FROM project_budgets WHERE NOT draft{part} "
                        + $"ORDER BY {figure} {direction}, project_id {direction} LIMIT 21"
                );
        }
    }

    [Theory]
    [InlineData("projects ORDER BY starts_on DESC, id DESC")]
    [InlineData("projects ORDER BY fiscal_year, id")]
    [InlineData("projects ORDER BY stated_budget DESC, id DESC")]
    [InlineData("ledger_entries ORDER BY recorded_at DESC, sequence DESC, id DESC")]
    [InlineData("ledger_entries WHERE kind = 'DISBURSEMENT' ORDER BY paid_on, id")]
    [InlineData(
        "ledger_entries WHERE kind = 'COMMITMENT' AND expires_on IS NOT NULL ORDER BY expires_on DESC, id DESC"
    )]
    [InlineData("ledger_entries WHERE kind = 'COMMITMENT' AND expires_on IS NULL ORDER BY expires_on DESC, id DESC")]
    [InlineData("project_kpis WHERE achievement IS NULL ORDER BY achievement DESC, id DESC")]
    [InlineData("activities ORDER BY name DESC, id DESC")]
    [InlineData("progress_reports ORDER BY submitted_at, id")]
    [InlineData("schools ORDER BY name DESC, id DESC")]
    [InlineData("schools ORDER BY code, id")]
    [InlineData("school_networks ORDER BY name, id")]
    [InlineData($"people WHERE office_id = '{Some}' ORDER BY name, id")]
    [InlineData($"people WHERE school_id = '{Some}' ORDER BY name, id")]
    [InlineData($"appointments WHERE office_id = '{Some}' ORDER BY name, id")]
    [InlineData($"appointments WHERE school_id = '{Some}' ORDER BY name, id")]
    [InlineData("needs_rounds ORDER BY fiscal_year DESC, id DESC")]
    [InlineData($"needs_rounds WHERE office_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"needs_participants WHERE person_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"needs_participants WHERE round_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"needs_choices WHERE round_id = '{Some}' ORDER BY fiscal_year, priority, id")]
    [InlineData($"needs_choices WHERE participant_id = '{Some}' ORDER BY priority, id")]
    [InlineData($"individual_development_plans WHERE person_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"individual_development_plans WHERE office_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"individual_development_plans WHERE school_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"individual_plan_revisions WHERE individual_plan_id = '{Some}' ORDER BY fiscal_year, number, id")]
    [InlineData($"individual_plan_items WHERE office_id = '{Some}' ORDER BY fiscal_year, priority, id")]
    [InlineData($"individual_plan_items WHERE revision_id = '{Some}' ORDER BY priority, id")]
    [InlineData("offerings ORDER BY fiscal_year DESC, id DESC")]
    [InlineData("courses ORDER BY code, id")]
    [InlineData($"courses WHERE office_id = '{Some}' ORDER BY code, id")]
    [InlineData($"offerings WHERE office_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"offerings WHERE course_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"offerings WHERE activity_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"offerings WHERE project_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"enrollments WHERE office_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"enrollments WHERE person_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"enrollments WHERE offering_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData("questionnaires ORDER BY fiscal_year DESC, id DESC")]
    [InlineData($"questionnaires WHERE office_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"questionnaire_answers WHERE office_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"questionnaire_answers WHERE questionnaire_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"questionnaire_comments WHERE questionnaire_id = '{Some}' ORDER BY number, id")]
    [InlineData($"application_assessments WHERE offering_id = '{Some}' ORDER BY due_on, id")]
    [InlineData($"application_assessments WHERE office_id = '{Some}' ORDER BY due_on, id")]
    [InlineData($"application_assessments WHERE offering_office_id = '{Some}' ORDER BY due_on, id")]
    [InlineData($"application_assessments WHERE person_id = '{Some}' ORDER BY due_on, id")]
    [InlineData($"sessions WHERE offering_id = '{Some}' ORDER BY starts_at, id")]
    [InlineData("committees ORDER BY held_from DESC, id DESC")]
    [InlineData($"committees WHERE office_id = '{Some}' ORDER BY held_from, id")]
    [InlineData($"committees WHERE school_id = '{Some}' ORDER BY held_from, id")]
    [InlineData("monitoring_visits ORDER BY visited_on DESC, id DESC")]
    [InlineData($"monitoring_visits WHERE office_id = '{Some}' ORDER BY visited_on, id")]
    [InlineData($"monitoring_visits WHERE project_id = '{Some}' ORDER BY visited_on, id")]
    [InlineData($"monitoring_visits WHERE offering_id = '{Some}' ORDER BY visited_on, id")]
    [InlineData($"monitoring_visits WHERE committee_id = '{Some}' ORDER BY visited_on, id")]
    [InlineData($"monitoring_visits WHERE school_id = '{Some}' ORDER BY visited_on, id")]
    [InlineData($"certificates WHERE office_id = '{Some}' ORDER BY issued_on, id")]
    [InlineData($"certificates WHERE offering_id = '{Some}' ORDER BY issued_on, id")]
    [InlineData($"certificates WHERE person_id = '{Some}' ORDER BY issued_on, id")]
    [InlineData($"certificates WHERE office_id = '{Some}' AND expires_on IS NOT NULL ORDER BY expires_on, id")]
    [InlineData("award_programmes ORDER BY code, id")]
    [InlineData($"award_programmes WHERE office_id = '{Some}' ORDER BY code, id")]
    [InlineData($"awards WHERE office_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"awards WHERE person_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"awards WHERE school_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"awards WHERE programme_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"awards WHERE project_id = '{Some}' ORDER BY fiscal_year, id")]
    [InlineData($"further_studies WHERE office_id = '{Some}' ORDER BY starts_on, id")]
    [InlineData($"further_studies WHERE person_id = '{Some}' ORDER BY starts_on, id")]
    [InlineData($"further_studies WHERE school_id = '{Some}' ORDER BY starts_on, id")]
    [InlineData($"further_studies WHERE office_id = '{Some}' AND bond_until IS NOT NULL ORDER BY bond_until, id")]
    [InlineData($"further_study_extensions WHERE study_id = '{Some}' ORDER BY number, id")]
    [InlineData($"inductions WHERE office_id = '{Some}' ORDER BY starts_on, id")]
    [InlineData($"inductions WHERE person_id = '{Some}' ORDER BY starts_on, id")]
    [InlineData($"inductions WHERE mentor_id = '{Some}' ORDER BY starts_on, id")]
    [InlineData($"inductions WHERE school_id = '{Some}' ORDER BY starts_on, id")]
    [InlineData($"induction_steps WHERE office_id = '{Some}' ORDER BY due_on, id")]
    [InlineData($"induction_steps WHERE person_id = '{Some}' ORDER BY due_on, id")]
    [InlineData($"induction_steps WHERE mentor_id = '{Some}' ORDER BY due_on, id")]
    [InlineData($"induction_steps WHERE school_id = '{Some}' ORDER BY due_on, id")]
    [InlineData($"induction_steps WHERE office_id = '{Some}' AND done_on IS NULL ORDER BY due_on, id")]
    [InlineData($"induction_steps WHERE induction_id = '{Some}' ORDER BY number, id")]
    public async Task A_list_over_the_country_needs_no_sort(string list) =>
        await InOrderAsync($"SELECT * FROM {list} LIMIT 21");

    private async Task InOrderAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var explain = source.CreateCommand(
            $"SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off; SET enable_incremental_sort = off; EXPLAIN {sql}"
        );
        var steps = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            steps.Add(reader.GetString(0));
        steps.ShouldContain(step => step.Contains("Index Scan") || step.Contains("Index Only Scan"), sql);
        steps.ShouldAllBe(step => !step.Contains("Sort  "), sql);
    }
}
