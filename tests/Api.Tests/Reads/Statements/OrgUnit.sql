-- nobody: { orgUnits(where: { name: { contains: "ครู" }, number: { gte: 1 }, office: { id: { eq: null } } }, order: [{ number: DESC }, { name: ASC }], first: 20) { totalCount nodes { id number name office { id code name } } } }

SELECT r1.id, r1.number, r1.name, r3.id, r3.code, r3.name
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.name AS k1, r0.id AS k2
    FROM org_units r0
    WHERE r0.published AND r0.name_folded LIKE fold_text($1) AND r0.number >= $2 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published)
    ORDER BY r0.number DESC, r0.name, r0.id
    LIMIT 21) page
    JOIN org_units r1 ON r1.id = page.id
    LEFT JOIN offices r3 ON r3.id = r1.office_id AND r3.published
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM org_units r0
    WHERE r0.published AND r0.name_folded LIKE fold_text($1) AND r0.number >= $2 AND NOT EXISTS (SELECT
    FROM offices r1
    WHERE r1.id = r0.office_id AND r1.published);

-- budget officer: { orgUnits(where: { name: { contains: "ครู" }, number: { gte: 1 }, office: { id: { eq: null } } }, order: [{ number: DESC }, { name: ASC }], first: 20) { totalCount nodes { id number name office { id code name } } } }

SELECT r1.id, r1.number, r1.name, r4.id, r4.code, r4.name
    FROM (SELECT r0.id AS id, r0.number AS k0, r0.name AS k1, r0.id AS k2
    FROM org_units r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r0.published OR r2.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND r0.number >= $3 AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1)))))
    ORDER BY r0.number DESC, r0.name, r0.id
    LIMIT 21) page
    JOIN org_units r1 ON r1.id = page.id
    LEFT JOIN offices r4 ON r4.id = r1.office_id AND (r4.published OR r4.code = ANY($1))
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM org_units r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.published OR r1.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND r0.number >= $3 AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))));

-- budget officer: { orgUnits { groups(by: [OFFICE, NAME], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), (r0.name)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM org_units r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r0.published OR r1.code = ANY($1))
    GROUP BY r0.office_id, r0.name
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.name
    LIMIT 10;

-- nobody: { orgUnit(id: "T3JnVW5pdDoAAAAAAAAAAAAAAAAAAAAA") { id number name office { id code name } } }

SELECT r0.id, r0.number, r0.name, r1.id, r1.code, r1.name
    FROM org_units r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id AND r1.published
    WHERE r0.id = $1 AND r0.published;

