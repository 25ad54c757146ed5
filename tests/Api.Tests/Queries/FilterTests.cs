namespace TeacherDevPlan.Api.Tests;

public sealed class FilterTests(PlanService service) : PlanTests(service)
{
    [Theory]
    [InlineData("name: { contains: \"OBEC content\" }", new[] { 7 })]
    [InlineData("name: { contains: \"2566\" }", new[] { 5 })]
    [InlineData("name: { contains: \"๒๕๖๖\" }", new[] { 5 })]
    [InlineData("name: { ncontains: \"โครงการ\" }", new int[0])]
    [InlineData("name: { startsWith: \"โครงการเพิ่ม\" }", new[] { 8 })]
    [InlineData("name: { endsWith: \"literacy)\" }", new[] { 7 })]
    [InlineData("name: { contains: \"%\" }", new int[0])]
    [InlineData("name: { contains: \"_\" }", new int[0])]
    [InlineData("name: { eq: \"โครงการพัฒนาการเรียนการสอนปฐมวัย\" }", new[] { 1 })]
    [InlineData("nature: { eq: NEW }", new[] { 3 })]
    [InlineData("nature: { neq: CONTINUING }", new[] { 3 })]
    [InlineData("status: { nin: [APPROVED] }", new int[0])]
    [InlineData("number: { in: [3, 1] }", new[] { 1, 3 })]
    [InlineData("number: { gt: 8 }", new[] { 9, 10 })]
    [InlineData("number: { ngt: 2 }", new[] { 1, 2 })]
    [InlineData("number: { gte: 9, lt: 10 }", new[] { 9 })]
    [InlineData("number: { or: [{ eq: 1 }, { eq: 2 }] }", new[] { 1, 2 })]
    [InlineData("startsOn: { gt: \"2022-10-01\" }", new[] { 1, 6 })]
    [InlineData("statedBudget: { gte: \"150000.00\" }", new[] { 4, 8, 9 })]
    [InlineData("statedBudget: { lt: 20000.01 }", new[] { 1, 3, 6 })]
    [InlineData("virementAllowed: { eq: false }", new int[0])]
    [InlineData("rationale: { neq: null }", new int[0])]
    [InlineData("budget: { planned: { eq: 10000 } }", new[] { 1, 3 })]
    [InlineData("printedTotals: { q4: { gte: 100000 } }", new[] { 4 })]
    [InlineData("plan: { budget: { planned: { gt: 1198200 } } }", new int[0])]
    [InlineData("activities: { some: { printed: { total: { eq: null } } } }", new[] { 6, 9 })]
    [InlineData("activities: { some: { parent: { id: { neq: null } } } }", new int[0])]
    [InlineData("strategy: { number: { eq: 4 } }", new[] { 7, 8, 9, 10 })]
    [InlineData("responsibleUnit: { number: { eq: 5 } }", new[] { 1, 2, 3, 7 })]
    [InlineData("plan: { fiscalYear: { eq: 2566 }, office: { kind: { eq: SECONDARY } } }", new int[0])]
    [InlineData("activities: { some: { subActivities: { any: true } } }", new[] { 5, 9 })]
    [InlineData("activities: { none: { name: { contains: \"อบรม\" } } }", new[] { 1, 2, 3, 4, 5 })]
    [InlineData("activities: { all: { ownBudget: { planned: { gt: 0 } } } }", new[] { 1, 2, 4, 5, 6, 7, 8 })]
    [InlineData("kpis: { some: { targetValue: { lt: 90 }, kind: { eq: QUANTITATIVE } } }", new[] { 4, 5, 7 })]
    [InlineData("targetGroups: { any: false }", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    [InlineData("owners: { some: { name: { contains: \"รามภคิน\" } } }", new[] { 3, 7 })]
    public async Task Projects_are_filtered(string where, int[] expected) =>
        (await ProjectNumbersAsync($"where: {{ {where} }}")).ShouldBe(expected);

    [Theory]
    [InlineData("", 10)]
    [InlineData("and: [], or: []", 10)]
    [InlineData("name: null", 10)]
    [InlineData("activities: null", 10)]
    [InlineData("strategy: {}", 10)]
    [InlineData("or: [{}, { number: { eq: 1 } }]", 1)]
    [InlineData("or: [{ number: { eq: 1 } }, { number: { eq: 2 } }], nature: { eq: CONTINUING }", 2)]
    [InlineData("and: [{ number: { gt: 1 } }, { number: { lt: 4 } }]", 2)]
    [InlineData("number: { in: [] }", 0)]
    [InlineData("number: { nin: [] }", 10)]
    [InlineData("number: { eq: null }", 0)]
    [InlineData("number: { neq: null }", 10)]
    [InlineData("venue: { eq: null }", 0)]
    [InlineData("kpis: { some: {} }", 10)]
    public async Task What_null_and_emptiness_mean_is_decided(string where, int expected)
    {
        var data = await Service.QueryAsync($"{{ projects(where: {{ {where} }}) {{ totalCount }} }}");
        data.GetProperty("projects").GetProperty("totalCount").GetInt32().ShouldBe(expected);
    }

    [Theory]
    [InlineData("name: { contains: null }")]
    [InlineData("number: { in: null }")]
    [InlineData("number: { or: [{ gt: null }] }")]
    [InlineData("plan: { fiscalYear: { lte: null } }")]
    [InlineData("name: { contains: $missing }")]
    public async Task A_null_operand_is_refused_rather_than_taken_for_no_condition(string where)
    {
        var declared = where.Contains('$') ? "query ($missing: String) " : "";
        var error = await Service.ErrorAsync($"{declared}{{ projects(where: {{ {where} }}) {{ totalCount }} }}");
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_FILTER");
    }

    [Theory]
    [InlineData("academicStanding: { eq: null }", 12)]
    [InlineData("academicStanding: { in: [null, EXPERT] }", 12)]
    [InlineData("academicStanding: { neq: SENIOR_PROFESSIONAL }", 12)]
    [InlineData("academicStanding: { nin: [SENIOR_PROFESSIONAL] }", 12)]
    [InlineData("orgUnit: { number: { neq: 99 } }", 5)]
    [InlineData("orgUnit: { name: { ncontains: \"x\" } }", 5)]
    [InlineData("orgUnit: { id: { eq: null } }", 16)]
    public async Task A_negation_is_true_of_null_and_a_related_null_matches_nothing(string where, int expected)
    {
        var data = await Service.QueryAsync(
            $"{{ staff(where: {{ {where} }}) {{ totalCount }} }}",
            client: Service.Officer
        );
        data.GetProperty("staff").GetProperty("totalCount").GetInt32().ShouldBe(expected);
    }

    [Fact]
    public async Task A_variable_filters_like_a_literal()
    {
        var data = await Service.QueryAsync(
            "query ($where: ProjectFilterInput) { projects(where: $where) { nodes { number } } }",
            new { where = new { statedBudget = new { gte = 150000.00m }, nature = new { eq = "CONTINUING" } } }
        );
        Numbers(data.GetProperty("projects")).ShouldBe([4, 8, 9]);
    }

    [Fact]
    public async Task An_id_of_another_type_is_refused_in_a_filter()
    {
        var office = (await Service.QueryAsync("{ office(code: \"TH-43-P2\") { id } }"))
            .GetProperty("office")
            .GetProperty("id");
        var error = await Service.ErrorAsync(
            $"{{ projects(where: {{ id: {{ eq: \"{office}\" }} }}) {{ totalCount }} }}"
        );
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_ID");
    }

    [Fact]
    public async Task Observations_are_filtered_by_their_coordinates()
    {
        var data = await Service.QueryAsync(
            """
            { datasets(where: { code: { eq: "table-3" } }) { nodes { observations(where: { and: [
              { coordinates: { some: { value: { eq: "2565" } } } }
              { coordinates: { some: { value: { eq: "ประถมศึกษาปีที่ ๖" } } } } ] }) { value text total } } } }
            """
        );
        var cell = data.GetProperty("datasets")
            .GetProperty("nodes")[0]
            .GetProperty("observations")
            .EnumerateArray()
            .Single();
        cell.GetProperty("value").GetDecimal().ShouldBe(1892);
        cell.GetProperty("text").GetString().ShouldBe("๑,๘๙๒");
        cell.GetProperty("total").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("\"10000.00000000000000000000000000000000001\"")]
    [InlineData("10000.00000000000000000000000000000000001")]
    [InlineData("1e30")]
    [InlineData("\"12,000\"")]
    [InlineData("\"NaN\"")]
    [InlineData("true")]
    public async Task A_number_that_is_no_exact_decimal_is_refused_rather_than_rounded(string number) =>
        await Service.ErrorAsync($"{{ projects(where: {{ statedBudget: {{ eq: {number} }} }}) {{ totalCount }} }}");

    [Fact]
    public async Task A_filter_an_order_or_a_query_without_measure_is_refused()
    {
        var deep = Repeat("{ plan: { projects: { some: ", 10) + "{ number: { eq: 1 } }" + Repeat("} } }", 10);
        await RefusedAsync($"where: {deep}", "FILTER_TOO_LARGE");
        await RefusedAsync($"where: {{ or: [{Repeat("{ number: { eq: 1 } } ", 501)}] }}", "FILTER_TOO_LARGE");
        await RefusedAsync($"order: [{string.Join(' ', ManyKeys())}]", "ORDER_TOO_LONG");
        var error = await Service.ErrorAsync(
            $"{{ {Repeat("projects { nodes { plan { ", 200)} id {Repeat("} } }", 200)} }}"
        );
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("QUERY_TOO_DEEP");

        async Task RefusedAsync(string arguments, string code)
        {
            var refused = await Service.ErrorAsync($"{{ projects({arguments}) {{ totalCount }} }}");
            refused.GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
        }

        static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

        static IEnumerable<string> ManyKeys() => Enumerable.Repeat("{ name: ASC }", 21);
    }
}
