using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using static TeacherDevPlan.Api.Tests.SampleFile;
using ModelSet = TeacherDevPlan.Application.Common.Models.Models;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// Data in which everything occurs that can: four offices, drafts of two of them, a draft and a project that were removed, money moved in
/// every way, results and reports, and nulls wherever they may be.
/// </summary>
public sealed class MixedData(PlanService service) : IAsyncLifetime
{
    private readonly LedgerClient ledger = new(service);

    internal PlanService Service => service;

    internal LoadedRows Rows { get; private set; } = null!;

    internal ModelSet Models => service.Services.GetRequiredService<ModelSet>();

    internal ISchema Schema => service.Services.GetRequiredService<ISchema>();

    internal NaiveValues Everything => new(Rows, Models, MixedCallers.Everything(Rows));

    internal NaiveValues ValuesOf(string caller) => new(Rows, Models, MixedCallers.Of(caller));

    public async ValueTask InitializeAsync()
    {
        await service.WithoutDataAsync();
        await ImportAsync(Own());
        await ImportAsync(OfOther());
        foreach (var plan in new[] { "plan-a.json", "plan-b.json" })
            await ImportAsync(
                JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Plans", plan)))!
            );
        await MoveMoneyAsync();
        await ReportAsync();
        await RemoveAsync();
        await new MixedPeople(service).AddAsync();
        await new MixedPlans(service).AddAsync();
        await new MixedEvents(service).AddAsync();
        await new MixedCommittees(service).AddAsync();
        await new MixedHidden(service).AddAsync();
        await service.ExecuteSqlAsync(MixedNulls.Sql);
        Rows = await LoadedRows.LoadAsync(service);
    }

    public ValueTask DisposeAsync()
    {
        service.Changed();
        return ValueTask.CompletedTask;
    }

    private async Task ImportAsync(JsonNode file) => (await service.ImportAsync(Bytes(file))).Succeeded.ShouldBeTrue();

    /// <summary>The sample with two drafts, of which one will be removed, and cells of persons.</summary>
    private static JsonNode Own()
    {
        var file = Sample();
        var projects = file["developmentPlan"]!["projects"]!;
        projects[3]!["status"] = "DRAFT";
        projects[5]!["status"] = "SUBMITTED";
        projects[6]!["status"] = "COMPLETED";
        file["datasets"]![3]!["personalData"] = true;
        return file;
    }

    /// <summary>The same plan as another office's, not published, with somebody whom no plan names.</summary>
    private static JsonNode OfOther()
    {
        var file = Sample();
        file["office"]!["code"] = Somebody.OtherOffice;
        file["office"]!["staff"]!.AsArray().Add(JsonNode.Parse("""{ "name": "คนลับ", "position": "ครู" }"""));
        foreach (var project in file["developmentPlan"]!["projects"]!.AsArray())
            project!["status"] = "DRAFT";
        return file;
    }

    private async Task MoveMoneyAsync()
    {
        var (_, first) = await ledger.ProjectAsync(1);
        var (_, second) = await ledger.ProjectAsync(2);
        (await ledger.PayAsync(first[0], 1000)).Refused().ShouldBeFalse();
        var taken = await ledger.PayAsync(first[1 % first.Length], 7.5m, paidOn: "2022-12-31");
        (await ledger.ReverseAsync(taken.Id())).Refused().ShouldBeFalse();
        (await ledger.TransferAsync(first[0], first[^1], 25)).ToString();
        var open = await ledger.CommitAsync(second[0], 100, "2999-01-01");
        (await ledger.PayAsync(second[0], 30, commitment: open.Id())).Refused().ShouldBeFalse();
        (await ledger.ReleaseAsync((await ledger.CommitAsync(second[0], 11)).Id())).Refused().ShouldBeFalse();
        await ledger.CommitAsync(second[^1], 12);
        await ledger.CommitAsync(first[0], 40, "2998-01-01");
        // Days do not pass in a test: one is made one of long ago.
        await service.ExecuteSqlAsync(
            "SET session_replication_role = replica; "
                + "UPDATE ledger_entries SET expires_on = '2026-01-31' WHERE kind = 'COMMITMENT' AND expires_on = '2998-01-01'; "
                + "UPDATE open_commitments SET expires_on = '2026-01-31' WHERE expires_on = '2998-01-01'"
        );
    }

