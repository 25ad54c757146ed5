-- nobody: { indicatorTargets(where: { direction: { in: [HIGHER_IS_BETTER] }, fiscalYear: { gte: 1 }, indicator: { id: { eq: null } } }, order: [{ result: DESC }, { numerator: ASC }], first: 20) { totalCount nodes { fiscalYear target result current { id sequence kind } results(first: 3) { totalCount nodes { id sequence kind } } } } }

SELECT r1.fiscal_year, r1.target, r1.result, r5.id, r5.sequence, r5.kind, r1.id
    FROM (SELECT r0.id AS id, r0.result AS k0, r0.numerator AS k1, r0.id AS k2
    FROM indicator_targets r0
    LEFT JOIN indicators r2 ON r2.id = r0.indicator_id
    LEFT JOIN strategies r3 ON r3.id = r2.strategy_id
    WHERE r3.published AND r0.direction = ANY($1) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM indicators r4
    WHERE r4.id = r0.indicator_id)
    ORDER BY r0.result DESC NULLS LAST, r0.numerator, r0.id
    LIMIT 21) page
    JOIN indicator_targets r1 ON r1.id = page.id
    LEFT JOIN indicator_results r5 ON r5.id = r1.result_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM indicator_targets r0
    LEFT JOIN indicators r1 ON r1.id = r0.indicator_id
    LEFT JOIN strategies r2 ON r2.id = r1.strategy_id
    WHERE r2.published AND r0.direction = ANY($1) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM indicators r3
    WHERE r3.id = r0.indicator_id);

SELECT parent.id, r1.id, r1.sequence, r1.kind
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.recorded_at AS k0, r0.sequence AS k1, r0.id AS k2
    FROM indicator_results r0
    LEFT JOIN indicators r2 ON r2.id = r0.indicator_id
    LEFT JOIN strategies r3 ON r3.id = r2.strategy_id
    WHERE r0.target_id = parent.id AND r3.published
    ORDER BY r0.recorded_at, r0.sequence, r0.id
    LIMIT 4) page
    JOIN indicator_results r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1, page.k2;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM indicator_results r0
    LEFT JOIN indicators r1 ON r1.id = r0.indicator_id
    LEFT JOIN strategies r2 ON r2.id = r1.strategy_id
    WHERE r0.target_id = parent.id AND r2.published) a ON true;

-- budget officer: { indicatorTargets(where: { direction: { in: [HIGHER_IS_BETTER] }, fiscalYear: { gte: 1 }, indicator: { id: { eq: null } } }, order: [{ result: DESC }, { numerator: ASC }], first: 20) { totalCount nodes { fiscalYear target result current { id sequence kind } results(first: 3) { totalCount nodes { id sequence kind } } } } }

SELECT r1.fiscal_year, r1.target, r1.result, r7.id, r7.sequence, r7.kind, r1.id
    FROM (SELECT r0.id AS id, r0.result AS k0, r0.numerator AS k1, r0.id AS k2
    FROM indicator_targets r0
    LEFT JOIN indicators r2 ON r2.id = r0.indicator_id
    LEFT JOIN strategies r3 ON r3.id = r2.strategy_id
    LEFT JOIN strategic_plans r4 ON r4.id = r3.strategic_plan_id
    LEFT JOIN offices r5 ON r5.id = r4.office_id
    WHERE (r3.published OR r5.code = ANY($1)) AND r0.direction = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM indicators r6
    WHERE r6.id = r0.indicator_id)
    ORDER BY r0.result DESC NULLS LAST, r0.numerator, r0.id
    LIMIT 21) page
    JOIN indicator_targets r1 ON r1.id = page.id
    LEFT JOIN indicator_results r7 ON r7.id = r1.result_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM indicator_targets r0
    LEFT JOIN indicators r1 ON r1.id = r0.indicator_id
    LEFT JOIN strategies r2 ON r2.id = r1.strategy_id
    LEFT JOIN strategic_plans r3 ON r3.id = r2.strategic_plan_id
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE (r2.published OR r4.code = ANY($1)) AND r0.direction = ANY($2) AND r0.fiscal_year >= $3 AND NOT EXISTS (SELECT
    FROM indicators r5
    WHERE r5.id = r0.indicator_id);

