using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Domain.Vocabulary;
using TeacherDevPlan.Infrastructure.Persistence;
using TeacherDevPlan.Infrastructure.Persistence.People;
using TeacherDevPlan.SampleData.National;
using TeacherDevPlan.SampleData.National.Rows;
using TeacherDevPlan.SampleData.National.Vocabulary;

namespace TeacherDevPlan.Api.Tests.Plans;

/// <summary>The invented country of seed-national.</summary>
public sealed class NationalDataTests(PlanService service) : PlanTests(service)
{
    private static readonly NationalOptions Small = new(3, 2, 1, 4000, new DateOnly(2024, 11, 20));

    private static readonly string[] OfSmall =
    [
        "seed-national",
        "--offices",
        "3",
        "--years",
        "2",
        "--disbursements",
        "4000",
        "--last-day",
        "2024-11-20",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void There_are_245_offices_in_77_provinces_and_the_offices_of_a_small_country_are_in_every_larger_one()
    {
        var areas = OfficeAreas.All;
        areas.Count.ShouldBe(NationalOptions.AllOffices);
        areas.Select(area => area.Code).ShouldBeUnique();
        areas.Select(area => area.Name).ShouldBeUnique();
        areas.Count(area => area.Kind == OfficeKind.Primary).ShouldBe(183);
        areas.Count(area => area.Kind == OfficeKind.Secondary).ShouldBe(62);
        areas.Select(area => area.Province.Code).Distinct().Count().ShouldBe(77);
        areas[0].Code.ShouldBe(PlanService.Office);
        areas.Single(area => area.Code == "TH-92-S1").Name.ShouldBe("สำนักงานเขตพื้นที่การศึกษามัธยมศึกษาตรัง กระบี่");
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_rows_and_another_seed_others()
    {
        await Service.WithoutDataAsync();
        await SeedAsync();
        var once = await HashesAsync();
        await Service.WithoutDataAsync();
        await SeedAsync();
        (await HashesAsync()).ShouldBe(once);
        await Service.WithoutDataAsync();
        await SeedAsync("--seed", "2");
        var other = await HashesAsync();
        other["ledger_entries"].ShouldNotBe(once["ledger_entries"]);
        other["staff_members"].ShouldNotBe(once["staff_members"]);
    }

    [Fact]
    public async Task What_is_public_of_a_country_is_what_its_plans_state()
    {
        await Service.WithoutDataAsync();
        await SeedAsync();
        string[] shared = ["offices", "org_units", "strategic_plans", "strategies"];
        for (var again = 0; again < 2; again++)
        {
            foreach (var table in shared)
                (await CountAsync($"{table} WHERE NOT published")).ShouldBe(0, table);
            await Service.ExecuteSqlAsync("SELECT show_published(code) FROM offices");
        }
    }

    [Fact]
    public async Task A_country_is_as_large_as_it_was_asked_to_be()
    {
        await Service.WithoutDataAsync();
        await SeedAsync();
        (await CountAsync("offices")).ShouldBe(3);
        (await CountAsync("development_plans")).ShouldBe(6);
        (await CountAsync("projects")).ShouldBe(240);
        (await CountAsync("activities")).ShouldBe(1200);
        (await CountAsync("indicators")).ShouldBe(75);
        (await CountAsync("indicator_definitions")).ShouldBe(25);
        (await CountAsync("disbursements")).ShouldBeInRange(3700, 4300);
        foreach (var kind in new[] { "TRANSFER_OUT", "TRANSFER_IN", "COMMITMENT", "COMMITMENT_RELEASED", "REVERSAL" })
            (await CountAsync($"ledger_entries WHERE kind = '{kind}'")).ShouldBeGreaterThan(0, kind);
        (await CountAsync("projects WHERE status IN ('DRAFT', 'SUBMITTED') AND fiscal_year = 2567")).ShouldBe(0);
        (await CountAsync("ledger_entries WHERE recorded_at > '2024-11-20T17:00Z'")).ShouldBe(0);
        (await RunAsync("verify-ledger")).ShouldContain("The ledger is consistent.");
        (await RunAsync("verify-audit")).ShouldContain("The audit trail is consistent.");
    }

    [Fact]
    public async Task The_database_holds_to_its_rules_afterwards_as_before()
    {
        var before = await RulesAsync();
        await SeedAsync();
        (await RulesAsync()).ShouldBe(before);
        (await CountAsync("pg_constraint WHERE NOT convalidated")).ShouldBe(0);
        const string kept = "(k.result_entries, k.result_id, k.result, k.numerator, k.denominator)";
        const string counting = "(coalesce(e.sequence, 0), c.id, c.result, c.numerator, c.denominator)";
        foreach (
            var (table, entries, owner) in new[]
            {
                ("indicator_targets", "indicator_results", "target_id"),
                ("project_kpis", "kpi_results", "kpi_id"),
            }
        )
        {
            var wrong = await CountAsync(
                $"""
                {table} k
                LEFT JOIN LATERAL (SELECT * FROM {entries} r WHERE r.{owner} = k.id ORDER BY sequence DESC LIMIT 1) e ON true
                LEFT JOIN {entries} c ON c.id = e.counts_id WHERE {kept} IS DISTINCT FROM {counting}
                """
            );
            wrong.ShouldBe(0, table);
            (await CountAsync($"{entries} WHERE kind = 'REPORTED'")).ShouldBeGreaterThan(0, entries);
        }
    }

    [Fact]
    public async Task The_sample_plan_stays_as_it_is_and_its_office_gets_plans_for_other_years()
    {
        const string sample =
            "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM (SELECT e::text FROM ledger_entries e WHERE fiscal_year = 2566 "
            + "UNION ALL SELECT p::text FROM projects p WHERE fiscal_year = 2566 UNION ALL SELECT d::text FROM development_plans d "
            + "WHERE fiscal_year = 2566 UNION ALL SELECT o::text FROM offices o WHERE code = 'TH-43-P2') t";
        var before = await TextAsync(sample);
        await SeedAsync();
        (await TextAsync(sample)).ShouldBe(before);
        (await CountAsync("offices")).ShouldBe(3);
        var data = await Service.QueryAsync("{ office(code: \"TH-43-P2\") { developmentPlans { fiscalYear } } }");
        data.GetProperty("office")
            .GetProperty("developmentPlans")
            .EnumerateArray()
            .Select(plan => plan.GetProperty("fiscalYear").GetInt32())
            .Order()
            .ShouldBe([2566, 2567, 2568]);
        (await RunAsync("verify-ledger")).ShouldContain("The ledger is consistent.");
    }

    [Fact]
    public async Task Answers_agree_with_sums_by_hand()
    {
        await SeedAsync();
        var summary = await Service.QueryAsync(
            "{ budgetSummary(fiscalYear: 2567, groupBy: PROVINCE) { key budget { planned disbursed committed } } }"
        );
        var answered = summary
            .GetProperty("budgetSummary")
            .EnumerateArray()
            .Select(row =>
            {
                var budget = row.GetProperty("budget");
                var figures = new[] { "planned", "disbursed", "committed" }.Select(figure =>
                    budget.GetProperty(figure).GetDecimal().ToString(CultureInfo.InvariantCulture)
                );
                return $"{row.GetProperty("key")} {string.Join(' ', figures)}";
            })
            .Order(StringComparer.Ordinal);
        string.Join('\n', answered)
            .ShouldBe(
                await TextAsync(
                    """
                    SELECT string_agg(line, E'\n' ORDER BY line COLLATE "C") FROM (
                        SELECT concat_ws(' ', o.province_code, sum(CASE e.kind WHEN 'PLANNED' THEN e.amount ELSE 0 END)::numeric(18,2),
                            sum(CASE e.kind WHEN 'DISBURSEMENT' THEN e.amount WHEN 'REVERSAL' THEN -e.amount ELSE 0 END)::numeric(18,2),
                            sum(CASE e.kind WHEN 'COMMITMENT' THEN e.amount WHEN 'COMMITMENT_RELEASED' THEN -e.amount WHEN 'DISBURSEMENT'
                                THEN CASE WHEN e.commitment_id IS NULL THEN 0 ELSE -e.amount END ELSE 0 END)::numeric(18,2)) AS line
                        FROM ledger_entries e JOIN projects p ON p.id = e.project_id JOIN development_plans d ON d.id = p.plan_id
                            JOIN offices o ON o.id = d.office_id
                        WHERE e.fiscal_year = 2567 GROUP BY o.province_code) lines
                    """
                )
            );
        var counts = await Service.QueryAsync(
            "{ projects { totalCount } indicators { totalCount } offices { totalCount } }"
        );
        counts
            .GetProperty("projects")
            .GetProperty("totalCount")
            .GetInt64()
            .ShouldBe(await CountAsync("projects WHERE status NOT IN ('DRAFT', 'SUBMITTED')"));
        counts.GetProperty("indicators").GetProperty("totalCount").GetInt64().ShouldBe(await CountAsync("indicators"));
        counts.GetProperty("offices").GetProperty("totalCount").GetInt64().ShouldBe(3);
    }

    [Fact]
    public async Task People_are_seeded_alike_each_time_and_hold_to_all_rules()
    {
        await Service.WithoutDataAsync();
        var before = await RulesAsync();
        await SeedAsync("--people", "300");
        (await RulesAsync()).ShouldBe(before);
        (await CountAsync("pg_constraint WHERE NOT convalidated")).ShouldBe(0);
        (await CountAsync("people")).ShouldBe(300);
        (await CountAsync("schools")).ShouldBe(18);
        foreach (
            var some in new[]
            {
                "held_names WHERE held_from IS NOT NULL",
                "appointments WHERE office_id <> record_office_id",
                "appointments WHERE NOT is_main",
                "appointments WHERE academic_standing IS NOT NULL",
                "individual_development_plans WHERE status = 'CLOSED'",
                "individual_development_plans WHERE status = 'APPROVED'",
                "individual_development_plans WHERE fiscal_year = 2568 AND status <> 'CLOSED'",
                "individual_plan_revisions WHERE number > 1",
                "individual_plan_revisions WHERE return_reason IS NOT NULL",
                "individual_plan_items WHERE project_id IS NOT NULL",
                "needs_participants WHERE answered_at IS NULL",
                "needs_results",
                "people_figures WHERE people IS NULL",
                "people_figures WHERE people IS NOT NULL",
                "staff_members WHERE person_id IS NOT NULL",
                "people p WHERE NOT EXISTS (SELECT FROM individual_development_plans i WHERE i.person_id = p.id AND i.fiscal_year = 2568)",
            }
        )
        {
            (await CountAsync(some)).ShouldBeGreaterThan(0, some);
        }

        (await CountAsync("individual_plan_revisions WHERE saved_at > '2024-11-20T17:00Z'")).ShouldBe(0);
        (await RunAsync("verify-people")).ShouldContain("What is stored about people is consistent.");
        var once = await HashesAsync();
        await Service.WithoutDataAsync();
        await SeedAsync("--people", "300");
        (await HashesAsync()).ShouldBe(once);
        await Service.WithoutDataAsync();
        await SeedAsync();
        (await CountAsync("people")).ShouldBe(0);
        var without = await HashesAsync();
        foreach (var table in NationalTables.All.Select(table => table.Name).Where(name => name != "staff_members"))
            without[table].ShouldBe(once[table], table);
    }

    /// <summary>A change that nothing but the verification notices, with rules switched off, and the check that finds it.</summary>
    public static readonly TheoryData<string, string> Differences = new()
    {
        {
            "UPDATE people SET school_id = (SELECT id FROM schools s WHERE s.id <> people.school_id LIMIT 1) WHERE id = (SELECT director_id FROM schools LIMIT 1)",
            "records are kept by the office of the latest main appointment"
        },
        {
            "UPDATE appointments SET record_office_id = (SELECT id FROM offices o WHERE o.id <> appointments.record_office_id LIMIT 1)",
            "appointments tell the office that keeps the record"
        },
        {
            "INSERT INTO appointments (id, person_id, record_office_id, office_id, category_id, title, name, position, held_from, is_main) SELECT gen_random_uuid(), person_id, record_office_id, office_id, category_id, title, name, position, held_from - 10, true FROM appointments WHERE is_main AND held_to IS NULL LIMIT 1",
            "main appointments of one person do not overlap"
        },
        {
            "UPDATE held_names SET held_from = held_from - 3 WHERE held_from IS NOT NULL",
            "names of a person follow each other without a gap"
        },
        {
            "UPDATE people SET name = name || 'ก' WHERE id = (SELECT director_id FROM schools LIMIT 1)",
            "names of a person follow each other without a gap"
        },
        { "DELETE FROM held_names WHERE held_from IS NULL AND held_to IS NULL", "people have a name" },
        {
            "UPDATE appointments SET name = name || 'ก' WHERE id = (SELECT id FROM appointments LIMIT 1)",
            "appointments are under the name of their last day"
        },
        {
            "UPDATE appointments SET org_unit_id = (SELECT id FROM org_units u WHERE u.office_id <> appointments.office_id LIMIT 1) WHERE org_unit_id IS NOT NULL",
            "appointments are at units of their office"
        },
        {
            "UPDATE schools SET network_id = (SELECT id FROM school_networks n WHERE n.office_id <> schools.office_id LIMIT 1)",
            "appointments are at units of their office"
        },
        { "UPDATE schools SET director_id = gen_random_uuid()", "directors of schools are people" },
        {
            "UPDATE people SET merged_into_id = (SELECT p.id FROM people p WHERE p.id <> people.id LIMIT 1) WHERE id = (SELECT director_id FROM schools LIMIT 1)",
            "nothing refers to people without a record"
        },
        {
            "DELETE FROM people WHERE id = (SELECT person_id FROM individual_plan_items LIMIT 1)",
            "nothing refers to people without a record"
        },
        {
            "UPDATE people SET merged_into_id = gen_random_uuid() WHERE id = (SELECT director_id FROM schools LIMIT 1)",
            "nothing refers to people without a record"
        },
        {
            "UPDATE people SET merged_into_id = (SELECT p.id FROM people p WHERE p.id <> people.id LIMIT 1) WHERE id = (SELECT id FROM people LIMIT 1)",
            "records that were merged have a merge that says so"
        },
        {
            "INSERT INTO person_merges SELECT gen_random_uuid(), a.id, b.id, now(), NULL, a.office_id, false, NULL, false FROM people a, people b WHERE a.id <> b.id LIMIT 1",
            "records that were merged have a merge that says so"
        },
        {
            "UPDATE appointments SET supervisor_id = (SELECT a.person_id FROM appointments a WHERE a.supervisor_id = appointments.person_id AND a.held_to IS NULL LIMIT 1) WHERE held_to IS NULL AND person_id IN (SELECT supervisor_id FROM appointments WHERE held_to IS NULL)",
            "nobody reports to themselves"
        },
        {
            "ALTER TABLE held_names ALTER name_key DROP EXPRESSION; UPDATE held_names SET name_key = 'x' WHERE held_to IS NULL",
            "names are compared as they are read now"
        },
        {
            "ALTER TABLE individual_development_plans DROP CONSTRAINT one_individual_plan_a_year; INSERT INTO individual_development_plans SELECT gen_random_uuid(), person_id, fiscal_year, office_id, school_id, status, version, latest_id, closed_at FROM individual_development_plans LIMIT 1",
            "there is one plan of a person and year"
        },
        { "UPDATE individual_development_plans SET latest_id = gen_random_uuid()", "plans have their latest revision" },
        {
            "UPDATE individual_plan_revisions SET in_force = false WHERE in_force",
            "revisions agree with their plan, and only the last approved one of an office is in force"
        },
        { "UPDATE individual_plan_items SET fiscal_year = fiscal_year + 1", "items agree with their revision" },
        { "UPDATE needs_participants SET fiscal_year = fiscal_year + 1", "who is asked in a survey agrees with it" },
        {
            "UPDATE needs_choices SET office_id = (SELECT id FROM offices o WHERE o.id <> needs_choices.office_id LIMIT 1)",
            "what is asked for agrees with the answer"
        },
        { "UPDATE needs_results SET asked = asked + 1", "closed surveys have a result that counts who was asked" },
        {
            "DELETE FROM needs_result_topics; DELETE FROM needs_results",
            "closed surveys have a result that counts who was asked"
        },
        { "UPDATE needs_result_topics SET demand = demand + 1", "results of surveys equal what is asked for" },
        { "DELETE FROM needs_choices WHERE priority = 1", "results of surveys equal what is asked for" },
        {
            "ALTER TABLE people_figures DROP CONSTRAINT people_figures_people_check; UPDATE people_figures SET people = 3 WHERE people IS NOT NULL AND reached IS NULL",
            "no figure that is shown is small"
        },
        { "UPDATE sessions SET minutes = minutes + 1", "offerings have the minutes and the days of their sessions" },
        { "UPDATE enrollments SET fiscal_year = fiscal_year + 1", "enrolments agree with their offering" },
        {
            "UPDATE enrollments SET status = 'ENROLLED' WHERE status = 'COMPLETED'",
            "enrolments agree with their offering"
        },
        {
            "INSERT INTO certificates (id, enrollment_id, offering_id, person_id, office_id, person_office_id, year, number, code, issued_on) SELECT gen_random_uuid(), e.id, e.offering_id, (SELECT p.id FROM people p WHERE p.id <> e.person_id LIMIT 1), offering_office_id, offering_office_id, 2568, 1, repeat('A', 28), '2025-01-01' FROM enrollments e LIMIT 1",
            "certificates, answers and assessments are of the person"
        },
        {
            "INSERT INTO questionnaire_answers SELECT gen_random_uuid(), gen_random_uuid(), offering_office_id, fiscal_year, id, person_id FROM enrollments LIMIT 1",
            "certificates, answers and assessments are of the person"
        },
        { "UPDATE attendances SET minutes = minutes / 2", "enrolments have the minutes of their attendances" },
        { "UPDATE sessions SET held = false", "attendances are in sessions of the offering that were held" },
    };

    [Fact]
    public async Task Every_kind_of_difference_about_people_is_found()
    {
        await Service.WithoutDataAsync();
        await SeedAsync("--people", "300", "--events", "600");
        (await CountAsync("enrollments")).ShouldBeInRange(250, 900);
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var connection = await source.OpenConnectionAsync(Cancellation);
        await SqlAsync(connection, "SET session_replication_role = replica");
        foreach (var (change, found) in Differences.Select(row => row.Data))
        {
            await using var transaction = await connection.BeginTransactionAsync(Cancellation);
            await SqlAsync(connection, "SET CONSTRAINTS ALL DEFERRED");
            await SqlAsync(connection, change);
            var checks = await Comparisons.RunAsync(connection, PeopleVerifier.Checks, Cancellation);
            checks
                .Where(check => check.Differences > 0)
                .ShouldContain(
                    check =>
                        check.Name.StartsWith(found, StringComparison.Ordinal)
                        && check.Examples.All(example => !example.Any(letter => letter >= 'ก')),
                    change
                );
            await transaction.RollbackAsync(Cancellation);
        }

        (await RunAsync("verify-people")).ShouldContain("What is stored about people is consistent.");
        await SqlAsync(connection, "UPDATE needs_result_topics SET demand = demand + 1");
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__TeacherDevPlan"] = Service.Logins.Service,
        };
        using var process = Programs.Start(settings, "verify-people");
        (await Programs.OutputAsync(process)).ShouldContain("DIFFER");
        process.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_seeding_that_is_stopped_leaves_nothing()
    {
        var before = await RulesAsync();
        var entries = await CountAsync("ledger_entries");
        using var stop = new CancellationTokenSource();
        await using var scope = Service.Services.CreateAsyncScope();
        var seeder = ActivatorUtilities.CreateInstance<NationalSeeder>(scope.ServiceProvider.AsSystem());
        Service.Changed();
        await Should.ThrowAsync<OperationCanceledException>(() =>
            seeder.SeedAsync(
                Small,
                (_, part) =>
                {
                    if (part > 0.3)
                        stop.Cancel();
                },
                stop.Token
            )
        );
        (await CountAsync("offices")).ShouldBe(1);
        (await CountAsync("ledger_entries")).ShouldBe(entries);
        (await RulesAsync()).ShouldBe(before);
        (await RunAsync([.. OfSmall])).ShouldContain("3 offices");
    }

    [Fact]
    public async Task What_cannot_be_seeded_is_refused_with_a_reason()
    {
        var service = new Dictionary<string, string> { ["ConnectionStrings__TeacherDevPlan"] = Service.Logins.Service };
        using (var restricted = Programs.Start(service, OfSmall))
            (await Programs.OutputAsync(restricted)).ShouldContain("does not own the tables");
        (await RunAsync("seed-national", "--offices", "246")).ShouldContain("--offices takes 1 to 245.");
        (await RunAsync("seed-national", "--years", "0")).ShouldContain("--years takes 1 to 20.");
        (await RunAsync("seed-national", "--offices", "3", "--people", "100")).ShouldContain(
            "--people takes 0, or 40 for each office"
        );
        (await RunAsync("seed-national", "--last-day", "2999-01-01")).ShouldContain("must be in the past");
        await SeedAsync();
        (await RunAsync([.. OfSmall])).ShouldContain("already contains a national data set");
        (await CountAsync("offices")).ShouldBe(3);
    }

    private async Task SeedAsync(params string[] further)
    {
        Service.Changed();
        (await RunAsync([.. OfSmall, .. further])).ShouldContain("3 offices, fiscal years 2567 to 2568");
    }

    private async Task<string> RunAsync(params string[] arguments)
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings__TeacherDevPlan"] = Service.Logins.Service,
            ["ConnectionStrings__Owner"] = Service.Logins.Owner,
        };
        using var process = Programs.Start(settings, arguments);
        return await Programs.OutputAsync(process);
    }

