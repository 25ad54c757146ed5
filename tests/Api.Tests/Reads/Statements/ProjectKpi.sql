-- nobody: { kpis(where: { id: { in: ["UHJvamVjdEtwaToAAAAAAAAAAAAAAAAAAAAA"] }, number: { contains: "ครู" }, kind: { in: [QUANTITATIVE] }, targetValue: { gte: 1 }, project: { id: { eq: null } } }, order: [{ group: DESC }, { targetValue: ASC }], first: 20) { totalCount nodes { id number group project { id number name } results(first: 3) { totalCount nodes { id sequence kind } } } } }

SELECT r1.id, r1.number, r1.group, r3.id, r3.number, r3.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.group AS k0, r0.target_value AS k1, r0.id AS k2
    FROM project_kpis r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id) AND r0.id = ANY($1) AND fold_text(r0.number) LIKE fold_text($2) AND r0.kind = ANY($3) AND r0.target_value >= $4 AND NOT EXISTS (SELECT
    FROM projects r2
    WHERE r2.id = r0.project_id) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN project_kpis r1 ON r1.id = page.id
    LEFT JOIN projects r3 ON r3.id = r1.project_id AND r3.status NOT IN ('DRAFT', 'SUBMITTED')
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM project_kpis r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id) AND r0.id = ANY($1) AND fold_text(r0.number) LIKE fold_text($2) AND r0.kind = ANY($3) AND r0.target_value >= $4 AND NOT EXISTS (SELECT
    FROM projects r1
    WHERE r1.id = r0.project_id);

SELECT parent.id, r1.id, r1.sequence, r1.kind
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.sequence AS k0, r0.id AS k1
    FROM kpi_results r0
    WHERE r0.kpi_id = parent.id
    ORDER BY r0.sequence, r0.id
    LIMIT 4) page
    JOIN kpi_results r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM kpi_results r0
    WHERE r0.kpi_id = parent.id) a ON true;

-- budget officer: { kpis(where: { id: { in: ["UHJvamVjdEtwaToAAAAAAAAAAAAAAAAAAAAA"] }, number: { contains: "ครู" }, kind: { in: [QUANTITATIVE] }, targetValue: { gte: 1 }, project: { id: { eq: null } } }, order: [{ group: DESC }, { targetValue: ASC }], first: 20) { totalCount nodes { id number group project { id number name } results(first: 3) { totalCount nodes { id sequence kind } } } } }

SELECT r1.id, r1.number, r1.group, r3.id, r3.number, r3.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.group AS k0, r0.target_value AS k1, r0.id AS k2
    FROM project_kpis r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)) AND r0.id = ANY($2) AND fold_text(r0.number) LIKE fold_text($3) AND r0.kind = ANY($4) AND r0.target_value >= $5 AND NOT EXISTS (SELECT
    FROM projects r2
    WHERE r2.id = r0.project_id) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN project_kpis r1 ON r1.id = page.id
    LEFT JOIN projects r3 ON r3.id = r1.project_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN development_plans r4 ON r4.id = r3.plan_id
    JOIN offices r5 ON r5.id = r4.office_id
    WHERE (r3.status NOT IN ('DRAFT', 'SUBMITTED') OR r5.code = ANY($1)))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM project_kpis r0
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1)) AND r0.id = ANY($2) AND fold_text(r0.number) LIKE fold_text($3) AND r0.kind = ANY($4) AND r0.target_value >= $5 AND NOT EXISTS (SELECT
    FROM projects r1
    WHERE r1.id = r0.project_id);

SELECT parent.id, r1.id, r1.sequence, r1.kind
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.sequence AS k0, r0.id AS k1
    FROM kpi_results r0
    WHERE r0.kpi_id = parent.id
    ORDER BY r0.sequence, r0.id
    LIMIT 4) page
    JOIN kpi_results r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM kpi_results r0
    WHERE r0.kpi_id = parent.id) a ON true;

-- budget officer: { kpis { groups(by: [OFFICE, STATUS], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r4.name
    FROM offices r4
    WHERE r4.id = r2.office_id AND (r4.published OR r4.code = ANY($1))), (r0.status)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM project_kpis r0
    JOIN projects r1 ON r1.id = r0.project_id
    LEFT JOIN development_plans r2 ON r2.id = r1.plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r3 ON r3.id = r2.office_id
    WHERE (r2.published OR r3.code = ANY($1)))
    WHERE NOT EXISTS (SELECT
    FROM projects d
    JOIN development_plans dp ON dp.id = d.plan_id
    JOIN offices o ON o.id = dp.office_id
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED') AND o.code <> ALL($1)) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id AND d.office_code <> ALL($1))
    GROUP BY r2.office_id, r0.status
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r2.office_id, array_position('{NOT_REPORTED,ACHIEVED,ON_TRACK,OFF_TRACK}'::text[], r0.status)
    LIMIT 10;

-- nobody: { kpi(id: "UHJvamVjdEtwaToAAAAAAAAAAAAAAAAAAAAA") { id number group project { id number name } results(first: 3) { totalCount nodes { id sequence kind } } } }

SELECT r0.id, r0.number, r0.group, r1.id, r1.number, r1.name
    FROM project_kpis r0
    LEFT JOIN projects r1 ON r1.id = r0.project_id AND r1.status NOT IN ('DRAFT', 'SUBMITTED')
    WHERE r0.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r0.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r0.project_id);

SELECT parent.id, r1.id, r1.sequence, r1.kind
    FROM (SELECT r2.id
    FROM project_kpis r2
    WHERE r2.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r2.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r2.project_id)) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.sequence AS k0, r0.id AS k1
    FROM kpi_results r0
    WHERE r0.kpi_id = parent.id
    ORDER BY r0.sequence, r0.id
    LIMIT 4) page
    JOIN kpi_results r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM project_kpis r1
    WHERE r1.id = $1 AND NOT EXISTS (SELECT
    FROM projects d
    WHERE d.id = r1.project_id AND d.status IN ('DRAFT', 'SUBMITTED')) AND NOT EXISTS (SELECT
    FROM removed_drafts d
    WHERE d.project_id = r1.project_id)) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM kpi_results r0
    WHERE r0.kpi_id = parent.id) a ON true;

