-- nobody: { people(where: { title: { contains: "ครู" }, status: { in: [ACTIVE] }, office: { id: { eq: null } }, names: { all: { title: { neq: "x" } } }, staffMembers: { any: true } }, order: [{ staffNumber: DESC }, { title: ASC }], first: 20) { totalCount nodes { id title name office { id code name } names { title name from } staffMembers(first: 3) { totalCount nodes { id name } } } } }

SELECT r1.id, r1.title, r1.name, r5.id, r5.code, r5.name
    FROM (SELECT r0.id AS id, r0.staff_number AS k0, r0.title AS k1, r0.id AS k2
    FROM people r0
    WHERE false
    ORDER BY r0.staff_number DESC NULLS LAST, r0.title, r0.id
    LIMIT 21) page
    JOIN people r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id AND r5.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM people r0
    WHERE false;

SELECT r0.person_id, r0.title, r0.id, r0.name, r0.held_from
    FROM held_names r0
    WHERE r0.person_id = ANY($1)
    ORDER BY r0.person_id, r0.held_to, r0.name, r0.id;

SELECT parent.id, r1.id, r1.name
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM staff_members r0
    WHERE r0.person_id = parent.id AND EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED'))
    ORDER BY r0.name, r0.id
    LIMIT 4) page
    JOIN staff_members r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM staff_members r0
    WHERE r0.person_id = parent.id AND EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED'))) a ON true;

-- development officer: { people(where: { title: { contains: "ครู" }, status: { in: [ACTIVE] }, office: { id: { eq: null } }, names: { all: { title: { neq: "x" } } }, staffMembers: { any: true } }, order: [{ staffNumber: DESC }, { title: ASC }], first: 20) { totalCount nodes { id title name office { id code name } names { title name from } staffMembers(first: 3) { totalCount nodes { id name } } } } }

