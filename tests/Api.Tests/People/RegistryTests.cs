using System.Text.Json;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>The registry through the API: who sees whom, moves, names in time, and appointments that do not overlap.</summary>
public sealed class RegistryTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Overlap = "OVERLAPPING_APPOINTMENT";

    private RegistryClient Own => new(Service, PlanService.Office);

    /// <summary>What others see of a school with a director and staff.</summary>
    private const string AddedSchool =
        """[{"people":{"totalCount":0},"appointments":{"totalCount":0},"director":null}]""";

    /// <summary>Ways to anything that is told of single persons.</summary>
    private static readonly string[] Ways =
    [
        "{ people { totalCount nodes { id name } } }",
        "{ people { groups(by: [OFFICE]) { label aggregate { count } } } }",
        "{ appointments { totalCount nodes { id name person { name } } } }",
        "{ appointments { groups(by: [POSITION]) { aggregate { count } } } }",
        "{ offices { nodes { people { totalCount nodes { name } } appointments { totalCount } } } }",
        "{ schools { nodes { people { totalCount } appointments { totalCount } director { name } } } }",
        "{ offices(where: { people: { some: { name: { contains: \"ใจ\" } } } }) { totalCount } }",
        "{ schools(where: { director: { name: { contains: \"ใจ\" } } }) { totalCount } }",
        "{ schools(where: { appointments: { any: true } }) { totalCount } }",
    ];

    [Fact]
    public async Task Nobody_but_development_officers_of_the_office_sees_anything_of_a_person()
    {
        using var client = Service.ClientOf("nobody");
        var before = new Dictionary<string, string>();
        foreach (var way in Ways)
            before[way] = (await Service.QueryAsync(way, client: client)).ToString();
        using var own = Own;
        var person = await own.PersonAsync("ประภาส ใจกว้าง", "นาย");
        var school = await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง", directorId: person);
        var appointment = await own.AppointAsync(person, "2020-10-01", schoolId: school);
        var byIds =
            $"{{ node(id: \"{person}\") {{ __typename }} person(id: \"{person}\") {{ name }} appointment(id: \"{appointment}\") {{ name }} "
            + $"nodes(ids: [\"{appointment}\"]) {{ __typename }} }}";
        foreach (var (name, one) in Somebody.All)
        {
            using var asking = Service.ClientOf(name);
            var sees =
                one is { } somebody
                && somebody.Roles.Contains(Role.DevelopmentOfficer)
                && somebody.Offices.Contains(PlanService.Office);
            foreach (var way in Ways)
            {
                var answer = await Service.QueryAsync(way, client: asking);
                answer
                    .ToString()
                    .Contains("ประภาส", StringComparison.Ordinal)
                    .ShouldBe(sees && way.Contains("name }", StringComparison.Ordinal), $"{name}: {way}");
                if (!sees)
                    answer
                        .ToString()
                        .Replace(AddedSchool, "[]", StringComparison.Ordinal)
                        .ShouldBe(before[way], $"{name}: {way}");
            }

            (await Service.QueryAsync(byIds, client: asking))
                .ToString()
                .Contains("ประภาส", StringComparison.Ordinal)
                .ShouldBe(sees, name);
        }
    }

    [Fact]
    public async Task A_former_office_keeps_what_happened_there_under_the_name_of_the_time_and_sees_nothing_later()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var own = Own;
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        var person = await own.PersonAsync("มานี เดิม", "นางสาว", "0007");
        await own.EndAsync(await own.AppointAsync(person, "2020-10-01"), "2022-09-30");
        var school = await other.SchoolAsync("0430008", "โรงเรียนอนุบาล");
        (await other.TryAppointAsync(person, "2022-10-01", schoolId: school)).ToString().ShouldContain("NOT_FOUND");
        await both.AppointAsync(person, "2022-10-01", schoolId: school);
        (await other.RenameAsync(person, "มานี หลังย้าย", "2023-01-01")).ToString().ShouldContain("หลังย้าย");
        (await own.RenameAsync(person, "มานี ไม่ได้", "2023-01-02")).ToString().ShouldContain("NOT_FOUND");

        var seen = (
            await own.QueryAsync("{ people { totalCount } appointments { nodes { name to person { name } } } }")
        ).ToString();
        seen.ShouldContain("\"totalCount\":0");
        seen.ShouldContain("{\"name\":\"มานี เดิม\",\"to\":\"2022-09-30\",\"person\":null}");
        seen.ShouldNotContain("หลังย้าย");
        var kept = (
            await other.QueryAsync(
                "{ people { nodes { name names { name } appointments { totalCount } school { name } } } }"
            )
        ).ToString();
        kept.ShouldContain("\"names\":[{\"name\":\"มานี เดิม\"},{\"name\":\"มานี หลังย้าย\"}]");
        kept.ShouldContain("\"appointments\":{\"totalCount\":2},\"school\":{\"name\":\"โรงเรียนอนุบาล\"}");
    }

    /// <summary>Whatever periods are asked for at once, those that are kept do not overlap, and none ends in another error.</summary>
    [Fact]
    public async Task Main_appointments_never_overlap_whoever_comes_first()
    {
        using var own = Own;
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        for (var round = 0; round < 4; round++)
        {
            var person = await own.PersonAsync($"คนที่ {round}");
            var asked = Enumerable
                .Range(0, 8)
                .Select(_ =>
                {
                    var from = new DateOnly(2020, 1, 1).AddDays(dice.Next(60));
                    return (From: from, To: dice.Next(5) == 0 ? (DateOnly?)null : from.AddDays(dice.Next(20)));
                })
                .ToList();
            var answers = await Task.WhenAll(
                asked.Select(one => own.TryAppointAsync(person, $"{one.From:O}", one.To is { } to ? $"{to:O}" : null))
            );
            var kept = asked.Where((_, i) => answers[i].GetProperty("errors").ValueKind == JsonValueKind.Null).ToList();
            kept.ShouldNotBeEmpty($"seed {seed}");
            foreach (var answer in answers.Where(one => one.GetProperty("errors").ValueKind != JsonValueKind.Null))
                answer.ToString().ShouldContain(Overlap, Case.Sensitive, $"seed {seed}");
            foreach (var (one, i) in kept.Select((one, i) => (one, i)))
            foreach (var next in kept.Skip(i + 1))
                (one.To < next.From || next.To < one.From).ShouldBeTrue($"seed {seed}: {one} {next}");
            // Nothing was refused that would have fitted.
            foreach (var refused in asked.Except(kept))
                kept.ShouldContain(one => !(one.To < refused.From) && !(refused.To < one.From), $"seed {seed}");
        }
    }

    [Fact]
    public async Task A_repeated_key_and_a_dry_run_add_nobody()
    {
        using var own = Own;
        var input = new
        {
            officeCode = PlanService.Office,
            name = "ปิติ พอใจ",
            staffNumber = "0042",
        };
        var first = await own.SendAsync("createPerson", "person { id }", input, "key");
        (await own.SendAsync("createPerson", "person { id }", input, "key")).ToString().ShouldBe(first.ToString());
        (await own.SendAsync("createPerson", "person { id }", input)).ToString().ShouldContain("VALIDATION_FAILED");
        (await own.SendAsync("createPerson", "person { id }", input with { staffNumber = "๐๐๔๒" }))
            .ToString()
            .ShouldContain("VALIDATION_FAILED");
        var rehearsed = new
        {
            officeCode = PlanService.Office,
            name = "วีระ ลอง",
            dryRun = true,
        };
        (await own.SendAsync("createPerson", "person { name }", rehearsed)).ToString().ShouldContain("วีระ ลอง");
        (await own.QueryAsync("{ people { nodes { staffNumber } } }"))
            .ToString()
            .ShouldBe("""{"people":{"nodes":[{"staffNumber":"0042"}]}}""");
    }

    [Fact]
    public async Task A_plan_that_no_longer_states_a_unit_leaves_it_to_the_people_appointed_there()
    {
        var file = SampleFile.Sample();
        var units = file["office"]!["orgUnits"]!.AsArray();
        units.Add(new System.Text.Json.Nodes.JsonObject { ["number"] = 99, ["name"] = "กลุ่มใหม่" });
        (await Service.ImportAsync(SampleFile.Bytes(file))).Succeeded.ShouldBeTrue();
        using var own = Own;
        var found = await own.QueryAsync("{ orgUnits(where: { number: { eq: 99 } }) { nodes { id } } }");
        var unit = found.GetProperty("orgUnits").GetProperty("nodes")[0].GetProperty("id").GetString();
        await own.AppointAsync(await own.PersonAsync("ชูใจ เลิศล้ำ"), "2021-10-01", orgUnitId: unit);
        units.RemoveAt(units.Count - 1);
        (await Service.ImportAsync(SampleFile.Bytes(file))).Succeeded.ShouldBeTrue();
        (await own.QueryAsync("{ people { nodes { orgUnit { name } } } }")).ToString().ShouldContain("กลุ่มใหม่");
    }

    [Fact]
    public async Task Every_person_whose_record_is_read_is_on_record_however_many()
    {
        await Service.ExecuteSqlAsync(
            """
            INSERT INTO people (id, office_id, title, name, status)
            SELECT gen_random_uuid(), o.id, '', 'คน ' || n, 'ACTIVE' FROM offices o, generate_series(1, 300) n
            """
        );
        using var own = Own;
        var read = await own.QueryAsync("{ people(first: 300) { nodes { id name } } }");
        var ids = read.GetProperty("people")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(one => one.GetProperty("id").GetString()!);
        using var administrator = Service.ClientOf("administrator");
        var log = (
            await Service.QueryAsync(
                "{ auditLog(where: { kind: { eq: READ } }) { nodes { after } } }",
                client: administrator
            )
        ).ToString();
        foreach (var id in ids)
            log.ShouldContain(id);
    }
}
