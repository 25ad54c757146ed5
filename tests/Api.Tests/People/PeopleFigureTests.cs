using Mediator;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.People.Figures;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>Figures about people: settled once, shown to everybody alike, and without small numbers.</summary>
public sealed class PeopleFigureTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Figures =
        "{ peopleFigures(where: { subject: { eq: CATEGORY } }) { nodes { fiscalYear quarter kind kindName people office { code } } } }";

    private static readonly DateOnly QuarterEnd = new(2025, 12, 31);

    [Fact]
    public async Task Figures_are_settled_once_and_tell_no_small_number()
    {
        await AddAsync("TEACHER_CIVIL_SERVANT", 30, "2020-05-16", null);
        await AddAsync("TEACHER_CIVIL_SERVANT", 3, "2026-01-01", null);
        await AddAsync("TEACHER_CIVIL_SERVANT", 4, "2020-05-16", "2025-12-30");
        await AddAsync("OTHER_EDUCATION_PERSONNEL", 11, "2020-05-16", "2025-12-31");
        await AddAsync("GOVERNMENT_EMPLOYEE", 9, "2025-12-31", null);
        await AddAsync("PERMANENT_EMPLOYEE", 2, "2020-05-16", null);
        (await SettleAsync(QuarterEnd.AddDays(13))).ShouldBe(0);
        (await SettleAsync(QuarterEnd.AddDays(46))).ShouldBe(0);
        // By category and standing, and who was developed: of all, by category and by school.
        (await SettleAsync(QuarterEnd.AddDays(45))).ShouldBe(6 + 1 + 4 + 1);
        await AddAsync("TEMPORARY_EMPLOYEE", 20, "2020-05-16", null);
        (await SettleAsync(QuarterEnd.AddDays(45))).ShouldBe(0);
        const string shown =
            """{"peopleFigures":{"nodes":[{"fiscalYear":2569,"quarter":"Q1","kind":"GOVERNMENT_EMPLOYEE","kindName":"พนักงานราชการ","people":null,"office":{"code":"TH-43-P2"}},{"fiscalYear":2569,"quarter":"Q1","kind":"OTHER_EDUCATION_PERSONNEL","kindName":"บุคลากรทางการศึกษาอื่นตามมาตรา 38 ค.(2)","people":null,"office":{"code":"TH-43-P2"}},{"fiscalYear":2569,"quarter":"Q1","kind":"PERMANENT_EMPLOYEE","kindName":"ลูกจ้างประจำ","people":null,"office":{"code":"TH-43-P2"}},{"fiscalYear":2569,"quarter":"Q1","kind":"TEACHER_CIVIL_SERVANT","kindName":"ข้าราชการครู","people":30,"office":{"code":"TH-43-P2"}}]}}""";
        foreach (var caller in Somebody.All.Keys)
        {
            using var client = Service.ClientOf(caller);
            (await Service.QueryAsync(Figures, client: client)).ToString().ShouldBe(shown, caller);
        }

        (
            await Service.QueryAsync(
                "{ peopleFigures(where: { subject: { eq: ACADEMIC_STANDING } }) { groups(by: [PROVINCE, KIND]) { aggregate { people { sum } } } } }"
            )
        )
            .ToString()
            .ShouldContain("52");
    }

    [Fact]
    public async Task Figures_on_plans_and_needs_tell_no_small_number_and_no_small_rest()
    {
        await AddAsync("TEACHER_CIVIL_SERVANT", 12, "2020-05-16", null);
        await Service.ExecuteSqlAsync(
            """
            INSERT INTO needs_rounds (id, office_id, fiscal_year, most_topics, status, opened_at, closed_at)
            SELECT id, id, 2569, 3, 'CLOSED', now(), now() FROM offices WHERE code = 'TH-43-P2';
            INSERT INTO needs_results (id, round_id, office_id, surveyed_on, asked, respondents)
            SELECT id, id, office_id, '2025-11-30', 12, 12 FROM needs_rounds;
            INSERT INTO needs_result_topics (id, result_id, topic_id, number, demand)
            SELECT gen_random_uuid(), r.id, t.id, t.number, t.number FROM needs_results r,
                (SELECT id, row_number() OVER (ORDER BY code) AS number FROM development_topics) t WHERE t.number <= 12
            """
        );
        (await SettleAsync(QuarterEnd.AddDays(20))).ShouldBe(3 + 12 + 3);
        var shown = await Service.QueryAsync(
            "{ peopleFigures(where: { subject: { in: [NEEDED_TOPIC, APPROVED_PLAN] } }) { nodes { kind people } } }"
        );
        shown
            .GetProperty("peopleFigures")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => node.GetProperty("people"))
            .Where(people => people.ValueKind == System.Text.Json.JsonValueKind.Number)
            .Select(people => people.GetInt32())
            .ShouldBe([12, 5, 6, 7, 12], ignoreOrder: true);
    }

    private async Task<int> SettleAsync(DateOnly today)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.AsSystem().GetRequiredService<ISender>();
        return (await mediator.Send(new SettlePeopleFigures(today), TestContext.Current.CancellationToken)).Value.Count;
    }

    private Task AddAsync(string category, int people, string from, string? to) =>
        Service.ExecuteSqlAsync(
            $"""
            WITH added AS (
                INSERT INTO people (id, office_id, title, name, status)
                SELECT gen_random_uuid(), o.id, '', 'คน ' || n, 'ACTIVE' FROM offices o, generate_series(1, {people}) n
                WHERE o.code = 'TH-43-P2'
                RETURNING id, office_id)
            INSERT INTO appointments (id, person_id, record_office_id, office_id, category_id, title, name, position, held_from, held_to, is_main)
            SELECT gen_random_uuid(), p.id, p.office_id, p.office_id, c.id, '', 'คน', 'ครู', '{from}', {(
                to is null ? "NULL" : $"'{to}'"
            )}, true
            FROM added p, staff_categories c WHERE c.code = '{category}'
            """
        );
}
