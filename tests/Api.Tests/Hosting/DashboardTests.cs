using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Api.Tests.Hosting;

/// <summary>docs/dashboards.md: what stands there can be asked as it stands there.</summary>
public sealed partial class DashboardTests(PlanService service)
{
    private const string NeedsSignIn = "# Signed in.";
    private const int Questions = 25;

    [Fact]
    public async Task Every_question_of_the_page_is_answered()
    {
        await service.WithSampleAsync();
        await service.ExecuteSqlAsync(
            """
            INSERT INTO indicator_definitions (id, code, name, unit, direction)
            SELECT gen_random_uuid(), 'ACCS-01', 'ตัวชี้วัด', 'ร้อยละ', 'HIGHER_IS_BETTER'
            WHERE NOT EXISTS (SELECT FROM indicator_definitions WHERE code = 'ACCS-01')
            """
        );
        service.Changed();
        var path = Path.Combine(Programs.Home, "docs", "dashboards.md");
        var page = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var queries = Block().Matches(page).Select(match => match.Groups["query"].Value).ToList();
        queries.Count.ShouldBe(Questions);
        foreach (var query in queries)
            await AnswersAsync(query);
    }

    private async Task AnswersAsync(string query)
    {
        var client = query.StartsWith(NeedsSignIn, StringComparison.Ordinal) ? service.Officer : service.Client;
        using var response = await client.PostAsJsonAsync(
            "/graphql",
            new { query },
            TestContext.Current.CancellationToken
        );
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse($"{query}: {errors}");
    }

    [GeneratedRegex(@"^```graphql\n(?<query>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
