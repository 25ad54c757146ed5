using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>The names of people in the registry are corrected and erased.</summary>
public sealed class RegistryNameTests(PlanService service) : LedgerTestsBase(service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("erasePerson")]
    [InlineData("correctPerson")]
    public async Task A_person_s_name_is_replaced_in_every_office_that_has_it(string mutation)
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var own = new RegistryClient(Service, PlanService.Office);
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        using var both = new RegistryClient(Service, PlanService.Office, Somebody.OtherOffice);
        var person = await own.PersonAsync("ฬฐฆก ฌญฎฏก", "นางสาว");
        await own.EndAsync(await own.AppointAsync(person, "2020-10-01"), "2022-09-30");
        var school = await other.SchoolAsync("0430008", "โรงเรียนอนุบาล");
        await both.AppointAsync(person, "2022-10-01", schoolId: school);
        await other.RenameAsync(person, "ฬฐฆก ฑฒณกด", "2023-01-01");
        using var administrator = Service.ClientOf("administrator");
        var name = mutation == "correctPerson" ? ", name: \"มานี ถูกต้อง\"" : "";
        var answer = await Service.QueryAsync(
            $"mutation {{ {mutation}(input: {{ personId: \"{person}\", reason: \"ฬฐฆก ฑฒณกด ขอ\", idempotencyKey: \"k\"{name} }}) "
                + "{ person { name } staffMember { name } errors { __typename } } }",
            client: administrator
        );
        answer.GetProperty(mutation).ToString().ShouldBe("""{"person":null,"staffMember":null,"errors":null}""");

        (await FindAsync("ฑฒณกด")).ShouldBeEmpty();
        (await FindAsync("ฌญฎฏก")).Count.ShouldBe(mutation == "erasePerson" ? 0 : 2);
        var present = (await other.QueryAsync("{ people { nodes { name } } }")).ToString();
        present.ShouldContain(mutation == "erasePerson" ? "บุคลากร" : "มานี ถูกต้อง");
        (
            await Service.Services.GetRequiredService<IAuditVerifier>().VerifyAsync(null, [], Cancellation)
        ).Faults.ShouldBeEmpty();
    }

    /// <summary>The tables in which a text stands.</summary>
    private async Task<IReadOnlyList<string>> FindAsync(string text)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        var tables = new List<string>();
        await using (
            var list = source.CreateCommand(
                "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
            )
        )
        await using (var rows = await list.ExecuteReaderAsync(Cancellation))
        {
            while (await rows.ReadAsync(Cancellation))
                tables.Add(rows.GetString(0));
        }

        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var find = source.CreateCommand(
                $"SELECT 1 FROM \"{table}\" t WHERE strpos(t::text, $1) > 0 LIMIT 1"
            );
            find.Parameters.Add(new NpgsqlParameter { Value = text });
            if (await find.ExecuteScalarAsync(Cancellation) is not null)
                found.Add(table);
        }

        return found;
    }
}
