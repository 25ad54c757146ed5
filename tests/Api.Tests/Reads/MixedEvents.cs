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
