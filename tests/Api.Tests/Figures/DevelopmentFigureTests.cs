using System.Text.Json;
using Mediator;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.People.Figures;

namespace TeacherDevPlan.Api.Tests.Figures;

/// <summary>Figures about development through the API: exact ones for the office, settled ones for everybody else.</summary>
public sealed class DevelopmentFigureTests(PlanService service) : ResultTestsBase(service)
{
    private const string Rows =
        "basis quarter unsplitCost othersCost rows { key inPost developed coverage askingPeople metPeople metShare needsAsked needsMet participants completions "
        + "hours cost costPerParticipant withheld }";

    /// <summary>People 1 to n with a main appointment.</summary>
    private const string People = """
        WITH added AS (
            INSERT INTO people (id, office_id, title, name, status)
            SELECT ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, o.id, '', 'คน ' || n, 'ACTIVE'
            FROM offices o, generate_series(1, COUNT) n WHERE o.code = 'TH-43-P2' RETURNING id, office_id)
        INSERT INTO appointments (id, person_id, record_office_id, office_id, category_id, title, name, position, held_from, is_main)
        SELECT gen_random_uuid(), p.id, p.office_id, p.office_id, c.id, '', 'คน', 'ครู', '2020-05-16', true
        FROM added p, staff_categories c WHERE c.code = 'TEACHER_CIVIL_SERVANT';
        INSERT INTO courses (id, code, name, hours, version) VALUES ('00000000-0000-0000-0000-0000000000c1', 'C', 'ก', 6, 1);
        INSERT INTO course_subjects (id, course_id, number, topic_id)
        SELECT gen_random_uuid(), c.id, 1, t.id FROM courses c, development_topics t WHERE t.code = 'CURRICULUM'
        """;

    [Fact]
    public async Task The_office_sees_exact_figures_and_everybody_else_settled_ones()
    {
        var (_, activities) = await Ledger.ProjectAsync(2);
        await Ledger.PayAsync(activities[0], 1000);
        await Ledger.PayAsync(activities[1], 50.05m);
        await Service.ExecuteSqlAsync(People.Replace("COUNT", "4", StringComparison.Ordinal));
        await OfferingAsync("a1", 2566, "TRAINING", "2022-11-10", withCourse: true, activities[0]);
        await OfferingAsync("a2", 2566, "STUDY_VISIT", "2023-02-10", withCourse: false, null);
        await OfferingAsync("a3", 2566, "TRAINING", "2023-03-10", withCourse: false, activities[1]);
        await TookAsync("a1", 2566, "2022-11-12", 180, 1);
        await TookAsync("a1", 2566, "2022-11-12", 60, 2, status: "NOT_COMPLETED");
        await TookAsync("a1", 2566, "2022-11-12", 120, 4);
        await TookAsync("a2", 2566, "2023-02-12", 90, 1);
        await TookAsync("a2", 2566, "2023-02-12", 90, 2);
        await TookAsync("a3", 2566, "2023-03-12", 0, 3, status: "ABSENT");
        await NeedsAsync(2566, "2022-10-20", ("CURRICULUM", 1, 2), ("LESSON_PLANS", 2, 2));
        var office = await SummaryAsync("development officer", "OFFICE");
        office
            .ToString()
            .ShouldBe(
                """{"basis":"EXACT","quarter":null,"unsplitCost":50.05,"othersCost":0.00,"rows":[{"key":"TH-43-P2","inPost":4,"developed":3,"coverage":75.00,"askingPeople":2,"metPeople":1,"metShare":50.00,"needsAsked":3,"needsMet":1,"participants":5,"completions":4,"hours":8.00,"cost":1000.00,"costPerParticipant":333.33,"withheld":0}]}"""
            );
        await ShouldTellAsync("PROVINCE", "TH-43: 4 3 2 5 8.00 1000.00");
        await ShouldTellAsync("CATEGORY", "TEACHER_CIVIL_SERVANT: 4 3 2 5 8.00 1000.00");
        await ShouldTellAsync(
            "TOPIC",
            ": 4 2 0 2 3.00 0.00",
            "CURRICULUM: 4 2 2 3 5.00 1000.00",
            "LESSON_PLANS: 4 0 1 0 0.00 0.00"
        );
        await ShouldTellAsync("METHOD", "STUDY_VISIT: 4 2 null 2 3.00 0.00", "TRAINING: 4 2 null 3 5.00 1000.00");
        await ShouldTellAsync("QUARTER", "Q1: 4 2 null 3 5.00 1000.00", "Q2: 4 2 null 2 3.00 0.00");
        (await SummaryAsync("development officer", "PROJECT")).GetProperty("rows").GetArrayLength().ShouldBe(2);
        (await SummaryAsync("development officer", "SCHOOL")).GetProperty("rows").GetArrayLength().ShouldBe(1);
        foreach (var caller in Somebody.All.Keys.Except(["development officer", "analyst who develops"]))
        {
            (await SummaryAsync(caller, "OFFICE"))
                .ToString()
                .ShouldBe(
                    """{"basis":"SETTLED","quarter":null,"unsplitCost":null,"othersCost":null,"rows":[]}""",
                    caller
                );
        }

        using var nobody = Service.ClientOf("nobody");
        PlanService
            .CodeOf(
                await Service.AskAsync(
                    "{ developmentSummary(fiscalYear: 2566, groupBy: PROJECT) { basis } }",
                    client: nobody
                )
            )
            .ShouldBe("NOT_PUBLISHED");
        (
            await Service.QueryAsync(
                "{ auditLog(where: { kind: { eq: READ } }, last: 1) { nodes { subjects } } }",
                client: Service.ClientOf("administrator")
            )
        )
            .ToString()
            .ShouldContain("Enrollment.person");
    }

