using System.Text.Json;
using TeacherDevPlan.Api.Tests.Careers;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.People;
using TeacherDevPlan.Domain.Access;
using static TeacherDevPlan.Api.Tests.Careers.CareerClient;

namespace TeacherDevPlan.Api.Tests.Events;

/// <summary>Assessments of how what was learnt is applied: who is assessed, by whom, until when, and what is kept.</summary>
public sealed class ApplicationTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Fields = "id by status revision level reached isLast dueOn";

    private static readonly Random Dice = new(2566);

    [Fact]
    public async Task Whoever_completes_an_offering_with_a_plan_is_assessed_by_three_whichever_comes_first()
    {
        using var scene = await AfterScene.SetAsync(Service, 3);
        (await scene.PlanAsync(30)).ToString().ShouldContain("\"dueDays\":30");
        (await CountAsync(scene)).ShouldBe(0);
        await scene.CompleteAsync();
        // Not who was absent.
        (await CountAsync(scene)).ShouldBe(9);
        (
            await RowsAsync(
                "SELECT DISTINCT (due_on - (now() AT TIME ZONE 'Asia/Bangkok')::date)::text FROM application_assessments"
            )
        ).ShouldBe(["30"]);
        (await scene.PlanAsync(60, 4)).ToString().ShouldContain("CONFLICT");
        (await scene.PlanAsync(60, 4, 1)).ToString().ShouldContain("\"version\":2");
        (await CountAsync(scene)).ShouldBe(9);
        (
            await RowsAsync(
                "SELECT DISTINCT (due_on - (now() AT TIME ZONE 'Asia/Bangkok')::date) || ' ' || level_needed FROM application_assessments"
            )
        ).ShouldBe(["60 4"]);
        (await scene.PlanAsync(0, 6, 2)).ToString().ShouldContain("dueDays");
        using var later = await AfterScene.SetAsync(Service, 0);
        await later.CompleteAsync();
        (await CountAsync(later)).ShouldBe(0);
    }

    [Fact]
    public async Task A_plan_that_comes_after_the_completion_is_for_all_who_completed()
    {
        using var scene = await AfterScene.SetAsync(Service, 2);
        await scene.CompleteAsync();
        (await CountAsync(scene)).ShouldBe(0);
        await scene.PlanAsync();
        (await CountAsync(scene)).ShouldBe(6);
    }

    [Fact]
    public async Task The_person_the_direct_supervisor_and_the_office_assess_and_everybody_else_is_refused()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await HoldAsync(scene, scene.TeacherId, scene.ColleagueId);
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        var of = await AssessmentsAsync(scene.Officer, scene.TeacherId);
        foreach (
            var (by, client, code) in new[]
            {
                ("SELF", scene.Supervisor, "NOT_IN_CHARGE"),
                ("SELF", scene.Officer, "NOT_IN_CHARGE"),
                ("SELF", scene.Colleague, "NOT_FOUND"),
                ("SELF", elsewhere, "NOT_FOUND"),
                ("SUPERVISOR", scene.Teacher, "NOT_IN_CHARGE"),
                ("SUPERVISOR", scene.Director, "NOT_IN_CHARGE"),
                ("SUPERVISOR", scene.Officer, "NOT_IN_CHARGE"),
                ("COMMITTEE", scene.Teacher, "NOT_IN_CHARGE"),
                ("COMMITTEE", scene.Supervisor, "NOT_IN_CHARGE"),
                ("COMMITTEE", elsewhere, "NOT_FOUND"),
            }
        )
            (await AssessAsync(client, of[by])).ShouldContain(code, Case.Sensitive, $"{by} {code}");
        (await AssessAsync(scene.Teacher, of["SELF"])).ShouldContain("\"revision\":1");
        (await AssessAsync(scene.Supervisor, of["SUPERVISOR"])).ShouldContain("\"madeBy\":\"SUPERVISOR\"");
        (await AssessAsync(scene.Officer, of["COMMITTEE"])).ShouldContain("\"madeBy\":\"OFFICER\"");
        // An officer is not the committee for oneself, in whatever role the officer signs in.
        await Service.ExecuteSqlAsync(
            "UPDATE person_accounts SET caller = 'local:officer and teacher' WHERE person_id = (SELECT person_id FROM application_assessments a WHERE a.revision > 0 LIMIT 1)"
        );
        using var both = new DevelopmentClient(
            Service,
            Service.Token([Domain.Access.Role.DevelopmentOfficer], [PlanService.Office], name: "officer and teacher")
        );
        (await AssessAsync(both, of["COMMITTEE"])).ShouldContain("NOT_IN_CHARGE");
        await Service.ExecuteSqlAsync(
            "UPDATE person_accounts SET caller = 'local:teacher' WHERE caller = 'local:officer and teacher'"
        );
        // No supervisor is recorded of the colleague.
        var theirs = await AssessmentsAsync(scene.Officer, scene.ColleagueId);
        (await AssessAsync(scene.Director, theirs["SUPERVISOR"])).ShouldContain("\"madeBy\":\"DIRECTOR\"");
        (await AssessAsync(scene.Supervisor, theirs["SUPERVISOR"])).ShouldContain("NOT_FOUND");
        // Seen as the enrolment is.
        foreach (
            var (client, count) in new[]
            {
                (scene.Teacher, 3),
                (scene.Colleague, 3),
                (scene.Supervisor, 3),
                (scene.Director, 6),
                (scene.Officer, 6),
                (elsewhere, 0),
            }
        )
            (await client.QueryAsync("{ applicationAssessments { totalCount } }"))
                .GetProperty("applicationAssessments")
                .GetProperty("totalCount")
                .GetInt32()
                .ShouldBe(count);
        (
            await RowsAsync(
                "SELECT after::text FROM audit_records WHERE action = 'assessApplication' AND after::text LIKE '%evidence%'"
            )
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task Those_in_office_in_a_committee_that_assesses_make_its_assessments_and_see_nothing_else()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await HoldAsync(scene, scene.TeacherId, scene.ColleagueId);
        var of = await AssessmentsAsync(scene.Officer, scene.TeacherId);
        var own = await AssessmentsAsync(scene.Officer, scene.ColleagueId);
        (await AssessAsync(scene.Supervisor, of["SUPERVISOR"])).ShouldContain("\"revision\":1");
        var officer = new CareerClient(scene.Officer);
        var committee = (await officer.CommitteeAsync([Member(scene.ColleagueId)], monitors: false, assesses: true))
            .GetProperty("committee")
            .GetProperty("id")
            .GetString()!;
        // The one of the teacher, by the name of the time, and all of the colleague's own.
        var seen = (
            await scene.Colleague.QueryAsync(
                "{ applicationAssessments(where: { by: { eq: COMMITTEE } }) { nodes { id name person { name } enrollment { id } offering { title } } } "
                    + "all: applicationAssessments { totalCount } people { totalCount } enrollments { totalCount } }"
            )
        ).ToString();
        seen.ShouldContain(
            $"\"id\":\"{of["COMMITTEE"]}\",\"name\":\"มานี รักเรียน\",\"person\":null,\"enrollment\":null"
        );
        seen.ShouldContain(
            "\"all\":{\"totalCount\":4},\"people\":{\"totalCount\":1},\"enrollments\":{\"totalCount\":1}"
        );
        foreach (var by in new[] { "SELF", "SUPERVISOR" })
        {
            (await AssessAsync(scene.Colleague, of[by])).ShouldContain("NOT_FOUND");
            (await scene.Colleague.QueryAsync($"{{ node(id: \"{of[by]}\") {{ id }} }}"))
                .ToString()
                .ShouldContain("\"node\":null");
        }

        (await AssessAsync(scene.Colleague, of["COMMITTEE"], key: "once")).ShouldContain("\"madeBy\":\"MEMBER\"");
        // Nobody is the committee for oneself.
        (await AssessAsync(scene.Colleague, own["COMMITTEE"])).ShouldContain("NOT_IN_CHARGE");
        // Nothing else follows from the seat, whatever else one may.
        using var analyst = new DevelopmentClient(
            Service,
            Service.Token([Role.MinistryAnalyst, Role.Staff], [PlanService.Office], name: "colleague")
        );
        (await CountAsync(analyst)).ShouldBe(4);
        (
            await officer.CommitteeAsync(
                [Member(scene.ColleagueId)],
                assesses: false,
                committeeId: committee,
                expectedVersion: 1
            )
        )
            .ToString()
            .ShouldContain("\"version\":2");
        (await CountAsync(scene.Colleague)).ShouldBe(3);
        (await AssessAsync(scene.Colleague, of["COMMITTEE"], 4, 1)).ShouldContain("NOT_FOUND");
        // That it was made is remembered, but not shown.
        (await AssessAsync(scene.Colleague, of["COMMITTEE"], key: "once")).ShouldContain("\"assessment\":null");
    }

    [Fact]
    public async Task Who_was_a_member_or_is_one_elsewhere_or_without_the_mandate_sees_and_makes_no_assessment()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await RegistryClient.AddOtherOfficeAsync(Service);
        await HoldAsync(scene, scene.TeacherId);
        var assessment = (await AssessmentsAsync(scene.Officer, scene.TeacherId))["COMMITTEE"];
        var other = await scene.Registry.SchoolAsync("0430009", "โรงเรียนอื่น");
        using var far = new RegistryClient(Service, Somebody.OtherOffice);
        var stranger = await far.PersonAsync("คนไกล");
        using (var invited = new StaffClient(Service, "stranger"))
            (await invited.AcceptAsync(await far.InviteAsync(stranger))).ShouldContain("\"errors\":null");
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        using var outsider = new DevelopmentClient(
            Service,
            Service.Token([Role.Staff], [PlanService.Office], name: "stranger")
        );
        await new CareerClient(elsewhere).CommitteeAsync(
            [Member(stranger)],
            assesses: true,
            office: Somebody.OtherOffice
        );
        var officer = new CareerClient(scene.Officer);
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        object[] member = [Member(scene.ColleagueId)];
        var none = new[]
        {
            await officer.CommitteeAsync(member),
            await officer.CommitteeAsync(member, assesses: true, to: $"{today.AddDays(-1):yyyy-MM-dd}"),
            await officer.CommitteeAsync(member, assesses: true, from: $"{today.AddDays(1):yyyy-MM-dd}"),
            await officer.CommitteeAsync(member, assesses: true, schoolId: other),
            await officer.CommitteeAsync(
                [Member(scene.ColleagueId, to: $"{today.AddDays(-1):yyyy-MM-dd}"), Member(scene.DirectorId, "CHAIR")],
                assesses: true
            ),
        };
        none.ShouldAllBe(one => one.GetProperty("errors").ValueKind == JsonValueKind.Null);
        foreach (var client in new[] { scene.Colleague, outsider })
        {
            (await CountAsync(client)).ShouldBe(0);
            (await AssessAsync(client, assessment)).ShouldContain("NOT_FOUND");
        }

        // Nobody else gets anything by roles, with committees there.
        foreach (var (name, who) in Somebody.All)
        {
            using var client = DevelopmentClient.Of(Service, name);
            var isOfficer =
                who is { } one
                && one.Roles.Contains(Role.DevelopmentOfficer)
                && one.Offices.Contains(PlanService.Office);
            (await CountAsync(client)).ShouldBe(isOfficer ? 3 : 0, name);
        }

        await officer.CommitteeAsync(member, assesses: true, schoolId: scene.SchoolId, to: $"{today:yyyy-MM-dd}");
        (await CountAsync(scene.Colleague)).ShouldBe(1);
        (await AssessAsync(scene.Colleague, assessment)).ShouldContain("\"madeBy\":\"MEMBER\"");
    }

    [Fact]
    public async Task A_change_keeps_what_was_assessed_before_and_the_same_request_counts_once()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await HoldAsync(scene, scene.TeacherId);
        var id = (await AssessmentsAsync(scene.Officer, scene.TeacherId))["SELF"];
        (await AssessAsync(scene.Teacher, id, 2, 0, "ลองใช้", dryRun: true)).ShouldContain("\"revision\":1");
        foreach (var _ in Enumerable.Range(0, 3))
            (await AssessAsync(scene.Teacher, id, 2, 0, "ลองใช้", "first")).ShouldContain("\"revision\":1");
        (await AssessAsync(scene.Teacher, id, 4, 0)).ShouldContain("CONFLICT");
        (await AssessAsync(scene.Teacher, id, 4, 1, "ใช้ทุกสัปดาห์")).ShouldContain("\"revision\":2");
        (await AssessAsync(scene.Teacher, id, 6, 2)).ShouldContain("\"field\":\"level\"");
        (await AssessAsync(scene.Teacher, id, 1, 2, "")).ShouldContain("\"field\":\"evidence\"");
        (
            await RowsAsync(
                "SELECT number || ' ' || level || ' ' || evidence FROM application_revisions ORDER BY number"
            )
        ).ShouldBe(["1 2 ลองใช้", "2 4 ใช้ทุกสัปดาห์"]);
        var at = await Task.WhenAll(Enumerable.Range(1, 5).Select(level => AssessAsync(scene.Teacher, id, level, 2)));
        at.Count(text => text.Contains("CONFLICT")).ShouldBe(4);
    }

    [Fact]
    public async Task Lists_tell_what_is_due_overdue_and_done_and_the_rate_follows_from_the_last_assessments()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        string[] people = [scene.TeacherId, scene.ColleagueId, scene.SupervisorId, scene.DirectorId];
        await HoldAsync(scene, people);
        var revisions = new Dictionary<string, int>();
        var last = new Dictionary<string, (string Id, int Level)>();
        var committee = new Dictionary<string, string>();
        var supervisor = new Dictionary<string, string>();
        foreach (var person in people)
        {
            var of = await AssessmentsAsync(scene.Officer, person);
            (committee[person], supervisor[person]) = (of["COMMITTEE"], of["SUPERVISOR"]);
        }

        for (var step = 0; step < 15; step++)
        {
            // The director is assessed by nobody.
            var person = people[Dice.Next(3)];
            var byOffice = person == scene.SupervisorId || Dice.Next(2) == 0;
            var id = byOffice ? committee[person] : supervisor[person];
            var client =
                byOffice ? scene.Officer
                : person == scene.TeacherId ? scene.Supervisor
                : scene.Director;
            var level = Dice.Next(1, 6);
            var known = revisions.GetValueOrDefault(id);
            (await AssessAsync(client, id, level, known)).ShouldContain($"\"revision\":{known + 1}");
            (revisions[id], last[person]) = (known + 1, (id, level));
        }

        await Service.ExecuteSqlAsync(
            "UPDATE application_assessments SET due_on = (now() AT TIME ZONE 'Asia/Bangkok')::date - 1 WHERE by = 'SELF'; "
                + "UPDATE application_assessments SET due_on = (now() AT TIME ZONE 'Asia/Bangkok')::date WHERE by <> 'SELF'"
        );
        var groups = (
            await scene.Officer.QueryAsync(
                "{ applicationAssessments { groups(by: [STATUS]) { key { status } aggregate { count } } } "
                    + "last: applicationAssessments(where: { isLast: { eq: true } }) { nodes { id level reached } groups(by: [REACHED]) { key { reached } aggregate { count } } } "
                    + "overdue: applicationAssessments(where: { status: { eq: OVERDUE } }, order: [{ status: ASC }, { dueOn: DESC }]) { totalCount nodes { by } } }"
            )
        );
        var told = groups.GetProperty("applicationAssessments").ToString();
        told.ShouldContain($"\"status\":\"OVERDUE\"}},\"aggregate\":{{\"count\":4");
        told.ShouldContain($"\"status\":\"DONE\"}},\"aggregate\":{{\"count\":{revisions.Count}");
        told.ShouldContain($"\"status\":\"DUE\"}},\"aggregate\":{{\"count\":{8 - revisions.Count}");
        groups
            .GetProperty("overdue")
            .GetProperty("nodes")
            .EnumerateArray()
            .ShouldAllBe(one => one.GetProperty("by").GetString() == "SELF");
        var final = groups.GetProperty("last");
        final
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(one => (one.GetProperty("id").GetString()!, one.GetProperty("level").GetInt32()))
            .ShouldBe(last.Values, ignoreOrder: true);
        foreach (var reached in new[] { true, false })
        {
            var count = last.Values.Count(one => one.Level >= 3 == reached);
            if (count > 0)
                final
                    .GetProperty("groups")
                    .ToString()
                    .ShouldContain($"\"reached\":{(reached ? "true" : "false")}}},\"aggregate\":{{\"count\":{count}");
        }
    }

    [Fact]
    public async Task A_merge_moves_assessments_and_an_erasure_reaches_their_evidence()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await HoldAsync(scene, scene.TeacherId);
        var id = (await AssessmentsAsync(scene.Officer, scene.TeacherId))["SUPERVISOR"];
        (await AssessAsync(scene.Supervisor, id, 4, 0, "มานี รักเรียน ใช้สื่อใหม่")).ShouldContain("\"revision\":1");
        var kept = await scene.Registry.PersonAsync("มานะ อดทน");
        var merge = new
        {
            personId = kept,
            duplicateId = scene.TeacherId,
            reason = "คนเดียวกัน",
        };
        (await scene.Registry.SendAsync("mergePeople", "person { name }", merge))
            .ToString()
            .ShouldContain("\"errors\":null");
        const string who =
            "SELECT DISTINCT p.name FROM application_assessments a JOIN people p ON p.id = a.person_id JOIN enrollments e ON e.person_id = p.id";
        (await RowsAsync(who)).ShouldBe(["มานะ อดทน"]);
        (
            await scene.Registry.SendAsync(
                "unmergePeople",
                "person { name }",
                new { duplicateId = scene.TeacherId, reason = "คนละคน" }
            )
        )
            .ToString()
            .ShouldContain("\"errors\":null");
        (await RowsAsync(who)).ShouldBe(["มานี รักเรียน"]);
        await scene.EraseAsync(scene.TeacherId);
        (await RowsAsync("SELECT evidence FROM application_revisions")).Single().ShouldNotContain("รักเรียน");
    }

    /// <summary>People complete an offering of the office with a plan: due in 90 days, level 3.</summary>
    private static async Task HoldAsync(DevelopmentScene scene, params string[] people)
    {
        var officer = new EventClient(scene.Officer);
        var saved = (await officer.SaveAsync(null, requiredPercent: 20)).GetProperty("offering");
        var (offering, session) = (
            saved.GetProperty("id").GetString()!,
            saved.GetProperty("sessions")[0].GetProperty("id").GetString()!
        );
        await officer.MoveAsync(offering, 1, "OPEN");
        var enrolled = await officer.EnrollAsync(offering, people);
        await officer.MoveAsync(offering, 2, "START");
        await officer.AttendAsync(offering, null, [.. enrolled.Ids.Select(one => (one, session, 60))]);
        (await officer.MoveAsync(offering, 3, "COMPLETE")).ShouldContain("COMPLETED");
        (
            await officer.SendAsync(
                "saveApplicationPlan",
                "offering { id }",
                new
                {
                    offeringId = offering,
                    expectedVersion = 0,
                    dueDays = 90,
                    level = 3,
                    idempotencyKey = Guid.NewGuid().ToString(),
                }
            )
        ).ToString().ShouldContain("\"errors\":null");
    }

    /// <summary>The ids of a person's assessments, by whose view they are.</summary>
    private static async Task<Dictionary<string, string>> AssessmentsAsync(DevelopmentClient client, string person)
    {
        var read = await client.QueryAsync("{ applicationAssessments(first: 100) { nodes { id by person { id } } } }");
        return read.GetProperty("applicationAssessments")
            .GetProperty("nodes")
            .EnumerateArray()
            .Where(one => one.GetProperty("person").GetProperty("id").GetString() == person)
            .ToDictionary(one => one.GetProperty("by").GetString()!, one => one.GetProperty("id").GetString()!);
    }

    private static async Task<string> AssessAsync(
        DevelopmentClient client,
        string assessmentId,
        int level = 3,
        int expectedRevision = 0,
        string evidence = "แผนการจัดการเรียนรู้",
        string? key = null,
        bool dryRun = false
    ) =>
        (
            await client.SendAsync(
                "assessApplication",
                $"assessment {{ {Fields} revisions {{ number level evidence madeBy }} }}",
                new
                {
                    assessmentId,
                    expectedRevision,
                    level,
                    evidence,
                    dryRun,
                    idempotencyKey = key ?? Guid.NewGuid().ToString(),
                }
            )
        ).ToString();

    private static async Task<int> CountAsync(DevelopmentClient client) =>
        (await client.QueryAsync("{ applicationAssessments { totalCount } }"))
            .GetProperty("applicationAssessments")
            .GetProperty("totalCount")
            .GetInt32();

    private static async Task<int> CountAsync(AfterScene scene) =>
        (
            await scene.Client.QueryAsync(
                $"{{ offering(id: \"{scene.OfferingId}\") {{ applicationAssessments {{ totalCount }} }} }}"
            )
        )
            .GetProperty("offering")
            .GetProperty("applicationAssessments")
            .GetProperty("totalCount")
            .GetInt32();

    private Task<string[]> RowsAsync(string sql) => AfterScene.ColumnAsync(Service, sql);
}
