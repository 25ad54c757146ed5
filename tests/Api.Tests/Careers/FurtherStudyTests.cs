using System.Text.Json;
using CsCheck;
using Npgsql;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.People;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.People;
using static TeacherDevPlan.Api.Tests.Careers.AwardClient;

namespace TeacherDevPlan.Api.Tests.Careers;

/// <summary>Further studies through the API: steps, leaves that do not overlap, service by the rule, and who sees what.</summary>
public sealed class FurtherStudyTests(PlanService service) : LedgerTestsBase(service)
{
    private const string All =
        "{ furtherStudies { totalCount nodes { institution note person { name } } groups(by: [LEAVE]) { label aggregate { count } } } }";

    [Fact]
    public async Task A_study_goes_from_the_request_to_the_end_and_the_service_is_counted_by_the_rule()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var (teacher, officer) = (new StudyClient(scene.Teacher), new StudyClient(scene.Officer));
        var asked = await teacher.SaveAsync(scene.TeacherId);
        var study = IdOf(asked, "study");
        // 183 days, served once.
        asked.ToString().ShouldContain("\"bondDays\":183,\"bondUntil\":\"2023-06-01\"");
        (
            await teacher.SaveAsync(
                null,
                ("studyId", study),
                ("expectedVersion", 1),
                ("to", "2022-06-10"),
                ("funding", "GOVERNMENT")
            )
        )
            .ToString()
            .ShouldContain("\"bondDays\":20,\"bondUntil\":\"2022-06-30\"");
        (await officer.MoveAsync(study, 2, "APPROVE")).ToString().ShouldContain("APPROVED");
        (await teacher.SaveAsync(null, ("studyId", study), ("expectedVersion", 3)))
            .ToString()
            .ShouldContain("INVALID_STATE");
        (await officer.MoveAsync(study, 3, "START")).ToString().ShouldContain("STUDYING");
        (await officer.MoveAsync(study, 4, "EXTEND", "2022-06-20"))
            .ToString()
            .ShouldContain("\"extensions\":[{\"number\":1,\"endsBefore\":\"2022-06-10\",\"endsOn\":\"2022-06-20\"}]");
        (await officer.MoveAsync(study, 5, "EXTEND", "2022-06-25")).ToString().ShouldContain("\"number\":2");
        var done = await officer.MoveAsync(study, 6, "COMPLETE", "2022-06-15");
        done.ToString().ShouldContain("\"status\":\"COMPLETED\",\"endsOn\":\"2022-06-25\",\"endedOn\":\"2022-06-15\"");
        done.ToString().ShouldContain("\"bondDays\":30,\"bondUntil\":\"2022-07-15\",\"bound\":false");
        done.ToString().ShouldContain("FULL_TIME_GOVERNMENT");
        // Without a rule for the leave nobody serves.
        (await teacher.SaveAsync(scene.TeacherId, ("leave", "OWN_TIME")))
            .ToString()
            .ShouldContain("\"bondRule\":null");
        // Who still serves today.
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        var begun = await officer.BegunAsync(
            scene.ColleagueId,
            ("from", $"{today.AddDays(-40):yyyy-MM-dd}"),
            ("to", $"{today:yyyy-MM-dd}")
        );
        (await officer.MoveAsync(begun, 3, "DISCONTINUE", $"{today.AddDays(-1):yyyy-MM-dd}"))
            .ToString()
            .ShouldContain("\"bound\":true");
        (
            await scene.Officer.QueryAsync(
                "{ furtherStudies(where: { bound: { eq: true } }) { nodes { person { name } } } }"
            )
        )
            .ToString()
            .ShouldBe("""{"furtherStudies":{"nodes":[{"person":{"name":"ชูใจ เลิศล้ำ"}}]}}""");
    }

    [Fact]
    public async Task Two_full_time_leaves_of_a_person_never_overlap_whatever_is_approved_and_extended()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new StudyClient(scene.Officer);
        var start = new DateOnly(2022, 1, 1);
        await Gen.Select(Gen.Int[0, 40], Gen.Int[0, 12], Gen.Int[0, 12], Gen.Bool)
            .Array[3]
            .SampleAsync(
                async studies =>
                {
                    await Service.ExecuteSqlAsync("DELETE FROM further_study_extensions; DELETE FROM further_studies");
                    // At once, as officers do who do not know of each other.
                    await Task.WhenAll(
                        studies.Select(async one =>
                        {
                            var (from, days, more, full) = one;
                            var study = IdOf(
                                await officer.SaveAsync(
                                    scene.TeacherId,
                                    ("leave", full ? "FULL_TIME" : "PART_TIME"),
                                    ("from", $"{start.AddDays(from):yyyy-MM-dd}"),
                                    ("to", $"{start.AddDays(from + days):yyyy-MM-dd}")
                                ),
                                "study"
                            );
                            var approved = await officer.MoveAsync(study, 1, "APPROVE");
                            if (approved.GetProperty("study").ValueKind != JsonValueKind.Object)
                            {
                                approved.ToString().ShouldContain("\"field\":\"step\"");
                                return;
                            }

                            await officer.MoveAsync(study, 2, "START");
                            var extended = await officer.MoveAsync(
                                study,
                                3,
                                "EXTEND",
                                $"{start.AddDays(from + days + more + 1):yyyy-MM-dd}"
                            );
                            if (extended.GetProperty("study").ValueKind != JsonValueKind.Object)
                                extended.ToString().ShouldContain("\"field\":\"lastDay\"");
                        })
                    );
                    var days = await Service.ColumnAsync(
                        """
                        SELECT day::text FROM further_studies, generate_series(starts_on::timestamp, ends_on, '1 day') day
                        WHERE leave = 'FULL_TIME' AND status <> 'REQUESTED'
                        """
                    );
                    days.ShouldBeUnique();
                    // A leave is only refused for another one.
                    (await Service.ColumnAsync("SELECT status FROM further_studies"))
                        .Count(one => one == "STUDYING")
                        .ShouldBeGreaterThan(0);
                },
                iter: 12,
                threads: 1
            );
    }

    [Fact]
    public async Task The_database_refuses_a_second_leave_whoever_writes_it()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new StudyClient(scene.Officer);
        await officer.BegunAsync(scene.TeacherId);
        await officer.BegunAsync(scene.TeacherId, ("leave", "PART_TIME"));
        var refused = await Should.ThrowAsync<PostgresException>(() =>
            Service.ExecuteSqlAsync(
                "UPDATE further_studies SET leave = 'FULL_TIME', bond_rule_id = NULL, bond_days = NULL, bond_until = NULL"
            )
        );
        refused.ConstraintName.ShouldBe("full_time_leaves_do_not_overlap");
    }

    [Fact]
    public async Task The_person_leaders_and_officers_see_a_study_and_nobody_else_does()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var study = IdOf(await new StudyClient(scene.Teacher).SaveAsync(scene.TeacherId), "study");
        await new StudyClient(scene.Officer).MoveAsync(study, 1, "REFUSE");
        foreach (var who in new[] { scene.Officer, scene.Teacher, scene.Supervisor, scene.Director })
            (await who.QueryAsync(All)).ToString().ShouldContain("ไม่มีผู้สอนแทน");
        foreach (var client in scene.Strangers())
        {
            var told = await client.AskAsync(
                $"{{ furtherStudies {{ totalCount nodes {{ note }} groups(by: [LEAVE]) {{ label }} }} furtherStudy(id: \"{study}\") {{ note }} "
                    + $"node(id: \"{study}\") {{ id }} schools {{ nodes {{ furtherStudies {{ totalCount }} }} }} }}"
            );
            told.ToString().ShouldContain("\"totalCount\":0");
            told.ToString().ShouldNotContain("\"totalCount\":1");
            told.ToString().ShouldNotContain("ไม่มีผู้สอนแทน");
            told.ToString().ShouldNotContain("FULL_TIME");
            told.GetProperty("data").GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        var page = await scene.OwnPageAsync();
        foreach (var text in new[] { "มหาวิทยาลัยขอนแก่น", "ไม่มีผู้สอนแทน", "ลาศึกษาเต็มเวลา" })
            page.ShouldContain(text);
        (
            await Service.ColumnAsync(
                "SELECT count(*)::text FROM audit_records WHERE concat(before, after, reason) ~ 'ขอนแก่น|ผู้สอนแทน'"
            )
        ).ShouldBe(["0"]);
        (await Service.ColumnAsync("SELECT DISTINCT reader FROM record_readings")).Length.ShouldBeGreaterThanOrEqualTo(
            3
        );
    }

    [Fact]
    public async Task Nobody_asks_for_others_or_decides_about_oneself_and_each_wrong_input_is_named()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        var (teacher, officer) = (new StudyClient(scene.Teacher), new StudyClient(scene.Officer));
        (await teacher.SaveAsync(scene.ColleagueId)).ToString().ShouldContain("NOT_FOUND");
        (await new StudyClient(scene.Director).SaveAsync(scene.TeacherId)).ToString().ShouldContain("NOT_FOUND");
        (await new StudyClient(elsewhere).SaveAsync(scene.TeacherId)).ToString().ShouldContain("NOT_FOUND");
        (await teacher.SaveAsync(null)).ToString().ShouldContain("\"field\":\"personId\"");
        (await teacher.SaveAsync(scene.TeacherId, ("studyId", "x"))).ToString().ShouldContain("\"field\":\"studyId\"");
        foreach (
            var (field, wrong) in new (string, (string, object?)[])[]
            {
                ("from", [("from", "0001-01-01")]),
                ("from", [("from", "9999-12-31"), ("to", "9999-12-31")]),
                ("to", [("to", "2022-05-31")]),
                ("to", [("to", "2032-06-01")]),
                ("to", [("to", "9999-12-31")]),
                ("scholarship", [("scholarship", "ทุน")]),
                ("field", [("field", " ")]),
                ("institution", [("institution", "")]),
            }
        )
            (await teacher.SaveAsync(scene.TeacherId, wrong)).ToString().ShouldContain($"\"field\":\"{field}\"");
        var study = IdOf(await teacher.SaveAsync(scene.TeacherId), "study");
        (await new StudyClient(scene.Colleague).SaveAsync(null, ("studyId", study), ("expectedVersion", 1)))
            .ToString()
            .ShouldContain("NOT_FOUND");
        (await new StudyClient(elsewhere).MoveAsync(study, 1, "APPROVE")).ToString().ShouldContain("NOT_FOUND");
        (await teacher.MoveAsync(study, 1, "APPROVE")).ToString().ShouldContain("AUTH_NOT_AUTHORIZED");
        using var self = new DevelopmentClient(
            Service,
            Service.Token([Role.DevelopmentOfficer], [PlanService.Office], name: "teacher")
        );
        (await new StudyClient(self).MoveAsync(study, 1, "APPROVE")).ToString().ShouldContain("NOT_IN_CHARGE");
        (await officer.MoveAsync(study, 2, "APPROVE")).ToString().ShouldContain("CONFLICT");
        (await officer.MoveAsync(study, 1, "COMPLETE", "2022-11-30")).ToString().ShouldContain("INVALID_STATE");
        foreach (
            var (step, lastDay, field, wrong) in new (string, string?, string, (string, object?)[])[]
            {
                ("APPROVE", null, "orderNumber", [("orderNumber", " ")]),
                ("APPROVE", "2022-11-30", "lastDay", []),
                ("APPROVE", null, "note", [("note", "ก")]),
                ("REFUSE", null, "note", [("note", null)]),
                ("REFUSE", null, "orderNumber", [("orderNumber", "1")]),
            }
        )
            (await officer.MoveAsync(study, 1, step, lastDay, wrong))
                .ToString()
                .ShouldContain($"\"field\":\"{field}\"");
        await officer.MoveAsync(study, 1, "APPROVE");
        await officer.MoveAsync(study, 2, "START");
        foreach (
            var (step, lastDay) in new[]
            {
                ("EXTEND", null),
                ("EXTEND", "2022-11-30"),
                ("EXTEND", "9999-12-31"),
                ("COMPLETE", "2022-12-01"),
                ("COMPLETE", "2022-05-31"),
                ("DISCONTINUE", null),
            }
        )
            (await officer.MoveAsync(study, 3, step, lastDay)).ToString().ShouldContain("\"field\":\"lastDay\"");
        var later = IdOf(
            await teacher.SaveAsync(scene.TeacherId, ("from", "2200-01-01"), ("to", "2200-01-31")),
            "study"
        );
        await officer.MoveAsync(later, 1, "APPROVE");
        (await officer.MoveAsync(later, 2, "START")).ToString().ShouldContain("INVALID_STATE");
        (await officer.MoveAsync(later, 2, "REFUSE")).ToString().ShouldContain("REFUSED");
        // Somebody who asks without end is refused.
        for (var i = 0; i < 10; i++)
            IdOf(await teacher.SaveAsync(scene.TeacherId), "study").ShouldNotBeEmpty();
        (await teacher.SaveAsync(scene.TeacherId)).ToString().ShouldContain("INVALID_STATE");
    }

    [Fact]
    public async Task A_study_moves_with_a_merge_and_back_and_two_leaves_at_once_refuse_it()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        using var own = new RegistryClient(Service, PlanService.Office);
        var officer = new StudyClient(client);
        var kept = await own.PersonAsync("มานี หลังแต่งงาน");
        var duplicate = await own.PersonAsync("มานี ก่อนแต่งงาน");
        var first = await officer.BegunAsync(kept);
        var second = await officer.BegunAsync(duplicate, ("from", "2022-11-01"), ("to", "2023-01-31"));
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, duplicate)).ShouldContain("BOTH_HAVE_ROWS");
        (await officer.MoveAsync(first, 3, "COMPLETE", "2022-10-31")).ToString().ShouldContain("COMPLETED");
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, duplicate)).ShouldBeEmpty();
        var who = $"{{ furtherStudy(id: \"{second}\") {{ person {{ name }} }} }}";
        (await own.QueryAsync(who)).ToString().ShouldContain("มานี หลังแต่งงาน");
        await own.SendAsync("unmergePeople", "person { id }", new { duplicateId = duplicate, reason = "คนละคน" });
        (await own.QueryAsync(who)).ToString().ShouldContain("มานี ก่อนแต่งงาน");
    }

    [Fact]
    public async Task An_erased_name_is_gone_from_studies_and_a_repeated_request_is_answered_as_the_first()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var (teacher, officer) = (new StudyClient(scene.Teacher), new StudyClient(scene.Officer));
        (await teacher.SaveAsync(scene.TeacherId, ("dryRun", true))).ToString().ShouldContain("REQUESTED");
        (await Service.ColumnAsync("SELECT id::text FROM further_studies")).ShouldBeEmpty();
        var first = await teacher.SaveAsync(scene.TeacherId, ("idempotencyKey", "again"));
        var again = await teacher.SaveAsync(scene.TeacherId, ("idempotencyKey", "again"));
        again.ToString().ShouldBe(first.ToString());
        (
            await officer.MoveAsync(
                IdOf(first, "study"),
                1,
                "REFUSE",
                null,
                ("note", "ครูมานี รักเรียน ยังสอนอยู่คนเดียว")
            )
        )
            .ToString()
            .ShouldContain("REFUSED");
        await scene.Registry.EndAsync(scene.Appointment, "2023-04-30");
        await scene.AppointElsewhereAsync(scene.TeacherId);
        await scene.EraseAsync(scene.TeacherId);
        (await Service.ColumnAsync("SELECT note FROM further_studies"))
            .ShouldHaveSingleItem()
            .ShouldNotContain("รักเรียน");
        (await Service.ColumnAsync($"SELECT person_id::text FROM further_studies")).ShouldBe([
            NodeId.Parse(scene.TeacherId, nameof(Person), "id").ToString(),
        ]);
    }
}
