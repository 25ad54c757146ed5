using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Infrastructure.Persistence;

namespace TeacherDevPlan.Api.Tests;

/// <summary>The rule of achievement is told twice: to programs, and to the database that filters, sorts and sums by it.</summary>
public sealed class AchievementPropertyTests(PlanService service) : PlanTests(service)
{
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
