-- nobody: { progressReports(where: { id: { in: ["UHJvZ3Jlc3NSZXBvcnQ6AAAAAAAAAAAAAAAAAAAAAA"] }, quarter: { in: [Q1] }, fiscalYear: { gte: 1 }, project: { id: { eq: null } } }, order: [{ fiscalYear: DESC }, { quarter: ASC }], first: 20) { totalCount nodes { id fiscalYear quarter project { id number name } } } }

SELECT r1.id, r1.fiscal_year, r1.quarter, r3.id, r3.number, r3.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.fiscal_year AS k0, array_position('{Q1,Q2,Q3,Q4}'::text[], r0.quarter) AS k1, r0.id AS k2
    FROM progress_reports r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id) AND r0.id = ANY($1) AND r0.quarter = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM projects r2
    WHERE r2.id = r0.project_id) OFFSET 0) found
    ORDER BY k0 DESC, k1, k2
    LIMIT 21) page
    JOIN progress_reports r1 ON r1.id = page.id
    LEFT JOIN projects r3 ON r3.id = r1.project_id AND r3.status NOT IN ('DRAFT', 'SUBMITTED')
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM progress_reports r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id) AND r0.id = ANY($1) AND r0.quarter = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM projects r1
    WHERE r1.id = r0.project_id);

-- budget officer: { progressReports(where: { id: { in: ["UHJvZ3Jlc3NSZXBvcnQ6AAAAAAAAAAAAAAAAAAAAAA"] }, quarter: { in: [Q1] }, fiscalYear: { gte: 1 }, project: { id: { eq: null } } }, order: [{ fiscalYear: DESC }, { quarter: ASC }], first: 20) { totalCount nodes { id fiscalYear quarter project { id number name } } } }

SELECT r1.id, r1.fiscal_year, r1.quarter, r3.id, r3.number, r3.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.fiscal_year AS k0, array_position('{Q1,Q2,Q3,Q4}'::text[], r0.quarter) AS k1, r0.id AS k2
    FROM progress_reports r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)) AND r0.id = ANY($2) AND r0.quarter = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM projects r2
    WHERE r2.id = r0.project_id) OFFSET 0) found
    ORDER BY k0 DESC, k1, k2
    LIMIT 21) page
    JOIN progress_reports r1 ON r1.id = page.id
    LEFT JOIN projects r3 ON r3.id = r1.project_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN development_plans r4 ON r4.id = r3.plan_id
    JOIN offices r5 ON r5.id = r4.office_id
    WHERE (r3.status NOT IN ('DRAFT', 'SUBMITTED') OR r5.code = ANY($1)))
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM progress_reports r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)) AND r0.id = ANY($2) AND r0.quarter = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM projects r1
    WHERE r1.id = r0.project_id);

-- budget officer: { progressReports { groups(by: [OFFICE, SUBMITTED_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r4.name
    FROM offices r4
    WHERE r4.id = r2.office_id AND (r4.published OR r4.code = ANY($1))), (date_trunc('month', r0.submitted_on)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM progress_reports r0
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
    GROUP BY r2.office_id, date_trunc('month', r0.submitted_on)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r2.office_id, date_trunc('month', r0.submitted_on)::date
    LIMIT 10;

-- nobody: { progressReport(id: "UHJvZ3Jlc3NSZXBvcnQ6AAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear quarter project { id number name } } }

SELECT r0.id, r0.fiscal_year, r0.quarter, r1.id, r1.number, r1.name
    FROM progress_reports r0
    LEFT JOIN projects r1 ON r1.id = r0.project_id AND r1.status NOT IN ('DRAFT', 'SUBMITTED')
    WHERE r0.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id);

