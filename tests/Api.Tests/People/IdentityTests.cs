using System.Text;
using System.Text.Json;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>
/// The number of a citizen or of a passport: an office recognises its people by it, and nobody reads it anywhere.
/// </summary>
public sealed class IdentityTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Citizen = "1101700207030";
    private const string Written = "๑-๑๐๑๗-๐๐๒๐๗-๐๓-๐";

    private RegistryClient Own => new(Service, PlanService.Office);

    [Fact]
    public async Task An_office_has_a_person_once_however_the_number_is_written()
    {
        using var own = Own;
        var first = await CreateAsync(own, "ก ข", citizenId: Citizen);
        first.ToString().ShouldContain("\"hasIdentity\":true");
        (await CreateAsync(own, "ค ง", citizenId: Written)).ToString().ShouldContain("is that of another person");
        (await CreateAsync(own, "จ ฉ", passportNumber: "aa 1234567")).ToString().ShouldContain("\"hasIdentity\":true");
        var third = await CreateAsync(own, "ช ซ");
        third.ToString().ShouldContain("\"hasIdentity\":false");
        var id = third.GetProperty("person").GetProperty("id").GetString()!;
        (await UpdateAsync(own, id, passportNumber: "AA1234567")).ToString().ShouldContain("is that of another person");
        (await UpdateAsync(own, id, passportNumber: "BB1234567")).ToString().ShouldContain("\"hasIdentity\":true");
        (await own.QueryAsync("{ people(where: { hasIdentity: { eq: true } }) { totalCount } }"))
            .ToString()
            .ShouldContain("3");
    }

    [Theory]
    [InlineData("110170020703", null, "citizenId")]
    [InlineData("1101700207031", null, "citizenId")]
    [InlineData(null, "A1", "passportNumber")]
    [InlineData(Citizen, "AA1234567", "passportNumber")]
    public async Task A_wrong_number_is_refused_without_repeating_it(string? citizen, string? passport, string field)
    {
        using var own = Own;
        var refused = await CreateAsync(own, "ก ข", citizen, passport);
        refused.Error().GetProperty("message").GetString()!.ShouldStartWith($"{field}: must");
        refused.ToString().ShouldNotContain(citizen ?? passport!);
        (await own.QueryAsync("{ people { totalCount } }")).ToString().ShouldContain("0");
    }

    /// <summary>Whether another office has a person is told to nobody who does not keep the registries of both.</summary>
    [Fact]
    public async Task Another_office_is_told_nothing_of_the_same_person()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var own = Own;
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        var mine = await CreateAsync(own, "ก ข", citizenId: Citizen);
        var theirs = await CreateAsync(other, "ก ข", citizenId: Citizen, office: Somebody.OtherOffice);
        theirs.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        var school = await other.SchoolAsync("0430008", "โรงเรียนอนุบาล");
        var id = mine.GetProperty("person").GetProperty("id").GetString()!;
        (await both.TryAppointAsync(id, "2022-10-01", schoolId: school))
            .ToString()
            .ShouldContain("already in the registry of the office");
    }

    [Fact]
    public async Task A_repeated_request_is_recognised_and_nothing_that_is_stored_tells_the_number()
    {
        using var own = Own;
        var first = await CreateAsync(own, "ก ข", citizenId: Citizen, key: "key");
        (await CreateAsync(own, "ก ข", citizenId: Written, key: "key")).ToString().ShouldBe(first.ToString());
        (await CreateAsync(own, "ก ข", citizenId: "3430100000001", key: "key"))
            .GetProperty("errors")
            .ValueKind.ShouldBe(JsonValueKind.Array);
        foreach (var stored in await EverythingAsync())
        {
            stored.ShouldNotContain(Citizen);
            stored.ShouldNotContain(Written);
        }
    }

    [Fact]
    public async Task Erasing_a_person_removes_the_identity_and_none_can_be_given_again()
    {
        using var own = Own;
        var created = await CreateAsync(own, "สมชาย ใจดี", citizenId: Citizen);
        var id = created.GetProperty("person").GetProperty("id").GetString()!;
        using var administrator = Service.ClientOf("administrator");
        for (var i = 0; i < 2; i++)
            (
                await Service.QueryAsync(
                    $"mutation {{ erasePerson(input: {{ personId: \"{id}\", reason: \"r\", idempotencyKey: \"{i}\" }}) {{ errors {{ __typename }} }} }}",
                    client: administrator
                )
            )
                .ToString()
                .ShouldContain("\"errors\":null");
        (await own.QueryAsync("{ people { nodes { hasIdentity } } }"))
            .ToString()
            .ShouldContain("\"hasIdentity\":false");
        (await UpdateAsync(own, id, citizenId: Citizen)).ToString().ShouldContain("who was erased");
        (await CreateAsync(own, "สมศรี ใจงาม", citizenId: Citizen)).ToString().ShouldContain("\"hasIdentity\":true");
    }

    [Fact]
    public async Task A_list_of_staff_finds_people_by_it_and_shows_it_nowhere()
    {
        using var own = Own;
        await CreateAsync(own, "มานี ใจดี", citizenId: Citizen);
        const string headers = "เลขบัตรประชาชน,รหัสบุคลากร,ชื่อ-สกุล,ประเภท,ตำแหน่ง,วันเริ่ม,ใช้ชื่อนี้ตั้งแต่\n";
        var renamed = headers + $"{Written},0001,มานี ใจงาม,พนักงานราชการ,ครู,1/10/2563,1/1/2564\n";
        var imported = await ImportAsync(own, renamed);
        imported.GetProperty("report").GetProperty("updated").GetInt32().ShouldBe(1, imported.ToString());
        imported.ToString().ShouldContain("\"examples\":[\"•••\"]");
        imported.ToString().ShouldNotContain(Written);
        (await ImportAsync(own, renamed)).GetProperty("report").GetProperty("unchanged").GetInt32().ShouldBe(1);
        (await own.QueryAsync("{ people { nodes { name staffNumber } } }"))
            .ToString()
            .ShouldBe("""{"people":{"nodes":[{"name":"มานี ใจงาม","staffNumber":"0001"}]}}""");
        await CreateAsync(own, "ปิติ พอใจ", staffNumber: "0002");
        var wrong = await ImportAsync(
            own,
            headers
                + "110170020703,,ก ข,พนักงานราชการ,ครู,1/10/2563,\n1101700207031,,ก ค,พนักงานราชการ,ครู,1/10/2563,\n"
                + $"1.10E+12,,ก ง,พนักงานราชการ,ครู,1/10/2563,\n{Citizen},0002,ปิติ พอใจ,พนักงานราชการ,ครู,1/10/2563,\n"
        );
        wrong
            .Error()
            .GetProperty("faults")
            .EnumerateArray()
            .Select(fault =>
                $"{fault.GetProperty("row")} {fault.GetProperty("column")} {fault.GetProperty("message").GetString()![..20]}"
            )
            .ShouldBe([
                "2 เลขบัตรประชาชน must have 13 digits;",
                "3 เลขบัตรประชาชน has a wrong check di",
                "4 เลขบัตรประชาชน was shortened by the",
                "5 เลขบัตรประชาชน is that of another p",
            ]);
        foreach (var stored in await EverythingAsync())
        {
            stored.ShouldNotContain(Citizen);
            stored.ShouldNotContain(Written);
        }
    }

    private static Task<JsonElement> ImportAsync(RegistryClient client, string text) =>
        client.SendAsync(
            "importStaff",
            "report { updated unchanged columns { examples } } errors { ... on StaffFileRefusedError { faults { row column message } } }",
            new { officeCode = PlanService.Office, file = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) }
        );

    private static Task<JsonElement> CreateAsync(
        RegistryClient client,
        string name,
        string? citizenId = null,
        string? passportNumber = null,
        string office = PlanService.Office,
        string? key = null,
        string? staffNumber = null
    ) =>
        client.SendAsync(
            "createPerson",
            "person { id hasIdentity }",
            new
            {
                officeCode = office,
                name,
                citizenId,
                passportNumber,
                staffNumber,
            },
            key
        );

    private static Task<JsonElement> UpdateAsync(
        RegistryClient client,
        string personId,
        string? citizenId = null,
        string? passportNumber = null
    ) =>
        client.SendAsync(
            "updatePerson",
            "person { hasIdentity }",
            new
            {
                personId,
                citizenId,
                passportNumber,
            }
        );

    /// <summary>All rows of all tables as text.</summary>
    private async Task<List<string>> EverythingAsync()
    {
        await using var connection = new Npgsql.NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var tables = await ReadAsync("SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public'");
        var rows = new List<string>();
        foreach (var table in tables)
            rows.AddRange(await ReadAsync($"SELECT t::text FROM {table} AS t"));
        return rows;

        async Task<List<string>> ReadAsync(string sql)
        {
            await using var command = new Npgsql.NpgsqlCommand(sql, connection);
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            var texts = new List<string>();
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                texts.Add(reader.GetString(0));
            return texts;
        }
    }
}