    [Fact]
    public async Task Settled_figures_tell_no_small_number_of_a_quarter_or_a_measure()
    {
        await Service.ExecuteSqlAsync(People.Replace("COUNT", "60", StringComparison.Ordinal));
        await OfferingAsync("a1", 2569, "TRAINING", "2025-11-10", withCourse: true, null);
        await OfferingAsync("a2", 2569, "STUDY_VISIT", "2025-12-20", withCourse: false, null);
        await TookAsync("a1", 2569, "2025-11-12", 180, [.. Enumerable.Range(1, 28)]);
        // Recorded late, but within the days to record; and too late for the quarter.
        await TookAsync("a1", 2569, "2026-01-13T16:59:00Z", 180, 29, 30);
        await TookAsync("a1", 2569, "2026-01-13T17:01:00Z", 180, 31, 32, 33);
        await TookAsync("a2", 2569, "2025-12-21", 60, [.. Enumerable.Range(1, 10)]);
        await NeedsAsync(2569, "2025-10-20", ("CURRICULUM", 11, 40), ("LESSON_PLANS", 5, 14));
        (await SettleAsync("2026-01-14")).ShouldBeGreaterThan(0);
        await ShouldShowAsync("OFFICE", "Q1", "TH-43-P2: 60 30 50.00 36 20");
        await ShouldShowAsync("PROVINCE", "Q1", "TH-43: 60 30 50.00 36 20");
        await ShouldShowAsync("CATEGORY", "Q1", "TEACHER_CIVIL_SERVANT: 60 30 50.00 null null");
        await ShouldShowAsync("METHOD", "Q1", "STUDY_VISIT: 60 10 16.67 null null", "TRAINING: 60 30 50.00 null null");
        await ShouldShowAsync("TOPIC", "Q1", "CURRICULUM: 60 30 50.00 30 20", "LESSON_PLANS: 60 0 0.00 10 0");
        // Three more would be the difference between two quarters.
        await SettleAsync("2026-04-20");
        await ShouldShowAsync("OFFICE", "Q2", "TH-43-P2: null null null null null");
        (await SummaryAsync("viewer", "QUARTER", year: 2569, office: null))
            .GetProperty("rows")
            .EnumerateArray()
            .Select(row => $"{row.GetProperty("key")} {row.GetProperty("developed")} {row.GetProperty("withheld")}")
            .ShouldBe(["Q1 30 0", "Q2  2"]);
        await CleanFiguresAsync();
    }

