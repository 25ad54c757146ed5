-- nobody: { schoolNetworks(where: { name: { contains: "ครู" }, office: { id: { eq: null } }, schools: { any: true } }, order: [{ name: DESC }], first: 20) { totalCount nodes { id name office { id code name } schools(first: 3) { totalCount nodes { id code name } } } } }

SELECT r1.id, r1.name, r6.id, r6.code, r6.name
    FROM (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM school_networks r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r2.published AND r0.name_folded LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id) AND EXISTS (SELECT
    FROM schools r4
    LEFT JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.network_id = r0.id AND r5.published)
    ORDER BY r0.name DESC, r0.id DESC
    LIMIT 21) page
    JOIN school_networks r1 ON r1.id = page.id
    LEFT JOIN offices r6 ON r6.id = r1.office_id
    ORDER BY page.k0 DESC, page.k1 DESC;

SELECT count(*)::int
    FROM school_networks r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r1.published AND r0.name_folded LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id) AND EXISTS (SELECT
    FROM schools r3
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.network_id = r0.id AND r4.published);

SELECT parent.id, r1.id, r1.code, r1.name
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.code AS k0, r0.id AS k1
    FROM schools r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.network_id = parent.id AND r2.published
    ORDER BY r0.code, r0.id
    LIMIT 4) page
    JOIN schools r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM schools r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.network_id = parent.id AND r1.published) a ON true;

-- development officer: { schoolNetworks(where: { name: { contains: "ครู" }, office: { id: { eq: null } }, schools: { any: true } }, order: [{ name: DESC }], first: 20) { totalCount nodes { id name office { id code name } schools(first: 3) { totalCount nodes { id code name } } } } }

SELECT r1.id, r1.name, r6.id, r6.code, r6.name
    FROM (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM school_networks r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r2.published OR r2.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id) AND (EXISTS (SELECT
    FROM schools r4
    LEFT JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.network_id = r0.id AND (r5.published OR r5.code = ANY($1)))))
    ORDER BY r0.name DESC, r0.id DESC
    LIMIT 21) page
    JOIN school_networks r1 ON r1.id = page.id
    LEFT JOIN offices r6 ON r6.id = r1.office_id
    ORDER BY page.k0 DESC, page.k1 DESC;

SELECT count(*)::int
    FROM school_networks r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id) AND (EXISTS (SELECT
    FROM schools r3
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.network_id = r0.id AND (r4.published OR r4.code = ANY($1)))));

SELECT parent.id, r1.id, r1.code, r1.name
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.code AS k0, r0.id AS k1
    FROM schools r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.network_id = parent.id AND (r2.published OR r2.code = ANY($1))
    ORDER BY r0.code, r0.id
    LIMIT 4) page
    JOIN schools r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM schools r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.network_id = parent.id AND (r1.published OR r1.code = ANY($1))) a ON true;

-- development officer: { schoolNetworks { groups(by: [OFFICE, OFFICE_KIND], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r3.name
    FROM offices r3
    WHERE r3.id = r0.office_id), (r2.kind)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM school_networks r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1))
    GROUP BY r0.office_id, r2.kind
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, array_position('{PRIMARY,SECONDARY}'::text[], r2.kind)
    LIMIT 10;

-- nobody: { schoolNetwork(id: "U2Nob29sTmV0d29yazoAAAAAAAAAAAAAAAAAAAAA") { id name office { id code name } schools(first: 3) { totalCount nodes { id code name } } } }

SELECT r0.id, r0.name, r2.id, r2.code, r2.name
    FROM school_networks r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.id = $1 AND r1.published;

SELECT parent.id, r1.id, r1.code, r1.name
    FROM (SELECT r3.id
    FROM school_networks r3
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.id = $1 AND r4.published) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.code AS k0, r0.id AS k1
    FROM schools r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.network_id = parent.id AND r2.published
    ORDER BY r0.code, r0.id
    LIMIT 4) page
    JOIN schools r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r2.id
    FROM school_networks r2
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r2.id = $1 AND r3.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM schools r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.network_id = parent.id AND r1.published) a ON true;

