-- nobody: { quarterlyReports(where: { quarter: { in: [Q1] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } }, projects: { all: { name: { neq: "x" } } } }, order: [{ submittedAt: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear quarter office { id code name } projects { number name strategy } } } }

SELECT r1.id, r1.fiscal_year, r1.quarter, r5.id, r5.code, r5.name
    FROM (SELECT r0.id AS id, r0.submitted_at AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM quarterly_reports r0
    LEFT JOIN development_plans r2 ON r2.id = r0.plan_id
    WHERE r0.status NOT IN ('DRAFT') AND r2.published AND r0.quarter = ANY($1) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND r3.published) AND NOT EXISTS (SELECT
    FROM quarterly_report_projects r4
    WHERE r4.report_id = r0.id AND r4.name = $3)
    ORDER BY r0.submitted_at DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    JOIN quarterly_reports r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id AND r5.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM quarterly_reports r0
    LEFT JOIN development_plans r1 ON r1.id = r0.plan_id
    WHERE r0.status NOT IN ('DRAFT') AND r1.published AND r0.quarter = ANY($1) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published) AND NOT EXISTS (SELECT
    FROM quarterly_report_projects r3
    WHERE r3.report_id = r0.id AND r3.name = $3);

SELECT r0.report_id, r0.number, r0.name, r0.strategy
    FROM quarterly_report_projects r0
    WHERE r0.report_id = ANY($1)
    ORDER BY r0.report_id, r0.position, r0.id;

-- budget officer: { quarterlyReports(where: { quarter: { in: [Q1] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } }, projects: { all: { name: { neq: "x" } } } }, order: [{ submittedAt: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear quarter office { id code name } projects { number name strategy } } } }

SELECT r1.id, r1.fiscal_year, r1.quarter, r7.id, r7.code, r7.name
    FROM (SELECT r0.id AS id, r0.submitted_at AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM quarterly_reports r0
    LEFT JOIN development_plans r2 ON r2.id = r0.plan_id
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    JOIN offices r4 ON r4.id = r0.office_id
    WHERE (r0.status NOT IN ('DRAFT') AND (r2.published OR r3.code = ANY($1)) OR r4.code = ANY($1)) AND (r0.quarter = ANY($2) AND r0.fiscal_year >= $3 AND (NOT EXISTS (SELECT
    FROM offices r5
    WHERE r5.id = r0.office_id AND (r5.published OR r5.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM quarterly_report_projects r6
    WHERE r6.report_id = r0.id AND r6.name = $4))
    ORDER BY r0.submitted_at DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    JOIN quarterly_reports r1 ON r1.id = page.id
    LEFT JOIN offices r7 ON r7.id = r1.office_id AND (r7.published OR r7.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM quarterly_reports r0
    LEFT JOIN development_plans r1 ON r1.id = r0.plan_id
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    JOIN offices r3 ON r3.id = r0.office_id
    WHERE (r0.status NOT IN ('DRAFT') AND (r1.published OR r2.code = ANY($1)) OR r3.code = ANY($1)) AND (r0.quarter = ANY($2) AND r0.fiscal_year >= $3 AND (NOT EXISTS (SELECT
    FROM offices r4
    WHERE r4.id = r0.office_id AND (r4.published OR r4.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM quarterly_report_projects r5
    WHERE r5.report_id = r0.id AND r5.name = $4));

SELECT r0.report_id, r0.number, r0.name, r0.strategy
    FROM quarterly_report_projects r0
    WHERE r0.report_id = ANY($1)
    ORDER BY r0.report_id, r0.position, r0.id;

-- budget officer: { quarterlyReports { groups(by: [OFFICE, STATUS], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r4.name
    FROM offices r4
    WHERE r4.id = r0.office_id AND (r4.published OR r4.code = ANY($1))), (r0.status)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM quarterly_reports r0
    LEFT JOIN development_plans r1 ON r1.id = r0.plan_id
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    JOIN offices r3 ON r3.id = r0.office_id
    WHERE (r0.status NOT IN ('DRAFT') AND (r1.published OR r2.code = ANY($1)) OR r3.code = ANY($1))
    GROUP BY r0.office_id, r0.status
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, array_position('{DRAFT,SUBMITTED}'::text[], r0.status)
    LIMIT 10;

-- nobody: { quarterlyReport(id: "UXVhcnRlcmx5UmVwb3J0OgAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear quarter office { id code name } projects { number name strategy } } }

SELECT r0.id, r0.fiscal_year, r0.quarter, r2.id, r2.code, r2.name
    FROM quarterly_reports r0
    LEFT JOIN development_plans r1 ON r1.id = r0.plan_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id AND r2.published
    WHERE r0.id = $1 AND r0.status NOT IN ('DRAFT') AND r1.published;

SELECT r0.report_id, r0.number, r0.name, r0.strategy
    FROM quarterly_report_projects r0
    WHERE r0.report_id IN (SELECT r1.id
    FROM quarterly_reports r1
    LEFT JOIN development_plans r2 ON r2.id = r1.plan_id
    WHERE r1.id = $1 AND r1.status NOT IN ('DRAFT') AND r2.published)
    ORDER BY r0.report_id, r0.position, r0.id;

