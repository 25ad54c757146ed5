using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>Members of staff through the API: invitations, and whose records they read.</summary>
public sealed class StaffTests(PlanService service) : LedgerTestsBase(service)
{
    private const string Everybody = "{ me { name } people { nodes { name } } appointments { nodes { name } } }";

    private RegistryClient Own => new(Service, PlanService.Office);

    [Fact]
    public async Task An_invitation_binds_the_first_caller_who_knows_its_code_and_nobody_else()
    {
        using var own = Own;
        var person = await own.PersonAsync("มานี รักเรียน");
        var first = await own.InviteAsync(person);
        var code = await own.InviteAsync(person);
        using var manee = As("manee");
        using var other = As("other");
        (await manee.QueryAsync("{ me { name } people { totalCount } }"))
            .ToString()
            .ShouldBe("""{"me":null,"people":{"totalCount":0}}""");
        (await manee.AcceptAsync(first)).ShouldContain("INVALID_INVITATION");
        (await manee.AcceptAsync("AAAA-BBBB")).ShouldContain("INVALID_INVITATION");
        (await manee.AcceptAsync(code.ToLowerInvariant().Replace('-', ' '))).ShouldContain("มานี รักเรียน");
        (await other.AcceptAsync(code)).ShouldContain("INVALID_INVITATION");
        (await manee.AcceptAsync(code)).ShouldContain("มานี รักเรียน");
        (await manee.QueryAsync(Everybody)).ToString().ShouldContain("\"me\":{\"name\":\"มานี รักเรียน\"}");
        (await other.QueryAsync("{ me { name } people { totalCount } }"))
            .ToString()
            .ShouldBe("""{"me":null,"people":{"totalCount":0}}""");
        (await own.QueryAsync("{ people { nodes { hasAccount } } }")).ToString().ShouldContain("true");

        var another = await own.PersonAsync("ชูใจ เลิศล้ำ");
        (await manee.AcceptAsync(await own.InviteAsync(another))).ShouldContain("ACCOUNT_TAKEN");
        await own.SendAsync("removeAccount", "person { name }", new { personId = person });
        (await manee.QueryAsync("{ me { name } }")).ToString().ShouldBe("""{"me":null}""");
        (await manee.AcceptAsync(code)).ShouldContain("INVALID_INVITATION");
    }

    [Fact]
    public async Task Of_two_who_accept_at_once_one_is_bound()
    {
        using var own = Own;
        var code = await own.InviteAsync(await own.PersonAsync("มานี รักเรียน"));
        var callers = Enumerable.Range(0, 6).Select(n => As($"caller{n}")).ToList();
        var answers = await Task.WhenAll(callers.Select(caller => caller.AcceptAsync(code)));
        answers.Count(answer => !answer.Contains("INVALID_INVITATION", StringComparison.Ordinal)).ShouldBe(1);
        foreach (var caller in callers)
            caller.Dispose();
    }

