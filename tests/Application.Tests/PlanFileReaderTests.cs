using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.SampleData;

namespace TeacherDevPlan.Application.Tests;

public sealed class PlanFileReaderTests
{
    private static readonly IPlanFileReader Reader = new ServiceCollection()
        .AddInfrastructure(new DatabaseLogins("Host=localhost", "Host=localhost"))
        .BuildServiceProvider()
        .GetRequiredService<IPlanFileReader>();

    [Fact]
    public void The_sample_is_read_whole()
    {
        var file = Reader.Read(SamplePlan.Read(), TestContext.Current.CancellationToken).Value;
        file.StrategicPlan.Strategies.Sum(strategy => strategy.Indicators.Count).ShouldBe(17);
        file.DevelopmentPlan.Projects.Count.ShouldBe(10);
        file.DevelopmentPlan.Projects.Sum(project => project.Owners.Count).ShouldBe(23);
        file.Datasets.Count.ShouldBe(14);
        file.DevelopmentPlan.Projects[5].Activities[0].Q4.ShouldBeNull("nothing is printed there");
        file.DevelopmentPlan.Projects[5].Activities[0].Q1.ShouldBe(0, "a dash is printed there");
    }

    [Theory]
    [InlineData("/office/kind", "\"TERTIARY\"")]
    [InlineData("/office/code", "\"43-P2\"")]
    [InlineData("/office/name", "\"\"")]
    [InlineData("/office/name", "\"a\\u0000\"")]
    [InlineData("/office/districts/1", "7")]
    [InlineData("/developmentPlan/fiscalYear", "2023")]
    [InlineData("/developmentPlan/projects/3/statedBudget", "-1")]
    [InlineData("/developmentPlan/projects/3/statedBudget", "\"12,000\"")]
    [InlineData("/developmentPlan/projects/3/startsOn", "\"2566-13-45\"")]
    [InlineData("/developmentPlan/projects/3/activities/0/q2", "1e15")]
    [InlineData("/developmentPlan/projects/3/kpis", "{}")]
    [InlineData("/developmentPlan/projects/3/unknown", "1")]
    [InlineData("/strategicPlan/strategies/0/indicators/1/targets/2/target", "null")]
    [InlineData("/datasets/2/observations/5/at", "[\"x\"]")]
    public void A_fault_is_told_by_its_path_in_the_file(string path, string value)
    {
        var file = JsonNode.Parse(SamplePlan.Read().Span)!;
        var parts = path.Trim('/').Split('/');
        var parent = parts[..^1]
            .Aggregate(file, (node, part) => node is JsonArray list ? list[int.Parse(part, null)]! : node[part]!);
        if (parent is JsonArray items)
            items[int.Parse(parts[^1], null)] = JsonNode.Parse(value);
        else
            parent[parts[^1]] = JsonNode.Parse(value);
        var refused = (PlanFileRefused)
            Reader.Read(Encoding.UTF8.GetBytes(file.ToJsonString()), TestContext.Current.CancellationToken).Error!;
        refused.Faults.ShouldHaveSingleItem().Path.ShouldBe(path);
    }

    [Fact]
    public void Breaches_of_the_schema_and_of_the_rules_are_listed_together()
    {
        var file = JsonNode.Parse(SamplePlan.Read().Span)!;
        file["office"]!["unknown"] = 1;
        file["office"]!["name"] = "   ";
        file["developmentPlan"]!["projects"]![0]!["strategy"] = 99;
        var refused = (PlanFileRefused)
            Reader.Read(Encoding.UTF8.GetBytes(file.ToJsonString()), TestContext.Current.CancellationToken).Error!;
        refused
            .Faults.Select(fault => fault.Path)
            .Order()
            .ShouldBe(["/developmentPlan/projects/0/strategy", "/office/name", "/office/unknown"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("{ \"formatVersion\": 1, }")]
    [InlineData("{ 'formatVersion': 1 }")]
    [InlineData("{ \"formatVersion\": 1, \"formatVersion\": 1 }")]
    [InlineData("[]")]
    public void What_is_not_a_plan_file_is_refused(string text) =>
        Reader
            .Read(Encoding.UTF8.GetBytes(text), TestContext.Current.CancellationToken)
            .Error.ShouldBeOfType<PlanFileRefused>();

    [Fact]
    public void Deep_nesting_and_wrong_bytes_are_refused()
    {
        Reader
            .Read(Encoding.UTF8.GetBytes(new string('[', 100_000)), TestContext.Current.CancellationToken)
            .Error.ShouldBeOfType<PlanFileRefused>();
        Reader
            .Read(new byte[] { 0x7B, 0xC3, 0x28, 0x7D }, TestContext.Current.CancellationToken)
            .Error.ShouldBeOfType<PlanFileRefused>();
    }
}
