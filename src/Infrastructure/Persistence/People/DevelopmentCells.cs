using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <summary>
/// Counts who was developed, of the people in post on the last day of a quarter and of those who asked for topics. An
/// event counts for the office that the person was with.
/// </summary>
internal static class DevelopmentCells
{
    /// <summary>
    /// What is recorded within as many days after a quarter counts as of the quarter; it is settled the day after. So no quarter
    /// changes once it is settled, and what is recorded later is of the quarter in which it is.
    /// </summary>
    private const string DaysToRecord = "13";

    /// <summary>The parameters are the last day of the quarter, the fiscal year, and its first day.</summary>
    internal const string Count = $$"""
        WITH post AS (
            SELECT a.office_id, a.person_id, a.category_id, a.school_id FROM appointments a
            WHERE a.is_main AND a.held_from <= {0} AND (a.held_to IS NULL OR a.held_to >= {0})
        ), done AS (
            SELECT e.office_id, e.person_id, o.method_id, o.course_id, q.quarter
            FROM enrollments e JOIN offerings o ON o.id = e.offering_id
            CROSS JOIN LATERAL (SELECT (e.changed_at AT TIME ZONE 'Asia/Bangkok')::date - {{DaysToRecord}} AS day) r
            CROSS JOIN LATERAL (SELECT greatest(0, (extract(year FROM r.day)::int - extract(year FROM {2})::int) * 12
                + extract(month FROM r.day)::int - 10) / 3 AS quarter) q
            WHERE e.fiscal_year = {1} AND e.status = 'COMPLETED' AND r.day <= {0}
        ), first AS (
            SELECT office_id, person_id, min(quarter) AS quarter FROM done GROUP BY office_id, person_id
        ), developed AS (
            SELECT p.*, f.quarter FROM post p LEFT JOIN first f USING (office_id, person_id)
        ), total AS (
            SELECT office_id, count(*)::int AS people, count(quarter)::int AS developed FROM developed GROUP BY office_id
        ), learnt AS (
            SELECT d.office_id, d.person_id, s.topic_id, min(d.quarter) AS quarter FROM done d
            JOIN course_subjects s ON s.course_id = d.course_id AND s.topic_id IS NOT NULL
            GROUP BY d.office_id, d.person_id, s.topic_id
        ), by_topic AS (
            SELECT l.* FROM learnt l JOIN post p USING (office_id, person_id)
        ), by_method AS (
            SELECT d.office_id, d.person_id, d.method_id, min(d.quarter) AS quarter
            FROM done d JOIN post p USING (office_id, person_id) GROUP BY d.office_id, d.person_id, d.method_id
        ), wanted AS (
            SELECT c.office_id, c.person_id, c.topic_id, l.quarter, p.person_id IS NOT NULL AS in_post
            FROM needs_choices c JOIN needs_rounds r ON r.id = c.round_id
            LEFT JOIN learnt l ON (l.office_id, l.person_id, l.topic_id) = (c.office_id, c.person_id, c.topic_id)
            LEFT JOIN post p ON (p.office_id, p.person_id) = (c.office_id, c.person_id)
            WHERE c.fiscal_year = {1} AND r.closed_at < ({0} + 1)::timestamp AT TIME ZONE 'Asia/Bangkok'
        ), asking AS (
            SELECT office_id, person_id, min(quarter) AS quarter FROM wanted GROUP BY office_id, person_id
        ), topics AS (
            SELECT *, (row_number() OVER (ORDER BY code))::int AS rank FROM development_topics
        )
        SELECT office_id, 'DEVELOPMENT' AS subject, 'ALL' AS kind, 'ทั้งหมด' AS kind_name, 1 AS rank, count(*)::int AS people,
            {{Reached}} AS reached, ARRAY[]::int[] AS rests
        FROM developed d GROUP BY office_id
        UNION ALL
        SELECT d.office_id, 'DEVELOPMENT_CATEGORY', c.code, c.name, c.rank, count(*)::int, {{Reached}}, ARRAY[]::int[]
        FROM developed d JOIN (SELECT *, (-row_number() OVER (ORDER BY id))::int AS rank FROM staff_categories) c ON c.id = d.category_id
        GROUP BY d.office_id, c.code, c.name, c.rank
        UNION ALL
        SELECT d.office_id, 'DEVELOPMENT_SCHOOL', coalesce(s.code, 'NONE'), coalesce(s.name, 'ไม่สังกัดโรงเรียน'),
            coalesce(s.rank, 2147483647), count(*)::int, {{Reached}}, ARRAY[]::int[]
        FROM developed d LEFT JOIN (SELECT *, (row_number() OVER (ORDER BY code))::int AS rank FROM schools) s ON s.id = d.school_id
        GROUP BY d.office_id, s.code, s.name, s.rank
        UNION ALL
        SELECT d.office_id, 'DEVELOPMENT_TOPIC', t.code, t.name, t.rank, n.people, {{Reached}},
            ARRAY[n.developed - count(*)::int]
        FROM by_topic d JOIN topics t ON t.id = d.topic_id JOIN total n USING (office_id)
        GROUP BY d.office_id, t.code, t.name, t.rank, n.people, n.developed
        UNION ALL
        SELECT d.office_id, 'DEVELOPMENT_METHOD', m.code, m.name, m.rank, n.people, {{Reached}}, ARRAY[n.developed - count(*)::int]
        FROM by_method d JOIN (SELECT *, (-row_number() OVER (ORDER BY id))::int AS rank FROM development_methods) m
            ON m.id = d.method_id JOIN total n USING (office_id)
        GROUP BY d.office_id, m.code, m.name, m.rank, n.people, n.developed
        UNION ALL
        SELECT d.office_id, 'NEED_MET', 'ALL', 'ทั้งหมด', 1, count(*)::int, {{Reached}},
            ARRAY[coalesce(n.people, 0) - count(p.person_id)::int,
                coalesce(n.developed, 0) - (count(p.person_id) FILTER (WHERE d.quarter IS NOT NULL))::int]
        FROM asking d LEFT JOIN post p USING (office_id, person_id) LEFT JOIN total n USING (office_id)
        GROUP BY d.office_id, n.people, n.developed
        UNION ALL
        SELECT d.office_id, 'NEED_MET_TOPIC', t.code, t.name, t.rank, count(*)::int, {{Reached}},
            ARRAY[a.people - count(*)::int, a.met - count(d.quarter)::int,
                (SELECT count(*)::int FROM by_topic b WHERE (b.office_id, b.topic_id) = (d.office_id, t.id))
                    - (count(d.quarter) FILTER (WHERE d.in_post))::int]
        FROM wanted d JOIN topics t ON t.id = d.topic_id
        JOIN (SELECT office_id, count(*)::int AS people, count(quarter)::int AS met FROM asking GROUP BY office_id) a USING (office_id)
        GROUP BY d.office_id, t.id, t.code, t.name, t.rank, a.people, a.met
        """;

    private const string Reached =
        "ARRAY[(count(*) FILTER (WHERE d.quarter = 0))::int, (count(*) FILTER (WHERE d.quarter = 1))::int, "
        + "(count(*) FILTER (WHERE d.quarter = 2))::int, (count(*) FILTER (WHERE d.quarter = 3))::int]";

    public static async Task<IReadOnlyList<FigureCell>> DevelopmentAsync(
        this PlanDbContext context,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var year = FiscalYear.Of(day);
        var counted = await context
            .Database.SqlQueryRaw<CountedRow>(Count, day, year.Number, year.StartsOn)
            .ToListAsync(cancellationToken);
        return
        [
            .. counted.Select(row => new FigureCell(
                row.OfficeId,
                EnumText.Parse<FigureSubject>(row.Subject),
                row.Kind,
                row.KindName,
                row.People,
                row.Rank
            )
            {
                Reached = row.Reached,
                Rests = row.Rests,
            }),
        ];
    }

    private sealed record CountedRow(
        Guid OfficeId,
        string Subject,
        string Kind,
        string KindName,
        int Rank,
        int People,
        int[] Reached,
        int[] Rests
    );
}
