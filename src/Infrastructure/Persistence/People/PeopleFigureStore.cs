using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <inheritdoc cref="IPeopleFigureStore"/>
internal sealed class PeopleFigureStore(PlanDbContext context) : IPeopleFigureStore
{
    private const string OnTheDay = "a.is_main AND a.held_from <= {0} AND (a.held_to IS NULL OR a.held_to >= {0})";

    /// <summary>The cells of a day, which is the only parameter.</summary>
    internal const string Count = $"""
        SELECT a.office_id, 'CATEGORY' AS subject, c.code AS kind, c.name AS kind_name, count(*)::int AS people
        FROM appointments a JOIN staff_categories c ON c.id = a.category_id WHERE {OnTheDay} GROUP BY a.office_id, c.code, c.name
        UNION ALL
        SELECT a.office_id, 'ACADEMIC_STANDING', s.code, s.name, count(*)::int
        FROM appointments a JOIN (VALUES ('PROFESSIONAL', 'ชำนาญการ'), ('SENIOR_PROFESSIONAL', 'ชำนาญการพิเศษ'), ('EXPERT', 'เชี่ยวชาญ'),
            ('ADVISORY', 'เชี่ยวชาญพิเศษ'), ('NONE', 'ไม่มีวิทยฐานะ')) s (code, name) ON s.code = coalesce(a.academic_standing, 'NONE')
        WHERE {OnTheDay} GROUP BY a.office_id, s.code, s.name
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
        var counted = await context.Database.SqlQueryRaw<CountedRow>(Count, day).ToListAsync(cancellationToken);
        return
        [
            .. counted.Select(row => new FigureCell(
                row.OfficeId,
                EnumText.Parse<FigureSubject>(row.Subject),
                row.Kind,
                row.KindName,
                row.People
            )),
        ];
    }

    public void Add(PeopleFigure figure) => context.Add(figure);

    private sealed record CountedRow(Guid OfficeId, string Subject, string Kind, string KindName, int People);
}
