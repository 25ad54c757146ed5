using System.Text.Json;
using TeacherDevPlan.Api.Tests.People;

namespace TeacherDevPlan.Api.Tests.Development;

/// <summary>Plans of single people through the API: who does what, revisions, refusals, and two at once.</summary>
public sealed class IndividualPlanTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Plans =
        "{ individualDevelopmentPlans { totalCount nodes { status person { name } latest { items { goal } } } } }";

    private const string Everything =
        "{ individualDevelopmentPlans { totalCount } individualPlanRevisions { totalCount } individualPlanItems { totalCount } "
        + "offices { nodes { individualDevelopmentPlans { totalCount } individualPlanItems { totalCount groups(by: [TOPIC]) { aggregate { count } } } } } "
        + "schools { nodes { individualDevelopmentPlans { totalCount } } } }";

    [Fact]
    public async Task A_plan_is_written_submitted_returned_approved_revised_and_closed()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var saved = await scene.Teacher.SaveAsync(
            scene.TeacherId,
            0,
            [
                DevelopmentClient.Item(("goal", "ก่อน"), ("support", "ค่าลงทะเบียน")),
                DevelopmentClient.Item(("topic", null), ("competency", "TEAMWORK"), ("method", "PLC")),
            ],
            [
                new
                {
                    competency = "TEAMWORK",
                    level = 2,
                    note = "ต้องพัฒนา",
                },
            ]
        );
        saved.Status.ShouldBe("DRAFT", saved.Text);
        (await scene.Teacher.SubmitAsync(saved.Id!, 1)).Status.ShouldBe("SUBMITTED");
        var returned = await scene.Supervisor.ReturnAsync(saved.Id!, 2, "เพิ่มเป้าหมาย");
        returned.Status.ShouldBe("RETURNED");
        returned.Text.ShouldContain("เพิ่มเป้าหมาย");
        (
            await scene.Teacher.SaveAsync(scene.TeacherId, 3, [DevelopmentClient.Item(("goal", "แก้แล้ว"))])
        ).Status.ShouldBe("RETURNED");
        (await scene.Teacher.SubmitAsync(saved.Id!, 4)).Status.ShouldBe("SUBMITTED");
        (await scene.Supervisor.ApproveAsync(saved.Id!, 5)).Status.ShouldBe("APPROVED");
        (await scene.Teacher.SaveAsync(scene.TeacherId, 6, [DevelopmentClient.Item(("goal", "ใหม่"))])).Status.ShouldBe(
            "DRAFT"
        );
        (await RevisionsAsync(scene.Teacher)).ShouldBe("1 true แก้แล้ว; 2 false ใหม่");
        (await scene.Teacher.SubmitAsync(saved.Id!, 7)).Status.ShouldBe("SUBMITTED");
        (await scene.Supervisor.ApproveAsync(saved.Id!, 8)).Status.ShouldBe("APPROVED");
        (await RevisionsAsync(scene.Teacher)).ShouldBe("1 false แก้แล้ว; 2 true ใหม่");
        (await scene.Officer.CloseAsync(saved.Id!, 9)).Status.ShouldBe("CLOSED");
        var last = await scene.Teacher.SaveAsync(scene.TeacherId, 10);
        last.Error.ShouldBe("INVALID_STATE");
        last.Text.ShouldContain("CLOSED");
    }

    [Fact]
    public async Task Who_leads_the_person_and_the_office_see_the_plan_and_nobody_else_sees_anything_of_it()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        var before = new Dictionary<string, string>();
        foreach (var name in Somebody.All.Keys)
        {
            using var client = DevelopmentClient.Of(Service, name);
            before[name] = (await client.QueryAsync(Everything)).ToString();
        }

        using var scene = await DevelopmentScene.SetAsync(Service);
        var plan = await scene.ApprovedAsync();
        plan.Status.ShouldBe("APPROVED", plan.Text);
        var schools = (await scene.Officer.QueryAsync("{ schools { totalCount } }")).ToString();
        foreach (var name in Somebody.All.Keys)
        {
            using var client = DevelopmentClient.Of(Service, name);
            var sees = name is "development officer" or "analyst who develops";
            var answer = (await client.QueryAsync(Everything)).ToString();
            if (sees)
                answer.ShouldContain("\"individualDevelopmentPlans\":{\"totalCount\":1}", Case.Sensitive, name);
            else
                answer
                    .Replace("[{\"individualDevelopmentPlans\":{\"totalCount\":0}}]}", "[]}", StringComparison.Ordinal)
                    .ShouldBe(before[name], name);
            (await client.QueryAsync($"{{ node(id: \"{plan.Id}\") {{ __typename }} }}"))
                .ToString()
                .Contains("IndividualDevelopmentPlan", StringComparison.Ordinal)
                .ShouldBe(sees, name);
        }

        schools.ShouldContain("1");
        foreach (var leader in (DevelopmentClient[])[scene.Teacher, scene.Supervisor, scene.Director])
            (await leader.QueryAsync(Plans)).ToString().ShouldContain("ทำวิจัยในชั้นเรียนได้");
        (await scene.Colleague.QueryAsync(Plans)).ToString().ShouldContain("\"totalCount\":0");
    }

    [Fact]
    public async Task Only_the_person_writes_and_only_the_supervisor_approves()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        foreach (var other in (DevelopmentClient[])[scene.Supervisor, scene.Director])
            (await other.SaveAsync(scene.TeacherId, 0)).Error.ShouldBe("NOT_IN_CHARGE");
        (await scene.Colleague.SaveAsync(scene.TeacherId, 0)).Error.ShouldBe("NOT_FOUND");
        (await scene.Officer.SaveAsync(scene.TeacherId, 0)).Error.ShouldBe("AUTH_NOT_AUTHORIZED");
        var plan = (await scene.Teacher.SaveAsync(scene.TeacherId, 0)).Id!;
        (await scene.Supervisor.SubmitAsync(plan, 1)).Error.ShouldBe("NOT_IN_CHARGE");
        (await scene.Teacher.SubmitAsync(plan, 1)).Status.ShouldBe("SUBMITTED");
        foreach (var other in (DevelopmentClient[])[scene.Teacher, scene.Director])
        {
            (await other.ApproveAsync(plan, 2)).Error.ShouldBe("NOT_IN_CHARGE");
            (await other.ReturnAsync(plan, 2)).Error.ShouldBe("NOT_IN_CHARGE");
        }

        (await scene.Colleague.ApproveAsync(plan, 2)).Error.ShouldBe("NOT_FOUND");
        (await scene.Officer.ApproveAsync(plan, 2)).Error.ShouldBe("AUTH_NOT_AUTHORIZED");
        (await scene.Supervisor.ApproveAsync(plan, 2)).Status.ShouldBe("APPROVED");
        (await scene.Supervisor.CloseAsync(plan, 3)).Error.ShouldBe("AUTH_NOT_AUTHORIZED");
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        (await elsewhere.CloseAsync(plan, 3)).Error.ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task Without_a_recorded_supervisor_the_director_approves_but_never_an_own_plan()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var plan = (await scene.Colleague.SaveAsync(scene.ColleagueId, 0)).Id!;
        await scene.Colleague.SubmitAsync(plan, 1);
        (await scene.Director.ApproveAsync(plan, 2)).Status.ShouldBe("APPROVED");
        var own = (await scene.Director.SaveAsync(scene.DirectorId, 0)).Id!;
        await scene.Director.SubmitAsync(own, 1);
        (await scene.Director.ApproveAsync(own, 2)).Error.ShouldBe("NOT_IN_CHARGE");
    }

    [Fact]
    public async Task Of_two_changes_of_one_version_one_is_kept_and_the_other_is_told()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        for (var round = 0; round < 3; round++)
        {
            var year = 2566 + round;
            var item = DevelopmentClient.Item(("from", $"{year - 543}-01-01"), ("to", $"{year - 543}-02-01"));
            var first = await Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(_ => scene.Teacher.SaveAsync(scene.TeacherId, 0, [item], fiscalYear: year))
            );
            first.Count(answer => answer.Status == "DRAFT").ShouldBe(1);
            first.Count(answer => answer.Error == "CONFLICT").ShouldBe(5);
            var second = await Task.WhenAll(
                Enumerable
                    .Range(0, 6)
                    .Select(_ => scene.Teacher.SaveAsync(scene.TeacherId, 1, [item], fiscalYear: year))
            );
            second.Count(answer => answer is { Status: "DRAFT", Version: 2 }).ShouldBe(1);
            second.Count(answer => answer.Error == "CONFLICT").ShouldBe(5);
        }
    }

    [Fact]
    public async Task A_repeated_key_and_a_dry_run_change_nothing()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        (await scene.Teacher.SaveAsync(scene.TeacherId, 0, dryRun: true)).Status.ShouldBe("DRAFT");
        (await scene.Teacher.QueryAsync(Plans)).ToString().ShouldContain("\"totalCount\":0");
        var first = await scene.Teacher.SaveAsync(scene.TeacherId, 0, key: "k");
        (await scene.Teacher.SaveAsync(scene.TeacherId, 0, key: "k")).ShouldBe(first);
        (await scene.Teacher.SaveAsync(scene.TeacherId, 0)).Error.ShouldBe("CONFLICT");
    }

    /// <summary>Each with the field that the error names.</summary>
    public static TheoryData<string, string, string> Faults =>
        new()
        {
            { "topic", "\"NO_SUCH\"", "items[0].topic" },
            { "topic", "null", "items[0].topic" },
            { "competency", "\"NO_SUCH\"", "items[0].competency" },
            { "method", "\"\"", "items[0].method" },
            { "goal", "\" \"", "items[0].goal" },
            { "from", "\"2023-04-01\"", "items[0].to" },
            { "to", "\"2022-09-30\"", "items[0].to" },
            { "from", "\"2001-01-01\"", "items[0].from" },
            { "to", "\"2099-01-01\"", "items[0].to" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task What_is_wrong_with_an_item_is_told_with_its_field_and_changes_nothing(
        string member,
        string value,
        string field
    )
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var wrong = DevelopmentClient.Item((member, JsonSerializer.Deserialize<JsonElement>(value)));
        var answer = await scene.Teacher.SaveAsync(scene.TeacherId, 0, [wrong]);
        answer.Error.ShouldBe("VALIDATION_FAILED", answer.Text);
        answer.Text.ShouldContain($"\"field\":\"{field}\"");
        (await scene.Teacher.QueryAsync(Plans)).ToString().ShouldContain("\"totalCount\":0");
    }

    [Fact]
    public async Task Limits_levels_and_projects_of_others_are_refused()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var many = Enumerable.Repeat((object)DevelopmentClient.Item(), 51).ToArray();
        (await scene.Teacher.SaveAsync(scene.TeacherId, 0, many)).Text.ShouldContain("\"field\":\"items\"");
        (
            await scene.Teacher.SaveAsync(scene.TeacherId, 0, [], [new { competency = "TEAMWORK", level = 6 }])
        ).Text.ShouldContain("assessments[0].level");
        object assessed = new { competency = "TEAMWORK", level = 3 };
        (await scene.Teacher.SaveAsync(scene.TeacherId, 0, [], [assessed, assessed])).Text.ShouldContain(
            "assessments[1].competency"
        );
        var projects = (await Service.QueryAsync("{ projects { nodes { id } } }")).GetProperty("projects");
        var project = projects.GetProperty("nodes")[0].GetProperty("id").GetString();
        var linked = DevelopmentClient.Item(("projectId", project));
        var next = DevelopmentClient.Item(("projectId", project), ("from", "2023-11-01"), ("to", "2023-12-01"));
        (await scene.Teacher.SaveAsync(scene.TeacherId, 0, [next], fiscalYear: 2567)).Error.ShouldBe("NOT_FOUND");
        (await scene.Teacher.SaveAsync(scene.TeacherId, 0, [linked])).Status.ShouldBe("DRAFT");
        (await scene.Teacher.QueryAsync("{ individualPlanItems { nodes { project { name } } } }"))
            .ToString()
            .ShouldContain("โครงการ");
        var empty = await scene.Teacher.SaveAsync(scene.TeacherId, 1, []);
        (await scene.Teacher.SubmitAsync(empty.Id!, 2)).Text.ShouldContain("\"field\":\"planId\"");
    }

    [Fact]
    public async Task A_former_office_keeps_the_revision_of_its_time_and_sees_nothing_later()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var scene = await DevelopmentScene.SetAsync(Service);
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        var plan = await scene.ApprovedAsync();
        var draft = await scene.Teacher.SaveAsync(scene.TeacherId, 3, [DevelopmentClient.Item(("goal", "ร่าง"))]);
        await scene.Registry.EndAsync(scene.Appointment, "2023-01-31");
        var school = await other.SchoolAsync("0430008", "โรงเรียนอนุบาล");
        await both.AppointAsync(scene.TeacherId, "2023-02-01", schoolId: school);
        (await scene.Teacher.SubmitAsync(plan.Id!, draft.Version)).Error.ShouldBe("INVALID_STATE");
        (await elsewhere.QueryAsync(Plans)).ToString().ShouldContain("\"totalCount\":0");
        (
            await scene.Teacher.SaveAsync(
                scene.TeacherId,
                draft.Version,
                [DevelopmentClient.Item(("goal", "หลังย้าย"))]
            )
        ).Status.ShouldBe("DRAFT");
        const string revisions =
            "{ individualPlanRevisions { nodes { number items { goal } plan { status } person { name } } } }";
        (await scene.Officer.QueryAsync(revisions))
            .ToString()
            .ShouldBe(
                """{"individualPlanRevisions":{"nodes":[{"number":1,"items":[{"goal":"ทำวิจัยในชั้นเรียนได้"}],"plan":null,"person":null}]}}"""
            );
        var later = (await elsewhere.QueryAsync(revisions)).ToString();
        later.ShouldContain("หลังย้าย");
        later.ShouldNotContain("\"number\":1");
        (await scene.Teacher.QueryAsync(revisions)).ToString().ShouldContain("\"number\":1");
    }

    [Fact]
    public async Task The_needs_of_an_office_are_its_items_in_force_by_topic()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await scene.ApprovedAsync();
        await scene.Teacher.SaveAsync(scene.TeacherId, 3, [DevelopmentClient.Item(("topic", "CURRICULUM"))]);
        await scene.Colleague.SaveAsync(scene.ColleagueId, 0, [DevelopmentClient.Item(("topic", "CURRICULUM"))]);
        (
            await scene.Officer.QueryAsync(
                "{ office(code: \"TH-43-P2\") { individualPlanItems(where: { fiscalYear: { eq: 2566 }, revision: { inForce: { eq: true } } }) "
                    + "{ groups(by: [TOPIC]) { label aggregate { count } } } } }"
            )
        )
            .ToString()
            .ShouldBe(
                """{"office":{"individualPlanItems":{"groups":[{"label":"การวิจัยเพื่อแก้ปัญหาหรือพัฒนาการเรียนรู้","aggregate":{"count":1}}]}}}"""
            );
        (
            await scene.Officer.QueryAsync(
                "{ people(where: { individualDevelopmentPlans: { none: { fiscalYear: { eq: 2566 } } } }) { totalCount } }"
            )
        )
            .ToString()
            .ShouldBe("""{"people":{"totalCount":2}}""");
    }

    [Fact]
    public async Task Whose_plan_is_read_by_whom_is_on_record()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var plan = await scene.ApprovedAsync();
        await scene.Supervisor.QueryAsync(Plans);
        using var administrator = Service.ClientOf("administrator");
        (
            await Service.QueryAsync(
                "{ auditLog(where: { kind: { eq: READ } }) { nodes { actor after } } }",
                client: administrator
            )
        )
            .ToString()
            .ShouldContain(plan.Id!);
    }

    [Fact]
    public async Task An_erased_name_is_gone_from_plans_of_every_office_where_the_person_wrote_one()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var scene = await DevelopmentScene.SetAsync(Service);
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        var person = await scene.Registry.PersonAsync("ฬฐฆก ฌญฎฏก");
        await scene.InviteAsync("waiting", person);
        using var waiting = DevelopmentClient.Staff(Service, "waiting");
        (
            await waiting.SaveAsync(person, 0, [DevelopmentClient.Item(("goal", "ฬฐฆก ฌญฎฏก ทำวิจัยได้"))])
        ).Status.ShouldBe("DRAFT");
        await both.AppointAsync(person, "2023-02-01", schoolId: await other.SchoolAsync("0430008", "โรงเรียนอนุบาล"));
        using var administrator = Service.ClientOf("administrator");
        await Service.QueryAsync(
            "mutation ($id: ID!) { erasePerson(input: { personId: $id, reason: \"ขอลบ\", idempotencyKey: \"k\" }) { errors { __typename } } }",
            new { id = person },
            administrator
        );
        var goals = (await scene.Officer.QueryAsync("{ individualPlanItems { nodes { goal } } }")).ToString();
        goals.ShouldContain("ทำวิจัยได้");
        goals.ShouldNotContain("ฬฐฆก");
    }

    [Fact]
    public async Task The_page_with_the_own_record_has_words_in_place_of_codes()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await scene.ApprovedAsync();
        await scene.Registry.TryAppointAsync(
            scene.TeacherId,
            "2010-05-16",
            "2020-05-15",
            scene.SchoolId,
            academicStanding: "SENIOR_PROFESSIONAL"
        );
        var page = await scene.OwnPageAsync();
        page.ShouldContain("ชำนาญการพิเศษ");
        page.ShouldNotMatch(">[A-Z_]{4,}<");
    }

    [Fact]
    public async Task Approved_content_is_kept_by_the_database_too()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await scene.ApprovedAsync();
        foreach (
            var change in (string[])
                [
                    "DELETE FROM individual_plan_items",
                    "UPDATE individual_plan_items SET priority = 2",
                    "UPDATE individual_plan_revisions SET approved_by_id = person_id",
                ]
        )
            await Should.ThrowAsync<Npgsql.PostgresException>(() => Service.ExecuteSqlAsync(change));
    }

    private static async Task<string> RevisionsAsync(DevelopmentClient client)
    {
        var read = await client.QueryAsync(
            "{ individualDevelopmentPlans { nodes { revisions { nodes { number inForce items { goal } } } } } }"
        );
        return string.Join(
            "; ",
            read.GetProperty("individualDevelopmentPlans")
                .GetProperty("nodes")[0]
                .GetProperty("revisions")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(one =>
                    $"{one.GetProperty("number")} {one.GetProperty("inForce").ToString().ToLowerInvariant()} "
                    + one.GetProperty("items")[0].GetProperty("goal").GetString()
                )
        );
    }
}
