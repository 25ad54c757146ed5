using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure;
using TeacherDevPlan.SampleData;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>A plan file that was written is read as the plan that it was written from, with all that is known of it.</summary>
public sealed class ExportTests
{
    private static readonly IPlanFileWriter Writer = new ServiceCollection()
        .AddPlanFiles()
        .BuildServiceProvider()
        .GetRequiredService<IPlanFileWriter>();

    public static TheoryData<string> Files => ["plan-a.txt", "plan-b.txt", "plan-a.json", "plan-b.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public void What_was_read_is_read_again(string name) => BeReadAgain(Plans.Read(name));

    [Fact]
    public void So_is_the_sample() => BeReadAgain(Plans.Read(SamplePlan.Read().ToArray()).Value);

    /// <summary>Documents from which lines are missing have everything that a reading can report.</summary>
    [Fact]
    public void So_is_a_document_with_any_lines_left_out()
    {
        var random = new Random(35);
        for (var i = 0; i < 6; i++)
        {
            var lines = Plans.Text(i % 2 == 0 ? "plan-a.txt" : "plan-b.txt").Split('\n');
            var share = random.NextDouble() / 4;
            var left = lines.Where(_ => random.NextDouble() >= share);
            if (Plans.Read(System.Text.Encoding.UTF8.GetBytes(string.Join('\n', left))) is { Succeeded: true } read)
                BeReadAgain(read.Value);
        }
    }

    [Fact]
    public void Sources_stay_with_their_parts_when_others_are_taken_out()
    {
        var plan = Plans.Read("plan-a.txt");
        var json = JsonNode.Parse(Writer.Write(plan))!;
        json["developmentPlan"]!["projects"]!.AsArray().RemoveAt(0);
        var edited = Plans.Read(System.Text.Encoding.UTF8.GetBytes(json.ToJsonString())).Value;
        foreach (var project in edited.DevelopmentPlan.Projects)
        {
            var before = plan.DevelopmentPlan.Projects.Single(one => one.Number == project.Number);
            edited.Sources.MembersOf(project).ShouldBe(plan.Sources.MembersOf(before));
        }
    }

    /// <summary>Whatever was expected in a cell can be written, also what no document above has.</summary>
    [Fact]
    public void So_is_every_cell_that_was_not_read()
    {
        var plan = Plans.Read("plan-a.txt");
        var cells = Enum.GetValues<ExpectedValue>().Select(one => new UnreadCell(new Source(1, 2, 3, 4, "?"), one));
        var passage = new UnreadPassage(1, 1, 1, UnreadReason.NotUnderstood, "?") { Cells = [.. cells] };
        BeReadAgain(
            plan with
            {
                Reading = plan.Reading! with
                {
                    Unread = [passage],
                    Listed = [new ListedBudget(null, true, null, new Source(1, 2, 3, 4, "?"))],
                },
            }
        );
    }

    private static void BeReadAgain(PlanFile plan)
    {
        var written = Writer.Write(plan);
        var read = Plans.Read(written);
        (read.Error as PlanFileRefused)?.Faults.ShouldBeEmpty();
        Writer.Write(read.Value).ShouldBe(written);
        JsonSerializer.Serialize(Plans.Facts(read.Value)).ShouldBe(JsonSerializer.Serialize(Plans.Facts(plan)));
        Places(read.Value).ShouldBe(Places(plan));
        SourcesOf(read.Value).ShouldBe(SourcesOf(plan));
        JsonSerializer.Serialize(read.Value.Reading).ShouldBe(JsonSerializer.Serialize(plan.Reading));
    }

    private static IEnumerable<string> Places(PlanFile plan) =>
        FindingRules
            .Find(plan)
            .Select(found =>
                $"{found.Rule.Code} {found.Place} {found.Fault.Location} {found.Fault.Message} {found.Fault.Source}"
            );

    private static IEnumerable<string> SourcesOf(PlanFile plan) =>
        PlanFileParts
            .Of(plan)
            .SelectMany((part, i) => plan.Sources.MembersOf(part).Select(one => $"{i} {one.Key} {one.Value}"));
}
