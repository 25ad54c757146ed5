using Npgsql;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Infrastructure.SampleData.National;

/// <summary>What is in the database before: nothing, or the office of the sample plan. Anything else is refused.</summary>
internal static class KnownOffices
{
    private const string ReadOffice = "SELECT id FROM offices WHERE code = $1";
    private const string ReadUnits = "SELECT id, number, name FROM org_units WHERE office_id = $1 ORDER BY number";
    private const string ReadStaff =
        "SELECT id, org_unit_id, name, position, academic_standing FROM staff_members WHERE office_id = $1 ORDER BY name, id";
    private const string ReadStrategies = """
        SELECT p.id, p.first_fiscal_year, p.last_fiscal_year, s.id, s.number, s.name
        FROM strategic_plans p JOIN strategies s ON s.strategic_plan_id = p.id WHERE p.office_id = $1
        ORDER BY p.first_fiscal_year, s.number
        """;
    private const string ReadYears = "SELECT fiscal_year FROM development_plans WHERE office_id = $1";

    /// <summary>Refuses a database that holds other offices; otherwise the sample plan's office, null where it is not there.</summary>
    public static async Task<KnownOffice?> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await RefuseOthersAsync(connection, cancellationToken);
        var ids = await ListAsync(connection, ReadOffice, SamplePlan.OfficeCode, row => row.GetGuid(0));
        if (ids.Count == 0)
            return null;
        var id = ids[0];
        var units = await ListAsync(
            connection,
            ReadUnits,
            id,
            row => new NumberedRow(row.GetGuid(0), id, row.GetInt32(1), row.GetString(2))
        );
        var staff = await ListAsync(
            connection,
            ReadStaff,
            id,
            row => new StaffRow(
                row.GetGuid(0),
                id,
                row.IsDBNull(1) ? null : row.GetGuid(1),
                row.GetString(2),
                row.GetString(3),
                row.IsDBNull(4) ? null : row.GetString(4)
            )
        );
        var strategies = await ListAsync(
            connection,
            ReadStrategies,
            id,
            row =>
                (
                    Plan: new StrategicPlanRow(row.GetGuid(0), id, row.GetInt32(1), row.GetInt32(2)),
                    Strategy: new NumberedRow(row.GetGuid(3), row.GetGuid(0), row.GetInt32(4), row.GetString(5))
                )
        );
        return new KnownOffice(
            id,
            units,
            staff,
            [
                .. strategies
                    .GroupBy(row => row.Plan, row => row.Strategy)
                    .Select(plan => new KnownStrategies(plan.Key, [.. plan])),
            ],
            await ListAsync(connection, ReadYears, id, row => row.GetInt32(0))
        );
    }

    private static async Task RefuseOthersAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var find = new NpgsqlCommand(
            """
            SELECT (SELECT count(*) FROM offices WHERE code <> $1),
                (SELECT string_agg(code, ', ') FROM (SELECT code FROM offices WHERE code <> $1 ORDER BY code LIMIT 3) first_ones),
                (SELECT recorded_at FROM audit_records WHERE action = $2 ORDER BY number DESC LIMIT 1)
            """,
            connection
        );
        find.Parameters.AddWithValue(SamplePlan.OfficeCode);
        find.Parameters.AddWithValue(NationalSeeder.Action);
        await using var reader = await find.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (!reader.IsDBNull(2))
        {
            throw new HostingException(
                $"The database holds a national data set already, made on {reader.GetDateTime(2):yyyy-MM-dd HH:mm} UTC. "
                    + "For another one use another database, or another folder in TEACHERDEVPLAN_DATA."
            );
        }

        if (reader.GetInt64(0) > 0)
        {
            throw new HostingException(
                $"The database holds {reader.GetInt64(0)} office(s) besides {SamplePlan.OfficeCode} ({reader.GetString(1)} …), and invented "
                    + "ones are never put among them. Use another database, or another folder in TEACHERDEVPLAN_DATA."
            );
        }
    }

    private static async Task<List<T>> ListAsync<T>(
        NpgsqlConnection connection,
        string sql,
        object parameter,
        Func<NpgsqlDataReader, T> read
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
