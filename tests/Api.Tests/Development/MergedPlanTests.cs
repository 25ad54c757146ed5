using TeacherDevPlan.Api.Tests.Events;
using TeacherDevPlan.Api.Tests.People;

namespace TeacherDevPlan.Api.Tests.Development;

/// <summary>What is settled of one person (approved plans, surveys that are closed) when two records are merged.</summary>
public sealed class MergedPlanTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Owners =
        "SELECT 'plan ' || p.name FROM individual_development_plans x JOIN people p ON p.id = x.person_id "
        + "UNION ALL SELECT 'revision ' || p.name FROM individual_plan_revisions x JOIN people p ON p.id = x.person_id "
        + "UNION ALL SELECT 'item ' || p.name FROM individual_plan_items x JOIN people p ON p.id = x.person_id "
        + "UNION ALL SELECT 'asked ' || p.name FROM needs_participants x JOIN people p ON p.id = x.person_id WHERE x.answered_at IS NOT NULL "
        + "UNION ALL SELECT 'choice ' || p.name FROM needs_choices x JOIN people p ON p.id = x.person_id";

    [Fact]
    public async Task An_approved_plan_and_the_answer_of_a_closed_survey_move_and_come_back()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var round = await scene.Officer.OpenRoundAsync();
        await scene.Teacher.AskForAsync(round, scene.TeacherId, "CURRICULUM");
        await scene.Officer.CloseRoundAsync(round);
        await scene.ApprovedAsync();
        var kept = await scene.Registry.PersonAsync("มานะ อดทน");
        MergeTests.Reasons(await MergeTests.MergeAsync(scene.Registry, kept, scene.TeacherId)).ShouldBeEmpty();
        (await AfterScene.ColumnAsync(Service, Owners))
            .Select(row => row.Split(' ', 2)[1])
            .Distinct()
            .ShouldBe(["มานะ อดทน"]);
        await scene.Registry.SendAsync(
            "unmergePeople",
            "person { id }",
            new { duplicateId = scene.TeacherId, reason = "คนละคน" }
        );
        (await AfterScene.ColumnAsync(Service, Owners)).ShouldBe(
            [
                "plan มานี รักเรียน",
                "revision มานี รักเรียน",
                "item มานี รักเรียน",
                "asked มานี รักเรียน",
                "choice มานี รักเรียน",
            ],
            ignoreOrder: true
        );
    }
}
