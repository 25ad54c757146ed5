using Npgsql;
using TeacherDevPlan.Application.People.Figures;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Infrastructure.Persistence.People;
using TeacherDevPlan.SampleData.National.Rows;

namespace TeacherDevPlan.SampleData.National;

/// <summary>
/// Settles the public figures of the closed quarters of five years, over all people that were written, as the service
/// does it.
/// </summary>
internal static class PeopleFigures
{
    private const int Years = 5;

    /// <summary>Without statistics of the rows that were just written, counting them takes very long.</summary>
    private const string Analyze =
        "ANALYZE appointments, enrollments, offerings, courses, course_subjects, individual_plan_revisions, needs_rounds, needs_choices, needs_results";

    private static readonly string People = WithNumbers(
        $"SELECT cells.*, NULL::int[] AS reached, ARRAY[]::int[] AS rests FROM ({PeopleFigureStore.Count}) cells"
    );

    private static readonly string Development = WithNumbers(
        $"SELECT office_id, subject, kind, kind_name, people, rank, NULL::int AS of, reached, rests FROM ({DevelopmentCells.Count}) cells"
    );

    public static async Task CopyAsync(
        NpgsqlConnection connection,
        NationalOptions options,
        Dictionary<string, long> rows,
        CancellationToken cancellationToken
    )
    {
        await using (var analyze = new NpgsqlCommand(Analyze, connection))
            await analyze.ExecuteNonQueryAsync(cancellationToken);
        var dice = Dice.For(options.Seed, "figures about people");
        var figures = new OfficeRows();
        List<PeopleFigure> before = [];
        for (var number = options.CurrentYear - Years + 1; number <= options.CurrentYear; number++)
        {
            foreach (var quarter in Enum.GetValues<FiscalQuarter>())
            {
                var end = new FiscalYear(number).EndOf(quarter);
                var settledOn = end.AddDays(SettlePeopleFiguresHandler.FirstDay);
                if (settledOn > options.LastDay)
                    continue;
                var ids = new SeededIds(dice, ThaiDay.StartOf(settledOn).UtcDateTime);
                var withheld = before
                    .Where(figure => figure.People is null)
                    .ToLookup(figure => (figure.OfficeId, figure.Subject), figure => figure.Kind);
                before =
                [
                    .. PeopleFigure.Settle(
                        await CountAsync(connection, end, cancellationToken),
                        withheld,
                        number,
                        quarter
                    ),
                ];
                figures.Figures.AddRange(before.Select(figure => new Keyed<PeopleFigure>(ids.Next(), default, figure)));
                await NoteAsync(connection, number, quarter, ThaiDay.StartOf(settledOn), cancellationToken);
            }
        }

        foreach (var table in PeopleTables.All)
            rows[table.Name] = rows.GetValueOrDefault(table.Name) + table.Copy(connection, figures);
    }

    private static async Task NoteAsync(
        NpgsqlConnection connection,
        int year,
        FiscalQuarter quarter,
        DateTimeOffset settledAt,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO people_figure_quarters (fiscal_year, quarter, settled_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
            connection
        );
        command.Parameters.AddWithValue(year);
        command.Parameters.AddWithValue(EnumText.Of(quarter));
        command.Parameters.AddWithValue(settledAt.ToUniversalTime());
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The cells in an order that depends on nothing but what is counted.</summary>
    private static async Task<List<FigureCell>> CountAsync(
        NpgsqlConnection connection,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var year = FiscalYear.Of(day);
        return
        [
            .. await CountAsync(connection, People, day, year.StartOf(year.QuarterOf(day)), cancellationToken),
            .. await CountAsync(connection, Development, day, year.StartsOn, cancellationToken),
        ];
    }

    /// <param name="since">The first day of the quarter, or of the year.</param>
    private static async Task<List<FigureCell>> CountAsync(
        NpgsqlConnection connection,
        string count,
        DateOnly day,
        DateOnly since,
        CancellationToken cancellationToken
    )
    {
        await using var command = new NpgsqlCommand(
            $"{count} ORDER BY office_id, subject, kind COLLATE \"C\"",
            connection
        );
        command.Parameters.AddWithValue(day);
        command.Parameters.AddWithValue(FiscalYear.Of(day).Number);
        command.Parameters.AddWithValue(since);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var cells = new List<FigureCell>();
        while (await reader.ReadAsync(cancellationToken))
        {
            cells.Add(
                new FigureCell(
                    reader.GetGuid(0),
                    EnumText.Parse<FigureSubject>(reader.GetString(1)),
                    reader.GetString(2),
                    reader.GetString(3),
                    reader.GetInt32(4),
                    reader.GetInt32(5),
                    reader.IsDBNull(6) ? null : reader.GetInt32(6)
                )
                {
                    Reached = reader.IsDBNull(7) ? null : reader.GetFieldValue<int[]>(7),
                    Rests = reader.GetFieldValue<int[]>(8),
                }
            );
        }

        return cells;
    }

    /// <summary>The same statement with the parameters of a command.</summary>
    private static string WithNumbers(string statement) =>
        statement
            .Replace("{0}", "$1", StringComparison.Ordinal)
            .Replace("{1}", "$2", StringComparison.Ordinal)
            .Replace("{2}", "$3", StringComparison.Ordinal);
}
