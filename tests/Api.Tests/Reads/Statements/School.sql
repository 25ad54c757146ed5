-- nobody: { schools(where: { id: { in: ["U2Nob29sOgAAAAAAAAAAAAAAAAAAAAA"] }, code: { contains: "ครู" }, office: { id: { eq: null } }, people: { any: true } }, order: [{ district: DESC }, { code: ASC }], first: 20) { totalCount nodes { id code name office { id code name } people(first: 3) { totalCount nodes { id title name } } } } }

SELECT r1.id, r1.code, r1.name, r5.id, r5.code, r5.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.district AS k0, r0.code AS k1, r0.id AS k2
    FROM schools r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r2.published AND r0.id = ANY($1) AND fold_text(r0.code) LIKE fold_text($2) AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id) AND EXISTS (SELECT
    FROM people r4
    WHERE false) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN schools r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM schools r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r1.published AND r0.id = ANY($1) AND fold_text(r0.code) LIKE fold_text($2) AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id) AND EXISTS (SELECT
    FROM people r3
    WHERE false);

SELECT parent.id, r1.id, r1.title, r1.name
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM people r0
    WHERE false
    ORDER BY r0.name, r0.id
    LIMIT 4) page
    JOIN people r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM people r0
    WHERE false) a ON true;

-- development officer: { schools(where: { id: { in: ["U2Nob29sOgAAAAAAAAAAAAAAAAAAAAA"] }, code: { contains: "ครู" }, office: { id: { eq: null } }, people: { any: true } }, order: [{ district: DESC }, { code: ASC }], first: 20) { totalCount nodes { id code name office { id code name } people(first: 3) { totalCount nodes { id title name } } } } }

SELECT r1.id, r1.code, r1.name, r5.id, r5.code, r5.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.district AS k0, r0.code AS k1, r0.id AS k2
    FROM schools r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r2.published OR r2.code = ANY($1)) AND r0.id = ANY($2) AND fold_text(r0.code) LIKE fold_text($3) AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id) AND EXISTS (SELECT
    FROM people r4
    WHERE r4.school_id = r0.id AND r4.merged_into_id IS NULL AND r4.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN schools r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM schools r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1)) AND r0.id = ANY($2) AND fold_text(r0.code) LIKE fold_text($3) AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id) AND EXISTS (SELECT
    FROM people r3
    WHERE r3.school_id = r0.id AND r3.merged_into_id IS NULL AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]));

SELECT parent.id, r1.id, r1.title, r1.name
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM people r0
    WHERE r0.school_id = parent.id AND r0.merged_into_id IS NULL AND r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY r0.name, r0.id
    LIMIT 4) page
    JOIN people r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM people r0
    WHERE r0.school_id = parent.id AND r0.merged_into_id IS NULL AND r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) a ON true;

-- development officer: { schools { groups(by: [OFFICE, DISTRICT], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id), (r0.district)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM schools r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1))
    GROUP BY r0.office_id, r0.district
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.district
    LIMIT 10;

-- nobody: { school(id: "U2Nob29sOgAAAAAAAAAAAAAAAAAAAAA") { id code name office { id code name } people(first: 3) { totalCount nodes { id title name } } } }

SELECT r0.id, r0.code, r0.name, r2.id, r2.code, r2.name
    FROM schools r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.id = $1 AND r1.published;

SELECT parent.id, r1.id, r1.title, r1.name
    FROM (SELECT r2.id
    FROM schools r2
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r2.id = $1 AND r3.published) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM people r0
    WHERE false
    ORDER BY r0.name, r0.id
    LIMIT 4) page
    JOIN people r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM schools r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = $1 AND r2.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM people r0
    WHERE false) a ON true;

