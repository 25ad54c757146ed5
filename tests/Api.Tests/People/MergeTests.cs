using System.Text.Json;
using Npgsql;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Infrastructure.Persistence.People;

namespace TeacherDevPlan.Api.Tests.People;

/// <summary>Two records of one person are merged, and separated again.</summary>
public sealed class MergeTests(PlanService service) : LedgerTestsBase(service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private RegistryClient Own => new(Service, PlanService.Office);

    private RegistryClient Both => new(Service, PlanService.Office, Somebody.OtherOffice);

    [Fact]
    public async Task Merging_loses_nothing_and_separating_gives_the_same_rows_again_whatever_the_histories()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        var seed = Random.Shared.Next();
        var histories = new RandomHistories(Service, new Random(seed));
        var (merged, refused) = (0, 0);
        // More rounds if chance has brought only merges, or only refusals.
        for (var round = 0; round < 14 || (round < 60 && merged * refused == 0); round++)
        {
            var (kept, duplicate) = await histories.TwoAsync(round);
            var before = await RowsAsync();
            using var both = Both;
            var answer = await MergeAsync(both, kept, duplicate);
            var reasons = Reasons(answer);
            if (reasons.Count > 0)
            {
                refused++;
                (await RowsAsync()).ShouldBe(before, $"seed {seed}, round {round}: {answer}");
                continue;
            }

            merged++;
            var after = await RowsAsync();
            Counts(after).ShouldBe(Counts(before), $"seed {seed}, round {round}");
            (await ReferencesAsync(duplicate)).ShouldBeEmpty($"seed {seed}, round {round}");
            Reasons(await UnmergeAsync(both, duplicate)).ShouldBeEmpty($"seed {seed}, round {round}");
            (await RowsAsync()).ShouldBe(before, $"seed {seed}, round {round}");
            // The other way round loses nothing either, and stays.
            Reasons(await MergeAsync(both, duplicate, kept)).ShouldBeEmpty($"seed {seed}, round {round}");
            Counts(await RowsAsync()).ShouldBe(Counts(before), $"seed {seed}, round {round}");
        }

        merged.ShouldBePositive($"seed {seed}");
        refused.ShouldBePositive($"seed {seed}");
    }

    /// <summary>What is moved by a merge is what the verification looks through.</summary>
    [Fact]
    public async Task The_verification_knows_every_column_that_refers_to_people() =>
        (
            await ListAsync(
                "SELECT table_name || '.' || column_name FROM person_references WHERE table_name <> 'people' ORDER BY 1"
            )
        ).ShouldBe(
            RecordChecks.OfPeople.Select(one => $"{one.Table}.{one.Column}").Order(StringComparer.Ordinal),
            ignoreOrder: true
        );

    [Fact]
    public async Task What_one_person_has_only_once_is_named_as_people_call_it()
    {
        // Tables in which the records of two people can stand in each other's way.
        var tables = await ListAsync(
            """
            SELECT DISTINCT r.table_name FROM person_references r
            JOIN pg_attribute a ON a.attrelid = r.table_name::text::regclass AND a.attname = r.column_name
            JOIN pg_index i ON i.indrelid = a.attrelid AND (i.indisunique OR i.indisexclusion) AND a.attnum = ANY (i.indkey)
            WHERE NOT EXISTS (SELECT FROM pg_attribute k WHERE k.attrelid = i.indrelid AND k.attnum = ANY (i.indkey) AND k.attname = 'id')
            """
        );
        tables.Count.ShouldBeGreaterThan(8);
        var unknown = MergeReasons.OfDatabase("a_table").Text;
        unknown.English.ShouldBe("Both records have something, which one person has only once.");
        foreach (var table in tables)
        {
            var told = MergeReasons.OfDatabase(table).Text;
            told.ShouldNotBe(unknown, table);
            told.English.ShouldNotContain("_");
            told.Thai.ShouldNotContain("_");
        }
    }

    [Fact]
    public async Task All_reasons_are_told_at_once_and_nothing_changes()
    {
        using var own = Own;
        var kept = await own.PersonAsync("มานี รักเรียน", staffNumber: "1");
        var duplicate = await own.PersonAsync("มานี เรียนดี", staffNumber: "2");
        await own.AppointAsync(kept, "2020-01-01");
        await own.AppointAsync(duplicate, "2021-01-01", "2021-12-31", supervisorId: kept);
        var before = await RowsAsync();
        Reasons(await MergeAsync(own, kept, duplicate))
            .ShouldBe(["OVERLAPPING_APPOINTMENTS", "DIFFERENT_STAFF_NUMBERS", "SUPERVISES_THE_OTHER"]);
        Reasons(await MergeAsync(own, kept, kept)).ShouldBe(["SAME_RECORD"]);
        Reasons(await UnmergeAsync(own, duplicate)).ShouldBe(["NOT_MERGED"]);
        (await RowsAsync()).ShouldBe(before);
        using var thai = Service.As(Service.Token(Role.DevelopmentOfficer));
        thai.DefaultRequestHeaders.AcceptLanguage.ParseAdd("th");
        (
            await Service.QueryAsync(
                $"mutation {{ mergePeople(input: {{ personId: \"{kept}\", duplicateId: \"{duplicate}\", reason: \"r\", idempotencyKey: \"t\" }}) "
                    + "{ errors { ... on CannotMergeError { reasons { message } } } } }",
                client: thai
            )
        )
            .ToString()
            .ShouldContain("คนหนึ่งเป็นหรือเคยเป็นผู้บังคับบัญชา");
    }

    [Fact]
    public async Task The_duplicate_is_seen_by_nobody_and_the_kept_record_has_everything()
    {
        using var own = Own;
        var kept = await own.PersonAsync("มานี รักเรียน");
        var duplicate = await own.PersonAsync("มานี เรียนดี", staffNumber: "0042");
        await own.AppointAsync(kept, "2020-01-01");
        await own.AppointAsync(duplicate, "2015-01-01", "2015-12-31");
        var school = await own.SchoolAsync("0430001", "โรงเรียนบ้านหนองแวง", directorId: duplicate);
        school.ShouldNotBeEmpty();
        Reasons(await MergeAsync(own, kept, duplicate)).ShouldBeEmpty();
        (
            await own.QueryAsync(
                $"{{ people {{ totalCount nodes {{ name staffNumber names {{ name }} appointments {{ totalCount }} }} }} person(id: \"{duplicate}\") {{ name }} "
                    + $"node(id: \"{duplicate}\") {{ __typename }} schools {{ nodes {{ director {{ id }} }} }} }}"
            )
        )
            .ToString()
            .ShouldBe(
                """{"people":{"totalCount":1,"nodes":[{"name":"มานี รักเรียน","staffNumber":"0042","names":[{"name":"มานี เรียนดี"},{"name":"มานี รักเรียน"}],"""
                    + "\"appointments\":"
                    + """{"totalCount":2}}]},"person":null,"node":null,"schools":{"nodes":[{"director":{"id":"ID"}}]}}""".Replace(
                        "ID",
                        kept,
                        StringComparison.Ordinal
                    )
            );
        foreach (
            var answer in new[]
            {
                await own.RenameAsync(duplicate, "ก ข", "2021-01-01"),
                await own.TryAppointAsync(duplicate, "2001-01-01", "2001-02-01"),
                await own.TryAppointAsync(kept, "2001-01-01", "2001-02-01", supervisorId: duplicate),
            }
        )
            answer.ToString().ShouldContain("NOT_FOUND");
        Reasons(await MergeAsync(own, duplicate, kept)).ShouldBe(["ALREADY_MERGED"]);
    }

    [Fact]
    public async Task What_happened_since_stays_with_the_kept_record()
    {
        using var own = Own;
        var kept = await own.PersonAsync("มานี รักเรียน");
        var duplicate = await own.PersonAsync("มานี เรียนดี", staffNumber: "7");
        var moved = await own.AppointAsync(duplicate, "2015-01-01");
        Reasons(await MergeAsync(own, kept, duplicate)).ShouldBeEmpty();
        await own.EndAsync(moved, "2020-12-31");
        await own.AppointAsync(kept, "2021-01-01");
        await own.RenameAsync(kept, "มานี ใหม่", "2022-01-01");
        var taken = await own.PersonAsync("ปิติ พอใจ");
        (await UpdateNumberAsync(own, kept, "8")).ShouldNotContain("VALIDATION");
        (await UpdateNumberAsync(own, taken, "7")).ShouldNotContain("VALIDATION");
        Reasons(await UnmergeAsync(own, duplicate)).ShouldBe(["STAFF_NUMBER_TAKEN"]);
        (await UpdateNumberAsync(own, taken, "9")).ShouldNotContain("VALIDATION");
        Reasons(await UnmergeAsync(own, duplicate)).ShouldBeEmpty();
        (
            await own.QueryAsync(
                "{ people(where: { name: { startsWith: \"มานี\" } }) { nodes { name staffNumber appointments { nodes { name from to } } } } }"
            )
        )
            .ToString()
            .ShouldBe(
                """{"people":{"nodes":[{"name":"มานี เรียนดี","staffNumber":"7","appointments":{"nodes":[{"name":"มานี เรียนดี","from":"2015-01-01","to":"2020-12-31"}]}},"""
                    + """{"name":"มานี ใหม่","staffNumber":"8","appointments":{"nodes":[{"name":"มานี ใหม่","from":"2021-01-01","to":null}]}}]}}"""
            );
    }

    [Fact]
    public async Task Merges_are_undone_in_the_order_of_the_last_one_first()
    {
        using var own = Own;
        var people = new List<string>();
        foreach (var name in new[] { "ก หนึ่ง", "ข สอง", "ค สาม", "ง สี่" })
            people.Add(await own.PersonAsync(name));
        var before = await RowsAsync();
        Reasons(await MergeAsync(own, people[1], people[0])).ShouldBeEmpty();
        Reasons(await MergeAsync(own, people[2], people[1])).ShouldBeEmpty();
        Reasons(await MergeAsync(own, people[2], people[3])).ShouldBeEmpty();
        (
            await TextAsync(
                "SELECT count(*) FROM people WHERE merged_into_id = (SELECT id FROM people WHERE name = 'ค สาม')"
            )
        ).ShouldBe("3");
        Reasons(await UnmergeAsync(own, people[0])).ShouldBe(["KEPT_RECORD_WAS_MERGED"]);
        Reasons(await UnmergeAsync(own, people[1])).ShouldBe(["LATER_MERGE"]);
        foreach (var one in new[] { people[3], people[1], people[0] })
            Reasons(await UnmergeAsync(own, one)).ShouldBeEmpty();
        (await RowsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Records_of_two_offices_are_merged_by_somebody_with_the_role_at_both()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var own = Own;
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        using var both = Both;
        var kept = await own.PersonAsync("มานี หลังแต่งงาน", staffNumber: "1");
        await own.AppointAsync(kept, "2022-01-01");
        var duplicate = await other.PersonAsync("มานี ก่อนแต่งงาน", staffNumber: "2");
        await other.AppointAsync(duplicate, "2020-01-01", "2021-12-31");
        foreach (var one in new[] { own, other })
            (await MergeAsync(one, kept, duplicate)).ToString().ShouldContain("NOT_FOUND");
        using var administrator = Service.ClientOf("administrator");
        var rehearsed = await Service.QueryAsync(
            $"mutation {{ mergePeople(input: {{ personId: \"{kept}\", duplicateId: \"{duplicate}\", reason: \"r\", idempotencyKey: \"a\", dryRun: true }}) "
                + "{ person { name } errors { __typename } } }",
            client: administrator
        );
        rehearsed.ToString().ShouldBe("""{"mergePeople":{"person":null,"errors":null}}""");
        Reasons(await MergeAsync(both, kept, duplicate)).ShouldBeEmpty();
        // The former office sees what it saw: the name of the time.
        (await other.QueryAsync("{ people { totalCount } appointments { nodes { name person { name } } } }"))
            .ToString()
            .ShouldBe(
                """{"people":{"totalCount":0},"appointments":{"nodes":[{"name":"มานี ก่อนแต่งงาน","person":null}]}}"""
            );
        (await own.QueryAsync("{ people { nodes { staffNumber appointments { totalCount } } } }"))
            .ToString()
            .ShouldBe("""{"people":{"nodes":[{"staffNumber":"1","appointments":{"totalCount":2}}]}}""");
        (await UnmergeAsync(own, duplicate)).ToString().ShouldContain("NOT_FOUND");
        var undone = await Service.QueryAsync(
            $"mutation {{ unmergePeople(input: {{ duplicateId: \"{duplicate}\", reason: \"r\", idempotencyKey: \"b\" }}) "
                + "{ person { name } duplicate { name } errors { __typename } } }",
            client: administrator
        );
        undone.ToString().ShouldBe("""{"unmergePeople":{"person":null,"duplicate":null,"errors":null}}""");
        (await other.QueryAsync("{ people { nodes { name staffNumber } } }"))
            .ToString()
            .ShouldBe("""{"people":{"nodes":[{"name":"มานี ก่อนแต่งงาน","staffNumber":"2"}]}}""");
        var trail = (
            await Service.QueryAsync(
                "{ auditLog(where: { action: { in: [\"mergePeople\", \"unmergePeople\"] } }) { nodes { reason subjects before after } } }",
                client: administrator
            )
        ).ToString();
        trail.ShouldContain(kept);
        trail.ShouldContain(duplicate);
        trail.ShouldNotContain("แต่งงาน");
    }

    [Fact]
    public async Task A_dry_run_whose_answer_has_the_record_does_not_wait_for_itself()
    {
        using var own = Own;
        var kept = await own.PersonAsync("มานี หลังแต่งงาน");
        var duplicate = await own.PersonAsync("มานี ก่อนแต่งงาน");
        await own.AppointAsync(duplicate, "2020-01-01", "2021-12-31");
        // The merge moves the note of this reading, and the reading of its answer is noted as well.
        await own.QueryAsync($"{{ person(id: \"{duplicate}\") {{ name appointments {{ nodes {{ from }} }} }} }}");
        var rehearsed = await own.SendAsync(
            "mergePeople",
            "person { name appointments { nodes { from } } }",
            new
            {
                personId = kept,
                duplicateId = duplicate,
                reason = "r",
                dryRun = true,
            }
        );
        rehearsed
            .ToString()
            .ShouldBe(
                """{"person":{"name":"มานี หลังแต่งงาน","appointments":{"nodes":[{"from":"2020-01-01"}]}},"errors":null}"""
            );
        (await own.QueryAsync("{ people { totalCount } }")).ToString().ShouldContain("2");
    }

    /// <summary>By construction: the merge finds what refers to people by the foreign keys.</summary>
    [Fact]
    public async Task What_refers_to_people_later_is_moved_as_well_or_refuses()
    {
        await Service.ExecuteSqlAsync(
            """
            CREATE TABLE later_plans (person_id uuid REFERENCES people (id), year integer, PRIMARY KEY (person_id, year));
            CREATE TABLE later_notes (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), about uuid REFERENCES people (id));
            """
        );
        try
        {
            using var own = Own;
            var kept = await own.PersonAsync("มานี รักเรียน");
            var duplicate = await own.PersonAsync("มานี เรียนดี");
            await Service.ExecuteSqlAsync(
                """
                INSERT INTO later_plans SELECT id, 2569 FROM people WHERE name = 'มานี รักเรียน';
                INSERT INTO later_plans SELECT id, 2569 + n FROM people, generate_series(0, 1) n WHERE name = 'มานี เรียนดี';
                INSERT INTO later_notes (about) SELECT id FROM people;
                """
            );
            const string rows =
                "SELECT (SELECT string_agg(p::text, ',' ORDER BY p) FROM later_plans p) || "
                + "(SELECT string_agg(n::text, ',' ORDER BY n) FROM later_notes n)";
            var before = await TextAsync(rows);
            Reasons(await MergeAsync(own, kept, duplicate)).ShouldBe(["BOTH_HAVE_ROWS"]);
            (await TextAsync(rows)).ShouldBe(before);
            await Service.ExecuteSqlAsync(
                "DELETE FROM later_plans l USING people p WHERE p.id = l.person_id AND year = 2569 AND p.name = 'มานี เรียนดี'"
            );
            before = await TextAsync(rows);
            Reasons(await MergeAsync(own, kept, duplicate)).ShouldBeEmpty();
            (await TextAsync("SELECT count(*) FROM later_plans GROUP BY person_id")).ShouldBe("2");
            (await TextAsync("SELECT count(*) FROM later_notes GROUP BY about")).ShouldBe("2");
            Reasons(await UnmergeAsync(own, duplicate)).ShouldBeEmpty();
            (await TextAsync(rows)).ShouldBe(before);
        }
        finally
        {
            await Service.ExecuteSqlAsync("DROP TABLE later_plans, later_notes");
        }
    }

    /// <summary>Whoever adds a column with people's ids gives it a foreign key, or it fails here.</summary>
    [Fact]
    public async Task Every_column_that_has_ids_of_people_is_moved()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        await new Reads.MixedPeople(Service).AddAsync();
        await new Reads.MixedPlans(Service).AddAsync();
        using var own = Own;
        var kept = await own.PersonAsync("มานี รักเรียน");
        Reasons(await MergeAsync(own, kept, await own.PersonAsync("มานี เรียนดี"))).ShouldBeEmpty();
        await Service.ExecuteSqlAsync("UPDATE staff_members SET person_id = (SELECT id FROM people LIMIT 1)");
        var columns = await ListAsync(
            """
            SELECT format('%I.%I', t.relname, a.attname) FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid
            WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND a.atttypid = 'uuid'::regtype AND a.attnum > 0
            """
        );
        var found = new List<string>();
        foreach (var column in columns)
        {
            var (table, name) = (column.Split('.')[0], column.Split('.')[1]);
            if (await TextAsync($"SELECT 1 FROM {table} WHERE {name} IN (SELECT id FROM people) LIMIT 1") is not null)
                found.Add(column);
        }

        var moved = await ListAsync("SELECT format('%I.%I', table_name, column_name) FROM person_references");
        found.Count.ShouldBeGreaterThan(15);
        found
            .Except(moved)
            .ShouldBe(
                ["people.id", "person_merges.kept_id", "person_merges.duplicate_id", "record_readings.record_id"],
                ignoreOrder: true,
                customMessage: "give the column a foreign key to people"
            );
    }

    /// <summary>Whatever comes at once, nothing is left half, and no answer is another error.</summary>
    [Fact]
    public async Task Merges_and_appointments_at_once_leave_nothing_half()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var both = Both;
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        var seed = Random.Shared.Next();
        var dice = new Random(seed);
        for (var round = 0; round < 4; round++)
        {
            var people = new List<string>();
            for (var i = 0; i < 4; i++)
                people.Add(await (i % 2 == 0 ? both : other).PersonAsync($"คนที่ {round} {i}"));
            string One() => people[dice.Next(people.Count)];
            var answers = await Task.WhenAll(
                Enumerable
                    .Range(0, 14)
                    .Select(i =>
                        (i % 3) switch
                        {
                            0 => MergeAsync(both, One(), One()),
                            1 => UnmergeAsync(both, One()),
                            _ => AppointAsync(both, One(), new DateOnly(2020, 1, 1).AddDays(dice.Next(40))),
                        }
                    )
                    .ToList()
            );
            foreach (var answer in answers)
                answer.ValueKind.ShouldBe(JsonValueKind.Object, $"seed {seed}");
            (
                await TextAsync(
                    """
                    SELECT count(*) FROM people p WHERE merged_into_id IS NOT NULL AND (
                        EXISTS (SELECT FROM appointments a WHERE p.id IN (a.person_id, a.supervisor_id))
                        OR EXISTS (SELECT FROM held_names h WHERE h.person_id = p.id)
                        OR EXISTS (SELECT FROM people k WHERE k.id = p.merged_into_id AND k.merged_into_id IS NOT NULL)
                        OR NOT EXISTS (SELECT FROM person_merges m WHERE m.duplicate_id = p.id AND m.undone_at IS NULL))
                    """
                )
            ).ShouldBe("0", $"seed {seed}");
            (
                await TextAsync(
                    """
                    SELECT count(*) FROM appointments a JOIN appointments b ON b.person_id = a.person_id AND b.id <> a.id
                    WHERE a.is_main AND b.is_main
                        AND daterange(a.held_from, a.held_to, '[]') && daterange(b.held_from, b.held_to, '[]')
                    """
                )
            ).ShouldBe("0", $"seed {seed}");
        }
    }

    [Fact]
    public async Task Who_is_erased_is_erased_with_what_was_merged_and_stays_merged()
    {
        await RegistryClient.AddOtherOfficeAsync(Service);
        using var both = Both;
        using var other = new RegistryClient(Service, Somebody.OtherOffice);
        var kept = await both.PersonAsync("ฬฐฆก ฌญฎฏก");
        var duplicate = await other.PersonAsync("ฬฐฆก ฑฒณกด");
        var erased = await both.PersonAsync("ชูใจ ถูกลบ");
        await EraseAsync(erased);
        Reasons(await MergeAsync(both, kept, erased)).ShouldBe(["ERASED"]);
        Reasons(await MergeAsync(both, kept, duplicate)).ShouldBeEmpty();
        using var administrator = Service.ClientOf("administrator");
        foreach (var mutation in new[] { "erasePerson", "correctPerson" })
            (
                await Service.QueryAsync(
                    $"mutation {{ {mutation}(input: {{ personId: \"{duplicate}\", {(mutation == "correctPerson" ? "name: \"น\", " : "")}reason: \"r\", idempotencyKey: \"{mutation}\" }}) {{ errors {{ __typename }} }} }}",
                    client: administrator
                )
            )
                .ToString()
                .ShouldContain("NotFoundError");
        await EraseAsync(kept);
        Reasons(await UnmergeAsync(both, duplicate)).ShouldBe(["ERASED"]);
        foreach (var name in new[] { "ฌญฎฏก", "ฑฒณกด" })
        foreach (var table in new[] { "people", "held_names", "appointments", "audit_records", "person_merges" })
            (await TextAsync($"SELECT count(*) FROM {table} t WHERE strpos(t::text, '{name}') > 0")).ShouldBe(
                "0",
                table
            );
        // A backup from before the merge is restored: both are erased again.
        (await File.ReadAllTextAsync(Service.JournalFile, Cancellation)).ShouldContain(IdOf(duplicate));
    }

    private static string IdOf(string id) =>
        Application.Common.Querying.NodeId.TryParse(id, out var node) ? node.Id.ToString() : "";

    private async Task EraseAsync(string person)
    {
        using var administrator = Service.ClientOf("administrator");
        (
            await Service.QueryAsync(
                $"mutation {{ erasePerson(input: {{ personId: \"{person}\", reason: \"r\", idempotencyKey: \"{Guid.NewGuid()}\" }}) {{ errors {{ __typename }} }} }}",
                client: administrator
            )
        )
            .ToString()
            .ShouldBe("""{"erasePerson":{"errors":null}}""");
    }

    private static async Task<string> UpdateNumberAsync(RegistryClient client, string personId, string staffNumber) =>
        (await client.SendAsync("updatePerson", "person { id }", new { personId, staffNumber })).ToString();

    private static Task<JsonElement> AppointAsync(RegistryClient client, string person, DateOnly from) =>
        client.TryAppointAsync(person, $"{from:O}", $"{from.AddDays(9):O}");

    internal static Task<JsonElement> MergeAsync(RegistryClient client, string personId, string duplicateId) =>
        client.SendAsync(
            "mergePeople",
            "person { id } errors { ... on CannotMergeError { reasons { code message } } }",
            new
            {
                personId,
                duplicateId,
                reason = "คนเดียวกัน",
            }
        );

    private static Task<JsonElement> UnmergeAsync(RegistryClient client, string duplicateId) =>
        client.SendAsync(
            "unmergePeople",
            "person { id } duplicate { id } errors { ... on CannotMergeError { reasons { code message } } }",
            new { duplicateId, reason = "คนละคน" }
        );

    /// <summary>The codes of the reasons of a refusal; there is no other error.</summary>
    internal static IReadOnlyList<string> Reasons(JsonElement answer) =>
        answer.GetProperty("errors").ValueKind == JsonValueKind.Null
            ? []
            :
            [
                .. answer
                    .GetProperty("errors")
                    .EnumerateArray()
                    .ShouldHaveSingleItem()
                    .GetProperty("reasons")
                    .EnumerateArray()
                    .Select(reason => reason.GetProperty("code").GetString()!),
            ];

    private static readonly string[] Tables = ["people", "held_names", "appointments", "schools", "staff_members"];

    /// <summary>All rows of the registry, table by table.</summary>
    private async Task<IReadOnlyList<string>> RowsAsync()
    {
        var rows = new List<string>();
        foreach (var table in Tables)
            rows.AddRange(await ListAsync($"SELECT '{table} ' || t::text FROM {table} t ORDER BY 1"));
        return rows;
    }

    private static IEnumerable<(string, int)> Counts(IEnumerable<string> rows) =>
        rows.CountBy(row => row.Split(' ')[0]).Select(pair => (pair.Key, pair.Value));

    /// <summary>The columns that still refer to a record.</summary>
    private async Task<IReadOnlyList<string>> ReferencesAsync(string person)
    {
        var left = new List<string>();
        foreach (var reference in await ListAsync("SELECT table_name || ' ' || column_name FROM person_references"))
        {
            var (table, column) = (reference.Split(' ')[0], reference.Split(' ')[1]);
            if (await TextAsync($"SELECT 1 FROM {table} WHERE {column} = '{IdOf(person)}' LIMIT 1") is not null)
                left.Add(reference);
        }

        return left;
    }

    private async Task<string?> TextAsync(string sql) => (await ListAsync(sql)).FirstOrDefault();

    private async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var found = new List<string>();
        while (await reader.ReadAsync(Cancellation))
            found.Add(reader.IsDBNull(0) ? "" : reader.GetValue(0).ToString()!);
        return found;
    }
}
