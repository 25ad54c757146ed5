using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Tests;

/// <summary>Puts a name into every text of the database, and looks for it there.</summary>
internal sealed class NameScan(PlanService service)
{
    /// <summary>Tables whose texts nobody writes, and the trail, which only the service can write.</summary>
    private static readonly string[] OfService =
    [
        "audit_records",
        "data_versions",
        "data_changes",
        "instance_secrets",
        "access_token_names",
        "project_months",
        "plan_months",
        "person_names",
        "staff_categories",
        "person_merge_parts",
        "development_topics",
        "competencies",
        "development_methods",
        "satisfaction_scales",
        "satisfaction_bands",
        "hours_rules",
        "bond_rules",
        "induction_programmes",
        "induction_programme_steps",
    ];

    /// <summary>A row in each table of the registry.</summary>
    private const string Registry = $"""
        INSERT INTO school_networks (id, office_id, name) SELECT gen_random_uuid(), id, 'เครือข่าย' FROM offices WHERE code = '{PlanService.Office}';
        INSERT INTO schools (id, office_id, code, name, district)
        SELECT gen_random_uuid(), id, '0430001', 'โรงเรียน', 'อำเภอ' FROM offices WHERE code = '{PlanService.Office}';
        INSERT INTO people (id, office_id, title, name, staff_number, status)
        SELECT gen_random_uuid(), id, 'คุณ', 'คนอื่น', 'เลข 1', 'ACTIVE' FROM offices WHERE code = '{PlanService.Office}';
        INSERT INTO people (id, office_id, title, name, status, merged_into_id)
        SELECT gen_random_uuid(), office_id, 'คุณ', 'คนซ้ำ', status, id FROM people;
        INSERT INTO person_merges (id, kept_id, duplicate_id, merged_at, kept_office_id, took_number, staff_number, took_identity)
        SELECT gen_random_uuid(), merged_into_id, id, now(), office_id, true, 'เลข 2', false FROM people WHERE merged_into_id IS NOT NULL;
        INSERT INTO held_names (id, person_id, title, name) SELECT gen_random_uuid(), id, title, name FROM people WHERE merged_into_id IS NULL;
        INSERT INTO appointments (id, person_id, record_office_id, office_id, category_id, title, name, position, academic_standing, held_from, is_main)
        SELECT gen_random_uuid(), p.id, p.office_id, p.office_id, c.id, p.title, p.name, 'ครู', 'EXPERT', '2020-01-01', true
        FROM people p, staff_categories c WHERE c.code = 'TEACHER_CIVIL_SERVANT' AND p.merged_into_id IS NULL;
        INSERT INTO committees (id, office_id, name, purpose, order_number, ordered_on, held_from, monitors, assesses, version)
        SELECT gen_random_uuid(), id, 'คณะกรรมการ', 'นิเทศ', 'เลข 1', '2023-01-01', '2023-01-01', true, false, 1
        FROM offices WHERE code = '{PlanService.Office}';
        INSERT INTO committee_members (id, committee_id, office_id, person_id, number, role, held_from)
        SELECT gen_random_uuid(), c.id, c.office_id, p.id, 1, 'CHAIR', '2023-01-01' FROM committees c, people p WHERE p.merged_into_id IS NULL;
        INSERT INTO award_programmes (id, office_id, code, name, grantor, criteria, source, version)
        SELECT gen_random_uuid(), id, 'รหัส', 'รางวัล', 'ผู้มอบ', 'หลักเกณฑ์', 'ประกาศ', 1 FROM offices WHERE code = '{PlanService.Office}';
        INSERT INTO awards (id, person_id, office_id, programme_id, level, division, fiscal_year, nominated_on, works, status, decided_on, decided_by,
            distinction, order_number, note, version)
        SELECT gen_random_uuid(), p.id, p.office_id, a.id, 'OFFICE', 'ประเภท', 2566, '2023-01-01', 'ผลงาน', 'AWARDED', '2023-01-01', 'ผู้ตัดสิน', 'ดีเด่น',
            'เลข 1', 'หมายเหตุ', 1
        FROM award_programmes a, people p WHERE p.merged_into_id IS NULL;
        INSERT INTO further_studies (id, person_id, office_id, requested_on, degree, field, institution, leave, funding, scholarship, starts_on, ends_on,
            status, order_number, ended_on, note, version)
        SELECT gen_random_uuid(), id, office_id, '2023-01-01', 'MASTER', 'สาขา', 'สถานศึกษา', 'FULL_TIME', 'OTHER', 'ทุน', '2023-01-01', '2023-01-31',
            'DISCONTINUED', 'เลข 1', '2023-01-31', 'หมายเหตุ', 1
        FROM people WHERE merged_into_id IS NULL;
        INSERT INTO further_study_extensions (id, study_id, number, ends_before, ends_on, order_number, extended_on)
        SELECT gen_random_uuid(), id, 1, '2023-01-15', '2023-01-31', 'เลข 1', '2023-01-15' FROM further_studies;
        INSERT INTO people (id, office_id, title, name, status)
        SELECT gen_random_uuid(), id, 'คุณ', 'พี่เลี้ยง', 'ACTIVE' FROM offices WHERE code = '{PlanService.Office}';
        INSERT INTO held_names (id, person_id, title, name) SELECT gen_random_uuid(), id, title, name FROM people WHERE name = 'พี่เลี้ยง';
        INSERT INTO inductions (id, person_id, appointment_id, office_id, category_id, programme_id, mentor_id, starts_on, status, decided_on,
            order_number, note, version)
        SELECT gen_random_uuid(), a.person_id, a.id, a.office_id, a.category_id, i.id, m.id, a.held_from, 'FAILED', '2023-01-01', 'เลข 1', 'หมายเหตุ', 1
        FROM appointments a, induction_programmes i, people m WHERE i.code = 'NEW_OFFICIAL' AND m.name = 'พี่เลี้ยง';
        INSERT INTO induction_steps (id, induction_id, person_id, mentor_id, office_id, number, code, name, name_english, kind, is_assessed, due_on,
            done_on, note, evidence)
        SELECT gen_random_uuid(), i.id, i.person_id, i.mentor_id, i.office_id, 1, 'ORIENTATION', 'ปฐมนิเทศ', 'x', 'ORIENTATION', false, '2023-01-01',
            '2023-01-01', 'หมายเหตุ', 'หลักฐาน' FROM inductions i;
        INSERT INTO monitoring_visits (id, office_id, fiscal_year, phase, visited_on, findings, recommendations, follow_up, action_taken, version)
        SELECT gen_random_uuid(), id, 2566, 'AFTER', '2023-01-01', 'พบว่า', 'แนะนำ', 'OPEN', 'ทำแล้ว', 1
        FROM offices WHERE code = '{PlanService.Office}'
        """;

