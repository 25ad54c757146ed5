using System.Text.Json;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.Events;
using TeacherDevPlan.Api.Tests.People;
using TeacherDevPlan.Domain.Access;
using static TeacherDevPlan.Api.Tests.Careers.CareerClient;

namespace TeacherDevPlan.Api.Tests.Careers;

/// <summary>Committees and monitoring visits through the API: what members may do, by rows alone, and who sees what.</summary>
public sealed class CommitteeTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Visits = "{ monitoringVisits { totalCount nodes { findings recommendations } } }";

    [Fact]
    public async Task Members_in_office_today_record_visits_and_nobody_else_does()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new CareerClient(scene.Officer);
        var teacher = new CareerClient(scene.Teacher);
        var offering = await new EventClient(scene.Officer).OpenAsync(null);
        var committee = IdOf(
            await officer.CommitteeAsync([
                Member(scene.DirectorId, "CHAIR"),
                Member(scene.TeacherId),
                Member(scene.ColleagueId, "SECRETARY", to: "2023-12-31"),
            ]),
            "committee"
        );
        var visit = IdOf(await teacher.VisitAsync(offering, committeeId: committee), "visit");
        // Not without the committee, not by somebody whose term is over, not by somebody who is in none.
        (await teacher.VisitAsync(offering))
            .ToString()
            .ShouldContain("\"field\":\"committeeId\"");
        // An office in the token of a member of staff is no right there.
        using var outsider = new DevelopmentClient(
            Service,
            Service.Token([Role.Staff], [PlanService.Office], name: "outsider")
        );
        foreach (var named in new[] { null, committee })
            (await new CareerClient(outsider).VisitAsync(offering, committeeId: named))
                .ToString()
                .ShouldContain("\"field\":\"committeeId\"");
        foreach (var other in new[] { scene.Colleague, scene.Supervisor })
        {
            (await new CareerClient(other).VisitAsync(offering, committeeId: committee))
                .ToString()
                .ShouldContain("\"field\":\"committeeId\"");
            (await new CareerClient(other).VisitAsync(visitId: visit, expectedVersion: 1, committeeId: committee))
                .ToString()
                .ShouldContain("NOT_FOUND");
            (await new CareerClient(other).FollowUpAsync(visit, 1, null)).ToString().ShouldContain("NOT_FOUND");
            (await other.QueryAsync(Visits)).ToString().ShouldContain("\"totalCount\":0");
        }

        (await teacher.FollowUpAsync(visit, 1, null)).ToString().ShouldContain("\"followUp\":\"OPEN\"");
        (await new CareerClient(scene.Director).FollowUpAsync(visit, 2, "2023-02-01"))
            .ToString()
            .ShouldContain("\"followUp\":\"DONE\"");
        (await scene.Teacher.QueryAsync(Visits)).ToString().ShouldContain("\"totalCount\":1");
        // Without the mandate nothing is left of it: rows decide, at once.
        (
            await officer.CommitteeAsync(
                [Member(scene.DirectorId, "CHAIR"), Member(scene.TeacherId)],
                monitors: false,
                committeeId: committee,
                expectedVersion: 1
            )
        )
            .ToString()
            .ShouldContain("\"version\":2");
        (await scene.Teacher.QueryAsync(Visits)).ToString().ShouldContain("\"totalCount\":0");
        (await teacher.FollowUpAsync(visit, 3, "2023-02-01")).ToString().ShouldContain("NOT_FOUND");
        (await scene.Officer.QueryAsync(Visits)).ToString().ShouldContain("\"totalCount\":1");
    }

    [Fact]
    public async Task A_school_s_committee_sees_and_visits_its_school_alone()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new CareerClient(scene.Officer);
        var teacher = new CareerClient(scene.Teacher);
        var other = await scene.Registry.SchoolAsync("0430009", "โรงเรียนอื่น");
        var offering = await new EventClient(scene.Officer).OpenAsync(null);
        var committee = IdOf(
            await officer.CommitteeAsync([Member(scene.TeacherId)], schoolId: scene.SchoolId),
            "committee"
        );
        (await teacher.VisitAsync(offering, committeeId: committee, schoolId: other))
            .ToString()
            .ShouldContain("\"field\":\"schoolId\"");
        IdOf(await teacher.VisitAsync(offering, committeeId: committee), "visit");
        IdOf(await officer.VisitAsync(offering, schoolId: scene.SchoolId), "visit");
        IdOf(await officer.VisitAsync(offering, schoolId: other), "visit");
        IdOf(await officer.VisitAsync(offering), "visit");
        (await scene.Teacher.QueryAsync("{ monitoringVisits { totalCount nodes { school { code } } } }"))
            .ToString()
            .ShouldBe(
                """{"monitoringVisits":{"totalCount":2,"nodes":[{"school":{"code":"0430001"}},{"school":{"code":"0430001"}}]}}"""
            );
    }

    [Fact]
    public async Task The_public_sees_committees_and_roles_but_no_people_and_no_visits()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new CareerClient(scene.Officer);
        var offering = await new EventClient(scene.Officer).OpenAsync(null);
        var (project, _) = await Ledger.ProjectAsync(1);
        await officer.CommitteeAsync([Member(scene.TeacherId, "CHAIR")]);
        IdOf(await officer.VisitAsync(offering, phase: "BEFORE"), "visit");
        var visit = IdOf(await officer.VisitAsync(projectId: project), "visit");
        const string asked =
            "{ committees { nodes { orderNumber members { role person { name } } } } monitoringVisits { totalCount aggregate { count } } "
            + "offices { nodes { monitoringVisits { totalCount } } } }";
        foreach (var name in new[] { "nobody", "viewer", "member of staff", "development officer elsewhere" })
        {
            using var client = DevelopmentClient.Of(Service, name);
            var told = (await client.AskAsync(asked)).ToString();
            told.ShouldContain("12/2566", customMessage: name);
            told.ShouldContain("\"role\":\"CHAIR\",\"person\":null", customMessage: name);
            told.ShouldNotContain("\"totalCount\":2", customMessage: name);
            told.ShouldNotContain("\"count\":2", customMessage: name);
            (await client.AskAsync($"{{ monitoringVisit(id: \"{visit}\") {{ findings }} }}"))
                .ToString()
                .ShouldContain("\"monitoringVisit\":null", customMessage: name);
        }

        foreach (var name in new[] { "plan officer", "analyst", "administrator", "approver of the ministry" })
        {
            using var client = DevelopmentClient.Of(Service, name);
            var told = (await client.AskAsync(asked)).ToString();
            told.ShouldContain("\"totalCount\":2", customMessage: name);
            told.ShouldContain("\"person\":null", customMessage: name);
        }

        (
            await scene.Officer.QueryAsync(
                "{ projects(where: { number: { eq: 1 } }) { nodes { monitoringVisits { groups(by: [PHASE]) { label aggregate { count } } } } } }"
            )
        )
            .ToString()
            .ShouldContain("\"label\":\"DURING\",\"aggregate\":{\"count\":1}");
        (await scene.Officer.QueryAsync("{ committees { nodes { members { person { name } } } } }"))
            .ToString()
            .ShouldContain("มานี รักเรียน");
    }

    [Fact]
    public async Task What_contradicts_itself_or_comes_second_is_refused()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        using var far = new RegistryClient(Service, Somebody.OtherOffice);
        var officer = new CareerClient(scene.Officer);
        var stranger = await far.PersonAsync("คนไกล");
        object[] two = [Member(scene.TeacherId, "CHAIR"), Member(scene.ColleagueId, "CHAIR")];
        (await officer.CommitteeAsync(two)).ToString().ShouldContain("members[1].role");
        (await officer.CommitteeAsync([Member(scene.TeacherId), Member(scene.TeacherId)]))
            .ToString()
            .ShouldContain("\"field\":\"members\"");
        (await officer.CommitteeAsync([Member(scene.TeacherId)], to: "2022-12-31"))
            .ToString()
            .ShouldContain("\"field\":\"to\"");
        (await officer.CommitteeAsync([Member(scene.TeacherId, from: "2022-01-01")]))
            .ToString()
            .ShouldContain("members[0].from");
        (await officer.CommitteeAsync([Member(stranger)])).ToString().ShouldContain("NOT_FOUND");
        (await officer.CommitteeAsync([Member(stranger)], office: Somebody.OtherOffice))
            .ToString()
            .ShouldContain("AUTH_NOT_AUTHORIZED");
        var committee = IdOf(await officer.CommitteeAsync([Member(scene.TeacherId)], to: "2023-12-31"), "committee");
        (await officer.CommitteeAsync([Member(scene.TeacherId)], committeeId: committee))
            .ToString()
            .ShouldContain("CONFLICT");
        var offering = await new EventClient(scene.Officer).OpenAsync(null);
        var away = await new EventClient(elsewhere).OpenAsync(null, office: Somebody.OtherOffice);
        (await officer.VisitAsync(offering, committeeId: committee, visitedOn: "2024-01-01"))
            .ToString()
            .ShouldContain("\"field\":\"committeeId\"");
        (await new CareerClient(elsewhere).VisitAsync(away, committeeId: committee))
            .ToString()
            .ShouldContain("\"field\":\"committeeId\"");
        (await officer.VisitAsync(offering, visitedOn: "2999-01-01")).ToString().ShouldContain("visitedOn");
        (await officer.VisitAsync()).ToString().ShouldContain("\"field\":\"visitId\"");
        var quiet = IdOf(await officer.VisitAsync(offering, recommendations: null), "visit");
        (await officer.FollowUpAsync(quiet, 1, null)).ToString().ShouldContain("INVALID_STATE");
        var visit = IdOf(await officer.VisitAsync(offering), "visit");
        (await officer.FollowUpAsync(visit, 1, "2023-01-08")).ToString().ShouldContain("\"field\":\"doneOn\"");
        (await officer.FollowUpAsync(visit, 2, null)).ToString().ShouldContain("CONFLICT");
        (await officer.FollowUpAsync(visit, 1, "2023-01-10")).ToString().ShouldContain("DONE");
        (await officer.VisitAsync(visitId: visit, expectedVersion: 2, visitedOn: "2023-01-11"))
            .ToString()
            .ShouldContain("\"field\":\"visitedOn\"");
        (await officer.VisitAsync(visitId: visit, expectedVersion: 2, recommendations: null))
            .ToString()
            .ShouldContain("\"field\":\"recommendations\"");
        (await new CareerClient(elsewhere).VisitAsync(visitId: visit, expectedVersion: 2))
            .ToString()
            .ShouldContain("NOT_FOUND");
    }

    [Fact]
    public async Task A_seat_moves_with_a_merge_and_back_and_two_seats_refuse_it()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        using var own = new RegistryClient(Service, PlanService.Office);
        var officer = new CareerClient(client);
        var kept = await own.PersonAsync("มานี หลังแต่งงาน");
        var duplicate = await own.PersonAsync("มานี ก่อนแต่งงาน");
        var both = IdOf(await officer.CommitteeAsync([Member(kept), Member(duplicate)]), "committee");
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, duplicate)).ShouldContain("BOTH_HAVE_ROWS");
        await officer.CommitteeAsync([Member(duplicate)], committeeId: both, expectedVersion: 1);
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, duplicate)).ShouldBeEmpty();
        const string who = "{ committees { nodes { members { person { name } } } } }";
        (await own.QueryAsync(who)).ToString().ShouldContain("มานี หลังแต่งงาน");
        await own.SendAsync("unmergePeople", "person { id }", new { duplicateId = duplicate, reason = "คนละคน" });
        (await own.QueryAsync(who)).ToString().ShouldContain("มานี ก่อนแต่งงาน");
    }

    private static string IdOf(JsonElement sent, string field) =>
        sent.TryGetProperty(field, out var one) && one.ValueKind == JsonValueKind.Object
            ? one.GetProperty("id").GetString()!
            : throw new InvalidOperationException(sent.ToString());
}
