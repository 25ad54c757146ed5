-- nobody: { inductionProgrammes(where: { code: { contains: "ครู" }, steps: { all: { code: { neq: "x" } } } }, order: [{ validFrom: DESC }, { validTo: ASC }], first: 20) { totalCount nodes { id code name steps { number code name } } } }

SELECT r1.id, r1.code, r1.name
    FROM (SELECT r0.id AS id, r0.valid_from AS k0, r0.valid_to AS k1, r0.id AS k2
    FROM induction_programmes r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM induction_programme_steps r2
    WHERE r2.programme_id = r0.id AND r2.code = $2)
    ORDER BY r0.valid_from DESC NULLS LAST, r0.valid_to, r0.id
    LIMIT 21) page
    JOIN induction_programmes r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM induction_programmes r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM induction_programme_steps r1
    WHERE r1.programme_id = r0.id AND r1.code = $2);

SELECT r0.programme_id, r0.number, r0.code, r0.name
    FROM induction_programme_steps r0
    WHERE r0.programme_id = ANY($1)
    ORDER BY r0.programme_id, r0.number, r0.id;

-- development officer: { inductionProgrammes(where: { code: { contains: "ครู" }, steps: { all: { code: { neq: "x" } } } }, order: [{ validFrom: DESC }, { validTo: ASC }], first: 20) { totalCount nodes { id code name steps { number code name } } } }

SELECT r1.id, r1.code, r1.name
    FROM (SELECT r0.id AS id, r0.valid_from AS k0, r0.valid_to AS k1, r0.id AS k2
    FROM induction_programmes r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM induction_programme_steps r2
    WHERE r2.programme_id = r0.id AND r2.code = $2)
    ORDER BY r0.valid_from DESC NULLS LAST, r0.valid_to, r0.id
    LIMIT 21) page
    JOIN induction_programmes r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM induction_programmes r0
    WHERE fold_text(r0.code) LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM induction_programme_steps r1
    WHERE r1.programme_id = r0.id AND r1.code = $2);

SELECT r0.programme_id, r0.number, r0.code, r0.name
    FROM induction_programme_steps r0
    WHERE r0.programme_id = ANY($1)
    ORDER BY r0.programme_id, r0.number, r0.id;

