using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>Pairs of records that may be of one person.</summary>
public sealed class DuplicateTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Pairs =
        "{ potentialDuplicates { totalCount nodes { reason personId otherId person { name } other { name } office { code } otherOffice { code } } } }";

    [Fact]
    public async Task Pairs_are_found_by_name_and_by_given_name_with_start_or_school()
    {
        using var own = new RegistryClient(Service, PlanService.Office);
        var first = await own.PersonAsync("มานี  รักเรียน", "นางสาว");
        var same = await own.PersonAsync("มานี รักเรียน", "นาง");
        (await FoundAsync(own)).ShouldBe(["SAME_NAME"]);
        // A marriage: the former name of one is the name of the other.
        await own.RenameAsync(same, "มานี เรียนดี", "2021-01-01");
        (await FoundAsync(own)).ShouldBe(["SAME_NAME"]);
        MergeTests.Reasons(await MergeTests.MergeAsync(own, first, same)).ShouldBeEmpty();
        (await FoundAsync(own)).ShouldBeEmpty();

        var school = await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง");
        var started = await own.PersonAsync("ชูใจ หนึ่ง");
        await own.AppointAsync(started, "2020-05-16", schoolId: school);
        var likewise = await own.PersonAsync("ชูใจ สอง");
        await own.AppointAsync(likewise, "2021-05-16", schoolId: school);
        (await FoundAsync(own)).ShouldBe(["SAME_GIVEN_NAME_AND_SCHOOL"]);
        await own.AppointAsync(likewise, "2020-05-16", "2020-12-31");
        (await FoundAsync(own)).ShouldBe(["SAME_GIVEN_NAME_AND_START"]);
        await own.PersonAsync("ปิติ สอง");
        (await FoundAsync(own)).Count.ShouldBe(1);
    }

    /// <summary>For random records: the score follows from what agrees, and the pairs come by it.</summary>
    [Fact]
    public async Task Pairs_say_what_agrees_and_come_the_most_alike_first()
    {
        using var own = new RegistryClient(Service, PlanService.Office);
        string[] schools =
        [
            await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง"),
            await own.SchoolAsync("0430002", "โรงเรียนบ้านโพธิ์"),
        ];
        var random = new Random(18);
        var people = new Dictionary<string, (string Given, string Name, string? Start, int School)>();
        for (var i = 0; i < 14; i++)
        {
            var given = random.Next(2) == 0 ? "มานี" : "ชูใจ";
            var name = $"{given} {(random.Next(2) == 0 ? "หนึ่ง" : "สอง")}";
            var start = random.Next(4) == 0 ? null : $"20{random.Next(20, 22)}-05-16";
            var school = random.Next(2);
            var person = await own.PersonAsync(name);
            if (start is not null)
                await own.AppointAsync(person, start, schoolId: schools[school]);
            people.Add(person, (given, name, start, school));
        }

        var pairs = await own.QueryAsync(
            "{ potentialDuplicates(first: 100) { nodes { personId otherId score sameIdentity sameName sameGivenName sameStart sameSchool differentIdentity } } }"
        );
        var scores = new List<int>();
        foreach (var pair in pairs.GetProperty("potentialDuplicates").GetProperty("nodes").EnumerateArray())
        {
            var (one, other) = (Of("personId"), Of("otherId"));
            var (start, school) = (
                one.Start is not null && one.Start == other.Start,
                one.Start is not null && other.Start is not null && one.School == other.School
            );
            (Is("sameName"), Is("sameGivenName"), Is("sameStart"), Is("sameSchool")).ShouldBe(
                (one.Name == other.Name, one.Given == other.Given, start, school)
            );
            (Is("sameIdentity"), Is("differentIdentity")).ShouldBe((false, false));
            scores.Add(pair.GetProperty("score").GetInt32());
            scores[^1].ShouldBe((one.Name == other.Name ? 60 : 30) + (start ? 24 : 0) + (school ? 15 : 0));
            bool Is(string field) => pair.GetProperty(field).GetBoolean();
            (string Given, string Name, string? Start, int School) Of(string field) =>
                people[pair.GetProperty(field).GetString()!];
        }

        scores.Distinct().Count().ShouldBeGreaterThan(3);
        scores.ShouldBe(scores.OrderDescending());
    }

    [Fact]
    public async Task A_pair_is_seen_by_those_who_see_both_and_by_nobody_else()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var own = new RegistryClient(Service, PlanService.Office);
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        await own.PersonAsync("มานี รักเรียน");
        await other.PersonAsync("มานี รักเรียน");
        var pair = (await both.QueryAsync(Pairs)).GetProperty("potentialDuplicates");
        pair.GetProperty("totalCount").GetInt32().ShouldBe(1);
        const string below = "{ offices { nodes { code potentialDuplicates { totalCount } } } }";
        foreach (var (name, one) in Somebody.All)
        {
            using var client = Service.ClientOf(name);
            var found = await Service.AskAsync("{ potentialDuplicates { totalCount } }", client: client);
            if (one is { } somebody && somebody.Roles.Contains(Role.DevelopmentOfficer))
                found.ToString().ShouldContain("\"totalCount\":0", Case.Sensitive, name);
            else
                PlanService.CodeOf(found).ShouldNotBeNull(name);
            (await Service.QueryAsync(below, client: client))
                .ToString()
                .Contains("\"totalCount\":1", StringComparison.Ordinal)
                .ShouldBe(name == "administrator", name);
        }

        using var administrator = Service.ClientOf("administrator");
        var seen = (
            await Service.QueryAsync(
                "{ offices { nodes { potentialDuplicates { nodes { reason personId otherId person { name } other { name } office { code } otherOffice { code } } } } } }",
                client: administrator
            )
        ).ToString();
        seen.ShouldContain(pair.GetProperty("nodes")[0].GetProperty("personId").GetString()!);
        seen.ShouldContain(pair.GetProperty("nodes")[0].GetProperty("otherId").GetString()!);
        seen.ShouldContain("\"person\":null,\"other\":null");
        seen.ShouldNotContain("มานี");
        // What an administrator sees of a pair is what a merge takes.
        await own.PersonAsync("มานี รักเรียน");
        using var officer = Service.ClientOf("development officer");
        (await Service.QueryAsync("{ potentialDuplicates { totalCount } }", client: officer))
            .ToString()
            .ShouldContain("\"totalCount\":1");
    }

    /// <summary>The reasons of all pairs.</summary>
    private static async Task<IReadOnlyList<string>> FoundAsync(RegistryClient client) =>
        [
            .. (await client.QueryAsync(Pairs))
                .GetProperty("potentialDuplicates")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(pair => pair.GetProperty("reason").GetString()!),
        ];
}
