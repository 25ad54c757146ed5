-- nobody: { appointments(where: { title: { contains: "ครู" }, academicStanding: { in: [PROFESSIONAL, null] }, person: { id: { eq: null } } }, order: [{ academicStanding: DESC }, { to: ASC }], first: 20) { totalCount nodes { id title name person { id title name } } } }

SELECT r1.id, r1.title, r1.name, r3.id, r3.title, r3.name
    FROM (SELECT r0.id AS id, array_position('{PROFESSIONAL,SENIOR_PROFESSIONAL,EXPERT,ADVISORY}'::text[], r0.academic_standing) AS k0, r0.held_to AS k1, r0.id AS k2
    FROM appointments r0
    WHERE false
    ORDER BY array_position('{PROFESSIONAL,SENIOR_PROFESSIONAL,EXPERT,ADVISORY}'::text[], r0.academic_standing) DESC NULLS LAST, r0.held_to, r0.id
    LIMIT 21) page
    JOIN appointments r1 ON r1.id = page.id
    LEFT JOIN people r3 ON r3.id = r1.person_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM appointments r0
    WHERE false;

-- development officer: { appointments(where: { title: { contains: "ครู" }, academicStanding: { in: [PROFESSIONAL, null] }, person: { id: { eq: null } } }, order: [{ academicStanding: DESC }, { to: ASC }], first: 20) { totalCount nodes { id title name person { id title name } } } }

SELECT r1.id, r1.title, r1.name, r3.id, r3.title, r3.name
    FROM (SELECT r0.id AS id, array_position('{PROFESSIONAL,SENIOR_PROFESSIONAL,EXPERT,ADVISORY}'::text[], r0.academic_standing) AS k0, r0.held_to AS k1, r0.id AS k2
    FROM appointments r0
    WHERE (r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.record_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND (fold_text(r0.title) LIKE fold_text($2) AND (r0.academic_standing IS NULL OR r0.academic_standing = ANY($3)) AND NOT EXISTS (SELECT
    FROM people r2
    WHERE r2.id = r0.person_id AND r2.merged_into_id IS NULL AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])))
    ORDER BY array_position('{PROFESSIONAL,SENIOR_PROFESSIONAL,EXPERT,ADVISORY}'::text[], r0.academic_standing) DESC NULLS LAST, r0.held_to, r0.id
    LIMIT 21) page
    JOIN appointments r1 ON r1.id = page.id
    LEFT JOIN people r3 ON r3.id = r1.person_id AND r3.merged_into_id IS NULL AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM appointments r0
    WHERE (r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.record_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND (fold_text(r0.title) LIKE fold_text($2) AND (r0.academic_standing IS NULL OR r0.academic_standing = ANY($3)) AND NOT EXISTS (SELECT
    FROM people r1
    WHERE r1.id = r0.person_id AND r1.merged_into_id IS NULL AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])));

-- development officer: { appointments { groups(by: [OFFICE, FROM_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (date_trunc('month', r0.held_from)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM appointments r0
    WHERE (r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.record_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    GROUP BY r0.office_id, date_trunc('month', r0.held_from)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, date_trunc('month', r0.held_from)::date
    LIMIT 10;

-- nobody: { appointment(id: "QXBwb2ludG1lbnQ6AAAAAAAAAAAAAAAAAAAAAA") { id title name person { id title name } } }

SELECT r0.id, r0.title, r0.name, r1.id, r1.title, r1.name
    FROM appointments r0
    LEFT JOIN people r1 ON r1.id = r0.person_id AND false
    WHERE false;

