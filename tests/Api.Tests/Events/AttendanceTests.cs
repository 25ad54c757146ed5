using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.Tests.Events;

/// <summary>Attendance through the API: by file, by a code on the wall, and of thousands at once.</summary>
public sealed class AttendanceTests(PlanService service) : LedgerTestsBase(service)
{
    [Fact]
    public async Task The_same_file_three_times_is_recorded_once_and_says_that_nothing_changed()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var (offering, _) = await StartedAsync(officer, 3);
        byte[] file = Encoding.UTF8.GetBytes(
            "รหัสบุคลากร;ชื่อ-สกุล;ครั้งที่ 1;10/1/2566 09:00\r\n0001;;๖๐;120\r\n0002;ครู 2;30;\r\n;ครู 3;0;\r\nรวม;;90;120\r\n"
        );
        (await officer.ImportAsync(offering, file, dryRun: true)).ToString().ShouldContain("\"recorded\":4");
        (await ColumnAsync("SELECT count(*)::text FROM attendances")).Single().ShouldBe("0");
        (await officer.ImportAsync(offering, file))
            .ToString()
            .ShouldContain("\"rows\":3,\"recorded\":4,\"unchanged\":0,\"ignoredRows\":[5]");
        var written = await WritesAsync();
        for (var time = 0; time < 2; time++)
            (await officer.ImportAsync(offering, file)).ToString().ShouldContain("\"recorded\":0,\"unchanged\":4");
        var (once, again) = (
            await officer.ImportAsync(offering, file, key: "k"),
            await officer.ImportAsync(offering, file, key: "k")
        );
        again.ToString().ShouldBe(once.ToString());
        (await WritesAsync()).ShouldBe(written, "what changes nothing is no write");
        (
            await ColumnAsync(
                "SELECT staff_number || ' ' || attended_minutes FROM enrollments e JOIN people p ON p.id = e.person_id ORDER BY 1"
            )
        ).ShouldBe(["0001 180", "0002 30", "0003 0"]);
    }

    [Fact]
    public async Task All_faults_are_told_by_row_and_column_and_nothing_is_recorded()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var (offering, _) = await StartedAsync(officer, 4);
        await ColumnAsync("UPDATE people SET staff_number = NULL WHERE staff_number = '0004' RETURNING ''");
        var answer = await officer.ImportAsync(
            offering,
            Encoding.UTF8.GetBytes(
                "Staff number,Full name,Session,Minutes\n1,,1,60\n0002,ครู 1,1,60\n9999,,1,60\n0001,,3,60\n0001,,9 ม.ค. 2566,61\n0001,,1,สิบ\n0003,,1,10\n0003,,9/1/2566 09:00,10\n,ครู 4,1,5\n"
            )
        );
        answer
            .GetProperty("errors")[0]
            .GetProperty("faults")
            .EnumerateArray()
            .Select(fault => $"{fault.GetProperty("row")} {fault.GetProperty("column")}")
            .ShouldBe([
                "2 Staff number",
                "3 Full name",
                "4 Staff number",
                "5 Session",
                "6 Minutes",
                "7 Minutes",
                "9 Minutes",
            ]);
        foreach (var secret in new[] { "9999", "ครู 1", "สิบ" })
            answer.ToString().ShouldNotContain(secret);
        (await ColumnAsync("SELECT count(*)::text FROM attendances")).Single().ShouldBe("0");
        (await officer.ImportAsync(offering, Encoding.UTF8.GetBytes("a,b\n1,2\n")))
            .ToString()
            .ShouldContain("ATTENDANCE_FILE_REFUSED");
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        (await new EventClient(elsewhere).ImportAsync(offering, "รหัสบุคลากร,1\n0001,60\n"u8.ToArray()))
            .ToString()
            .ShouldContain("AUTH_NOT_AUTHORIZED");
    }

    [Fact]
    public async Task A_code_on_the_wall_gives_the_minutes_once_and_wrong_ones_are_counted()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var (officer, teacher, colleague) = (
            new EventClient(scene.Officer),
            new EventClient(scene.Teacher),
            new EventClient(scene.Colleague)
        );
        var saved = (await officer.SaveAsync(null, EventClient.UntilLater)).GetProperty("offering");
        var offering = saved.GetProperty("id").GetString()!;
        var session = saved.GetProperty("sessions")[0].GetProperty("id").GetString()!;
        await officer.MoveAsync(offering, 1, "OPEN");
        await officer.EnrollAsync(offering, [scene.TeacherId, scene.DirectorId]);
        (await officer.CodeAsync(session)).ShouldContain("INVALID_STATE");
        await officer.MoveAsync(offering, 2, "START");
        var none = await teacher.CheckInAsync(session, "AAAA-AAAA");
        var code = CodeOf(await officer.CodeAsync(session));
        var wrong = await teacher.CheckInAsync(session, "AAAA-AAAA");
        wrong.ShouldBe(none);
        wrong.ShouldContain("INVALID_STATE");
        // Who is not enrolled does not learn that there is such a session.
        (await colleague.CheckInAsync(session, code)).ShouldContain("NOT_FOUND");
        for (var time = 0; time < 3; time++)
            (
                await teacher.CheckInAsync(session, code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))
            ).ShouldContain("\"attendedMinutes\":60");
        (await ColumnAsync("SELECT count(*) || ' ' || sum(minutes) FROM attendances")).Single().ShouldBe("1 60");
        (
            await ColumnAsync(
                "SELECT held_minutes || ' ' || (SELECT count(*) FROM enrollments WHERE share_of_held = 0) FROM offerings"
            )
        )
            .Single()
            .ShouldBe("60 1");
        // Five wrong ones, whoever sends them how fast, and the right one is refused as well.
        using var director = DevelopmentClient.Staff(Service, "director");
        var leader = new EventClient(director);
        await Task.WhenAll(Enumerable.Range(0, 12).Select(number => leader.CheckInAsync(session, $"WRONG{number}")));
        (await leader.CheckInAsync(session, code)).ShouldBe(wrong);
        (await ColumnAsync("SELECT max(wrong)::text FROM attendance_tries")).Single().ShouldBe("5");
        var next = CodeOf(await officer.CodeAsync(session));
        (await leader.CheckInAsync(session, code)).ShouldBe(wrong);
        (await leader.CheckInAsync(session, next)).ShouldContain("\"attendedMinutes\":60");
        // Minutes that an officer recorded stay.
        await officer.AttendAsync(
            offering,
            null,
            (
                (
                    await ColumnAsync(
                        $"SELECT e.id::text FROM enrollments e JOIN people p ON p.id = e.person_id WHERE p.name = 'ประภาส ใจกว้าง'"
                    )
                )
                    .Select(id => new NodeId("Enrollment", Guid.Parse(id)).ToString())
                    .Single(),
                session,
                10
            )
        );
        (await leader.CheckInAsync(session, next)).ShouldContain("\"attendedMinutes\":10");
        await ColumnAsync("UPDATE attendance_codes SET expires_at = now() RETURNING ''");
        (await leader.CheckInAsync(session, next)).ShouldBe(wrong);
        foreach (var table in new[] { "attendance_codes", "audit_records", "idempotency_keys" })
            (await ColumnAsync($"SELECT count(*)::text FROM {table} t WHERE strpos(t::text, '{next}') > 0"))
                .Single()
                .ShouldBe("0", table);
    }

    [Fact]
    public async Task Five_thousand_people_are_enrolled_and_recorded_at_once()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var clock = Stopwatch.StartNew();
        var (offering, sessions) = await StartedAsync(officer, 5000);
        var enrolled = clock.Elapsed;
        var ids = await ColumnAsync("SELECT id::text FROM enrollments WHERE status = 'ENROLLED'");
        ids.Length.ShouldBe(5000);
        clock.Restart();
        (
            await officer.AttendAsync(
                offering,
                null,
                [.. ids.Select(id => (new NodeId("Enrollment", Guid.Parse(id)).ToString(), sessions[0], 60))]
            )
        ).ShouldContain("\"heldMinutes\":60");
        var recorded = clock.Elapsed;
        clock.Restart();
        var rows = Enumerable.Range(1, 5000).Select(number => $"{number:0000},60,{number % 121}");
        var file = Encoding.UTF8.GetBytes($"รหัสบุคลากร,1,2\n{string.Join('\n', rows)}\n");
        (await officer.ImportAsync(offering, file)).ToString().ShouldContain("\"recorded\":5000,\"unchanged\":5000");
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"5,000 enrolled in {enrolled.TotalSeconds:0.0} s, recorded in {recorded.TotalSeconds:0.0} s, imported in {clock.Elapsed.TotalSeconds:0.0} s"
        );
        (await ColumnAsync("SELECT count(*)::text FROM attendances")).Single().ShouldBe("10000");
    }

    [Fact]
    public async Task An_enrolment_is_linked_to_the_plan_tried_out_and_erased_with_the_person()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var (officer, teacher) = (new EventClient(scene.Officer), new EventClient(scene.Teacher));
        await scene.ApprovedAsync();
        var item = (
            await scene.Teacher.QueryAsync("{ individualDevelopmentPlans { nodes { latest { items { id } } } } }")
        )
            .GetProperty("individualDevelopmentPlans")
            .GetProperty("nodes")[0]
            .GetProperty("latest")
            .GetProperty("items")[0]
            .GetProperty("id")
            .GetString()!;
        (await officer.SaveAsync(3, dryRun: true)).ToString().ShouldContain("PLANNED");
        (await ColumnAsync("SELECT count(*)::text FROM offerings")).Single().ShouldBe("0");
        var offering = await officer.OpenAsync(3, EventClient.UntilLater);
        (await officer.EnrollAsync(offering, [scene.ColleagueId], planItemId: item)).Error.ShouldBe("NOT_FOUND");
        (await officer.EnrollAsync(offering, [scene.TeacherId], planItemId: item, dryRun: true)).Statuses.ShouldBe([
            "ENROLLED",
        ]);
        (await ColumnAsync("SELECT count(*)::text FROM enrollments")).Single().ShouldBe("0");
        var enrolled = await teacher.EnrollAsync(offering, [scene.TeacherId], planItemId: item);
        (await scene.Teacher.QueryAsync("{ enrollments { nodes { planItem { topic { code } } } } }"))
            .ToString()
            .ShouldContain("CLASSROOM_RESEARCH");
        await officer.EnrollAsync(offering, [scene.ColleagueId], exceptions: [("WINDOW", "แทนมานี รักเรียน")]);
        await scene.EraseAsync(scene.TeacherId);
        foreach (var table in new[] { "enrollment_exceptions", "audit_records", "enrollments" })
            (await ColumnAsync($"SELECT count(*)::text FROM {table} t WHERE strpos(t::text, 'รักเรียน') > 0"))
                .Single()
                .ShouldBe("0", table);
        (await scene.Officer.QueryAsync($"{{ enrollment(id: \"{enrolled.Ids[0]}\") {{ status }} }}"))
            .ToString()
            .ShouldContain("ENROLLED");
    }

    [Fact]
    public async Task Others_than_the_target_categories_need_an_exception_and_a_start_below_the_minimum_a_reason()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new EventClient(scene.Officer);
        (await officer.SaveAsync(3, targetCategories: ["NOTHING"])).ToString().ShouldContain("targetCategories[0]");
        var saved = (await officer.SaveAsync(3, minimum: 2, targetCategories: ["GOVERNMENT_EMPLOYEE"])).GetProperty(
            "offering"
        );
        var offering = saved.GetProperty("id").GetString()!;
        await officer.MoveAsync(offering, 1, "OPEN");
        (await officer.EnrollAsync(offering, [scene.TeacherId])).Text.ShouldContain("CATEGORY");
        (
            await officer.EnrollAsync(offering, [scene.TeacherId], exceptions: [("CATEGORY", "ครูพี่เลี้ยง")])
        ).Statuses.ShouldBe(["ENROLLED"]);
        (await officer.MoveAsync(offering, 2, "START")).ShouldContain("INVALID_STATE");
        (await officer.MoveAsync(offering, 2, "START", "งบประมาณผูกพันแล้ว")).ShouldContain("IN_PROGRESS");
        (
            await scene.Officer.QueryAsync(
                "{ offerings { nodes { targetCategories { number category { code } } note } } }"
            )
        )
            .ToString()
            .ShouldContain(
                "\"targetCategories\":[{\"number\":1,\"category\":{\"code\":\"GOVERNMENT_EMPLOYEE\"}}],\"note\":null"
            );
    }

    private static string CodeOf(string answer) =>
        JsonDocument.Parse(answer).RootElement.GetProperty("code").GetString()!;

    /// <summary>An offering of two sessions in the past that is IN_PROGRESS, with people of the numbers 0001 …</summary>
    private async Task<(string Offering, string[] Sessions)> StartedAsync(EventClient officer, int count)
    {
        var people = await ColumnAsync(
            $"""
            WITH added AS (
                INSERT INTO people (id, office_id, title, name, staff_number, status)
                SELECT gen_random_uuid(), o.id, '', 'ครู ' || n, lpad(n::text, 4, '0'), 'ACTIVE' FROM offices o, generate_series(1, {count}) n
                WHERE o.code = '{PlanService.Office}' RETURNING id, name)
            INSERT INTO held_names (id, person_id, title, name) SELECT gen_random_uuid(), id, '', name FROM added RETURNING person_id::text
            """
        );
        var saved = (await officer.SaveAsync(null)).GetProperty("offering");
        var offering = saved.GetProperty("id").GetString()!;
        await officer.MoveAsync(offering, 1, "OPEN");
        var ids = people.Select(id => new NodeId(nameof(Person), Guid.Parse(id)).ToString());
        (await officer.EnrollAsync(offering, ids)).Succeeded.ShouldBeTrue();
        await officer.MoveAsync(offering, 2, "START");
        return (
            offering,
            [.. saved.GetProperty("sessions").EnumerateArray().Select(one => one.GetProperty("id").GetString()!)]
        );
    }

    private async Task<int> WritesAsync() =>
        int.Parse(
            (await ColumnAsync("SELECT count(*)::text FROM audit_records WHERE kind = 'WRITE'")).Single(),
            CultureInfo.InvariantCulture
        );

    private async Task<string[]> ColumnAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return [.. rows];
    }
}
