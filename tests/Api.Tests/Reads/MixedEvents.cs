using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.Events;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// Offerings of two offices in several states, one of them for an activity, with people of both who take part, wait, were
/// there or left.
/// </summary>
internal sealed class MixedEvents(PlanService service)
{
    public async Task AddAsync()
    {
        using var own = DevelopmentClient.Of(service, "development officer");
        using var other = DevelopmentClient.Of(service, "development officer elsewhere");
        using var administrator = DevelopmentClient.Of(service, "administrator");
        var (officer, elsewhere) = (new EventClient(own), new EventClient(other));
        var course = await CourseAsync(administrator, null);
        await CourseAsync(own, PlanService.Office);
        var saved = (await officer.SaveAsync(1, courseId: course, activityId: await ActivityAsync())).GetProperty(
            "offering"
        );
        var (held, session) = (
            saved.GetProperty("id").GetString()!,
            saved.GetProperty("sessions")[0].GetProperty("id").GetString()!
        );
        await officer.MoveAsync(held, 1, "OPEN");
        var (ours, theirs) = (await PeopleAsync(own), await PeopleAsync(other));
        var first = await officer.EnrollAsync(held, ours[..1]);
        await officer.EnrollAsync(held, ours[1..2]);
        (
            await officer.EnrollAsync(held, theirs[..1], exceptions: [("CAPACITY", "ครูวิทยากร")])
        ).Succeeded.ShouldBeTrue();
        await officer.MoveAsync(held, 2, "START");
        (await officer.AttendAsync(held, null, (first.Ids[0], session, 45))).ShouldContain("heldMinutes");
        await officer.SendAsync(
            "recordScores",
            "offering { id }",
            new
            {
                offeringId = held,
                items = new[]
                {
                    new
                    {
                        enrollmentId = first.Ids[0],
                        preTest = "40",
                        postTest = "72.5",
                        reportGiven = true,
                    },
                },
                idempotencyKey = "scores",
            }
        );
        (await officer.MoveAsync(held, 3, "COMPLETE")).ShouldContain("COMPLETED");
        await AddAfterAsync(officer, held);
        var open = await officer.OpenAsync(1, overlaps: "WARN");
        var left = await officer.EnrollAsync(open, ours[..1]);
        await officer.EnrollAsync(open, ours[1..2]);
        await officer.WithdrawAsync(open, left.Ids);
        await officer.SaveAsync(null, []);
        var far = await elsewhere.OpenAsync(null, office: Somebody.OtherOffice, joining: "REQUEST");
        await elsewhere.EnrollAsync(far, theirs[..1]);
        (await elsewhere.EnrollAsync(far, ours[..1])).Succeeded.ShouldBeTrue();
        var asked = await officer.OpenAsync(null, joining: "REQUEST");
        (await elsewhere.EnrollAsync(asked, theirs[..1])).Statuses.ShouldBe(["REQUESTED"]);
    }

    /// <summary>A questionnaire that is closed, one that is not, and assessments that are done, overdue and due.</summary>
    private async Task AddAfterAsync(EventClient officer, string held)
    {
        object Questionnaire(string offering) =>
            new
            {
                offeringId = offering,
                expectedVersion = 0,
                title = "ความพึงพอใจ",
                items = new[] { "วิทยากร", "สถานที่" },
                idempotencyKey = Guid.NewGuid().ToString(),
            };
        const string saved = "questionnaire { id }";
        (await officer.SendAsync("saveQuestionnaire", saved, Questionnaire(held))).ToString().ShouldContain("id");
        var open = await officer.OpenAsync(3);
        (await officer.SendAsync("saveQuestionnaire", saved, Questionnaire(open))).ToString().ShouldContain("id");
        await service.ExecuteSqlAsync(Answered);
        (
            await officer.SendAsync(
                "saveApplicationPlan",
                "offering { id }",
                new
                {
                    offeringId = held,
                    expectedVersion = 0,
                    dueDays = 90,
                    level = 3,
                    idempotencyKey = Guid.NewGuid().ToString(),
                }
            )
        ).ToString().ShouldContain("id");
        await service.ExecuteSqlAsync(Assessed);
    }

