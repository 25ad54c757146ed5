using Npgsql;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Tests;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The rules that the database keeps by itself are those of the domain: both are held to the same cases.</summary>
public sealed class SharedRuleTests(PlanService service) : PlanTests(service)
{
    private const string Id = "0198a000-0000-7000-8000-000000000001";

    private static readonly string[] Figures = ["planned", "transferred_in", "transferred_out", "disbursed"];

    [Fact]
    public async Task Days_of_reports_lie_in_the_fiscal_year_and_quarter_that_they_should()
    {
        await using var connection = await OpenAsync();
        await ExecuteAsync(
            connection,
            "CREATE TEMP TABLE reports (LIKE progress_report_revisions INCLUDING CONSTRAINTS)"
        );
        foreach (var one in RuleCases.Days)
        {
            (await IsTakenAsync(0, 0)).ShouldBeTrue(one.Day);
            (await IsTakenAsync(1, 0)).ShouldBeFalse(one.Day);
            (await IsTakenAsync(0, -1)).ShouldBeFalse(one.Day);

            Task<bool> IsTakenAsync(int day, int lastDay) =>
                IsTakenByAsync(
                    connection,
                    $"""
                    INSERT INTO reports VALUES (gen_random_uuid(), gen_random_uuid(), {one.FiscalYear}, '{one.Quarter}', 1, 0, null, null, 0,
                        date '{one.LastDay}' + {lastDay}, date '{one.Day}' + {day}, '{one.Moment}', 'somebody')
                    """
                );
        }
    }

    [Fact]
    public async Task Days_of_payments_lie_in_the_fiscal_year_and_quarter_that_they_should()
    {
        await using var connection = await OpenAsync();
        await ExecuteAsync(connection, "UPDATE projects SET status = 'IN_PROGRESS' WHERE number = 1");
        foreach (var one in RuleCases.Days)
        {
            foreach (var quarter in Enum.GetValues<FiscalQuarter>())
            {
                var column = $"disbursed_{quarter}".ToLowerInvariant();
                var entry = $"'kind', 'DISBURSEMENT', 'paid_on', '{one.Day}', 'quarter', '{quarter}', '{column}', 1";
                (await IsTakenByAsync(connection, Entry(entry))).ShouldBe(
                    one.FiscalYear == 2566 && quarter == one.Quarter,
                    $"{one.Day} {quarter}"
                );
            }
        }
    }

    [Theory]
    [InlineData("project_budgets")]
    [InlineData("plan_budgets")]
    public async Task Figures_of_a_budget_are_what_they_should_be(string table)
    {
        await using var connection = await OpenAsync();
        await ExecuteAsync(
            connection,
            $"CREATE TEMP TABLE figures (LIKE {table}); "
                + "CREATE TRIGGER figures BEFORE INSERT ON figures FOR EACH ROW EXECUTE FUNCTION compute_figures()"
        );
        await ExecuteAsync(
            connection,
            """
            DO $$ DECLARE c record; BEGIN FOR c IN SELECT attname FROM pg_attribute WHERE attrelid = 'pg_temp.figures'::regclass
                AND attnum > 0 AND attnotnull LOOP
                EXECUTE format('ALTER TABLE pg_temp.figures ALTER %I DROP NOT NULL', c.attname); END LOOP; END $$
            """
        );
        foreach (var one in RuleCases.Figures)
        {
            decimal[] amounts = [one.Planned, one.In, one.Out, one.Disbursed];
            var columns = Figures.SelectMany(figure =>
                Enumerable.Range(1, 4).Select(quarter => $"{figure}_q{quarter}")
            );
            var values = amounts.SelectMany(amount => (decimal[])[0, amount, 0, 0]);
            await using var command = connection.CreateCommand();
            command.CommandText = FormattableString.Invariant(
                $"""
                INSERT INTO figures ({string.Join(", ", columns)}, committed) VALUES ({string.Join(
                    ", ",
                    values
                )}, {one.Committed})
                RETURNING revised_total, available_total, disbursement_rate
                """
            );
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            (await reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBeTrue();
            (
                reader.GetDecimal(0),
                reader.GetDecimal(1),
                reader.IsDBNull(2) ? (decimal?)null : reader.GetDecimal(2)
            ).ShouldBe((one.Revised, one.Available, one.Rate));
        }
    }

    [Fact]
    public async Task Statuses_publish_a_project_and_let_it_take_entries_as_they_should()
    {
        await using var connection = await OpenAsync();
        foreach (var one in RuleCases.Statuses)
        {
            await ExecuteAsync(
                connection,
                $"UPDATE projects SET status = '{EnumText.Of(one.Status)}' WHERE number = 1"
            );
            await using (var command = connection.CreateCommand())
            {
                command.CommandText =
                    "SELECT draft FROM project_budgets WHERE project_id = (SELECT id FROM projects WHERE number = 1)";
                (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(!one.Published);
            }

            var reserved = Entry($"'kind', 'COMMITMENT', 'commitment_id', '{Id}', 'quarter', null, 'committed', 1");
            (await IsTakenByAsync(connection, reserved)).ShouldBe(one.TakesEntries, $"{one.Status}");
        }
    }

    /// <summary>An entry of 1 baht that follows the first one of an activity, with these columns.</summary>
    private static string Entry(string columns) =>
        $"""
            INSERT INTO ledger_entries SELECT (jsonb_populate_record(e, to_jsonb(e) || jsonb_build_object(
                'id', '{Id}', 'sequence', sequence + 1, 'amount', 1, 'reference', 'R', 'reason', null, {columns}))).*
            FROM ledger_entries e WHERE kind = 'PLANNED' AND planned_q3 = 5000 AND sequence = 1
                AND project_id = (SELECT id FROM projects WHERE number = 1)
            """;

    /// <summary>Whether the database takes it; it is undone.</summary>
    private static async Task<bool> IsTakenByAsync(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        try
        {
            await ExecuteAsync(connection, $"{sql}; SET CONSTRAINTS ALL IMMEDIATE");
            return true;
        }
        catch (PostgresException error) when (error.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(Service.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
