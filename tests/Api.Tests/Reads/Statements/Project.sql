-- nobody: { projects(where: { name: { contains: "ครู" }, nature: { in: [NEW] }, number: { gte: 1 }, plan: { id: { eq: null } }, owners: { all: { name: { neq: "x" } } }, progressReports: { any: true }, budget: { available: { lt: 1000 } } }, order: [{ namePrinted: DESC }, { strategyPrinted: ASC }], first: 20) { totalCount nodes { id number name plan { id fiscalYear title } owners { name position } progressReports(first: 3) { totalCount nodes { id fiscalYear quarter } } } } }

SELECT r1.id, r1.number, r1.name, r7.id, r7.fiscal_year, r7.title
    FROM (WITH near AS MATERIALIZED (SELECT r0.id AS id, r0.name_printed AS k0, r0.strategy_printed AS k1, r0.id AS k2
    FROM projects r0
    JOIN project_budgets r5 ON r5.project_id = r0.id AND r5.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $5
    GROUP BY x.project_id) r6 ON r6.project_id = r0.id
    WHERE r0.id IN (SELECT front.id
    FROM (SELECT *
    FROM ((SELECT r0.id AS id, r0.name_printed AS k0, r0.strategy_printed AS k1, r0.id AS k2
    FROM projects r0
    JOIN project_budgets r5 ON r5.project_id = r0.id AND r5.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $5
    GROUP BY x.project_id) r6 ON r6.project_id = r0.id
    WHERE r0.name_printed IS NOT NULL
    ORDER BY r0.name_printed DESC, r0.strategy_printed, r0.id
    LIMIT 1000) UNION ALL (SELECT r0.id AS id, r0.name_printed AS k0, r0.strategy_printed AS k1, r0.id AS k2
    FROM projects r0
    JOIN project_budgets r5 ON r5.project_id = r0.id AND r5.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $5
    GROUP BY x.project_id) r6 ON r6.project_id = r0.id
    WHERE r0.name_printed IS NULL
    ORDER BY r0.name_printed DESC, r0.strategy_printed, r0.id
    LIMIT 1000)) part
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 1000) front) AND r0.status NOT IN ('DRAFT', 'SUBMITTED') AND r0.name_folded LIKE fold_text($1) AND r0.nature = ANY($2) AND r0.number >= $3 AND NOT EXISTS (SELECT
    FROM development_plans r2
    WHERE r2.id = r0.plan_id AND r2.published) AND NOT EXISTS (SELECT
    FROM project_owners r3
    WHERE r3.project_id = r0.id AND r3.name = $4) AND EXISTS (SELECT
    FROM progress_reports r4
    WHERE r4.project_id = r0.id) AND (r5.available_total + coalesce(r6.remaining, 0.00)) < $6
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21), enough AS (SELECT (SELECT count(*)
    FROM near) > 20 OR (SELECT count(*)
    FROM (SELECT
    FROM projects r0
    JOIN project_budgets r5 ON r5.project_id = r0.id AND r5.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $5
    GROUP BY x.project_id) r6 ON r6.project_id = r0.id
    LIMIT 1000) front) < 1000 AS are) SELECT *
    FROM near
    WHERE (SELECT enough.are
    FROM enough) UNION ALL (SELECT *
    FROM (SELECT r0.id AS id, r0.name_printed AS k0, r0.strategy_printed AS k1, r0.id AS k2
    FROM projects r0
    JOIN project_budgets r5 ON r5.project_id = r0.id AND r5.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $5
    GROUP BY x.project_id) r6 ON r6.project_id = r0.id
    WHERE r0.status NOT IN ('DRAFT', 'SUBMITTED') AND r0.name_folded LIKE fold_text($1) AND r0.nature = ANY($2) AND r0.number >= $3 AND NOT EXISTS (SELECT
    FROM development_plans r2
    WHERE r2.id = r0.plan_id AND r2.published) AND NOT EXISTS (SELECT
    FROM project_owners r3
    WHERE r3.project_id = r0.id AND r3.name = $4) AND EXISTS (SELECT
    FROM progress_reports r4
    WHERE r4.project_id = r0.id) AND (r5.available_total + coalesce(r6.remaining, 0.00)) < $6 OFFSET 0) found
    WHERE NOT (SELECT enough.are
    FROM enough)
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21)) page
    JOIN projects r1 ON r1.id = page.id
    LEFT JOIN development_plans r7 ON r7.id = r1.plan_id AND r7.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM projects r0
    JOIN project_budgets r4 ON r4.project_id = r0.id AND r4.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $5
    GROUP BY x.project_id) r5 ON r5.project_id = r0.id
    WHERE r0.status NOT IN ('DRAFT', 'SUBMITTED') AND r0.name_folded LIKE fold_text($1) AND r0.nature = ANY($2) AND r0.number >= $3 AND NOT EXISTS (SELECT
    FROM development_plans r1
    WHERE r1.id = r0.plan_id AND r1.published) AND NOT EXISTS (SELECT
    FROM project_owners r2
    WHERE r2.project_id = r0.id AND r2.name = $4) AND EXISTS (SELECT
    FROM progress_reports r3
    WHERE r3.project_id = r0.id) AND (r4.available_total + coalesce(r5.remaining, 0.00)) < $6;

