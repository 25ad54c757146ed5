-- nobody: { courses(where: { id: { in: ["Q291cnNlOgAAAAAAAAAAAAAAAAAAAAA"] }, code: { contains: "ครู" }, hours: { gte: 1 }, office: { id: { eq: null } }, offerings: { any: true } }, order: [{ provider: DESC }, { approvalNumber: ASC }], first: 20) { totalCount nodes { id code name office { id code name } subjects { number } offerings(first: 3) { totalCount nodes { id fiscalYear title } } } } }

SELECT r1.id, r1.code, r1.name, r6.id, r6.code, r6.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.provider AS k0, r0.approval_number AS k1, r0.id AS k2
    FROM courses r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r0.office_id IS NULL OR r2.published) AND r0.id = ANY($1) AND fold_text(r0.code) LIKE fold_text($2) AND r0.hours >= $3 AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND r3.published) AND EXISTS (SELECT
    FROM offerings r4
    LEFT JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.course_id = r0.id AND r5.published) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN courses r1 ON r1.id = page.id
    LEFT JOIN offices r6 ON r6.id = r1.office_id AND r6.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM courses r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.office_id IS NULL OR r1.published) AND r0.id = ANY($1) AND fold_text(r0.code) LIKE fold_text($2) AND r0.hours >= $3 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published) AND EXISTS (SELECT
    FROM offerings r3
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.course_id = r0.id AND r4.published);

SELECT r0.course_id, r0.number
    FROM course_subjects r0
    WHERE r0.course_id = ANY($1)
    ORDER BY r0.course_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.title
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM offerings r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.course_id = parent.id AND r2.published
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN offerings r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM offerings r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.course_id = parent.id AND r1.published) a ON true;

-- development officer: { courses(where: { id: { in: ["Q291cnNlOgAAAAAAAAAAAAAAAAAAAAA"] }, code: { contains: "ครู" }, hours: { gte: 1 }, office: { id: { eq: null } }, offerings: { any: true } }, order: [{ provider: DESC }, { approvalNumber: ASC }], first: 20) { totalCount nodes { id code name office { id code name } subjects { number } offerings(first: 3) { totalCount nodes { id fiscalYear title } } } } }

SELECT r1.id, r1.code, r1.name, r6.id, r6.code, r6.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.provider AS k0, r0.approval_number AS k1, r0.id AS k2
    FROM courses r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r0.office_id IS NULL OR (r2.published OR r2.code = ANY($1))) AND (r0.id = ANY($2) AND fold_text(r0.code) LIKE fold_text($3) AND r0.hours >= $4 AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1)))) AND (EXISTS (SELECT
    FROM offerings r4
    LEFT JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.course_id = r0.id AND (r5.published OR r5.code = ANY($1))))) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN courses r1 ON r1.id = page.id
    LEFT JOIN offices r6 ON r6.id = r1.office_id AND (r6.published OR r6.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM courses r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.office_id IS NULL OR (r1.published OR r1.code = ANY($1))) AND (r0.id = ANY($2) AND fold_text(r0.code) LIKE fold_text($3) AND r0.hours >= $4 AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))) AND (EXISTS (SELECT
    FROM offerings r3
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.course_id = r0.id AND (r4.published OR r4.code = ANY($1)))));

SELECT r0.course_id, r0.number
    FROM course_subjects r0
    WHERE r0.course_id = ANY($1)
    ORDER BY r0.course_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.title
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM offerings r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.course_id = parent.id AND (r2.published OR r2.code = ANY($1))
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN offerings r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM offerings r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.course_id = parent.id AND (r1.published OR r1.code = ANY($1))) a ON true;

-- development officer: { courses { groups(by: [OFFICE], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), count(*)::int
    FROM courses r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.office_id IS NULL OR (r1.published OR r1.code = ANY($1)))
    GROUP BY r0.office_id
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id
    LIMIT 10;

-- nobody: { course(id: "Q291cnNlOgAAAAAAAAAAAAAAAAAAAAA") { id code name office { id code name } subjects { number } offerings(first: 3) { totalCount nodes { id fiscalYear title } } } }

SELECT r0.id, r0.code, r0.name, r2.id, r2.code, r2.name
    FROM courses r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id AND r2.published
    WHERE r0.id = $1 AND (r0.office_id IS NULL OR r1.published);

SELECT r0.course_id, r0.number
    FROM course_subjects r0
    WHERE (r0.course_id IN (SELECT r1.id
    FROM courses r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = $1 AND (r1.office_id IS NULL OR r2.published)))
    ORDER BY r0.course_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.title
    FROM (SELECT r3.id
    FROM courses r3
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.id = $1 AND (r3.office_id IS NULL OR r4.published)) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM offerings r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.course_id = parent.id AND r2.published
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN offerings r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r2.id
    FROM courses r2
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r2.id = $1 AND (r2.office_id IS NULL OR r3.published)) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM offerings r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.course_id = parent.id AND r1.published) a ON true;