    [Fact]
    public async Task Settled_figures_by_topic_and_form_are_of_everybody_in_post()
    {
        const string offices = """
            INSERT INTO offices (id, code, name, kind, province, province_code, published)
            SELECT ('00000000-0000-0000-0000-00000000b00' || n)::uuid, 'TH-99-P' || n, 'ข', 'PRIMARY', 'ข', 'TH-99', true FROM generate_series(1, 3) n
            """;
        // With nobody who learnt anything, with few who did, and with few in post.
        const string others = """
            WITH added AS (
                INSERT INTO people (id, office_id, title, name, status)
                SELECT ('00000000-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid, o.id, '', 'คน ' || n, 'ACTIVE'
                FROM (VALUES ('TH-99-P1', 1001, 1100), ('TH-99-P2', 2001, 2070), ('TH-99-P3', 3001, 3003)) v (code, first, last)
                JOIN offices o ON o.code = v.code CROSS JOIN generate_series(v.first, v.last) n RETURNING id, office_id)
            INSERT INTO appointments (id, person_id, record_office_id, office_id, category_id, title, name, position, held_from, is_main)
            SELECT gen_random_uuid(), p.id, p.office_id, p.office_id, c.id, '', 'คน', 'ครู', '2020-05-16', true
            FROM added p, staff_categories c WHERE c.code = 'TEACHER_CIVIL_SERVANT'
            """;
        await Service.ExecuteSqlAsync(offices);
        await Service.ExecuteSqlAsync(People.Replace("COUNT", "100", StringComparison.Ordinal));
        await Service.ExecuteSqlAsync(others);
        await OfferingAsync("a1", 2569, "TRAINING", "2025-11-10", withCourse: true, null);
        await TookAsync("a1", 2569, "2025-11-12", 180, [.. Enumerable.Range(1, 50), 2001, 2002, 2003]);
        await SettleAsync("2026-01-14");
        await ShouldShowCountryAsync("TOPIC", "CURRICULUM 200 50 25.00 2");
        await ShouldShowCountryAsync("METHOD", "TRAINING 200 50 25.00 2");
        await ShouldShowAsync("TOPIC", "Q1", "CURRICULUM: 100 50 50.00 null null");

        async Task ShouldShowCountryAsync(string key, string row) =>
            (await SummaryAsync("nobody", key, 2569, office: null))
                .GetProperty("rows")
                .EnumerateArray()
                .Select(one =>
                    string.Join(
                        ' ',
                        one.GetProperty("key"),
                        one.GetProperty("inPost"),
                        one.GetProperty("developed"),
                        one.GetProperty("coverage").GetRawText(),
                        one.GetProperty("withheld")
                    )
                )
                .ShouldBe([row]);
    }

    [Fact]
    public async Task Results_of_other_indicators_and_measures_of_the_office_are_compared()
    {
        await Service.ExecuteSqlAsync(People.Replace("COUNT", "72", StringComparison.Ordinal));
        await OfferingAsync("a1", 2566, "TRAINING", "2022-11-10", withCourse: true, null);
        await OfferingAsync("a2", 2566, "STUDY_VISIT", "2023-02-10", withCourse: false, null);
        await TookAsync("a1", 2566, "2022-11-12", 180, [.. Enumerable.Range(1, 14)]);
        await TookAsync("a2", 2566, "2023-02-12", 90, 15, 16);
        var indicators = await IndicatorsAsync();
        await AcceptAsync(await ProposeAsync(indicators[0]), "\"errors\":null");
        var learnt = await ProposeAsync(indicators[1], "TOPICS_LEARNT", ["CURRICULUM"]);
        Told(learnt).ShouldStartWith("14/72");
        await AcceptAsync(learnt, "differs by fewer than 5 people");
        await TookAsync("a2", 2566, "2023-02-12", 90, 17, 18, 19);
        await AcceptAsync(await ProposeAsync(indicators[0]), "INVALID_STATE");
        await TookAsync("a2", 2566, "2023-02-12", 90, 20, 21);
        await TookAsync("a1", 2566, "2023-02-12", 90, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31);
        learnt = await ProposeAsync(indicators[1], "TOPICS_LEARNT", ["CURRICULUM"]);
        Told(learnt).ShouldStartWith("24/72");
        await AcceptAsync(learnt, "\"errors\":null");
        var both = await ProposeAsync(indicators[0], "TOPICS_LEARNT", ["CURRICULUM", "LESSON_PLANS"]);
        await AcceptAsync(both, "topics or forms");
        (
            await SendAsync(
                "proposeIndicatorResult",
                new { measure = "COVERAGE", idempotencyKey = Ledger.NewKey() },
                "proposal { id }",
                "development officer"
            )
        )
            .ToString()
            .ShouldContain("indicatorId: give indicatorId or kpiId, and not both.");
        await CleanAsync();
    }

