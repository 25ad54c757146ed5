using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.People;

namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <summary>
/// Compares what is stored about people with itself by SQL of its own, which shares nothing with what writes it. Every
/// comparison is a query that gives an id and whether it holds.
/// </summary>
internal sealed class PeopleVerifier(PlanDatabase database) : IPeopleVerifier
{
    internal static readonly (string Name, string Sql)[] Checks =
    [
        (
            "records are kept by the office of the latest main appointment, with its unit and school",
            """
            SELECT p.id::text AS name, (p.office_id, p.org_unit_id, p.school_id) IS NOT DISTINCT FROM (a.office_id, a.org_unit_id, a.school_id)
                AS holds
            FROM people p JOIN (
                SELECT DISTINCT ON (person_id) person_id, office_id, org_unit_id, school_id
                FROM appointments WHERE is_main ORDER BY person_id, held_from DESC) a ON a.person_id = p.id
            """
        ),
        (
            "appointments tell the office that keeps the record",
            """
            SELECT a.id::text AS name, a.record_office_id = p.office_id AS holds
            FROM appointments a JOIN people p ON p.id = a.person_id
            """
        ),
        (
            "main appointments of one person do not overlap",
            """
            SELECT id::text AS name, held_from > lag(coalesce(held_to, 'infinity')) OVER following IS NOT FALSE AS holds
            FROM appointments WHERE is_main WINDOW following AS (PARTITION BY person_id ORDER BY held_from, id)
            """
        ),
        (
            "names of a person follow each other without a gap, and the last one is the present one",
            """
            SELECT h.id::text AS name,
                h.held_to IS NOT DISTINCT FROM lead(h.held_from) OVER following - 1
                    AND (h.held_to IS NOT NULL OR (h.title, h.name) = (p.title, p.name)) AS holds
            FROM held_names h JOIN people p ON p.id = h.person_id
            WHERE NOT h.aside WINDOW following AS (PARTITION BY h.person_id ORDER BY h.held_from NULLS FIRST)
            """
        ),
        (
            "people have a name",
            """
            SELECT p.id::text AS name, h.person_id IS NOT NULL AS holds
            FROM people p LEFT JOIN held_names h ON h.person_id = p.id AND h.held_to IS NULL AND NOT h.aside
            WHERE p.merged_into_id IS NULL
            """
        ),
        (
            "appointments are under the name of their last day",
            """
            SELECT a.id::text AS name, (a.title, a.name) = (h.title, h.name) AS holds
            FROM appointments a
            LEFT JOIN held_names h ON h.person_id = a.person_id AND NOT h.aside
                AND coalesce(h.held_from, '-infinity') <= coalesce(a.held_to, 'infinity')
                AND coalesce(h.held_to, 'infinity') >= coalesce(a.held_to, 'infinity')
            WHERE NOT a.name_stays
            """
        ),
        (
            // Schools move between offices, units do not.
            "appointments are at units of their office, and schools in networks of theirs",
            """
            SELECT a.id::text AS name, u.office_id = a.office_id AS holds FROM appointments a JOIN org_units u ON u.id = a.org_unit_id
            UNION ALL
            SELECT s.id::text, n.office_id = s.office_id FROM schools s JOIN school_networks n ON n.id = s.network_id
            """
        ),
        (
            "directors of schools are people",
            """
            SELECT s.id::text AS name, p.id IS NOT NULL AS holds
            FROM schools s LEFT JOIN people p ON p.id = s.director_id WHERE s.director_id IS NOT NULL
            """
        ),
        (
            "there is one plan of a person and year",
            """
            SELECT min(id::text) AS name, count(*) = 1 AS holds FROM individual_development_plans GROUP BY person_id, fiscal_year
            """
        ),
        (
            "plans have their latest revision, at their office and in their status",
            """
            SELECT p.id::text AS name,
                (r.individual_plan_id, r.office_id) = (p.id, p.office_id)
                    AND r.number = (SELECT max(o.number) FROM individual_plan_revisions o WHERE o.individual_plan_id = p.id)
                    AND CASE p.status
                        WHEN 'DRAFT' THEN r.approved_at IS NULL
                        WHEN 'SUBMITTED' THEN r.submitted_at IS NOT NULL AND r.approved_at IS NULL
                        WHEN 'RETURNED' THEN r.returned_at IS NOT NULL AND r.approved_at IS NULL
                        ELSE r.in_force END AS holds
            FROM individual_development_plans p LEFT JOIN individual_plan_revisions r ON r.id = p.latest_id
            """
        ),
        (
            "revisions agree with their plan, and only the last approved one of an office is in force",
            """
            SELECT r.id::text AS name,
                (r.person_id, r.fiscal_year) = (p.person_id, p.fiscal_year)
                    AND r.in_force = (r.approved_at IS NOT NULL AND NOT EXISTS (
                        SELECT FROM individual_plan_revisions o
                        WHERE o.individual_plan_id = r.individual_plan_id AND o.office_id = r.office_id AND o.number > r.number
                            AND o.approved_at IS NOT NULL))
                    AND (r.approved_at IS NOT NULL OR r.id = p.latest_id) AS holds
            FROM individual_plan_revisions r LEFT JOIN individual_development_plans p ON p.id = r.individual_plan_id
            """
        ),
        (
            "items agree with their revision",
            """
            SELECT i.id::text AS name, (i.person_id, i.office_id, i.fiscal_year) = (r.person_id, r.office_id, r.fiscal_year) AS holds
            FROM individual_plan_items i LEFT JOIN individual_plan_revisions r ON r.id = i.revision_id
            """
        ),
        (
            "who is asked in a survey agrees with it",
            """
            SELECT p.id::text AS name,
                (p.office_id, p.fiscal_year) = (r.office_id, r.fiscal_year) AND coalesce(u.office_id, p.office_id) = p.office_id AS holds
            FROM needs_participants p LEFT JOIN needs_rounds r ON r.id = p.round_id LEFT JOIN org_units u ON u.id = p.org_unit_id
            """
        ),
        (
            "what is asked for agrees with the answer, is listed in the survey, and is no more than allowed",
            """
            SELECT c.id::text AS name,
                (c.round_id, c.person_id, c.office_id, c.fiscal_year) = (p.round_id, p.person_id, p.office_id, p.fiscal_year)
                    AND p.answered_at IS NOT NULL AND c.priority <= r.most_topics AND t.id IS NOT NULL AS holds
            FROM needs_choices c LEFT JOIN needs_participants p ON p.id = c.participant_id
            LEFT JOIN needs_rounds r ON r.id = c.round_id
            LEFT JOIN needs_round_topics t ON t.round_id = c.round_id AND t.topic_id = c.topic_id
            """
        ),
        (
            "closed surveys have a result that counts who was asked, and open ones have none",
            """
            SELECT r.id::text AS name,
                CASE r.status
                    WHEN 'CLOSED' THEN (s.office_id, s.asked, s.respondents, s.surveyed_on)
                        = (r.office_id, coalesce(p.asked, 0), coalesce(p.answered, 0), (r.closed_at AT TIME ZONE 'UTC' + interval '7 hours')::date)
                    ELSE s.id IS NULL AND coalesce(p.asked = p.answered, true) END AS holds
            FROM needs_rounds r LEFT JOIN needs_results s ON s.round_id = r.id
            LEFT JOIN (
                SELECT round_id, count(*) AS asked, count(answered_at) AS answered FROM needs_participants GROUP BY round_id) p
                ON p.round_id = r.id
            """
        ),
        (
            "results of surveys equal what is asked for",
            """
            SELECT s.round_id || ' ' || coalesce(t.number, n.number) AS name,
                (t.topic_id, t.number, t.demand) = (n.topic_id, n.number, coalesce(c.people, 0))
                    AND t.percentage IS NOT DISTINCT FROM CASE WHEN s.respondents > 0 THEN round(t.demand * 100.0 / s.respondents, 2) END AS holds
            FROM needs_results s JOIN needs_round_topics n ON n.round_id = s.round_id
            LEFT JOIN needs_result_topics t ON t.result_id = s.id AND t.topic_id = n.topic_id
            LEFT JOIN (
                SELECT round_id, topic_id, count(*) AS people FROM needs_choices GROUP BY round_id, topic_id) c
                ON c.round_id = s.round_id AND c.topic_id = n.topic_id
            UNION ALL
            SELECT t.id::text, false FROM needs_result_topics t JOIN needs_results s ON s.id = t.result_id
            WHERE NOT EXISTS (SELECT FROM needs_round_topics n WHERE n.round_id = s.round_id AND n.topic_id = t.topic_id)
            """
        ),
        (
            "no figure that is shown is small, and of those that divide people into classes, none is withheld alone",
            """
            SELECT f.id::text AS name, coalesce(f.people >= 5, f.subject LIKE '%_TOPIC' OR f.subject = 'DEVELOPMENT_METHOD' OR EXISTS (
                SELECT FROM people_figures o
                WHERE (o.office_id, o.fiscal_year, o.quarter, o.subject) = (f.office_id, f.fiscal_year, f.quarter, f.subject)
                    AND o.id <> f.id AND o.people IS NULL
                ) OR NOT EXISTS (
                SELECT FROM people_figures o
                WHERE (o.office_id, o.fiscal_year, o.quarter, o.subject) = (f.office_id, f.fiscal_year, f.quarter, f.subject)
                    AND o.id <> f.id)) AS holds
            FROM people_figures f
            """
        ),
        (
            "neither who was developed nor who was not is a small number",
            """
            SELECT id::text AS name, (reached = 0 OR reached >= 5) AND (people = reached OR people - reached >= 5) AS holds
            FROM people_figures WHERE reached IS NOT NULL
            """
        ),
        (
            "inductions are of an appointment of the person, from its first day",
            """
            SELECT i.id::text AS name,
                (i.person_id, i.office_id, i.category_id, i.starts_on) = (a.person_id, a.office_id, a.category_id, a.held_from)
                    AND i.school_id IS NOT DISTINCT FROM a.school_id AND i.mentor_id <> i.person_id AS holds
            FROM inductions i LEFT JOIN appointments a ON a.id = i.appointment_id
            """
        ),
        (
            "steps of inductions agree with them and with the programme, and who passed has done all",
            """
            SELECT s.id::text AS name,
                (s.person_id, s.mentor_id, s.office_id) = (i.person_id, i.mentor_id, i.office_id)
                    AND s.school_id IS NOT DISTINCT FROM i.school_id
                    AND (s.code, s.kind, s.is_assessed, s.due_on) = (p.code, p.kind, p.is_assessed, i.starts_on + p.due_days)
                    AND coalesce(s.done_on BETWEEN i.starts_on AND coalesce(i.decided_on, 'infinity'), true)
                    AND (i.status <> 'PASSED' OR s.done_on IS NOT NULL AND s.result IS DISTINCT FROM 'NOT_PASSED') AS holds
            FROM induction_steps s LEFT JOIN inductions i ON i.id = s.induction_id
            LEFT JOIN induction_programme_steps p ON (p.programme_id, p.number) = (i.programme_id, s.number)
            UNION ALL
            SELECT i.id::text, false FROM inductions i JOIN induction_programme_steps p ON p.programme_id = i.programme_id
            WHERE NOT EXISTS (SELECT FROM induction_steps s WHERE (s.induction_id, s.number) = (i.id, p.number))
            """
        ),
        .. RecordChecks.All,
        .. EventChecks.All,
    ];

    public Task<IReadOnlyList<ConsistencyCheck>> VerifyAsync(CancellationToken cancellationToken) =>
        Comparisons.RunAsync(database, Checks, cancellationToken);
}