SELECT r0.project_id, r0.name, r0.id, r0.position
    FROM project_owners r0
    WHERE r0.project_id = ANY($1)
    ORDER BY r0.project_id, r0.order, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.quarter
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.submitted_at AS k0, r0.id AS k1
    FROM progress_reports r0
    WHERE r0.project_id = parent.id
    ORDER BY r0.submitted_at, r0.id
    LIMIT 4) page
    JOIN progress_reports r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM progress_reports r0
    WHERE r0.project_id = parent.id) a ON true;

-- budget officer: { projects(where: { name: { contains: "ครู" }, nature: { in: [NEW] }, number: { gte: 1 }, plan: { id: { eq: null } }, owners: { all: { name: { neq: "x" } } }, progressReports: { any: true }, budget: { available: { lt: 1000 } } }, order: [{ namePrinted: DESC }, { strategyPrinted: ASC }], first: 20) { totalCount nodes { id number name plan { id fiscalYear title } owners { name position } progressReports(first: 3) { totalCount nodes { id fiscalYear quarter } } } } }

SELECT r1.id, r1.number, r1.name, r10.id, r10.fiscal_year, r10.title
    FROM (WITH near AS MATERIALIZED (SELECT r0.id AS id, r0.name_printed AS k0, r0.strategy_printed AS k1, r0.id AS k2
    FROM projects r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    JOIN project_budgets r8 ON r8.project_id = r0.id AND r8.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $6
    GROUP BY x.project_id) r9 ON r9.project_id = r0.id
    WHERE r0.id IN (SELECT front.id
    FROM (SELECT *
    FROM ((SELECT r0.id AS id, r0.name_printed AS k0, r0.strategy_printed AS k1, r0.id AS k2
    FROM projects r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    JOIN project_budgets r8 ON r8.project_id = r0.id AND r8.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $6
    GROUP BY x.project_id) r9 ON r9.project_id = r0.id
    WHERE r0.name_printed IS NOT NULL
    ORDER BY r0.name_printed DESC, r0.strategy_printed, r0.id
    LIMIT 1000) UNION ALL (SELECT r0.id AS id, r0.name_printed AS k0, r0.strategy_printed AS k1, r0.id AS k2
    FROM projects r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    JOIN project_budgets r8 ON r8.project_id = r0.id AND r8.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $6
    GROUP BY x.project_id) r9 ON r9.project_id = r0.id
    WHERE r0.name_printed IS NULL
    ORDER BY r0.name_printed DESC, r0.strategy_printed, r0.id
    LIMIT 1000)) part
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 1000) front) AND (r0.status NOT IN ('DRAFT', 'SUBMITTED') OR r3.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND r0.nature = ANY($3) AND r0.number >= $4 AND (NOT EXISTS (SELECT
    FROM development_plans r4
    JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.id = r0.plan_id AND (r4.published OR r5.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM project_owners r6
    WHERE r6.project_id = r0.id AND r6.name = $5) AND EXISTS (SELECT
    FROM progress_reports r7
    WHERE r7.project_id = r0.id) AND (r8.available_total + coalesce(r9.remaining, 0.00)) < $7)
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21), enough AS (SELECT (SELECT count(*)
    FROM near) > 20 OR (SELECT count(*)
    FROM (SELECT
    FROM projects r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    JOIN project_budgets r8 ON r8.project_id = r0.id AND r8.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $6
    GROUP BY x.project_id) r9 ON r9.project_id = r0.id
    LIMIT 1000) front) < 1000 AS are) SELECT *
    FROM near
    WHERE (SELECT enough.are
    FROM enough) UNION ALL (SELECT *
    FROM (SELECT r0.id AS id, r0.name_printed AS k0, r0.strategy_printed AS k1, r0.id AS k2
    FROM projects r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    JOIN project_budgets r8 ON r8.project_id = r0.id AND r8.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $6
    GROUP BY x.project_id) r9 ON r9.project_id = r0.id
    WHERE (r0.status NOT IN ('DRAFT', 'SUBMITTED') OR r3.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND r0.nature = ANY($3) AND r0.number >= $4 AND (NOT EXISTS (SELECT
    FROM development_plans r4
    JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.id = r0.plan_id AND (r4.published OR r5.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM project_owners r6
    WHERE r6.project_id = r0.id AND r6.name = $5) AND EXISTS (SELECT
    FROM progress_reports r7
    WHERE r7.project_id = r0.id) AND (r8.available_total + coalesce(r9.remaining, 0.00)) < $7) OFFSET 0) found
    WHERE NOT (SELECT enough.are
    FROM enough)
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21)) page
    JOIN projects r1 ON r1.id = page.id
    LEFT JOIN development_plans r10 ON r10.id = r1.plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r11 ON r11.id = r10.office_id
    WHERE (r10.published OR r11.code = ANY($1)))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM projects r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    JOIN project_budgets r7 ON r7.project_id = r0.id AND r7.fiscal_year = r0.fiscal_year
    LEFT JOIN (SELECT x.project_id, sum(x.remaining) AS remaining
    FROM open_commitments x
    WHERE x.expires_on < $6
    GROUP BY x.project_id) r8 ON r8.project_id = r0.id
    WHERE (r0.status NOT IN ('DRAFT', 'SUBMITTED') OR r2.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND r0.nature = ANY($3) AND r0.number >= $4 AND (NOT EXISTS (SELECT
    FROM development_plans r3
    JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.id = r0.plan_id AND (r3.published OR r4.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM project_owners r5
    WHERE r5.project_id = r0.id AND r5.name = $5) AND EXISTS (SELECT
    FROM progress_reports r6
    WHERE r6.project_id = r0.id) AND (r7.available_total + coalesce(r8.remaining, 0.00)) < $7);

SELECT r0.project_id, r0.name, r0.id, r0.position
    FROM project_owners r0
    WHERE r0.project_id = ANY($1)
    ORDER BY r0.project_id, r0.order, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.quarter
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.submitted_at AS k0, r0.id AS k1
    FROM progress_reports r0
    WHERE r0.project_id = parent.id
    ORDER BY r0.submitted_at, r0.id
    LIMIT 4) page
    JOIN progress_reports r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM progress_reports r0
    WHERE r0.project_id = parent.id) a ON true;

