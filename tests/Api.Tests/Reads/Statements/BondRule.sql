-- nobody: { bondRules(where: { code: { contains: "ครู" }, leave: { in: [FULL_TIME] }, factor: { gte: 1 } }, order: [{ validFrom: DESC }, { validTo: ASC }], first: 20) { totalCount nodes { id code name  } } }

SELECT r1.id, r1.code, r1.name
    FROM (SELECT r0.id AS id, r0.valid_from AS k0, r0.valid_to AS k1, r0.id AS k2
    FROM bond_rules r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.leave = ANY($2) AND r0.factor >= $3
    ORDER BY r0.valid_from DESC NULLS LAST, r0.valid_to, r0.id
    LIMIT 21) page
    JOIN bond_rules r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM bond_rules r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.leave = ANY($2) AND r0.factor >= $3;

-- development officer: { bondRules(where: { code: { contains: "ครู" }, leave: { in: [FULL_TIME] }, factor: { gte: 1 } }, order: [{ validFrom: DESC }, { validTo: ASC }], first: 20) { totalCount nodes { id code name  } } }

SELECT r1.id, r1.code, r1.name
    FROM (SELECT r0.id AS id, r0.valid_from AS k0, r0.valid_to AS k1, r0.id AS k2
    FROM bond_rules r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.leave = ANY($2) AND r0.factor >= $3
    ORDER BY r0.valid_from DESC NULLS LAST, r0.valid_to, r0.id
    LIMIT 21) page
    JOIN bond_rules r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM bond_rules r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND r0.leave = ANY($2) AND r0.factor >= $3;

