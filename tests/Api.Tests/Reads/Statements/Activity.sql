-- nobody: { activities(where: { id: { in: ["QWN0aXZpdHk6AAAAAAAAAAAAAAAAAAAAAA"] }, number: { contains: "ครู" }, fiscalYear: { gte: 1 }, project: { id: { eq: null } }, subActivities: { all: { number: { neq: "x" } } }, offerings: { any: true }, ownBudget: { available: { lt: 1000 } } }, order: [{ number: DESC }, { name: ASC }], first: 20) { totalCount nodes { id number name project { id number name } subActivities { id number name } offerings(first: 3) { totalCount nodes { id fiscalYear title } } } } }

SELECT r1.id, r1.number, r1.name, r8.id, r8.number, r8.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.name AS k1, r0.id AS k2
    FROM activities r0
    LEFT JOIN activity_budgets r6 ON r6.activity_id = r0.id
    LEFT JOIN (SELECT x.activity_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $5
    GROUP BY x.activity_id) r7 ON r7.activity_id = r0.id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id) AND r0.id = ANY($1) AND fold_text(r0.number) LIKE fold_text($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM projects r2
    WHERE r2.id = r0.project_id) AND NOT EXISTS (SELECT
    FROM activities r3
    WHERE r3.parent_id = r0.id AND r3.number = $4) AND EXISTS (SELECT
    FROM offerings r4
    LEFT JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.activity_id = r0.id AND r5.published) AND (coalesce((((r6.planned_q1 + r6.planned_q2 + r6.planned_q3 + r6.planned_q4) + (r6.transferred_in_q1 + r6.transferred_in_q2 + r6.transferred_in_q3 + r6.transferred_in_q4) - (r6.transferred_out_q1 + r6.transferred_out_q2 + r6.transferred_out_q3 + r6.transferred_out_q4)) - r6.committed - (r6.disbursed_q1 + r6.disbursed_q2 + r6.disbursed_q3 + r6.disbursed_q4)), 0.00) + coalesce(r7.remaining, 0.00)) < $6 OFFSET 0) found
    ORDER BY k0 DESC, k1, k2
    LIMIT 21) page
    JOIN activities r1 ON r1.id = page.id
    LEFT JOIN projects r8 ON r8.id = r1.project_id AND r8.status NOT IN ('DRAFT', 'SUBMITTED')
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM activities r0
    LEFT JOIN activity_budgets r5 ON r5.activity_id = r0.id
    LEFT JOIN (SELECT x.activity_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $5
    GROUP BY x.activity_id) r6 ON r6.activity_id = r0.id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id) AND r0.id = ANY($1) AND fold_text(r0.number) LIKE fold_text($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM projects r1
    WHERE r1.id = r0.project_id) AND NOT EXISTS (SELECT
    FROM activities r2
    WHERE r2.parent_id = r0.id AND r2.number = $4) AND EXISTS (SELECT
    FROM offerings r3
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.activity_id = r0.id AND r4.published) AND (coalesce((((r5.planned_q1 + r5.planned_q2 + r5.planned_q3 + r5.planned_q4) + (r5.transferred_in_q1 + r5.transferred_in_q2 + r5.transferred_in_q3 + r5.transferred_in_q4) - (r5.transferred_out_q1 + r5.transferred_out_q2 + r5.transferred_out_q3 + r5.transferred_out_q4)) - r5.committed - (r5.disbursed_q1 + r5.disbursed_q2 + r5.disbursed_q3 + r5.disbursed_q4)), 0.00) + coalesce(r6.remaining, 0.00)) < $6;

SELECT r0.parent_id, r0.id, r0.number, r0.name
    FROM activities r0
    WHERE r0.parent_id = ANY($1)
    ORDER BY r0.parent_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.title
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM offerings r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.activity_id = parent.id AND r2.published
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN offerings r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM offerings r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.activity_id = parent.id AND r1.published) a ON true;

-- budget officer: { activities(where: { id: { in: ["QWN0aXZpdHk6AAAAAAAAAAAAAAAAAAAAAA"] }, number: { contains: "ครู" }, fiscalYear: { gte: 1 }, project: { id: { eq: null } }, subActivities: { all: { number: { neq: "x" } } }, offerings: { any: true }, ownBudget: { available: { lt: 1000 } } }, order: [{ number: DESC }, { name: ASC }], first: 20) { totalCount nodes { id number name project { id number name } subActivities { id number name } offerings(first: 3) { totalCount nodes { id fiscalYear title } } } } }

