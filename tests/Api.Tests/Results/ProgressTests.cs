using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Results of projects' success indicators, progress reports, and what the government wants paid.</summary>
public sealed class ProgressTests(PlanService service) : ResultTestsBase(service)
{
    [Fact]
    public async Task A_progress_report_tells_what_the_ledger_paid_by_its_quarter_and_a_later_one_is_a_revision()
    {
        var (project, activities) = await Ledger.ProjectAsync(1);
        await Ledger.PayAsync(activities[0], 100, paidOn: "2022-11-10");
        await Ledger.PayAsync(activities[0], 50, paidOn: "2023-01-10");
        await Ledger.PayAsync(activities[0], 7, paidOn: "2023-05-10");
        var first = await SubmitAsync(project, "Q2", 40);
        first
            .GetProperty("progressReport")
            .ToString()
            .ShouldBe(
                """{"revision":1,"workDone":40.00,"spentToDate":150.00,"dueOn":"2023-03-31","late":true,"superseded":false}"""
            );
        (await SubmitAsync(project, "Q2", 45.5m))
            .GetProperty("progressReport")
            .GetProperty("revision")
            .GetInt32()
            .ShouldBe(2);
        var data = await Service.QueryAsync(
            "{ progressReports(where: { late: { eq: true }, superseded: { eq: false } }) { nodes { workDone project { number } } } }"
        );
        data.GetProperty("progressReports")
            .GetProperty("nodes")
            .ToString()
            .ShouldBe("""[{"workDone":45.50,"project":{"number":1}}]""");
        (await ProjectNumbersAsync("where: { progressReports: { none: { quarter: { eq: Q2 } } } }")).ShouldBe([
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
        ]);
        (await SubmitAsync(project, "Q2", 101)).Error().GetProperty("field").GetString().ShouldBe("workDone");
        await CleanAsync();
    }

