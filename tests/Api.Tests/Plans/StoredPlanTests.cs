using System.Text.Json;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests;

/// <summary>A stored plan is the plan file again that it came from.</summary>
public sealed class StoredPlanTests(PlanService service) : PlanTests(service)
{
    [Fact]
    public async Task The_sample_is_what_was_imported()
    {
        var read = Service.ReadFile(Bytes(Sample()));
        await BeTheSameAsync(read);
    }

    [Fact]
    public async Task A_file_that_uses_all_of_the_format_is_what_was_imported()
    {
        var file = DocumentFile.Of(Service);
        (await Service.ApplyAsync(file)).Succeeded.ShouldBeTrue();
        var stored = await BeTheSameAsync(file);
        stored.Reading!.Unread.ShouldBe(file.Reading!.Unread);
        stored
            .Sources.MembersOf(stored.DevelopmentPlan.Projects[0].Activities[0])
            .ShouldBe(file.Sources.MembersOf(file.DevelopmentPlan.Projects[0].Activities[0]));
    }

    [Fact]
    public async Task A_draft_is_what_came_in_and_so_is_what_waits_for_a_public_plan()
    {
        var file = DocumentFile.Of(Service);
        await Service.WithoutDataAsync();
        var draft = await Service.ApplyAsync(file, publish: false);
        var id = new NodeId("DevelopmentPlan", draft.Value.Plan.Id).ToString();
        await BeTheSameAsync(file, id);
        (await Service.ApplyAsync(file)).Succeeded.ShouldBeTrue();
        var changed = file with { DevelopmentPlan = file.DevelopmentPlan with { Title = "ชื่อใหม่" } };
        (await Service.ApplyAsync(changed, publish: false)).Value.Waits.ShouldBeTrue();
        await BeTheSameAsync(file, id);
    }

    [Fact]
    public async Task Applied_again_it_changes_nothing()
    {
        (await Service.ApplyAsync(DocumentFile.Of(Service))).Succeeded.ShouldBeTrue();
        var stored = (await Service.StoredFileAsync(await Service.PlanIdAsync())).Value;
        (await Service.ApplyAsync(stored)).Value.Rows.ShouldBe(0);
    }

    private async Task<PlanFile> BeTheSameAsync(PlanFile file, string? id = null)
    {
        var stored = (await Service.StoredFileAsync(id ?? await Service.PlanIdAsync())).Value;
        JsonElement.DeepEquals(Facts(stored), Facts(file)).ShouldBeTrue($"{Facts(stored)}\n\n{Facts(file)}");
        Places(stored).ShouldBe(Places(file));
        return stored;
    }

    private static IEnumerable<string> Places(PlanFile file) =>
        FindingRules
            .Find(file)
            .Select(found => $"{found.Rule.Code} {found.Place} {found.Fault.Stated} {found.Fault.Source}");

    private static JsonElement Facts(PlanFile file) =>
        JsonSerializer.SerializeToElement(
            new
            {
                file.Office,
                file.StrategicPlan,
                file.DevelopmentPlan,
                file.NeedsSurveys,
                file.Datasets,
            }
        );
}