SELECT parent.id, r1.id, r1.sequence, r1.kind
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.recorded_at AS k0, r0.sequence AS k1, r0.id AS k2
    FROM indicator_results r0
    LEFT JOIN indicators r2 ON r2.id = r0.indicator_id
    LEFT JOIN strategies r3 ON r3.id = r2.strategy_id
    LEFT JOIN strategic_plans r4 ON r4.id = r3.strategic_plan_id
    LEFT JOIN offices r5 ON r5.id = r4.office_id
    WHERE r0.target_id = parent.id AND (r3.published OR r5.code = ANY($1))
    ORDER BY r0.recorded_at, r0.sequence, r0.id
    LIMIT 4) page
    JOIN indicator_results r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1, page.k2;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM indicator_results r0
    LEFT JOIN indicators r1 ON r1.id = r0.indicator_id
    LEFT JOIN strategies r2 ON r2.id = r1.strategy_id
    LEFT JOIN strategic_plans r3 ON r3.id = r2.strategic_plan_id
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r0.target_id = parent.id AND (r2.published OR r4.code = ANY($1))) a ON true;

-- budget officer: { indicatorTargets { groups(by: [OFFICE, STATUS], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r7.name
    FROM offices r7
    WHERE r7.id = r5.office_id AND (r7.published OR r7.code = ANY($1))), (CASE WHEN r0.result IS NULL THEN 'NOT_REPORTED' WHEN r0.target IS NULL THEN NULL WHEN r0.direction = 'LOWER_IS_BETTER' THEN CASE WHEN r0.result <= r0.target THEN 'ACHIEVED' WHEN r0.target > 0 AND r0.target * 100 >= r0.result * 80 THEN 'ON_TRACK' ELSE 'OFF_TRACK' END WHEN r0.result >= r0.target THEN 'ACHIEVED' WHEN r0.target > 0 AND r0.result * 100 >= r0.target * 80 THEN 'ON_TRACK' ELSE 'OFF_TRACK' END)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM indicator_targets r0
    LEFT JOIN indicators r1 ON r1.id = r0.indicator_id
    LEFT JOIN strategies r2 ON r2.id = r1.strategy_id
    LEFT JOIN strategic_plans r3 ON r3.id = r2.strategic_plan_id
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    LEFT JOIN strategic_plans r5 ON r5.id = r2.strategic_plan_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    JOIN offices r6 ON r6.id = r5.office_id
    WHERE (r5.published OR r6.code = ANY($1)))
    WHERE (r2.published OR r4.code = ANY($1))
    GROUP BY r5.office_id, CASE WHEN r0.result IS NULL THEN 'NOT_REPORTED' WHEN r0.target IS NULL THEN NULL WHEN r0.direction = 'LOWER_IS_BETTER' THEN CASE WHEN r0.result <= r0.target THEN 'ACHIEVED' WHEN r0.target > 0 AND r0.target * 100 >= r0.result * 80 THEN 'ON_TRACK' ELSE 'OFF_TRACK' END WHEN r0.result >= r0.target THEN 'ACHIEVED' WHEN r0.target > 0 AND r0.result * 100 >= r0.target * 80 THEN 'ON_TRACK' ELSE 'OFF_TRACK' END
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r5.office_id, array_position('{NOT_REPORTED,ACHIEVED,ON_TRACK,OFF_TRACK}'::text[], CASE WHEN r0.result IS NULL THEN 'NOT_REPORTED' WHEN r0.target IS NULL THEN NULL WHEN r0.direction = 'LOWER_IS_BETTER' THEN CASE WHEN r0.result <= r0.target THEN 'ACHIEVED' WHEN r0.target > 0 AND r0.target * 100 >= r0.result * 80 THEN 'ON_TRACK' ELSE 'OFF_TRACK' END WHEN r0.result >= r0.target THEN 'ACHIEVED' WHEN r0.target > 0 AND r0.result * 100 >= r0.target * 80 THEN 'ON_TRACK' ELSE 'OFF_TRACK' END)
    LIMIT 10;