SELECT r1.id, r1.number, r1.name, r8.id, r8.number, r8.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.name AS k1, r0.id AS k2
    FROM activities r0
    LEFT JOIN activity_budgets r6 ON r6.activity_id = r0.id
    LEFT JOIN (SELECT x.activity_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $6
    GROUP BY x.activity_id) r7 ON r7.activity_id = r0.id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)) AND (r0.id = ANY($2) AND fold_text(r0.number) LIKE fold_text($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM projects r2
    WHERE r2.id = r0.project_id) AND NOT EXISTS (SELECT
    FROM activities r3
    WHERE r3.parent_id = r0.id AND r3.number = $5) AND (EXISTS (SELECT
    FROM offerings r4
    LEFT JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.activity_id = r0.id AND (r5.published OR r5.code = ANY($1)))) AND (coalesce((((r6.planned_q1 + r6.planned_q2 + r6.planned_q3 + r6.planned_q4) + (r6.transferred_in_q1 + r6.transferred_in_q2 + r6.transferred_in_q3 + r6.transferred_in_q4) - (r6.transferred_out_q1 + r6.transferred_out_q2 + r6.transferred_out_q3 + r6.transferred_out_q4)) - r6.committed - (r6.disbursed_q1 + r6.disbursed_q2 + r6.disbursed_q3 + r6.disbursed_q4)), 0.00) + coalesce(r7.remaining, 0.00)) < $7) OFFSET 0) found
    ORDER BY k0 DESC, k1, k2
    LIMIT 21) page
    JOIN activities r1 ON r1.id = page.id
    LEFT JOIN projects r8 ON r8.id = r1.project_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN development_plans r9 ON r9.id = r8.plan_id
    JOIN offices r10 ON r10.id = r9.office_id
    WHERE (r8.status NOT IN ('DRAFT', 'SUBMITTED') OR r10.code = ANY($1)))
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM activities r0
    LEFT JOIN activity_budgets r5 ON r5.activity_id = r0.id
    LEFT JOIN (SELECT x.activity_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $6
    GROUP BY x.activity_id) r6 ON r6.activity_id = r0.id
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)) AND (r0.id = ANY($2) AND fold_text(r0.number) LIKE fold_text($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM projects r1
    WHERE r1.id = r0.project_id) AND NOT EXISTS (SELECT
    FROM activities r2
    WHERE r2.parent_id = r0.id AND r2.number = $5) AND (EXISTS (SELECT
    FROM offerings r3
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.activity_id = r0.id AND (r4.published OR r4.code = ANY($1)))) AND (coalesce((((r5.planned_q1 + r5.planned_q2 + r5.planned_q3 + r5.planned_q4) + (r5.transferred_in_q1 + r5.transferred_in_q2 + r5.transferred_in_q3 + r5.transferred_in_q4) - (r5.transferred_out_q1 + r5.transferred_out_q2 + r5.transferred_out_q3 + r5.transferred_out_q4)) - r5.committed - (r5.disbursed_q1 + r5.disbursed_q2 + r5.disbursed_q3 + r5.disbursed_q4)), 0.00) + coalesce(r6.remaining, 0.00)) < $7);

SELECT r0.parent_id, r0.id, r0.number, r0.name
    FROM activities r0
    WHERE r0.parent_id = ANY($1)
    ORDER BY r0.parent_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.title
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM offerings r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.activity_id = parent.id AND (r2.published OR r2.code = ANY($1))
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN offerings r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM offerings r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.activity_id = parent.id AND (r1.published OR r1.code = ANY($1))) a ON true;

-- budget officer: { activities { groups(by: [OFFICE, PROJECT], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r4.name
    FROM offices r4
    WHERE r4.id = r2.office_id AND (r4.published OR r4.code = ANY($1))), (SELECT r5.name
    FROM projects r5
    WHERE r5.id = r0.project_id)) COLLATE "th-x-icu", ''), count(*)::int
    FROM activities r0
    JOIN projects r1 ON r1.id = r0.project_id
    LEFT JOIN development_plans r2 ON r2.id = r1.plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r3 ON r3.id = r2.office_id
    WHERE (r2.published OR r3.code = ANY($1)))
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1))
    GROUP BY r2.office_id, r0.project_id
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r2.office_id, r0.project_id
    LIMIT 10;

-- nobody: { activity(id: "QWN0aXZpdHk6AAAAAAAAAAAAAAAAAAAAAA") { id number name project { id number name } subActivities { id number name } offerings(first: 3) { totalCount nodes { id fiscalYear title } } } }

SELECT r0.id, r0.number, r0.name, r1.id, r1.number, r1.name
    FROM activities r0
    LEFT JOIN projects r1 ON r1.id = r0.project_id AND r1.status NOT IN ('DRAFT', 'SUBMITTED')
    WHERE r0.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id);

SELECT r0.parent_id, r0.id, r0.number, r0.name
    FROM activities r0
    WHERE r0.parent_id IN (SELECT r1.id
    FROM activities r1
    WHERE r1.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r1.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r1.project_id))
    ORDER BY r0.parent_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.title
    FROM (SELECT r3.id
    FROM activities r3
    WHERE r3.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r3.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r3.project_id)) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM offerings r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.activity_id = parent.id AND r2.published
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN offerings r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r2.id
    FROM activities r2
    WHERE r2.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r2.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r2.project_id)) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM offerings r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.activity_id = parent.id AND r1.published) a ON true;

