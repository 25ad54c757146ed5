using System.Linq.Expressions;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Tests;
using TeacherDevPlan.Infrastructure.Persistence;

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

    [Fact]
    public async Task The_database_reckons_achievement_and_status_as_the_domain_does()
    {
        const string rows = """
            SELECT gen_random_uuid() AS id, gen_random_uuid() AS indicator_id, 2566 AS fiscal_year, t.target, d.direction, r.result,
                NULL::numeric AS numerator, NULL::numeric AS denominator, NULL::uuid AS result_id, 0 AS result_entries
            FROM (SELECT setseed(0.42)) seed,
                (SELECT round((random() * 20 - 5)::numeric, (n % 5)) AS target FROM generate_series(1, 60) n
                    UNION ALL VALUES (0), (80), (-4), (0.125), (999999999999.0001)) t,
                (SELECT round((random() * 20 - 5)::numeric, (n % 5)) AS result FROM generate_series(1, 60) n
                    UNION ALL VALUES (0), (64), (63.9999), (-5), (0.1), (0.1563), (799999999999.2), (NULL)) r,
                (VALUES ('HIGHER_IS_BETTER'), ('LOWER_IS_BETTER')) d(direction)
            """;
        var models = Service.Services.GetRequiredService<QueryModels>();
        var achievement = Field<decimal?>(models, "achievement");
        var status = Field<string>(models, "status");
        await using var scope = Service.Services.CreateAsyncScope();
        var targets = scope.ServiceProvider.GetRequiredService<PlanDbContext>().Set<IndicatorTarget>();
        var row = Expression.Parameter(typeof(IndicatorTarget), "row");
        var reckoned = Expression.Lambda<Func<IndicatorTarget, Reckoned>>(
            Expression.MemberInit(
                Expression.New(typeof(Reckoned)),
                Bind(nameof(Reckoned.Target), row),
                Bind(nameof(Reckoned.Achievement), Expression.Invoke(achievement, row)),
                Bind(nameof(Reckoned.Status), Expression.Invoke(status, row))
            ),
            row
        );
        var found = await targets
            .FromSqlRaw(rows)
            .AsNoTracking()
            .Select(reckoned)
            .ToListAsync(TestContext.Current.CancellationToken);
        found.Count.ShouldBe(65 * 68 * 2);
        foreach (var one in found)
        {
            var told = $"{one.Target.Result} of {one.Target.Target}, {one.Target.Direction}";
            one.Achievement.ShouldBe(one.Target.Achievement, told);
            one.Status.ShouldBe(EnumText.Of(one.Target.Status), told);
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

    private static Expression<Func<IndicatorTarget, T>> Field<T>(QueryModels models, string name) =>
        (Expression<Func<IndicatorTarget, T>>)((ValueField)models.For<IndicatorTarget>().Find(name)!).Value;

    private static MemberAssignment Bind(string member, Expression value) =>
        Expression.Bind(typeof(Reckoned).GetProperty(member)!, value);

    private sealed class Reckoned
    {
        public IndicatorTarget Target { get; init; } = null!;

        public decimal? Achievement { get; init; }

        public string Status { get; init; } = "";
    }
}
