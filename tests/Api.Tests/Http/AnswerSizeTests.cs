using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Small requests whose answers or conditions are beyond all measure.</summary>
public sealed class AnswerSizeTests(PlanService service) : PlanTests(service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static string Names(int count, string field, int length) =>
        string.Join('\n', Enumerable.Range(0, count).Select(i => $"{new string('a', length)}{i}: {field}"));

    [Fact]
    public async Task An_answer_has_a_limit_of_bytes_whatever_makes_it_long()
    {
        await using var app = await Service.StartAnotherAsync([("GraphQL:MaxResponseBytes", "50000")]);
        using var client = PlanService.ClientOf(app);
        var repeats = string.Join(' ', Enumerable.Range(0, 30).Select(i => $"a{i}: observations {{ text }}"));
        string[] selections = [$"observations {{ {Names(1, "text", 6_000)} }}", repeats];
        foreach (var selection in selections)
        {
            var query = $"{{ datasets(first: 10) {{ nodes {{ {selection} }} }} }}";
            (await Service.QueryAsync(query)).ToString().Length.ShouldBeGreaterThan(50_000);
            var error = await Service.ErrorAsync(query, client: client);
            error.GetProperty("extensions").GetProperty("code").GetString().ShouldBe("RESULT_TOO_LARGE");
            error.GetProperty("message").GetString()!.ShouldContain("50000 bytes");
        }

        await Service.QueryAsync("{ projects(first: 2) { nodes { name } } }", client: client);
    }

    [Fact]
    public async Task Long_names_count_as_several_values()
    {
        var query = $"{{ __schema {{ types {{ fields {{ {Names(6, "name", 14_000)} }} }} }} }}";
        PlanService.CodeOf(await Service.AskAsync(query)).ShouldBe("COST_EXCEEDED");
    }

    [Fact]
    public async Task Values_of_conditions_are_taken_from_the_allowance_also_of_an_operation_that_is_known()
    {
        const int burst = 1000;
        await using var app = await Service.StartAnotherAsync([
            ("RateLimits:AnonymousPerSecond", "1"),
            ("RateLimits:AnonymousBurst", $"{burst}"),
        ]);
        using var client = PlanService.ClientOf(app);
        const string query =
            "query ($w: ProjectFilterInput, $n: [String]) { a: projects(where: $w) { totalCount } b: projects(where: { name: { in: $n } }) { totalCount } }";
        (await TakenAsync(20)).ShouldBe(1);
        (await TakenAsync(20)).ShouldBe(1);
        // Each of the two has 4,000 values, of which 20 are usual.
        (await TakenAsync(4_000)).ShouldBeInRange(70, 80);
        (await TakenAsync(4_000)).ShouldBeInRange(70, 80);
        (await TakenAsync(20)).ShouldBe(1);

        async Task<int> TakenAsync(int values)
        {
            var names = Enumerable.Range(0, values).Select(i => $"ก{i}");
            using var before = await client.PostAsJsonAsync("/graphql", new { query = "{ __typename }" }, Cancellation);
            using var response = await client.PostAsJsonAsync(
                "/graphql",
                new { query, variables = new { w = new { name = new { nin = names } }, n = names } },
                Cancellation
            );
            response.StatusCode.ShouldBe(HttpStatusCode.OK);
            (await response.Content.ReadAsStringAsync(Cancellation)).ShouldNotContain("errors");
            return Left(before) - Left(response);
        }

        static int Left(HttpResponseMessage response) =>
            int.Parse(response.Headers.GetValues("RateLimit-Remaining").Single(), CultureInfo.InvariantCulture);
    }
}
