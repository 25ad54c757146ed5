using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

/// <summary>What belongs to a row that is looked up is read along with it, in the same snapshot as all else.</summary>
public sealed class ReadAheadTests(PlanService service) : PlanTests(service)
{
    private const string ProjectAndBudget =
        "query ($id: ID!) { node(id: $id) { ... on Project { statedBudget budget { planned } } } }";

    [Fact]
    public async Task A_row_and_what_belongs_to_it_is_one_round_trip()
    {
        const string projectAndKpis =
            "query ($id: ID!) { node(id: $id) { ... on Project { statedBudget kpis { name } } } }";
        var id = await ProjectAsync(1);
        await Service.QueryAsync(projectAndKpis, new { id });
        Service.Statements.Reset();
        Service.Statements.BeforeStatement = count =>
            count == 2 ? Service.ExecuteSqlAsync("UPDATE projects SET stated_budget = 7") : Task.CompletedTask;
        var data = await Service.QueryAsync(projectAndKpis, new { id });
        Service.Statements.Seen.Count.ShouldBe(2);
        // The first statement is not sent before the second one is known.
        data.GetProperty("node").GetProperty("statedBudget").GetDecimal().ShouldBe(7);
    }

    [Theory]
    [InlineData(11, 12)]
    [InlineData(40, 41)]
    public async Task What_is_too_much_to_read_along_is_read_by_itself(int fields, int statements)
    {
        var id = await ProjectAsync(1);
        var many = string.Join(" ", Enumerable.Range(0, fields).Select(index => $"a{index}: kpis {{ name }}"));
        Service.Statements.Reset();
        var data = await Service.QueryAsync(
            $"query ($id: ID!) {{ node(id: $id) {{ ... on Project {{ {many} }} }} }}",
            new { id }
        );
        Service.Statements.Seen.Count.ShouldBe(statements);
        var first = data.GetProperty("node").GetProperty("a0").ToString();
        first.ShouldContain("name");
        data.GetProperty("node").EnumerateObject().ShouldAllBe(field => field.Value.ToString() == first);
    }

    [Fact]
    public async Task The_snapshot_lasts_while_anything_is_still_to_be_read()
    {
        var (one, two) = (await ProjectAsync(1), await ProjectAsync(2));
        var ask = () =>
            Service.QueryAsync(
                """
                query ($one: ID!, $two: ID!) { a: node(id: $one) { ... on Project { plan { title } } }
                  b: node(id: $two) { ... on Project { name activities { name ledger(first: 1) { nodes { amount } } } } } }
                """,
                new { one, two }
            );
        var before = await ask();
        Service.Statements.Reset();
        Service.Statements.BeforeStatement = count =>
            count == 4
                ? Service.ExecuteSqlAsync(
                    "SET session_replication_role = replica; UPDATE ledger_entries SET amount = 7; "
                        + "UPDATE development_plans SET title = 'written since'"
                )
                : Task.CompletedTask;
        var during = await ask();
        Service.Statements.Seen.Count.ShouldBe(4);
        Service.Statements.Reset();
        during.ToString().ShouldBe(before.ToString());
        (await ask()).ToString().ShouldContain("written since");
    }

    [Fact]
    public async Task What_is_read_along_is_what_is_read_by_itself()
    {
        const string selection = """
            number objectives { number text } outputTargets { text } expectedResults { text } kpis { name }
            owners { name } budget { planned } activities { name ownBudget { planned } subActivities { name ownBudget { planned } } }
            """;
        var many = await Service.QueryAsync($"{{ projects(first: 50) {{ nodes {{ id {selection} }} }} }}");
        var projects = many.GetProperty("projects").GetProperty("nodes").EnumerateArray().ToList();
        projects.Count.ShouldBeGreaterThan(5);
        foreach (var project in projects)
        {
            var id = project.GetProperty("id").GetString();
            var one = await Service.QueryAsync(
                $"query ($id: ID!) {{ node(id: $id) {{ ... on Project {{ id {selection} }} }} }}",
                new { id }
            );
            one.GetProperty("node").ToString().ShouldBe(project.ToString());
        }
    }

    [Fact]
    public async Task Another_year_and_another_code_are_other_rows()
    {
        const string query = """
            query ($code: String!, $year: Int!) { office(code: $code) { code
              strategicPlan(fiscalYear: 2566) { strategies { indicators { target(fiscalYear: $year) { fiscalYear } } } } } }
            """;
        foreach (var year in new[] { 2566, 2567, 2570, 2566 })
        {
            var office = (await Service.QueryAsync(query, new { code = PlanService.Office, year })).GetProperty(
                "office"
            );
            office.GetProperty("code").GetString().ShouldBe(PlanService.Office);
            var years = Years(office).ToList();
            years.Count.ShouldBeGreaterThan(10);
            years.ShouldAllBe(found => found == year);
        }

        (await Service.QueryAsync(query, new { code = "TH-99-P9", year = 2566 }))
            .GetProperty("office")
            .ValueKind.ShouldBe(JsonValueKind.Null);
        (await Service.QueryAsync(query, new { code = PlanService.Office, year = 2599 }))
            .ToString()
            .ShouldContain("\"target\":null");
    }

    [Fact]
    public async Task Nothing_is_told_of_what_belongs_to_an_unpublished_row()
    {
        var id = await ProjectAsync(1);
        var office =
            "{ office(code: \"TH-43-P2\") { strategicPlan(fiscalYear: 2566) { strategies { name indicators { name } } } } }";
        (await Service.QueryAsync(office)).ToString().ShouldContain("\"name\"");
        await Service.ExecuteSqlAsync(
            "SET session_replication_role = replica; UPDATE projects SET status = 'DRAFT'; UPDATE strategic_plans SET published = false"
        );
        (await Service.QueryAsync(ProjectAndBudget, new { id })).ToString().ShouldBe("""{"node":null}""");
        (await Service.QueryAsync(office)).ToString().ShouldBe("""{"office":{"strategicPlan":null}}""");
    }

    [Fact]
    public async Task A_field_whose_arguments_are_refused_says_so_itself()
    {
        var dataset = (await Service.QueryAsync("{ datasets(first: 1) { nodes { id } } }"))
            .GetProperty("datasets")
            .GetProperty("nodes")[0]
            .GetProperty("id");
        var conditions = Enumerable.Repeat(new { total = new { eq = true } }, 1_000);
        var error = await Service.ErrorAsync(
            """
            query ($id: ID!, $where: ObservationFilterInput) {
              node(id: $id) { ... on Dataset { observations(where: $where) { text } } } }
            """,
            new { id = dataset, where = new { or = conditions } }
        );
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FILTER_TOO_LARGE");
        error.GetProperty("path").ToString().ShouldBe("""["node","observations"]""");
    }

    private async Task<string> ProjectAsync(int number)
    {
        var data = await Service.QueryAsync(
            "query ($number: Int!) { projects(where: { number: { eq: $number } }) { nodes { id } } }",
            new { number }
        );
        return data.GetProperty("projects").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    private static IEnumerable<int> Years(JsonElement office) =>
        office
            .GetProperty("strategicPlan")
            .GetProperty("strategies")
            .EnumerateArray()
            .SelectMany(strategy => strategy.GetProperty("indicators").EnumerateArray())
            .Select(indicator => indicator.GetProperty("target").GetProperty("fiscalYear").GetInt32());
}
