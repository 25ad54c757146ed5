-- nobody: { certificates(where: { revocationReason: { contains: "ครู" }, validity: { in: [VALID] }, year: { gte: 1 }, enrollment: { id: { eq: null } } }, order: [{ expiresOn: DESC }, { revokedOn: ASC }], first: 20) { totalCount nodes { id year number enrollment { id fiscalYear status } } } }

SELECT r1.id, r1.year, r1.number, r3.id, r3.fiscal_year, r3.status
    FROM (SELECT r0.id AS id, r0.expires_on AS k0, r0.revoked_on AS k1, r0.id AS k2
    FROM certificates r0
    WHERE false
    ORDER BY r0.expires_on DESC NULLS LAST, r0.revoked_on, r0.id
    LIMIT 21) page
    JOIN certificates r1 ON r1.id = page.id
    LEFT JOIN enrollments r3 ON r3.id = r1.enrollment_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM certificates r0
    WHERE false;

-- development officer: { certificates(where: { revocationReason: { contains: "ครู" }, validity: { in: [VALID] }, year: { gte: 1 }, enrollment: { id: { eq: null } } }, order: [{ expiresOn: DESC }, { revokedOn: ASC }], first: 20) { totalCount nodes { id year number enrollment { id fiscalYear status } } } }

SELECT r1.id, r1.year, r1.number, r3.id, r3.fiscal_year, r3.status
    FROM (SELECT r0.id AS id, r0.expires_on AS k0, r0.revoked_on AS k1, r0.id AS k2
    FROM certificates r0
    WHERE (r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.person_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND (fold_text(r0.revocation_reason) LIKE fold_text($2) AND CASE WHEN r0.id IS NOT NULL THEN CASE WHEN r0.revoked_on IS NOT NULL THEN 'REVOKED' WHEN r0.expires_on < $3 THEN 'EXPIRED' ELSE 'VALID' END END = ANY($4) AND r0.year >= $5 AND (NOT EXISTS (SELECT
    FROM enrollments r2
    WHERE r2.id = r0.enrollment_id AND (r2.offering_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])))))
    ORDER BY r0.expires_on DESC NULLS LAST, r0.revoked_on, r0.id
    LIMIT 21) page
    JOIN certificates r1 ON r1.id = page.id
    LEFT JOIN enrollments r3 ON r3.id = r1.enrollment_id AND (r3.offering_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM certificates r0
    WHERE (r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.person_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND (fold_text(r0.revocation_reason) LIKE fold_text($2) AND CASE WHEN r0.id IS NOT NULL THEN CASE WHEN r0.revoked_on IS NOT NULL THEN 'REVOKED' WHEN r0.expires_on < $3 THEN 'EXPIRED' ELSE 'VALID' END END = ANY($4) AND r0.year >= $5 AND (NOT EXISTS (SELECT
    FROM enrollments r1
    WHERE r1.id = r0.enrollment_id AND (r1.offering_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])))));

-- development officer: { certificates { groups(by: [OFFICE, EXPIRES_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (date_trunc('month', r0.expires_on)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM certificates r0
    WHERE (r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) OR r0.person_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    GROUP BY r0.office_id, date_trunc('month', r0.expires_on)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, date_trunc('month', r0.expires_on)::date
    LIMIT 10;

-- nobody: { certificate(id: "Q2VydGlmaWNhdGU6AAAAAAAAAAAAAAAAAAAAAA") { id year number enrollment { id fiscalYear status } } }

SELECT r0.id, r0.year, r0.number, r1.id, r1.fiscal_year, r1.status
    FROM certificates r0
    LEFT JOIN enrollments r1 ON r1.id = r0.enrollment_id AND false
    WHERE false;

