-- nobody: { awardProgrammes(where: { id: { in: ["QXdhcmRQcm9ncmFtbWU6AAAAAAAAAAAAAAAAAAAAAA"] }, code: { contains: "ครู" }, version: { gte: 1 }, office: { id: { eq: null } }, awards: { any: true } }, order: [{ criteria: DESC }, { validFrom: ASC }], first: 20) { totalCount nodes { id code name office { id code name } awards(first: 3) { totalCount nodes { id level division } } } } }

SELECT r1.id, r1.code, r1.name, r5.id, r5.code, r5.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.criteria AS k0, r0.valid_from AS k1, r0.id AS k2
    FROM award_programmes r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r0.office_id IS NULL OR r2.published) AND r0.id = ANY($1) AND fold_text(r0.code) LIKE fold_text($2) AND r0.version >= $3 AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND r3.published) AND EXISTS (SELECT
    FROM awards r4
    WHERE false) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN award_programmes r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id AND r5.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM award_programmes r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.office_id IS NULL OR r1.published) AND r0.id = ANY($1) AND fold_text(r0.code) LIKE fold_text($2) AND r0.version >= $3 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published) AND EXISTS (SELECT
    FROM awards r3
    WHERE false);

SELECT parent.id, r1.id, r1.level, r1.division
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM awards r0
    WHERE false
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN awards r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM awards r0
    WHERE false) a ON true;

-- development officer: { awardProgrammes(where: { id: { in: ["QXdhcmRQcm9ncmFtbWU6AAAAAAAAAAAAAAAAAAAAAA"] }, code: { contains: "ครู" }, version: { gte: 1 }, office: { id: { eq: null } }, awards: { any: true } }, order: [{ criteria: DESC }, { validFrom: ASC }], first: 20) { totalCount nodes { id code name office { id code name } awards(first: 3) { totalCount nodes { id level division } } } } }

SELECT r1.id, r1.code, r1.name, r5.id, r5.code, r5.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.criteria AS k0, r0.valid_from AS k1, r0.id AS k2
    FROM award_programmes r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r0.office_id IS NULL OR (r2.published OR r2.code = ANY($1))) AND (r0.id = ANY($2) AND fold_text(r0.code) LIKE fold_text($3) AND r0.version >= $4 AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1)))) AND EXISTS (SELECT
    FROM awards r4
    WHERE r4.programme_id = r0.id AND r4.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN award_programmes r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id AND (r5.published OR r5.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM award_programmes r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.office_id IS NULL OR (r1.published OR r1.code = ANY($1))) AND (r0.id = ANY($2) AND fold_text(r0.code) LIKE fold_text($3) AND r0.version >= $4 AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))) AND EXISTS (SELECT
    FROM awards r3
    WHERE r3.programme_id = r0.id AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])));

SELECT parent.id, r1.id, r1.level, r1.division
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM awards r0
    WHERE r0.programme_id = parent.id AND r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN awards r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM awards r0
    WHERE r0.programme_id = parent.id AND r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) a ON true;

-- development officer: { awardProgrammes { groups(by: [OFFICE, GRANTOR], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), (r0.grantor)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM award_programmes r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.office_id IS NULL OR (r1.published OR r1.code = ANY($1)))
    GROUP BY r0.office_id, r0.grantor
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.grantor
    LIMIT 10;

-- nobody: { awardProgramme(id: "QXdhcmRQcm9ncmFtbWU6AAAAAAAAAAAAAAAAAAAAAA") { id code name office { id code name } awards(first: 3) { totalCount nodes { id level division } } } }

SELECT r0.id, r0.code, r0.name, r2.id, r2.code, r2.name
    FROM award_programmes r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id AND r2.published
    WHERE r0.id = $1 AND (r0.office_id IS NULL OR r1.published);

SELECT parent.id, r1.id, r1.level, r1.division
    FROM (SELECT r2.id
    FROM award_programmes r2
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r2.id = $1 AND (r2.office_id IS NULL OR r3.published)) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM awards r0
    WHERE false
    ORDER BY r0.fiscal_year, r0.id
    LIMIT 4) page
    JOIN awards r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM award_programmes r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = $1 AND (r1.office_id IS NULL OR r2.published)) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM awards r0
    WHERE false) a ON true;

