-- nobody: { disbursements(where: { id: { in: ["RGlzYnVyc2VtZW50OgAAAAAAAAAAAAAAAAAAAAA"] }, quarter: { in: [Q1] }, fiscalYear: { gte: 1 }, activity: { id: { eq: null } } }, order: [{ fundingSource: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear amount activity { id number name } } } }

SELECT r1.id, r1.fiscal_year, r1.amount, r3.id, r3.number, r3.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, array_position('{OFFICE,EXTERNAL}'::text[], r0.funding_source) AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM disbursements r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id) AND r0.id = ANY($1) AND r0.quarter = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM activities r2
    WHERE r2.id = r0.activity_id) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN disbursements r1 ON r1.id = page.id
    LEFT JOIN activities r3 ON r3.id = r1.activity_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM disbursements r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id) AND r0.id = ANY($1) AND r0.quarter = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM activities r1
    WHERE r1.id = r0.activity_id);

-- budget officer: { disbursements(where: { id: { in: ["RGlzYnVyc2VtZW50OgAAAAAAAAAAAAAAAAAAAAA"] }, quarter: { in: [Q1] }, fiscalYear: { gte: 1 }, activity: { id: { eq: null } } }, order: [{ fundingSource: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear amount activity { id number name } } } }

SELECT r1.id, r1.fiscal_year, r1.amount, r3.id, r3.number, r3.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, array_position('{OFFICE,EXTERNAL}'::text[], r0.funding_source) AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM disbursements r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)) AND r0.id = ANY($2) AND r0.quarter = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM activities r2
    WHERE r2.id = r0.activity_id) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN disbursements r1 ON r1.id = page.id
    LEFT JOIN activities r3 ON r3.id = r1.activity_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM disbursements r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)) AND r0.id = ANY($2) AND r0.quarter = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM activities r1
    WHERE r1.id = r0.activity_id);

-- budget officer: { disbursements { groups(by: [OFFICE, RECORDED_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r3.name
    FROM offices r3
    WHERE r3.id = r1.office_id AND (r3.published OR r3.code = ANY($1))), (date_trunc('month', r0.month)::date)::text) COLLATE "th-x-icu", ''), coalesce(sum(r0.entries), 0)::int
    FROM (SELECT *
    FROM (SELECT plan_id, plan_id AS found_plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount
   
    FROM plan_months
UNION ALL SELECT m.plan_id, CASE WHEN s.sign < 0 THEN m.plan_id END, m.draft, b.fiscal_year, m.month, m.kind, m.quarter,
    m.paid_month, m.funding_source, s.sign * m.entries, s.sign * m.amount
   
    FROM project_budgets b
    LEFT JOIN projects p ON p.id = b.project_id AND p.fiscal_year = b.fiscal_year
   
    CROSS JOIN LATERAL (SELECT *
    FROM project_months o
    WHERE p.id IS NULL AND o.project_id = b.project_id OFFSET 0) m
   
    CROSS JOIN (VALUES (-1), (1)) AS s (sign)) t
    WHERE kind = 'DISBURSEMENT') r0
    LEFT JOIN development_plans r1 ON r1.id = r0.found_plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r2 ON r2.id = r1.office_id
    WHERE (r1.published OR r2.code = ANY($1)))
    WHERE (NOT r0.draft OR EXISTS (SELECT
    FROM development_plans dp
    JOIN offices o ON o.id = dp.office_id
    WHERE dp.id = r0.plan_id AND o.code = ANY($1)))
    GROUP BY r1.office_id, date_trunc('month', r0.month)::date
    HAVING coalesce(sum(r0.entries), 0) > 0 AND coalesce(sum(r0.entries), 0) > $2
    ORDER BY coalesce(sum(r0.entries), 0) DESC NULLS LAST, r1.office_id, date_trunc('month', r0.month)::date
    LIMIT 10;

-- nobody: { disbursement(id: "RGlzYnVyc2VtZW50OgAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear amount activity { id number name } } }

SELECT r0.id, r0.fiscal_year, r0.amount, r1.id, r1.number, r1.name
    FROM disbursements r0
    LEFT JOIN activities r1 ON r1.id = r0.activity_id
    WHERE r0.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id);

