-- nobody: { developmentPlan(officeCode: "TH-43-P2", fiscalYear: 2566) { id fiscalYear title office { id code name } focusPoints { number text } projects(first: 3) { totalCount nodes { id number name } } } }

SELECT r0.id, r0.fiscal_year, r0.title, r2.id, r2.code, r2.name
    FROM development_plans r0
    JOIN offices r1 ON r1.id = r0.office_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id AND r2.published
    WHERE r1.code = $1 AND r0.fiscal_year = $2 AND r0.published;

SELECT r0.development_plan_id, coalesce(r0.number, ''), r0.text
    FROM development_plan_texts r0
    WHERE r0.development_plan_id IN (SELECT r1.id
    FROM development_plans r1
    JOIN offices r2 ON r2.id = r1.office_id
    WHERE r2.code = $1 AND r1.fiscal_year = $2 AND r1.published) AND r0.kind = 'FOCUS_POINT'
    ORDER BY r0.development_plan_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.number, r1.name
    FROM (SELECT r2.id
    FROM development_plans r2
    JOIN offices r3 ON r3.id = r2.office_id
    WHERE r3.code = $1 AND r2.fiscal_year = $2 AND r2.published) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM projects r0
    WHERE r0.plan_id = parent.id AND r0.status NOT IN ('DRAFT', 'SUBMITTED')
    ORDER BY r0.number, r0.id
    LIMIT 4) page
    JOIN projects r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM development_plans r1
    JOIN offices r2 ON r2.id = r1.office_id
    WHERE r2.code = $1 AND r1.fiscal_year = $2 AND r1.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM projects r0
    WHERE r0.plan_id = parent.id AND r0.status NOT IN ('DRAFT', 'SUBMITTED')) a ON true;

-- nobody: { developmentPlans(where: { title: { contains: "ครู" }, fiscalYear: { gte: 1 }, office: { id: { eq: null } }, focusPoints: { all: { number: { neq: "x" } } }, projects: { any: true }, budget: { available: { lt: 1000 } } }, order: [{ waitsSince: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear title office { id code name } focusPoints { number text } projects(first: 3) { totalCount nodes { id number name } } } } }

SELECT r1.id, r1.fiscal_year, r1.title, r7.id, r7.code, r7.name
    FROM (SELECT r0.id AS id, CASE WHEN false THEN r0.waits_since END AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM development_plans r0
    JOIN plan_budgets r5 ON r5.plan_id = r0.id AND NOT r5.draft
    LEFT JOIN (SELECT x.plan_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $4 AND NOT x.draft
    GROUP BY x.plan_id) r6 ON r6.plan_id = r0.id
    WHERE r0.published AND r0.title_folded LIKE fold_text($1) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published) AND NOT EXISTS (SELECT
    FROM development_plan_texts r3
    WHERE r3.development_plan_id = r0.id AND r3.kind = 'FOCUS_POINT' AND r3.number = $3) AND EXISTS (SELECT
    FROM projects r4
    WHERE r4.plan_id = r0.id AND r4.status NOT IN ('DRAFT', 'SUBMITTED')) AND (r5.available_total + coalesce(r6.remaining, 0.00)) < $5
    ORDER BY CASE WHEN false THEN r0.waits_since END DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    JOIN development_plans r1 ON r1.id = page.id
    LEFT JOIN offices r7 ON r7.id = r1.office_id AND r7.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM development_plans r0
    JOIN plan_budgets r4 ON r4.plan_id = r0.id AND NOT r4.draft
    LEFT JOIN (SELECT x.plan_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $4 AND NOT x.draft
    GROUP BY x.plan_id) r5 ON r5.plan_id = r0.id
    WHERE r0.published AND r0.title_folded LIKE fold_text($1) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM offices r1
    WHERE r1.id = r0.office_id AND r1.published) AND NOT EXISTS (SELECT
    FROM development_plan_texts r2
    WHERE r2.development_plan_id = r0.id AND r2.kind = 'FOCUS_POINT' AND r2.number = $3) AND EXISTS (SELECT
    FROM projects r3
    WHERE r3.plan_id = r0.id AND r3.status NOT IN ('DRAFT', 'SUBMITTED')) AND (r4.available_total + coalesce(r5.remaining, 0.00)) < $5;

