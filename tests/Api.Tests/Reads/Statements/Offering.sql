-- nobody: { offerings(where: { id: { in: ["T2ZmZXJpbmc6AAAAAAAAAAAAAAAAAAAAAA"] }, title: { contains: "ครู" }, joining: { in: [CLOSED] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } }, sessions: { all: { title: { neq: "x" } } }, enrollments: { any: true } }, order: [{ organiser: DESC }, { venue: ASC }], first: 20) { totalCount nodes { id fiscalYear title office { id code name } targetCategories { number } enrollments(first: 3) { totalCount nodes { id fiscalYear status } } } } }

SELECT r1.id, r1.fiscal_year, r1.title, r6.id, r6.code, r6.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.organiser AS k0, r0.venue AS k1, r0.id AS k2
    FROM offerings r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r2.published AND r0.id = ANY($1) AND fold_text(r0.title) LIKE fold_text($2) AND r0.joining = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND r3.published) AND NOT EXISTS (SELECT
    FROM sessions r4
    WHERE r4.offering_id = r0.id AND r4.title = $5) AND EXISTS (SELECT
    FROM enrollments r5
    WHERE false) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN offerings r1 ON r1.id = page.id
    LEFT JOIN offices r6 ON r6.id = r1.office_id AND r6.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM offerings r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r1.published AND r0.id = ANY($1) AND fold_text(r0.title) LIKE fold_text($2) AND r0.joining = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published) AND NOT EXISTS (SELECT
    FROM sessions r3
    WHERE r3.offering_id = r0.id AND r3.title = $5) AND EXISTS (SELECT
    FROM enrollments r4
    WHERE false);

SELECT r0.offering_id, r0.number
    FROM offering_categories r0
    WHERE r0.offering_id = ANY($1)
    ORDER BY r0.offering_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.status
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM enrollments r0
    WHERE false
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN enrollments r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM enrollments r0
    WHERE false) a ON true;

-- development officer: { offerings(where: { id: { in: ["T2ZmZXJpbmc6AAAAAAAAAAAAAAAAAAAAAA"] }, title: { contains: "ครู" }, joining: { in: [CLOSED] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } }, sessions: { all: { title: { neq: "x" } } }, enrollments: { any: true } }, order: [{ organiser: DESC }, { venue: ASC }], first: 20) { totalCount nodes { id fiscalYear title office { id code name } targetCategories { number } enrollments(first: 3) { totalCount nodes { id fiscalYear status } } } } }

SELECT r1.id, r1.fiscal_year, r1.title, r6.id, r6.code, r6.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.organiser AS k0, r0.venue AS k1, r0.id AS k2
    FROM offerings r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r2.published OR r2.code = ANY($1)) AND (r0.id = ANY($2) AND fold_text(r0.title) LIKE fold_text($3) AND r0.joining = ANY($4) AND r0.fiscal_year >= $5 AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM sessions r4
    WHERE r4.offering_id = r0.id AND r4.title = $6) AND (EXISTS (SELECT
    FROM enrollments r5
    WHERE r5.offering_id = r0.id AND (r5.offering_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r5.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))))) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN offerings r1 ON r1.id = page.id
    LEFT JOIN offices r6 ON r6.id = r1.office_id AND (r6.published OR r6.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM offerings r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1)) AND (r0.id = ANY($2) AND fold_text(r0.title) LIKE fold_text($3) AND r0.joining = ANY($4) AND r0.fiscal_year >= $5 AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM sessions r3
    WHERE r3.offering_id = r0.id AND r3.title = $6) AND (EXISTS (SELECT
    FROM enrollments r4
    WHERE r4.offering_id = r0.id AND (r4.offering_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r4.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])))));

SELECT r0.offering_id, r0.number
    FROM offering_categories r0
    WHERE r0.offering_id = ANY($1)
    ORDER BY r0.offering_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.status
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM enrollments r0
    WHERE r0.offering_id = parent.id AND (r0.offering_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN enrollments r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM enrollments r0
    WHERE r0.offering_id = parent.id AND (r0.offering_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))) a ON true;

-- development officer: { offerings { groups(by: [OFFICE, STARTS_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), (date_trunc('month', r0.starts_on)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM offerings r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1))
    GROUP BY r0.office_id, date_trunc('month', r0.starts_on)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, date_trunc('month', r0.starts_on)::date
    LIMIT 10;

-- nobody: { offering(id: "T2ZmZXJpbmc6AAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear title office { id code name } targetCategories { number } enrollments(first: 3) { totalCount nodes { id fiscalYear status } } } }

SELECT r0.id, r0.fiscal_year, r0.title, r2.id, r2.code, r2.name
    FROM offerings r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id AND r2.published
    WHERE r0.id = $1 AND r1.published;

SELECT r0.offering_id, r0.number
    FROM offering_categories r0
    WHERE r0.offering_id IN (SELECT r1.id
    FROM offerings r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = $1 AND r2.published)
    ORDER BY r0.offering_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.status
    FROM (SELECT r2.id
    FROM offerings r2
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r2.id = $1 AND r3.published) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM enrollments r0
    WHERE false
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN enrollments r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM offerings r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = $1 AND r2.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM enrollments r0
    WHERE false) a ON true;

