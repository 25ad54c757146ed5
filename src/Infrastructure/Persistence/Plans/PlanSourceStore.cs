using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Persistence.Configurations;

namespace TeacherDevPlan.Infrastructure.Persistence.Plans;

/// <summary>The thousands of sources of a plan, compared with those that are stored by the database, in one statement.</summary>
internal sealed class PlanSourceStore(PlanDbContext context) : IPlanSourceStore
{
    private const string SaveSources = """
        WITH stated AS (
            SELECT * FROM unnest($3::uuid[], $4::text[], $5::int[], $6::int[], $7::int[], $8::int[], $9::text[],
                    $10::int[], $11::int[], $12::text[], $13::text[])
                AS s(owner_id, member, line, "table", "row", "column", raw_text, page, paragraph, sheet, cell)),
        removed AS (
            DELETE FROM sources x WHERE (x.plan_id = $1 OR x.owner_id = ANY ($2::uuid[]))
                AND NOT EXISTS (SELECT FROM stated s WHERE s.owner_id = x.owner_id AND s.member = x.member)
            RETURNING 1),
        put AS (
            INSERT INTO sources AS x
                (owner_id, member, plan_id, line, "table", "row", "column", raw_text, page, paragraph, sheet, cell)
            SELECT owner_id, member, $1, line, "table", "row", "column", raw_text, page, paragraph, sheet, cell FROM stated
            ON CONFLICT (owner_id, member) DO UPDATE SET plan_id = excluded.plan_id, line = excluded.line,
                "table" = excluded."table", "row" = excluded."row", "column" = excluded."column",
                raw_text = excluded.raw_text, page = excluded.page, paragraph = excluded.paragraph,
                sheet = excluded.sheet, cell = excluded.cell
            WHERE (x.line, x."table", x."row", x."column", x.raw_text, x.page, x.paragraph, x.sheet, x.cell)
                IS DISTINCT FROM (excluded.line, excluded."table", excluded."row", excluded."column", excluded.raw_text,
                    excluded.page, excluded.paragraph, excluded.sheet, excluded.cell)
            RETURNING 1)
        SELECT ((SELECT count(*) FROM removed) + (SELECT count(*) FROM put))::int
        """;

    private const string SaveReading = """
        WITH put AS (
            INSERT INTO plan_readings AS x (plan_id, lines, unread, formulas, listed)
            VALUES ($1, $2, $3::jsonb, $4::jsonb, $5::jsonb)
            ON CONFLICT (plan_id) DO UPDATE SET lines = excluded.lines, unread = excluded.unread,
                formulas = excluded.formulas, listed = excluded.listed
            WHERE (x.lines, x.unread, x.formulas, x.listed)
                IS DISTINCT FROM (excluded.lines, excluded.unread, excluded.formulas, excluded.listed)
            RETURNING 1)
        SELECT count(*)::int FROM put
        """;

    private const string RemoveReading = """
        WITH removed AS (DELETE FROM plan_readings WHERE plan_id = $1 RETURNING 1) SELECT count(*)::int FROM removed
        """;

    public async Task<IReadOnlyList<PrintedSource>> OfAsync(
        IReadOnlyCollection<Guid> owners,
        CancellationToken cancellationToken
    ) =>
        await context
            .Set<PrintedSource>()
            .AsNoTracking()
            .Where(source => owners.Contains(source.OwnerId))
            .ToListAsync(cancellationToken);

    public async Task<PlanReading?> ReadingAsync(Guid planId, CancellationToken cancellationToken) =>
        (
            await context
                .Set<StoredReading>()
                .AsNoTracking()
                .SingleOrDefaultAsync(reading => reading.PlanId == planId, cancellationToken)
        )?.Reading;

    public async Task<int> SaveAsync(
        Guid planId,
        IReadOnlyCollection<Guid> stated,
        IReadOnlyCollection<PrintedSource> sources,
        PlanReading? reading,
        CancellationToken cancellationToken
    ) =>
        await RunAsync(
            SaveSources,
            cancellationToken,
            Sql.Of(planId),
            Sql.Of<Guid[]>([.. stated]),
            Sql.Of<Guid[]>([.. sources.Select(one => one.OwnerId)]),
            Sql.Of<string[]>([.. sources.Select(one => one.Member)]),
            Sql.Of<int[]>([.. sources.Select(one => one.Line)]),
            Sql.Of<int?[]>([.. sources.Select(one => one.Table)]),
            Sql.Of<int?[]>([.. sources.Select(one => one.Row)]),
            Sql.Of<int?[]>([.. sources.Select(one => one.Column)]),
            Sql.Of<string[]>([.. sources.Select(one => one.RawText)]),
            Sql.Of<int?[]>([.. sources.Select(one => one.Page)]),
            Sql.Of<int?[]>([.. sources.Select(one => one.Paragraph)]),
            Sql.Of<string?[]>([.. sources.Select(one => one.Sheet)]),
            Sql.Of<string?[]>([.. sources.Select(one => one.Cell)])
        )
        + (
            reading is null
                ? await RunAsync(RemoveReading, cancellationToken, Sql.Of(planId))
                : await RunAsync(
                    SaveReading,
                    cancellationToken,
                    Sql.Of(planId),
                    Sql.Of(reading.Lines),
                    Sql.OrNull(ReadingJson.Write(reading.Unread), NpgsqlDbType.Jsonb),
                    Sql.OrNull(ReadingJson.Write(reading.Formulas), NpgsqlDbType.Jsonb),
                    Sql.OrNull(ReadingJson.Write(reading.Listed), NpgsqlDbType.Jsonb)
                )
        );

    private async Task<int> RunAsync(
        string sql,
        CancellationToken cancellationToken,
        params NpgsqlParameter[] parameters
    ) => (int)(await context.ScalarAsync(sql, cancellationToken, parameters))!;
}