    [Fact]
    public async Task A_result_is_proposed_accepted_and_computed_again()
    {
        await Service.ExecuteSqlAsync(People.Replace("COUNT", "60", StringComparison.Ordinal));
        await OfferingAsync("a1", 2566, "TRAINING", "2022-11-10", withCourse: true, null);
        await TookAsync("a1", 2566, "2022-11-12", 180, [.. Enumerable.Range(1, 30)]);
        var indicator = (await IndicatorsAsync())[0];
        var first = await ProposeAsync(indicator);
        first
            .GetProperty("proposal")
            .GetProperty("definition")
            .GetString()!
            .ShouldContain("people in post who completed an event");
        (Told(first), await TargetAsync(indicator, "result")).ShouldBe(("30/60 50.00 ", """{"result":null}"""));
        await AcceptAsync(first, "\"errors\":null");
        (await TargetAsync(indicator, "result numerator denominator")).ShouldBe(
            """{"result":50.00,"numerator":30,"denominator":60}"""
        );
        await AcceptAsync(first, "INVALID_STATE");
        // Two more: shown as drift, but not published.
        await TookAsync("a1", 2566, "2022-11-13", 180, 31, 32);
        var second = await ProposeAsync(indicator);
        Told(second).ShouldBe("32/60 53.33 3.33");
        await AcceptAsync(second, "INVALID_STATE");
        await TookAsync("a1", 2566, "2022-11-13", 180, 33, 34, 35);
        var third = await ProposeAsync(indicator);
        Told(third).ShouldBe("35/60 58.33 8.33");
        await AcceptAsync(third, "\"errors\":null");
        (await TargetAsync(indicator, "result")).ShouldBe("""{"result":58.33}""");
        (await ProposeAsync(indicator, "NEEDS_MET")).ToString().ShouldContain("INVALID_STATE");
        (await ProposeAsync(indicator, "HOURS_REACHED")).ToString().ShouldContain("\"field\":\"hours\"");
        (await ProposeAsync(indicator, "TOPICS_LEARNT", ["CURRICULUM"])).ToString().ShouldContain("\"numerator\":35");
        (await ProposeAsync(indicator, "TOPICS_LEARNT", ["X"])).ToString().ShouldContain("\"field\":\"topics[0]\"");
        foreach (var caller in Somebody.All.Keys)
        {
            using var client = Service.ClientOf(caller);
            var seen = await Service.QueryAsync("{ indicatorProposals { totalCount } }", client: client);
            var count = caller is "development officer" or "analyst who develops" ? 4 : 0;
            seen.ToString().ShouldBe($$$"""{"indicatorProposals":{"totalCount":{{{count}}}}}""", caller);
        }

        await CleanAsync();
    }

    private static string Told(JsonElement sent)
    {
        var one = sent.GetProperty("proposal");
        return $"{one.GetProperty("numerator")}/{one.GetProperty("denominator")} {one.GetProperty("value")} {one.GetProperty("drift")}";
    }

    private Task<JsonElement> ProposeAsync(string indicator, string measure = "COVERAGE", string[]? topics = null) =>
        SendAsync(
            "proposeIndicatorResult",
            new
            {
                indicatorId = indicator,
                fiscalYear = 2566,
                measure,
                topics = topics ?? [],
                idempotencyKey = Ledger.NewKey(),
            },
            "proposal { id numerator denominator value drift definition }",
            "development officer"
        );

    private async Task AcceptAsync(JsonElement proposed, string expected)
    {
        var id = proposed.GetProperty("proposal").GetProperty("id").GetString();
        (
            await SendAsync(
                "acceptIndicatorProposal",
                new { proposalId = id, idempotencyKey = Ledger.NewKey() },
                "proposal { acceptedAt }",
                "development officer"
            )
        )
            .ToString()
            .ShouldContain(expected);
    }

