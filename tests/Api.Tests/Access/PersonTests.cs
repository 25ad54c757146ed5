using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Api.Hosting;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.SampleData;

namespace TeacherDevPlan.Api.Tests;

/// <summary>A person's name is corrected and erased wherever it stands, and does not come back.</summary>
public sealed class PersonTests(PlanService service) : LedgerTestsBase(service)
{
    /// <summary>An owner of the sample's projects, in whose place each test has a person of its own.</summary>
    private const string OfSample = "ว่าที่ร้อยตรีเสรี ทองคำ";

    private HttpClient Administrator { get; } = service.ClientOf("administrator");

    private NameScan Scan { get; } = new(service);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>What is done to the name, by a name for tests; the new name, or none.</summary>
    public static TheoryData<int, string?> Replacements =>
        new()
        {
            { 1, null },
            { 2, null },
            { 3, null },
            { 4, null },
            { 5, null },
            { 1, "นางสาวฬฐฆ ฌญฎฏ" },
            { 2, "ดร. ฬฐฆ ฌญฎฏ ฑฒณ" },
            { 4, "ฬฐฆ" },
        };

    [Theory]
    [MemberData(nameof(Replacements))]
    public async Task No_text_of_the_database_has_a_replaced_name_in_any_spelling(int seed, string? present)
    {
        var person = RandomPerson.Of(seed);
        await ImportAsync(person);
        await WriteAboutAsync(person);
        var places = await Scan.PutEverywhereAsync(person);
        places.ShouldBeGreaterThan(40);

        await ReplaceAsync(person, present);

        (await Scan.FindAsync(person)).ShouldBeEmpty();
        if (present is not null)
            (await NamesAsync()).ShouldContain(present);
        var log = await Service.QueryAsync(
            "{ auditLog(first: 500) { nodes { before after reason } } staff(first: 500) { nodes { name } } "
                + "projects(first: 50) { nodes { owners { name position } } } }",
            client: Administrator
        );
        person.Parts.ShouldAllBe(part => !log.ToString().Contains(part));
        await TrueAsync();
    }

