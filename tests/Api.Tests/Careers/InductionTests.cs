using System.Text.Json;
using Npgsql;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.People;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.People;
using static TeacherDevPlan.Api.Tests.Careers.AwardClient;

namespace TeacherDevPlan.Api.Tests.Careers;

/// <summary>Inductions through the API: steps and their days, decisions, mentors, and who sees what.</summary>
public sealed class InductionTests(PlanService service) : LedgerTestsBase(service)
{
    private const string All =
        "{ inductions { totalCount nodes { note steps { note evidence } } groups(by: [STATUS]) { label aggregate { count } } } }";

    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));

    [Fact]
    public async Task Steps_are_due_by_the_days_of_the_programme_and_who_has_done_all_passes()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new InductionClient(scene.Officer);
        (await officer.BeginAsync(scene.Appointment, scene.ColleagueId, "ASSISTANT_TEACHER", ("dryRun", true)))
            .ToString()
            .ShouldContain("IN_PROGRESS");
        (await Service.ColumnAsync("SELECT id::text FROM inductions")).ShouldBeEmpty();
        var begun = await officer.BeginAsync(scene.Appointment, scene.ColleagueId, "ASSISTANT_TEACHER");
        var induction = IdOf(begun, "induction");
        begun.ToString().ShouldContain("\"startsOn\":\"2020-05-16\"");
        var steps = begun.GetProperty("induction").GetProperty("steps").EnumerateArray().ToList();
        steps
            .Select(step => step.GetProperty("dueOn").GetString())
            .ShouldBe(["2020-11-15", "2021-05-16", "2021-11-15", "2022-05-16"]);
        string[] ids = [.. steps.Select(step => step.GetProperty("id").GetString()!)];
        (await officer.DecideAsync(induction, 1, "PASSED", "2022-06-01")).ToString().ShouldContain("INVALID_STATE");
        foreach (var (id, at) in ids.Select((id, at) => (id, at)))
            (
                await officer.RecordAsync(
                    id,
                    at + 1,
                    $"{new DateOnly(2020, 11, 1).AddMonths(6 * at):yyyy-MM-dd}",
                    at == 3 ? "NOT_PASSED" : "PASSED",
                    ("score", 82.5m),
                    ("note", "ปฏิบัติงานได้ดี"),
                    ("evidence", "https://example.go.th/แฟ้ม/4")
                )
            )
                .ToString()
                .ShouldContain("\"score\":82.5");
        (await officer.DecideAsync(induction, 5, "PASSED", "2022-06-01")).ToString().ShouldContain("These are not: 4.");
        (await officer.RecordAsync(ids[3], 5, "2022-05-20", "PASSED")).ToString().ShouldContain("\"version\":6");
        (await officer.DecideAsync(induction, 6, "PASSED", "2022-05-19"))
            .ToString()
            .ShouldContain("\"field\":\"decidedOn\"");
        (await officer.DecideAsync(induction, 6, "PASSED", "2022-05-20"))
            .ToString()
            .ShouldContain("\"status\":\"PASSED\"");
        (await officer.RecordAsync(ids[0], 7, null)).ToString().ShouldContain("INVALID_STATE");
        (await officer.MentorAsync(induction, 7, scene.SupervisorId)).ToString().ShouldContain("INVALID_STATE");
        (await officer.DecideAsync(induction, 7, "ENDED", "2022-05-20")).ToString().ShouldContain("INVALID_STATE");
        (
            await Service.QueryAsync(
                "{ inductionProgrammes { nodes { code source steps { code dueDays assessed source } } } }"
            )
        )
            .ToString()
            .ShouldContain("\"code\":\"ROTATION\",\"dueDays\":30,\"assessed\":false");
    }

    [Fact]
    public async Task What_is_not_done_in_time_is_overdue_until_it_is_done_or_the_induction_is_over()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new InductionClient(scene.Officer);
        var person = await scene.Registry.PersonAsync("ปิติ พิทักษ์");
        var appointment = await scene.Registry.AppointAsync(
            person,
            $"{Today.AddDays(-30):yyyy-MM-dd}",
            schoolId: scene.SchoolId
        );
        var (induction, steps) = await officer.BegunAsync(appointment, scene.ColleagueId);
        (await OverdueAsync(scene)).ShouldBe(["ORIENTATION"]);
        (await officer.RecordAsync(steps[0], 1, $"{Today:yyyy-MM-dd}")).ToString().ShouldContain("\"version\":2");
        (await OverdueAsync(scene)).ShouldBeEmpty();
        (await officer.RecordAsync(steps[0], 2, null)).ToString().ShouldContain("\"doneOn\":null");
        (await OverdueAsync(scene)).ShouldBe(["ORIENTATION"]);
        await Service.ExecuteSqlAsync("UPDATE induction_steps SET due_on = due_on - 1");
        (await OverdueAsync(scene)).ShouldBe(["ORIENTATION", "ROTATION"]);
        (
            await scene.Officer.QueryAsync(
                "{ inductions(where: { overdue: { eq: true } }) { groups(by: [OVERDUE, PROGRAMME]) { label aggregate { count } } } "
                    + "inductionSteps { groups(by: [KIND, OVERDUE]) { aggregate { count } } } }"
            )
        )
            .ToString()
            .ShouldContain("การพัฒนาข้าราชการบรรจุใหม่");
        await officer.DecideAsync(induction, 3, "ENDED", $"{Today:yyyy-MM-dd}");
        (await OverdueAsync(scene)).ShouldBeEmpty();
        (await Service.ColumnAsync("SELECT status FROM inductions")).ShouldBe(["ENDED"]);
    }

    [Fact]
    public async Task One_induction_of_a_person_is_in_progress_whoever_begins_it()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new InductionClient(scene.Officer);
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => officer.BeginAsync(scene.Appointment, scene.ColleagueId))
        );
        answers.Count(one => one.GetProperty("induction").ValueKind == JsonValueKind.Object).ShouldBe(1);
        answers.Count(one => one.ToString().Contains("INVALID_STATE", StringComparison.Ordinal)).ShouldBe(5);
        var induction = IdOf(
            answers.Single(one => one.ToString().Contains("IN_PROGRESS", StringComparison.Ordinal)),
            "induction"
        );
        await officer.DecideAsync(induction, 1, "FAILED", "2022-06-01");
        await officer.BegunAsync(scene.Appointment, scene.ColleagueId);
        var refused = await Should.ThrowAsync<PostgresException>(() =>
            Service.ExecuteSqlAsync(
                "UPDATE inductions SET status = 'IN_PROGRESS', decided_on = NULL, order_number = NULL, note = NULL"
            )
        );
        refused.ConstraintName.ShouldBe("one_induction_of_a_person_at_a_time");
    }

    [Fact]
    public async Task The_person_the_mentor_leaders_and_officers_see_an_induction_and_nobody_else_does()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new InductionClient(scene.Officer);
        var (induction, steps) = await officer.BegunAsync(scene.Appointment, scene.ColleagueId);
        await officer.RecordAsync(
            steps[1],
            1,
            "2020-06-10",
            null,
            ("note", "หมุนเวียนไปงานแผน"),
            ("evidence", "แฟ้มที่ ๔")
        );
        foreach (var who in new[] { scene.Officer, scene.Teacher, scene.Supervisor, scene.Director, scene.Colleague })
        {
            (await who.QueryAsync(All)).ToString().ShouldContain("หมุนเวียนไปงานแผน");
            (await who.QueryAsync("{ inductionSteps { totalCount } }")).ToString().ShouldContain("\"totalCount\":3");
        }

        await officer.MentorAsync(induction, 2, scene.SupervisorId);
        foreach (var client in scene.Strangers())
        {
            var told = await client.AskAsync(
                $"{{ inductions {{ totalCount nodes {{ note }} groups(by: [STATUS]) {{ label }} }} induction(id: \"{induction}\") {{ note }} "
                    + $"inductionSteps {{ totalCount nodes {{ note }} }} inductionStep(id: \"{steps[1]}\") {{ note }} "
                    + $"node(id: \"{induction}\") {{ id }} schools {{ nodes {{ inductions {{ totalCount }} }} }} }}"
            );
            told.ToString().ShouldContain("\"totalCount\":0");
            told.ToString().ShouldNotContain("\"totalCount\":1");
            told.ToString().ShouldNotContain("หมุนเวียนไปงานแผน");
            told.ToString().ShouldNotContain("IN_PROGRESS");
            told.GetProperty("data").GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        var page = await scene.OwnPageAsync();
        foreach (var text in new[] { "การทดลองหมุนเวียนการปฏิบัติงาน", "หมุนเวียนไปงานแผน", "แฟ้มที่ ๔" })
            page.ShouldContain(text);
        (
            await Service.ColumnAsync(
                "SELECT count(*)::text FROM audit_records WHERE concat(before, after, reason) ~ 'งานแผน|แฟ้มที่'"
            )
        ).ShouldBe(["0"]);
        (await Service.ColumnAsync("SELECT DISTINCT reader FROM record_readings")).Length.ShouldBeGreaterThanOrEqualTo(
            4
        );
    }

    [Fact]
    public async Task The_mentor_records_what_is_not_assessed_and_nobody_records_the_own_induction()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var (officer, mentor) = (new InductionClient(scene.Officer), new InductionClient(scene.Colleague));
        var (induction, steps) = await officer.BegunAsync(scene.Appointment, scene.ColleagueId);
        (await mentor.RecordAsync(steps[1], 1, "2020-06-10")).ToString().ShouldContain("\"doneOn\":\"2020-06-10\"");
        (await new InductionClient(scene.Teacher).RecordAsync(steps[1], 2, null)).ToString().ShouldContain("NOT_FOUND");
        (await new InductionClient(scene.Director).RecordAsync(steps[1], 2, null))
            .ToString()
            .ShouldContain("NOT_FOUND");
        (await mentor.DecideAsync(induction, 2, "ENDED", "2022-06-01")).ToString().ShouldContain("AUTH_NOT_AUTHORIZED");
        (await officer.DecideAsync(induction, 2, "ENDED", "2022-06-01")).ToString().ShouldContain("ENDED");
        var (assessed, rounds) = await officer.BegunAsync(scene.Appointment, scene.ColleagueId, "ASSISTANT_TEACHER");
        (await mentor.RecordAsync(rounds[0], 1, "2020-11-01", "PASSED")).ToString().ShouldContain("NOT_IN_CHARGE");
        using var self = new DevelopmentClient(
            Service,
            Service.Token([Role.DevelopmentOfficer], [PlanService.Office], name: "teacher")
        );
        var own = new InductionClient(self);
        foreach (
            var refused in new[]
            {
                await own.RecordAsync(rounds[0], 1, "2020-11-01", "PASSED"),
                await own.DecideAsync(assessed, 1, "FAILED", "2022-06-01"),
                await own.MentorAsync(assessed, 1, scene.SupervisorId),
                await own.BeginAsync(scene.Appointment, scene.ColleagueId),
            }
        )
            refused.ToString().ShouldContain("NOT_IN_CHARGE");
        (await officer.MentorAsync(assessed, 1, scene.SupervisorId)).ToString().ShouldContain("วีระ หัวหน้า");
        (await mentor.RecordAsync(rounds[0], 2, "2020-11-01", "PASSED")).ToString().ShouldContain("NOT_FOUND");
    }

    [Fact]
    public async Task Each_wrong_input_is_named()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var far = new RegistryClient(Service, Somebody.OtherOffice);
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        var (officer, other) = (new InductionClient(scene.Officer), new InductionClient(elsewhere));
        (await other.BeginAsync(scene.Appointment, scene.ColleagueId)).ToString().ShouldContain("NOT_FOUND");
        (await officer.BeginAsync("x", scene.ColleagueId)).ToString().ShouldContain("NOT_FOUND");
        (await officer.BeginAsync(scene.Appointment, "x")).ToString().ShouldContain("NOT_FOUND");
        (await officer.BeginAsync(scene.Appointment, await far.PersonAsync("ไกล ออกไป")))
            .ToString()
            .ShouldContain("NOT_FOUND");
        (await officer.BeginAsync(scene.Appointment, scene.TeacherId))
            .ToString()
            .ShouldContain("\"field\":\"mentorId\"");
        foreach (var code in new[] { "", "NONE" })
            (await officer.BeginAsync(scene.Appointment, scene.ColleagueId, code))
                .ToString()
                .ShouldContain("\"field\":\"programmeCode\"");
        await Service.ExecuteSqlAsync(
            "UPDATE induction_programmes SET valid_from = '2020-05-17' WHERE code = 'ASSISTANT_TEACHER'"
        );
        (await officer.BeginAsync(scene.Appointment, scene.ColleagueId, "ASSISTANT_TEACHER"))
            .ToString()
            .ShouldContain("\"field\":\"programmeCode\"");
        await Service.ExecuteSqlAsync("UPDATE induction_programmes SET valid_from = NULL");
        foreach (var from in new[] { $"{Today.AddDays(1):yyyy-MM-dd}", "9999-12-31" })
        {
            var later = await scene.Registry.AppointAsync(await scene.Registry.PersonAsync("ดวงแก้ว ใจหวัง"), from);
            (await officer.BeginAsync(later, scene.ColleagueId))
                .ToString()
                .ShouldContain("\"field\":\"appointmentId\"");
        }

        var (induction, steps) = await officer.BegunAsync(scene.Appointment, scene.ColleagueId, "ASSISTANT_TEACHER");
        (await other.RecordAsync(steps[0], 1, "2020-11-01", "PASSED")).ToString().ShouldContain("NOT_FOUND");
        (await other.DecideAsync(induction, 1, "ENDED", "2022-06-01")).ToString().ShouldContain("NOT_FOUND");
        (await other.MentorAsync(induction, 1, scene.SupervisorId)).ToString().ShouldContain("NOT_FOUND");
        (await officer.RecordAsync("x", 1, "2020-11-01", "PASSED")).ToString().ShouldContain("NOT_FOUND");
        (await officer.RecordAsync(steps[0], 2, "2020-11-01", "PASSED")).ToString().ShouldContain("CONFLICT");
        (await officer.DecideAsync(induction, 2, "ENDED", "2022-06-01")).ToString().ShouldContain("CONFLICT");
        (await officer.MentorAsync(induction, 2, scene.SupervisorId)).ToString().ShouldContain("CONFLICT");
        (await officer.MentorAsync(induction, 1, scene.TeacherId)).ToString().ShouldContain("\"field\":\"mentorId\"");
        foreach (
            var (field, day, result, wrong) in new (string, string?, string?, (string, object?)[])[]
            {
                ("doneOn", "2020-05-15", "PASSED", []),
                ("doneOn", $"{Today.AddDays(1):yyyy-MM-dd}", "PASSED", []),
                ("doneOn", "0001-01-01", "PASSED", []),
                ("result", "2020-11-01", null, []),
                ("result", null, "PASSED", []),
                ("score", null, null, [("score", 1)]),
                ("score", "2020-11-01", "PASSED", [("score", 100.01m)]),
                ("score", "2020-11-01", "PASSED", [("score", -1)]),
                ("score", "2020-11-01", "PASSED", [("score", 0.001m)]),
                ("note", null, null, [("note", "ก")]),
                ("evidence", null, null, [("evidence", "ก")]),
                ("note", "2020-11-01", "PASSED", [("note", new string('ก', 2001))]),
                ("evidence", "2020-11-01", "PASSED", [("evidence", new string('ก', 2001))]),
            }
        )
            (await officer.RecordAsync(steps[0], 1, day, result, wrong))
                .ToString()
                .ShouldContain($"\"field\":\"{field}\"");
        foreach (
            var (field, status, day, wrong) in new (string, string, string, (string, object?)[])[]
            {
                ("status", "IN_PROGRESS", "2022-06-01", []),
                ("decidedOn", "ENDED", "2020-05-15", []),
                ("decidedOn", "ENDED", $"{Today.AddDays(1):yyyy-MM-dd}", []),
                ("orderNumber", "FAILED", "2022-06-01", [("orderNumber", " ")]),
                ("orderNumber", "ENDED", "2022-06-01", [("orderNumber", "1")]),
                ("note", "FAILED", "2022-06-01", [("note", null)]),
                ("note", "PASSED", "2022-06-01", [("note", "ก")]),
                ("orderNumber", "FAILED", "2022-06-01", [("orderNumber", new string('ก', 101))]),
            }
        )
            (await officer.DecideAsync(induction, 1, status, day, wrong))
                .ToString()
                .ShouldContain($"\"field\":\"{field}\"");
    }

    [Fact]
    public async Task An_induction_moves_with_a_merge_and_back_and_two_in_progress_or_a_mentor_refuse_it()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        using var own = new RegistryClient(Service, PlanService.Office);
        var officer = new InductionClient(client);
        var kept = await own.PersonAsync("มานี หลังแต่งงาน");
        var duplicate = await own.PersonAsync("มานี ก่อนแต่งงาน");
        var mentor = await own.PersonAsync("วีระ หัวหน้า");
        var again = await own.PersonAsync("วีระ คนเดิม");
        var (first, _) = await officer.BegunAsync(await own.AppointAsync(kept, "2022-05-16"), mentor);
        var (second, _) = await officer.BegunAsync(
            await own.AppointAsync(duplicate, "2020-05-16", "2021-05-15"),
            mentor
        );
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, duplicate)).ShouldContain("BOTH_HAVE_ROWS");
        (await officer.DecideAsync(second, 1, "ENDED", "2022-06-01")).ToString().ShouldContain("ENDED");
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, mentor)).ShouldContain("APPROVED_THE_OTHER");
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, duplicate)).ShouldBeEmpty();
        MergeTests.Reasons(await MergeTests.MergeAsync(own, again, mentor)).ShouldBeEmpty();
        var who =
            $"{{ induction(id: \"{second}\") {{ person {{ name }} mentor {{ name }} steps {{ person {{ name }} }} }} }}";
        var merged = (await own.QueryAsync(who)).ToString();
        merged.ShouldContain("มานี หลังแต่งงาน");
        merged.ShouldContain("วีระ คนเดิม");
        merged.ShouldNotContain("มานี ก่อนแต่งงาน");
        (await officer.MentorAsync(first, 1, mentor)).ToString().ShouldContain("NOT_FOUND");
        await own.SendAsync("unmergePeople", "person { id }", new { duplicateId = mentor, reason = "คนละคน" });
        await own.SendAsync("unmergePeople", "person { id }", new { duplicateId = duplicate, reason = "คนละคน" });
        var apart = (await own.QueryAsync(who)).ToString();
        apart.ShouldContain("มานี ก่อนแต่งงาน");
        apart.ShouldContain("วีระ หัวหน้า");
    }

    [Fact]
    public async Task Erased_names_are_gone_from_inductions_and_a_repeated_request_is_answered_as_the_first()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new InductionClient(scene.Officer);
        var first = await officer.BeginAsync(
            scene.Appointment,
            scene.ColleagueId,
            "NEW_OFFICIAL",
            ("idempotencyKey", "again")
        );
        var again = await officer.BeginAsync(
            scene.Appointment,
            scene.ColleagueId,
            "NEW_OFFICIAL",
            ("idempotencyKey", "again")
        );
        again.ToString().ShouldBe(first.ToString());
        var step = first.GetProperty("induction").GetProperty("steps")[0].GetProperty("id").GetString()!;
        await officer.RecordAsync(
            step,
            1,
            "2020-05-16",
            null,
            ("note", "ครูมานี รักเรียน รับจากครูชูใจ เลิศล้ำ"),
            ("evidence", "บันทึกของมานี รักเรียน")
        );
        (await officer.DecideAsync(IdOf(first, "induction"), 2, "ENDED", "2022-06-01", ("note", "มานี รักเรียน ย้าย")))
            .ToString()
            .ShouldContain("ENDED");
        // The mentor has gone elsewhere.
        await Service.ExecuteSqlAsync("UPDATE appointments SET held_to = '2023-04-30' WHERE held_from = '2021-05-16'");
        await scene.AppointElsewhereAsync(scene.ColleagueId);
        await scene.EraseAsync(scene.TeacherId);
        await scene.EraseAsync(scene.ColleagueId);
        var texts = string.Concat(
            await Service.ColumnAsync(
                "SELECT concat(s.note, s.evidence, i.note) FROM induction_steps s JOIN inductions i ON i.id = s.induction_id"
            )
        );
        texts.ShouldContain("รับจาก");
        texts.ShouldNotContain("รักเรียน");
        texts.ShouldNotContain("เลิศล้ำ");
        (await Service.ColumnAsync("SELECT DISTINCT person_id::text FROM induction_steps")).ShouldBe([
            NodeId.Parse(scene.TeacherId, nameof(Person), "id").ToString(),
        ]);
    }

    [Fact]
    public async Task What_is_stored_is_consistent_and_every_difference_is_found()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new InductionClient(scene.Officer);
        var (induction, steps) = await officer.BegunAsync(scene.Appointment, scene.ColleagueId);
        await officer.RecordAsync(steps[0], 1, "2020-05-16");
        await officer.MentorAsync(induction, 2, scene.SupervisorId);
        await using var connection = new NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        foreach (
            var (change, found) in new[]
            {
                ("SELECT", null),
                ("UPDATE inductions SET starts_on = starts_on - 1", "inductions are of an appointment"),
                ("UPDATE induction_steps SET due_on = due_on + 1 WHERE number = 2", "steps of inductions agree"),
                ("UPDATE induction_steps SET mentor_id = person_id WHERE number = 2", "steps of inductions agree"),
                ("UPDATE induction_steps SET done_on = '2020-05-15' WHERE number = 1", "steps of inductions agree"),
                ("DELETE FROM induction_steps WHERE number = 2", "steps of inductions agree"),
                (
                    "UPDATE inductions SET status = 'PASSED', decided_on = '2022-06-01', order_number = '1'",
                    "steps of inductions agree"
                ),
            }
        )
        {
            await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using (var command = new NpgsqlCommand(change, connection, transaction))
                await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            var differing = (
                await Comparisons.RunAsync(connection, PeopleVerifier.Checks, TestContext.Current.CancellationToken)
            )
                .Where(check => check.Differences > 0)
                .Select(check => check.Name)
                .ToList();
            if (found is null)
                differing.ShouldBeEmpty();
            else
                differing.ShouldContain(name => name.StartsWith(found, StringComparison.Ordinal), change);
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string[]> OverdueAsync(DevelopmentScene scene)
    {
        var told = await scene.Officer.QueryAsync(
            "{ inductionSteps(where: { overdue: { eq: true } }) { nodes { code } } inductions { nodes { overdue steps { code overdue } } } }"
        );
        string[] codes =
        [
            .. told.GetProperty("inductionSteps")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(one => one.GetProperty("code").GetString()!),
        ];
        var induction = told.GetProperty("inductions").GetProperty("nodes")[0];
        induction.GetProperty("overdue").GetBoolean().ShouldBe(codes.Length > 0);
        induction
            .GetProperty("steps")
            .EnumerateArray()
            .Where(one => one.GetProperty("overdue").GetBoolean())
            .Select(one => one.GetProperty("code").GetString()!)
            .ShouldBe(codes);
        return codes;
    }
}