-- budget officer: { projects { groups(by: [OFFICE, ENDS_ON_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r5.name
    FROM offices r5
    WHERE r5.id = r3.office_id AND (r5.published OR r5.code = ANY($1))), (date_trunc('month', r0.ends_on)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM projects r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    LEFT JOIN development_plans r3 ON r3.id = r0.plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r4 ON r4.id = r3.office_id
    WHERE (r3.published OR r4.code = ANY($1)))
    WHERE (r0.status NOT IN ('DRAFT', 'SUBMITTED') OR r2.code = ANY($1))
    GROUP BY r3.office_id, date_trunc('month', r0.ends_on)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r3.office_id, date_trunc('month', r0.ends_on)::date
    LIMIT 10;

-- nobody: { project(id: "UHJvamVjdDoAAAAAAAAAAAAAAAAAAAAA") { id number name plan { id fiscalYear title } owners { name position } progressReports(first: 3) { totalCount nodes { id fiscalYear quarter } } } }

SELECT r0.id, r0.number, r0.name, r1.id, r1.fiscal_year, r1.title
    FROM projects r0
    LEFT JOIN development_plans r1 ON r1.id = r0.plan_id AND r1.published
    WHERE r0.id = $1 AND r0.status NOT IN ('DRAFT', 'SUBMITTED');

SELECT r0.project_id, r0.name, r0.id, r0.position
    FROM project_owners r0
    WHERE r0.project_id IN (SELECT r1.id
    FROM projects r1
    WHERE r1.id = $1 AND r1.status NOT IN ('DRAFT', 'SUBMITTED'))
    ORDER BY r0.project_id, r0.order, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.quarter
    FROM (SELECT r2.id
    FROM projects r2
    WHERE r2.id = $1 AND r2.status NOT IN ('DRAFT', 'SUBMITTED')) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.submitted_at AS k0, r0.id AS k1
    FROM progress_reports r0
    WHERE r0.project_id = parent.id
    ORDER BY r0.submitted_at, r0.id
    LIMIT 4) page
    JOIN progress_reports r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM projects r1
    WHERE r1.id = $1 AND r1.status NOT IN ('DRAFT', 'SUBMITTED')) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM progress_reports r0
    WHERE r0.project_id = parent.id) a ON true;

