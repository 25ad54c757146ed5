using System.Text.Json.Nodes;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

public sealed class PlanDocumentReaderTests
{
    [Theory]
    [InlineData("plan-a")]
    [InlineData("plan-b")]
    public void A_document_is_read_as_its_plan_file_states_it(string name)
    {
        var differences = new List<string>();
        Compare(Plans.Facts($"{name}.json"), Plans.Facts(Plans.Read($"{name}.txt")), "", differences);
        differences.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("plan-a")]
    [InlineData("plan-b")]
    public void A_plan_without_faults_has_no_findings(string name) =>
        FindingRules.Check(Plans.Read($"{name}.txt")).Select(finding => finding.Fault.Place).ShouldBeEmpty();

    [Theory]
    [InlineData("plan-a")]
    [InlineData("plan-b")]
    public void Only_the_table_of_contents_is_not_read(string name)
    {
        var reading = Plans.Read($"{name}.txt").Reading!;
        reading.Unread.ShouldHaveSingleItem().Reason.ShouldBe(UnreadReason.Repetition);
        reading.LinesUsed.ShouldBe(reading.Lines - reading.Unread[0].Lines);
    }

    [Theory]
    [InlineData("plan-a")]
    [InlineData("plan-b")]
    public void What_is_read_of_a_document_keeps_the_rules_of_plan_files(string name) =>
        PlanFileRules.Check(Plans.Read($"{name}.txt"), TestContext.Current.CancellationToken).ShouldBeEmpty();

    [Fact]
    public void Every_amount_knows_the_cell_it_is_printed_in()
    {
        var plan = Plans.Read("plan-a.txt");
        var lines = Plans.Text("plan-a.txt").Split('\n');
        var project = plan.DevelopmentPlan.Projects[1];
        var activity = project.Activities[3];

        var source = plan.Sources.Of(activity, "q3")!;

        source.RawText.ShouldBe("๑๒,๐๐๐");
        lines[source.Line - 1].Split('\t')[source.Column!.Value - 1].ShouldBe(source.RawText);
        activity.Q3.ShouldBe(12_000);
        plan.Sources.Of(project, "statedBudget")!.RawText.ShouldContain("๘๔,๕๐๐");
        plan.Sources.Of(project, "q2")!.RawText.ShouldBe("๔๔,๐๐๐");
        plan.Sources.Of(project, "period")!.RawText.ShouldContain("ตุลาคม ๒๕๖๖");
    }

    [Fact]
    public void Every_observation_target_and_text_knows_where_it_is_printed()
    {
        var plan = Plans.Read("plan-b.txt");
        plan.Datasets.SelectMany(dataset => dataset.Observations).ShouldAllBe(one => plan.Sources.Of(one, "") != null);
        plan.StrategicPlan.Strategies.SelectMany(strategy => strategy.Indicators)
            .SelectMany(indicator => indicator.Targets)
            .ShouldAllBe(target => plan.Sources.Of(target, "") != null);
        plan.DevelopmentPlan.Projects.SelectMany(project => project.Objectives.Concat(project.ExpectedResults))
            .ShouldAllBe(text => plan.Sources.Of(text, "") != null);
        plan.DevelopmentPlan.Sections.SelectMany(section => section.Items)
            .ShouldAllBe(item => plan.Sources.Of(item, "") != null);
    }

    [Fact]
    public void A_cell_that_goes_on_after_a_page_break_is_one_text()
    {
        var activity = Plans.Read("plan-a.txt").DevelopmentPlan.Projects[1].Activities[3];
        activity.Name.ShouldEndWith("และตกลงวิธีช่วยเหลือร่วมกัน");
        activity.Name.ShouldStartWith("วงแลกเปลี่ยนรายอำเภอ");
    }

    [Fact]
    public void Running_text_without_a_place_of_its_own_stands_under_its_headings()
    {
        var sections = Plans.Read("plan-a.txt").DevelopmentPlan.Sections;
        var reports = sections.Single(section => section.Heading == "การรายงานผลการประเมินโครงการ");
        reports.Number.ShouldBe("3");
        reports.Items.Count(item => item.Text.StartsWith("ไตรมาสที่", StringComparison.Ordinal)).ShouldBe(4);
        var duties = sections.Single(section =>
            section.Heading.StartsWith("กลุ่มนโยบายและแผน", StringComparison.Ordinal)
        );
        duties.Items.Select(item => item.Number).ShouldBe(["ก", "ข"]);
    }

    [Fact]
    public void What_stands_where_nothing_of_its_kind_is_expected_is_told()
    {
        const string stray = "หมายเหตุท้ายตาราง\tไม่ทราบ\tความหมาย";
        var changed = Plans
            .Text("plan-a.txt")
            .Replace(
                "๒. วัตถุประสงค์\n\n๒.๑ เพื่อให้ครูปฐมวัย",
                $"๒. วัตถุประสงค์\n\n{stray}\n\n๒.๑ เพื่อให้ครูปฐมวัย",
                StringComparison.Ordinal
            );

        var reading = Plans.Read(System.Text.Encoding.UTF8.GetBytes(changed)).Value.Reading!;

        reading.Unread.ShouldContain(passage =>
            passage.Reason == UnreadReason.OutOfPlace && passage.Text.Contains("ไม่ทราบ")
        );
    }

    /// <summary>What the expected file states must be stated the same; the document may say more.</summary>
    private static void Compare(JsonNode? expected, JsonNode? actual, string path, List<string> differences)
    {
        switch (expected)
        {
            case JsonObject fields:
                foreach (
                    var (key, value) in fields.Where(field =>
                        field.Key is not ("formatVersion" or "source" or "$schema")
                    )
                )
                    Compare(value, actual?[key], $"{path}/{key}", differences);
                break;
            case JsonArray items:
                var others = actual as JsonArray ?? [];
                if (others.Count != items.Count)
                    differences.Add($"{path}: {items.Count} items expected, {others.Count} read");
                for (var i = 0; i < Math.Min(items.Count, others.Count); i++)
                    Compare(items[i], others[i], $"{path}/{i}", differences);
                break;
            default:
                if (!JsonNode.DeepEquals(expected, actual))
                    differences.Add($"{path}: {expected} expected, {actual} read");
                break;
        }
    }
}
