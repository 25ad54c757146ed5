using Npgsql;
using TeacherDevPlan.Infrastructure.Hosting;
using TeacherDevPlan.SampleData.National.Rows;

namespace TeacherDevPlan.SampleData.National.Vocabulary;

/// <summary>
/// The existing data in the database: none, or the office of the sample plan. Anything else is refused.
/// </summary>
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

    /// <summary>
    /// Refuses a database with other offices; otherwise returns the sample plan's office, or null if it is not there.
    /// </summary>
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

    /// <summary>Fiscal years that already have disbursement targets, which are kept.</summary>
    public static async Task<IReadOnlyList<int>> TargetYearsAsync(NpgsqlConnection connection) =>
        await ListAsync(
            connection,
            "SELECT DISTINCT fiscal_year FROM disbursement_targets WHERE fiscal_year > $1",
            0,
            row => row.GetInt32(0)
        );

    private static async Task RefuseOthersAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var find = new NpgsqlCommand(
            """
            SELECT (SELECT count(*) FROM offices WHERE code <> $1),
                (SELECT string_agg(code, ', ') FROM (SELECT code FROM offices WHERE code <> $1 ORDER BY code LIMIT 3) first_ones),
                (SELECT recorded_at FROM audit_records WHERE action = $2 ORDER BY number DESC LIMIT 1),
                (SELECT string_agg(code, ', ' ORDER BY code) FROM indicator_definitions WHERE code = ANY ($3))
            """,
            connection
        );
        find.Parameters.AddWithValue(SamplePlan.OfficeCode);
        find.Parameters.AddWithValue(NationalSeeder.Action);
        find.Parameters.AddWithValue(IndicatorKinds.All.Select(kind => kind.Code).ToArray());
        await using var reader = await find.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        if (!reader.IsDBNull(2))
        {
            throw new HostingException(
                $"The database already contains a national data set, generated on {reader.GetDateTime(2):yyyy-MM-dd HH:mm} UTC. "
                    + "Use another database, or another folder in TEACHERDEVPLAN_DATA."
            );
        }

        if (!reader.IsDBNull(3))
        {
            throw new HostingException(
                $"The catalogue of indicators already contains codes of the invented indicators: {reader.GetString(3)}. Use another database."
            );
        }

        if (reader.GetInt64(0) > 0)
        {
            throw new HostingException(
                $"The database contains {reader.GetInt64(0)} office(s) besides {SamplePlan.OfficeCode} ({reader.GetString(1)} …). Invented "
                    + "data is never mixed with other offices. Use another database, or another folder in TEACHERDEVPLAN_DATA."
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