-- nobody: { projects(where: { kpis: { some: { number: { eq: "1" } } } }, order: [{ number: ASC }], first: 20) { nodes { id } } }

SELECT r1.id
    FROM (WITH near AS MATERIALIZED (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM (SELECT r0.*
    FROM projects r0
    ORDER BY r0.number, r0.id
    LIMIT 1000) r0
    WHERE r0.status NOT IN ('DRAFT', 'SUBMITTED') AND EXISTS (SELECT
    FROM project_kpis r2
    WHERE r2.project_id = r0.id AND r2.number = $1)
    ORDER BY r0.number, r0.id
    LIMIT 21), enough AS (SELECT (SELECT count(*)
    FROM near) > 20 OR (SELECT count(*)
    FROM (SELECT
    FROM projects r0
    LIMIT 1000) front) < 1000 AS are) SELECT *
    FROM near
    WHERE (SELECT enough.are
    FROM enough) UNION ALL (SELECT *
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM projects r0
    WHERE r0.status NOT IN ('DRAFT', 'SUBMITTED') AND EXISTS (SELECT
    FROM project_kpis r2
    WHERE r2.project_id = r0.id AND r2.number = $1) OFFSET 0) found
    WHERE NOT (SELECT enough.are
    FROM enough)
    ORDER BY k0, k1
    LIMIT 21)) page
    JOIN projects r1 ON r1.id = page.id
    ORDER BY page.k0, page.k1;

-- nobody: { projects(where: { kpis: { some: { number: { eq: "1" } } } }, order: [{ venue: DESC }], first: 20) { nodes { id } } }

SELECT r1.id
    FROM (WITH near AS MATERIALIZED (SELECT r0.id AS id, r0.venue AS k0, r0.id AS k1
    FROM projects r0
    WHERE r0.id IN (SELECT front.id
    FROM (SELECT *
    FROM ((SELECT r0.id AS id, r0.venue AS k0, r0.id AS k1
    FROM projects r0
    WHERE r0.venue IS NOT NULL
    ORDER BY r0.venue DESC, r0.id DESC
    LIMIT 1000) UNION ALL (SELECT r0.id AS id, r0.venue AS k0, r0.id AS k1
    FROM projects r0
    WHERE r0.venue IS NULL
    ORDER BY r0.venue DESC, r0.id DESC
    LIMIT 1000)) part
    ORDER BY k0 DESC NULLS LAST, k1 DESC
    LIMIT 1000) front) AND r0.status NOT IN ('DRAFT', 'SUBMITTED') AND EXISTS (SELECT
    FROM project_kpis r2
    WHERE r2.project_id = r0.id AND r2.number = $1)
    ORDER BY k0 DESC NULLS LAST, k1 DESC
    LIMIT 21), enough AS (SELECT (SELECT count(*)
    FROM near) > 20 OR (SELECT count(*)
    FROM (SELECT
    FROM projects r0
    LIMIT 1000) front) < 1000 AS are) SELECT *
    FROM near
    WHERE (SELECT enough.are
    FROM enough) UNION ALL (SELECT *
    FROM (SELECT r0.id AS id, r0.venue AS k0, r0.id AS k1
    FROM projects r0
    WHERE r0.status NOT IN ('DRAFT', 'SUBMITTED') AND EXISTS (SELECT
    FROM project_kpis r2
    WHERE r2.project_id = r0.id AND r2.number = $1) OFFSET 0) found
    WHERE NOT (SELECT enough.are
    FROM enough)
    ORDER BY k0 DESC NULLS LAST, k1 DESC
    LIMIT 21)) page
    JOIN projects r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1 DESC;