SELECT r1.id, r1.title, r1.name, r6.id, r6.code, r6.name
    FROM (SELECT r0.id AS id, r0.staff_number AS k0, r0.title AS k1, r0.id AS k2
    FROM people r0
    WHERE r0.merged_into_id IS NULL AND r0.office_id = ANY(ARRAY(SELECT own.id
    FROM offices own
    WHERE own.code = ANY($1))) AND (fold_text(r0.title) LIKE fold_text($2) AND r0.status = ANY($3) AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM held_names r3
    WHERE r3.person_id = r0.id AND r3.title = $4) AND (EXISTS (SELECT
    FROM staff_members r4
    JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.person_id = r0.id AND (EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r4.id AND p.status NOT IN ('DRAFT', 'SUBMITTED')) OR r5.code = ANY($1)))))
    ORDER BY r0.staff_number DESC NULLS LAST, r0.title, r0.id
    LIMIT 21) page
    JOIN people r1 ON r1.id = page.id
    LEFT JOIN offices r6 ON r6.id = r1.office_id AND (r6.published OR r6.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM people r0
    WHERE r0.merged_into_id IS NULL AND r0.office_id = ANY(ARRAY(SELECT own.id
    FROM offices own
    WHERE own.code = ANY($1))) AND (fold_text(r0.title) LIKE fold_text($2) AND r0.status = ANY($3) AND (NOT EXISTS (SELECT
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM held_names r2
    WHERE r2.person_id = r0.id AND r2.title = $4) AND (EXISTS (SELECT
    FROM staff_members r3
    JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.person_id = r0.id AND (EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r3.id AND p.status NOT IN ('DRAFT', 'SUBMITTED')) OR r4.code = ANY($1)))));

SELECT r0.person_id, r0.title, r0.id, r0.name, r0.held_from
    FROM held_names r0
    WHERE r0.person_id = ANY($1)
    ORDER BY r0.person_id, r0.held_to, r0.name, r0.id;

SELECT parent.id, r1.id, r1.name
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM staff_members r0
    JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.person_id = parent.id AND (EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED')) OR r2.code = ANY($1))
    ORDER BY r0.name, r0.id
    LIMIT 4) page
    JOIN staff_members r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM staff_members r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.person_id = parent.id AND (EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED')) OR r1.code = ANY($1))) a ON true;

-- development officer: { people { groups(by: [OFFICE, STATUS], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (r0.status)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM people r0
    WHERE r0.merged_into_id IS NULL AND r0.office_id = ANY(ARRAY(SELECT own.id
    FROM offices own
    WHERE own.code = ANY($1)))
    GROUP BY r0.office_id, r0.status
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, array_position('{ACTIVE,ON_LEAVE,RESIGNED,RETIRED,DECEASED}'::text[], r0.status)
    LIMIT 10;

-- member of staff: { me { id title name office { id code name } names { title name from } staffMembers(first: 3) { totalCount nodes { id name } } } }

SELECT r0.id, r0.title, r0.name, r1.id, r1.code, r1.name
    FROM people r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id AND r1.published
    WHERE r0.id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND (r0.id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) OR r0.id = ANY(ARRAY(SELECT led.person_id
    FROM appointments led
    WHERE led.supervisor_id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND led.held_from <= $2 AND (led.held_to IS NULL OR led.held_to >= $2) AND EXISTS (SELECT
    FROM appointments held
    WHERE held.person_id = led.supervisor_id AND held.office_id = led.office_id AND held.held_from <= $2 AND (held.held_to IS NULL OR held.held_to >= $2)))) OR r0.id = ANY(ARRAY(SELECT led.person_id
    FROM schools directed
    JOIN appointments led ON led.school_id = directed.id
    WHERE directed.director_id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND led.held_from <= $2 AND (led.held_to IS NULL OR led.held_to >= $2) AND EXISTS (SELECT
    FROM appointments held
    WHERE held.person_id = directed.director_id AND held.office_id = directed.office_id AND held.held_from <= $2 AND (held.held_to IS NULL OR held.held_to >= $2)))));

SELECT r0.person_id, r0.title, r0.id, r0.name, r0.held_from
    FROM held_names r0
    WHERE (r0.person_id IN (SELECT r1.id
    FROM people r1
    WHERE r1.id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND (r1.id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) OR r1.id = ANY(ARRAY(SELECT led.person_id
    FROM appointments led
    WHERE led.supervisor_id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND led.held_from <= $2 AND (led.held_to IS NULL OR led.held_to >= $2) AND EXISTS (SELECT
    FROM appointments held
    WHERE held.person_id = led.supervisor_id AND held.office_id = led.office_id AND held.held_from <= $2 AND (held.held_to IS NULL OR held.held_to >= $2)))) OR r1.id = ANY(ARRAY(SELECT led.person_id
    FROM schools directed
    JOIN appointments led ON led.school_id = directed.id
    WHERE directed.director_id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND led.held_from <= $2 AND (led.held_to IS NULL OR led.held_to >= $2) AND EXISTS (SELECT
    FROM appointments held
    WHERE held.person_id = directed.director_id AND held.office_id = directed.office_id AND held.held_from <= $2 AND (held.held_to IS NULL OR held.held_to >= $2)))))))
    ORDER BY r0.person_id, r0.held_to, r0.name, r0.id;

SELECT parent.id, r1.id, r1.name
    FROM (SELECT r2.id
    FROM people r2
    WHERE r2.id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND (r2.id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) OR r2.id = ANY(ARRAY(SELECT led.person_id
    FROM appointments led
    WHERE led.supervisor_id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND led.held_from <= $2 AND (led.held_to IS NULL OR led.held_to >= $2) AND EXISTS (SELECT
    FROM appointments held
    WHERE held.person_id = led.supervisor_id AND held.office_id = led.office_id AND held.held_from <= $2 AND (held.held_to IS NULL OR held.held_to >= $2)))) OR r2.id = ANY(ARRAY(SELECT led.person_id
    FROM schools directed
    JOIN appointments led ON led.school_id = directed.id
    WHERE directed.director_id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND led.held_from <= $2 AND (led.held_to IS NULL OR led.held_to >= $2) AND EXISTS (SELECT
    FROM appointments held
    WHERE held.person_id = directed.director_id AND held.office_id = directed.office_id AND held.held_from <= $2 AND (held.held_to IS NULL OR held.held_to >= $2)))))) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM staff_members r0
    WHERE r0.person_id = parent.id AND EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED'))
    ORDER BY r0.name, r0.id
    LIMIT 4) page
    JOIN staff_members r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM people r1
    WHERE r1.id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND (r1.id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) OR r1.id = ANY(ARRAY(SELECT led.person_id
    FROM appointments led
    WHERE led.supervisor_id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND led.held_from <= $2 AND (led.held_to IS NULL OR led.held_to >= $2) AND EXISTS (SELECT
    FROM appointments held
    WHERE held.person_id = led.supervisor_id AND held.office_id = led.office_id AND held.held_from <= $2 AND (held.held_to IS NULL OR held.held_to >= $2)))) OR r1.id = ANY(ARRAY(SELECT led.person_id
    FROM schools directed
    JOIN appointments led ON led.school_id = directed.id
    WHERE directed.director_id = ANY(ARRAY(SELECT own.person_id
    FROM person_accounts own
    WHERE own.caller = $1)) AND led.held_from <= $2 AND (led.held_to IS NULL OR led.held_to >= $2) AND EXISTS (SELECT
    FROM appointments held
    WHERE held.person_id = directed.director_id AND held.office_id = directed.office_id AND held.held_from <= $2 AND (held.held_to IS NULL OR held.held_to >= $2)))))) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM staff_members r0
    WHERE r0.person_id = parent.id AND EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED'))) a ON true;

-- nobody: { person(id: "UGVyc29uOgAAAAAAAAAAAAAAAAAAAAA") { id title name office { id code name } names { title name from } staffMembers(first: 3) { totalCount nodes { id name } } } }

SELECT r0.id, r0.title, r0.name, r1.id, r1.code, r1.name
    FROM people r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id AND r1.published
    WHERE false;

SELECT r0.person_id, r0.title, r0.id, r0.name, r0.held_from
    FROM held_names r0
    WHERE r0.person_id IN (SELECT r1.id
    FROM people r1
    WHERE false)
    ORDER BY r0.person_id, r0.held_to, r0.name, r0.id;

SELECT parent.id, r1.id, r1.name
    FROM (SELECT r2.id
    FROM people r2
    WHERE false) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM staff_members r0
    WHERE r0.person_id = parent.id AND EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED'))
    ORDER BY r0.name, r0.id
    LIMIT 4) page
    JOIN staff_members r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM people r1
    WHERE false) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM staff_members r0
    WHERE r0.person_id = parent.id AND EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED'))) a ON true;

