using System.Text.Json;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.SampleData;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>Names printed in a plan are linked to people by an officer's decision.</summary>
public sealed class StaffLinkTests(PlanService service) : LedgerTestsBase(service)
{
    private RegistryClient Own => new(Service, PlanService.Office);

    /// <summary>Ways to what a link or a suggestion tells.</summary>
    private static readonly string[] Ways =
    [
        "{ staff { nodes { person { name } suggestions { formerName person { name } } } } }",
        "{ staff(where: { person: { name: { contains: \"หลังแต่ง\" } } }) { totalCount } }",
        "{ staff(where: { person: { status: { eq: ACTIVE } } }) { totalCount } }",
        "{ people { nodes { name staffMembers { nodes { name } } } } }",
    ];

    [Fact]
    public async Task A_link_shows_the_person_to_those_who_see_the_person_and_nothing_to_others()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        var (member, printed, proper) = await OwnerAsync();
        var before = new Dictionary<(string, string), string>();
        foreach (var (name, _) in Somebody.All)
        foreach (var way in Ways)
        {
            using var client = Service.ClientOf(name);
            before[(name, way)] = (await Service.AskAsync(way, client: client)).ToString();
        }

        using var own = Own;
        var person = await own.PersonAsync(proper);
        await own.RenameAsync(person, "ผู้ใหม่ หลังแต่ง", "2024-01-01");
        (await SuggestedAsync(own, member)).ShouldBe("[{\"formerName\":true,\"person\":{\"id\":\"" + person + "\"}}]");
        (await LinkAsync(own, member, person)).ToString().ShouldContain(printed);
        (await SuggestedAsync(own, member)).ShouldBe("[]");
        foreach (var (name, one) in Somebody.All)
        {
            using var client = Service.ClientOf(name);
            var sees =
                one is { } somebody
                && somebody.Roles.Contains(Role.DevelopmentOfficer)
                && somebody.Offices.Contains(PlanService.Office);
            foreach (var way in Ways)
            {
                var answer = (await Service.AskAsync(way, client: client)).ToString();
                if (sees)
                    answer.ShouldNotBe(before[(name, way)], $"{name}: {way}");
                else
                    answer.ShouldBe(before[(name, way)], $"{name}: {way}");
            }
        }

