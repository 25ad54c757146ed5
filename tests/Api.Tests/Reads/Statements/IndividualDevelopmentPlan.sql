-- nobody: { individualDevelopmentPlans(where: { status: { in: [DRAFT] }, fiscalYear: { gte: 1 }, person: { id: { eq: null } }, revisions: { any: true } }, order: [{ closedAt: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear status person { id title name } revisions(first: 3) { totalCount nodes { id fiscalYear number } } } } }

SELECT r1.id, r1.fiscal_year, r1.status, r4.id, r4.title, r4.name
    FROM (SELECT r0.id AS id, r0.closed_at AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM individual_development_plans r0
    WHERE false
    ORDER BY r0.closed_at DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    JOIN individual_development_plans r1 ON r1.id = page.id
    LEFT JOIN people r4 ON r4.id = r1.person_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM individual_development_plans r0
    WHERE false;

SELECT parent.id, r1.id, r1.fiscal_year, r1.number
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.number AS k1, r0.id AS k2
    FROM individual_plan_revisions r0
    WHERE false
    ORDER BY r0.fiscal_year, r0.number, r0.id
    LIMIT 4) page
    JOIN individual_plan_revisions r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1, page.k2;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM individual_plan_revisions r0
    WHERE false) a ON true;

-- development officer: { individualDevelopmentPlans(where: { status: { in: [DRAFT] }, fiscalYear: { gte: 1 }, person: { id: { eq: null } }, revisions: { any: true } }, order: [{ closedAt: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear status person { id title name } revisions(first: 3) { totalCount nodes { id fiscalYear number } } } } }

SELECT r1.id, r1.fiscal_year, r1.status, r4.id, r4.title, r4.name
    FROM (SELECT r0.id AS id, r0.closed_at AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM individual_development_plans r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.status = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM people r2
    WHERE r2.id = r0.person_id AND r2.merged_into_id IS NULL AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND EXISTS (SELECT
    FROM individual_plan_revisions r3
    WHERE r3.individual_plan_id = r0.id AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    ORDER BY r0.closed_at DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    JOIN individual_development_plans r1 ON r1.id = page.id
    LEFT JOIN people r4 ON r4.id = r1.person_id AND r4.merged_into_id IS NULL AND r4.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM individual_development_plans r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.status = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM people r1
    WHERE r1.id = r0.person_id AND r1.merged_into_id IS NULL AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND EXISTS (SELECT
    FROM individual_plan_revisions r2
    WHERE r2.individual_plan_id = r0.id AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]));

SELECT parent.id, r1.id, r1.fiscal_year, r1.number
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.number AS k1, r0.id AS k2
    FROM individual_plan_revisions r0
    WHERE r0.individual_plan_id = parent.id AND r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY r0.fiscal_year, r0.number, r0.id
    LIMIT 4) page
    JOIN individual_plan_revisions r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1, page.k2;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM individual_plan_revisions r0
    WHERE r0.individual_plan_id = parent.id AND r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) a ON true;

-- development officer: { individualDevelopmentPlans { groups(by: [OFFICE, STATUS], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (r0.status)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM individual_development_plans r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.office_id, r0.status
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, array_position('{DRAFT,SUBMITTED,RETURNED,APPROVED,CLOSED}'::text[], r0.status)
    LIMIT 10;

-- nobody: { individualDevelopmentPlan(id: "SW5kaXZpZHVhbERldmVsb3BtZW50UGxhbjoAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear status person { id title name } revisions(first: 3) { totalCount nodes { id fiscalYear number } } } }

SELECT r0.id, r0.fiscal_year, r0.status, r1.id, r1.title, r1.name
    FROM individual_development_plans r0
    LEFT JOIN people r1 ON r1.id = r0.person_id AND false
    WHERE false;

SELECT parent.id, r1.id, r1.fiscal_year, r1.number
    FROM (SELECT r2.id
    FROM individual_development_plans r2
    WHERE false) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.number AS k1, r0.id AS k2
    FROM individual_plan_revisions r0
    WHERE false
    ORDER BY r0.fiscal_year, r0.number, r0.id
    LIMIT 4) page
    JOIN individual_plan_revisions r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1, page.k2;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM individual_development_plans r1
    WHERE false) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM individual_plan_revisions r0
    WHERE false) a ON true;

