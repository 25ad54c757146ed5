using Npgsql;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.People;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.Tests.Events;

/// <summary>Events through the API: seats under many clients, groups, lists sent again, and who does and sees what.</summary>
public sealed class EventTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Seen =
        "{ enrollments { totalCount aggregate { count } } offices { nodes { enrollments { totalCount } } } offerings { nodes { title enrollments { totalCount } } } }";

    [Theory]
    [InlineData("NONE")]
    [InlineData("REFUSE")]
    public async Task The_last_seat_goes_to_one_of_two_hundred_clients_and_the_others_wait_in_order(string overlaps)
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var people = await PeopleAsync(200);
        var offering = await officer.OpenAsync(1, EventClient.UntilLater, overlaps: overlaps);
        var enrolling = people.Select(person => officer.EnrollAsync(offering, [person])).ToList();
        var saved = await officer.SaveAsync(1, EventClient.UntilLater, offering, 2, overlaps: overlaps);
        saved.ToString().ShouldContain("\"errors\":null");
        var answers = await Task.WhenAll(enrolling);
        answers.SelectMany(answer => answer.Statuses).Count(status => status == "ENROLLED").ShouldBe(1);
        answers.SelectMany(answer => answer.Statuses).Count(status => status == "WAITLISTED").ShouldBe(199);
        var line = await LineAsync(officer, offering);
        line.Count.ShouldBe(199);
        // A freed seat goes to the first who waits, each time.
        for (var step = 0; step < 5; step++)
        {
            var seated = await SeatedAsync(officer, offering);
            (await officer.WithdrawAsync(offering, seated.Single())).Succeeded.ShouldBeTrue();
            (await SeatedAsync(officer, offering)).ShouldBe([line[step]]);
        }
    }

    [Fact]
    public async Task Many_clients_at_once_never_seat_more_than_the_capacity_and_nobody_waits_who_fits()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var people = await PeopleAsync(12);
        var offering = await officer.OpenAsync(4, EventClient.UntilLater);
        var seed = Random.Shared.Next();
        await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(async number =>
                {
                    var dice = new Random(seed + number);
                    for (var step = 0; step < 12; step++)
                    {
                        var group = people.OrderBy(_ => dice.Next()).Take(dice.Next(1, 4)).ToList();
                        var answer =
                            dice.Next(3) > 0
                                ? await officer.EnrollAsync(offering, group)
                                : await officer.WithdrawAsync(offering, await EnrolledAsync(dice.Next(1, 3)));
                        if (!answer.Succeeded)
                            answer.Error.ShouldBeOneOf(
                                ["INVALID_STATE", "VALIDATION_FAILED"],
                                $"seed {seed}: {answer.Text}"
                            );
                        // Read after the commit, so others may have changed some of them since.
                        else
                            answer.Statuses.ShouldNotBeEmpty($"seed {seed}: {answer.Text}");
                        var (seated, free) = await TakenAsync();
                        seated.ShouldBeLessThanOrEqualTo(4, $"seed {seed}");
                        free.ShouldBe("True", $"seed {seed}");
                    }
                })
        );
        (await ColumnAsync("SELECT count(*)::text FROM enrollments"))
            .Single()
            .ShouldBe((await ColumnAsync("SELECT count(DISTINCT person_id)::text FROM enrollments")).Single());
    }

    [Fact]
    public async Task A_group_takes_seats_for_all_or_none()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var people = await PeopleAsync(7);
        var offering = await officer.OpenAsync(3);
        (await officer.EnrollAsync(offering, people[..1])).Statuses.ShouldBe(["ENROLLED"]);
        (await officer.EnrollAsync(offering, people[1..4])).Error.ShouldBe("INVALID_STATE");
        (await SeatedAsync(officer, offering)).Count.ShouldBe(1);
        (await officer.EnrollAsync(offering, people[1..3])).Statuses.ShouldBe(["ENROLLED", "ENROLLED"]);
        (await officer.EnrollAsync(offering, people[3..6])).Statuses.ShouldBe([
            "WAITLISTED",
            "WAITLISTED",
            "WAITLISTED",
        ]);
        (await officer.EnrollAsync(offering, people[6..], exceptions: [("CAPACITY", "วิทยากรขอ")])).Statuses.ShouldBe([
            "ENROLLED",
        ]);
        (await officer.EnrollAsync(offering, people[..1])).Error.ShouldBe("INVALID_STATE");
        // The capacity 0 is none, null is unlimited.
        (await officer.EnrollAsync(await officer.OpenAsync(0), people)).Statuses.ShouldAllBe(status =>
            status == "WAITLISTED"
        );
        (await officer.EnrollAsync(await officer.OpenAsync(null), people)).Statuses.ShouldAllBe(status =>
            status == "ENROLLED"
        );
    }

    [Fact]
    public async Task The_database_refuses_a_seat_beyond_the_capacity()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var people = await PeopleAsync(2);
        var offering = await officer.OpenAsync(1);
        await officer.EnrollAsync(offering, people[..1]);
        await officer.EnrollAsync(offering, people[1..]);
        foreach (
            var sql in new[]
            {
                "UPDATE enrollments SET seat = 2 WHERE seat = 1",
                "UPDATE enrollments SET status = 'ENROLLED', place = NULL, seat = 2 WHERE status = 'WAITLISTED'",
                "UPDATE offerings SET capacity = 0",
            }
        )
        {
            var refused = await Should.ThrowAsync<PostgresException>(() => Service.ExecuteSqlAsync(sql));
            refused.SqlState.ShouldBe(PostgresErrorCodes.IntegrityConstraintViolation, sql);
        }

        (
            await Should.ThrowAsync<PostgresException>(() =>
                Service.ExecuteSqlAsync(
                    "UPDATE enrollments SET status = 'ENROLLED', place = NULL, seat = 1 WHERE place = 1"
                )
            )
        ).ConstraintName.ShouldBe("one_person_a_seat");
    }

    [Fact]
    public async Task The_same_list_three_times_is_recorded_once()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var people = await PeopleAsync(600);
        var saved = await officer.SaveAsync(null);
        var offering = saved.GetProperty("offering").GetProperty("id").GetString()!;
        string[] sessions =
        [
            .. saved
                .GetProperty("offering")
                .GetProperty("sessions")
                .EnumerateArray()
                .Select(one => one.GetProperty("id").GetString()!),
        ];
        await officer.MoveAsync(offering, 1, "OPEN");
        var enrolled = new List<EnrolledAnswer>();
        for (var time = 0; time < 3; time++)
            enrolled.Add(await officer.EnrollAsync(offering, people, key: "list"));
        enrolled[1].Text.ShouldBe(enrolled[0].Text);
        enrolled[2].Text.ShouldBe(enrolled[0].Text);
        (await officer.AttendAsync(offering, null, (enrolled[0].Ids[0], sessions[0], 60))).ShouldContain(
            "INVALID_STATE"
        );
        await officer.MoveAsync(offering, 2, "START");
        (string, string, int)[] items = [.. enrolled[0].Ids.Select((id, index) => (id, sessions[0], index % 61))];
        for (var time = 0; time < 3; time++)
            (await officer.AttendAsync(offering, "minutes", items)).ShouldContain(
                "\"heldMinutes\":60,\"plannedMinutes\":180"
            );
        (await ColumnAsync("SELECT count(*) || ' ' || sum(minutes) FROM attendances"))
            .Single()
            .ShouldBe($"600 {items.Sum(item => item.Item3)}");
        // All or nothing: one wrong item, and nothing of the list is recorded.
        (
            await officer.AttendAsync(
                offering,
                null,
                (items[0].Item1, sessions[1], 1),
                (items[1].Item1, sessions[1], 121)
            )
        ).ShouldContain("items[1].minutes");
        (await ColumnAsync("SELECT count(*)::text FROM attendances")).Single().ShouldBe("600");
        (await officer.MoveAsync(offering, 3, "COMPLETE")).ShouldContain("COMPLETED");
        var told = await client.QueryAsync(
            "{ enrollments(order: [{ attendedMinutes: DESC }], first: 1) { nodes { status attendedMinutes shareOfHeld shareOfPlanned attendances { minutes session { day } } } } }"
        );
        told.ToString()
            .ShouldBe(
                """{"enrollments":{"nodes":[{"status":"NOT_COMPLETED","attendedMinutes":60,"shareOfHeld":100.00,"shareOfPlanned":33.33,"attendances":[{"minutes":60,"session":{"day":"2023-01-09"}}]}]}}"""
            );
        (await ColumnAsync("SELECT count(*)::text FROM enrollments WHERE status = 'ABSENT'")).Single().ShouldBe("10");
    }

    [Fact]
    public async Task Sessions_are_compared_and_not_days()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var people = await PeopleAsync(2);
        var first = await officer.OpenAsync(
            null,
            [EventClient.Session("2023-01-09T02:00:00Z", "2023-01-09T05:00:00Z", 180)]
        );
        await officer.EnrollAsync(first, people);
        // The same day, and it starts when the other one ends.
        var after = EventClient.Session("2023-01-09T05:00:00Z", "2023-01-09T06:00:00Z", 60);
        (
            await officer.EnrollAsync(await officer.OpenAsync(null, [after], overlaps: "REFUSE"), people)
        ).Succeeded.ShouldBeTrue();
        var within = EventClient.Session("2023-01-09T04:59:00Z", "2023-01-09T05:30:00Z", 30);
        var strict = await officer.OpenAsync(null, [within], overlaps: "REFUSE");
        (await officer.EnrollAsync(strict, people)).Text.ShouldContain("people[0]");
        (await officer.EnrollAsync(strict, people, exceptions: [("CAPACITY", "x"), ("WINDOW", "x")])).Error.ShouldBe(
            "INVALID_STATE"
        );
        (await officer.EnrollAsync(strict, people[..1], exceptions: [("OVERLAP", "จำเป็น")])).Text.ShouldContain(
            "\"overlapping\":true"
        );
        var warned = await officer.OpenAsync(null, [within], overlaps: "WARN");
        (await officer.EnrollAsync(warned, people)).Text.ShouldContain("\"overlapping\":true");
        // A session late in the evening in UTC is of the next day in Thailand.
        (await officer.SaveAsync(null, [EventClient.Session("2023-01-09T17:00:00Z", "2023-01-09T18:00:00Z", 60)]))
            .ToString()
            .ShouldContain("\"day\":\"2023-01-10\"");
    }

    [Fact]
    public async Task Moved_sessions_are_compared_again_as_the_policy_says()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var people = await PeopleAsync(3);
        var busy = EventClient.Session("2023-01-09T02:00:00Z", "2023-01-09T05:00:00Z", 180);
        var free = EventClient.Session("2023-01-20T02:00:00Z", "2023-01-20T05:00:00Z", 180);
        await officer.EnrollAsync(await officer.OpenAsync(null, [busy]), people[..2]);
        foreach (var (policy, isRefused) in new[] { ("NONE", false), ("WARN", false), ("REFUSE", true) })
        {
            var offering = await officer.OpenAsync(null, [free], overlaps: policy);
            await officer.EnrollAsync(offering, people);
            var moved = (await officer.SaveAsync(null, [busy], offering, 2, overlaps: policy)).ToString();
            var told = await ColumnAsync(
                $"SELECT overlapping::text FROM enrollments WHERE overlapping AND offering_id = '{NodeId.Parse(offering, "Offering", "id")}'"
            );
            told.Length.ShouldBe(isRefused ? 0 : 2, policy);
            if (!isRefused)
            {
                (await officer.MoveAsync(offering, 3, "CANCEL", "เลื่อน")).ShouldContain("CANCELLED");
                continue;
            }

            moved.ShouldContain("INVALID_STATE");
            // What does not move is not looked at again, and the policy can be changed.
            (await officer.SaveAsync(null, [free], offering, 2, overlaps: policy))
                .ToString()
                .ShouldContain("\"version\":3");
            (await officer.SaveAsync(null, [busy], offering, 3, overlaps: "WARN"))
                .ToString()
                .ShouldContain("\"version\":4");
        }
    }

    [Fact]
    public async Task A_session_moves_or_people_are_enrolled_at_its_time_and_never_both()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        var people = await PeopleAsync(3);
        for (var round = 1; round <= 6; round++)
        {
            var here = EventClient.Session($"2023-03-0{round}T02:00:00Z", $"2023-03-0{round}T05:00:00Z", 180);
            var there = EventClient.Session($"2023-04-0{round}T02:00:00Z", $"2023-04-0{round}T05:00:00Z", 180);
            var moving = await officer.OpenAsync(null, [here], overlaps: "REFUSE");
            (await officer.EnrollAsync(moving, people)).Succeeded.ShouldBeTrue();
            var other = await officer.OpenAsync(null, [there], overlaps: "REFUSE");
            var moved = officer.SaveAsync(null, [there], moving, 2, overlaps: "REFUSE");
            var enrolled = officer.EnrollAsync(other, people);
            var isMoved = (await moved).ToString().Contains("\"version\":3", StringComparison.Ordinal);
            isMoved.ShouldBe(!(await enrolled).Succeeded, $"round {round}");
        }
    }

    [Fact]
    public async Task Everybody_does_and_sees_what_is_theirs()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new EventClient(scene.Officer);
        var teacher = new EventClient(scene.Teacher);
        var colleague = new EventClient(scene.Colleague);
        var asked = await officer.OpenAsync(1, joining: "REQUEST");
        var closed = await officer.OpenAsync(1, joining: "CLOSED");
        (await teacher.EnrollAsync(closed, [scene.TeacherId])).Error.ShouldBe("INVALID_STATE");
        (await teacher.EnrollAsync(asked, [scene.ColleagueId])).Error.ShouldBe("NOT_FOUND");
        (await teacher.EnrollAsync(asked, [scene.TeacherId], exceptions: [("WINDOW", "x")])).Error.ShouldBe(
            "VALIDATION_FAILED"
        );
        var request = await teacher.EnrollAsync(asked, [scene.TeacherId]);
        request.Statuses.ShouldBe(["REQUESTED"]);
        (await colleague.WithdrawAsync(asked, request.Ids[0])).Error.ShouldBe("NOT_FOUND");
        (await teacher.DecideAsync(asked, true, request.Ids[0])).Error.ShouldBe("AUTH_NOT_AUTHORIZED");
        (await officer.DecideAsync(asked, true, request.Ids[0])).Statuses.ShouldBe(["ENROLLED"]);
        foreach (var who in new[] { scene.Officer, scene.Teacher, scene.Supervisor, scene.Director })
            (await who.QueryAsync("{ enrollments { nodes { status school { name } } } }"))
                .ToString()
                .ShouldContain("โรงเรียนบ้านหนองแวง");
        (await scene.Colleague.QueryAsync("{ enrollments { totalCount } }"))
            .ToString()
            .ShouldContain("\"totalCount\":0");
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        foreach (
            var name in new[]
            {
                "nobody",
                "viewer",
                "analyst",
                "administrator",
                "plan officer",
                "approver of the ministry",
                "development officer elsewhere",
            }
        )
        {
            using var client = DevelopmentClient.Of(Service, name);
            var answer = (await client.AskAsync(Seen)).ToString();
            answer.ShouldContain("อบรมหลักสูตรสถานศึกษา", customMessage: name);
            answer.ShouldNotContain("\"totalCount\":1", customMessage: name);
            (
                await client.AskAsync(
                    $"{{ node(id: \"{request.Ids[0]}\") {{ __typename }} enrollment(id: \"{request.Ids[0]}\") {{ status }} }}"
                )
            )
                .GetProperty("data")
                .ToString()
                .ShouldContain("\"node\":null", customMessage: name);
        }

        (await new EventClient(elsewhere).WithdrawAsync(asked, request.Ids[0])).Error.ShouldBe("NOT_FOUND");
        (await teacher.WithdrawAsync(asked, request.Ids[0])).Statuses.ShouldBe(["WITHDRAWN"]);
        // Coming back is a state of the same row.
        (await officer.EnrollAsync(asked, [scene.TeacherId])).Ids.ShouldBe(request.Ids);
    }

    [Fact]
    public async Task An_enrolment_stays_with_the_office_of_the_time()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var own = new RegistryClient(Service, PlanService.Office);
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        using var officer = DevelopmentClient.Of(Service, "development officer");
        var there = new EventClient(elsewhere);
        var person = await own.PersonAsync("มานี รักเรียน");
        var first = await own.AppointAsync(person, "2020-01-01");
        var offering = await there.OpenAsync(5, office: Somebody.OtherOffice);
        // The officer of the person's office enrols in an offering of another one, as its policy says.
        var enrolled = await new EventClient(officer).EnrollAsync(offering, [person]);
        enrolled.Statuses.ShouldBe(["ENROLLED"]);
        await own.EndAsync(first, "2023-01-31");
        await both.AppointAsync(person, "2023-02-01", orgUnitId: null);
        var seen = (await officer.QueryAsync("{ enrollments { nodes { status office { code } } } }")).ToString();
        seen.ShouldContain(PlanService.Office);
        // The offering's office sees it, too, but not the person.
        (await elsewhere.QueryAsync("{ enrollments { nodes { person { name } offering { title } } } }"))
            .ToString()
            .ShouldBe("""{"enrollments":{"nodes":[{"person":null,"offering":{"title":"อบรมหลักสูตรสถานศึกษา"}}]}}""");
    }

    [Fact]
    public async Task Courses_are_of_an_office_or_of_the_ministry()
    {
        using var officer = DevelopmentClient.Of(Service, "development officer");
        using var administrator = DevelopmentClient.Of(Service, "administrator");
        var code = "TR-1";
        object Course(string? office, int version = 0, params string[] topics) =>
            new
            {
                officeCode = office,
                courseCode = code,
                expectedVersion = version,
                name = "การวิจัยในชั้นเรียน",
                hours = "12.5",
                topics,
                competencies = new[] { "TEAMWORK" },
                idempotencyKey = Guid.NewGuid().ToString(),
            };
        const string payload =
            "course { id hours version office { code } subjects { topic { code } competency { code } } }";
        (await officer.SendAsync("saveCourse", payload, Course(null))).ToString().ShouldContain("AUTH_NOT_AUTHORIZED");
        var own = (
            await officer.SendAsync("saveCourse", payload, Course(PlanService.Office, 0, "CURRICULUM"))
        ).ToString();
        own.ShouldContain("\"hours\":12.5");
        own.ShouldContain("\"topic\":{\"code\":\"CURRICULUM\"}");
        (await officer.SendAsync("saveCourse", payload, Course(PlanService.Office)))
            .ToString()
            .ShouldContain("CONFLICT");
        (await officer.SendAsync("saveCourse", payload, Course(PlanService.Office, 1)))
            .ToString()
            .ShouldContain("\"version\":2");
        (await officer.SendAsync("saveCourse", payload, Course(PlanService.Office, 2, "NOTHING")))
            .ToString()
            .ShouldContain("topics[0]");
        code = "tr-1";
        (await officer.SendAsync("saveCourse", payload, Course(PlanService.Office)))
            .ToString()
            .ShouldContain("CONFLICT");
        var all = (await administrator.SendAsync("saveCourse", payload, Course(null))).GetProperty("course");
        var saved = await new EventClient(officer).SaveAsync(1, courseId: all.GetProperty("id").GetString());
        saved.ToString().ShouldContain("PLANNED");
        (await Service.QueryAsync("{ courses { totalCount nodes { code offerings { totalCount } } } }"))
            .ToString()
            .ShouldContain("\"totalCount\":2");
    }

    [Fact]
    public async Task What_contradicts_itself_or_comes_second_is_refused()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new EventClient(client);
        (await officer.SaveAsync(-1)).ToString().ShouldContain("capacity");
        (await officer.SaveAsync(2, minimum: 3)).ToString().ShouldContain("minimum");
        foreach (var year in new[] { "1480", "9999" })
            (await officer.SaveAsync(2, [EventClient.Session($"{year}-12-31T20:00:00Z", $"{year}-12-31T21:00:00Z", 1)]))
                .ToString()
                .ShouldContain("sessions[0].startsAt");
        (await officer.SaveAsync(2, [EventClient.Session("2023-01-09T02:00:00Z", "2023-01-09T02:00:00Z", 1)]))
            .ToString()
            .ShouldContain("sessions[0].endsAt");
        (await officer.SaveAsync(2, [EventClient.Session("2023-01-09T02:00:00Z", "2023-01-09T03:00:00Z", 61)]))
            .ToString()
            .ShouldContain("sessions[0].minutes");
        (await officer.SaveAsync(2, [.. EventClient.TwoDays, EventClient.TwoDays[0]]))
            .ToString()
            .ShouldContain("sessions[2].startsAt");
        var offering = await officer.OpenAsync(2, EventClient.UntilLater);
        (await officer.SaveAsync(3, offeringId: offering, expectedVersion: 1)).ToString().ShouldContain("CONFLICT");
        (await officer.MoveAsync(offering, 1, "START")).ShouldContain("CONFLICT");
        (await officer.MoveAsync(offering, 2, "COMPLETE")).ShouldContain("INVALID_STATE");
        (await officer.MoveAsync(offering, 2, "CANCEL")).ShouldContain("note");
        var people = await PeopleAsync(3);
        await officer.EnrollAsync(offering, people[..2]);
        await officer.EnrollAsync(offering, people[2..]);
        (await officer.SaveAsync(1, offeringId: offering, expectedVersion: 2)).ToString().ShouldContain("capacity");
        // More seats go to those who wait, in the same transaction.
        (await officer.SaveAsync(3, EventClient.UntilLater, offering, 2))
            .ToString()
            .ShouldContain("\"version\":3");
        (await SeatedAsync(officer, offering)).Count.ShouldBe(3);
        (await officer.MoveAsync(offering, 3, "CANCEL", "ฝนตก")).ShouldContain("CANCELLED");
        (await SeatedAsync(officer, offering)).ShouldBeEmpty();
    }

    /// <summary>Some who are there.</summary>
    private async Task<string[]> EnrolledAsync(int most) =>
        [
            .. (
                await ColumnAsync(
                    $"SELECT id::text FROM enrollments WHERE status IN ('ENROLLED', 'WAITLISTED') ORDER BY random() LIMIT {most}"
                )
            ).Select(id => new NodeId("Enrollment", Guid.Parse(id)).ToString()),
        ];

    /// <summary>The ids of new people of the sample's office.</summary>
    private async Task<string[]> PeopleAsync(int count)
    {
        var ids = await ColumnAsync(
            $"""
            INSERT INTO people (id, office_id, title, name, status)
            SELECT gen_random_uuid(), o.id, '', 'ครู ' || n, 'ACTIVE' FROM offices o, generate_series(1, {count}) n
            WHERE o.code = '{PlanService.Office}' RETURNING id::text
            """
        );
        return [.. ids.Select(id => new NodeId(nameof(Person), Guid.Parse(id)).ToString())];
    }

    private static async Task<List<string>> LineAsync(EventClient officer, string offering) =>
        await IdsAsync(officer, offering, "where: { status: { eq: WAITLISTED } }, order: [{ place: ASC }]");

    private static async Task<List<string>> SeatedAsync(EventClient officer, string offering) =>
        await IdsAsync(officer, offering, "where: { status: { eq: ENROLLED } }, order: [{ seat: ASC }]");

    private static async Task<List<string>> IdsAsync(EventClient officer, string offering, string how)
    {
        var read = await officer.Client.QueryAsync(
            $"{{ offering(id: \"{offering}\") {{ enrollments({how}, first: 200) {{ nodes {{ id }} }} }} }}"
        );
        return
        [
            .. read.GetProperty("offering")
                .GetProperty("enrollments")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(one => one.GetProperty("id").GetString()!),
        ];
    }

    private async Task<(int Seated, string Free)> TakenAsync()
    {
        var row = (
            await ColumnAsync(
                "WITH units AS (SELECT count(*) AS size FROM enrollments WHERE status = 'WAITLISTED' GROUP BY coalesce(waiting_group, id)) "
                    + "SELECT count(*) FILTER (WHERE status = 'ENROLLED') || ' ' || "
                    + "((SELECT min(size) FROM units) > 4 - count(*) FILTER (WHERE status = 'ENROLLED') OR NOT EXISTS (SELECT FROM units))::text FROM enrollments"
            )
        )
            .Single()
            .Split(' ');
        return (
            int.Parse(row[0], System.Globalization.CultureInfo.InvariantCulture),
            row[1] == "true" ? "True" : row[1]
        );
    }

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
