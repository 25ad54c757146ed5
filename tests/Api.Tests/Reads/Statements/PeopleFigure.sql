-- nobody: { peopleFigures(where: { id: { in: ["UGVvcGxlRmlndXJlOgAAAAAAAAAAAAAAAAAAAAA"] }, kind: { contains: "ครู" }, quarter: { in: [Q1] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } } }, order: [{ people: DESC }, { reached: ASC }], first: 20) { totalCount nodes { id fiscalYear quarter office { id code name } } } }

SELECT r1.id, r1.fiscal_year, r1.quarter, r4.id, r4.code, r4.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.people AS k0, r0.reached AS k1, r0.id AS k2
    FROM people_figures r0
    JOIN offices r2 ON r2.id = r0.office_id
    WHERE r2.published AND r0.id = ANY($1) AND fold_text(r0.kind) LIKE fold_text($2) AND r0.quarter = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN people_figures r1 ON r1.id = page.id
    LEFT JOIN offices r4 ON r4.id = r1.office_id AND r4.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM people_figures r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE r1.published AND r0.id = ANY($1) AND fold_text(r0.kind) LIKE fold_text($2) AND r0.quarter = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id);

-- development officer: { peopleFigures(where: { id: { in: ["UGVvcGxlRmlndXJlOgAAAAAAAAAAAAAAAAAAAAA"] }, kind: { contains: "ครู" }, quarter: { in: [Q1] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } } }, order: [{ people: DESC }, { reached: ASC }], first: 20) { totalCount nodes { id fiscalYear quarter office { id code name } } } }

SELECT r1.id, r1.fiscal_year, r1.quarter, r4.id, r4.code, r4.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.people AS k0, r0.reached AS k1, r0.id AS k2
    FROM people_figures r0
    JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r2.published OR r2.code = ANY($1)) AND r0.id = ANY($2) AND fold_text(r0.kind) LIKE fold_text($3) AND r0.quarter = ANY($4) AND r0.fiscal_year >= $5 AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN people_figures r1 ON r1.id = page.id
    LEFT JOIN offices r4 ON r4.id = r1.office_id AND (r4.published OR r4.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM people_figures r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1)) AND r0.id = ANY($2) AND fold_text(r0.kind) LIKE fold_text($3) AND r0.quarter = ANY($4) AND r0.fiscal_year >= $5 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id);

-- development officer: { peopleFigures { groups(by: [OFFICE, KIND], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id), (r0.kind)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM people_figures r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1))
    GROUP BY r0.office_id, r0.kind
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.kind
    LIMIT 10;