    private const string Texts = "SELECT name, unnest(columns), unnest(types) FROM texts_of_offices ORDER BY name";

    /// <summary>The tables with rows, and all of a row as text.</summary>
    private const string Tables =
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Adds every spelling to every text that takes it; gives the number of columns.</summary>
    public async Task<int> PutEverywhereAsync(RandomPerson person)
    {
        await service.ExecuteSqlAsync(
            "INSERT INTO plan_readings (plan_id, lines, unread) SELECT id, 1, "
                + "'[{\"firstLine\": 1, \"lastLine\": 1, \"lines\": 1, \"reason\": \"OUT_OF_PLACE\", \"text\": \"x\"}]' FROM development_plans"
        );
        await service.ExecuteSqlAsync(Registry);
        await using var connection = new NpgsqlConnection(service.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await RunAsync(connection, "SET session_replication_role = replica", null);
        var put = 0;
        foreach (var (table, column, type) in await ColumnsAsync(connection))
        {
            if (OfService.Contains(table) || !IsWritten(table, column))
                continue;
            var value = type switch
            {
                "jsonb" => $"replace({column}::text, '\"x\"', to_json($1::text)::text)::jsonb",
                "text[]" => $"array_append({column}, $1)",
                _ => $"concat({column}, ' ', $1)",
            };
            var words = string.Join(" และ ", person.Spellings());
            put += await RunAsync(
                connection,
                $"UPDATE {table} SET {column} = {value} WHERE ctid = (SELECT ctid FROM {table} WHERE NOT coalesce({column}::text ~ '^[A-Z0-9_.-]+$', false) "
                    + $"AND strpos(coalesce({column}::text, ''), '{person.Printed}') = 0 LIMIT 1)",
                words
            );
        }

        return put;
    }

    /// <summary>The tables and parts of the name that are still in them.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(RandomPerson person)
    {
        await using var connection = new NpgsqlConnection(service.ConnectionString);
        await connection.OpenAsync(Cancellation);
        var found = new List<string>();
        foreach (var table in await ReadAsync(connection, Tables, row => row.GetString(0)))
        {
            foreach (var part in person.Parts.SelectMany(part => (string[])[part, part.Insert(1, "\u200b")]))
            {
                await using var find = new NpgsqlCommand(
                    $"SELECT t::text FROM \"{table}\" t WHERE strpos(t::text, $1) > 0 OR strpos(fold_text(t::text), fold_text($1)) > 0 LIMIT 1",
                    connection
                )
                {
                    Parameters = { new() { Value = part } },
                };
                if (await find.ExecuteScalarAsync(Cancellation) is string row)
                    found.Add($"{table}: {part} in {row}");
            }
        }

        return found;
    }

    private static async Task<IReadOnlyList<(string Table, string Column, string Type)>> ColumnsAsync(
        NpgsqlConnection connection
    ) => await ReadAsync(connection, Texts, row => (row.GetString(0), $"\"{row.GetString(1)}\"", row.GetString(2)));

    /// <summary>Whether the column has what people write, rather than a code or what the ledger is reckoned by.</summary>
    private bool IsWritten(string table, string column)
    {
        if (table is "ledger_entries")
            return column is "\"reference\"" or "\"reason\"";
        using var scope = service.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<PlanDbContext>().Model;
        return model
            .GetEntityTypes()
            .Where(type => type.GetTableName() == table)
            .SelectMany(type => type.GetProperties())
            .Where(property => $"\"{property.GetColumnName()}\"" == column)
            .All(property => property.ClrType == typeof(string) || column == "\"dimensions\"");
    }

    /// <summary>The number of rows; 0 if a check does not allow it.</summary>
    private static async Task<int> RunAsync(NpgsqlConnection connection, string sql, string? words)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        if (words is not null)
            command.Parameters.Add(new() { Value = words });
        try
        {
            return await command.ExecuteNonQueryAsync(Cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.CheckViolation)
        {
            return 0;
        }
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlConnection connection,
        string sql,
        Func<NpgsqlDataReader, T> read
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<T>();
        while (await reader.ReadAsync(Cancellation))
            rows.Add(read(reader));
        return rows;
    }
}
