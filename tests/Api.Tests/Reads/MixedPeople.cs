using TeacherDevPlan.Api.Tests.People;

namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>
/// People and schools of two offices: with and without appointments, numbers, units and schools; two who moved, one who
/// is in both offices, and one with several names. The director of a school, who is a supervisor, is one of the callers.
/// </summary>
internal sealed class MixedPeople(PlanService service)
{
    public async Task AddAsync()
    {
        using var own = new RegistryClient(service, PlanService.Office);
        using var other = new RegistryClient(service, Somebody.OtherOffice);
        using var both = new RegistryClient(service, PlanService.Office, Somebody.OtherOffice);
        var network = await own.NetworkAsync("เครือข่ายโพนพิสัย");
        await own.NetworkAsync("เครือข่ายเฝ้าไร่");
        await other.NetworkAsync("เครือข่ายเมือง");
        var director = await own.PersonAsync("ประภาส ใจกว้าง", "นาย", "0001");
        var school = await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง", "โพนพิสัย", network, director);
        await own.SchoolAsync("0430002", "โรงเรียนบ้านนาหนัง", null, network);
        await own.SchoolAsync("0430003", "โรงเรียนชุมชนวัดหลวง", "เฝ้าไร่");
        var away = await other.SchoolAsync("1430004", "โรงเรียนอนุบาล", "เมือง");
        await own.AppointAsync(director, "2018-10-01", schoolId: school);
        var unit = await UnitAsync(own);
        await OfOwnAsync(own, director, school, unit);
        var near = await other.PersonAsync("สมหญิง แสนดี", "นาง", "0001");
        await other.AppointAsync(near, "2020-05-16", schoolId: away);
        await other.PersonAsync("คนลับ");

        var leaving = await own.PersonAsync("วิชัย ย้ายไป", "นาย", "0107");
        var left = await own.AppointAsync(leaving, "2019-05-01", schoolId: school, supervisorId: director);
        await own.EndAsync(left, "2023-04-30");
        await both.AppointAsync(leaving, "2023-05-01", schoolId: away);
        await other.RenameAsync(leaving, "วิชัย ชื่อหลัง", "2023-06-01");

        var coming = await other.PersonAsync("ดวงใจ ย้ายมา", "นางสาว", "0205");
        var past = await other.AppointAsync(coming, "2017-05-16", "2022-09-30", schoolId: away);
        await other.RenameAsync(coming, "ดวงใจ ก่อนย้าย", "2020-01-01");
        await both.AppointAsync(coming, "2022-10-01", orgUnitId: unit);
        await both.AppointAsync(coming, "2023-01-01", "2023-12-31", schoolId: away, main: false);
        past.ShouldNotBeEmpty();
        await service.ExecuteSqlAsync(
            "INSERT INTO person_accounts (id, person_id, caller) "
                + $"SELECT gen_random_uuid(), id, '{MixedCallers.Name}' FROM people WHERE name = 'ประภาส ใจกว้าง'"
        );
    }

    private static async Task OfOwnAsync(RegistryClient own, string director, string school, string unit)
    {
        var first = await own.PersonAsync("มานี รักเรียน", "นางสาว", "0012");
        await own.AppointAsync(first, "2015-05-16", "2019-05-15", schoolId: school, supervisorId: director);
        await own.AppointAsync(first, "2019-05-16", schoolId: school, supervisorId: director);
        await own.RenameAsync(first, "มานี เรียนดี", "2021-02-14");
        var second = await own.PersonAsync("ชูใจ เลิศล้ำ");
        await own.TryAppointAsync(
            second,
            "2021-10-01",
            orgUnitId: unit,
            category: "OTHER_EDUCATION_PERSONNEL",
            position: "นักทรัพยากรบุคคล"
        );
        await own.TryAppointAsync(
            second,
            "2022-01-01",
            schoolId: school,
            main: false,
            category: "GOVERNMENT_EMPLOYEE",
            position: "พนักงานราชการ",
            academicStanding: "EXPERT"
        );
        var third = await own.PersonAsync("ปิติ พอใจ", "นาย", "0099");
        await own.AppointAsync(third, "2024-01-01");
        await own.SendAsync("updatePerson", "person { id }", new { personId = third, status = "ON_LEAVE" });
        await own.PersonAsync("วีระ ยังว่าง", "นาย");
    }

    private static async Task<string> UnitAsync(RegistryClient own) =>
        (await own.QueryAsync($"{{ office(code: \"{PlanService.Office}\") {{ orgUnits {{ id }} }} }}"))
            .GetProperty("office")
            .GetProperty("orgUnits")[0]
            .GetProperty("id")
            .GetString()!;
}
