using System.Globalization;
using System.Text.Json;
using CsCheck;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.People;
using TeacherDevPlan.Domain.Access;
using static TeacherDevPlan.Api.Tests.Careers.AwardClient;

namespace TeacherDevPlan.Api.Tests.Careers;

/// <summary>Awards through the API: what is refused, who sees what, and what a merge and an erasure leave.</summary>
public sealed class AwardTests(PlanService service) : LedgerTestsBase(service)
{
    private const string All =
        "{ awards { totalCount nodes { status level works note programme { name } person { name } } groups(by: [STATUS]) { label aggregate { count } } } }";

    /// <summary>As project 5 of the plan names them, with the office's own ones last.</summary>
    private static readonly string[] OfProjectFive =
    [
        "OBEC Awards",
        "รางวัลครูผู้สอนดีเด่น",
        "รางวัลครูผู้สอนภาษาไทยดีเด่น",
        "รางวัลข้าราชการพลเรือนดีเด่น",
        "รางวัลครูดีในดวงใจ",
        "รางวัลคนดีศรีหนองคาย",
        "รางวัลอื่นๆ ของหน่วยงานอื่น",
    ];

    [Fact]
    public async Task The_awards_of_project_five_are_told_by_programme_level_year_and_by_whether_they_came_in_time()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new AwardClient(scene.Officer);
        var project = await ProjectAsync(5);
        var programmes = new List<string>();
        foreach (var (index, name) in OfProjectFive.Index())
            programmes.Add(IdOf(await officer.ProgrammeAsync($"P{index}", name), "programme"));
        string[] people = [scene.TeacherId, scene.ColleagueId, scene.SupervisorId, scene.DirectorId];
        string[] levels = ["OFFICE", "PROVINCE", "REGION", "NATIONAL"];
        var expected = new List<(string Programme, string Level, bool InTime, bool Awarded)>();
        foreach (var (index, programme) in programmes.Index())
        {
            var (level, late, awarded) = (levels[index % 4], index % 3 == 0, index % 2 == 0);
            var award = IdOf(
                await officer.NominateAsync(
                    people[index % 4],
                    programme,
                    ("level", level),
                    ("projectId", project),
                    ("nominatedOn", late ? "2022-12-16" : "2022-12-15")
                )
            );
            (string, object?)[] outcome = awarded ? [("distinction", "ดีเด่น")] : [("status", "NOT_AWARDED")];
            (await officer.DecideAsync(award, 1, outcome)).ToString().ShouldContain("\"version\":2");
            expected.Add((OfProjectFive[index], level, !late, awarded));
        }

