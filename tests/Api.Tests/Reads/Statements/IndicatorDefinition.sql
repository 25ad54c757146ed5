-- nobody: { indicatorDefinition(code: "TH-43-P2") { id code name  } }

SELECT r0.id, r0.code, r0.name
    FROM indicator_definitions r0
    WHERE r0.code = $1;

-- nobody: { indicatorDefinitions(where: { code: { contains: "ครู" }, direction: { in: [HIGHER_IS_BETTER] } }, order: [{ description: DESC }, { code: ASC }], first: 20) { totalCount nodes { id code name  } } }

SELECT r1.id, r1.code, r1.name
    FROM (SELECT r0.id AS id, r0.description AS k0, r0.code AS k1, r0.id AS k2
    FROM indicator_definitions r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.direction = ANY($2)
    ORDER BY r0.description DESC NULLS LAST, r0.code, r0.id
    LIMIT 21) page
    JOIN indicator_definitions r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM indicator_definitions r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.direction = ANY($2);

-- budget officer: { indicatorDefinitions(where: { code: { contains: "ครู" }, direction: { in: [HIGHER_IS_BETTER] } }, order: [{ description: DESC }, { code: ASC }], first: 20) { totalCount nodes { id code name  } } }

SELECT r1.id, r1.code, r1.name
    FROM (SELECT r0.id AS id, r0.description AS k0, r0.code AS k1, r0.id AS k2
    FROM indicator_definitions r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.direction = ANY($2)
    ORDER BY r0.description DESC NULLS LAST, r0.code, r0.id
    LIMIT 21) page
    JOIN indicator_definitions r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM indicator_definitions r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.direction = ANY($2);

-- budget officer: { indicatorDefinitions { groups(by: [UNIT, DIRECTION], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (r0.unit)::text, (r0.direction)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM indicator_definitions r0
    GROUP BY r0.unit, r0.direction
    HAVING count(*) > $1
    ORDER BY count(*) DESC NULLS LAST, r0.unit, array_position('{HIGHER_IS_BETTER,LOWER_IS_BETTER}'::text[], r0.direction)
    LIMIT 10;

