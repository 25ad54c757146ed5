-- nobody: { needsRounds(where: { id: { in: ["TmVlZHNSb3VuZDoAAAAAAAAAAAAAAAAAAAAA"] }, status: { in: [OPEN] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } }, participants: { any: true } }, order: [{ opensOn: DESC }, { closesOn: ASC }], first: 20) { totalCount nodes { id fiscalYear mostTopics office { id code name } topics { number } participants(first: 3) { totalCount nodes { id fiscalYear answeredAt } } } } }

SELECT r1.id, r1.fiscal_year, r1.most_topics, r5.id, r5.code, r5.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.opens_on AS k0, r0.closes_on AS k1, r0.id AS k2
    FROM needs_rounds r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r2.published AND r0.id = ANY($1) AND r0.status = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND r3.published) AND EXISTS (SELECT
    FROM needs_participants r4
    WHERE false) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN needs_rounds r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id AND r5.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM needs_rounds r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r1.published AND r0.id = ANY($1) AND r0.status = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published) AND EXISTS (SELECT
    FROM needs_participants r3
    WHERE false);

SELECT r0.round_id, r0.number
    FROM needs_round_topics r0
    WHERE r0.round_id = ANY($1)
    ORDER BY r0.round_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.answered_at
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM needs_participants r0
    WHERE false
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN needs_participants r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM needs_participants r0
    WHERE false) a ON true;

-- development officer: { needsRounds(where: { id: { in: ["TmVlZHNSb3VuZDoAAAAAAAAAAAAAAAAAAAAA"] }, status: { in: [OPEN] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } }, participants: { any: true } }, order: [{ opensOn: DESC }, { closesOn: ASC }], first: 20) { totalCount nodes { id fiscalYear mostTopics office { id code name } topics { number } participants(first: 3) { totalCount nodes { id fiscalYear answeredAt } } } } }

SELECT r1.id, r1.fiscal_year, r1.most_topics, r5.id, r5.code, r5.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.opens_on AS k0, r0.closes_on AS k1, r0.id AS k2
    FROM needs_rounds r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r2.published OR r2.code = ANY($1)) AND (r0.id = ANY($2) AND r0.status = ANY($3) AND r0.fiscal_year >= $4 AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1)))) AND EXISTS (SELECT
    FROM needs_participants r4
    WHERE r4.round_id = r0.id AND r4.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN needs_rounds r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id AND (r5.published OR r5.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM needs_rounds r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1)) AND (r0.id = ANY($2) AND r0.status = ANY($3) AND r0.fiscal_year >= $4 AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))) AND EXISTS (SELECT
    FROM needs_participants r3
    WHERE r3.round_id = r0.id AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])));

SELECT r0.round_id, r0.number
    FROM needs_round_topics r0
    WHERE r0.round_id = ANY($1)
    ORDER BY r0.round_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.answered_at
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM needs_participants r0
    WHERE r0.round_id = parent.id AND r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN needs_participants r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM needs_participants r0
    WHERE r0.round_id = parent.id AND r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) a ON true;

-- development officer: { needsRounds { groups(by: [OFFICE, STATUS], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), (r0.status)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM needs_rounds r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1))
    GROUP BY r0.office_id, r0.status
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, array_position('{OPEN,CLOSED}'::text[], r0.status)
    LIMIT 10;

-- nobody: { needsRound(id: "TmVlZHNSb3VuZDoAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear mostTopics office { id code name } topics { number } participants(first: 3) { totalCount nodes { id fiscalYear answeredAt } } } }

SELECT r0.id, r0.fiscal_year, r0.most_topics, r2.id, r2.code, r2.name
    FROM needs_rounds r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id AND r2.published
    WHERE r0.id = $1 AND r1.published;

SELECT r0.round_id, r0.number
    FROM needs_round_topics r0
    WHERE r0.round_id IN (SELECT r1.id
    FROM needs_rounds r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = $1 AND r2.published)
    ORDER BY r0.round_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.answered_at
    FROM (SELECT r2.id
    FROM needs_rounds r2
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r2.id = $1 AND r3.published) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM needs_participants r0
    WHERE false
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN needs_participants r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM needs_rounds r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = $1 AND r2.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM needs_participants r0
    WHERE false) a ON true;

