using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.People.Figures;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <inheritdoc cref="IPeopleFigureStore"/>
internal sealed class PeopleFigureStore(PlanDbContext context) : IPeopleFigureStore
{
    private const string OnTheDay = "a.is_main AND a.held_from <= {0} AND (a.held_to IS NULL OR a.held_to >= {0})";

    /// <summary>The parameters are the last day of the quarter, the fiscal year, and the first day.</summary>
    internal const string Count = $$"""
        SELECT a.office_id, 'CATEGORY' AS subject, c.code AS kind, c.name AS kind_name, count(*)::int AS people, c.rank, NULL::int AS of
        FROM appointments a JOIN (SELECT *, (-row_number() OVER (ORDER BY id))::int AS rank FROM staff_categories) c ON c.id = a.category_id
        WHERE {{OnTheDay}} GROUP BY a.office_id, c.code, c.name, c.rank
        UNION ALL
        SELECT a.office_id, 'ACADEMIC_STANDING', s.code, s.name, count(*)::int, s.rank, NULL
        FROM appointments a JOIN (VALUES ('ADVISORY', 'เชี่ยวชาญพิเศษ', 1), ('EXPERT', 'เชี่ยวชาญ', 2), ('PROFESSIONAL', 'ชำนาญการ', 3),
            ('SENIOR_PROFESSIONAL', 'ชำนาญการพิเศษ', 4), ('NONE', 'ไม่มีวิทยฐานะ', 5)) s (code, name, rank)
            ON s.code = coalesce(a.academic_standing, 'NONE')
        WHERE {{OnTheDay}} GROUP BY a.office_id, s.code, s.name, s.rank
        UNION ALL
        SELECT a.office_id, 'APPROVED_PLAN', k.code, k.name, count(*)::int, k.rank, NULL
        FROM appointments a CROSS JOIN LATERAL (
            SELECT EXISTS (SELECT FROM individual_plan_revisions r WHERE r.person_id = a.person_id AND r.fiscal_year = {1}
                AND r.approved_at < ({0} + 1)::timestamp AT TIME ZONE 'Asia/Bangkok') AS approved) p
            JOIN (VALUES (true, 'APPROVED', 'มีแผนพัฒนาตนเองที่อนุมัติแล้ว', 1), (false, 'NONE', 'ไม่มีแผนพัฒนาตนเองที่อนุมัติแล้ว', 2))
            k (approved, code, name, rank) ON k.approved = p.approved
        WHERE {{OnTheDay}} GROUP BY a.office_id, k.code, k.name, k.rank
        UNION ALL
        SELECT r.office_id, 'NEEDED_TOPIC', t.code, t.name, t.demand, t.rank, CASE WHEN r.most_topics > 1 THEN r.respondents END
        FROM (SELECT DISTINCT ON (n.office_id) n.*, o.most_topics FROM needs_results n JOIN needs_rounds o ON o.id = n.round_id
            WHERE n.surveyed_on BETWEEN {2} AND {0} ORDER BY n.office_id, n.surveyed_on DESC, n.id DESC) r
        CROSS JOIN LATERAL (
            SELECT d.code, d.name, n.demand, n.number AS rank FROM needs_result_topics n JOIN development_topics d ON d.id = n.topic_id
            WHERE n.result_id = r.id
            UNION ALL
            -- Where each person asks for one topic at most, the topics divide people, and those without one are a class.
            SELECT 'NONE', 'ไม่ระบุ', r.respondents - coalesce(sum(n.demand), 0)::int, 2147483647 FROM needs_result_topics n
            WHERE n.result_id = r.id HAVING r.most_topics = 1) t
        WHERE t.demand > 0
        """;

    public async Task<bool> BeginAsync(int fiscalYear, FiscalQuarter quarter, CancellationToken cancellationToken)
    {
        var name = EnumText.Of(quarter);
        // Somebody else who begins waits here until this transaction ends.
        return await context.Database.ExecuteSqlAsync(
                $"INSERT INTO people_figure_quarters (fiscal_year, quarter) VALUES ({fiscalYear}, {name}) ON CONFLICT DO NOTHING",
                cancellationToken
            ) == 1;
    }

    public async Task<ILookup<(Guid OfficeId, FigureSubject Subject), string>> WithheldAsync(
        int fiscalYear,
        FiscalQuarter quarter,
        CancellationToken cancellationToken
    )
    {
        var withheld = await context
            .Set<PeopleFigure>()
            .Where(figure => figure.FiscalYear == fiscalYear && figure.Quarter == quarter && figure.People == null)
            .Select(figure => new
            {
                figure.OfficeId,
                figure.Subject,
                figure.Kind,
            })
            .ToListAsync(cancellationToken);
        return withheld.ToLookup(figure => (figure.OfficeId, figure.Subject), figure => figure.Kind);
    }

    public async Task<IReadOnlyList<FigureCell>> CountAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var year = FiscalYear.Of(day);
        var counted = await context
            .Database.SqlQueryRaw<CountedRow>(Count, day, year.Number, year.StartOf(year.QuarterOf(day)))
            .ToListAsync(cancellationToken);
        return
        [
            .. counted.Select(row => new FigureCell(
                row.OfficeId,
                EnumText.Parse<FigureSubject>(row.Subject),
                row.Kind,
                row.KindName,
                row.People,
                row.Rank,
                row.Of
            )),
            .. await context.DevelopmentAsync(day, cancellationToken),
        ];
    }

    public void Add(PeopleFigure figure) => context.Add(figure);

    private sealed record CountedRow(
        Guid OfficeId,
        string Subject,
        string Kind,
        string KindName,
        int People,
        int Rank,
        int? Of
    );
}
