-- nobody: { commitments(where: { id: { in: ["Q29tbWl0bWVudDoAAAAAAAAAAAAAAAAAAAAA"] }, fiscalYear: { gte: 1 }, activity: { id: { eq: null } } }, order: [{ expiresOn: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear amount activity { id number name } } } }

SELECT r1.id, r1.fiscal_year, r1.amount, r3.id, r3.number, r3.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.expires_on AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM commitments r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id) AND r0.id = ANY($1) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM activities r2
    WHERE r2.id = r0.activity_id) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN commitments r1 ON r1.id = page.id
    LEFT JOIN activities r3 ON r3.id = r1.activity_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM commitments r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id) AND r0.id = ANY($1) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM activities r1
    WHERE r1.id = r0.activity_id);

-- budget officer: { commitments(where: { id: { in: ["Q29tbWl0bWVudDoAAAAAAAAAAAAAAAAAAAAA"] }, fiscalYear: { gte: 1 }, activity: { id: { eq: null } } }, order: [{ expiresOn: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear amount activity { id number name } } } }

SELECT r1.id, r1.fiscal_year, r1.amount, r3.id, r3.number, r3.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.expires_on AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM commitments r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)) AND r0.id = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM activities r2
    WHERE r2.id = r0.activity_id) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN commitments r1 ON r1.id = page.id
    LEFT JOIN activities r3 ON r3.id = r1.activity_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM commitments r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)) AND r0.id = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM activities r1
    WHERE r1.id = r0.activity_id);

-- budget officer: { commitments { groups(by: [OFFICE, RECORDED_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r4.name
    FROM offices r4
    WHERE r4.id = r2.office_id AND (r4.published OR r4.code = ANY($1))), (date_trunc('month', (r0.recorded_at AT TIME ZONE 'UTC' + interval '7 hours'))::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM commitments r0
    LEFT JOIN projects r1 ON r1.id = r0.project_id
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
    GROUP BY r2.office_id, date_trunc('month', (r0.recorded_at AT TIME ZONE 'UTC' + interval '7 hours'))::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r2.office_id, date_trunc('month', (r0.recorded_at AT TIME ZONE 'UTC' + interval '7 hours'))::date
    LIMIT 10;

-- nobody: { commitment(id: "Q29tbWl0bWVudDoAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear amount activity { id number name } } }

SELECT r0.id, r0.fiscal_year, r0.amount, r1.id, r1.number, r1.name
    FROM commitments r0
    LEFT JOIN activities r1 ON r1.id = r0.activity_id
    WHERE r0.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id);

