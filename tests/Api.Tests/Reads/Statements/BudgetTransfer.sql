-- nobody: { budgetTransfers(where: { quarter: { in: [Q1] }, amount: { gte: 1 }, from: { id: { eq: null } } }, order: [{ amount: DESC }, { quarter: ASC }], first: 20) { totalCount nodes { id amount quarter from { id number name } } } }

SELECT r1.id, r1.amount, r1.quarter, r5.id, r5.number, r5.name
    FROM (SELECT r0.id AS id, r0.amount AS k0, array_position('{Q1,Q2,Q3,Q4}'::text[], r0.quarter) AS k1, r0.id AS k2
    FROM budget_transfers r0
    JOIN activity_budgets r2 ON r2.activity_id = r0.from_id
    JOIN activity_budgets r3 ON r3.activity_id = r0.to_id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r2.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r2.project_id) AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r3.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r3.project_id) AND r0.quarter = ANY($1) AND r0.amount >= $2 AND NOT EXISTS (SELECT
    FROM activities r4
    WHERE r4.id = r0.from_id)
    ORDER BY r0.amount DESC, array_position('{Q1,Q2,Q3,Q4}'::text[], r0.quarter), r0.id
    LIMIT 21) page
    JOIN budget_transfers r1 ON r1.id = page.id
    LEFT JOIN activities r5 ON r5.id = r1.from_id AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r5.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r5.project_id)
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM budget_transfers r0
    JOIN activity_budgets r1 ON r1.activity_id = r0.from_id
    JOIN activity_budgets r2 ON r2.activity_id = r0.to_id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r1.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r1.project_id) AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r2.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r2.project_id) AND r0.quarter = ANY($1) AND r0.amount >= $2 AND NOT EXISTS (SELECT
    FROM activities r3
    WHERE r3.id = r0.from_id);

-- budget officer: { budgetTransfers(where: { quarter: { in: [Q1] }, amount: { gte: 1 }, from: { id: { eq: null } } }, order: [{ amount: DESC }, { quarter: ASC }], first: 20) { totalCount nodes { id amount quarter from { id number name } } } }

SELECT r1.id, r1.amount, r1.quarter, r5.id, r5.number, r5.name
    FROM (SELECT r0.id AS id, r0.amount AS k0, array_position('{Q1,Q2,Q3,Q4}'::text[], r0.quarter) AS k1, r0.id AS k2
    FROM budget_transfers r0
    JOIN activity_budgets r2 ON r2.activity_id = r0.from_id
    JOIN activity_budgets r3 ON r3.activity_id = r0.to_id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r2.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r2.project_id AND d.office_code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r3.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r3.project_id AND d.office_code <> ALL($1)) AND r0.quarter = ANY($2) AND r0.amount >= $3 AND NOT EXISTS (SELECT
    FROM activities r4
    WHERE r4.id = r0.from_id)
    ORDER BY r0.amount DESC, array_position('{Q1,Q2,Q3,Q4}'::text[], r0.quarter), r0.id
    LIMIT 21) page
    JOIN budget_transfers r1 ON r1.id = page.id
    LEFT JOIN activities r5 ON r5.id = r1.from_id AND NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r5.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r5.project_id AND d.office_code <> ALL($1))
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM budget_transfers r0
    JOIN activity_budgets r1 ON r1.activity_id = r0.from_id
    JOIN activity_budgets r2 ON r2.activity_id = r0.to_id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r1.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r1.project_id AND d.office_code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r2.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r2.project_id AND d.office_code <> ALL($1)) AND r0.quarter = ANY($2) AND r0.amount >= $3 AND NOT EXISTS (SELECT
    FROM activities r3
    WHERE r3.id = r0.from_id);

-- budget officer: { budgetTransfers { groups(by: [OFFICE, RECORDED_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r7.name
    FROM offices r7
    WHERE r7.id = r5.office_id AND (r7.published OR r7.code = ANY($1))), (date_trunc('month', (r0.recorded_at AT TIME ZONE 'UTC' + interval '7 hours'))::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM budget_transfers r0
    JOIN activity_budgets r1 ON r1.activity_id = r0.from_id
    JOIN activity_budgets r2 ON r2.activity_id = r0.to_id
    LEFT JOIN activities r3 ON r3.id = r0.from_id
    LEFT JOIN projects r4 ON r4.id = r3.project_id
    LEFT JOIN development_plans r5 ON r5.id = r4.plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r6 ON r6.id = r5.office_id
    WHERE (r5.published OR r6.code = ANY($1)))
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r1.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r1.project_id AND d.office_code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r2.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r2.project_id AND d.office_code <> ALL($1))
    GROUP BY r5.office_id, date_trunc('month', (r0.recorded_at AT TIME ZONE 'UTC' + interval '7 hours'))::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r5.office_id, date_trunc('month', (r0.recorded_at AT TIME ZONE 'UTC' + interval '7 hours'))::date
    LIMIT 10;

-- nobody: { budgetTransfer(id: "QnVkZ2V0VHJhbnNmZXI6AAAAAAAAAAAAAAAAAAAAAA") { id amount quarter from { id number name } } }

SELECT r0.id, r0.amount, r0.quarter, r3.id, r3.number, r3.name
    FROM budget_transfers r0
    JOIN activity_budgets r1 ON r1.activity_id = r0.from_id
    JOIN activity_budgets r2 ON r2.activity_id = r0.to_id
    LEFT JOIN activities r3 ON r3.id = r0.from_id AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r3.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r3.project_id)
    WHERE r0.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r1.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r1.project_id) AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r2.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r2.project_id);

