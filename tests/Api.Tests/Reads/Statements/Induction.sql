-- nobody: { inductions(where: { orderNumber: { contains: "ครู" }, status: { in: [IN_PROGRESS] }, version: { gte: 1 }, person: { id: { eq: null } }, steps: { all: { code: { neq: "x" } } } }, order: [{ decidedOn: DESC }, { orderNumber: ASC }], first: 20) { totalCount nodes { id startsOn status person { id title name } steps { id number code } } } }

SELECT r1.id, r1.starts_on, r1.status, r4.id, r4.title, r4.name
    FROM (SELECT r0.id AS id, r0.decided_on AS k0, r0.order_number AS k1, r0.id AS k2
    FROM inductions r0
    WHERE false
    ORDER BY r0.decided_on DESC NULLS LAST, r0.order_number, r0.id
    LIMIT 21) page
    JOIN inductions r1 ON r1.id = page.id
    LEFT JOIN people r4 ON r4.id = r1.person_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM inductions r0
    WHERE false;

SELECT r0.induction_id, r0.id, r0.number, r0.code
    FROM induction_steps r0
    WHERE false
    ORDER BY r0.induction_id, r0.number, r0.id;

-- development officer: { inductions(where: { orderNumber: { contains: "ครู" }, status: { in: [IN_PROGRESS] }, version: { gte: 1 }, person: { id: { eq: null } }, steps: { all: { code: { neq: "x" } } } }, order: [{ decidedOn: DESC }, { orderNumber: ASC }], first: 20) { totalCount nodes { id startsOn status person { id title name } steps { id number code } } } }

SELECT r1.id, r1.starts_on, r1.status, r4.id, r4.title, r4.name
    FROM (SELECT r0.id AS id, r0.decided_on AS k0, r0.order_number AS k1, r0.id AS k2
    FROM inductions r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.order_number) LIKE fold_text($2) AND r0.status = ANY($3) AND r0.version >= $4 AND NOT EXISTS (SELECT
    FROM people r2
    WHERE r2.id = r0.person_id AND r2.merged_into_id IS NULL AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND NOT EXISTS (SELECT
    FROM induction_steps r3
    WHERE r3.induction_id = r0.id AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r3.code = $5)
    ORDER BY r0.decided_on DESC NULLS LAST, r0.order_number, r0.id
    LIMIT 21) page
    JOIN inductions r1 ON r1.id = page.id
    LEFT JOIN people r4 ON r4.id = r1.person_id AND r4.merged_into_id IS NULL AND r4.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM inductions r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.order_number) LIKE fold_text($2) AND r0.status = ANY($3) AND r0.version >= $4 AND NOT EXISTS (SELECT
    FROM people r1
    WHERE r1.id = r0.person_id AND r1.merged_into_id IS NULL AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND NOT EXISTS (SELECT
    FROM induction_steps r2
    WHERE r2.induction_id = r0.id AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r2.code = $5);

SELECT r0.induction_id, r0.id, r0.number, r0.code
    FROM induction_steps r0
    WHERE r0.induction_id = ANY($1) AND r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($2)[1])
    ORDER BY r0.induction_id, r0.number, r0.id;

-- development officer: { inductions { groups(by: [OFFICE, DECIDED_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (date_trunc('month', r0.decided_on)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM inductions r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.office_id, date_trunc('month', r0.decided_on)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, date_trunc('month', r0.decided_on)::date
    LIMIT 10;

-- nobody: { induction(id: "SW5kdWN0aW9uOgAAAAAAAAAAAAAAAAAAAAA") { id startsOn status person { id title name } steps { id number code } } }

SELECT r0.id, r0.starts_on, r0.status, r1.id, r1.title, r1.name
    FROM inductions r0
    LEFT JOIN people r1 ON r1.id = r0.person_id AND false
    WHERE false;

SELECT r0.induction_id, r0.id, r0.number, r0.code
    FROM induction_steps r0
    WHERE false
    ORDER BY r0.induction_id, r0.number, r0.id;

