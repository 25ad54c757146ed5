-- nobody: { disbursements(where: { id: { in: ["RGlzYnVyc2VtZW50OgAAAAAAAAAAAAAAAAAAAAA"] }, quarter: { in: [Q1] }, amount: { gte: 1 }, activity: { id: { eq: null } } }, order: [{ fundingSource: DESC }, { amount: ASC }], first: 20) { totalCount nodes { id amount paidOn activity { id number name } } } }

SELECT r1.id, r1.amount, r1.paid_on, r4.id, r4.number, r4.name
    FROM (SELECT r0.id AS id, array_position('{OFFICE,EXTERNAL}'::text[], r0.funding_source) AS k0, r0.amount AS k1, r0.id AS k2
    FROM disbursements r0
    JOIN activity_budgets r2 ON r2.activity_id = r0.activity_id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r2.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r2.project_id) AND r0.id = ANY($1) AND r0.quarter = ANY($2) AND r0.amount >= $3 AND NOT EXISTS (SELECT
    FROM activities r3
    WHERE r3.id = r0.activity_id)
    ORDER BY array_position('{OFFICE,EXTERNAL}'::text[], r0.funding_source) DESC NULLS LAST, r0.amount, r0.id
    LIMIT 21) page
    JOIN disbursements r1 ON r1.id = page.id
    LEFT JOIN activities r4 ON r4.id = r1.activity_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM disbursements r0
    JOIN activity_budgets r1 ON r1.activity_id = r0.activity_id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r1.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r1.project_id) AND r0.id = ANY($1) AND r0.quarter = ANY($2) AND r0.amount >= $3 AND NOT EXISTS (SELECT
    FROM activities r2
    WHERE r2.id = r0.activity_id);

-- budget officer: { disbursements(where: { id: { in: ["RGlzYnVyc2VtZW50OgAAAAAAAAAAAAAAAAAAAAA"] }, quarter: { in: [Q1] }, amount: { gte: 1 }, activity: { id: { eq: null } } }, order: [{ fundingSource: DESC }, { amount: ASC }], first: 20) { totalCount nodes { id amount paidOn activity { id number name } } } }

SELECT r1.id, r1.amount, r1.paid_on, r4.id, r4.number, r4.name
    FROM (SELECT r0.id AS id, array_position('{OFFICE,EXTERNAL}'::text[], r0.funding_source) AS k0, r0.amount AS k1, r0.id AS k2
    FROM disbursements r0
    JOIN activity_budgets r2 ON r2.activity_id = r0.activity_id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r2.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r2.project_id AND d.office_code <> ALL($1)) AND r0.id = ANY($2) AND r0.quarter = ANY($3) AND r0.amount >= $4 AND NOT EXISTS (SELECT
    FROM activities r3
    WHERE r3.id = r0.activity_id)
    ORDER BY array_position('{OFFICE,EXTERNAL}'::text[], r0.funding_source) DESC NULLS LAST, r0.amount, r0.id
    LIMIT 21) page
    JOIN disbursements r1 ON r1.id = page.id
    LEFT JOIN activities r4 ON r4.id = r1.activity_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM disbursements r0
    JOIN activity_budgets r1 ON r1.activity_id = r0.activity_id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r1.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r1.project_id AND d.office_code <> ALL($1)) AND r0.id = ANY($2) AND r0.quarter = ANY($3) AND r0.amount >= $4 AND NOT EXISTS (SELECT
    FROM activities r2
    WHERE r2.id = r0.activity_id);

-- budget officer: { disbursements { groups(by: [OFFICE, RECORDED_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', min(r6.name), (date_trunc('month', (r0.recorded_at AT TIME ZONE 'UTC' + interval '7 hours'))::date)::text), ''), count(*)::int
    FROM disbursements r0
    JOIN activity_budgets r1 ON r1.activity_id = r0.activity_id
    LEFT JOIN activities r2 ON r2.id = r0.activity_id
    LEFT JOIN projects r3 ON r3.id = r2.project_id
    LEFT JOIN development_plans r4 ON r4.id = r3.plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r5 ON r5.id = r4.office_id
    WHERE (r4.published OR r5.code = ANY($1)))
    LEFT JOIN offices r6 ON r6.id = r4.office_id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r1.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r1.project_id AND d.office_code <> ALL($1))
    GROUP BY r4.office_id, date_trunc('month', (r0.recorded_at AT TIME ZONE 'UTC' + interval '7 hours'))::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r4.office_id, date_trunc('month', (r0.recorded_at AT TIME ZONE 'UTC' + interval '7 hours'))::date
    LIMIT 10;

-- nobody: { disbursement(id: "RGlzYnVyc2VtZW50OgAAAAAAAAAAAAAAAAAAAAA") { id amount paidOn activity { id number name } } }

SELECT r0.id, r0.amount, r0.paid_on, r2.id, r2.number, r2.name
    FROM disbursements r0
    JOIN activity_budgets r1 ON r1.activity_id = r0.activity_id
    LEFT JOIN activities r2 ON r2.id = r0.activity_id
    WHERE r0.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r1.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r1.project_id);

