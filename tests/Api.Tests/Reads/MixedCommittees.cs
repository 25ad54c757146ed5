using TeacherDevPlan.Api.Tests.Careers;
using TeacherDevPlan.Api.Tests.Development;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// Committees of two offices and of a school, in one of which the bound caller is in office; visits by them and by officers,
/// with and without recommendations; certificates in every state, and hours of two years.
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
