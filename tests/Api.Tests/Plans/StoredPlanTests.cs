using System.Text.Json;
using Mediator;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;
using static TeacherDevPlan.Api.Tests.SampleFile;

namespace TeacherDevPlan.Api.Tests.Plans;

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

    [Fact]
    public async Task An_export_that_is_imported_again_changes_nothing()
    {
        var random = new Random(35);
        var sample = Sample();
        foreach (var file in new[] { DocumentFile.Of(Service), Service.ReadFile(Bytes(sample)) })
        foreach (var publish in new[] { true, false })
        {
            await Service.WithoutDataAsync();
            // Any part of the projects and tables of the file is a plan as well.
            var part = file with
            {
                DevelopmentPlan = file.DevelopmentPlan with
                {
                    Projects = [.. file.DevelopmentPlan.Projects.Where(_ => random.Next(4) > 0)],
                },
                Datasets = [.. file.Datasets.Where(_ => random.Next(4) > 0)],
            };
            (await Service.ApplyAsync(part, publish)).Succeeded.ShouldBeTrue();
            var exported = (await ExportAsync(part.Office.Code, part.DevelopmentPlan.FiscalYear))!;
            (await Service.ApplyAsync(Service.ReadFile(exported), publish)).Value.Rows.ShouldBe(0);
            (await ExportAsync(part.Office.Code, part.DevelopmentPlan.FiscalYear)).ShouldBe(exported);
        }
    }

    [Fact]
    public async Task There_is_no_export_of_a_plan_that_does_not_exist()
    {
        (await ExportAsync("TH-99-P9", 2566)).ShouldBeNull();
        (await ExportAsync(PlanService.Office, 2599)).ShouldBeNull();
    }

    private async Task<byte[]?> ExportAsync(string office, int year)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.AsSystem()
            .GetRequiredService<ISender>()
            .Send(new WritePlanFile(office, year), TestContext.Current.CancellationToken);
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