    [Fact]
    public async Task Staff_read_themselves_and_those_they_lead_today()
    {
        using var own = Own;
        var director = await own.PersonAsync("ประภาส ใจกว้าง");
        var school = await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง", directorId: director);
        var supervisor = await own.PersonAsync("วีระ หัวหน้า");
        var teacher = await own.PersonAsync("มานี รักเรียน");
        var former = await own.PersonAsync("ปิติ พอใจ");
        await own.AppointAsync(director, "2018-10-01", schoolId: school);
        var leading = await own.AppointAsync(supervisor, "2018-10-01");
        await own.AppointAsync(teacher, "2020-05-16", schoolId: school, supervisorId: supervisor);
        await own.AppointAsync(former, "2019-05-16", "2020-05-15", schoolId: school, supervisorId: supervisor);
        await own.AppointAsync(former, "2020-05-16");
        var sees = new Dictionary<string, string[]>
        {
            [director] = ["ประภาส ใจกว้าง", "มานี รักเรียน"],
            [supervisor] = ["มานี รักเรียน", "วีระ หัวหน้า"],
            [teacher] = ["มานี รักเรียน"],
            [former] = ["ปิติ พอใจ"],
        };
        foreach (var (person, names) in sees)
        {
            using var one = As($"of {person}");
            (await one.AcceptAsync(await own.InviteAsync(person))).ShouldContain(
                names[0] == "มานี รักเรียน" ? names[^1] : names[0]
            );
            var seen = await one.QueryAsync(Everybody);
            seen.GetProperty("people")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetProperty("name").GetString()!)
                .ShouldBe(names, ignoreOrder: true, customMessage: seen.ToString());
            seen.GetProperty("appointments")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetProperty("name").GetString()!)
                .ShouldAllBe(name => names.Contains(name));
        }

        await own.EndAsync(leading, "2024-09-30");
        using var led = As($"of {supervisor}");
        (await led.QueryAsync("{ people { nodes { name } } }"))
            .ToString()
            .ShouldBe("""{"people":{"nodes":[{"name":"วีระ หัวหน้า"}]}}""");
    }

    [Fact]
    public async Task Only_the_offices_development_officers_invite_and_only_staff_accept()
    {
        using var own = Own;
        var person = await own.PersonAsync("มานี รักเรียน");
        foreach (var (name, one) in Somebody.All)
        {
            using var client = Service.ClientOf(name);
            var invited = await Service.AskAsync(
                "mutation ($id: ID!) { invitePerson(input: { personId: $id }) { expiresAt errors { ... on Error { code } } } }",
                new { id = person },
                client
            );
            var isOwn =
                one is { } somebody
                && somebody.Roles.Contains(Role.DevelopmentOfficer)
                && somebody.Offices.Contains(PlanService.Office);
            invited.ToString().Contains("\"expiresAt\":\"20", StringComparison.Ordinal).ShouldBe(isOwn, name);
            var accepted = await Service.AskAsync(
                "mutation { acceptInvitation(input: { code: \"X\" }) { errors { ... on Error { code } } } }",
                null,
                client
            );
            accepted
                .ToString()
                .Contains("INVALID_INVITATION", StringComparison.Ordinal)
                .ShouldBe(one?.Roles.Contains(Role.Staff) == true, name);
        }
    }

    [Fact]
    public async Task An_erased_person_signs_in_no_longer()
    {
        using var own = Own;
        var person = await own.PersonAsync("มานี รักเรียน");
        using var manee = As("manee");
        await manee.AcceptAsync(await own.InviteAsync(person));
        using var administrator = Service.ClientOf("administrator");
        await Service.QueryAsync(
            "mutation ($id: ID!) { erasePerson(input: { personId: $id, reason: \"ขอลบ\", idempotencyKey: \"k\" }) { errors { ... on Error { message } } } }",
            new { id = person },
            administrator
        );
        (await manee.QueryAsync(Everybody)).ToString().ShouldStartWith("""{"me":null""");
        (await own.QueryAsync("{ people { nodes { hasAccount } } }")).ToString().ShouldContain("false");
    }

    [Fact]
    public async Task A_person_sees_who_else_read_the_record_and_nobody_else_sees_it()
    {
        using var own = Own;
        var person = await own.PersonAsync("มานี รักเรียน");
        await own.AppointAsync(person, "2020-05-16");
        using var manee = As("manee");
        await manee.AcceptAsync(await own.InviteAsync(person));
        await manee.QueryAsync(Everybody);
        await own.QueryAsync("{ people { totalCount } }");
        await own.QueryAsync("{ people { nodes { name staffNumber } } }");
        // Two rows of one person, and one request.
        await own.AppointAsync(person, "2021-05-16", "2021-06-15", main: false);
        await own.QueryAsync("{ appointments { nodes { position } } }");
        var seen = await manee.QueryAsync("{ me { readings { nodes { reader times } } } }");
        seen.ToString().ShouldBe("""{"me":{"readings":{"nodes":[{"reader":"local:somebody","times":2}]}}}""");
        (await own.QueryAsync("{ people { nodes { readings { totalCount } } } }"))
            .ToString()
            .ShouldContain("\"totalCount\":0");
    }

    private StaffClient As(string name) => new(Service, name);
}