    /// <summary>Of every table that is seeded, a digest of all its rows.</summary>
    private async Task<Dictionary<string, string>> HashesAsync()
    {
        var hashes = new Dictionary<string, string>();
        foreach (var table in NationalTables.All.Concat(PeopleTables.All).Select(table => table.Name))
        {
            hashes[table] = await TextAsync(
                $"SELECT md5(coalesce(string_agg(t::text, '' ORDER BY t::text), '')) FROM {table} t"
            );
        }

        return hashes;
    }

    /// <summary>All indexes, constraints and triggers, and whether they are in force.</summary>
    private Task<string> RulesAsync() =>
        TextAsync(
            """
            SELECT string_agg(rule, E'\n' ORDER BY rule COLLATE "C") FROM (
                SELECT indexdef AS rule FROM pg_indexes WHERE schemaname = 'public'
                UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || convalidated
                    FROM pg_constraint WHERE connamespace = 'public'::regnamespace
                UNION ALL SELECT tgrelid::regclass || ' ' || tgname || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal) rules
            """
        );

    private static async Task SqlAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private async Task<long> CountAsync(string from) =>
        long.Parse(await TextAsync($"SELECT count(*)::text FROM {from}"), CultureInfo.InvariantCulture);

    private async Task<string> TextAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (string)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
