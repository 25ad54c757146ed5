namespace TeacherDevPlan.Infrastructure.Persistence.People;

/// <summary>Comparisons of what refers to the records of people with these records.</summary>
internal static class RecordChecks
{
    /// <summary>The columns by which something belongs to a person. What a merge leaves behind are the record's own columns.</summary>
    internal static readonly (string Table, string Column)[] OfPeople =
    [
        ("held_names", "person_id"),
        ("appointments", "person_id"),
        ("appointments", "supervisor_id"),
        ("schools", "director_id"),
        ("staff_members", "person_id"),
        ("invitations", "person_id"),
        ("person_accounts", "person_id"),
        ("record_readings", "person_id"),
        ("individual_development_plans", "person_id"),
        ("individual_plan_revisions", "person_id"),
        ("individual_plan_revisions", "approved_by_id"),
        ("individual_plan_items", "person_id"),
        ("needs_participants", "person_id"),
        ("needs_choices", "person_id"),
        ("enrollments", "person_id"),
        ("correction_requests", "person_id"),
        ("questionnaire_answers", "person_id"),
        ("application_assessments", "person_id"),
        ("committee_members", "person_id"),
        ("certificates", "person_id"),
        ("awards", "person_id"),
        ("further_studies", "person_id"),
        ("inductions", "person_id"),
        ("inductions", "mentor_id"),
        ("induction_steps", "person_id"),
        ("induction_steps", "mentor_id"),
    ];

    public static readonly (string Name, string Sql)[] All =
    [
        (
            "nothing refers to people without a record, or to records that were merged, and these lead to a record that is kept",
            string.Join(
                " UNION ALL ",
                OfPeople
                    .Select(one =>
                        $"SELECT '{one.Table} ' || t.id AS name, false AS holds FROM {one.Table} t LEFT JOIN people p ON p.id = t.{one.Column} "
                        + $"WHERE t.{one.Column} IS NOT NULL AND (p.id IS NULL OR p.merged_into_id IS NOT NULL)"
                    )
                    .Append(
                        "SELECT 'people ' || p.id, k.merged_into_id IS NULL AND k.id IS NOT NULL FROM people p LEFT JOIN people k "
                            + "ON k.id = p.merged_into_id WHERE p.merged_into_id IS NOT NULL"
                    )
            )
        ),
        (
            "records that were merged have a merge that says so, and only these",
            """
            SELECT coalesce(p.id, m.duplicate_id)::text AS name, p.merged_into_id IS NOT NULL AND m.id IS NOT NULL AS holds
            FROM (SELECT id, merged_into_id FROM people WHERE merged_into_id IS NOT NULL) p
            FULL JOIN (SELECT id, duplicate_id FROM person_merges WHERE undone_at IS NULL) m ON m.duplicate_id = p.id
            """
        ),
        (
            "nobody reports to themselves, directly or through others, on any day",
            """
            WITH RECURSIVE line AS (
                SELECT a.id, a.person_id AS first, a.supervisor_id AS above, a.held_from, coalesce(a.held_to, 'infinity') AS held_to
                FROM appointments a
                WHERE a.supervisor_id IS NOT NULL AND EXISTS (SELECT FROM appointments b WHERE b.supervisor_id = a.person_id)
                UNION
                SELECT l.id, l.first, a.supervisor_id, greatest(l.held_from, a.held_from), least(l.held_to, coalesce(a.held_to, 'infinity'))
                FROM line l JOIN appointments a ON a.person_id = l.above AND a.supervisor_id IS NOT NULL
                    AND a.held_from <= l.held_to AND coalesce(a.held_to, 'infinity') >= l.held_from
                WHERE l.above <> l.first)
            SELECT id::text AS name, bool_and(above <> first) AS holds FROM line GROUP BY id
            """
        ),
        (
            "names are compared as they are read now",
            """
            SELECT id::text AS name, name_key = name_key(name) COLLATE "C" AND given_key = given_name_key(name) COLLATE "C" AS holds
            FROM held_names
            UNION ALL
            SELECT id::text, name_key = name_key(name) COLLATE "C" FROM staff_members
            """
        ),
        (
            "certificates, answers and assessments are of the person of their enrolment",
            """
            SELECT c.id::text AS name, (c.person_id, c.offering_id) = (e.person_id, e.offering_id) AS holds
            FROM certificates c LEFT JOIN enrollments e ON e.id = c.enrollment_id
            UNION ALL
            SELECT a.id::text, (a.person_id, a.offering_id) = (e.person_id, e.offering_id)
            FROM application_assessments a LEFT JOIN enrollments e ON e.id = a.enrollment_id
            UNION ALL
            SELECT a.id::text, (a.person_id, q.offering_id) = (e.person_id, e.offering_id)
            FROM questionnaire_answers a LEFT JOIN enrollments e ON e.id = a.enrollment_id
            LEFT JOIN questionnaires q ON q.id = a.questionnaire_id
            """
        ),
    ];
}
