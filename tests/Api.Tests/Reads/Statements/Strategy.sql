-- nobody: { strategies(where: { name: { contains: "ครู" }, number: { gte: 1 }, strategicPlan: { id: { eq: null } }, objectives: { all: { number: { neq: "x" } } }, projects: { any: true } }, order: [{ number: DESC }, { name: ASC }], first: 20) { totalCount nodes { id number name strategicPlan { id firstFiscalYear lastFiscalYear } objectives { number text } projects(first: 3) { totalCount nodes { id number name } } } } }

SELECT r1.id, r1.number, r1.name, r5.id, r5.first_fiscal_year, r5.last_fiscal_year
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.name AS k1, r0.id AS k2
    FROM strategies r0
    WHERE r0.published AND r0.name_folded LIKE fold_text($1) AND r0.number >= $2 AND NOT EXISTS (SELECT
    FROM strategic_plans r2
    WHERE r2.id = r0.strategic_plan_id AND r2.published) AND NOT EXISTS (SELECT
    FROM strategy_texts r3
    WHERE r3.strategy_id = r0.id AND r3.number = $3) AND EXISTS (SELECT
    FROM projects r4
    WHERE r4.strategy_id = r0.id AND r4.status NOT IN ('DRAFT', 'SUBMITTED'))
    ORDER BY r0.number DESC, r0.name, r0.id
    LIMIT 21) page
    JOIN strategies r1 ON r1.id = page.id
    LEFT JOIN strategic_plans r5 ON r5.id = r1.strategic_plan_id AND r5.published
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM strategies r0
    WHERE r0.published AND r0.name_folded LIKE fold_text($1) AND r0.number >= $2 AND NOT EXISTS (SELECT
    FROM strategic_plans r1
    WHERE r1.id = r0.strategic_plan_id AND r1.published) AND NOT EXISTS (SELECT
    FROM strategy_texts r2
    WHERE r2.strategy_id = r0.id AND r2.number = $3) AND EXISTS (SELECT
    FROM projects r3
    WHERE r3.strategy_id = r0.id AND r3.status NOT IN ('DRAFT', 'SUBMITTED'));

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

SELECT r1.id, r1.number, r1.name, r10.id, r10.first_fiscal_year, r10.last_fiscal_year
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.name AS k1, r0.id AS k2
    FROM strategies r0
    JOIN strategic_plans r2 ON r2.id = r0.strategic_plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    WHERE (r0.published OR r3.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND r0.number >= $3 AND (NOT EXISTS (SELECT
    FROM strategic_plans r4
    JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.id = r0.strategic_plan_id AND (r4.published OR r5.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM strategy_texts r6
    WHERE r6.strategy_id = r0.id AND r6.number = $4) AND (EXISTS (SELECT
    FROM projects r7
    JOIN development_plans r8 ON r8.id = r7.plan_id
    JOIN offices r9 ON r9.id = r8.office_id
    WHERE r7.strategy_id = r0.id AND (r7.status NOT IN ('DRAFT', 'SUBMITTED') OR r9.code = ANY($1)))))
    ORDER BY r0.number DESC, r0.name, r0.id
    LIMIT 21) page
    JOIN strategies r1 ON r1.id = page.id
    LEFT JOIN strategic_plans r10 ON r10.id = r1.strategic_plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r11 ON r11.id = r10.office_id
    WHERE (r10.published OR r11.code = ANY($1)))
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM strategies r0
    JOIN strategic_plans r1 ON r1.id = r0.strategic_plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    WHERE (r0.published OR r2.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND r0.number >= $3 AND (NOT EXISTS (SELECT
    FROM strategic_plans r3
    JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.id = r0.strategic_plan_id AND (r3.published OR r4.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM strategy_texts r5
    WHERE r5.strategy_id = r0.id AND r5.number = $4) AND (EXISTS (SELECT
    FROM projects r6
    JOIN development_plans r7 ON r7.id = r6.plan_id
    JOIN offices r8 ON r8.id = r7.office_id
    WHERE r6.strategy_id = r0.id AND (r6.status NOT IN ('DRAFT', 'SUBMITTED') OR r8.code = ANY($1)))));

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

SELECT nullif(concat_ws(' · ', (SELECT r5.name
    FROM offices r5
    WHERE r5.id = r3.office_id AND (r5.published OR r5.code = ANY($1))), (r0.name)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM strategies r0
    JOIN strategic_plans r1 ON r1.id = r0.strategic_plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    LEFT JOIN strategic_plans r3 ON r3.id = r0.strategic_plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r4 ON r4.id = r3.office_id
    WHERE (r3.published OR r4.code = ANY($1)))
    WHERE (r0.published OR r2.code = ANY($1))
    GROUP BY r3.office_id, r0.name
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r3.office_id, r0.name
    LIMIT 10;

-- nobody: { strategy(id: "U3RyYXRlZ3k6AAAAAAAAAAAAAAAAAAAAAA") { id number name strategicPlan { id firstFiscalYear lastFiscalYear } objectives { number text } projects(first: 3) { totalCount nodes { id number name } } } }

SELECT r0.id, r0.number, r0.name, r1.id, r1.first_fiscal_year, r1.last_fiscal_year
    FROM strategies r0
    LEFT JOIN strategic_plans r1 ON r1.id = r0.strategic_plan_id AND r1.published
    WHERE r0.id = $1 AND r0.published;

SELECT r0.strategy_id, coalesce(r0.number, ''), r0.text
    FROM strategy_texts r0
    WHERE r0.strategy_id IN (SELECT r1.id
    FROM strategies r1
    WHERE r1.id = $1 AND r1.published)
    ORDER BY r0.strategy_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.number, r1.name
    FROM (SELECT r2.id
    FROM strategies r2
    WHERE r2.id = $1 AND r2.published) AS parent(id)
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
    WHERE r1.id = $1 AND r1.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM projects r0
    WHERE r0.strategy_id = parent.id AND r0.status NOT IN ('DRAFT', 'SUBMITTED')) a ON true;

