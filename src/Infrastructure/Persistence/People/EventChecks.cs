namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <summary>Comparisons of what is stored about events with itself, like those about people.</summary>
internal static class EventChecks
{
    public static readonly (string Name, string Sql)[] All =
    [
        (
            "offerings have the minutes and the days of their sessions",
            """
            SELECT o.id::text AS name,
                (o.planned_minutes, o.held_minutes) = (coalesce(s.planned, 0), coalesce(s.held, 0))
                    AND (o.starts_on, o.ends_on) IS NOT DISTINCT FROM (s.starts_on, s.ends_on) AS holds
            FROM offerings o LEFT JOIN (
                SELECT offering_id, sum(minutes) AS planned, sum(minutes) FILTER (WHERE held) AS held, min(day) AS starts_on, max(day) AS ends_on
                FROM sessions GROUP BY offering_id) s ON s.offering_id = o.id
            """
        ),
        (
            "enrolments agree with their offering, and nobody is open in one that is over",
            """
            SELECT e.id::text AS name,
                (e.offering_office_id, e.fiscal_year) = (o.office_id, o.fiscal_year) AND coalesce(e.seat <= o.capacity, true)
                    AND NOT (o.status IN ('COMPLETED', 'REPORTED', 'CANCELLED') AND e.status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED'))
                    AS holds
            FROM enrollments e LEFT JOIN offerings o ON o.id = e.offering_id
            """
        ),
        (
            "enrolments have the minutes of their attendances, and the shares that follow",
            """
            SELECT e.id::text AS name,
                e.attended_minutes = coalesce(a.minutes, 0)
                    AND e.share_of_planned IS NOT DISTINCT FROM round(e.attended_minutes * 100.0 / nullif(o.planned_minutes, 0), 2)
                    AND e.share_of_held IS NOT DISTINCT FROM round(e.attended_minutes * 100.0 / nullif(o.held_minutes, 0), 2) AS holds
            FROM enrollments e JOIN offerings o ON o.id = e.offering_id LEFT JOIN (
                SELECT enrollment_id, sum(minutes) AS minutes FROM attendances GROUP BY enrollment_id) a ON a.enrollment_id = e.id
            """
        ),
        (
            "attendances are in sessions of the offering that were held, and not longer than these",
            """
            SELECT a.id::text AS name, s.offering_id = e.offering_id AND s.held AND a.minutes <= s.most_attended AS holds
            FROM attendances a LEFT JOIN enrollments e ON e.id = a.enrollment_id LEFT JOIN sessions s ON s.id = a.session_id
            """
        ),
    ];
}
