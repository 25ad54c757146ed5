using CsCheck;
using Npgsql;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Tests;
using TeacherDevPlan.Infrastructure.Persistence.Results;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The rule of achievement is told twice: to programs, and to the database that filters, sorts and sums by it.</summary>
public sealed class AchievementPropertyTests(PlanService service) : PlanTests(service)
{
    [Fact]
    public async Task Every_case_reads_the_same_in_sql()
    {
        var read = await ReadAsync([.. AchievementCase.All.Select(one => (one.Result, one.Target, one.Direction))]);
        read.ShouldBe(AchievementCase.All.Select(one => (one.Achievement, EnumText.Of(one.Status))));
    }

    [Fact]
    public async Task Sql_and_domain_agree_on_any_figures()
    {
        var figures = Gen.OneOf(
                Gen.Decimal[-20, 20],
                Gen.Decimal[0, 1_000_000_000_000],
                Gen.Int[-30, 300].Select(whole => (decimal)whole)
            )
            .Select(Gen.Int[0, 4], (value, decimals) => Math.Round(value, decimals));
        var rows = new List<(decimal? Result, decimal Target, IndicatorDirection Direction)>();
        Gen.Select(figures, figures, Gen.Enum<IndicatorDirection>())
            .Sample(
                (result, target, direction) =>
                {
                    rows.Add((result, target, direction));
                    // As near to half a hundredth, and to the limit, as figures get.
                    rows.Add((Math.Round(target * 0.80005m, 4), target, direction));
                },
                iter: 4000,
                threads: 1
            );
        var read = await ReadAsync(rows);
        foreach (var (row, told) in rows.Zip(read))
        {
            told.Achievement.ShouldBe(Achievement.Of(row.Result, row.Target, row.Direction), $"{row}");
            told.Status.ShouldBe(EnumText.Of(Achievement.StatusOf(row.Result, row.Target, row.Direction)), $"{row}");
        }
    }

    private async Task<List<(decimal? Achievement, string Status)>> ReadAsync(
        IReadOnlyCollection<(decimal? Result, decimal Target, IndicatorDirection Direction)> rows
    )
    {
        await using var source = NpgsqlDataSource.Create(Service.ConnectionString);
        await using var command = source.CreateCommand(
            $"""
            SELECT {AchievementSql.Achievement("t.result", "t.target", "t.direction")}, {AchievementSql.Status(
                "t.result",
                "t.target",
                "t.direction"
            )}
            FROM unnest($1, $2, $3) WITH ORDINALITY AS t (result, target, direction, place) ORDER BY place
            """
        );
        command.Parameters.Add(new NpgsqlParameter<decimal?[]> { TypedValue = [.. rows.Select(row => row.Result)] });
        command.Parameters.AddWithValue(rows.Select(row => row.Target).ToArray());
        command.Parameters.AddWithValue(rows.Select(row => EnumText.Of(row.Direction)).ToArray());
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var read = new List<(decimal?, string)>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            read.Add((reader.IsDBNull(0) ? null : reader.GetDecimal(0), reader.GetString(1)));
        return read;
    }
}
