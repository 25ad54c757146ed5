-- nobody: { strategies(where: { name: { contains: "ครู" }, number: { gte: 1 }, strategicPlan: { id: { eq: null } }, objectives: { all: { number: { neq: "x" } } }, projects: { any: true } }, order: [{ number: DESC }, { name: ASC }], first: 20) { totalCount nodes { id number name strategicPlan { id firstFiscalYear lastFiscalYear } objectives { number text } projects(first: 3) { totalCount nodes { id number name } } } } }

SELECT r1.id, r1.number, r1.name, r6.id, r6.first_fiscal_year, r6.last_fiscal_year
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.name AS k1, r0.id AS k2
    FROM strategies r0
    JOIN strategic_plans r2 ON r2.id = r0.strategic_plan_id
    WHERE r2.published AND r0.name_folded LIKE fold_text($1) AND r0.number >= $2 AND NOT EXISTS (SELECT
    FROM strategic_plans r3
    WHERE r3.id = r0.strategic_plan_id) AND NOT EXISTS (SELECT
    FROM strategy_texts r4
    WHERE r4.strategy_id = r0.id AND r4.number = $3) AND EXISTS (SELECT
    FROM projects r5
    WHERE r5.strategy_id = r0.id AND r5.status NOT IN ('DRAFT', 'SUBMITTED'))
    ORDER BY r0.number DESC, r0.name, r0.id
    LIMIT 21) page
    JOIN strategies r1 ON r1.id = page.id
    LEFT JOIN strategic_plans r6 ON r6.id = r1.strategic_plan_id AND r6.published
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM strategies r0
    JOIN strategic_plans r1 ON r1.id = r0.strategic_plan_id
    WHERE r1.published AND r0.name_folded LIKE fold_text($1) AND r0.number >= $2 AND NOT EXISTS (SELECT
    FROM strategic_plans r2
    WHERE r2.id = r0.strategic_plan_id) AND NOT EXISTS (SELECT
    FROM strategy_texts r3
    WHERE r3.strategy_id = r0.id AND r3.number = $3) AND EXISTS (SELECT
    FROM projects r4
    WHERE r4.strategy_id = r0.id AND r4.status NOT IN ('DRAFT', 'SUBMITTED'));

SELECT r0.strategy_id, coalesce(r0.number, ''), r0.text
    FROM strategy_texts r0
    WHERE r0.strategy_id = ANY($1)
    ORDER BY r0.strategy_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.number, r1.name
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM projects r0
    WHERE r0.strategy_id = parent.id AND r0.status NOT IN ('DRAFT', 'SUBMITTED')
    ORDER BY r0.number, r0.id
    LIMIT 4) page
    JOIN projects r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM projects r0
    WHERE r0.strategy_id = parent.id AND r0.status NOT IN ('DRAFT', 'SUBMITTED')) a ON true;

-- budget officer: { strategies(where: { name: { contains: "ครู" }, number: { gte: 1 }, strategicPlan: { id: { eq: null } }, objectives: { all: { number: { neq: "x" } } }, projects: { any: true } }, order: [{ number: DESC }, { name: ASC }], first: 20) { totalCount nodes { id number name strategicPlan { id firstFiscalYear lastFiscalYear } objectives { number text } projects(first: 3) { totalCount nodes { id number name } } } } }

