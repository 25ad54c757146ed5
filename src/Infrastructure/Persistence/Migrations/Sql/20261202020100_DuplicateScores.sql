-- Two records that may be of one person, as before, and now what agrees between them and how alike this makes them. A further
-- reason is a further part of the union, with its place among the reasons. Every part starts from the people of an office, and stays
-- in it where both have to be of it: a condition on the office reaches each part, and what is read follows the size of the office,
-- not that of the country.
CREATE OR REPLACE VIEW duplicate_pairs AS
    SELECT md5(g.person_id::text || g.other_id::text)::uuid AS id, g.person_id, g.other_id, g.office_id, g.other_office_id,
        (ARRAY['SAME_IDENTITY', 'SAME_NAME', 'SAME_GIVEN_NAME_AND_START', 'SAME_GIVEN_NAME_AND_SCHOOL'])[g.reason] AS reason,
        CASE WHEN g.same_identity THEN 100 ELSE greatest(0, CASE WHEN g.same_name THEN 60 ELSE 30 END
            + CASE WHEN a.same_start THEN 24 ELSE 0 END + CASE WHEN a.same_school THEN 15 ELSE 0 END
            - CASE WHEN a.different_identity THEN 50 ELSE 0 END) END AS score,
        g.same_identity, g.same_name, a.same_given_name, a.same_start, a.same_school, a.different_identity
    FROM (
        SELECT f.person_id, f.other_id, f.office_id, f.other_office_id, min(f.reason) AS reason,
            bool_or(f.reason = 1) AS same_identity, bool_or(f.reason = 2) AS same_name
        FROM (
            SELECT p.id AS person_id, q.id AS other_id, p.office_id, q.office_id AS other_office_id, 1 AS reason
            FROM people p JOIN people q ON q.identity_digest = p.identity_digest AND q.id > p.id
            WHERE p.merged_into_id IS NULL AND q.merged_into_id IS NULL
            UNION ALL
            SELECT p.id, q.id, p.office_id, q.office_id, 2
            FROM people p JOIN held_names a ON a.person_id = p.id
                JOIN held_names b ON b.name_key = a.name_key AND b.person_id > a.person_id
                JOIN people q ON q.id = b.person_id
            WHERE p.merged_into_id IS NULL AND q.merged_into_id IS NULL
            UNION ALL
            -- The names of an office's people are read once: by the index of given names, those of the whole country would be.
            -- Erased people all have one given name, บุคลากร.
            SELECT g.person_id, g.other_id, o.id, o.id, g.reason
            FROM offices o CROSS JOIN LATERAL (
                WITH named AS MATERIALIZED (
                    SELECT p.id, p.school_id, n.given_key, (SELECT min(s.held_from) FROM appointments s WHERE s.person_id = p.id) AS began
                    FROM people p JOIN held_names n ON n.person_id = p.id
                    WHERE p.office_id = o.id AND p.merged_into_id IS NULL AND n.given_key <> 'บุคลากร')
                SELECT a.id AS person_id, b.id AS other_id,
                    CASE WHEN b.began = a.began THEN 3 WHEN b.school_id = a.school_id THEN 4 END AS reason
                FROM named a JOIN named b ON b.given_key = a.given_key AND b.id > a.id
            ) g
        ) f
        WHERE f.reason IS NOT NULL
        GROUP BY f.person_id, f.other_id, f.office_id, f.other_office_id
    ) g
    JOIN people p ON p.id = g.person_id JOIN people q ON q.id = g.other_id
    CROSS JOIN LATERAL (
        SELECT EXISTS (
                SELECT FROM held_names n JOIN held_names m ON m.given_key = n.given_key AND m.person_id = q.id WHERE n.person_id = p.id
            ) AS same_given_name,
            coalesce((SELECT min(held_from) FROM appointments WHERE person_id = p.id)
                = (SELECT min(held_from) FROM appointments WHERE person_id = q.id), false) AS same_start,
            coalesce(p.school_id = q.school_id, false) AS same_school,
            coalesce(p.identity_digest <> q.identity_digest, false) AS different_identity
    ) a;
