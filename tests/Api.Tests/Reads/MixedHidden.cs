using TeacherDevPlan.Api.Tests.Development;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// What else there is of the office of which nothing is published: a course, a questionnaire, assessments, a request for a
/// correction, a proposed result and a quarterly report.
/// </summary>
internal sealed class MixedHidden(PlanService service)
{
    private const string Rows = $"""
        INSERT INTO correction_requests (id, person_id, office_id, wish, asked_at, status)
        SELECT gen_random_uuid(), p.id, o.id, 'ขอแก้ไขชื่อ', now(), 'OPEN'
        FROM offices o CROSS JOIN LATERAL (SELECT id FROM people WHERE office_id = o.id ORDER BY name LIMIT 1) p
        WHERE o.code = '{Somebody.OtherOffice}';
        INSERT INTO indicator_proposals (id, office_id, indicator_id, fiscal_year, measure, definition_key, definition_english,
            definition_thai, numerator, denominator, value, computed_at, computed_by)
        SELECT gen_random_uuid(), o.id, i.id, 2566, 'COVERAGE', 'COVERAGE YEAR  ', 'coverage', 'ร้อยละ', 5, 10, 50, now(), 'x'
        FROM offices o CROSS JOIN LATERAL (SELECT i.id FROM indicators i JOIN strategies s ON s.id = i.strategy_id
            JOIN strategic_plans p ON p.id = s.strategic_plan_id WHERE p.office_id = o.id ORDER BY i.id LIMIT 1) i
        WHERE o.code = '{Somebody.OtherOffice}';
        INSERT INTO quarterly_reports (id, office_id, plan_id, fiscal_year, quarter, revision, starts_on, ends_on, status, version,
            assembled_at, planned, revised, revised_to_date, paid_in_quarter, paid_to_date, committed, remaining)
        SELECT gen_random_uuid(), p.office_id, p.id, p.fiscal_year, 'Q1', 1, '2022-10-01', '2022-12-31', 'DRAFT', 1, now(), 0, 0, 0, 0, 0, 0, 0
        FROM development_plans p JOIN offices o ON o.id = p.office_id WHERE o.code = '{Somebody.OtherOffice}'
        """;

    public async Task AddAsync()
    {
        using var elsewhere = DevelopmentClient.Of(service, "development officer elsewhere");
        await SendAsync(
            elsewhere,
            "saveCourse",
            "course",
            new
            {
                officeCode = Somebody.OtherOffice,
                courseCode = "C-1",
                expectedVersion = 0,
                name = "ครูกับการวิจัย",
                hours = "12",
                topics = Array.Empty<string>(),
                competencies = Array.Empty<string>(),
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );
        var offeringId = (
            await elsewhere.QueryAsync(
                $"{{ offerings(where: {{ status: {{ eq: COMPLETED }}, office: {{ code: {{ eq: \"{Somebody.OtherOffice}\" }} }} }}) {{ nodes {{ id }} }} }}"
            )
        )
            .GetProperty("offerings")
            .GetProperty("nodes")[0]
            .GetProperty("id")
            .GetString();
        await SendAsync(
            elsewhere,
            "saveQuestionnaire",
            "questionnaire",
            new
            {
                offeringId,
                expectedVersion = 0,
                title = "ความพึงพอใจ",
                items = new[] { "วิทยากร" },
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );
        await SendAsync(
            elsewhere,
            "saveApplicationPlan",
            "offering",
            new
            {
                offeringId,
                expectedVersion = 0,
                dueDays = 30,
                level = 3,
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );
        await service.ExecuteSqlAsync(Rows);
    }

    private static async Task SendAsync(DevelopmentClient client, string mutation, string saved, object input) =>
        (await client.SendAsync(mutation, $"{saved} {{ id }}", input)).ToString().ShouldContain("\"errors\":null");
}