SELECT r1.id, r1.number, r1.name, r9.id, r9.first_fiscal_year, r9.last_fiscal_year
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.name AS k1, r0.id AS k2
    FROM strategies r0
    JOIN strategic_plans r2 ON r2.id = r0.strategic_plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    WHERE (r2.published OR r3.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND r0.number >= $3 AND NOT EXISTS (SELECT
    FROM strategic_plans r4
    WHERE r4.id = r0.strategic_plan_id) AND NOT EXISTS (SELECT
    FROM strategy_texts r5
    WHERE r5.strategy_id = r0.id AND r5.number = $4) AND (EXISTS (SELECT
    FROM projects r6
    JOIN development_plans r7 ON r7.id = r6.plan_id
    JOIN offices r8 ON r8.id = r7.office_id
    WHERE r6.strategy_id = r0.id AND (r6.status NOT IN ('DRAFT', 'SUBMITTED') OR r8.code = ANY($1)))))
    ORDER BY r0.number DESC, r0.name, r0.id
    LIMIT 21) page
    JOIN strategies r1 ON r1.id = page.id
    LEFT JOIN strategic_plans r9 ON r9.id = r1.strategic_plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r10 ON r10.id = r9.office_id
    WHERE (r9.published OR r10.code = ANY($1)))
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM strategies r0
    JOIN strategic_plans r1 ON r1.id = r0.strategic_plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    WHERE (r1.published OR r2.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND r0.number >= $3 AND NOT EXISTS (SELECT
    FROM strategic_plans r3
    WHERE r3.id = r0.strategic_plan_id) AND NOT EXISTS (SELECT
    FROM strategy_texts r4
    WHERE r4.strategy_id = r0.id AND r4.number = $4) AND (EXISTS (SELECT
    FROM projects r5
    JOIN development_plans r6 ON r6.id = r5.plan_id
    JOIN offices r7 ON r7.id = r6.office_id
    WHERE r5.strategy_id = r0.id AND (r5.status NOT IN ('DRAFT', 'SUBMITTED') OR r7.code = ANY($1)))));

SELECT r0.strategy_id, coalesce(r0.number, ''), r0.text
    FROM strategy_texts r0
    WHERE r0.strategy_id = ANY($1)
    ORDER BY r0.strategy_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.number, r1.name
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM projects r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    WHERE r0.strategy_id = parent.id AND (r0.status NOT IN ('DRAFT', 'SUBMITTED') OR r3.code = ANY($1))
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
    WHERE r0.strategy_id = parent.id AND (r0.status NOT IN ('DRAFT', 'SUBMITTED') OR r2.code = ANY($1))) a ON true;

-- budget officer: { strategies { groups(by: [OFFICE, NAME], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r3.name
    FROM offices r3
    WHERE r3.id = r1.office_id), (r0.name)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM strategies r0
    JOIN strategic_plans r1 ON r1.id = r0.strategic_plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    WHERE (r1.published OR r2.code = ANY($1))
    GROUP BY r1.office_id, r0.name
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r1.office_id, r0.name
    LIMIT 10;

-- nobody: { strategy(id: "U3RyYXRlZ3k6AAAAAAAAAAAAAAAAAAAAAA") { id number name strategicPlan { id firstFiscalYear lastFiscalYear } objectives { number text } projects(first: 3) { totalCount nodes { id number name } } } }

SELECT r0.id, r0.number, r0.name, r2.id, r2.first_fiscal_year, r2.last_fiscal_year
    FROM strategies r0
    JOIN strategic_plans r1 ON r1.id = r0.strategic_plan_id
    LEFT JOIN strategic_plans r2 ON r2.id = r0.strategic_plan_id AND r2.published
    WHERE r0.id = $1 AND r1.published;

SELECT r0.strategy_id, coalesce(r0.number, ''), r0.text
    FROM strategy_texts r0
    WHERE r0.strategy_id IN (SELECT r1.id
    FROM strategies r1
    JOIN strategic_plans r2 ON r2.id = r1.strategic_plan_id
    WHERE r1.id = $1 AND r2.published)
    ORDER BY r0.strategy_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.number, r1.name
    FROM (SELECT r2.id
    FROM strategies r2
    JOIN strategic_plans r3 ON r3.id = r2.strategic_plan_id
    WHERE r2.id = $1 AND r3.published) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM projects r0
    WHERE r0.strategy_id = parent.id AND r0.status NOT IN ('DRAFT', 'SUBMITTED')
    ORDER BY r0.number, r0.id
    LIMIT 4) page
    JOIN projects r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM strategies r1
    JOIN strategic_plans r2 ON r2.id = r1.strategic_plan_id
    WHERE r1.id = $1 AND r2.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM projects r0
    WHERE r0.strategy_id = parent.id AND r0.status NOT IN ('DRAFT', 'SUBMITTED')) a ON true;

