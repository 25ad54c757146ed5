-- nobody: { individualPlanItems(where: { goal: { contains: "ครู" }, fiscalYear: { gte: 1 }, revision: { id: { eq: null } } }, order: [{ benefit: DESC }, { support: ASC }], first: 20) { totalCount nodes { id fiscalYear priority revision { id fiscalYear number } } } }

SELECT r1.id, r1.fiscal_year, r1.priority, r3.id, r3.fiscal_year, r3.number
    FROM (SELECT r0.id AS id, r0.benefit AS k0, r0.support AS k1, r0.id AS k2
    FROM individual_plan_items r0
    WHERE false
    ORDER BY r0.benefit DESC NULLS LAST, r0.support, r0.id
    LIMIT 21) page
    JOIN individual_plan_items r1 ON r1.id = page.id
    LEFT JOIN individual_plan_revisions r3 ON r3.id = r1.revision_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM individual_plan_items r0
    WHERE false;

-- development officer: { individualPlanItems(where: { goal: { contains: "ครู" }, fiscalYear: { gte: 1 }, revision: { id: { eq: null } } }, order: [{ benefit: DESC }, { support: ASC }], first: 20) { totalCount nodes { id fiscalYear priority revision { id fiscalYear number } } } }

SELECT r1.id, r1.fiscal_year, r1.priority, r3.id, r3.fiscal_year, r3.number
    FROM (SELECT r0.id AS id, r0.benefit AS k0, r0.support AS k1, r0.id AS k2
    FROM individual_plan_items r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.goal) LIKE fold_text($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM individual_plan_revisions r2
    WHERE r2.id = r0.revision_id AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    ORDER BY r0.benefit DESC NULLS LAST, r0.support, r0.id
    LIMIT 21) page
    JOIN individual_plan_items r1 ON r1.id = page.id
    LEFT JOIN individual_plan_revisions r3 ON r3.id = r1.revision_id AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM individual_plan_items r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.goal) LIKE fold_text($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM individual_plan_revisions r1
    WHERE r1.id = r0.revision_id AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]));

-- development officer: { individualPlanItems { groups(by: [OFFICE, IN_FORCE], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), (r1.in_force)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM individual_plan_items r0
    LEFT JOIN individual_plan_revisions r1 ON r1.id = r0.revision_id AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.office_id, r1.in_force
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r1.in_force
    LIMIT 10;

-- nobody: { individualPlanItem(id: "SW5kaXZpZHVhbFBsYW5JdGVtOgAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear priority revision { id fiscalYear number } } }

SELECT r0.id, r0.fiscal_year, r0.priority, r1.id, r1.fiscal_year, r1.number
    FROM individual_plan_items r0
    LEFT JOIN individual_plan_revisions r1 ON r1.id = r0.revision_id AND false
    WHERE false;

