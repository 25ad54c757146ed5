-- nobody: { strategicPlans(where: { firstFiscalYear: { gte: 1 }, office: { id: { eq: null } }, missions: { all: { number: { neq: "x" } } } }, order: [{ firstFiscalYear: DESC }, { lastFiscalYear: ASC }], first: 20) { totalCount nodes { id firstFiscalYear lastFiscalYear office { id code name } missions { number text } } } }

SELECT r1.id, r1.first_fiscal_year, r1.last_fiscal_year, r4.id, r4.code, r4.name
    FROM (SELECT r0.id AS id, r0.first_fiscal_year AS k0, r0.last_fiscal_year AS k1, r0.id AS k2
    FROM strategic_plans r0
    WHERE r0.published AND r0.first_fiscal_year >= $1 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published) AND NOT EXISTS (SELECT
    FROM strategic_plan_texts r3
    WHERE r3.strategic_plan_id = r0.id AND r3.kind = 'MISSION' AND r3.number = $2)
    ORDER BY r0.first_fiscal_year DESC, r0.last_fiscal_year, r0.id
    LIMIT 21) page
    JOIN strategic_plans r1 ON r1.id = page.id
    LEFT JOIN offices r4 ON r4.id = r1.office_id AND r4.published
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM strategic_plans r0
    WHERE r0.published AND r0.first_fiscal_year >= $1 AND NOT EXISTS (SELECT
    FROM offices r1
    WHERE r1.id = r0.office_id AND r1.published) AND NOT EXISTS (SELECT
    FROM strategic_plan_texts r2
    WHERE r2.strategic_plan_id = r0.id AND r2.kind = 'MISSION' AND r2.number = $2);

SELECT r0.strategic_plan_id, coalesce(r0.number, ''), r0.text
    FROM strategic_plan_texts r0
    WHERE r0.strategic_plan_id = ANY($1) AND r0.kind = 'MISSION'
    ORDER BY r0.strategic_plan_id, r0.position, r0.id;

-- budget officer: { strategicPlans(where: { firstFiscalYear: { gte: 1 }, office: { id: { eq: null } }, missions: { all: { number: { neq: "x" } } } }, order: [{ firstFiscalYear: DESC }, { lastFiscalYear: ASC }], first: 20) { totalCount nodes { id firstFiscalYear lastFiscalYear office { id code name } missions { number text } } } }

SELECT r1.id, r1.first_fiscal_year, r1.last_fiscal_year, r5.id, r5.code, r5.name
    FROM (SELECT r0.id AS id, r0.first_fiscal_year AS k0, r0.last_fiscal_year AS k1, r0.id AS k2
    FROM strategic_plans r0
    JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r0.published OR r2.code = ANY($1)) AND (r0.first_fiscal_year >= $2 AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM strategic_plan_texts r4
    WHERE r4.strategic_plan_id = r0.id AND r4.kind = 'MISSION' AND r4.number = $3))
    ORDER BY r0.first_fiscal_year DESC, r0.last_fiscal_year, r0.id
    LIMIT 21) page
    JOIN strategic_plans r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id AND (r5.published OR r5.code = ANY($1))
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM strategic_plans r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.published OR r1.code = ANY($1)) AND (r0.first_fiscal_year >= $2 AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))) AND NOT EXISTS (SELECT
    FROM strategic_plan_texts r3
    WHERE r3.strategic_plan_id = r0.id AND r3.kind = 'MISSION' AND r3.number = $3));

SELECT r0.strategic_plan_id, coalesce(r0.number, ''), r0.text
    FROM strategic_plan_texts r0
    WHERE r0.strategic_plan_id = ANY($1) AND r0.kind = 'MISSION'
    ORDER BY r0.strategic_plan_id, r0.position, r0.id;

-- budget officer: { strategicPlans { groups(by: [OFFICE, FIRST_FISCAL_YEAR], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), (r0.first_fiscal_year)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM strategic_plans r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.published OR r1.code = ANY($1))
    GROUP BY r0.office_id, r0.first_fiscal_year
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.first_fiscal_year
    LIMIT 10;

-- nobody: { strategicPlan(id: "U3RyYXRlZ2ljUGxhbjoAAAAAAAAAAAAAAAAAAAAA") { id firstFiscalYear lastFiscalYear office { id code name } missions { number text } } }

SELECT r0.id, r0.first_fiscal_year, r0.last_fiscal_year, r1.id, r1.code, r1.name
    FROM strategic_plans r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id AND r1.published
    WHERE r0.id = $1 AND r0.published;

SELECT r0.strategic_plan_id, coalesce(r0.number, ''), r0.text
    FROM strategic_plan_texts r0
    WHERE r0.strategic_plan_id IN (SELECT r1.id
    FROM strategic_plans r1
    WHERE r1.id = $1 AND r1.published) AND r0.kind = 'MISSION'
    ORDER BY r0.strategic_plan_id, r0.position, r0.id;

