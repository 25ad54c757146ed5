-- nobody: { satisfactionScales(where: { source: { contains: "ครู" }, bands: { all: { name: { neq: "x" } } } }, order: [{ validFrom: DESC }, { source: ASC }], first: 20) { totalCount nodes { id validFrom source bands { number name lowest } } } }

SELECT r1.id, r1.valid_from, r1.source
    FROM (SELECT r0.id AS id, r0.valid_from AS k0, r0.source AS k1, r0.id AS k2
    FROM satisfaction_scales r0
    WHERE fold_text(r0.source) LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM satisfaction_bands r2
    WHERE r2.scale_id = r0.id AND r2.name = $2)
    ORDER BY r0.valid_from DESC, r0.source, r0.id
    LIMIT 21) page
    JOIN satisfaction_scales r1 ON r1.id = page.id
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM satisfaction_scales r0
    WHERE fold_text(r0.source) LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM satisfaction_bands r1
    WHERE r1.scale_id = r0.id AND r1.name = $2);

SELECT r0.scale_id, r0.number, r0.name, r0.lowest
    FROM satisfaction_bands r0
    WHERE r0.scale_id = ANY($1)
    ORDER BY r0.scale_id, r0.number, r0.id;

-- budget officer: { satisfactionScales(where: { source: { contains: "ครู" }, bands: { all: { name: { neq: "x" } } } }, order: [{ validFrom: DESC }, { source: ASC }], first: 20) { totalCount nodes { id validFrom source bands { number name lowest } } } }

SELECT r1.id, r1.valid_from, r1.source
    FROM (SELECT r0.id AS id, r0.valid_from AS k0, r0.source AS k1, r0.id AS k2
    FROM satisfaction_scales r0
    WHERE fold_text(r0.source) LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM satisfaction_bands r2
    WHERE r2.scale_id = r0.id AND r2.name = $2)
    ORDER BY r0.valid_from DESC, r0.source, r0.id
    LIMIT 21) page
    JOIN satisfaction_scales r1 ON r1.id = page.id
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM satisfaction_scales r0
    WHERE fold_text(r0.source) LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM satisfaction_bands r1
    WHERE r1.scale_id = r0.id AND r1.name = $2);

SELECT r0.scale_id, r0.number, r0.name, r0.lowest
    FROM satisfaction_bands r0
    WHERE r0.scale_id = ANY($1)
    ORDER BY r0.scale_id, r0.number, r0.id;