    private async Task ReportAsync()
    {
        var data = await service.QueryAsync(
            """{ indicators(where: { strategy: { strategicPlan: { office: { code: { eq: "TH-43-P2" } } } } }) { nodes { id } } """
                + """projects(where: { plan: { office: { code: { eq: "TH-43-P2" } } } }) { nodes { id kpis { id } } } }"""
        );
        string[] indicators = [.. Ids(data.GetProperty("indicators").GetProperty("nodes"))];
        var projects = data.GetProperty("projects").GetProperty("nodes");
        foreach (var (result, i) in new[] { 60m, 72.5m, 95m, 0m }.Select((result, i) => (result, i)))
            await SendAsync(
                "reportIndicatorResult",
                new
                {
                    indicatorId = indicators[i % 3],
                    fiscalYear = 2566,
                    result,
                    idempotencyKey = ledger.NewKey(),
                }
            );
        await SendAsync(
            "reportIndicatorResult",
            new
            {
                indicatorId = indicators[1],
                fiscalYear = 2567,
                result = 50,
                numerator = 1,
                denominator = 2,
                note = "ครึ่ง",
                idempotencyKey = ledger.NewKey(),
            }
        );
        foreach (var kpi in Ids(projects[0].GetProperty("kpis")))
            await SendAsync(
                "reportKpiResult",
                new
                {
                    kpiId = kpi,
                    result = 81.5,
                    evidence = "ภาพถ่าย",
                    idempotencyKey = ledger.NewKey(),
                }
            );
        foreach (var kpi in Ids(projects[1].GetProperty("kpis")))
            await SendAsync(
                "reportKpiResult",
                new
                {
                    kpiId = kpi,
                    resultText = "ดี",
                    idempotencyKey = ledger.NewKey(),
                }
            );
        foreach (var (quarter, done) in new[] { ("Q1", 10), ("Q1", 12), ("Q2", 50) })
            await SendAsync(
                "submitProgressReport",
                new
                {
                    projectId = projects[1].GetProperty("id").GetString(),
                    quarter,
                    workDone = done,
                    issues = "ฝนตก",
                    idempotencyKey = ledger.NewKey(),
                }
            );
        await SendAsync(
            "defineIndicator",
            new
            {
                code = "A",
                name = "ตัวชี้วัด",
                unit = "ร้อยละ",
                idempotencyKey = ledger.NewKey(),
            },
            "administrator"
        );
        await SendAsync(
            "createAccessToken",
            new
            {
                name = "t",
                roles = new[] { "VIEWER" },
                offices = Array.Empty<string>(),
            },
            "administrator"
        );
    }

    /// <summary>A draft, and a project of which nothing but its plan is on record.</summary>
    private async Task RemoveAsync()
    {
        var file = Own();
        var projects = file["developmentPlan"]!["projects"]!.AsArray();
        projects.RemoveAt(9);
        projects.RemoveAt(3);
        await ImportAsync(file);
        // And an activity that money is reserved of: no import would take it away.
        await service.ExecuteSqlAsync(
            "SET session_replication_role = replica; "
                + "DELETE FROM activities WHERE id IN (SELECT activity_id FROM ledger_entries WHERE kind = 'COMMITMENT' AND amount = 12)"
        );
    }

    private async Task SendAsync(string mutation, object input, string who = "plan officer")
    {
        using var client = service.ClientOf(who);
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        await service.AskAsync(
            $"mutation ($input: {type}!) {{ {mutation}(input: $input) {{ errors {{ __typename }} }} }}",
            new { input },
            client
        );
    }

    private static IEnumerable<string> Ids(JsonElement nodes) =>
        nodes.EnumerateArray().Select(node => node.GetProperty("id").GetString()!);
}