        (await own.QueryAsync("{ people { nodes { staffMembers { nodes { id } } } } }"))
            .ToString()
            .ShouldContain(member);
    }

    [Fact]
    public async Task Only_officers_of_the_plan_s_office_link_it_and_only_people_whom_the_office_knows()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        var (member, _, proper) = await OwnerAsync();
        using var own = Own;
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        var person = await own.PersonAsync(proper);
        var stranger = await other.PersonAsync(proper);
        (await LinkAsync(other, member, stranger)).ToString().ShouldContain("NOT_FOUND");
        (await LinkAsync(own, member, stranger)).ToString().ShouldContain("NOT_FOUND");
        (await LinkAsync(both, member, stranger)).ToString().ShouldContain("NOT_FOUND");
        (await LinkAsync(own, member, person)).ToString().ShouldNotContain("code");
        var second = await own.PersonAsync("ปิติ พอใจ");
        (await LinkAsync(own, member, second)).ToString().ShouldContain("VALIDATION_FAILED");
        (await UnlinkAsync(other, member)).ToString().ShouldContain("NOT_FOUND");
        (await UnlinkAsync(own, member)).ToString().ShouldNotContain("code");
        // Who has left the office may still be the one who is printed.
        await own.EndAsync(await own.AppointAsync(second, "2020-01-01"), "2020-12-31");
        var school = await other.SchoolAsync("0430008", "โรงเรียนอนุบาล");
        await both.AppointAsync(second, "2021-01-01", schoolId: school);
        (await LinkAsync(own, member, second)).ToString().ShouldNotContain("code");
        (await own.QueryAsync($"{{ staffMember(id: \"{member}\") {{ person {{ name }} }} }}"))
            .ToString()
            .ShouldBe("""{"staffMember":{"person":null}}""");
    }

    [Fact]
    public async Task A_link_survives_another_import_and_goes_with_a_merge()
    {
        var (member, _, proper) = await OwnerAsync();
        using var own = Own;
        var person = await own.PersonAsync(proper);
        var kept = await own.PersonAsync("มานี รักเรียน");
        await LinkAsync(own, member, person);
        (await Service.ImportAsync(SamplePlan.Read())).Succeeded.ShouldBeTrue();
        (await LinkedToAsync(own, member)).ShouldBe(person);
        MergeTests.Reasons(await MergeTests.MergeAsync(own, kept, person)).ShouldBeEmpty();
        (await LinkedToAsync(own, member)).ShouldBe(kept);
    }

    [Fact]
    public async Task Who_is_erased_is_erased_with_the_linked_printed_names()
    {
        var (member, printed, proper) = await OwnerAsync();
        using var own = Own;
        var person = await own.PersonAsync("ฬฐฆก ฌญฎฏก");
        await LinkAsync(own, member, person);
        using var administrator = Service.ClientOf("administrator");
        await Service.QueryAsync(
            $"mutation {{ erasePerson(input: {{ personId: \"{person}\", reason: \"r\", idempotencyKey: \"e\" }}) {{ errors {{ __typename }} }} }}",
            client: administrator
        );
        var name = (await own.QueryAsync($"{{ staffMember(id: \"{member}\") {{ name }} }}")).ToString();
        name.ShouldContain("บุคลากร");
        name.ShouldNotContain(proper);
        printed.ShouldContain(proper);
        // Neither does another import bring it back.
        (await Service.ImportAsync(SamplePlan.Read())).Succeeded.ShouldBeTrue();
        (await own.QueryAsync("{ staff(first: 500) { nodes { name } } }")).ToString().ShouldNotContain(proper);
    }

    /// <summary>A name is the same with any title, spaces and ways of typing; another name is not.</summary>
    [Theory]
    [InlineData("นาย", "สมชาย  ใจดี", true)]
    [InlineData("นายแพทย์", "สมชาย ใจดี", true)]
    [InlineData("ว่าที่ร้อยตรีหญิง ", "สมชาย\u00A0ใจดี", true)]
    [InlineData("ดร.", "สมชายใจดี", true)]
    [InlineData("", "สมชาย ใจดีย์", false)]
    [InlineData("", "นายิกา ใจดี", false)]
    public async Task Names_are_compared_without_titles_and_spaces(string title, string name, bool same)
    {
        var (member, _, _) = await OwnerAsync();
        using var own = Own;
        await own.PersonAsync("สมชาย ใจดี");
        await Service.ExecuteSqlAsync(
            $"UPDATE staff_members SET name = '{title}{name}' WHERE id = '{NodeIdOf(member)}'"
        );
        (await SuggestedAsync(own, member)).ShouldBe(same ? await OnlySuggestionAsync(own) : "[]");
    }

    private static async Task<string> OnlySuggestionAsync(RegistryClient own)
    {
        var id = (await own.QueryAsync("{ people { nodes { id } } }"))
            .GetProperty("people")
            .GetProperty("nodes")[0]
            .GetProperty("id")
            .GetString();
        return "[{\"formerName\":false,\"person\":{\"id\":\"" + id + "\"}}]";
    }

    private static Guid NodeIdOf(string id) =>
        Application.Common.Querying.NodeId.TryParse(id, out var node) ? node.Id : default;

    /// <summary>A published owner of a project: id, name as printed, and without a title.</summary>
    private async Task<(string Id, string Printed, string Proper)> OwnerAsync()
    {
        var found = (await Service.QueryAsync("{ staff(first: 1) { nodes { id name } } }"))
            .GetProperty("staff")
            .GetProperty("nodes")[0];
        var printed = found.GetProperty("name").GetString()!;
        return (found.GetProperty("id").GetString()!, printed, Domain.Staff.PersonName.Of(printed).Proper);
    }

    private static Task<JsonElement> LinkAsync(RegistryClient client, string staffMemberId, string personId) =>
        client.SendAsync("linkStaffMember", "staffMember { name }", new { staffMemberId, personId });

    private static Task<JsonElement> UnlinkAsync(RegistryClient client, string staffMemberId) =>
        client.SendAsync("unlinkStaffMember", "staffMember { name }", new { staffMemberId });

    private static async Task<string> SuggestedAsync(RegistryClient client, string member) =>
        (
            await client.QueryAsync(
                $"{{ staffMember(id: \"{member}\") {{ suggestions {{ formerName person {{ id }} }} }} }}"
            )
        )
            .GetProperty("staffMember")
            .GetProperty("suggestions")
            .ToString();

    private static async Task<string?> LinkedToAsync(RegistryClient client, string member) =>
        (await client.QueryAsync($"{{ staffMember(id: \"{member}\") {{ person {{ id }} }} }}"))
            .GetProperty("staffMember")
            .GetProperty("person")
            .GetProperty("id")
            .GetString();
}
