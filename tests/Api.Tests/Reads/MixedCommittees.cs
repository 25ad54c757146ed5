using System.Text.Json;
using TeacherDevPlan.Api.Tests.Careers;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// Committees of two offices and of a school, in one of which the bound caller is in office; visits by them and by officers,
/// with and without recommendations; certificates, nominations for awards, further studies and inductions in every state, and hours
/// of two years.
/// </summary>
internal sealed class MixedCommittees(PlanService service)
{
    public async Task AddAsync()
    {
        using var own = DevelopmentClient.Of(service, "development officer");
        using var other = DevelopmentClient.Of(service, "development officer elsewhere");
        var (officer, elsewhere) = (new CareerClient(own), new CareerClient(other));
        var (ours, theirs) = (await PeopleAsync(own), await PeopleAsync(other));
        var director = (
            await own.QueryAsync("{ people(where: { name: { eq: \"ประภาส ใจกว้าง\" } }) { nodes { id } } }")
        )
            .GetProperty("people")
            .GetProperty("nodes")[0]
            .GetProperty("id")
            .GetString()!;
        var school = (await service.QueryAsync("{ schools(where: { code: { eq: \"0430001\" } }) { nodes { id } } }"))
            .GetProperty("schools")
            .GetProperty("nodes")[0]
            .GetProperty("id")
            .GetString()!;
        object[] some =
        [
            .. ours.Where(id => id != director).Take(2).Select(id => CareerClient.Member(id, "SECRETARY")),
        ];
        var ofSchool = await officer.CommitteeAsync(
            [CareerClient.Member(director, "CHAIR"), .. some],
            schoolId: school
        );
        var ofOffice = await officer.CommitteeAsync(some, assesses: true, to: "2023-12-31");
        await elsewhere.CommitteeAsync([CareerClient.Member(theirs[0])], office: Somebody.OtherOffice);
        await officer.CommitteeAsync([CareerClient.Member(director)], monitors: false, assesses: true);
        var (offering, enrollments) = await officer.CompletedAsync(ours[..3]);
        await officer.CompletedAsync(ours[..2], 45, 2565);
        var (away, far) = await elsewhere.CompletedAsync([theirs[0], ours[0]], office: Somebody.OtherOffice);
        await VisitsAsync(officer, offering, school, IdOf(ofSchool), IdOf(ofOffice));
        await elsewhere.VisitAsync(away);
        await officer.IssueAsync(offering, enrollments[..1]);
        await officer.IssueAsync(offering, enrollments[1..2], expiresOn: "2023-12-31");
        var wrong = await officer.IssueAsync(offering, enrollments[2..]);
        await officer.RevokeAsync(wrong.GetProperty("certificates")[0].GetProperty("id").GetString()!);
        (await elsewhere.IssueAsync(away, far, expiresOn: "2999-12-31")).ToString().ShouldContain("VALID");
        AwardClient.IdOf(await new StudyClient(own).SaveAsync(director), "study").ShouldNotBeEmpty();
        // The director is the caller, who decides about others only.
        await StudiesAsync(new StudyClient(own), [.. ours.Where(id => id != director)]);
        await new StudyClient(other).BegunAsync(theirs[0], ("leave", "OWN_TIME"));
        await InductionsAsync(own, PlanService.Office, director);
        await InductionsAsync(other, Somebody.OtherOffice, theirs[^1]);
        await AwardsAsync(own, [director, .. ours], IdOf(ofOffice));
        var programme = AwardClient.IdOf(
            await new AwardClient(other).ProgrammeAsync(officeCode: Somebody.OtherOffice, validTo: "2023-09-30"),
            "programme"
        );
        AwardClient.IdOf(await new AwardClient(other).NominateAsync(theirs[0], programme)).ShouldNotBeEmpty();
    }

    /// <summary>Inductions of whoever has an appointment that has begun, but the mentor, in all states.</summary>
    private static async Task InductionsAsync(DevelopmentClient client, string office, string mentor)
    {
        var officer = new InductionClient(client);
        string[] appointments =
        [
            .. (
                await client.QueryAsync(
                    $"{{ appointments(where: {{ from: {{ lte: \"2023-09-30\" }}, office: {{ code: {{ eq: \"{office}\" }} }} }}) "
                        + "{ nodes { id person { id office { code } } } } }"
                )
            )
                .GetProperty("appointments")
                .GetProperty("nodes")
                .EnumerateArray()
                // Of those who have gone, another office keeps the record.
                .Where(one =>
                    one.GetProperty("person") is { ValueKind: JsonValueKind.Object } person
                    && person.GetProperty("office").GetProperty("code").GetString() == office
                )
                .DistinctBy(one => one.GetProperty("person").GetProperty("id").GetString())
                .Where(one => one.GetProperty("person").GetProperty("id").GetString() != mentor)
                .Select(one => one.GetProperty("id").GetString()!),
        ];
        foreach (var (appointment, at) in appointments.Take(5).Select((one, at) => (one, at)))
        {
            var (induction, steps) = await officer.BegunAsync(
                appointment,
                mentor,
                at % 2 == 0 ? "NEW_OFFICIAL" : "ASSISTANT_TEACHER"
            );
            var (today, version) = ($"{DateTime.UtcNow.AddHours(7):yyyy-MM-dd}", 1);
            foreach (var step in at == 2 ? steps : steps[..1])
                (
                    await officer.RecordAsync(
                        step,
                        version++,
                        today,
                        at % 2 == 0 ? null : "NOT_PASSED",
                        ("score", at % 2 == 0 ? null : 45.5m)
                    )
                )
                    .ToString()
                    .ShouldContain($"\"version\":{version}");
            if (at > 1)
                (
                    await officer.DecideAsync(
                        induction,
                        version,
                        at == 2 ? "PASSED"
                            : at == 3 ? "FAILED"
                            : "ENDED",
                        today
                    )
                ).ToString().ShouldContain("decidedOn");
        }
    }

