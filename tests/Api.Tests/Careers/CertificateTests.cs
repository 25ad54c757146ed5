using System.Text.Json;
using Npgsql;
using TeacherDevPlan.Api.Tests.Development;
using TeacherDevPlan.Api.Tests.People;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Api.Tests.Careers;

/// <summary>Certificates under many clients, their public check, and hours of development.</summary>
public sealed class CertificateTests(PlanService service) : LedgerTestsBase(service)
{
    [Fact]
    public async Task Numbers_have_no_gaps_and_no_enrolment_has_two_however_many_clients_issue()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new CareerClient(client);
        var people = await PeopleAsync(6);
        var first = await officer.CompletedAsync(people);
        var second = await officer.CompletedAsync(people);
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        // Any parts of both, again and again, at once: some are refused, and what is refused takes no number.
        var parts = Enumerable
            .Range(0, 30)
            .Select(_ =>
            {
                var (offering, enrollments) = dice.Next(2) == 0 ? first : second;
                return (offering, enrollments.Where(_ => dice.Next(3) == 0).DefaultIfEmpty(enrollments[0]).ToArray());
            })
            .ToList();
        var sent = await Task.WhenAll(parts.Select(part => officer.IssueAsync(part.offering, part.Item2)));
        foreach (var answer in sent.Where(answer => answer.GetProperty("certificates").ValueKind == JsonValueKind.Null))
            answer.ToString().ShouldContain("INVALID_STATE", customMessage: $"seed {seed}");
        var numbers = (await ColumnAsync("SELECT number::text FROM certificates c ORDER BY c.number")).ToArray();
        numbers.ShouldNotBeEmpty($"seed {seed}");
        numbers.ShouldBe([.. Enumerable.Range(1, numbers.Length).Select(number => $"{number}")], $"seed {seed}");
        (await ColumnAsync("SELECT count(DISTINCT enrollment_id) || ' ' || count(DISTINCT code) FROM certificates"))
            .Single()
            .ShouldBe($"{numbers.Length} {numbers.Length}", $"seed {seed}");
        (await ColumnAsync("SELECT last_number || ' ' || year FROM certificate_series"))
            .Single()
            .ShouldBe($"{numbers.Length} 2566", $"seed {seed}");
    }

    [Fact]
    public async Task A_list_is_issued_whole_or_not_at_all_and_once_by_its_key()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        var officer = new CareerClient(client);
        var people = await PeopleAsync(3);
        var (offering, enrollments) = await officer.CompletedAsync(people);
        var (other, _) = await officer.CompletedAsync(people);
        (await officer.IssueAsync(other, enrollments)).ToString().ShouldContain("NOT_FOUND");
        (await officer.IssueAsync(offering, enrollments, "2023-01-09"))
            .ToString()
            .ShouldContain("\"field\":\"issuedOn\"");
        (await officer.IssueAsync(offering, enrollments, "2999-01-09"))
            .ToString()
            .ShouldContain("\"field\":\"issuedOn\"");
        (await officer.IssueAsync(offering, enrollments, expiresOn: "2023-01-30"))
            .ToString()
            .ShouldContain("\"field\":\"expiresOn\"");
        (await officer.IssueAsync(offering, [])).ToString().ShouldContain("\"field\":\"enrollments\"");
        (await officer.IssueAsync(offering, [enrollments[0], enrollments[0]]))
            .ToString()
            .ShouldContain("\"field\":\"enrollments\"");
        await Service.ExecuteSqlAsync(
            $"UPDATE enrollments SET status = 'NOT_COMPLETED' WHERE person_id = '{NodeId.Parse(people[2], nameof(Person), "id")}'"
        );
        (await officer.IssueAsync(offering, enrollments)).ToString().ShouldContain("enrollments[2]");
        (await ColumnAsync("SELECT last_number::text FROM certificate_series")).ShouldBeEmpty();
        await Service.ExecuteSqlAsync("UPDATE enrollments SET status = 'COMPLETED'");
        var issued = await officer.IssueAsync(offering, enrollments, key: "again");
        var repeated = await officer.IssueAsync(offering, enrollments, key: "again");
        repeated.ToString().ShouldBe(issued.ToString());
        (await ColumnAsync("SELECT last_number::text FROM certificate_series")).Single().ShouldBe("3");
    }

    [Fact]
    public async Task The_check_tells_validity_and_initials_and_nothing_of_codes_that_are_none()
    {
        using var client = DevelopmentClient.Of(Service, "development officer");
        using var own = new RegistryClient(Service, PlanService.Office);
        using var elsewhere = DevelopmentClient.Of(Service, "development officer elsewhere");
        var officer = new CareerClient(client);
        string[] people = [await own.PersonAsync("เสมา ไชยสุข", "นาย"), await own.PersonAsync("แก้ว ณ ระนอง")];
        var (offering, enrollments) = await officer.CompletedAsync(people);
        var valid = Certificates(await officer.IssueAsync(offering, enrollments[..1], expiresOn: "2999-01-01"))[0];
        var expired = Certificates(await officer.IssueAsync(offering, enrollments[1..], expiresOn: "2023-02-01"))[0];
        (await CheckAsync(Code(valid))).ShouldBe("""{"validity":"VALID","initials":"ส.ช."}""");
        (await CheckAsync(Code(expired))).ShouldBe("""{"validity":"EXPIRED","initials":"ก.ณ."}""");
        foreach (
            var text in new[]
            {
                "",
                "x",
                CertificateCode.New(),
                Code(valid)[..^1],
                Code(valid).ToLowerInvariant(),
                "' OR 1=1 --",
            }
        )
            (await CheckAsync(text)).ShouldBe("null", text);
        var id = valid.GetProperty("id").GetString()!;
        (await new CareerClient(elsewhere).RevokeAsync(id)).ToString().ShouldContain("NOT_FOUND");
        (await officer.RevokeAsync(id)).ToString().ShouldContain("REVOKED");
        (await officer.RevokeAsync(id)).ToString().ShouldContain("INVALID_STATE");
        (await CheckAsync(Code(valid))).ShouldBe("""{"validity":"REVOKED","initials":"ส.ช."}""");
        // Another one can take the place of a revoked one, with the next number.
        Certificates(await officer.IssueAsync(offering, enrollments[..1]))[0]
            .GetProperty("number")
            .GetInt32()
            .ShouldBe(3);
        // The type has nothing else, and no list leads to it.
        (await Service.QueryAsync("{ __type(name: \"CertificateCheck\") { fields { name } } }"))
            .ToString()
            .ShouldBe("""{"__type":{"fields":[{"name":"validity"},{"name":"initials"}]}}""");
        (
            await client.QueryAsync(
                "{ certificates(where: { expiresOn: { lte: \"2023-12-31\" }, revokedOn: { eq: null } }) { nodes { number person { name } } } }"
            )
        )
            .ToString()
            .ShouldBe("""{"certificates":{"nodes":[{"number":2,"person":{"name":"แก้ว ณ ระนอง"}}]}}""");
    }

    [Fact]
    public async Task An_erased_name_leaves_no_initials_and_only_those_concerned_see_a_certificate()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new CareerClient(scene.Officer);
        var (offering, enrollments) = await officer.CompletedAsync([scene.TeacherId]);
        var code = Code(Certificates(await officer.IssueAsync(offering, enrollments))[0]);
        foreach (var who in new[] { scene.Officer, scene.Teacher, scene.Supervisor, scene.Director })
            (await who.QueryAsync("{ certificates { nodes { code } } }")).ToString().ShouldContain(code);
        foreach (
            var name in new[] { "nobody", "analyst", "administrator", "plan officer", "development officer elsewhere" }
        )
        {
            using var client = DevelopmentClient.Of(Service, name);
            (
                await client.AskAsync(
                    "{ certificates { totalCount } offerings { nodes { certificates { totalCount } } } }"
                )
            )
                .ToString()
                .ShouldNotContain("\"totalCount\":1", customMessage: name);
        }

        (await scene.Colleague.QueryAsync("{ certificates { totalCount } }")).ToString().ShouldContain(":0");
        (await CheckAsync(code)).ShouldContain("\"initials\":\"ม.ร.\"");
        await scene.EraseAsync(scene.TeacherId);
        (await CheckAsync(code)).ShouldBe("""{"validity":"VALID","initials":null}""");
    }

    [Fact]
    public async Task Hours_of_a_year_and_of_five_are_compared_with_the_rules_of_the_year()
    {
        using var scene = await DevelopmentScene.SetAsync(Service);
        var officer = new CareerClient(scene.Officer);
        await officer.CompletedAsync([scene.TeacherId], 60);
        await officer.CompletedAsync([scene.TeacherId], 45);
        await officer.CompletedAsync([scene.TeacherId], 30, fiscalYear: 2565);
        await officer.CompletedAsync([scene.TeacherId], 15, fiscalYear: 2560);
        const string asked =
            "{ developmentHours(order: [{ fiscalYear: DESC }, { minutesInPeriod: ASC }]) { nodes { fiscalYear minutes minutesInPeriod met rule { code } } } }";
        const string expected =
            """{"developmentHours":{"nodes":[{"fiscalYear":2566,"minutes":105,"minutesInPeriod":105,"met":false,"rule":{"code":"W22_2560_YEAR"}},{"fiscalYear":2566,"minutes":105,"minutesInPeriod":135,"met":false,"rule":{"code":"W22_2560_FIVE_YEARS"}},"""
            + """{"fiscalYear":2565,"minutes":30,"minutesInPeriod":30,"met":false,"rule":{"code":"W22_2560_YEAR"}},{"fiscalYear":2565,"minutes":30,"minutesInPeriod":30,"met":false,"rule":{"code":"W22_2560_FIVE_YEARS"}},"""
            + """{"fiscalYear":2560,"minutes":15,"minutesInPeriod":15,"met":null,"rule":null}]}}""";
        var told = (await scene.Officer.QueryAsync(asked)).ToString();
        Rows(told).ShouldBe(Rows(expected));
        Rows((await scene.Teacher.QueryAsync(asked)).ToString()).ShouldBe(Rows(expected));
        (await scene.Colleague.QueryAsync(asked)).ToString().ShouldContain("\"nodes\":[]");
        await Service.ExecuteSqlAsync("UPDATE enrollments SET attended_minutes = 720 WHERE attended_minutes = 60");
        (
            await scene.Director.QueryAsync(
                "{ people(where: { developmentHours: { some: { fiscalYear: { eq: 2566 }, met: { eq: true } } } }) { nodes { name "
                    + "developmentHours(where: { met: { eq: true } }) { totalCount } } } }"
            )
        )
            .ToString()
            .ShouldBe("""{"people":{"nodes":[{"name":"มานี รักเรียน","developmentHours":{"totalCount":1}}]}}""");
    }

    /// <summary>The rows in an order of their own, as rows that are alike may stand in either order.</summary>
    private static string[] Rows(string told) =>
        [
            .. JsonDocument
                .Parse(told)
                .RootElement.GetProperty("developmentHours")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(row => row.GetRawText())
                .Order(StringComparer.Ordinal),
        ];

    private static JsonElement[] Certificates(JsonElement sent) =>
        sent.GetProperty("certificates").ValueKind == JsonValueKind.Array
            ? [.. sent.GetProperty("certificates").EnumerateArray()]
            : throw new InvalidOperationException(sent.ToString());

    private static string Code(JsonElement certificate) => certificate.GetProperty("code").GetString()!;

    /// <summary>What a stranger is told.</summary>
    private async Task<string> CheckAsync(string code) =>
        (
            await Service.QueryAsync(
                "query ($code: String!) { certificateCheck(code: $code) { validity initials } }",
                new { code }
            )
        )
            .GetProperty("certificateCheck")
            .GetRawText();

    /// <summary>The ids of new people of the sample's office.</summary>
    private async Task<string[]> PeopleAsync(int count)
    {
        var ids = await ColumnAsync(
            $"""
            INSERT INTO people (id, office_id, title, name, status)
            SELECT gen_random_uuid(), o.id, '', 'ครู ' || n, 'ACTIVE' FROM offices o, generate_series(1, {count}) n
            WHERE o.code = '{PlanService.Office}' RETURNING id::text
            """
        );
        return [.. ids.Select(id => new NodeId(nameof(Person), Guid.Parse(id)).ToString())];
    }

    private async Task<string[]> ColumnAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(reader.GetString(0));
        return [.. rows];
    }
}
