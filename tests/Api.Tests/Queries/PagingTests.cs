using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

public sealed class PagingTests(PlanService service) : PlanTests(service)
{
    private const string PageQuery = """
        query ($order: [StaffMemberSortInput!], $first: Int, $after: String, $last: Int, $before: String) {
          staff(order: $order, first: $first, after: $after, last: $last, before: $before) {
            nodes { id } edges { cursor node { id } } totalCount
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }
        """;

    public static TheoryData<string> Orders =>
        [
            "[]",
            """[{ "name": "DESC" }]""",
            """[{ "academicStanding": "ASC" }]""",
            """[{ "academicStanding": "DESC" }, { "name": "DESC" }]""",
            """[{ "orgUnit": { "number": "DESC" } }, { "position": "ASC" }]""",
            """[{ "orgUnit": { "name": "ASC" } }, { "office": { "code": "DESC" } }]""",
        ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Pages_of_any_size_join_to_the_whole_list_in_both_directions(string order)
    {
        var sort = JsonDocument.Parse(order).RootElement;
        var whole = Ids(await PageAsync(new { order = sort, first = 500 }));
        whole.Length.ShouldBe(21);
        for (var size = 1; size <= 7; size++)
        {
            (await ForwardsAsync(sort, size)).ShouldBe(whole);
            (await BackwardsAsync(sort, size)).ShouldBe(whole);
        }
    }

    [Fact]
    public async Task Cursors_survive_inserts_and_the_deletion_of_their_row()
    {
        var order = JsonDocument.Parse("""[{ "name": "ASC" }]""").RootElement;
        var first = await PageAsync(new { order, first = 5 });
        var cursor = first.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var rest = Ids(
            await PageAsync(
                new
                {
                    order,
                    first = 500,
                    after = cursor,
                }
            )
        );
        await Service.ExecuteSqlAsync(
            """
            INSERT INTO staff_members (id, office_id, name, position)
            SELECT gen_random_uuid(), id, 'ก' || n, 'x' FROM offices, generate_series(1, 9) AS n;
            DELETE FROM staff_members WHERE name = (SELECT name FROM staff_members WHERE org_unit_id IS NULL
              AND id NOT IN (SELECT staff_member_id FROM project_owners) ORDER BY name LIMIT 1);
            """
        );
        Ids(
                await PageAsync(
                    new
                    {
                        order,
                        first = 500,
                        after = cursor,
                    }
                )
            )
            .ShouldBe(rest);
    }

    [Fact]
    public async Task A_page_between_two_cursors_holds_what_lies_between()
    {
        var whole = await PageAsync(new { first = 500 });
        var cursors = whole
            .GetProperty("edges")
            .EnumerateArray()
            .Select(edge => edge.GetProperty("cursor").GetString())
            .ToList();
        var between = await PageAsync(
            new
            {
                first = 500,
                after = cursors[2],
                before = cursors[6],
            }
        );
        Ids(between).ShouldBe(Ids(whole)[3..6]);
        Ids(
                await PageAsync(
                    new
                    {
                        last = 2,
                        after = cursors[2],
                        before = cursors[6],
                    }
                )
            )
            .ShouldBe(Ids(whole)[4..6]);
    }

    [Fact]
    public async Task A_cursor_of_another_order_list_or_with_a_changed_byte_is_refused()
    {
        var byName = JsonDocument.Parse("""[{ "name": "ASC" }]""").RootElement;
        var page = await PageAsync(new { order = byName, first = 1 });
        var cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString()!;
        var byPosition = JsonDocument.Parse("""[{ "position": "ASC" }]""").RootElement;
        await RefusedAsync(Service.ErrorAsync(PageQuery, new { order = byPosition, after = cursor }, Service.Officer));
        await RefusedAsync(
            Service.ErrorAsync(
                "query ($c: String) { projects(order: { name: ASC }, after: $c) { totalCount } }",
                new { c = cursor }
            )
        );
        for (var i = 0; i < cursor.Length; i += 7)
        {
            var changed = cursor[..i] + (cursor[i] == 'A' ? 'B' : 'A') + cursor[(i + 1)..];
            await RefusedAsync(Service.ErrorAsync(PageQuery, new { order = byName, after = changed }, Service.Officer));
        }

        static async Task RefusedAsync(Task<JsonElement> error) =>
            (await error).GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_CURSOR");
    }

    [Theory]
    [InlineData("first: 0", "first")]
    [InlineData("first: -1", "first")]
    [InlineData("first: 501", "first")]
    [InlineData("last: 0", "last")]
    [InlineData("last: 501", "last")]
    [InlineData("first: 1, last: 1", "last")]
    public async Task A_page_size_out_of_bounds_is_refused(string arguments, string argument)
    {
        var error = await Service.ErrorAsync($"{{ projects({arguments}) {{ nodes {{ id }} }} }}");
        error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("INVALID_PAGE");
        error.GetProperty("extensions").GetProperty("argument").GetString().ShouldBe(argument);
    }

    [Fact]
    public async Task A_nested_list_is_paged_for_each_of_its_parents()
    {
        const string query = """
            query ($after: String) { office(code: "TH-43-P2") { strategicPlan(fiscalYear: 2566) { strategies { number
              projects(first: 2, after: $after, order: [{ number: DESC }]) {
                totalCount budget { planned } nodes { number } pageInfo { hasNextPage endCursor } } } } } }
            """;
        var strategies = await StrategiesAsync(null);
        strategies
            .Select(strategy => Numbers(strategy.GetProperty("projects")))
            .ShouldBe([
                [],
                [],
                [6, 5],
                [10, 9],
            ]);
        strategies
            .Select(strategy => strategy.GetProperty("projects").GetProperty("totalCount").GetInt32())
            .ShouldBe([0, 0, 6, 4]);
        strategies
            .Select(strategy =>
                strategy.GetProperty("projects").GetProperty("budget").GetProperty("planned").GetDecimal()
            )
            .ShouldBe([0, 0, 696000, 502200]);
        var cursor = strategies[2].GetProperty("projects").GetProperty("pageInfo").GetProperty("endCursor").GetString();
        var next = await StrategiesAsync(cursor);
        next.Select(strategy => Numbers(strategy.GetProperty("projects")))
            .ShouldBe([
                [],
                [],
                [4, 3],
                [],
            ]);

        async Task<JsonElement[]> StrategiesAsync(string? after)
        {
            var data = await Service.QueryAsync(query, new { after });
            return
            [
                .. data.GetProperty("office").GetProperty("strategicPlan").GetProperty("strategies").EnumerateArray(),
            ];
        }
    }

    private async Task<string[]> ForwardsAsync(JsonElement order, int first)
    {
        var ids = new List<string>();
        string? after = null;
        while (true)
        {
            var page = await PageAsync(
                new
                {
                    order,
                    first,
                    after,
                }
            );
            ids.AddRange(Ids(page));
            var info = page.GetProperty("pageInfo");
            info.GetProperty("hasPreviousPage").GetBoolean().ShouldBe(after is not null);
            if (!info.GetProperty("hasNextPage").GetBoolean())
                return [.. ids];
            after = info.GetProperty("endCursor").GetString();
        }
    }

    private async Task<string[]> BackwardsAsync(JsonElement order, int last)
    {
        var ids = new List<string>();
        string? before = null;
        while (true)
        {
            var page = await PageAsync(
                new
                {
                    order,
                    last,
                    before,
                }
            );
            ids.InsertRange(0, Ids(page));
            var info = page.GetProperty("pageInfo");
            info.GetProperty("hasNextPage").GetBoolean().ShouldBe(before is not null);
            if (!info.GetProperty("hasPreviousPage").GetBoolean())
                return [.. ids];
            before = info.GetProperty("startCursor").GetString();
        }
    }

    private async Task<JsonElement> PageAsync(object variables) =>
        (await Service.QueryAsync(PageQuery, variables, Service.Officer)).GetProperty("staff");

    private static string[] Ids(JsonElement page) =>
        [.. page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!)];
}
