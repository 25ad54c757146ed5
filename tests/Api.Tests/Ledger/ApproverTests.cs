using System.Text.Json;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Money moves between projects where an approver decides it, and is told apart for good.</summary>
public sealed class ApproverTests(PlanService service) : LedgerTestsBase(service)
{
    [Theory]
    [InlineData("approver")]
    [InlineData("approver of the ministry")]
    public async Task An_approver_moves_money_between_projects(string name)
    {
        var (_, first) = await Ledger.ProjectAsync(1);
        var (_, second) = await Ledger.ProjectAsync(2);
        (await Ledger.TransferAsync(first[0], second[0], 100)).Kind().ShouldBe("VirementNotAllowedError");
        var made = await TransferAsync(name, first[0], second[0]);
        made.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, made.ToString());
        made.GetProperty("transfer").ToString().ShouldBe("""{"approved":true,"amount":100.00}""");
        (await Ledger.AvailableAsync(first[0])).ShouldBe(4900);
        (await Ledger.OwnAsync(second[0])).GetProperty("transferredIn").GetDecimal().ShouldBe(100);
        await CleanAsync();
    }

    [Fact]
    public async Task Within_a_project_it_still_takes_virement()
    {
        await Service.ExecuteSqlAsync("UPDATE projects SET virement_allowed = false");
        var (_, activities) = await Ledger.ProjectAsync(1);
        (await TransferAsync("approver", activities[0], activities[1])).Kind().ShouldBe("VirementNotAllowedError");
    }

    [Fact]
    public async Task Money_stays_in_its_fiscal_year()
    {
        var file = SampleFile.Sample();
        file["developmentPlan"]!["fiscalYear"] = 2567;
        foreach (var project in file["developmentPlan"]!["projects"]!.AsArray())
            (project!["startsOn"], project["endsOn"]) = ("2023-10-01", "2024-09-30");
        foreach (var step in file["developmentPlan"]!["calendar"]!.AsArray())
            step!["months"] = new System.Text.Json.Nodes.JsonArray("2023-10");
        var imported = await Service.ImportAsync(SampleFile.Bytes(file));
        imported.Succeeded.ShouldBeTrue(imported.Error?.ToString());
        var data = await Service.QueryAsync(
            "{ projects(where: { number: { eq: 1 } }, order: [{ plan: { fiscalYear: ASC } }]) { nodes { activities { id } } } }"
        );
        var ids = data.GetProperty("projects")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(project => project.GetProperty("activities")[0].GetProperty("id").GetString()!)
            .ToList();
        ids.Count.ShouldBe(2);
        (await TransferAsync("approver", ids[0], ids[1])).Kind().ShouldBe("VirementNotAllowedError");
    }

    private async Task<JsonElement> TransferAsync(string name, string from, string to)
    {
        using var client = Service.ClientOf(name);
        var data = await Service.QueryAsync(
            $"mutation {{ transferBudget(input: {{ fromActivityId: \"{from}\", toActivityId: \"{to}\", amount: 100, quarter: Q1, reason: \"decided\", "
                + $"idempotencyKey: \"{Ledger.NewKey()}\" }}) {{ transfer {{ approved amount }} errors {{ __typename }} }} }}",
            client: client
        );
        return data.GetProperty("transferBudget");
    }
}
