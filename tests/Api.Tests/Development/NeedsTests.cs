using TeacherDevPlan.Api.Tests.People;

namespace TeacherDevPlan.Api.Tests.Development;

/// <summary>Surveys of needs through the API: who answers, what is frozen, results, and who sees them.</summary>
public sealed class NeedsTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Results =
        "{ needsRounds { nodes { fiscalYear status result { asked respondents topics { demand } } participants { totalCount } "
        + "choices { totalCount groups(by: [TOPIC, CATEGORY]) { label aggregate { count } } } } } needsChoices { totalCount } needsParticipants { totalCount } }";

    [Fact]
    public async Task People_ask_for_topics_and_the_result_has_the_shape_of_a_printed_survey()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var round = await scene.Officer.OpenRoundAsync();
        (await scene.Teacher.AskForAsync(round, scene.TeacherId, "CURRICULUM")).ShouldContain("\"errors\":null");
        (await scene.Teacher.AskForAsync(round, scene.TeacherId, "UNIT_DESIGN", "CURRICULUM")).ShouldContain(
            """choices":[{"priority":1,"topic":{"code":"UNIT_DESIGN"}},{"priority":2,"topic":{"code":"CURRICULUM"}}]"""
        );
        (await scene.Officer.AskForAsync(round, scene.ColleagueId, "CURRICULUM")).ShouldContain("\"errors\":null");
        (await scene.Supervisor.AskForAsync(round, scene.SupervisorId)).ShouldContain("\"choices\":[]");
        (await scene.Officer.CloseRoundAsync(round)).ShouldBe(
            """
            {"round":{"status":"CLOSED","result":{"asked":4,"respondents":3,"topics":[{"number":1,"name":"การสร้างและพัฒนาหลักสูตร","demand":2,"percentage":66.67},{"number":2,"name":"การจัดทำแผนการจัดการเรียนรู้","demand":0,"percentage":0.00},{"number":3,"name":"การออกแบบหน่วยการเรียนรู้","demand":1,"percentage":33.33}]}},"errors":null}
            """.Trim()
        );
        (await scene.Officer.CloseRoundAsync(round)).ShouldContain("INVALID_STATE");
        (await scene.Teacher.AskForAsync(round, scene.TeacherId)).ShouldContain("INVALID_STATE");
        (await scene.Officer.AskForAsync(round, scene.TeacherId)).ShouldContain("INVALID_STATE");
    }

    [Fact]
    public async Task What_a_round_asked_stays_whatever_happens_to_the_people_later()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var scene = await DevelopmentScene.SetAsync(Service);
        var round = await scene.Officer.OpenRoundAsync();
        await scene.Teacher.AskForAsync(round, scene.TeacherId, "CURRICULUM");
        await scene.Officer.CloseRoundAsync(round);
        const string frozen =
            "{ needsRounds { nodes { result { asked respondents topics { demand } } choices { groups(by: [TOPIC, CATEGORY, SCHOOL]) "
            + "{ label aggregate { count } } } participants { groups(by: [CATEGORY, SCHOOL]) { aggregate { count } } } } } }";
        var before = (await scene.Officer.QueryAsync(frozen)).ToString();
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        await scene.Registry.EndAsync(scene.Appointment, "2023-01-31");
        var school = await other.SchoolAsync("0430008", "โรงเรียนอนุบาล");
        await both.TryAppointAsync(scene.TeacherId, "2023-02-01", schoolId: school, category: "GOVERNMENT_EMPLOYEE");
        await other.RenameAsync(scene.TeacherId, "มานี ชื่อหลัง", "2023-03-01");
        (await scene.Officer.QueryAsync(frozen)).ToString().ShouldBe(before);
        before.ShouldContain("\"asked\":4,\"respondents\":1");
        foreach (
            var change in (string[])
                [
                    "DELETE FROM needs_choices",
                    "UPDATE needs_participants SET school_id = NULL",
                    "DELETE FROM needs_participants",
                ]
        )
            await Should.ThrowAsync<Npgsql.PostgresException>(() => Service.ExecuteSqlAsync(change));
    }

    [Fact]
    public async Task Somebody_who_answered_and_left_before_the_end_was_asked()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var scene = await DevelopmentScene.SetAsync(Service);
        var round = await scene.Officer.OpenRoundAsync();
        await scene.Teacher.AskForAsync(round, scene.TeacherId, "CURRICULUM");
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        await scene.Registry.EndAsync(scene.Appointment, "2023-01-31");
        await both.AppointAsync(
            scene.TeacherId,
            "2023-02-01",
            schoolId: await other.SchoolAsync("0430008", "โรงเรียนอนุบาล")
        );
        (await scene.Teacher.AskForAsync(round, scene.TeacherId, "UNIT_DESIGN")).ShouldContain("NOT_FOUND");
        (await scene.Officer.CloseRoundAsync(round)).ShouldContain("\"asked\":4,\"respondents\":1");
        (
            await scene.Officer.QueryAsync(
                "{ needsParticipants(where: { answeredAt: { neq: null } }) { nodes { school { name } person { name } } } }"
            )
        )
            .ToString()
            .ShouldBe("""{"needsParticipants":{"nodes":[{"school":{"name":"โรงเรียนบ้านหนองแวง"},"person":null}]}}""");
    }

    [Fact]
    public async Task Results_are_seen_by_the_offices_development_officers_alone()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var scene = await DevelopmentScene.SetAsync(Service);
        var round = await scene.Officer.OpenRoundAsync();
        await scene.Teacher.AskForAsync(round, scene.TeacherId, "CURRICULUM");
        await scene.Officer.CloseRoundAsync(round);
        foreach (var name in Somebody.All.Keys)
        {
            using var client = DevelopmentClient.Of(Service, name);
            var sees = name is "development officer" or "analyst who develops";
            var answer = (await client.QueryAsync(Results)).ToString();
            answer.Contains("\"respondents\":1", StringComparison.Ordinal).ShouldBe(sees, $"{name}: {answer}");
            answer.Contains("\"totalCount\":1", StringComparison.Ordinal).ShouldBe(sees, $"{name}: {answer}");
            answer.ShouldContain("\"status\":\"CLOSED\"");
        }

        (
            await scene.Teacher.QueryAsync(
                "{ needsChoices { nodes { topic { code } } } needsParticipants { totalCount } me { needs { totalCount } } }"
            )
        )
            .ToString()
            .ShouldBe(
                """{"needsChoices":{"nodes":[{"topic":{"code":"CURRICULUM"}}]},"needsParticipants":{"totalCount":1},"me":{"needs":{"totalCount":1}}}"""
            );
        (await scene.Director.QueryAsync("{ needsChoices { totalCount } }")).ToString().ShouldContain(":0");
    }

    [Fact]
    public async Task What_contradicts_the_round_is_refused_and_told()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var round = await scene.Officer.OpenRoundAsync();
        async Task RefusedAsync(string expected, params string[] topics) =>
            (await scene.Teacher.AskForAsync(round, scene.TeacherId, topics)).ShouldContain(expected);
        await RefusedAsync("\"field\":\"topics\"", "CURRICULUM", "UNIT_DESIGN", "LESSON_PLANS");
        await RefusedAsync("\"field\":\"topics\"", "CURRICULUM", "CURRICULUM");
        await RefusedAsync("\"field\":\"topics[1]\"", "CURRICULUM", "STUDENT_SUPPORT");
        await RefusedAsync("\"field\":\"topics[0]\"", "NO_SUCH");
        (await scene.Colleague.AskForAsync(round, scene.TeacherId, "CURRICULUM")).ShouldContain("NOT_FOUND");
        var nobody = await scene.Registry.PersonAsync("วีระ ยังว่าง");
        (await scene.Officer.AskForAsync(round, nobody, "CURRICULUM")).ShouldContain("NOT_FOUND");
        (
            await Should.ThrowAsync<InvalidOperationException>(() => scene.Officer.OpenRoundAsync())
        ).Message.ShouldContain("fiscalYear");
        (
            await Should.ThrowAsync<InvalidOperationException>(() => scene.Officer.OpenRoundAsync(2567, 4))
        ).Message.ShouldContain("mostTopics");
        var past = await scene.Officer.OpenRoundAsync(2565, closesOn: "2021-12-31");
        (await scene.Teacher.AskForAsync(past, scene.TeacherId, "CURRICULUM")).ShouldContain("INVALID_STATE");
        (await scene.Officer.AskForAsync(past, scene.TeacherId, "CURRICULUM")).ShouldContain("\"errors\":null");
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        (await elsewhere.CloseRoundAsync(round)).ShouldContain("AUTH_NOT_AUTHORIZED");
        (await elsewhere.AskForAsync(round, scene.TeacherId, "CURRICULUM")).ShouldContain("NOT_FOUND");
    }

    /// <summary>However answers and the end of the round come together, the result counts what is kept.</summary>
    [Fact]
    public async Task Answers_during_the_closing_are_counted_or_refused()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        for (var turn = 0; turn < 3; turn++)
        {
            var round = await scene.Officer.OpenRoundAsync(2566 + turn);
            var asking = Task.WhenAll(
                scene.Teacher.AskForAsync(round, scene.TeacherId, "CURRICULUM"),
                scene.Teacher.AskForAsync(round, scene.TeacherId, "CURRICULUM"),
                scene.Colleague.AskForAsync(round, scene.ColleagueId, "CURRICULUM"),
                scene.Director.AskForAsync(round, scene.DirectorId, "CURRICULUM")
            );
            var closed = await scene.Officer.CloseRoundAsync(round);
            foreach (var answer in await asking)
                (
                    answer.Contains("\"errors\":null", StringComparison.Ordinal)
                    || answer.Contains("INVALID_STATE", StringComparison.Ordinal)
                ).ShouldBeTrue(answer);
            var kept = (
                await scene.Officer.QueryAsync($"{{ needsRound(id: \"{round}\") {{ choices {{ totalCount }} }} }}")
            )
                .GetProperty("needsRound")
                .GetProperty("choices")
                .GetProperty("totalCount")
                .GetInt32();
            closed.ShouldContain($"\"respondents\":{kept},");
            closed.ShouldContain($"\"demand\":{kept},");
        }
    }

    [Fact]
    public async Task The_topics_of_the_printed_survey_are_those_of_the_catalogue()
    {
        var read = await Service.QueryAsync(
            "{ offices { nodes { needsSurveys { topics { name developmentTopic { code name } } } } } developmentTopics { totalCount } }"
        );
        var topics = read.GetProperty("offices")
            .GetProperty("nodes")[0]
            .GetProperty("needsSurveys")[0]
            .GetProperty("topics")
            .EnumerateArray()
            .ToList();
        topics.Count.ShouldBe(17);
        topics
            .Select(topic => topic.GetProperty("developmentTopic").GetProperty("code").GetString())
            .Distinct()
            .Count()
            .ShouldBe(17);
        read.GetProperty("developmentTopics").GetProperty("totalCount").GetInt32().ShouldBe(17);
    }

    [Fact]
    public async Task The_catalogues_are_public()
    {
        (
            await Service.QueryAsync(
                "{ competencies { groups(by: [KIND]) { aggregate { count } } } developmentMethods { nodes { code source } } }"
            )
        )
            .ToString()
            .ShouldStartWith(
                """{"competencies":{"groups":[{"aggregate":{"count":5}},{"aggregate":{"count":6}}]},"developmentMethods":{"nodes":[{"code":"COACHING","source":"แผน"""
            );
    }
}