    private static async Task StudiesAsync(StudyClient officer, string[] people)
    {
        var some = people[..4];
        foreach (var person in some)
            AwardClient
                .IdOf(await officer.SaveAsync(person, ("funding", "OTHER"), ("scholarship", "ทุน")), "study")
                .ShouldNotBeEmpty();
        var extended = await officer.BegunAsync(some[0]);
        await officer.MoveAsync(extended, 3, "EXTEND", "2022-12-31");
        await officer.MoveAsync(extended, 4, "EXTEND", "2023-01-31");
        var completed = await officer.BegunAsync(some[1], ("degree", "DOCTOR"), ("funding", "GOVERNMENT"));
        (await officer.MoveAsync(completed, 3, "COMPLETE", "2022-11-01")).ToString().ShouldContain("COMPLETED");
        var today = DateOnly.FromDateTime(DateTime.UtcNow.AddHours(7));
        var discontinued = await officer.BegunAsync(
            some[2],
            ("from", $"{today.AddDays(-100):yyyy-MM-dd}"),
            ("to", $"{today:yyyy-MM-dd}")
        );
        (await officer.MoveAsync(discontinued, 3, "DISCONTINUE", $"{today.AddDays(-5):yyyy-MM-dd}"))
            .ToString()
            .ShouldContain("\"bound\":true");
        var refused = AwardClient.IdOf(await officer.SaveAsync(some[3], ("leave", "PART_TIME")), "study");
        (await officer.MoveAsync(refused, 1, "REFUSE")).ToString().ShouldContain("REFUSED");
    }

    private async Task AwardsAsync(DevelopmentClient own, string[] people, string committee)
    {
        using var administrator = DevelopmentClient.Of(service, "administrator");
        // The director is the caller, whom somebody else nominates.
        using var other = new DevelopmentClient(
            service,
            service.Token([Role.DevelopmentOfficer], [PlanService.Office], name: "officer")
        );
        var officer = new AwardClient(other);
        var project = (
            await own.QueryAsync(
                $"{{ projects(where: {{ number: {{ eq: 5 }}, plan: {{ office: {{ code: {{ eq: \"{PlanService.Office}\" }} }} }} }}) {{ nodes {{ id }} }} }}"
            )
        )
            .GetProperty("projects")
            .GetProperty("nodes")[0]
            .GetProperty("id")
            .GetString();
        string[] programmes =
        [
            AwardClient.IdOf(await officer.ProgrammeAsync(), "programme"),
            AwardClient.IdOf(
                await new AwardClient(administrator).ProgrammeAsync("OBEC_AWARDS", "OBEC Awards", officeCode: null),
                "programme"
            ),
        ];
        (string, object?)[][] decisions =
        [
            [("distinction", "ดีเด่น")],
            [("status", "NOT_AWARDED"), ("committeeId", committee), ("orderNumber", null)],
            AwardClient.Withdrawal,
        ];
        foreach (var (index, person) in people.Distinct().Take(5).Index())
        {
            var award = AwardClient.IdOf(
                await officer.NominateAsync(
                    person,
                    programmes[index % 2],
                    ("level", index < 2 ? "PROVINCE" : "NATIONAL"),
                    ("division", index == 1 ? "ปฐมวัย" : null),
                    ("nominatedOn", index == 2 ? "2022-12-16" : "2022-12-01"),
                    ("dueOn", index == 3 ? null : "2022-12-15"),
                    ("projectId", index == 0 ? null : project),
                    ("works", index == 1 ? null : "นวัตกรรมการสอนอ่าน")
                )
            );
            if (index < decisions.Length)
                (await officer.DecideAsync(award, 1, decisions[index])).ToString().ShouldContain("\"version\":2");
        }
    }

    private static async Task VisitsAsync(
        CareerClient officer,
        string offering,
        string school,
        string ofSchool,
        string ofOffice
    )
    {
        await officer.VisitAsync(offering, committeeId: ofSchool);
        await officer.VisitAsync(offering, committeeId: ofOffice, phase: "BEFORE", recommendations: null);
        await officer.VisitAsync(offering, schoolId: school, phase: "AFTER");
        var done = await officer.VisitAsync(offering, phase: "AFTER", visitedOn: "2023-02-09");
        var visit = done.GetProperty("visit").GetProperty("id").GetString()!;
        (await officer.FollowUpAsync(visit, 1, "2023-03-01")).ToString().ShouldContain("DONE");
    }

    private static string IdOf(System.Text.Json.JsonElement sent) =>
        sent.GetProperty("committee").GetProperty("id").GetString()!;

    private static async Task<string[]> PeopleAsync(DevelopmentClient client) =>
        [
            .. (await client.QueryAsync("{ people { nodes { id } } }"))
                .GetProperty("people")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(one => one.GetProperty("id").GetString()!),
        ];
}
