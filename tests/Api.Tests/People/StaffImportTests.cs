using System.Diagnostics;
using System.Text;
using System.Text.Json;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>Lists of staff through the API: all rows or none, once, by the office's development officers alone.</summary>
public sealed class StaffImportTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Headers =
        "รหัสบุคลากร,ชื่อ-สกุล,โรงเรียน,ประเภท,ตำแหน่ง,วิทยฐานะ,วันเริ่ม,ผู้บังคับบัญชา,ใช้ชื่อนี้ตั้งแต่\r\n";

    private static readonly string[] Rows =
    [
        "0007,นายประภาส ใจกว้าง,บ้านหนองแวง,ข้าราชการครู,ผู้อำนวยการโรงเรียน,ชำนาญการพิเศษ,1/10/2560,,",
        "0008,น.ส.มานี ใจดี,0430001,ข้าราชการครู,ครู,ชำนาญการ,๑ ต.ค. ๒๕๖๓,0007,",
        ",ปิติ พอใจ,,พนักงานราชการ,พนักงานพิมพ์,,2021-05-17,0007,",
    ];

    private const string Payload = """
        report { rows created updated unchanged ignoredRows columns { name header field examples } }
        errors { __typename ... on Error { message code }
          ... on StaffFileRefusedError { unlistedFaults faults { row column message } columns { header field } } }
        """;

    private RegistryClient Own => new(Service, PlanService.Office);

    [Fact]
    public async Task A_list_is_imported_once_and_the_same_again_changes_nothing()
    {
        using var own = Own;
        await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง");
        (await ImportAsync(own, Rows, dryRun: true)).ToString().ShouldContain("\"created\":3");
        (await StateAsync(own)).ShouldBe("[]");
        Counts(await ImportAsync(own, Rows)).ShouldBe((3, 3, 0, 0));
        var state = await StateAsync(own);
        state.ShouldContain(
            """{"staffNumber":"0008","title":"นางสาว","name":"มานี ใจดี","appointments":{"nodes":[{"from":"2020-10-01","position":"ครู","academicStanding":"PROFESSIONAL","school":{"code":"0430001"},"category":{"code":"TEACHER_CIVIL_SERVANT"},"supervisor":{"staffNumber":"0007"}}]}}"""
        );
        var written = await WritesAsync();
        Counts(await ImportAsync(own, Rows)).ShouldBe((3, 0, 0, 3));
        Counts(await ImportAsync(own, [.. Rows.Reverse()])).ShouldBe((3, 0, 0, 3));
        (await StateAsync(own)).ShouldBe(state);
        (await WritesAsync()).ShouldBe(written, "what changes nothing is no write");

        string[] changed = [Rows[0], "0008,น.ส.มานี ใจงาม,,ข้าราชการครู,ครู,,๑ ต.ค. ๒๕๖๓,,14/2/2565", Rows[2]];
        Counts(await ImportAsync(own, changed)).ShouldBe((3, 0, 1, 2));
        (await own.QueryAsync("{ people(where: { staffNumber: { eq: \"0008\" } }) { nodes { names { name to } } } }"))
            .ToString()
            .ShouldContain("""[{"name":"มานี ใจดี","to":"2022-02-13"},{"name":"มานี ใจงาม","to":null}]""");
    }

    [Fact]
    public async Task Columns_are_shown_with_what_they_were_read_as()
    {
        using var own = Own;
        var text =
            "ที่,ชื่อ-สกุล,เลขที่ตำแหน่ง,ประเภท,หน้าที่,วันเริ่ม\n1,นายปิติ พอใจ,123,พนักงานราชการ,พนักงานพิมพ์,1/10/2563\n";
        var refused = await SendAsync(own, text, new { });
        refused.ToString().ShouldContain("ตำแหน่ง");
        var taken = await SendAsync(
            own,
            text,
            new { columns = new[] { new { header = "หน้าที่", field = "POSITION" } } }
        );
        taken
            .GetProperty("report")
            .GetProperty("columns")
            .ToString()
            .ShouldBe(
                """
                [{"name":"A","header":"ที่","field":null,"examples":[]},{"name":"B","header":"ชื่อ-สกุล","field":"FULL_NAME","examples":["นายปิติ พอใจ"]},{"name":"C","header":"เลขที่ตำแหน่ง","field":null,"examples":[]},{"name":"D","header":"ประเภท","field":"CATEGORY","examples":["พนักงานราชการ"]},{"name":"E","header":"หน้าที่","field":"POSITION","examples":["พนักงานพิมพ์"]},{"name":"F","header":"วันเริ่ม","field":"FROM","examples":["2020-10-01"]}]
                """.Trim()
            );
    }

    [Fact]
    public async Task What_a_list_leaves_open_is_told_by_a_dry_run_and_by_the_import()
    {
        using var own = Own;
        await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง");
        const string list =
            "ที่,ชื่อ-สกุล,ประเภท,ตำแหน่ง,วันเริ่ม\n1,ปิติ พอใจ,ข้าราชการครู,ครู,1/10/2563\nบ้านหนองแวง 1 คน,,,,\n2,มานี ใจดี,ข้าราชการครู,ครู,1/10/2563\n,รวม 2 คน\n";
        foreach (var dryRun in new[] { true, false })
        {
            var input = new
            {
                officeCode = PlanService.Office,
                file = Convert.ToBase64String(Encoding.UTF8.GetBytes(list)),
                dryRun,
            };
            var report = await own.SendAsync(
                "importStaff",
                "report { ignoredRows notices { rows column message } }",
                input
            );
            report
                .GetProperty("report")
                .ToString()
                .ShouldBe(
                    """{"ignoredRows":[3,5],"notices":[{"rows":[4],"column":null,"message":"says no school and no unit: the person is appointed where the heading above the row, or the title of the list, says."},{"rows":[2],"column":null,"message":"says no school and no unit: the person is appointed at the office itself."}]}"""
                );
        }

        (await own.QueryAsync("{ people { nodes { name school { code } } } }"))
            .ToString()
            .ShouldBe(
                """{"people":{"nodes":[{"name":"ปิติ พอใจ","school":null},{"name":"มานี ใจดี","school":{"code":"0430001"}}]}}"""
            );
    }

    [Fact]
    public async Task All_faults_are_told_by_row_and_column_and_nothing_is_changed()
    {
        using var own = Own;
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        await other.SchoolAsync("0430009", "โรงเรียนของเขตอื่น");
        await own.PersonAsync("มานี ใจดี", "นาง", "0008");
        string[] rows =
        [
            "0001,ก ข,โรงเรียนของเขตอื่น,ข้าราชการครู,ครู,,1/10/2563,,",
            "0002,ก ค,,ครูพี่เลี้ยง,ครู,คศ.3,31/9/2563,9999,",
            "8,มานี ใจดี,,ข้าราชการครู,ครู,,1/10/2563,,",
            "0008,มานี เปลี่ยนชื่อ,,ข้าราชการครู,ครู,,1/10/2563,,",
            "0003,ก ง,,ข้าราชการครู,ครู,,1/10/2563,,",
            "0003,ก จ,,ข้าราชการครู,ครู,,1/10/2563,,",
            "0004,ก ฉ,,ข้าราชการครู,,,1/10/2563,,",
        ];
        var refused = (await ImportAsync(own, rows)).GetProperty("errors")[0];
        refused.GetProperty("__typename").GetString().ShouldBe("StaffFileRefusedError");
        refused
            .GetProperty("faults")
            .EnumerateArray()
            .Select(fault => $"{fault.GetProperty("row")} {fault.GetProperty("column")}")
            .ShouldBe([
                "2 โรงเรียน",
                "3 ประเภท",
                "3 วิทยฐานะ",
                "3 วันเริ่ม",
                "3 ผู้บังคับบัญชา",
                "4 รหัสบุคลากร",
                "5 ชื่อ-สกุล",
                "6 รหัสบุคลากร",
                "7 รหัสบุคลากร",
                "8 ตำแหน่ง",
            ]);
        (await own.QueryAsync("{ people { totalCount } appointments { totalCount } }"))
            .ToString()
            .ShouldBe("""{"people":{"totalCount":1},"appointments":{"totalCount":0}}""");
    }

    /// <summary>What a refused list would have changed is not written by the next mutation of the request either.</summary>
    [Fact]
    public async Task A_refused_list_leaves_nothing_for_what_comes_after_it()
    {
        using var own = Own;
        await own.PersonAsync("มานี ใจดี", null, "0008");
        using var client = Service.As(Service.Token(Role.DevelopmentOfficer));
        string[] rows =
        [
            "0008,มานี ใหม่,,ข้าราชการครู,ครู,,1/10/2563,,1/1/2563",
            "0009,ก ข,,ไม่มีประเภทนี้,ครู,,1/10/2563,,",
        ];
        await Service.QueryAsync(
            $$"""
            mutation { importStaff(input: { officeCode: "TH-43-P2", idempotencyKey: "a", file: "{{Base64(
                rows
            )}}" }) { errors { __typename } }
              createPerson(input: { officeCode: "TH-43-P2", idempotencyKey: "b", name: "ค ง" }) { errors { __typename } } }
            """,
            client: client
        );
        (await own.QueryAsync("{ people { nodes { name names { name } appointments { totalCount } } } }"))
            .ToString()
            .ShouldBe(
                """{"people":{"nodes":[{"name":"ค ง","names":[{"name":"ค ง"}],"appointments":{"totalCount":0}},{"name":"มานี ใจดี","names":[{"name":"มานี ใจดี"}],"appointments":{"totalCount":0}}]}}"""
            );
    }

    [Fact]
    public async Task A_repeated_key_returns_the_first_counts_and_the_key_says_nothing_of_the_file()
    {
        using var own = Own;
        await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง");
        var first = await ImportAsync(own, Rows, key: "key");
        (await ImportAsync(own, Rows, key: "key")).ToString().ShouldBe(first.ToString());
        Counts(first).ShouldBe((3, 3, 0, 0));
        (await ImportAsync(own, [Rows[0]], key: "key")).ToString().ShouldContain("IDEMPOTENCY_KEY_REUSED");
        string[] wrong = ["0007,นายประภาส ลับเฉพาะ,,ข้าราชการครู,ครู,,1/10/2563,,"];
        var refused = await ImportAsync(own, wrong, key: "refused");
        (await ImportAsync(own, wrong, key: "refused")).ToString().ShouldBe(refused.ToString());
        var kept = await TextsAsync("SELECT outcome::text FROM idempotency_keys WHERE operation = 'ImportStaff'");
        kept.Count.ShouldBe(2);
        foreach (var outcome in kept)
        {
            outcome.ShouldNotContain("ประภาส");
            outcome.ShouldNotContain("0007");
        }
    }

    [Fact]
    public async Task The_audit_trail_has_the_counts_and_who_was_changed_and_nothing_else_of_anybody()
    {
        using var own = Own;
        await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง");
        await ImportAsync(own, Rows);
        using var administrator = Service.ClientOf("administrator");
        var log = await Service.QueryAsync(
            "{ auditLog(where: { action: { eq: \"importStaff\" } }) { nodes { kind subjects before after reason } } }",
            client: administrator
        );
        var record = log.GetProperty("auditLog").GetProperty("nodes").EnumerateArray().ShouldHaveSingleItem();
        var people = await own.QueryAsync("{ people { nodes { id } } }");
        record
            .GetProperty("subjects")
            .EnumerateArray()
            .Select(one => one.GetString())
            .ShouldBe(
                people
                    .GetProperty("people")
                    .GetProperty("nodes")
                    .EnumerateArray()
                    .Select(one => one.GetProperty("id").GetString()),
                ignoreOrder: true
            );
        record.ToString().ShouldContain("created");
        foreach (var secret in new[] { "ประภาส", "มานี", "ปิติ", "0007", "ครู" })
            record.ToString().ShouldNotContain(secret);
    }

    /// <summary>Not even what is wrong with the file is told to those who may not import it.</summary>
    [Fact]
    public async Task Only_the_offices_development_officers_import()
    {
        foreach (var (name, one) in Somebody.All)
        {
            using var client = Service.ClientOf(name);
            var answer = await Service.AskAsync(
                "mutation { importStaff(input: { officeCode: \"TH-43-P2\", file: \"eA==\" }) { errors { __typename } } }",
                client: client
            );
            var may =
                one is { } somebody
                && somebody.Roles.Contains(Role.DevelopmentOfficer)
                && somebody.Offices.Contains(PlanService.Office);
            PlanService
                .CodeOf(answer)
                .ShouldBe(
                    may ? null
                        : one is null ? "AUTH_NOT_AUTHENTICATED"
                        : "AUTH_NOT_AUTHORIZED",
                    name
                );
        }
    }

    [Fact]
    public async Task A_name_that_was_erased_does_not_come_back()
    {
        using var own = Own;
        await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง");
        await ImportAsync(own, Rows);
        var found = await own.QueryAsync("{ people(where: { staffNumber: { eq: \"0008\" } }) { nodes { id } } }");
        var id = found.GetProperty("people").GetProperty("nodes")[0].GetProperty("id").GetString();
        using var administrator = Service.ClientOf("administrator");
        var erased = await Service.QueryAsync(
            $"mutation {{ erasePerson(input: {{ personId: \"{id}\", reason: \"r\", idempotencyKey: \"e\" }}) {{ errors {{ __typename }} }} }}",
            client: administrator
        );
        erased.ToString().ShouldContain("\"errors\":null");
        Counts(await ImportAsync(own, Rows)).ShouldBe((3, 0, 0, 3));
        (await StateAsync(own)).ShouldNotContain("มานี");
        (await ImportAsync(own, [Rows[0], "0008,มานี ใหม่,,ข้าราชการครู,ครู,,๑ ต.ค. ๒๕๖๓,,1/1/2566"]))
            .ToString()
            .ShouldContain("was erased");
        (await ImportAsync(own, [Rows[0], "0099,มานี ใจดี,,ข้าราชการครู,ครู,,๑ ต.ค. ๒๕๖๓,,"]))
            .ToString()
            .ShouldContain("was erased");
    }

    [Fact]
    public async Task Who_has_moved_to_another_office_is_not_made_a_second_person_by_the_former_offices_list()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var own = Own;
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง");
        var school = await other.SchoolAsync("0440001", "โรงเรียนใหม่");
        Counts(await ImportAsync(own, Rows)).ShouldBe((3, 3, 0, 0));
        var people = await own.QueryAsync("{ people { nodes { id name appointments { nodes { id } } } } }");
        var moved = people
            .GetProperty("people")
            .GetProperty("nodes")
            .EnumerateArray()
            .Where(one => !one.GetProperty("name").GetString()!.StartsWith("ประภาส", StringComparison.Ordinal));
        foreach (var one in moved)
        {
            var ended = await own.SendAsync(
                "endAppointment",
                "appointment { id }",
                new
                {
                    appointmentId = one.GetProperty("appointments")
                        .GetProperty("nodes")[0]
                        .GetProperty("id")
                        .GetString(),
                    lastDay = "2024-09-30",
                }
            );
            ended.ToString().ShouldContain("\"errors\":null");
            (await both.TryAppointAsync(one.GetProperty("id").GetString()!, "2024-10-01", schoolId: school))
                .ToString()
                .ShouldContain("\"errors\":null");
        }

        var state = await StateAsync(both);
        // The supervisor of those who moved is still here.
        Counts(await ImportAsync(own, Rows)).ShouldBe((3, 0, 0, 3));
        Counts(await ImportAsync(own, [.. Rows.Reverse()])).ShouldBe((3, 0, 0, 3));
        (await StateAsync(both)).ShouldBe(state);
    }

    [Fact]
    public async Task Overlapping_appointments_and_changed_terms_are_faults()
    {
        using var own = Own;
        var person = await own.PersonAsync("มานี ใจดี", null, "0008");
        await own.AppointAsync(person, "2020-10-01");
        (await ImportAsync(own, ["0008,มานี ใจดี,,ข้าราชการครู,ครู,,1/10/2565,,"]))
            .ToString()
            .ShouldContain("another main appointment from 2020-10-01");
        (await ImportAsync(own, ["0008,มานี ใจดี,,ข้าราชการครู,ผู้อำนวยการ,,1/10/2563,,"]))
            .ToString()
            .ShouldContain("a change begins on a day of its own");
        Counts(await ImportAsync(own, ["0008,มานี ใจดี,,ข้าราชการครู,ครู,,1/10/2563,,"])).ShouldBe((1, 0, 0, 1));
    }

    [Fact]
    public async Task Five_thousand_rows_take_seconds()
    {
        using var own = Own;
        await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง");
        var rows = Enumerable
            .Range(1, 5_000)
            .Select(n =>
                $"{n:00000},นายคนที่{Letters(n)} นามสกุล{Letters(n)},โรงเรียนบ้านหนองแวง,ข้าราชการครู,ครู,,1/10/2563,{(n == 1 ? "" : "00001")},"
            )
            .ToArray();
        var clock = Stopwatch.StartNew();
        Counts(await ImportAsync(own, rows)).ShouldBe((5_000, 5_000, 0, 0));
        var first = clock.Elapsed;
        Counts(await ImportAsync(own, [.. rows.Reverse()])).ShouldBe((5_000, 0, 0, 5_000));
        TestContext.Current.SendDiagnosticMessage($"first {first}, again {clock.Elapsed - first}");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));

        // Names have no digits.
        static string Letters(int n) => string.Concat($"{n}".Select(digit => "กขคงจฉชซฌญ"[digit - '0']));
    }

    private static (int Rows, int Created, int Updated, int Unchanged) Counts(JsonElement payload)
    {
        var report = payload.GetProperty("report");
        report.ValueKind.ShouldBe(JsonValueKind.Object, payload.ToString());
        return (Of("rows"), Of("created"), Of("updated"), Of("unchanged"));
        int Of(string name) => report.GetProperty(name).GetInt32();
    }

    private static string Base64(string[] rows) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Headers + string.Join("\r\n", rows)));

    private static Task<JsonElement> ImportAsync(
        RegistryClient client,
        string[] rows,
        bool dryRun = false,
        string? key = null
    ) =>
        client.SendAsync(
            "importStaff",
            Payload,
            new
            {
                officeCode = PlanService.Office,
                file = Base64(rows),
                dryRun,
            },
            key
        );

    private static Task<JsonElement> SendAsync(RegistryClient client, string text, object more)
    {
        var input = JsonSerializer.SerializeToNode(more)!.AsObject();
        input["officeCode"] = PlanService.Office;
        input["file"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
        return client.SendAsync("importStaff", Payload, input);
    }

    private static async Task<string> StateAsync(RegistryClient client) =>
        (
            await client.QueryAsync(
                "{ people { nodes { staffNumber title name appointments { nodes { from position academicStanding school { code } category { code } supervisor { staffNumber } } } } } }"
            )
        )
            .GetProperty("people")
            .GetProperty("nodes")
            .ToString();

    private async Task<int> WritesAsync() =>
        (await TextsAsync("SELECT action FROM audit_records WHERE kind = 'WRITE'")).Count;

    private async Task<List<string>> TextsAsync(string sql)
    {
        await using var connection = new Npgsql.NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var texts = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            texts.Add(reader.GetString(0));
        return texts;
    }
}
