using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.SampleData;

namespace TeacherDevPlan.Api.Tests.Plans;

/// <summary>Where the parts of a plan are printed.</summary>
public sealed class SourceTests(PlanService service) : PlanTests(service)
{
    private const string Everything = """
        { developmentPlan(officeCode: "TH-43-P2", fiscalYear: 2566) {
            source { rawText } needs { text source { rawText } } calendar { source { rawText } }
            sections { number heading level source { rawText } items { number text source { rawText } } }
            reading { lines linesUsed unread { firstLine lastLine lines reason } }
            office { orgUnits { source { rawText } } datasets { source { rawText } observations { source { rawText } } }
              needsSurveys { topics { source { rawText } demandSource { rawText } percentageSource { rawText } } }
              strategicPlans { visionSource { rawText } valuesSource { rawText } goals { source { rawText } }
                strategies { source { rawText } objectives { source { rawText } } guidelines { source { rawText } }
                  indicators { source { rawText } targets { source { rawText } } } } } }
            projects { nodes { namePrinted headings { number text } successMeasures { text } source { line }
              rationaleSource { rawText } statedBudgetSource { line table row column rawText } sources { member source { rawText } }
              printedTotals { total totalSource { rawText } } owners { source { rawText } } fundingSources { source { rawText } }
              kpis { source { rawText } targetSource { rawText } }
              activities { source { rawText } printed { q1Source { rawText } q2Source { rawText } q3Source { rawText }
                q4Source { rawText } totalSource { rawText } } } } } } }
        """;

    private readonly PlanFile file = DocumentFile.Of(service);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        (await Service.ApplyAsync(file)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_part_tells_where_it_is_printed()
    {
        var answer = (await Service.QueryAsync(Everything)).ToString();
        object[] printed =
        [
            file.DevelopmentPlan.Needs[1],
            file.DevelopmentPlan.Calendar[0],
            file.DevelopmentPlan.Sections[1],
            file.DevelopmentPlan.Sections[2].Items[1],
            file.Office.OrgUnits[3],
            file.Datasets[2],
            file.Datasets[2].Observations[1],
            file.StrategicPlan.Strategies[0],
            file.StrategicPlan.Strategies[0].Indicators[0],
            file.StrategicPlan.Strategies[0].Indicators[0].Targets[2],
            file.DevelopmentPlan.Projects[1].Owners[0],
            file.DevelopmentPlan.Projects[1].FundingSources[0],
            file.DevelopmentPlan.Projects[1].Activities[0],
            file.DevelopmentPlan.Projects[1].Kpis[0],
        ];
        foreach (var part in printed)
            answer.ShouldContain(
                $"\"source\":{{\"rawText\":\"{file.Sources.Of(part)!.RawText}\"}}",
                customMessage: $"{part}"
            );
        (object Part, string Member, string Field)[] members =
        [
            (file.StrategicPlan, "vision", "visionSource"),
            (file.StrategicPlan, "values", "valuesSource"),
            (file.DevelopmentPlan, "title", "source"),
            (file.DevelopmentPlan.Projects[0], "rationale", "rationaleSource"),
            (file.DevelopmentPlan.Projects[0], "printedTotals/total", "totalSource"),
            (file.DevelopmentPlan.Projects[0].Activities[0], "q3", "q3Source"),
            (file.DevelopmentPlan.Projects[0].Kpis[0], "targetText", "targetSource"),
            (file.NeedsSurveys[0].Topics[0], "percentage", "percentageSource"),
        ];
        foreach (var (part, member, field) in members)
            answer.ShouldContain($"\"{field}\":{{\"rawText\":\"{file.Sources.Of(part, member)!.RawText}\"}}");
        answer.ShouldContain("{\"member\":\"targetGroups/0\",\"source\":");
        answer.ShouldContain("\"namePrinted\":\"โครงการ ที่พิมพ์ไว้\"");
        answer.ShouldContain("{\"number\":\"7\",\"text\":\"กิจกรรมและงบประมาณ\"}");
        answer.ShouldContain(
            "\"reading\":{\"lines\":1000,\"linesUsed\":987,\"unread\":[{\"firstLine\":3,\"lastLine\":20,"
        );
    }

    [Fact]
    public async Task The_same_document_again_changes_nothing_and_another_line_changes_one_row()
    {
        (await Service.ApplyAsync(file)).Value.Rows.ShouldBe(0);
        var part = file.DevelopmentPlan.Projects[0];
        var source = file.Sources.Of(part, "venue")!;
        file.Sources.Add(part, "venue", source with { Line = 9999 });
        (await Service.ApplyAsync(file)).Value.Rows.ShouldBe(1);
        (await Service.ApplyAsync(file with { Reading = file.Reading! with { Lines = 1001 } })).Value.Rows.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_was_not_read_from_a_document_has_no_sources()
    {
        (await Service.ImportAsync(SamplePlan.Read())).Succeeded.ShouldBeTrue();
        var answer = (await Service.QueryAsync(Everything)).ToString();
        answer.ShouldNotContain("rawText\":\"");
        answer.ShouldContain("\"reading\":null");
    }

    [Fact]
    public async Task Sources_cost_a_statement_for_each_level_and_none_where_they_are_not_selected()
    {
        Service.Statements.Reset();
        await Service.QueryAsync(
            "{ projects { nodes { source { line } statedBudgetSource { line } rationaleSource { line } printedTotals { q1Source { line } } } } }"
        );
        Service.Statements.Seen.Count.ShouldBe(1, "where a member is printed is joined");
        Service.Statements.Reset();
        await Service.QueryAsync("{ projects { nodes { number activities { number } } } }");
        Service.Statements.Seen.ShouldNotContain(statement => statement.Contains("sources"));
    }

    [Fact]
    public async Task What_was_not_read_is_told_to_the_office()
    {
        const string query =
            "{ developmentPlan(officeCode: \"TH-43-P2\", fiscalYear: 2566) { reading { unread { text } } } }";
        PlanService.CodeOf(await Service.AskAsync(query)).ShouldBe("AUTH_NOT_AUTHENTICATED");
        using var viewer = Service.ClientOf("viewer");
        (await Service.QueryAsync(query, client: viewer)).ToString().ShouldNotContain("สารบัญ");
        using var officer = Service.ClientOf("plan officer");
        (await Service.QueryAsync(query, client: officer)).ToString().ShouldContain("สารบัญ");
    }

    [Fact]
    public async Task Sections_and_needs_can_be_searched()
    {
        var data = await Service.QueryAsync(
            "{ yes: developmentPlans(where: { sections: { some: { items: { some: { text: { contains: \"ย่อหน้าที่สอง\" } } } } } }) { totalCount } "
                + "no: developmentPlans(where: { needs: { some: { text: { eq: \"ฟุตบอล\" } } } }) { totalCount } }"
        );
        data.ToString().ShouldBe("""{"yes":{"totalCount":1},"no":{"totalCount":0}}""");
    }
}
