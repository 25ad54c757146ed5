-- nobody: { office(code: "TH-43-P2") { id code name districts { name } schoolNetworks(first: 3) { totalCount nodes { id name } } } }

SELECT r0.id, r0.code, r0.name
    FROM offices r0
    WHERE r0.code = $1 AND r0.published;

SELECT r0.office_id, r0.name
    FROM districts r0
    WHERE r0.office_id IN (SELECT r1.id
    FROM offices r1
    WHERE r1.code = $1 AND r1.published)
    ORDER BY r0.office_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.name
    FROM (SELECT r2.id
    FROM offices r2
    WHERE r2.code = $1 AND r2.published) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM school_networks r0
    WHERE r0.office_id = parent.id
    ORDER BY r0.name, r0.id
    LIMIT 4) page
    JOIN school_networks r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM offices r1
    WHERE r1.code = $1 AND r1.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM school_networks r0
    WHERE r0.office_id = parent.id) a ON true;

-- nobody: { offices(where: { code: { contains: "ครู" }, kind: { in: [PRIMARY] }, districts: { all: { name: { neq: "x" } } }, schoolNetworks: { any: true } }, order: [{ code: DESC }, { name: ASC }], first: 20) { totalCount nodes { id code name districts { name } schoolNetworks(first: 3) { totalCount nodes { id name } } } } }

SELECT r1.id, r1.code, r1.name
    FROM (SELECT r0.id AS id, r0.code AS k0, r0.name AS k1, r0.id AS k2
    FROM offices r0
    WHERE r0.published AND fold_text(r0.code) LIKE fold_text($1) AND r0.kind = ANY($2) AND NOT EXISTS (SELECT
    FROM districts r2
    WHERE r2.office_id = r0.id AND r2.name = $3) AND EXISTS (SELECT
    FROM school_networks r3
    WHERE r3.office_id = r0.id)
    ORDER BY r0.code DESC, r0.name, r0.id
    LIMIT 21) page
    JOIN offices r1 ON r1.id = page.id
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM offices r0
    WHERE r0.published AND fold_text(r0.code) LIKE fold_text($1) AND r0.kind = ANY($2) AND NOT EXISTS (SELECT
    FROM districts r1
    WHERE r1.office_id = r0.id AND r1.name = $3) AND EXISTS (SELECT
    FROM school_networks r2
    WHERE r2.office_id = r0.id);

SELECT r0.office_id, r0.name
    FROM districts r0
    WHERE r0.office_id = ANY($1)
    ORDER BY r0.office_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.name
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM school_networks r0
    WHERE r0.office_id = parent.id
    ORDER BY r0.name, r0.id
    LIMIT 4) page
    JOIN school_networks r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM school_networks r0
    WHERE r0.office_id = parent.id) a ON true;

-- budget officer: { offices(where: { code: { contains: "ครู" }, kind: { in: [PRIMARY] }, districts: { all: { name: { neq: "x" } } }, schoolNetworks: { any: true } }, order: [{ code: DESC }, { name: ASC }], first: 20) { totalCount nodes { id code name districts { name } schoolNetworks(first: 3) { totalCount nodes { id name } } } } }

SELECT r1.id, r1.code, r1.name
    FROM (SELECT r0.id AS id, r0.code AS k0, r0.name AS k1, r0.id AS k2
    FROM offices r0
    WHERE (r0.published OR r0.code = ANY($1)) AND fold_text(r0.code) LIKE fold_text($2) AND r0.kind = ANY($3) AND NOT EXISTS (SELECT
    FROM districts r2
    WHERE r2.office_id = r0.id AND r2.name = $4) AND EXISTS (SELECT
    FROM school_networks r3
    WHERE r3.office_id = r0.id)
    ORDER BY r0.code DESC, r0.name, r0.id
    LIMIT 21) page
    JOIN offices r1 ON r1.id = page.id
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM offices r0
    WHERE (r0.published OR r0.code = ANY($1)) AND fold_text(r0.code) LIKE fold_text($2) AND r0.kind = ANY($3) AND NOT EXISTS (SELECT
    FROM districts r1
    WHERE r1.office_id = r0.id AND r1.name = $4) AND EXISTS (SELECT
    FROM school_networks r2
    WHERE r2.office_id = r0.id);

SELECT r0.office_id, r0.name
    FROM districts r0
    WHERE r0.office_id = ANY($1)
    ORDER BY r0.office_id, r0.position, r0.id;

SELECT parent.id, r1.id, r1.name
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM school_networks r0
    WHERE r0.office_id = parent.id
    ORDER BY r0.name, r0.id
    LIMIT 4) page
    JOIN school_networks r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM school_networks r0
    WHERE r0.office_id = parent.id) a ON true;

-- budget officer: { offices { groups(by: [PROVINCE, OFFICE_KIND], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', min(r0.province), (r0.kind)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM offices r0
    WHERE (r0.published OR r0.code = ANY($1))
    GROUP BY r0.province_code, r0.kind
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.province_code, array_position('{PRIMARY,SECONDARY}'::text[], r0.kind)
    LIMIT 10;

