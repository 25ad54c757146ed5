using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.Plans;

/// <summary>A published plan comes in as its document, also where its facts are in already.</summary>
public sealed class DocumentImportTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Office = "TH-55-P1";

    private const string Facts = """
        { developmentPlan(officeCode: "TH-55-P1", fiscalYear: 2567) {
            title focusPoints { number text } calendar { number name months } budget { planned disbursed available }
            projects { nodes { id number name nature status version strategyPrinted responsibleUnitPrinted startsOn endsOn venue
              statedBudget fundingSources { kind amount } owners { name position } printedTotals { q1 q2 q3 q4 total }
              rationale objectives { number text } outputTargets { number text } outcomeTargets { number text } targetGroups
              expectedResults { number text } kpis { number group kind name targetText targetValue targetUnit methods tools }
              activities { id number name printed { q1 q2 q3 q4 total } ownBudget { planned disbursed available }
                subActivities { id number name printed { q1 q2 q3 q4 total } } } } } }
          office(code: "TH-55-P1") {
            name districts { name } orgUnits { number name }
            strategicPlan(fiscalYear: 2567) { firstFiscalYear lastFiscalYear vision values missions { number text } goals { number text }
              successFactors { number text } strategies { number name objectives { number text }
                indicators { id number name unit level targets { fiscalYear target } } guidelines { number heading text level } } }
            needsSurveys { surveyedOn respondents topics { number name demand percentage } }
            datasets { code title asOf dimensions observations { value text total coordinates { dimension value } } } } }
        """;

    [Fact]
    public async Task A_document_after_its_plan_file_changes_no_fact_and_keeps_the_ledger()
    {
        await Service.WithoutDataAsync();
        (await ImportAsync("plan-a.json")).Outcome.ShouldBe(ImportOutcome.Created);
        var activity = (await FactsAsync()).Project(3).GetProperty("activities")[2].GetProperty("id").GetString()!;
        await PayAsync(activity, 1_500);
        var before = await FactsAsync();

        var report = await ImportAsync("plan-a.txt");

        report.Outcome.ShouldBe(ImportOutcome.Updated);
        var after = await FactsAsync();
        WithoutVersions(after).ShouldBe(WithoutVersions(before));
        after.Project(3).GetProperty("status").GetString().ShouldBe("IN_PROGRESS");
        (await ImportAsync("plan-a.txt")).RowsChanged.ShouldBe(0);
        await CleanAsync();
    }

    [Fact]
    public async Task What_only_the_document_says_comes_with_it_and_with_its_place()
    {
        await Service.WithoutDataAsync();
        await ImportAsync("plan-a.json");
        await ImportAsync("plan-a.txt");

        var plan = (
            await Service.QueryAsync(
                """
                { developmentPlan(officeCode: "TH-55-P1", fiscalYear: 2567) {
                    needs { number text source { line rawText } } reading { lines linesUsed unread { firstLine reason } }
                    sections { number heading level items { number text } source { line } }
                    findings { totalCount }
                    projects(where: { number: { eq: 2 } }) { nodes { successMeasures { number } headings { number text }
                      statedBudgetSource { line rawText } activities { printed { q3Source { line table row column rawText } } } } } } }
                """
            )
        ).GetProperty("developmentPlan");

        plan.GetProperty("needs").GetArrayLength().ShouldBe(5);
        plan.GetProperty("reading").GetProperty("unread").GetArrayLength().ShouldBe(1);
        plan.GetProperty("findings").GetProperty("totalCount").GetInt32().ShouldBe(0);
        plan.GetProperty("sections").GetArrayLength().ShouldBeGreaterThan(15);
        var project = plan.GetProperty("projects").GetProperty("nodes")[0];
        project.GetProperty("successMeasures").GetArrayLength().ShouldBe(7);
        project.GetProperty("headings").GetArrayLength().ShouldBe(9);
        project.GetProperty("statedBudgetSource").GetProperty("rawText").GetString()!.ShouldContain("๘๔,๕๐๐");
        var source = project.GetProperty("activities")[3].GetProperty("printed").GetProperty("q3Source");
        source.GetProperty("rawText").GetString().ShouldBe("๑๒,๐๐๐");
        Text("plan-a.txt")
            .Split('\n')[source.GetProperty("line").GetInt32() - 1]
            .Split('\t')[source.GetProperty("column").GetInt32() - 1]
            .ShouldBe("๑๒,๐๐๐");
    }

    [Fact]
    public async Task A_fault_keeps_its_id_while_it_is_there_and_is_kept_as_resolved()
    {
        await Service.WithoutDataAsync();
        var faulty = Text("plan-a.txt")
            .Replace("จำนวนทั้งสิ้น ๘๔,๕๐๐ .- บาท", "จำนวนทั้งสิ้น ๘๕,๕๐๐ .- บาท", StringComparison.Ordinal);
        await ImportAsync(Encoding.UTF8.GetBytes(faulty));
        var found = await FindingsAsync();
        found.ShouldHaveSingleItem().ShouldContain("STATED_BUDGET_TOTAL OPEN");
        await ImportAsync(Encoding.UTF8.GetBytes("\n\n" + faulty));
        (await FindingsAsync()).ShouldBe(found);
        await ImportAsync("plan-a.txt");
        (await FindingsAsync()).ShouldBe([found[0].Replace("OPEN", "RESOLVED", StringComparison.Ordinal)]);
        await ImportAsync(Encoding.UTF8.GetBytes(faulty));
        (await FindingsAsync()).ShouldBe(found);
    }

    [Theory]
    [InlineData(2564)]
    [InlineData(2568)]
    public async Task A_corrected_first_year_leaves_no_strategic_plan_behind(int wrong)
    {
        await Service.WithoutDataAsync();
        var file = JsonNode.Parse(Text("plan-a.json"))!;
        var right = file["strategicPlan"]!["firstFiscalYear"]!.GetValue<int>();
        file["strategicPlan"]!["firstFiscalYear"] = wrong;
        await ImportAsync(Encoding.UTF8.GetBytes(file.ToJsonString()));
        await ImportAsync("plan-a.json");

        var office = (
            await Service.QueryAsync(
                $"{{ office(code: \"TH-55-P1\") {{ strategicPlans {{ firstFiscalYear }} strategicPlan(fiscalYear: {wrong}) {{ firstFiscalYear }} }} }}"
            )
        ).GetProperty("office");

        office.GetProperty("strategicPlans").EnumerateArray().ShouldHaveSingleItem();
        var answer = office.GetProperty("strategicPlan");
        if (wrong < right)
            answer.ValueKind.ShouldBe(JsonValueKind.Null);
        else
            answer.GetProperty("firstFiscalYear").GetInt32().ShouldBe(right);
        await CleanAsync();
    }

    private async Task<string[]> FindingsAsync() =>
        [
            .. (await Service.QueryAsync("{ findings { nodes { id rule status } } }"))
                .GetProperty("findings")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("id")} {one.GetProperty("rule")} {one.GetProperty("status")}"),
        ];

    private static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Plans", name));

    private Task<ImportReport> ImportAsync(string name) => ImportAsync(Encoding.UTF8.GetBytes(Text(name)));

    private async Task<ImportReport> ImportAsync(byte[] content) => (await Service.ImportAsync(content)).Value;

    private Task<JsonElement> FactsAsync() => Service.QueryAsync(Facts);

    private async Task PayAsync(string activity, decimal amount)
    {
        using var officer = Service.As(Service.Token(Role.BudgetOfficer, Office));
        var paid = await Service.QueryAsync(
            "mutation ($input: RecordDisbursementInput!) { recordDisbursement(input: $input) { errors { __typename } } }",
            new
            {
                input = new
                {
                    activityId = activity,
                    amount,
                    paidOn = "2024-08-01",
                    reference = "บค. 1/2567",
                    idempotencyKey = Ledger.NewKey(),
                },
            },
            officer
        );
        paid.GetProperty("recordDisbursement").GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    /// <summary>A project's version counts what is new in it: where things are printed, too.</summary>
    private static string WithoutVersions(JsonElement facts) =>
        System.Text.RegularExpressions.Regex.Replace(facts.ToString(), "\"version\":[0-9]+", "");
}

internal static class DocumentFacts
{
    public static JsonElement Project(this JsonElement facts, int number) =>
        facts
            .GetProperty("developmentPlan")
            .GetProperty("projects")
            .GetProperty("nodes")
            .EnumerateArray()
            .Single(project => project.GetProperty("number").GetInt32() == number);
}