    [Fact]
    public async Task Revisions_at_once_follow_one_another_and_copies_are_one()
    {
        var (project, _) = await Ledger.ProjectAsync(1);
        var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SubmitAsync(project, "Q1", 10)));
        reports
            .Select(report => report.GetProperty("progressReport").GetProperty("revision").GetInt32())
            .Order()
            .ShouldBe([1, 2, 3, 4, 5, 6]);
        var key = Ledger.NewKey();
        await SubmitAsync(project, "Q3", 10, key);
        var again = await SubmitAsync(project, "Q3", 10, key);
        again.GetProperty("progressReport").GetProperty("revision").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task What_is_not_approved_yet_is_not_reported_on()
    {
        var (project, _) = await Ledger.ProjectAsync(1);
        await Service.ExecuteSqlAsync("UPDATE projects SET status = 'DRAFT' WHERE number = 1");
        (await SubmitAsync(project, "Q1", 10)).Kind().ShouldBe("InvalidStateError");
    }

    [Fact]
    public async Task A_success_indicator_has_a_result_in_numbers_or_words()
    {
        var data = await Service.QueryAsync(
            "{ projects(where: { number: { eq: 1 } }) { nodes { kpis { id status } } } }"
        );
        var kpi = data.GetProperty("projects").GetProperty("nodes")[0].GetProperty("kpis")[0];
        kpi.GetProperty("status").GetString().ShouldBe("NOT_REPORTED");
        var id = kpi.GetProperty("id").GetString()!;
        var reported = await KpiAsync(
            new
            {
                kpiId = id,
                result = 87.5m,
                numerator = 7,
                denominator = 8,
                idempotencyKey = Ledger.NewKey(),
            }
        );
        reported
            .GetProperty("kpi")
            .ToString()
            .ShouldBe("""{"result":87.5,"resultText":null,"achievement":87.50,"status":"ON_TRACK"}""");
        var words = await KpiAsync(
            new
            {
                kpiId = id,
                resultText = "ครบถ้วน",
                idempotencyKey = Ledger.NewKey(),
            }
        );
        words
            .GetProperty("kpi")
            .ToString()
            .ShouldBe("""{"result":null,"resultText":"ครบถ้วน","achievement":null,"status":null}""");
        var last = words.GetProperty("kpiResult").GetProperty("id").GetString();
        var withdrawn = await SendAsync(
            "withdrawKpiResult",
            new
            {
                resultId = last,
                reason = "mistaken",
                idempotencyKey = Ledger.NewKey(),
            },
            "kpi { result status results { totalCount } }"
        );
        withdrawn
            .GetProperty("kpi")
            .ToString()
            .ShouldBe("""{"result":87.5,"status":"ON_TRACK","results":{"totalCount":3}}""");
        (await KpiAsync(new { kpiId = id, idempotencyKey = Ledger.NewKey() })).Kind().ShouldBe("ValidationError");
    }

    [Fact]
    public async Task A_plan_file_cannot_leave_out_what_was_reported_on()
    {
        var indicator = (await IndicatorsAsync())[0];
        await ReportAsync(indicator, 70);
        var (project, _) = await Ledger.ProjectAsync(10);
        await SubmitAsync(project, "Q1", 10);
        (await Service.ImportAsync(SampleFile.Bytes(SampleFile.Sample()))).Value.RowsChanged.ShouldBe(0);
        var file = SampleFile.Sample();
        file["strategicPlan"]!["strategies"]![0]!["indicators"]!.AsArray().RemoveAt(0);
        file["developmentPlan"]!["projects"]!.AsArray().RemoveAt(9);
        var refused = await Service.ImportAsync(SampleFile.Bytes(file));
        refused.Succeeded.ShouldBeFalse();
        var faults = ((Domain.Plans.Document.PlanFileRefused)refused.Error!).Faults;
        faults.Select(fault => fault.Path).ShouldBe(["/strategicPlan/strategies", "/developmentPlan/projects"]);
        var changed = SampleFile.Sample();
        changed["strategicPlan"]!["strategies"]![0]!["indicators"]![0]!["targets"]![0]!["target"] = 70;
        (await Service.ImportAsync(SampleFile.Bytes(changed))).Succeeded.ShouldBeTrue();
        (await TargetAsync(indicator)).ShouldBe("""{"result":70,"achievement":100.00,"status":"ACHIEVED"}""");
    }

    [Fact]
    public async Task Budgets_are_compared_with_what_the_government_wants_paid()
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        await Ledger.PayAsync(activities[0], 1000, paidOn: "2022-11-10");
        foreach (var (quarter, percent) in new[] { ("Q1", 32m), ("Q2", 54m), ("Q3", 76m), ("Q4", 93m) })
            (await TargetAsync(quarter, percent)).Refused().ShouldBeFalse();
        (await TargetAsync("Q2", 20)).Error().GetProperty("message").GetString()!.ShouldContain("between 32 and 76");
        (await TargetAsync("Q2", 55)).Refused().ShouldBeFalse();
        var rows = await Service.QueryAsync(
            "{ budgetSummary(fiscalYear: 2566, groupBy: OFFICE) { budget { disbursementRate } targetDistance disbursementTarget { quarter cumulativePercent source } "
                + "investment: disbursementTarget(expenseClass: INVESTMENT) { id } } }"
        );
        var row = rows.GetProperty("budgetSummary")[0];
        row.GetProperty("disbursementTarget").GetProperty("quarter").GetString().ShouldBe("Q4");
        row.GetProperty("targetDistance")
            .GetDecimal()
            .ShouldBe(row.GetProperty("budget").GetProperty("disbursementRate").GetDecimal() - 93);
        row.GetProperty("investment").ValueKind.ShouldBe(JsonValueKind.Null);
        var quarters = await Service.QueryAsync(
            "{ budgetSummary(fiscalYear: 2566, groupBy: QUARTER) { key targetDistance disbursementTarget { cumulativePercent } } }"
        );
        var rate = row.GetProperty("budget").GetProperty("disbursementRate").GetDecimal();
        quarters
            .GetProperty("budgetSummary")
            .EnumerateArray()
            .Select(one => one.GetProperty("targetDistance").GetDecimal())
            .ShouldBe([rate - 32, rate - 55, rate - 76, rate - 93]);
        var running = await Service.QueryAsync(
            "{ budgetSummary(fiscalYear: 2566, groupBy: OFFICE, asOf: \"2023-02-01T00:00:00+07:00\") { disbursementTarget { quarter } } }"
        );
        running.ToString().ShouldContain("Q2");
        var targets = await Service.QueryAsync("{ disbursementTargets(fiscalYear: 2566) { quarter expenseClass } }");
        targets.GetProperty("disbursementTargets").GetArrayLength().ShouldBe(4);
    }

    private Task<JsonElement> TargetAsync(string quarter, decimal percent) =>
        SendAsync(
            "setDisbursementTarget",
            new
            {
                fiscalYear = 2566,
                quarter,
                cumulativePercent = percent,
                source = "มติคณะรัฐมนตรี",
            },
            "disbursementTarget { cumulativePercent }",
            "administrator"
        );

    private Task<JsonElement> KpiAsync(object input) =>
        SendAsync("reportKpiResult", input, "kpi { result resultText achievement status } kpiResult { id }");

    private Task<JsonElement> SubmitAsync(string project, string quarter, decimal workDone, string? key = null) =>
        SendAsync(
            "submitProgressReport",
            new
            {
                projectId = project,
                quarter,
                workDone,
                issues = "ฝนตก",
                correctiveAction = "เลื่อนวัน",
                idempotencyKey = key ?? Ledger.NewKey(),
            },
            "progressReport { revision workDone spentToDate dueOn late superseded }"
        );
}
