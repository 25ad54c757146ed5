-- nobody: { datasets(where: { code: { contains: "ครู" }, fiscalYear: { gte: 1 }, office: { id: { eq: null } }, observations: { all: { text: { neq: "x" } } } }, order: [{ asOf: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear code office { id code name } observations { value text total } } } }

SELECT r1.id, r1.fiscal_year, r1.code, r5.id, r5.code, r5.name
    FROM (SELECT r0.id AS id, r0.as_of AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM datasets r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    WHERE r2.published AND fold_text(r0.code) LIKE fold_text($1) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND r3.published) AND NOT EXISTS (SELECT
    FROM observations r4
    WHERE r4.dataset_id = r0.id AND NOT r4.withheld AND r4.text = $3)
    ORDER BY r0.as_of DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    JOIN datasets r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id AND r5.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM datasets r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    WHERE r1.published AND fold_text(r0.code) LIKE fold_text($1) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published) AND NOT EXISTS (SELECT
    FROM observations r3
    WHERE r3.dataset_id = r0.id AND NOT r3.withheld AND r3.text = $3);

SELECT r0.dataset_id, r0.value, r0.id, r0.withheld, r0.text, r0.total
    FROM observations r0
    WHERE r0.dataset_id = ANY($1) AND NOT r0.withheld
    ORDER BY r0.dataset_id, r0.position, r0.id;

-- budget officer: { datasets(where: { code: { contains: "ครู" }, fiscalYear: { gte: 1 }, office: { id: { eq: null } }, observations: { all: { text: { neq: "x" } } } }, order: [{ asOf: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear code office { id code name } observations { value text total } } } }

SELECT r1.id, r1.fiscal_year, r1.code, r8.id, r8.code, r8.name
    FROM (SELECT r0.id AS id, r0.as_of AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM datasets r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    WHERE (r2.published OR r3.code = ANY($1)) AND (fold_text(r0.code) LIKE fold_text($2) AND r0.fiscal_year >= $3 AND (NOT EXISTS (SELECT
    FROM offices r4
    WHERE r4.id = r0.office_id AND (r4.published OR r4.code = ANY($1)))) AND (NOT EXISTS (SELECT
    FROM observations r5
    LEFT JOIN datasets r6 ON r6.id = r5.dataset_id
    LEFT JOIN offices r7 ON r7.id = r6.office_id
    WHERE r5.dataset_id = r0.id AND (NOT r5.withheld OR r7.code = ANY($1)) AND r5.text = $4)))
    ORDER BY r0.as_of DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    JOIN datasets r1 ON r1.id = page.id
    LEFT JOIN offices r8 ON r8.id = r1.office_id AND (r8.published OR r8.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM datasets r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    WHERE (r1.published OR r2.code = ANY($1)) AND (fold_text(r0.code) LIKE fold_text($2) AND r0.fiscal_year >= $3 AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1)))) AND (NOT EXISTS (SELECT
    FROM observations r4
    LEFT JOIN datasets r5 ON r5.id = r4.dataset_id
    LEFT JOIN offices r6 ON r6.id = r5.office_id
    WHERE r4.dataset_id = r0.id AND (NOT r4.withheld OR r6.code = ANY($1)) AND r4.text = $4)));

SELECT r0.dataset_id, r0.value, r0.id, r0.withheld, r0.text, r0.total
    FROM observations r0
    LEFT JOIN datasets r1 ON r1.id = r0.dataset_id
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r0.dataset_id = ANY($1) AND (NOT r0.withheld OR r2.code = ANY($2))
    ORDER BY r0.dataset_id, r0.position, r0.id;

-- budget officer: { datasets { groups(by: [OFFICE, PERSONAL_DATA], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r3.name
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1))), (r0.personal_data)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM datasets r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    WHERE (r1.published OR r2.code = ANY($1))
    GROUP BY r0.office_id, r0.personal_data
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.personal_data
    LIMIT 10;

-- nobody: { dataset(id: "RGF0YXNldDoAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear code office { id code name } observations { value text total } } }

SELECT r0.id, r0.fiscal_year, r0.code, r2.id, r2.code, r2.name
    FROM datasets r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id AND r2.published
    WHERE r0.id = $1 AND r1.published;

SELECT r0.dataset_id, r0.value, r0.id, r0.withheld, r0.text, r0.total
    FROM observations r0
    WHERE r0.dataset_id IN (SELECT r1.id
    FROM datasets r1
    JOIN development_plans r2 ON r2.id = r1.plan_id
    WHERE r1.id = $1 AND r2.published) AND NOT r0.withheld
    ORDER BY r0.dataset_id, r0.position, r0.id;

