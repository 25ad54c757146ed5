using System.Text.Json;
using System.Text.Json.Nodes;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests;

/// <summary>What is not published yet is there for its own office and for those who read all offices, and for nobody else.</summary>
public sealed class DraftTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Everything = """
        {
          offices(order: [{ code: ASC }]) { nodes { code strategicPlans { id } developmentPlans { id } needsSurveys { surveyedOn }
            datasets { id } staff { totalCount } developmentPlan(fiscalYear: 2566) { id } strategicPlan(fiscalYear: 2566) { id } } }
          developmentPlans { totalCount nodes { id projects { totalCount budget { planned } } budget { planned } } }
          projects(first: 100) { totalCount budget { planned } nodes { id kpis { id } activities { id } ledger(first: 1) { nodes { id } } } }
          indicators(first: 100) { totalCount nodes { id strategy { id strategicPlan { id } } } }
          datasets(first: 100) { totalCount }
          staff(first: 100) { totalCount nodes { id } }
          findings { totalCount nodes { id } }
          all: offices(where: { developmentPlans: { some: { projects: { some: { status: { eq: DRAFT } } } } } }) { totalCount }
          byStaff: offices(where: { staff: { some: { name: { contains: "ลับ" } } } }) { totalCount }
          byIndicator: offices(where: { strategicPlans: { some: { strategies: { some: { indicators: { any: true } } } } } }) { totalCount }
          byBudget: offices(where: { developmentPlans: { some: { budget: { planned: { gt: 0 } } } } }) { totalCount }
          a: budgetSummary(fiscalYear: 2566, groupBy: OFFICE) { key projectCount budget { planned } }
          b: budgetSummary(fiscalYear: 2566, groupBy: QUARTER) { key projectCount budget { planned } }
          c: budgetSummary(fiscalYear: 2566, groupBy: STRATEGY) { key projectCount budget { planned } }
          d: budgetSummary(fiscalYear: 2566, groupBy: FUNDING_SOURCE) { key projectCount budget { planned } }
        }
        """;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nobody")]
    [InlineData("viewer")]
    [InlineData("member of staff")]
    [InlineData("plan officer")]
    [InlineData("budget officer")]
    [InlineData("approver")]
    public async Task Another_offices_draft_leaves_no_trace(string name)
    {
        using var client = Service.ClientOf(name);
        var before = await AskAsync(client);
        await ImportDraftAsync();
        (await AskAsync(client)).ShouldBe(before);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("viewer")]
    [InlineData("budget officer")]
    public async Task Another_offices_draft_is_not_there_by_any_id(string name)
    {
        await ImportDraftAsync();
        using var analyst = Service.ClientOf("analyst");
        var ids = await IdsAsync(analyst);
        ids.Select(TypeOf)
            .Distinct()
            .ShouldBe(
                [
                    "DevelopmentPlan",
                    "StrategicPlan",
                    "Strategy",
                    "Indicator",
                    "Project",
                    "ProjectKpi",
                    "Activity",
                    "LedgerEntry",
                    "Dataset",
                    "Finding",
                    "StaffMember",
                ],
                ignoreOrder: true
            );
        using var client = Service.ClientOf(name);
        foreach (var chunk in ids.Chunk(100))
        {
            var data = await Service.QueryAsync(
                "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename } }",
                new { ids = chunk },
                client
            );
            data.GetProperty("nodes")
                .EnumerateArray()
                .Where(node => node.ValueKind != JsonValueKind.Null)
                .ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("plan officer elsewhere")]
    [InlineData("budget officer elsewhere")]
    [InlineData("approver elsewhere")]
    [InlineData("approver of the ministry")]
    [InlineData("analyst")]
    [InlineData("administrator")]
    public async Task Its_office_and_who_reads_all_offices_see_a_draft(string name)
    {
        await ImportDraftAsync();
        using var client = Service.ClientOf(name);
        var data = await Service.QueryAsync(Everything, client: client);
        data.GetProperty("developmentPlans").GetProperty("totalCount").GetInt32().ShouldBe(2);
        data.GetProperty("projects").GetProperty("totalCount").GetInt32().ShouldBe(20);
        data.GetProperty("all").GetProperty("totalCount").GetInt32().ShouldBe(1);
        data.GetProperty("byStaff").GetProperty("totalCount").GetInt32().ShouldBe(1);
        data.GetProperty("a").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_draft_among_published_projects_counts_in_no_sum()
    {
        var file = Sample();
        file["developmentPlan"]!["projects"]![3]!["status"] = "DRAFT";
        (await Service.ImportAsync(Bytes(file))).Succeeded.ShouldBeTrue();
        const string sums =
            "{ developmentPlan(officeCode: \"TH-43-P2\", fiscalYear: 2566) { budget { planned } projects { totalCount budget { planned } } } "
            + "budgetSummary(fiscalYear: 2566, groupBy: OFFICE) { projectCount budget { planned } } }";
        (await Service.QueryAsync(sums))
            .ToString()
            .ShouldBe(
                """{"developmentPlan":{"budget":{"planned":672200.00},"projects":{"totalCount":9,"budget":{"planned":672200.00}}},"budgetSummary":[{"projectCount":9,"budget":{"planned":672200.00}}]}"""
            );
        (await Service.QueryAsync(sums, client: Service.Officer)).ToString().ShouldContain("1198200.00");
        (await Service.QueryAsync("{ staff { totalCount } }"))
            .GetProperty("staff")
            .GetProperty("totalCount")
            .GetInt32()
            .ShouldBeLessThan(21, "who is named in the draft alone is not published");
    }

    [Fact]
    public async Task A_draft_that_is_removed_stays_hidden_with_its_past()
    {
        var draft = Sample();
        draft["developmentPlan"]!["projects"]![3]!["status"] = "DRAFT";
        (await Service.ImportAsync(Bytes(draft))).Succeeded.ShouldBeTrue();
        var entries = await Service.QueryAsync(
            "{ projects(where: { status: { eq: DRAFT } }) { nodes { ledger(first: 1) { nodes { id } } } } }",
            client: Service.Officer
        );
        var entry = entries
            .GetProperty("projects")
            .GetProperty("nodes")[0]
            .GetProperty("ledger")
            .GetProperty("nodes")[0]
            .GetProperty("id");
        var moment = DateTimeOffset.UtcNow.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        draft["developmentPlan"]!["projects"]!.AsArray().RemoveAt(3);
        (await Service.ImportAsync(Bytes(draft))).Succeeded.ShouldBeTrue();
        var past =
            $"{{ developmentPlan(officeCode: \"TH-43-P2\", fiscalYear: 2566) {{ budget(asOf: \"{moment}\") {{ planned }} }} node(id: \"{entry}\") {{ id }} }}";
        (await Service.QueryAsync(past))
            .ToString()
            .ShouldBe("""{"developmentPlan":{"budget":{"planned":672200.00}},"node":null}""");
        (await Service.QueryAsync(past, client: Service.Officer)).ToString().ShouldContain("1198200.00");
    }

    [Fact]
    public async Task Money_of_another_offices_draft_is_not_found_and_of_its_published_projects_not_allowed()
    {
        await ImportDraftAsync();
        using var analyst = Service.ClientOf("analyst");
        var data = await Service.QueryAsync(
            "{ projects(where: { status: { eq: DRAFT } }, first: 1) { nodes { id activities { id } } } }",
            client: analyst
        );
        var draft = data.GetProperty("projects").GetProperty("nodes")[0];
        var activity = draft.GetProperty("activities")[0].GetProperty("id").GetString()!;
        (await Ledger.PayAsync(activity, 1)).Kind().ShouldBe("NotFoundError");
        (await Ledger.PayAsync(activity, 1, dryRun: true)).Kind().ShouldBe("NotFoundError");
        (await Ledger.CommitAsync(activity, 1)).Kind().ShouldBe("NotFoundError");
        var (_, published) = await Ledger.ProjectAsync(1);
        (await Ledger.TransferAsync(published[0], activity, 1)).Kind().ShouldBe("NotFoundError");
        (
            await Ledger.ReviseAsync(
                draft.GetProperty("id").GetString()!,
                1,
                [
                    new
                    {
                        activityId = activity,
                        quarter = "Q1",
                        amount = 1,
                    },
                ]
            )
        ).Kind().ShouldBe("NotFoundError");

        using var elsewhere = Service.ClientOf("budget officer elsewhere");
        var refused = await Service.ErrorAsync(Pay(published[0], "elsewhere"), client: elsewhere);
        refused.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("AUTH_NOT_AUTHORIZED");
        var closed = await Service.QueryAsync(Pay(activity, "own"), client: elsewhere);
        closed.ToString().ShouldContain("InvalidStateError");
    }

    [Fact]
    public async Task A_dry_run_shows_no_more_than_a_query_does()
    {
        await ImportDraftAsync();
        var (_, activities) = await Ledger.ProjectAsync(1);
        var data = await Service.QueryAsync(
            $"mutation {{ recordDisbursement(dryRun: true, input: {{ activityId: \"{activities[0]}\", amount: 1, paidOn: \"2023-01-10\", reference: \"V\", "
                + "idempotencyKey: \"dry\" }) { disbursement { activity { ownBudget { disbursed } project { strategy { projects { totalCount } } "
                + "plan { office { staff { totalCount } } } } } } } }",
            client: Service.Officer
        );
        data.ToString().ShouldContain("\"disbursed\":1.00");
        using var analyst = Service.ClientOf("analyst");
        (await Service.QueryAsync("{ developmentPlans { totalCount } }", client: analyst))
            .ToString()
            .ShouldContain("2");
        var (_, own) = await Ledger.ProjectAsync(2);
        var mixed = await Service.QueryAsync(
            $"mutation {{ commitBudget(dryRun: true, input: {{ activityId: \"{own[0]}\", amount: 1, reference: \"V\", idempotencyKey: \"d\" }}) {{ "
                + "commitment { activity { project { plan { office { developmentPlans { id } } } } } } } }",
            client: Service.Officer
        );
        mixed.ToString().ShouldContain("developmentPlans");
    }

    [Fact]
    public async Task Small_cells_of_personal_data_are_withheld_with_the_sums_that_would_tell_them()
    {
        var file = Sample();
        var dataset = file["datasets"]![3]!;
        dataset["personalData"] = true;
        var cells = dataset["observations"]!.AsArray();
        var small = cells.Count(cell =>
            cell!["value"]?.GetValue<decimal>() is > 0 and < 5 || cell["total"]?.GetValue<bool>() == true
        );
        small.ShouldBeGreaterThan(3);
        (await Service.ImportAsync(Bytes(file))).Succeeded.ShouldBeTrue();
        const string query =
            "{ datasets(where: { personalData: { eq: true } }) { nodes { withheldCells observations { value total } "
            + "small: observations(where: { value: { gt: 0, lt: 5 } }) { value } sums: observations(where: { total: { eq: true } }) { text } } } "
            + "byCell: datasets(where: { and: [{ personalData: { eq: true } }, { observations: { some: { value: { gt: 0, lt: 5 } } } }] }) { totalCount } }";
        foreach (var name in Somebody.All.Keys)
        {
            using var client = Service.ClientOf(name);
            var data = await Service.QueryAsync(query, client: client);
            var set = data.GetProperty("datasets").GetProperty("nodes")[0];
            set.GetProperty("withheldCells").GetInt32().ShouldBe(small);
            var sees =
                name is not ("nobody" or "viewer" or "member of staff")
                && !name.EndsWith("elsewhere", StringComparison.Ordinal);
            set.GetProperty("observations").GetArrayLength().ShouldBe(sees ? cells.Count : cells.Count - small, name);
            (set.GetProperty("small").GetArrayLength() > 0).ShouldBe(sees, name);
            (set.GetProperty("sums").GetArrayLength() > 0).ShouldBe(sees, name);
            data.GetProperty("byCell").GetProperty("totalCount").GetInt32().ShouldBe(sees ? 1 : 0, name);
        }
    }

    private static string Pay(string activity, string key) =>
        $"mutation {{ recordDisbursement(input: {{ activityId: \"{activity}\", amount: 1, paidOn: \"2023-01-10\", reference: \"V\", "
        + $"idempotencyKey: \"{key}\" }}) {{ errors {{ __typename }} }} }}";

    /// <summary>The sample plan as another office's draft, with somebody on its staff whom no plan names.</summary>
    private async Task ImportDraftAsync()
    {
        var file = Sample();
        file["office"]!["code"] = Somebody.OtherOffice;
        file["office"]!["staff"]!.AsArray().Add(JsonNode.Parse("""{ "name": "คนลับ", "position": "ครู" }"""));
        foreach (var project in file["developmentPlan"]!["projects"]!.AsArray())
            project!["status"] = "DRAFT";
        (await Service.ImportAsync(Bytes(file))).Succeeded.ShouldBeTrue();
        await Service.ExecuteSqlAsync(
            """
            INSERT INTO findings (id, plan_id, rule, place, severity, message_en, message_th, subject_type, subject_id, project_id,
                location_en, location_th, status, withheld)
            SELECT gen_random_uuid(), p.plan_id, 'X', p.id::text, 'ERROR', 'secret', 'secret', 'Project', p.id, p.id, '', '', 'OPEN', false
            FROM projects p WHERE status = 'DRAFT'
            """
        );
    }

    private async Task<string> AskAsync(HttpClient client) =>
        (await Service.QueryAsync(Everything, client: client)).ToString();

    private async Task<IReadOnlyList<string>> IdsAsync(HttpClient analyst)
    {
        var data = await Service.QueryAsync(
            "{ office(code: \"TH-43-P1\") { strategicPlans { id strategies { id indicators { id } } } developmentPlans { id findings { nodes { id } } "
                + "projects { nodes { id kpis { id } activities { id subActivities { id } } ledger(first: 5) { nodes { id } } } } } datasets { id } "
                + "staff(where: { name: { contains: \"ลับ\" } }) { nodes { id } } } }",
            client: analyst
        );
        var ids = new List<string>();
        Collect(data);
        return ids;

        void Collect(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                    Collect(item);
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                foreach (var property in element.EnumerateObject())
                {
                    if (property.Name == "id")
                        ids.Add(property.Value.GetString()!);
                    else
                        Collect(property.Value);
                }
            }
        }
    }

    private static string TypeOf(string id) =>
        Application.Common.Querying.NodeId.TryParse(id, out var node) ? node.TypeName : throw new ArgumentException(id);
}
