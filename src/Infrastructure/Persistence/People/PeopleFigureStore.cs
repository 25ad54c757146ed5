using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <inheritdoc cref="IPeopleFigureStore"/>
internal sealed class PeopleFigureStore(PlanDbContext context) : IPeopleFigureStore
{
    private const string OnTheDay = "a.is_main AND a.held_from <= {0} AND (a.held_to IS NULL OR a.held_to >= {0})";

    /// <summary>The cells of the last day of a quarter: the day, its fiscal year and the first day of the quarter.</summary>
    internal const string Count = $$"""
        SELECT a.office_id, 'CATEGORY' AS subject, c.code AS kind, c.name AS kind_name, count(*)::int AS people, NULL::int AS of
        FROM appointments a JOIN staff_categories c ON c.id = a.category_id WHERE {{OnTheDay}} GROUP BY a.office_id, c.code, c.name
        UNION ALL
        SELECT a.office_id, 'ACADEMIC_STANDING', s.code, s.name, count(*)::int, NULL
        FROM appointments a JOIN (VALUES ('PROFESSIONAL', 'ชำนาญการ'), ('SENIOR_PROFESSIONAL', 'ชำนาญการพิเศษ'), ('EXPERT', 'เชี่ยวชาญ'),
            ('ADVISORY', 'เชี่ยวชาญพิเศษ'), ('NONE', 'ไม่มีวิทยฐานะ')) s (code, name) ON s.code = coalesce(a.academic_standing, 'NONE')
        WHERE {{OnTheDay}} GROUP BY a.office_id, s.code, s.name
        UNION ALL
        SELECT a.office_id, 'APPROVED_PLAN', k.code, k.name, count(*)::int, NULL
        FROM appointments a CROSS JOIN LATERAL (
            SELECT EXISTS (SELECT FROM individual_plan_revisions r WHERE r.person_id = a.person_id AND r.fiscal_year = {1}
                AND r.approved_at < ({0} + 1)::timestamp AT TIME ZONE 'Asia/Bangkok') AS approved) p
            JOIN (VALUES (true, 'APPROVED', 'มีแผนพัฒนาตนเองที่อนุมัติแล้ว'), (false, 'NONE', 'ไม่มีแผนพัฒนาตนเองที่อนุมัติแล้ว')) k (approved, code, name)
            ON k.approved = p.approved
        WHERE {{OnTheDay}} GROUP BY a.office_id, k.code, k.name
        UNION ALL
        SELECT r.office_id, 'NEEDED_TOPIC', t.code, t.name, n.demand, r.respondents
        FROM needs_results r JOIN needs_result_topics n ON n.result_id = r.id JOIN development_topics t ON t.id = n.topic_id
        WHERE r.surveyed_on BETWEEN {2} AND {0} AND n.demand > 0
        """;

    public async Task<bool> IsSettledAsync(int fiscalYear, FiscalQuarter quarter, CancellationToken cancellationToken)
    {
        var settled = context
            .Set<PeopleFigure>()
            .Where(figure => figure.FiscalYear == fiscalYear && figure.Quarter == quarter);
        if (await settled.AnyAsync(cancellationToken))
            return true;
        await context.LockAsync("figures about people", cancellationToken);
        return await settled.AnyAsync(cancellationToken);
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
                row.Of
            )),
        ];
    }

    public void Add(PeopleFigure figure) => context.Add(figure);

    private sealed record CountedRow(Guid OfficeId, string Subject, string Kind, string KindName, int People, int? Of);
}
