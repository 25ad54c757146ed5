namespace TeacherDevPlan.Api.Tests;

public sealed class SortTests(PlanService service) : PlanTests(service)
{
    [Theory]
    [InlineData("[{ statedBudget: DESC }, { number: DESC }]", new[] { 4, 9, 8, 5, 10, 2, 7, 6, 3, 1 })]
    [InlineData("[{ strategy: { number: DESC } }, { number: DESC }]", new[] { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 })]
    [InlineData("[{ nature: ASC }, { number: ASC }]", new[] { 3, 1, 2, 4, 5, 6, 7, 8, 9, 10 })]
    [InlineData("{ startsOn: DESC, number: ASC }", new[] { 6, 1, 2, 3, 4, 5, 7, 8, 9, 10 })]
    [InlineData("{ number: ASC, startsOn: DESC }", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    [InlineData("[{ budget: { planned: ASC } }, { number: ASC }]", new[] { 1, 3, 6, 7, 2, 10, 5, 8, 9, 4 })]
    [InlineData("[]", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 })]
    public async Task Projects_are_sorted_by_several_keys(string order, int[] expected) =>
        (await ProjectNumbersAsync($"order: {order}")).ShouldBe(expected);

    [Theory]
    [InlineData("""[{ "startsOn": "DESC", "number": "DESC" }]""", new[] { 6, 1, 10, 9, 8, 7, 5, 4, 3, 2 })]
    [InlineData("""{ "number": "DESC", "startsOn": "DESC" }""", new[] { 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 })]
    public async Task Keys_in_a_variable_count_in_the_order_they_are_written(string order, int[] expected)
    {
        var data = await Service.QueryAsync(
            "query ($order: [ProjectSortInput!]) { projects(order: $order) { nodes { number } } }",
            new { order = System.Text.Json.JsonDocument.Parse(order).RootElement }
        );
        Numbers(data.GetProperty("projects")).ShouldBe(expected);
    }

    [Fact]
    public async Task Thai_names_sort_in_the_order_of_the_Thai_dictionary()
    {
        // A leading vowel sorts by the consonant after it: เ- before ข- would be the order of the code points.
        await Service.ExecuteSqlAsync(
            """
            INSERT INTO offices (id, code, name, kind, province, province_code, published)
            SELECT gen_random_uuid(), 'TH-10-P' || n, name, 'PRIMARY', 'x', 'TH-10', true
            FROM (VALUES (1, 'เกาะ'), (2, 'ขวัญ'), (3, 'กา'), (4, 'แก'), (5, 'Zebra'), (6, 'ใจ')) AS t (n, name)
            """
        );
        var data = await Service.QueryAsync(
            "{ offices(where: { provinceCode: { eq: \"TH-10\" } }, order: [{ name: ASC }]) { nodes { name } } }"
        );
        data.GetProperty("offices")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => node.GetProperty("name").GetString())
            .ShouldBe(["กา", "เกาะ", "แก", "ขวัญ", "ใจ", "Zebra"]);
    }

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task Nulls_come_last_in_both_directions(string direction)
    {
        var data = await Service.QueryAsync(
            $"{{ staff(order: [{{ orgUnit: {{ number: {direction} }} }}]) {{ nodes {{ orgUnit {{ number }} }} }} }}",
            client: Service.Officer
        );
        var isNull = data.GetProperty("staff")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => node.GetProperty("orgUnit").ValueKind == System.Text.Json.JsonValueKind.Null)
            .ToList();
        isNull.ShouldBe([.. Enumerable.Repeat(false, 5), .. Enumerable.Repeat(true, 16)]);
    }
}
