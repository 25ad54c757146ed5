using System.Text;
using System.Text.Json;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>Nobody supervises themselves through others, by whatever way it would come about.</summary>
public sealed class SupervisionTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Circular = "CIRCULAR_SUPERVISION";

    private RegistryClient Own => new(Service, PlanService.Office);

    [Fact]
    public async Task Circles_are_refused_when_somebody_is_appointed_and_leave_nothing()
    {
        using var own = Own;
        var people = new List<string>();
        foreach (var name in (string[])["ก หนึ่ง", "ข สอง", "ค สาม"])
            people.Add(await own.PersonAsync(name));
        (await AppointAsync(own, people[0], people[1])).ShouldBeNull();
        (await AppointAsync(own, people[1], people[0])).ShouldBe(Circular);
        (await AppointAsync(own, people[1], people[2])).ShouldBeNull();
        (await AppointAsync(own, people[2], people[0])).ShouldBe(Circular);
        (await AppointAsync(own, people[2], people[2])).ShouldBe("VALIDATION_FAILED");
        (await own.QueryAsync("{ appointments { totalCount } }")).ToString().ShouldContain("2");
        // Before the others it is no circle.
        (await AppointAsync(own, people[2], people[0], "2010-01-01", "2019-12-31")).ShouldBeNull();
        var ended = await own.QueryAsync("{ appointments(where: { to: { eq: \"2019-12-31\" } }) { nodes { id to } } }");
        var id = ended.GetProperty("appointments").GetProperty("nodes")[0].GetProperty("id").GetString();
        CodeOf(
                await own.SendAsync(
                    "endAppointment",
                    "appointment { id }",
                    new { appointmentId = id, lastDay = "2021-01-01" }
                )
            )
            .ShouldBe(Circular);
        (await own.QueryAsync("{ appointments { nodes { to } } }")).ToString().ShouldContain("2019-12-31");
        CodeOf(
                await own.SendAsync(
                    "endAppointment",
                    "appointment { id }",
                    new { appointmentId = id, lastDay = "2018-01-01" }
                )
            )
            .ShouldBeNull();
    }

    [Fact]
    public async Task An_error_on_the_last_day_names_it()
    {
        using var own = Own;
        var person = await own.PersonAsync("ก หนึ่ง");
        var appointment = await own.AppointAsync(person, "2020-01-01");
        (
            await Service.QueryAsync(
                $"mutation {{ endAppointment(input: {{ appointmentId: \"{appointment}\", lastDay: \"2019-01-01\", idempotencyKey: \"k\" }}) {{ errors {{ ... on ValidationError {{ field }} }} }} }}",
                client: Service.As(Service.Token([Domain.Access.Role.DevelopmentOfficer], [PlanService.Office]))
            )
        )
            .ToString()
            .ShouldContain("\"field\":\"lastDay\"");
    }

    [Fact]
    public async Task Circles_that_a_merge_would_close_are_refused()
    {
        using var own = Own;
        var (kept, duplicate) = (await own.PersonAsync("ก หนึ่ง"), await own.PersonAsync("ก  หนึ่ง"));
        var between = await own.PersonAsync("ข สอง");
        (await AppointAsync(own, kept, between, "2020-01-01", "2020-12-31")).ShouldBeNull();
        (await AppointAsync(own, between, duplicate, "2020-06-01")).ShouldBeNull();
        foreach (var (one, other) in new[] { (kept, duplicate), (duplicate, kept) })
            MergeTests.Reasons(await MergeTests.MergeAsync(own, one, other)).ShouldBe([Circular]);
        var later = await own.PersonAsync("ก   หนึ่ง");
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, later)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Circles_in_a_list_are_told_at_each_of_their_rows_and_so_are_those_with_the_registry()
    {
        using var own = Own;
        string[] rows =
        [
            "0001,ก หนึ่ง,0003",
            "0002,ข สอง,0001",
            "0003,ค สาม,0002",
            "0004,ง สี่,0001",
            "0005,จ ห้า,0005",
        ];
        foreach (var list in new[] { rows, [.. rows.Reverse()] })
        {
            var faults = (await ImportAsync(own, list)).GetProperty("errors")[0].GetProperty("faults");
            faults
                .EnumerateArray()
                .Select(fault => list[fault.GetProperty("row").GetInt32() - 2][..4])
                .ShouldBe(["0001", "0002", "0003", "0005"], ignoreOrder: true);
            faults[0].GetProperty("column").GetString().ShouldBe("ผู้บังคับบัญชา");
        }

        await own.PersonAsync("ข สอง", staffNumber: "0002");
        (await ImportAsync(own, ["0001,ก หนึ่ง,0002"])).ToString().ShouldContain("\"created\":1");
        (await ImportAsync(own, ["0002,ข สอง,0001"])).ToString().ShouldContain("in the same time");
        (await ImportAsync(own, ["0002,ข สอง,"])).ToString().ShouldContain("\"created\":0");
    }

    private static async Task<string?> AppointAsync(
        RegistryClient client,
        string person,
        string supervisor,
        string from = "2020-01-01",
        string? to = null
    ) =>
        CodeOf(
            await client.SendAsync(
                "appoint",
                "appointment { id }",
                new
                {
                    personId = person,
                    category = "TEACHER_CIVIL_SERVANT",
                    position = "ครู",
                    supervisorId = supervisor,
                    from,
                    to,
                }
            )
        );

    private static string? CodeOf(JsonElement payload) =>
        payload.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors
            ? errors[0].GetProperty("code").GetString()
            : null;

    private static Task<JsonElement> ImportAsync(RegistryClient client, string[] rows) =>
        client.SendAsync(
            "importStaff",
            "report { created unchanged } errors { ... on StaffFileRefusedError { faults { row column message } } }",
            new
            {
                officeCode = PlanService.Office,
                file = Convert.ToBase64String(
                    Encoding.UTF8.GetBytes(
                        "รหัสบุคลากร,ชื่อ-สกุล,ผู้บังคับบัญชา,ประเภท,ตำแหน่ง,วันเริ่ม\n"
                            + string.Join('\n', rows.Select(row => $"{row},ข้าราชการครู,ครู,1/10/2563"))
                    )
                ),
            }
        );
}
