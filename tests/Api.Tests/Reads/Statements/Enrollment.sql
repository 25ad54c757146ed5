-- nobody: { enrollments(where: { status: { in: [REQUESTED] }, fiscalYear: { gte: 1 }, offering: { id: { eq: null } }, exceptions: { all: { reason: { neq: "x" } } } }, order: [{ seat: DESC }, { place: ASC }], first: 20) { totalCount nodes { id fiscalYear status offering { id fiscalYear title } attendances { minutes } } } }

SELECT r1.id, r1.fiscal_year, r1.status, r5.id, r5.fiscal_year, r5.title
    FROM (SELECT r0.id AS id, r0.seat AS k0, r0.place AS k1, r0.id AS k2
    FROM enrollments r0
    WHERE false
    ORDER BY r0.seat DESC NULLS LAST, r0.place, r0.id
    LIMIT 21) page
    JOIN enrollments r1 ON r1.id = page.id
    LEFT JOIN offerings r5 ON r5.id = r1.offering_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offices r6 ON r6.id = r5.office_id
    WHERE r6.published)
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM enrollments r0
    WHERE false;

SELECT r0.enrollment_id, r0.minutes, r0.id
    FROM attendances r0
    JOIN sessions r1 ON r1.id = r0.session_id
    WHERE r0.enrollment_id = ANY($1)
    ORDER BY r0.enrollment_id, r1.starts_at, r0.id;

-- development officer: { enrollments(where: { status: { in: [REQUESTED] }, fiscalYear: { gte: 1 }, offering: { id: { eq: null } }, exceptions: { all: { reason: { neq: "x" } } } }, order: [{ seat: DESC }, { place: ASC }], first: 20) { totalCount nodes { id fiscalYear status offering { id fiscalYear title } attendances { minutes } } } }

SELECT r1.id, r1.fiscal_year, r1.status, r5.id, r5.fiscal_year, r5.title
    FROM (SELECT r0.id AS id, r0.seat AS k0, r0.place AS k1, r0.id AS k2
    FROM enrollments r0
    WHERE (r0.offering_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND (r0.status = ANY($2) AND r0.fiscal_year >= $3 AND (NOT EXISTS (SELECT
    FROM offerings r2
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r2.id = r0.offering_id AND (r3.published OR r3.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM enrollment_exceptions r4
    WHERE r4.enrollment_id = r0.id AND r4.reason = $4))
    ORDER BY r0.seat DESC NULLS LAST, r0.place, r0.id
    LIMIT 21) page
    JOIN enrollments r1 ON r1.id = page.id
    LEFT JOIN offerings r5 ON r5.id = r1.offering_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offices r6 ON r6.id = r5.office_id
    WHERE (r6.published OR r6.code = ANY($1)))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM enrollments r0
    WHERE (r0.offering_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND (r0.status = ANY($2) AND r0.fiscal_year >= $3 AND (NOT EXISTS (SELECT
    FROM offerings r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = r0.offering_id AND (r2.published OR r2.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM enrollment_exceptions r3
    WHERE r3.enrollment_id = r0.id AND r3.reason = $4));

SELECT r0.enrollment_id, r0.minutes, r0.id
    FROM attendances r0
    JOIN sessions r1 ON r1.id = r0.session_id
    WHERE r0.enrollment_id = ANY($1)
    ORDER BY r0.enrollment_id, r1.starts_at, r0.id;

-- development officer: { enrollments { groups(by: [OFFICE, HELD_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r3.name
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1))), (date_trunc('month', r1.ends_on)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM enrollments r0
    LEFT JOIN offerings r1 ON r1.id = r0.offering_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE (r2.published OR r2.code = ANY($1)))
    WHERE (r0.offering_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    GROUP BY r0.office_id, date_trunc('month', r1.ends_on)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, date_trunc('month', r1.ends_on)::date
    LIMIT 10;

-- nobody: { enrollment(id: "RW5yb2xsbWVudDoAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear status offering { id fiscalYear title } attendances { minutes } } }

SELECT r0.id, r0.fiscal_year, r0.status, r1.id, r1.fiscal_year, r1.title
    FROM enrollments r0
    LEFT JOIN offerings r1 ON r1.id = r0.offering_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r2.published)
    WHERE false;

SELECT r0.enrollment_id, r0.minutes, r0.id
    FROM attendances r0
    JOIN sessions r2 ON r2.id = r0.session_id
    WHERE r0.enrollment_id IN (SELECT r1.id
    FROM enrollments r1
    WHERE false)
    ORDER BY r0.enrollment_id, r2.starts_at, r0.id;

