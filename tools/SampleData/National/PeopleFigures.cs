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

    private static readonly string Count = PeopleFigureStore
        .Count.Replace("{0}", "$1")
        .Replace("{1}", "$2")
        .Replace("{2}", "$3");

    public static async Task CopyAsync(
        NpgsqlConnection connection,
        NationalOptions options,
        Dictionary<string, long> rows,
        CancellationToken cancellationToken
    )
    {
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
        await using var command = new NpgsqlCommand(
            $"SELECT * FROM ({Count}) cells ORDER BY office_id, subject, kind COLLATE \"C\"",
            connection
        );
        var year = FiscalYear.Of(day);
        command.Parameters.AddWithValue(day);
        command.Parameters.AddWithValue(year.Number);
        command.Parameters.AddWithValue(year.StartOf(year.QuarterOf(day)));
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
            );
        }

        return cells;
    }
}
