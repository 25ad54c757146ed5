-- nobody: { competencies(where: { code: { contains: "ครู" }, kind: { in: [CORE] } }, order: [{ validFrom: DESC }, { validTo: ASC }], first: 20) { totalCount nodes { id code name  } } }

SELECT r1.id, r1.code, r1.name
    FROM (SELECT r0.id AS id, r0.valid_from AS k0, r0.valid_to AS k1, r0.id AS k2
    FROM competencies r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.kind = ANY($2)
    ORDER BY r0.valid_from DESC NULLS LAST, r0.valid_to, r0.id
    LIMIT 21) page
    JOIN competencies r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM competencies r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.kind = ANY($2);

-- development officer: { competencies(where: { code: { contains: "ครู" }, kind: { in: [CORE] } }, order: [{ validFrom: DESC }, { validTo: ASC }], first: 20) { totalCount nodes { id code name  } } }

SELECT r1.id, r1.code, r1.name
    FROM (SELECT r0.id AS id, r0.valid_from AS k0, r0.valid_to AS k1, r0.id AS k2
    FROM competencies r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.kind = ANY($2)
    ORDER BY r0.valid_from DESC NULLS LAST, r0.valid_to, r0.id
    LIMIT 21) page
    JOIN competencies r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM competencies r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.kind = ANY($2);

-- development officer: { competencies { groups(by: [KIND], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT (r0.kind)::text, count(*)::int
    FROM competencies r0
    GROUP BY r0.kind
    HAVING count(*) > $1
    ORDER BY count(*) DESC NULLS LAST, array_position('{CORE,FUNCTIONAL}'::text[], r0.kind)
    LIMIT 10;

