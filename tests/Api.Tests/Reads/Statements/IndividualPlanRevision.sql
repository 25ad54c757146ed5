-- nobody: { individualPlanRevisions(where: { returnReason: { contains: "ครู" }, fiscalYear: { gte: 1 }, plan: { id: { eq: null } }, assessments: { all: { note: { neq: "x" } } } }, order: [{ submittedAt: DESC }, { returnedAt: ASC }], first: 20) { totalCount nodes { id fiscalYear number plan { id fiscalYear status } assessments { level note } } } }

SELECT r1.id, r1.fiscal_year, r1.number, r4.id, r4.fiscal_year, r4.status
    FROM (SELECT r0.id AS id, r0.submitted_at AS k0, r0.returned_at AS k1, r0.id AS k2
    FROM individual_plan_revisions r0
    WHERE false
    ORDER BY r0.submitted_at DESC NULLS LAST, r0.returned_at, r0.id
    LIMIT 21) page
    JOIN individual_plan_revisions r1 ON r1.id = page.id
    LEFT JOIN individual_development_plans r4 ON r4.id = r1.individual_plan_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM individual_plan_revisions r0
    WHERE false;

SELECT r0.revision_id, r0.level, r0.id, r0.note
    FROM competency_assessments r0
    JOIN competencies r1 ON r1.id = r0.competency_id
    WHERE r0.revision_id = ANY($1)
    ORDER BY r0.revision_id, r1.code, r0.id;

-- development officer: { individualPlanRevisions(where: { returnReason: { contains: "ครู" }, fiscalYear: { gte: 1 }, plan: { id: { eq: null } }, assessments: { all: { note: { neq: "x" } } } }, order: [{ submittedAt: DESC }, { returnedAt: ASC }], first: 20) { totalCount nodes { id fiscalYear number plan { id fiscalYear status } assessments { level note } } } }

SELECT r1.id, r1.fiscal_year, r1.number, r4.id, r4.fiscal_year, r4.status
    FROM (SELECT r0.id AS id, r0.submitted_at AS k0, r0.returned_at AS k1, r0.id AS k2
    FROM individual_plan_revisions r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.return_reason) LIKE fold_text($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM individual_development_plans r2
    WHERE r2.id = r0.individual_plan_id AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND NOT EXISTS (SELECT
    FROM competency_assessments r3
    WHERE r3.revision_id = r0.id AND r3.note = $4)
    ORDER BY r0.submitted_at DESC NULLS LAST, r0.returned_at, r0.id
    LIMIT 21) page
    JOIN individual_plan_revisions r1 ON r1.id = page.id
    LEFT JOIN individual_development_plans r4 ON r4.id = r1.individual_plan_id AND r4.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM individual_plan_revisions r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.return_reason) LIKE fold_text($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM individual_development_plans r1
    WHERE r1.id = r0.individual_plan_id AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND NOT EXISTS (SELECT
    FROM competency_assessments r2
    WHERE r2.revision_id = r0.id AND r2.note = $4);

SELECT r0.revision_id, r0.level, r0.id, r0.note
    FROM competency_assessments r0
    JOIN competencies r1 ON r1.id = r0.competency_id
    WHERE r0.revision_id = ANY($1)
    ORDER BY r0.revision_id, r1.code, r0.id;

-- development officer: { individualPlanRevisions { groups(by: [OFFICE, IN_FORCE], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (r0.in_force)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM individual_plan_revisions r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.office_id, r0.in_force
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.in_force
    LIMIT 10;

-- nobody: { individualPlanRevision(id: "SW5kaXZpZHVhbFBsYW5SZXZpc2lvbjoAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear number plan { id fiscalYear status } assessments { level note } } }

SELECT r0.id, r0.fiscal_year, r0.number, r1.id, r1.fiscal_year, r1.status
    FROM individual_plan_revisions r0
    LEFT JOIN individual_development_plans r1 ON r1.id = r0.individual_plan_id AND false
    WHERE false;

SELECT r0.revision_id, r0.level, r0.id, r0.note
    FROM competency_assessments r0
    JOIN competencies r2 ON r2.id = r0.competency_id
    WHERE r0.revision_id IN (SELECT r1.id
    FROM individual_plan_revisions r1
    WHERE false)
    ORDER BY r0.revision_id, r2.code, r0.id;

