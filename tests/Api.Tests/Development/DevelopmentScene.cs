using System.Text;
using TeacherDevPlan.Api.Tests.People;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.Development;

/// <summary>
/// A school with a director, a supervisor, a teacher whom they lead, and another teacher without a recorded supervisor,
/// each of whom can sign in.
/// </summary>
public sealed class DevelopmentScene : IDisposable
{
    private readonly PlanService service;

    private DevelopmentScene(PlanService service)
    {
        this.service = service;
        Registry = new RegistryClient(service, PlanService.Office);
        Officer = DevelopmentClient.Of(service, "development officer");
        Teacher = DevelopmentClient.Staff(service, "teacher");
        Colleague = DevelopmentClient.Staff(service, "colleague");
        Supervisor = DevelopmentClient.Staff(service, "supervisor");
        Director = DevelopmentClient.Staff(service, "director");
    }

    public RegistryClient Registry { get; }

    public DevelopmentClient Officer { get; }

    public DevelopmentClient Teacher { get; }

    public DevelopmentClient Colleague { get; }

    public DevelopmentClient Supervisor { get; }

    public DevelopmentClient Director { get; }

    public string TeacherId { get; private set; } = "";

    public string ColleagueId { get; private set; } = "";

    public string SupervisorId { get; private set; } = "";

    public string DirectorId { get; private set; } = "";

    public string SchoolId { get; private set; } = "";

    /// <summary>The teacher's open appointment.</summary>
    public string Appointment { get; private set; } = "";

    public static async Task<DevelopmentScene> SetAsync(PlanService service)
    {
        var scene = new DevelopmentScene(service);
        var own = scene.Registry;
        scene.DirectorId = await own.PersonAsync("ประภาส ใจกว้าง");
        scene.SupervisorId = await own.PersonAsync("วีระ หัวหน้า");
        scene.TeacherId = await own.PersonAsync("มานี รักเรียน");
        scene.ColleagueId = await own.PersonAsync("ชูใจ เลิศล้ำ");
        scene.SchoolId = await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง", directorId: scene.DirectorId);
        await own.AppointAsync(scene.DirectorId, "2018-10-01", schoolId: scene.SchoolId);
        await own.AppointAsync(
            scene.SupervisorId,
            "2018-10-01",
            schoolId: scene.SchoolId,
            supervisorId: scene.DirectorId
        );
        scene.Appointment = await own.AppointAsync(
            scene.TeacherId,
            "2020-05-16",
            schoolId: scene.SchoolId,
            supervisorId: scene.SupervisorId
        );
        await own.AppointAsync(scene.ColleagueId, "2021-05-16", schoolId: scene.SchoolId);
        await scene.InviteAsync("teacher", scene.TeacherId);
        await scene.InviteAsync("colleague", scene.ColleagueId);
        await scene.InviteAsync("supervisor", scene.SupervisorId);
        await scene.InviteAsync("director", scene.DirectorId);
        return scene;
    }

    /// <summary>A plan of the teacher that the supervisor approved.</summary>
    public async Task<PlanAnswer> ApprovedAsync()
    {
        var plan = await Teacher.SaveAsync(TeacherId, 0);
        await Teacher.SubmitAsync(plan.Id!, 1);
        return await Supervisor.ApproveAsync(plan.Id!, 2);
    }

    /// <summary>Binds a caller's name to a person.</summary>
    public async Task InviteAsync(string name, string personId)
    {
        using var client = new StaffClient(service, name);
        (await client.AcceptAsync(await Registry.InviteAsync(personId))).ShouldContain("\"errors\":null");
    }

    /// <summary>All kinds of callers who do not lead the teacher and are no officers of the office.</summary>
    public IEnumerable<DevelopmentClient> Strangers()
    {
        foreach (var name in Somebody.All.Keys.Except(["development officer", "analyst who develops"]))
        {
            using var client = DevelopmentClient.Of(service, name);
            yield return client;
        }

        using var outsider = DevelopmentClient.Staff(service, "outsider");
        yield return outsider;
        yield return Colleague;
    }

    /// <summary>The page with the teacher's own record.</summary>
    public async Task<string> OwnPageAsync()
    {
        using var http = service.As(service.Token([Role.Staff], [], name: "teacher"));
        return Encoding.UTF8.GetString(
            await http.GetByteArrayAsync(
                new Uri("/graphql/me.html", UriKind.Relative),
                TestContext.Current.CancellationToken
            )
        );
    }

    /// <summary>Appoints somebody without an open appointment at a school of the other office.</summary>
    public async Task AppointElsewhereAsync(string personId)
    {
        await RegistryClient.AddOtherOfficeAsync(service);
        using var both = new RegistryClient(service, PlanService.Office, Somebody.OtherOffice);
        using var far = new RegistryClient(service, Somebody.OtherOffice);
        await both.AppointAsync(personId, "2023-05-01", schoolId: await far.SchoolAsync("1430004", "โรงเรียนอนุบาล"));
    }

    public async Task EraseAsync(string personId)
    {
        using var administrator = DevelopmentClient.Of(service, "administrator");
        (
            await administrator.SendAsync(
                "erasePerson",
                "person { id }",
                new
                {
                    personId,
                    reason = "คำขอของเจ้าของข้อมูล",
                    idempotencyKey = Guid.NewGuid().ToString(),
                }
            )
        ).ToString().ShouldContain("\"errors\":null");
    }

    public void Dispose()
    {
        Registry.Dispose();
        Officer.Dispose();
        Teacher.Dispose();
        Colleague.Dispose();
        Supervisor.Dispose();
        Director.Dispose();
    }
}