    private const string Answered = """
        UPDATE questionnaires q SET status = 'OPEN', opened_at = now(), version = 2 FROM offerings o
        WHERE o.id = q.offering_id AND o.status = 'COMPLETED';
        INSERT INTO questionnaire_answers (id, questionnaire_id, office_id, fiscal_year, enrollment_id, person_id)
        SELECT gen_random_uuid(), q.id, q.office_id, q.fiscal_year, e.id, e.person_id
        FROM questionnaires q JOIN enrollments e ON e.offering_id = q.offering_id WHERE q.status = 'OPEN';
        UPDATE questionnaires SET status = 'CLOSED', closed_at = now(), version = 3 WHERE status = 'OPEN';
        INSERT INTO questionnaire_results (id, questionnaire_id, office_id, answers, sum, squares, mean, deviation, band_id)
        SELECT gen_random_uuid(), q.id, q.office_id, 6, 50, 215, 4.166667, 0.8, b.id FROM questionnaires q, satisfaction_bands b
        WHERE q.status = 'CLOSED' AND b.number = 4;
        INSERT INTO questionnaire_item_results (id, result_id, number, text, answers, sum, squares, mean, deviation, band_id)
        SELECT gen_random_uuid(), r.id, i.number, i.text, 6, 25, 107, 4.166667, 0.7, r.band_id
        FROM questionnaire_results r JOIN questionnaire_items i ON i.questionnaire_id = r.questionnaire_id;
        INSERT INTO questionnaire_comments (id, result_id, questionnaire_id, office_id, number, text)
        SELECT gen_random_uuid(), r.id, r.questionnaire_id, r.office_id, n, 'ความเห็น ' || n
        FROM questionnaire_results r, generate_series(1, 3) n
        """;

    private const string Assessed = """
        UPDATE enrollments SET status = 'COMPLETED' WHERE status = 'NOT_COMPLETED';
        UPDATE application_assessments SET due_on = '2023-06-30' WHERE by = 'SELF';
        UPDATE application_assessments SET revision = 1, level = 4, assessed_at = now(), is_last = true WHERE by = 'COMMITTEE';
        INSERT INTO application_revisions (id, assessment_id, number, level, evidence, made_by, made_at)
        SELECT gen_random_uuid(), id, 1, 4, 'แผนการสอน', 'OFFICER', assessed_at FROM application_assessments WHERE revision = 1
        """;

    private static async Task<string> CourseAsync(DevelopmentClient client, string? office)
    {
        var sent = await client.SendAsync(
            "saveCourse",
            "course { id }",
            new
            {
                officeCode = office,
                courseCode = "C-1",
                expectedVersion = 0,
                name = "ครูกับการวิจัย",
                hours = "12",
                topics = new[] { "CLASSROOM_RESEARCH" },
                competencies = new[] { "ANALYSIS_AND_RESEARCH" },
                idempotencyKey = Guid.NewGuid().ToString(),
            }
        );
        return sent.GetProperty("course").GetProperty("id").GetString()!;
    }

    private static async Task<string[]> PeopleAsync(DevelopmentClient client) =>
        [
            .. (await client.QueryAsync("{ people { nodes { id } } }"))
                .GetProperty("people")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(one => one.GetProperty("id").GetString()!),
        ];

    private async Task<string> ActivityAsync() =>
        (
            await service.QueryAsync(
                $"{{ developmentPlan(officeCode: \"{PlanService.Office}\", fiscalYear: 2566) {{ projects(first: 1) {{ nodes {{ activities {{ id }} }} }} }} }}"
            )
        )
            .GetProperty("developmentPlan")
            .GetProperty("projects")
            .GetProperty("nodes")[0]
            .GetProperty("activities")[0]
            .GetProperty("id")
            .GetString()!;
}