    private async Task<JsonElement> SummaryAsync(
        string caller,
        string key,
        int year = 2566,
        string? office = PlanService.Office
    )
    {
        using var client = Service.ClientOf(caller);
        var read = await Service.QueryAsync(
            $"{{ developmentSummary(fiscalYear: {year}, groupBy: {key}{(office is null ? "" : $", office: \"{office}\"")}) {{ {Rows} }} }}",
            client: client
        );
        return read.GetProperty("developmentSummary");
    }

    /// <summary>In post, developed, asking, participants, hours and cost of each row.</summary>
    private async Task ShouldTellAsync(string key, params string[] rows) =>
        (await SummaryAsync("development officer", key))
            .GetProperty("rows")
            .EnumerateArray()
            .Select(row => Line(row, "inPost", "developed", "askingPeople", "participants", "hours", "cost"))
            .ShouldBe(rows);

    private async Task ShouldShowAsync(string key, string quarter, params string[] rows)
    {
        var summary = await SummaryAsync("nobody", key, 2569, key == "OFFICE" ? null : PlanService.Office);
        summary.GetProperty("quarter").GetString().ShouldBe(quarter);
        summary
            .GetProperty("rows")
            .EnumerateArray()
            .Select(row => Line(row, "inPost", "developed", "coverage", "askingPeople", "metPeople"))
            .ShouldBe(rows);
    }

    private static string Line(JsonElement row, params string[] fields) =>
        $"{row.GetProperty("key").GetString()}: {string.Join(' ', fields.Select(field => row.GetProperty(field).GetRawText()))}";

    private async Task CleanFiguresAsync() =>
        (
            await ScalarAsync<long>(
                "SELECT count(*) FROM people_figures WHERE reached BETWEEN 1 AND 4 OR people - reached BETWEEN 1 AND 4"
            )
        ).ShouldBe(0);

    private async Task<int> SettleAsync(string today)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.AsSystem().GetRequiredService<ISender>();
        var day = DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture);
        return (await mediator.Send(new SettlePeopleFigures(day), TestContext.Current.CancellationToken)).Value.Count;
    }

    private Task OfferingAsync(string id, int year, string method, string endsOn, bool withCourse, string? activity)
    {
        var raw = NodeId.TryParse(activity ?? "", out var node) ? $"'{node.Id}'" : "NULL";
        return Service.ExecuteSqlAsync(
            $"""
            INSERT INTO offerings (id, office_id, fiscal_year, course_id, activity_id, project_id, title, method_id, minimum, joining, overlap_policy,
                required_percent, report_required, status, version, starts_on, ends_on, planned_minutes, held_minutes)
            SELECT '00000000-0000-0000-0000-0000000000{id}', o.id, {year}, {(
                withCourse ? "'00000000-0000-0000-0000-0000000000c1'" : "NULL"
            )},
                a.id, a.project_id, 'ก', m.id, 0, 'DIRECT', 'NONE', 80, false, 'COMPLETED', 1, '{endsOn}', '{endsOn}', 180, 180
            FROM offices o CROSS JOIN development_methods m LEFT JOIN activities a ON a.id = {raw}
            WHERE o.code = 'TH-43-P2' AND m.code = '{method}'
            """
        );
    }

    private Task TookAsync(string offering, int year, string changedAt, int minutes, params int[] people) =>
        TookAsync(offering, year, changedAt, minutes, "COMPLETED", people);

    private Task TookAsync(string offering, int year, string changedAt, int minutes, int person, string status) =>
        TookAsync(offering, year, changedAt, minutes, status, person);

    private Task TookAsync(
        string offering,
        int year,
        string changedAt,
        int minutes,
        string status,
        params int[] people
    ) =>
        Service.ExecuteSqlAsync(
            $"""
            INSERT INTO enrollments (id, offering_id, offering_office_id, fiscal_year, person_id, office_id, category_id, status, beyond_capacity,
                overlapping, requested_at, changed_at, report_given, attended_minutes, overtaken)
            SELECT gen_random_uuid(), '00000000-0000-0000-0000-0000000000{offering}', a.office_id, {year}, a.person_id, a.office_id,
                a.category_id, '{status}', true, false, now(), '{changedAt}', false, {minutes}, 0
            FROM appointments a WHERE right(a.person_id::text, 12)::int IN ({string.Join(", ", people)})
            """
        );

    /// <summary>A closed survey: for each topic, the first and the last person who asked for it.</summary>
    private Task NeedsAsync(int year, string closedAt, params (string Topic, int From, int To)[] needs) =>
        Service.ExecuteSqlAsync(
            $"""
            INSERT INTO needs_rounds (id, office_id, fiscal_year, most_topics, status, opened_at, closed_at)
            SELECT id, id, {year}, 3, 'CLOSED', '{closedAt}', '{closedAt}' FROM offices WHERE code = 'TH-43-P2';
            INSERT INTO needs_participants (id, round_id, person_id, office_id, fiscal_year, category_id, answered_at)
            SELECT a.person_id, r.id, a.person_id, a.office_id, {year}, a.category_id, '{closedAt}' FROM appointments a, needs_rounds r;
            """
                + string.Join(
                    ';',
                    needs.Select(need =>
                        $"""
                            INSERT INTO needs_choices (id, participant_id, round_id, person_id, office_id, fiscal_year, topic_id, priority)
                            SELECT gen_random_uuid(), p.id, p.round_id, p.person_id, p.office_id, {year}, t.id, 1
                                + (SELECT count(*) FROM needs_choices c WHERE c.participant_id = p.id)
                            FROM needs_participants p, development_topics t
                            WHERE t.code = '{need.Topic}' AND right(p.person_id::text, 12)::int BETWEEN {need.From} AND {need.To}
                            """
                    )
                )
        );
}