        var told = await scene.Officer.QueryAsync(
            $"{{ project(id: \"{project}\") {{ awards {{ "
                + "programmes: groups(by: [PROGRAMME]) { label aggregate { count } } levels: groups(by: [LEVEL]) { label aggregate { count } } "
                + "years: groups(by: [FISCAL_YEAR]) { label aggregate { count } } status: groups(by: [STATUS]) { label aggregate { count } } "
                + "inTime: groups(by: [IN_TIME, STATUS]) { key { inTime status } aggregate { count } } } } }"
        );
        var awards = told.GetProperty("project").GetProperty("awards");
        Counts(awards.GetProperty("programmes")).ShouldBe(CountsOf(expected.Select(one => one.Programme)));
        Counts(awards.GetProperty("levels")).ShouldBe(CountsOf(expected.Select(one => one.Level)));
        Counts(awards.GetProperty("years")).ShouldBe(CountsOf(expected.Select(_ => "2566")));
        // The first indicator of the project: handed in in time, and awarded.
        awards
            .GetProperty("inTime")
            .EnumerateArray()
            .Where(group =>
                group.GetProperty("key").GetProperty("inTime").GetBoolean()
                && group.GetProperty("key").GetProperty("status").GetString() == "AWARDED"
            )
            .Sum(group => group.GetProperty("aggregate").GetProperty("count").GetInt32())
            .ShouldBe(expected.Count(one => one is { InTime: true, Awarded: true }));
    }

    [Fact]
    public async Task The_person_leaders_and_officers_see_an_award_and_nobody_else_does()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new AwardClient(scene.Officer);
        var programme = IdOf(await officer.ProgrammeAsync(), "programme");
        var project = await ProjectAsync(5);
        var award = IdOf(await officer.NominateAsync(scene.TeacherId, programme, ("projectId", project)));
        (await officer.DecideAsync(award, 1, ("note", "มติเอกฉันท์"))).ToString().ShouldContain("AWARDED");
        foreach (var who in new[] { scene.Officer, scene.Teacher, scene.Supervisor, scene.Director })
        {
            (await who.QueryAsync(All)).ToString().ShouldContain("มติเอกฉันท์");
            (await who.QueryAsync($"{{ award(id: \"{award}\") {{ works }} }}")).ToString().ShouldContain("นวัตกรรม");
        }

        foreach (var client in scene.Strangers())
        {
            var told = await client.AskAsync(
                $"{{ awards {{ totalCount nodes {{ works }} groups(by: [STATUS]) {{ label aggregate {{ count }} }} }} award(id: \"{award}\") {{ works }} "
                    + $"node(id: \"{award}\") {{ id }} project(id: \"{project}\") {{ awards {{ totalCount }} }} schools {{ nodes {{ awards {{ totalCount }} }} }} "
                    + "awardProgrammes { nodes { name awards { totalCount } } } }"
            );
            told.ToString().ShouldContain("รางวัลคุรุสดุดี");
            told.ToString().ShouldNotContain("\"totalCount\":1");
            told.ToString().ShouldNotContain("นวัตกรรม");
            told.ToString().ShouldNotContain("AWARDED");
            told.GetProperty("data").GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        // The person is told who read it.
        (await scene.Teacher.QueryAsync("{ me { readings { nodes { reader } } awards { nodes { works } } } }"))
            .ToString()
            .ShouldContain("นวัตกรรม");
        (await scene.Teacher.QueryAsync("{ me { readings { totalCount } } }"))
            .GetProperty("me")
            .GetProperty("readings")
            .GetProperty("totalCount")
            .GetInt32()
            .ShouldBeGreaterThanOrEqualTo(3);
        var page = await scene.OwnPageAsync();
        foreach (var text in new[] { "รางวัลคุรุสดุดี", "นวัตกรรมการสอนอ่าน", "ได้รับรางวัล", "ประกาศที่ ๙/๒๕๖๖" })
            page.ShouldContain(text);
        // Those who read the trail do not read why a person was nominated.
        (
            await Service.ColumnAsync(
                "SELECT concat(action, before, after, reason) FROM audit_records WHERE concat(before, after, reason) ~ 'สอนอ่าน|เอกฉันท์|มานี รักเรียน'"
            )
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task Each_input_that_is_refused_is_named()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        using var administrator = DevelopmentClient.Of(Service, "administrator");
        using var far = new RegistryClient(Service, Somebody.OtherOffice);
        var (officer, other) = (new AwardClient(scene.Officer), new AwardClient(elsewhere));
        var stranger = await far.PersonAsync("คนไกล");
        var programme = IdOf(await officer.ProgrammeAsync(validTo: "2022-12-31"), "programme");
        var theirs = IdOf(await other.ProgrammeAsync(officeCode: Somebody.OtherOffice), "programme");
        var ofMinistry = IdOf(await new AwardClient(administrator).ProgrammeAsync(officeCode: null), "programme");
        (await officer.ProgrammeAsync(officeCode: null)).ToString().ShouldContain("AUTH_NOT_AUTHORIZED");
        (await officer.ProgrammeAsync(officeCode: Somebody.OtherOffice))
            .ToString()
            .ShouldContain("AUTH_NOT_AUTHORIZED");
        (await new AwardClient(administrator).ProgrammeAsync()).ToString().ShouldContain("AUTH_NOT_AUTHORIZED");
        (await officer.ProgrammeAsync()).ToString().ShouldContain("CONFLICT");
        (await officer.ProgrammeAsync("X", validFrom: "2023-01-02", validTo: "2023-01-01"))
            .ToString()
            .ShouldContain("\"field\":\"validTo\"");
        (await officer.NominateAsync(scene.TeacherId, theirs)).ToString().ShouldContain("NOT_FOUND");
        (await officer.NominateAsync(stranger, programme)).ToString().ShouldContain("NOT_FOUND");
        (await officer.NominateAsync(null, programme)).ToString().ShouldContain("\"field\":\"personId\"");
        (await officer.NominateAsync(scene.TeacherId, programme, ("awardId", "x")))
            .ToString()
            .ShouldContain("\"field\":\"awardId\"");
        (await officer.NominateAsync(scene.TeacherId, programme, ("nominatedOn", "2999-01-01"), ("dueOn", null)))
            .ToString()
            .ShouldContain("\"field\":\"nominatedOn\"");
        (await officer.NominateAsync(scene.TeacherId, programme, ("nominatedOn", "2023-01-01")))
            .ToString()
            .ShouldContain("\"field\":\"programmeId\"");
        foreach (
            var (field, wrong) in new (string, object)[]
            {
                ("nominatedOn", "0001-01-01"),
                ("dueOn", "9999-12-31"),
                ("fiscalYear", 2600),
            }
        )
        {
            (await officer.NominateAsync(scene.TeacherId, programme, (field, wrong)))
                .ToString()
                .ShouldContain($"\"field\":\"{field}\"");
        }

        (await officer.ProgrammeAsync("UNSEEN", "\u200b\u200b")).ToString().ShouldContain("\"field\":\"name\"");
        (await officer.ProgrammeAsync("OLD", validFrom: "0001-01-01"))
            .ToString()
            .ShouldContain("\"field\":\"validFrom\"");
        (await officer.NominateAsync(scene.TeacherId, programme, ("projectId", scene.TeacherId)))
            .ToString()
            .ShouldContain("NOT_FOUND");
        var award = IdOf(await officer.NominateAsync(scene.TeacherId, programme));
        IdOf(await officer.NominateAsync(scene.TeacherId, ofMinistry)).ShouldNotBeEmpty();
        IdOf(await officer.NominateAsync(scene.TeacherId, programme, ("division", "ปฐมวัย"))).ShouldNotBeEmpty();
        (await officer.NominateAsync(scene.TeacherId, programme)).ToString().ShouldContain("INVALID_STATE");
        (await officer.NominateAsync(null, programme, ("awardId", award), ("expectedVersion", 7)))
            .ToString()
            .ShouldContain("CONFLICT");
        foreach (
            var (field, wrong) in new (string, (string, object?)[])[]
            {
                ("status", [("status", "NOMINATED"), ("decidedBy", null), ("orderNumber", null)]),
                ("decidedOn", [("decidedOn", "2022-11-30")]),
                ("decidedOn", [("decidedOn", "2999-01-01")]),
                ("decidedBy", [("decidedBy", " ")]),
                ("orderNumber", [("orderNumber", null)]),
                ("distinction", [("status", "NOT_AWARDED"), ("distinction", "ดีเด่น")]),
                ("note", [.. Withdrawal, ("note", null)]),
                ("decidedBy", [.. Withdrawal, ("decidedBy", "คุรุสภา")]),
                ("orderNumber", [.. Withdrawal, ("orderNumber", "๙")]),
                ("committeeId", [("committeeId", award)]),
            }
        )
            (await officer.DecideAsync(award, 1, wrong)).ToString().ShouldContain($"\"field\":\"{field}\"");
        (await other.DecideAsync(award)).ToString().ShouldContain("NOT_FOUND");
        (await officer.DecideAsync(award, 2)).ToString().ShouldContain("CONFLICT");
        var committee = new CareerClient(scene.Officer);
        var past = await committee.CommitteeAsync([CareerClient.Member(scene.DirectorId)], to: "2023-01-15");
        var present = await committee.CommitteeAsync([CareerClient.Member(scene.DirectorId)], to: "2023-01-16");
        (await officer.DecideAsync(award, 1, ("committeeId", IdOf(past, "committee"))))
            .ToString()
            .ShouldContain("\"field\":\"committeeId\"");
        (await officer.DecideAsync(award, 1, ("committeeId", IdOf(present, "committee")), ("orderNumber", null)))
            .ToString()
            .ShouldContain("AWARDED");
        (await officer.NominateAsync(null, programme, ("awardId", award), ("expectedVersion", 2)))
            .ToString()
            .ShouldContain("INVALID_STATE");
        // A wrong decision is corrected; what was withdrawn makes room for another nomination, and then stays withdrawn.
        (await officer.DecideAsync(award, 2, Withdrawal))
            .ToString()
            .ShouldContain("WITHDRAWN");
        IdOf(await officer.NominateAsync(scene.TeacherId, programme)).ShouldNotBe(award);
        (await officer.DecideAsync(award, 3)).ToString().ShouldContain("INVALID_STATE");
    }

    [Fact]
    public async Task Whatever_is_sent_is_saved_or_refused_with_a_typed_error()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new AwardClient(scene.Officer);
        var programme = IdOf(await officer.ProgrammeAsync(), "programme");
        var known = IdOf(await officer.NominateAsync(scene.TeacherId, programme));
        var day = OneOf<object?>("0001-01-01", "2022-12-01", "2023-01-16", "9999-12-31", null);
        var text = OneOf<object?>(null, "", "\u0000", " ", "ก", "' OR 1=1 --", new string('ก', 10_001), "🏅");
        var id = OneOf<object?>(null, "x", known, programme, scene.TeacherId, scene.ColleagueId);
        var number = OneOf<object?>(-1, 0, 1, 2, 2566, 2700, int.MaxValue);
        var nominations = Gen.Select(id, id, number, Gen.OneOf(Gen.Const<object?>(programme), id), text)
            .SelectMany(one =>
                Gen.Select(
                    number,
                    day,
                    day,
                    id,
                    text,
                    (year, on, due, project, works) =>
                        new (string, object?)[]
                        {
                            ("awardId", one.Item1),
                            ("personId", one.Item2),
                            ("expectedVersion", one.Item3),
                            ("programmeId", one.Item4 ?? "x"),
                            ("division", one.Item5),
                            ("fiscalYear", year),
                            ("nominatedOn", on ?? "2022-12-01"),
                            ("dueOn", due),
                            ("projectId", project),
                            ("works", works),
                        }
                )
            );
        var decisions = Gen.Select(id, number, OneOf("NOMINATED", "AWARDED", "NOT_AWARDED", "WITHDRAWN"), day, text)
            .SelectMany(one =>
                Gen.Select(
                    text,
                    id,
                    text,
                    text,
                    (distinction, committee, order, note) =>
                        new (string, object?)[]
                        {
                            ("awardId", one.Item1 ?? "x"),
                            ("expectedVersion", one.Item2),
                            ("status", one.Item3),
                            ("decidedOn", one.Item4 ?? "2023-01-16"),
                            ("decidedBy", one.Item5),
                            ("distinction", distinction),
                            ("committeeId", committee),
                            ("orderNumber", order),
                            ("note", note),
                        }
                )
            );
        await Gen.Select(nominations, decisions)
            .SampleAsync(
                async (nomination, decision) =>
                {
                    ShouldBeTyped(await officer.NominateAsync(null, "x", nomination));
                    ShouldBeTyped(await officer.DecideAsync("x", 1, decision));
                },
                iter: 60,
                threads: 1
            );
    }

    [Fact]
    public async Task Nobody_nominates_or_decides_about_oneself_and_nobody_who_was_erased_is_nominated()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        using var both = new DevelopmentClient(
            Service,
            Service.Token([Role.DevelopmentOfficer], [PlanService.Office], name: "teacher")
        );
        var (officer, self) = (new AwardClient(scene.Officer), new AwardClient(both));
        var programme = IdOf(await officer.ProgrammeAsync(), "programme");
        (await self.NominateAsync(scene.TeacherId, programme)).ToString().ShouldContain("NOT_IN_CHARGE");
        var award = IdOf(await officer.NominateAsync(scene.TeacherId, programme));
        (await self.NominateAsync(null, programme, ("awardId", award), ("expectedVersion", 1)))
            .ToString()
            .ShouldContain("NOT_IN_CHARGE");
        (await self.DecideAsync(award)).ToString().ShouldContain("NOT_IN_CHARGE");
        (await self.NominateAsync(scene.ColleagueId, programme)).ToString().ShouldContain("NOMINATED");
        await scene.EraseAsync(scene.SupervisorId);
        var erased = (await officer.NominateAsync(scene.SupervisorId, programme)).ToString();
        erased.ShouldContain("VALIDATION_FAILED");
        erased.ShouldContain("\"field\":\"personId\"");
    }

    [Fact]
    public async Task The_code_of_a_programme_is_the_same_in_whatever_case_and_stays_as_it_was_first_given()
    {
        using var officer = DevelopmentClient.Of(Service, "development officer");
        using var administrator = DevelopmentClient.Of(Service, "administrator");
        var awards = new AwardClient(officer);
        var saved = IdOf(await awards.ProgrammeAsync("FT1"), "programme");
        (await awards.ProgrammeAsync("ft1")).ToString().ShouldContain("CONFLICT");
        IdOf(await awards.ProgrammeAsync("Ft1", "รางวัลใหม่", expectedVersion: 1), "programme").ShouldBe(saved);
        // Each owner has codes of its own.
        IdOf(await new AwardClient(administrator).ProgrammeAsync("ft1", officeCode: null), "programme")
            .ShouldNotBe(saved);
        (await Service.ColumnAsync("SELECT code || ' ' || version FROM award_programmes ORDER BY version")).ShouldBe([
            "ft1 1",
            "FT1 2",
        ]);
        // Two that are there from before are told apart by the code as it is given.
        await Service.ExecuteSqlAsync(
            "INSERT INTO award_programmes (id, office_id, code, name, grantor, source, version) "
                + "SELECT gen_random_uuid(), office_id, 'fT1', name, grantor, source, 7 FROM award_programmes WHERE code = 'FT1'"
        );
        (await awards.ProgrammeAsync("fT1", expectedVersion: 7)).ToString().ShouldContain("\"version\":8");
        IdOf(await awards.ProgrammeAsync("FT1", expectedVersion: 2), "programme").ShouldBe(saved);
    }

    [Fact]
    public async Task Many_clients_nominate_a_person_once_and_a_repeated_request_is_answered_as_the_first()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new AwardClient(scene.Officer);
        var programme = IdOf(await officer.ProgrammeAsync(), "programme");
        (await officer.NominateAsync(scene.TeacherId, programme, ("dryRun", true)))
            .ToString()
            .ShouldContain("NOMINATED");
        (await Service.ColumnAsync("SELECT id::text FROM awards")).ShouldBeEmpty();
        var sent = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(_ => officer.NominateAsync(scene.TeacherId, programme))
        );
        sent.Count(one => one.GetProperty("award").ValueKind == JsonValueKind.Object).ShouldBe(1);
        sent.Count(one => one.ToString().Contains("INVALID_STATE", StringComparison.Ordinal)).ShouldBe(19);
        var first = await officer.NominateAsync(scene.ColleagueId, programme, ("idempotencyKey", "again"));
        var again = await officer.NominateAsync(scene.ColleagueId, programme, ("idempotencyKey", "again"));
        again.ToString().ShouldBe(first.ToString());
        (await Service.ColumnAsync("SELECT count(*)::text FROM awards")).ShouldBe(["2"]);
        // The outcome is which nomination it was; the nomination is told as it is by then.
        await officer.DecideAsync(IdOf(first), 1, Withdrawal);
        (await officer.NominateAsync(scene.ColleagueId, programme, ("idempotencyKey", "again")))
            .ToString()
            .ShouldContain($"\"id\":\"{IdOf(first)}\",\"version\":2,\"status\":\"WITHDRAWN\"");
    }

    [Fact]
    public async Task An_award_moves_with_a_merge_and_back_and_the_same_one_twice_refuses_it()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        using var own = new RegistryClient(Service, PlanService.Office);
        var officer = new AwardClient(client);
        var kept = await own.PersonAsync("มานี หลังแต่งงาน");
        var duplicate = await own.PersonAsync("มานี ก่อนแต่งงาน");
        var programme = IdOf(await officer.ProgrammeAsync(), "programme");
        var twice = IdOf(await officer.NominateAsync(kept, programme));
        var award = IdOf(await officer.NominateAsync(duplicate, programme));
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, duplicate)).ShouldContain("BOTH_HAVE_ROWS");
        (await officer.DecideAsync(twice, 1, Withdrawal)).ToString().ShouldContain("WITHDRAWN");
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, duplicate)).ShouldBeEmpty();
        var who = $"{{ award(id: \"{award}\") {{ person {{ name }} }} }}";
        (await own.QueryAsync(who)).ToString().ShouldContain("มานี หลังแต่งงาน");
        await own.SendAsync("unmergePeople", "person { id }", new { duplicateId = duplicate, reason = "คนละคน" });
        (await own.QueryAsync(who)).ToString().ShouldContain("มานี ก่อนแต่งงาน");
    }

    [Fact]
    public async Task An_erased_name_is_gone_from_awards_of_every_office_of_the_time()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new AwardClient(scene.Officer);
        var programme = IdOf(await officer.ProgrammeAsync(), "programme");
        var award = IdOf(
            await officer.NominateAsync(scene.TeacherId, programme, ("works", "ครูมานี รักเรียน ทำสื่อการสอนอ่าน"))
        );
        (await officer.DecideAsync(award, 1, ("note", "นางสาวมานี รักเรียน ได้คะแนนสูงสุด")))
            .ToString()
            .ShouldContain("AWARDED");
        await scene.Registry.EndAsync(scene.Appointment, "2023-04-30");
        await scene.AppointElsewhereAsync(scene.TeacherId);
        await scene.EraseAsync(scene.TeacherId);
        (await scene.Officer.QueryAsync(All)).ToString().ShouldContain("ทำสื่อการสอนอ่าน");
        (
            await Service.ColumnAsync("SELECT count(*)::text FROM awards WHERE concat(works, note) ~ 'มานี|รักเรียน'")
        ).ShouldBe(["0"]);
    }

    /// <summary>Something was saved, or each error has a code of its own; nothing went wrong inside.</summary>
    private static void ShouldBeTyped(JsonElement sent)
    {
        if (sent.TryGetProperty("award", out var award) && award.ValueKind == JsonValueKind.Object)
            return;
        var codes = sent.GetProperty("errors")
            .EnumerateArray()
            .Select(error =>
                error.TryGetProperty("code", out var code)
                    ? code.GetString()
                    : error.GetProperty("extensions").GetProperty("code").GetString()
            )
            .ToList();
        codes.ShouldNotBeEmpty();
        codes.ShouldAllBe(code => code != "INTERNAL_ERROR", sent.ToString());
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Dictionary<string, int> Counts(JsonElement groups) =>
        groups
            .EnumerateArray()
            .ToDictionary(
                group => group.GetProperty("label").ToString(),
                group => group.GetProperty("aggregate").GetProperty("count").GetInt32()
            );

    private static Dictionary<string, int> CountsOf(IEnumerable<string> values) =>
        values.CountBy(value => value).ToDictionary(StringComparer.Ordinal);

    private async Task<string> ProjectAsync(int number) =>
        (
            await Service.QueryAsync(
                $"{{ projects(where: {{ number: {{ eq: {number.ToString(CultureInfo.InvariantCulture)} }} }}) {{ nodes {{ id }} }} }}"
            )
        )
            .GetProperty("projects")
            .GetProperty("nodes")[0]
            .GetProperty("id")
            .GetString()!;
}