SELECT r0.development_plan_id, coalesce(r0.number, ''), r0.text
    FROM development_plan_texts r0
    WHERE r0.development_plan_id = ANY($1) AND r0.kind = 'FOCUS_POINT'
    ORDER BY r0.development_plan_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.number, r1.name
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM projects r0
    WHERE r0.plan_id = parent.id AND r0.status NOT IN ('DRAFT', 'SUBMITTED')
    ORDER BY r0.number, r0.id
    LIMIT 4) page
    JOIN projects r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM projects r0
    WHERE r0.plan_id = parent.id AND r0.status NOT IN ('DRAFT', 'SUBMITTED')) a ON true;

-- budget officer: { developmentPlans(where: { title: { contains: "ครู" }, fiscalYear: { gte: 1 }, office: { id: { eq: null } }, focusPoints: { all: { number: { neq: "x" } } }, projects: { any: true }, budget: { available: { lt: 1000 } } }, order: [{ waitsSince: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear title office { id code name } focusPoints { number text } projects(first: 3) { totalCount nodes { id number name } } } } }

SELECT r1.id, r1.fiscal_year, r1.title, r10.id, r10.code, r10.name
    FROM (SELECT r0.id AS id, CASE WHEN r2.code = ANY($1) THEN r0.waits_since END AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM development_plans r0
    JOIN offices r2 ON r2.id = r0.office_id
    LEFT JOIN LATERAL (SELECT sum(b.planned_q1) AS planned_q1, sum(b.planned_q2) AS planned_q2, sum(b.planned_q3) AS planned_q3, sum(b.planned_q4) AS planned_q4, sum(b.transferred_in_q1) AS transferred_in_q1, sum(b.transferred_in_q2) AS transferred_in_q2, sum(b.transferred_in_q3) AS transferred_in_q3, sum(b.transferred_in_q4) AS transferred_in_q4, sum(b.transferred_out_q1) AS transferred_out_q1, sum(b.transferred_out_q2) AS transferred_out_q2, sum(b.transferred_out_q3) AS transferred_out_q3, sum(b.transferred_out_q4) AS transferred_out_q4, sum(b.disbursed_q1) AS disbursed_q1, sum(b.disbursed_q2) AS disbursed_q2, sum(b.disbursed_q3) AS disbursed_q3, sum(b.disbursed_q4) AS disbursed_q4, sum(b.committed) AS committed
    FROM plan_budgets b
    WHERE b.plan_id = r0.id AND (NOT b.draft OR r2.code = ANY($1))) r8 ON true
    LEFT JOIN LATERAL (SELECT sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $5 AND (NOT x.draft OR r2.code = ANY($1)) AND x.plan_id = r0.id) r9 ON true
    WHERE (r0.published OR r2.code = ANY($1)) AND (r0.title_folded LIKE fold_text($2) AND r0.fiscal_year >= $3 AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM development_plan_texts r4
    WHERE r4.development_plan_id = r0.id AND r4.kind = 'FOCUS_POINT' AND r4.number = $4) AND (EXISTS (SELECT
    FROM projects r5
    JOIN development_plans r6 ON r6.id = r5.plan_id
    JOIN offices r7 ON r7.id = r6.office_id
    WHERE r5.plan_id = r0.id AND (r5.status NOT IN ('DRAFT', 'SUBMITTED') OR r7.code = ANY($1)))) AND (coalesce((((r8.planned_q1 + r8.planned_q2 + r8.planned_q3 + r8.planned_q4) + (r8.transferred_in_q1 + r8.transferred_in_q2 + r8.transferred_in_q3 + r8.transferred_in_q4) - (r8.transferred_out_q1 + r8.transferred_out_q2 + r8.transferred_out_q3 + r8.transferred_out_q4)) - r8.committed - (r8.disbursed_q1 + r8.disbursed_q2 + r8.disbursed_q3 + r8.disbursed_q4)), 0.00) + coalesce(r9.remaining, 0.00)) < $6)
    ORDER BY CASE WHEN r2.code = ANY($1) THEN r0.waits_since END DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    JOIN development_plans r1 ON r1.id = page.id
    LEFT JOIN offices r10 ON r10.id = r1.office_id AND (r10.published OR r10.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM development_plans r0
    JOIN offices r1 ON r1.id = r0.office_id
    LEFT JOIN LATERAL (SELECT sum(b.planned_q1) AS planned_q1, sum(b.planned_q2) AS planned_q2, sum(b.planned_q3) AS planned_q3, sum(b.planned_q4) AS planned_q4, sum(b.transferred_in_q1) AS transferred_in_q1, sum(b.transferred_in_q2) AS transferred_in_q2, sum(b.transferred_in_q3) AS transferred_in_q3, sum(b.transferred_in_q4) AS transferred_in_q4, sum(b.transferred_out_q1) AS transferred_out_q1, sum(b.transferred_out_q2) AS transferred_out_q2, sum(b.transferred_out_q3) AS transferred_out_q3, sum(b.transferred_out_q4) AS transferred_out_q4, sum(b.disbursed_q1) AS disbursed_q1, sum(b.disbursed_q2) AS disbursed_q2, sum(b.disbursed_q3) AS disbursed_q3, sum(b.disbursed_q4) AS disbursed_q4, sum(b.committed) AS committed
    FROM plan_budgets b
    WHERE b.plan_id = r0.id AND (NOT b.draft OR r1.code = ANY($1))) r7 ON true
    LEFT JOIN LATERAL (SELECT sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $5 AND (NOT x.draft OR r1.code = ANY($1)) AND x.plan_id = r0.id) r8 ON true
    WHERE (r0.published OR r1.code = ANY($1)) AND (r0.title_folded LIKE fold_text($2) AND r0.fiscal_year >= $3 AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM development_plan_texts r3
    WHERE r3.development_plan_id = r0.id AND r3.kind = 'FOCUS_POINT' AND r3.number = $4) AND (EXISTS (SELECT
    FROM projects r4
    JOIN development_plans r5 ON r5.id = r4.plan_id
    JOIN offices r6 ON r6.id = r5.office_id
    WHERE r4.plan_id = r0.id AND (r4.status NOT IN ('DRAFT', 'SUBMITTED') OR r6.code = ANY($1)))) AND (coalesce((((r7.planned_q1 + r7.planned_q2 + r7.planned_q3 + r7.planned_q4) + (r7.transferred_in_q1 + r7.transferred_in_q2 + r7.transferred_in_q3 + r7.transferred_in_q4) - (r7.transferred_out_q1 + r7.transferred_out_q2 + r7.transferred_out_q3 + r7.transferred_out_q4)) - r7.committed - (r7.disbursed_q1 + r7.disbursed_q2 + r7.disbursed_q3 + r7.disbursed_q4)), 0.00) + coalesce(r8.remaining, 0.00)) < $6);

SELECT r0.development_plan_id, coalesce(r0.number, ''), r0.text
    FROM development_plan_texts r0
    WHERE r0.development_plan_id = ANY($1) AND r0.kind = 'FOCUS_POINT'
    ORDER BY r0.development_plan_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.number, r1.name
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM projects r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    WHERE r0.plan_id = parent.id AND (r0.status NOT IN ('DRAFT', 'SUBMITTED') OR r3.code = ANY($1))
    ORDER BY r0.number, r0.id
    LIMIT 4) page
    JOIN projects r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM projects r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    WHERE r0.plan_id = parent.id AND (r0.status NOT IN ('DRAFT', 'SUBMITTED') OR r2.code = ANY($1))) a ON true;

-- budget officer: { developmentPlans { groups(by: [OFFICE, FISCAL_YEAR], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), (r0.fiscal_year)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM development_plans r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.published OR r1.code = ANY($1))
    GROUP BY r0.office_id, r0.fiscal_year
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.fiscal_year
    LIMIT 10;

