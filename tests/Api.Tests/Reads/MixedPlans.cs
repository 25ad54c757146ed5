using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.People;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// Plans of single people in every status but closed, with revisions, and surveys of needs of two offices, one of them
/// closed. One of the callers leads some of the people.
/// </summary>
internal sealed class MixedPlans(PlanService service)
{
    public async Task AddAsync()
    {
        using var own = new RegistryClient(service, PlanService.Office);
        using var other = new RegistryClient(service, Somebody.OtherOffice);
        using var officer = DevelopmentClient.Of(service, "development officer");
        using var elsewhere = DevelopmentClient.Of(service, "development officer elsewhere");
        // The director, who is one of the callers.
        using var leader = DevelopmentClient.Staff(service, "somebody");
        var director = await IdAsync(own, "ประภาส ใจกว้าง");
        await leader.SaveAsync(director, 0, [DevelopmentClient.Item(("method", "FURTHER_STUDY"))]);
        var (manee, maneeId) = await BindAsync(own, "มานี เรียนดี");
        var (chujai, chujaiId) = await BindAsync(own, "ชูใจ เลิศล้ำ");
        var (somying, somyingId) = await BindAsync(other, "สมหญิง แสนดี");
        using var first = manee;
        using var second = chujai;
        using var third = somying;
        object[] items =
        [
            DevelopmentClient.Item(("support", "ค่าลงทะเบียน"), ("projectId", await ProjectAsync())),
            DevelopmentClient.Item(("topic", null), ("competency", "TEAMWORK"), ("method", "PLC"), ("benefit", "ครู")),
        ];
        object[] assessed =
        [
            new
            {
                competency = "TEAMWORK",
                level = 2,
                note = "ครูต้องพัฒนา",
            },
            new { competency = "ETHICS", level = 5 },
        ];
        var plan = (await manee.SaveAsync(maneeId, 0, items, assessed)).Id!;
        await manee.SubmitAsync(plan, 1);
        (await leader.ApproveAsync(plan, 2)).Status.ShouldBe("APPROVED");
        await manee.SaveAsync(maneeId, 3, [DevelopmentClient.Item(("topic", "CURRICULUM"))]);
        var next = DevelopmentClient.Item(("from", "2023-11-01"), ("to", "2023-12-31"));
        var later = (await manee.SaveAsync(maneeId, 0, [next], assessed, fiscalYear: 2567)).Id!;
        await manee.SubmitAsync(later, 1);
        (await leader.ReturnAsync(later, 2, "ครูต้องเพิ่มเป้าหมาย")).Status.ShouldBe("RETURNED");
        await chujai.SaveAsync(chujaiId, 0, items, assessed);
        var away = (await somying.SaveAsync(somyingId, 0)).Id!;
        await somying.SubmitAsync(away, 1);

        var closed = await officer.OpenRoundAsync();
        await manee.AskForAsync(closed, maneeId, "CURRICULUM", "UNIT_DESIGN");
        await officer.AskForAsync(closed, chujaiId, "UNIT_DESIGN");
        await officer.AskForAsync(closed, director);
        (await officer.CloseRoundAsync(closed)).ShouldContain("CLOSED");
        var open = await officer.OpenRoundAsync(
            2567,
            1,
            opensOn: "2020-10-01",
            topics: ["CURRICULUM", "STUDENT_SUPPORT"]
        );
        await officer.AskForAsync(open, director, "STUDENT_SUPPORT");
        var far = await elsewhere.OpenRoundAsync(office: Somebody.OtherOffice);
        (await elsewhere.AskForAsync(far, somyingId, "LESSON_PLANS")).ShouldContain("\"errors\":null");
    }

    private async Task<(DevelopmentClient Client, string Id)> BindAsync(RegistryClient office, string name)
    {
        var id = await IdAsync(office, name);
        using var client = new StaffClient(service, $"mixed {id}");
        await client.AcceptAsync(await office.InviteAsync(id));
        return (DevelopmentClient.Staff(service, $"mixed {id}"), id);
    }

    private static async Task<string> IdAsync(RegistryClient office, string name) =>
        (await office.QueryAsync($"{{ people(where: {{ name: {{ eq: \"{name}\" }} }}) {{ nodes {{ id }} }} }}"))
            .GetProperty("people")
            .GetProperty("nodes")[0]
            .GetProperty("id")
            .GetString()!;

    private async Task<string> ProjectAsync() =>
        (
            await service.QueryAsync(
                $"{{ developmentPlan(officeCode: \"{PlanService.Office}\", fiscalYear: 2566) {{ projects(first: 1) {{ nodes {{ id }} }} }} }}"
            )
        )
            .GetProperty("developmentPlan")
            .GetProperty("projects")
            .GetProperty("nodes")[0]
            .GetProperty("id")
            .GetString()!;
}