    [Theory]
    [MemberData(nameof(Replacements))]
    public async Task An_import_of_the_same_file_changes_nothing(int seed, string? present)
    {
        var person = RandomPerson.Of(seed);
        await ImportAsync(person);
        await ReplaceAsync(person, present);
        var names = await NamesAsync();

        (await ImportAsync(person, anew: false)).RowsChanged.ShouldBe(0);

        (await NamesAsync()).ShouldBe(names);
        (await Scan.FindAsync(person)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public async Task A_restored_backup_does_not_bring_an_erased_name_back(int seed)
    {
        var person = RandomPerson.Of(seed);
        await ImportAsync(person);
        var names = await NamesAsync();
        await ReplaceAsync(person, null);
        var pseudonym = (await NamesAsync()).Except(names).ShouldHaveSingleItem();
        // A torn line, as after a crash, hides no other.
        await File.AppendAllTextAsync(Service.JournalFile, "{\"Person\":", Cancellation);
        // As in a backup from before the erasure: the name is there, and no digest of it.
        await Service.ExecuteSqlAsync(
            $"""
            SET session_replication_role = replica; DELETE FROM person_names;
            UPDATE staff_members SET name = '{person.Printed}' WHERE name = '{pseudonym}'
            """
        );
        (await NamesAsync()).ShouldContain(person.Printed);

        await using (var scope = Service.Services.CreateAsyncScope())
            await RestoredNames.EraseAsync(scope.ServiceProvider.AsSystem(), Cancellation);

        (await Scan.FindAsync(person)).ShouldBeEmpty();
        await ImportAsync(person, anew: false);
        (await ImportAsync(person, anew: false)).RowsChanged.ShouldBe(0);
        (await Scan.FindAsync(person)).ShouldBeEmpty();

        // A database that has lost the office, too: an import brings the member, and not the name.
        var journal = await File.ReadAllTextAsync(Service.JournalFile, Cancellation);
        await Service.WithoutDataAsync();
        await File.WriteAllTextAsync(Service.JournalFile, journal, Cancellation);
        await ImportAsync(person, anew: false);
        (await Scan.FindAsync(person)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_repeated_correction_does_not_revoke_the_erasure_that_came_after_it()
    {
        const string corrected = "นางสาวถูก ต้องแล้ว";
        var person = RandomPerson.Of(14);
        await ImportAsync(person);
        var id = await IdOfAsync(person.Printed, PlanService.Office);
        var key = Ledger.NewKey();
        await SendAsync("correctPerson", id, corrected, key: key);
        await SendAsync("erasePerson", id);
        var erased = await NamesAsync();
        await SendAsync("correctPerson", id, corrected, key: key);
        (await NamesAsync()).ShouldBe(erased);

        var pseudonym = (await StaffAsync(PlanService.Office)).Single(member => member.Id == id).Name;
        await Service.ExecuteSqlAsync(
            $"SET session_replication_role = replica; UPDATE staff_members SET name = '{corrected}' WHERE name = '{pseudonym}'"
        );
        (await NamesAsync()).ShouldContain(corrected);
        await using (var scope = Service.Services.CreateAsyncScope())
            await RestoredNames.EraseAsync(scope.ServiceProvider.AsSystem(), Cancellation);
        (await NamesAsync()).ShouldNotContain(corrected);
    }

    [Fact]
    public async Task An_erasure_that_cannot_be_noted_is_refused()
    {
        var person = RandomPerson.Of(13);
        await ImportAsync(person);
        var names = await NamesAsync();
        Directory.CreateDirectory(Service.JournalFile);
        try
        {
            var member = (await StaffAsync(PlanService.Office)).Single(one => one.Name == person.Printed);
            var answer = await Service.QueryAsync(
                $"mutation {{ erasePerson(input: {{ staffMemberId: \"{member.Id}\", reason: \"asked\", idempotencyKey: \"{Ledger.NewKey()}\" }}) "
                    + "{ errors { ... on Error { message } } } }",
                client: Administrator
            );
            answer.ToString().ShouldContain("Privacy__ErasureFile");
        }
        finally
        {
            Directory.Delete(Service.JournalFile);
        }

        (await NamesAsync()).ShouldBe(names);
    }

    [Fact]
    public async Task A_document_with_the_name_in_every_spelling_brings_none_of_them_back()
    {
        var person = RandomPerson.Of(5);
        var path = Path.Combine(AppContext.BaseDirectory, "Plans", "plan-a.txt");
        var line = string.Join(" และ ", person.Spellings().Select(text => text.Replace('\n', ' ')));
        var document = Encoding.UTF8.GetBytes(
            (await File.ReadAllTextAsync(path, Cancellation))
                .Replace("นางรัชนีกร สุทธการ", person.Printed)
                .Replace("ที่มา : ", $"ที่มา : {line} ")
        );
        await Service.WithoutDataAsync();
        await Service.ImportAsync(document);
        await ReplaceAsync(person, null, "TH-55-P1");
        (await Scan.FindAsync(person)).ShouldBeEmpty();

        (await Service.ImportAsync(document)).Value.RowsChanged.ShouldBe(0);

        (await Scan.FindAsync(person)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_draft_with_the_name_does_not_bring_it_back_when_it_is_published(bool isPublic)
    {
        var person = RandomPerson.Of(51);
        var file = FileOf(person);
        await Service.WithoutDataAsync();
        if (isPublic)
            await Service.ImportAsync(Encoding.UTF8.GetBytes(file));
        var waiting = await Service.ImportAsync(
            Encoding.UTF8.GetBytes(isPublic ? Retitled(file) : file),
            publish: false
        );
        waiting.Value.Published.ShouldBeFalse();
        await ReplaceAsync(person, null);
        (await Scan.FindAsync(person)).ShouldBeEmpty();
        var names = await NamesAsync();

        using var approver = Service.ClientOf("approver");
        var plan = await Service.QueryAsync("{ developmentPlans { nodes { id } } }", client: Administrator);
        var id = plan.GetProperty("developmentPlans").GetProperty("nodes")[0].GetProperty("id").GetString();
        var published = await Service.QueryAsync(PublishPlanTests.Publish, new { id }, approver);
        published.GetProperty("publishPlan").GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);

        (await NamesAsync()).ShouldBe(names);
        (await Scan.FindAsync(person)).ShouldBeEmpty();
        await TrueAsync();
    }

    [Fact]
    public async Task A_name_that_was_corrected_is_erased_in_both_forms()
    {
        var (person, corrected) = (RandomPerson.Of(11), RandomPerson.Of(12));
        await ImportAsync(person);
        await ReplaceAsync(person, corrected.Printed);
        await ReplaceAsync(corrected, null);
        foreach (var each in (RandomPerson[])[person, corrected])
        {
            await ImportAsync(each, anew: false);
            (await Scan.FindAsync(each)).ShouldBeEmpty();
        }

        await TrueAsync();
    }

    [Fact]
    public async Task Names_that_begin_with_the_name_and_those_of_other_offices_stay()
    {
        var person = RandomPerson.Of(21);
        await ImportAsync(person);
        var longer = person.Printed + "ศรี";
        await Service.ExecuteSqlAsync(
            $"""
            INSERT INTO staff_members (id, office_id, name, position)
            SELECT gen_random_uuid(), id, '{longer}', '' FROM offices;
            INSERT INTO offices (id, code, name, kind, province, province_code)
            SELECT gen_random_uuid(), 'TH-10-P1', 'x', kind, 'x', 'TH-10' FROM offices;
            INSERT INTO staff_members (id, office_id, name, position)
            SELECT gen_random_uuid(), id, '{person.Printed}', '' FROM offices WHERE code = 'TH-10-P1'
            """
        );
        await ReplaceAsync(person, null);
        (await NamesAsync()).ShouldContain(longer);
        (await NamesAsync("TH-10-P1")).ShouldBe([person.Printed]);
    }

    [Fact]
    public async Task A_replacement_again_or_by_a_name_that_is_taken_changes_nothing()
    {
        var person = RandomPerson.Of(31);
        await ImportAsync(person);
        var id = await IdOfAsync(person.Printed);
        var taken = (await NamesAsync()).First(name => name != person.Printed);
        (await SendAsync("correctPerson", id, taken)).ToString().ShouldContain("ValidationError");
        (await NamesAsync()).ShouldContain(person.Printed);
        await SendAsync("erasePerson", id);
        var erased = await NamesAsync();
        await SendAsync("erasePerson", id);
        (await NamesAsync()).ShouldBe(erased);
    }

    [Fact]
    public async Task What_is_changed_in_the_trail_by_nobody_is_found_as_before()
    {
        var person = RandomPerson.Of(41);
        await ImportAsync(person);
        await WriteAboutAsync(person);
        await ReplaceAsync(person, null);
        await TrueAsync();
        await Service.ExecuteSqlAsync(
            """
            SET session_replication_role = replica;
            UPDATE audit_records SET reason = 'another' WHERE number = (SELECT min(record_number) FROM audit_redactions)
            """
        );
        (await VerifyAuditAsync()).Faults.ShouldHaveSingleItem().ShouldContain("was changed");
        await Service.ExecuteSqlAsync(
            """
            SET session_replication_role = replica;
            UPDATE audit_redactions x SET present = sha256(convert_to(audit_text(a), 'UTF8'))
            FROM audit_records a WHERE a.number = x.record_number
            """
        );
        (await VerifyAuditAsync()).Faults.ShouldHaveSingleItem().ShouldContain("names were replaced");
        Service.Changed();
        await Service.WithoutDataAsync();
    }

    private async Task<ImportReport> ImportAsync(RandomPerson person, bool anew = true)
    {
        if (anew)
            await Service.WithoutDataAsync();
        return (await Service.ImportAsync(Encoding.UTF8.GetBytes(FileOf(person)))).Value;
    }

    private static string FileOf(RandomPerson person) =>
        Encoding.UTF8.GetString(SamplePlan.Read().Span).Replace(OfSample, person.Printed);

    private static string Retitled(string file)
    {
        var plan = JsonNode.Parse(file)!;
        plan["developmentPlan"]!["title"] = "ชื่อใหม่";
        return plan.ToJsonString();
    }

    /// <summary>Puts the name on record, in the ledger and in the trail, as an officer would.</summary>
    private async Task WriteAboutAsync(RandomPerson person)
    {
        var (_, activities) = await Ledger.ProjectAsync(1);
        foreach (var spelling in person.Spellings())
        {
            var reason = $"จ่ายแทน{spelling} แล้ว";
            var answer = await Service.QueryAsync(
                "mutation ($input: TransferBudgetInput!) { transferBudget(input: $input) { errors { __typename } } }",
                new
                {
                    input = new
                    {
                        fromActivityId = activities[0],
                        toActivityId = activities[1],
                        amount = 1,
                        quarter = "Q2",
                        reason,
                        idempotencyKey = Ledger.NewKey(),
                    },
                },
                Service.Officer
            );
            answer.GetProperty("transferBudget").GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        await VerifyAuditAsync();
    }

    private async Task ReplaceAsync(RandomPerson person, string? present, string office = PlanService.Office)
    {
        var id = await IdOfAsync(person.Printed, office);
        var answer = await SendAsync(
            present is null ? "erasePerson" : "correctPerson",
            id,
            present,
            $"ขอโดย{person.Printed}"
        );
        answer.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private async Task<JsonElement> SendAsync(
        string mutation,
        string id,
        string? name = null,
        string reason = "r",
        string? key = null
    )
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var input = new Dictionary<string, object>
        {
            ["staffMemberId"] = id,
            ["reason"] = reason,
            ["idempotencyKey"] = key ?? Ledger.NewKey(),
        };
        if (name is not null)
            input["name"] = name;
        var answer = await Service.QueryAsync(
            $"mutation ($input: {type}Input!) {{ {mutation}(input: $input) {{ staffMember {{ name }} errors {{ __typename }} }} }}",
            new { input },
            Administrator
        );
        return answer.GetProperty(mutation);
    }

    private async Task<string> IdOfAsync(string name, string office = PlanService.Office) =>
        (await StaffAsync(office)).Single(member => member.Name == name).Id;

    private async Task<IReadOnlyList<string>> NamesAsync(string office = PlanService.Office) =>
        [.. (await StaffAsync(office)).Select(member => member.Name)];

    private async Task<IReadOnlyList<(string Id, string Name)>> StaffAsync(string office)
    {
        var data = await Service.QueryAsync(
            $"{{ office(code: \"{office}\") {{ staff(first: 500) {{ nodes {{ id name }} }} }} }}",
            client: Administrator
        );
        return
        [
            .. data.GetProperty("office")
                .GetProperty("staff")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(member => (member.GetProperty("id").GetString()!, member.GetProperty("name").GetString()!)),
        ];
    }

    private Task<AuditVerdict> VerifyAuditAsync() =>
        Service.Services.GetRequiredService<IAuditVerifier>().VerifyAsync(null, [], Cancellation);

    /// <summary>That the trail and the ledger are what they were.</summary>
    private async Task TrueAsync()
    {
        (await VerifyAuditAsync()).Faults.ShouldBeEmpty();
        await CleanAsync();
    }
}
