-- nobody: { findings(where: { rule: { contains: "ครู" }, severity: { in: [ERROR] }, line: { gte: 1 }, plan: { id: { eq: null } } }, order: [{ statedValue: DESC }, { computedValue: ASC }], first: 20) { totalCount nodes { id rule severity plan { id fiscalYear title } } } }

SELECT r1.id, r1.rule, r1.severity, r4.id, r4.fiscal_year, r4.title
    FROM (SELECT r0.id AS id, r0.stated_value AS k0, r0.computed_value AS k1, r0.id AS k2
    FROM findings r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    WHERE (r2.published AND NOT r0.withheld AND (r0.project_id IS NULL OR NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id))) AND fold_text(r0.rule) LIKE fold_text($1) AND r0.severity = ANY($2) AND r0.source_line >= $3 AND NOT EXISTS (SELECT
    FROM development_plans r3
    WHERE r3.id = r0.plan_id AND r3.published)
    ORDER BY r0.stated_value DESC NULLS LAST, r0.computed_value, r0.id
    LIMIT 21) page
    JOIN findings r1 ON r1.id = page.id
    LEFT JOIN development_plans r4 ON r4.id = r1.plan_id AND r4.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM findings r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    WHERE (r1.published AND NOT r0.withheld AND (r0.project_id IS NULL OR NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id))) AND fold_text(r0.rule) LIKE fold_text($1) AND r0.severity = ANY($2) AND r0.source_line >= $3 AND NOT EXISTS (SELECT
    FROM development_plans r2
    WHERE r2.id = r0.plan_id AND r2.published);

-- budget officer: { findings(where: { rule: { contains: "ครู" }, severity: { in: [ERROR] }, line: { gte: 1 }, plan: { id: { eq: null } } }, order: [{ statedValue: DESC }, { computedValue: ASC }], first: 20) { totalCount nodes { id rule severity plan { id fiscalYear title } } } }

SELECT r1.id, r1.rule, r1.severity, r6.id, r6.fiscal_year, r6.title
    FROM (SELECT r0.id AS id, r0.stated_value AS k0, r0.computed_value AS k1, r0.id AS k2
    FROM findings r0
    JOIN development_plans r2 ON r2.id = r0.plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    WHERE (r2.published AND NOT r0.withheld OR r3.code = ANY($1)) AND (r0.project_id IS NULL OR NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1))) AND (fold_text(r0.rule) LIKE fold_text($2) AND r0.severity = ANY($3) AND r0.source_line >= $4 AND (NOT EXISTS (SELECT
    FROM development_plans r4
    JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.id = r0.plan_id AND (r4.published OR r5.code = ANY($1)))))
    ORDER BY r0.stated_value DESC NULLS LAST, r0.computed_value, r0.id
    LIMIT 21) page
    JOIN findings r1 ON r1.id = page.id
    LEFT JOIN development_plans r6 ON r6.id = r1.plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r7 ON r7.id = r6.office_id
    WHERE (r6.published OR r7.code = ANY($1)))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM findings r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    WHERE (r1.published AND NOT r0.withheld OR r2.code = ANY($1)) AND (r0.project_id IS NULL OR NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1))) AND (fold_text(r0.rule) LIKE fold_text($2) AND r0.severity = ANY($3) AND r0.source_line >= $4 AND (NOT EXISTS (SELECT
    FROM development_plans r3
    JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.id = r0.plan_id AND (r3.published OR r4.code = ANY($1)))));

-- budget officer: { findings { groups(by: [OFFICE, STATUS], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r5.name
    FROM offices r5
    WHERE r5.id = r3.office_id AND (r5.published OR r5.code = ANY($1))), (r0.status)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM findings r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    JOIN offices r2 ON r2.id = r1.office_id
    LEFT JOIN development_plans r3 ON r3.id = r0.plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r4 ON r4.id = r3.office_id
    WHERE (r3.published OR r4.code = ANY($1)))
    WHERE (r1.published AND NOT r0.withheld OR r2.code = ANY($1)) AND (r0.project_id IS NULL OR NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)))
    GROUP BY r3.office_id, r0.status
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r3.office_id, array_position('{OPEN,ACCEPTED,RESOLVED}'::text[], r0.status)
    LIMIT 10;

-- nobody: { finding(id: "RmluZGluZzoAAAAAAAAAAAAAAAAAAAAA") { id rule severity plan { id fiscalYear title } } }

SELECT r0.id, r0.rule, r0.severity, r2.id, r2.fiscal_year, r2.title
    FROM findings r0
    JOIN development_plans r1 ON r1.id = r0.plan_id
    LEFT JOIN development_plans r2 ON r2.id = r0.plan_id AND r2.published
    WHERE r0.id = $1 AND (r1.published AND NOT r0.withheld AND (r0.project_id IS NULL OR NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id)));

