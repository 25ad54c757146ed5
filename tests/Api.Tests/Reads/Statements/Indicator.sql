-- nobody: { indicators(where: { name: { contains: "ครู" }, level: { in: [OFFICE] }, number: { gte: 1 }, strategy: { id: { eq: null } } }, order: [{ number: DESC }, { name: ASC }], first: 20) { totalCount nodes { id number name strategy { id number name } targets { fiscalYear target result } results(first: 3) { totalCount nodes { id sequence kind } } } } }

SELECT r1.id, r1.number, r1.name, r4.id, r4.number, r4.name
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.name AS k1, r0.id AS k2
    FROM indicators r0
    JOIN strategies r2 ON r2.id = r0.strategy_id
    WHERE r2.published AND r0.name_folded LIKE fold_text($1) AND r0.level = ANY($2) AND r0.number >= $3 AND NOT EXISTS (SELECT
    FROM strategies r3
    WHERE r3.id = r0.strategy_id)
    ORDER BY r0.number DESC, r0.name, r0.id
    LIMIT 21) page
    JOIN indicators r1 ON r1.id = page.id
    LEFT JOIN strategies r4 ON r4.id = r1.strategy_id AND r4.published
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM indicators r0
    JOIN strategies r1 ON r1.id = r0.strategy_id
    WHERE r1.published AND r0.name_folded LIKE fold_text($1) AND r0.level = ANY($2) AND r0.number >= $3 AND NOT EXISTS (SELECT
    FROM strategies r2
    WHERE r2.id = r0.strategy_id);

SELECT r0.indicator_id, r0.fiscal_year, r0.target, r0.result
    FROM indicator_targets r0
    WHERE r0.indicator_id = ANY($1)
    ORDER BY r0.indicator_id, r0.fiscal_year, r0.id;

SELECT parent.id, r1.id, r1.sequence, r1.kind
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.recorded_at AS k0, r0.sequence AS k1, r0.id AS k2
    FROM indicator_results r0
    WHERE r0.indicator_id = parent.id
    ORDER BY r0.recorded_at, r0.sequence, r0.id
    LIMIT 4) page
    JOIN indicator_results r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1, page.k2;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM indicator_results r0
    WHERE r0.indicator_id = parent.id) a ON true;

-- budget officer: { indicators(where: { name: { contains: "ครู" }, level: { in: [OFFICE] }, number: { gte: 1 }, strategy: { id: { eq: null } } }, order: [{ number: DESC }, { name: ASC }], first: 20) { totalCount nodes { id number name strategy { id number name } targets { fiscalYear target result } results(first: 3) { totalCount nodes { id sequence kind } } } } }

SELECT r1.id, r1.number, r1.name, r6.id, r6.number, r6.name
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.name AS k1, r0.id AS k2
    FROM indicators r0
    JOIN strategies r2 ON r2.id = r0.strategy_id
    JOIN strategic_plans r3 ON r3.id = r2.strategic_plan_id
    JOIN offices r4 ON r4.id = r3.office_id
    WHERE (r2.published OR r4.code = ANY($1)) AND r0.name_folded LIKE fold_text($2) AND r0.level = ANY($3) AND r0.number >= $4 AND NOT EXISTS (SELECT
    FROM strategies r5
    WHERE r5.id = r0.strategy_id)
    ORDER BY r0.number DESC, r0.name, r0.id
    LIMIT 21) page
    JOIN indicators r1 ON r1.id = page.id
    LEFT JOIN strategies r6 ON r6.id = r1.strategy_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN strategic_plans r7 ON r7.id = r6.strategic_plan_id
    JOIN offices r8 ON r8.id = r7.office_id
    WHERE (r6.published OR r8.code = ANY($1)))
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM indicators r0
    JOIN strategies r1 ON r1.id = r0.strategy_id
    JOIN strategic_plans r2 ON r2.id = r1.strategic_plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    WHERE (r1.published OR r3.code = ANY($1)) AND r0.name_folded LIKE fold_text($2) AND r0.level = ANY($3) AND r0.number >= $4 AND NOT EXISTS (SELECT
    FROM strategies r4
    WHERE r4.id = r0.strategy_id);

SELECT r0.indicator_id, r0.fiscal_year, r0.target, r0.result
    FROM indicator_targets r0
    WHERE r0.indicator_id = ANY($1)
    ORDER BY r0.indicator_id, r0.fiscal_year, r0.id;

SELECT parent.id, r1.id, r1.sequence, r1.kind
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.recorded_at AS k0, r0.sequence AS k1, r0.id AS k2
    FROM indicator_results r0
    WHERE r0.indicator_id = parent.id
    ORDER BY r0.recorded_at, r0.sequence, r0.id
    LIMIT 4) page
    JOIN indicator_results r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1, page.k2;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM indicator_results r0
    WHERE r0.indicator_id = parent.id) a ON true;

-- budget officer: { indicators { groups(by: [OFFICE, DIRECTION], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r6.name
    FROM offices r6
    WHERE r6.id = r4.office_id AND (r6.published OR r6.code = ANY($1))), (r0.direction)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM indicators r0
    JOIN strategies r1 ON r1.id = r0.strategy_id
    JOIN strategic_plans r2 ON r2.id = r1.strategic_plan_id
    JOIN offices r3 ON r3.id = r2.office_id
    LEFT JOIN strategic_plans r4 ON r4.id = r1.strategic_plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r5 ON r5.id = r4.office_id
    WHERE (r4.published OR r5.code = ANY($1)))
    WHERE (r1.published OR r3.code = ANY($1))
    GROUP BY r4.office_id, r0.direction
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r4.office_id, array_position('{HIGHER_IS_BETTER,LOWER_IS_BETTER}'::text[], r0.direction)
    LIMIT 10;

-- nobody: { indicator(id: "SW5kaWNhdG9yOgAAAAAAAAAAAAAAAAAAAAA") { id number name strategy { id number name } targets { fiscalYear target result } results(first: 3) { totalCount nodes { id sequence kind } } } }

SELECT r0.id, r0.number, r0.name, r2.id, r2.number, r2.name
    FROM indicators r0
    JOIN strategies r1 ON r1.id = r0.strategy_id
    LEFT JOIN strategies r2 ON r2.id = r0.strategy_id AND r2.published
    WHERE r0.id = $1 AND r1.published;

SELECT r0.indicator_id, r0.fiscal_year, r0.target, r0.result
    FROM indicator_targets r0
    WHERE r0.indicator_id IN (SELECT r1.id
    FROM indicators r1
    JOIN strategies r2 ON r2.id = r1.strategy_id
    WHERE r1.id = $1 AND r2.published)
    ORDER BY r0.indicator_id, r0.fiscal_year, r0.id;

SELECT parent.id, r1.id, r1.sequence, r1.kind
    FROM (SELECT r2.id
    FROM indicators r2
    JOIN strategies r3 ON r3.id = r2.strategy_id
    WHERE r2.id = $1 AND r3.published) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.recorded_at AS k0, r0.sequence AS k1, r0.id AS k2
    FROM indicator_results r0
    WHERE r0.indicator_id = parent.id
    ORDER BY r0.recorded_at, r0.sequence, r0.id
    LIMIT 4) page
    JOIN indicator_results r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1, page.k2;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM indicators r1
    JOIN strategies r2 ON r2.id = r1.strategy_id
    WHERE r1.id = $1 AND r2.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM indicator_results r0
    WHERE r0.indicator_id = parent.id) a ON true;

