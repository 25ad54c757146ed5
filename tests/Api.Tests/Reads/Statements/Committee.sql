-- nobody: { committees(where: { id: { in: ["Q29tbWl0dGVlOgAAAAAAAAAAAAAAAAAAAAA"] }, name: { contains: "ครู" }, version: { gte: 1 }, office: { id: { eq: null } }, monitoringVisits: { any: true } }, order: [{ to: DESC }, { name: ASC }], first: 20) { totalCount nodes { id name purpose office { id code name } members { number role from } monitoringVisits(first: 3) { totalCount nodes { id fiscalYear phase } } } } }

SELECT r1.id, r1.name, r1.purpose, r5.id, r5.code, r5.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.held_to AS k0, r0.name AS k1, r0.id AS k2
    FROM committees r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE r2.published AND r0.id = ANY($1) AND fold_text(r0.name) LIKE fold_text($2) AND r0.version >= $3 AND NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND r3.published) AND EXISTS (SELECT
    FROM monitoring_visits r4
    WHERE false) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN committees r1 ON r1.id = page.id
    LEFT JOIN offices r5 ON r5.id = r1.office_id AND r5.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM committees r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE r1.published AND r0.id = ANY($1) AND fold_text(r0.name) LIKE fold_text($2) AND r0.version >= $3 AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published) AND EXISTS (SELECT
    FROM monitoring_visits r3
    WHERE false);

SELECT r0.committee_id, r0.number, r0.role, r0.held_from
    FROM committee_members r0
    WHERE r0.committee_id = ANY($1)
    ORDER BY r0.committee_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.phase
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.visited_on AS k0, r0.id AS k1
    FROM monitoring_visits r0
    WHERE false
    ORDER BY r0.visited_on, r0.id
    LIMIT 4) page
    JOIN monitoring_visits r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM monitoring_visits r0
    WHERE false) a ON true;

-- development officer: { committees(where: { id: { in: ["Q29tbWl0dGVlOgAAAAAAAAAAAAAAAAAAAAA"] }, name: { contains: "ครู" }, version: { gte: 1 }, office: { id: { eq: null } }, monitoringVisits: { any: true } }, order: [{ to: DESC }, { name: ASC }], first: 20) { totalCount nodes { id name purpose office { id code name } members { number role from } monitoringVisits(first: 3) { totalCount nodes { id fiscalYear phase } } } } }

SELECT r1.id, r1.name, r1.purpose, r6.id, r6.code, r6.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.held_to AS k0, r0.name AS k1, r0.id AS k2
    FROM committees r0
    LEFT JOIN offices r2 ON r2.id = r0.office_id
    WHERE (r2.published OR r2.code = ANY($1)) AND (r0.id = ANY($2) AND fold_text(r0.name) LIKE fold_text($3) AND r0.version >= $4 AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1)))) AND EXISTS (SELECT
    FROM monitoring_visits r4
    JOIN offices r5 ON r5.id = r4.office_id
    WHERE r4.committee_id = r0.id AND r5.code = ANY($1))) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN committees r1 ON r1.id = page.id
    LEFT JOIN offices r6 ON r6.id = r1.office_id AND (r6.published OR r6.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM committees r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1)) AND (r0.id = ANY($2) AND fold_text(r0.name) LIKE fold_text($3) AND r0.version >= $4 AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))) AND EXISTS (SELECT
    FROM monitoring_visits r3
    JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.committee_id = r0.id AND r4.code = ANY($1)));

SELECT r0.committee_id, r0.number, r0.role, r0.held_from
    FROM committee_members r0
    WHERE r0.committee_id = ANY($1)
    ORDER BY r0.committee_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.phase
    FROM unnest($2) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.visited_on AS k0, r0.id AS k1
    FROM monitoring_visits r0
    JOIN offices r2 ON r2.id = r0.office_id
    WHERE r0.committee_id = parent.id AND r2.code = ANY($1)
    ORDER BY r0.visited_on, r0.id
    LIMIT 4) page
    JOIN monitoring_visits r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($2) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM monitoring_visits r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE r0.committee_id = parent.id AND r1.code = ANY($1)) a ON true;

-- development officer: { committees { groups(by: [OFFICE, ASSESSES], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), (r0.assesses)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM committees r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    WHERE (r1.published OR r1.code = ANY($1))
    GROUP BY r0.office_id, r0.assesses
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.assesses
    LIMIT 10;

-- nobody: { committee(id: "Q29tbWl0dGVlOgAAAAAAAAAAAAAAAAAAAAA") { id name purpose office { id code name } members { number role from } monitoringVisits(first: 3) { totalCount nodes { id fiscalYear phase } } } }

SELECT r0.id, r0.name, r0.purpose, r2.id, r2.code, r2.name
    FROM committees r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id AND r2.published
    WHERE r0.id = $1 AND r1.published;

SELECT r0.committee_id, r0.number, r0.role, r0.held_from
    FROM committee_members r0
    WHERE r0.committee_id IN (SELECT r1.id
    FROM committees r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = $1 AND r2.published)
    ORDER BY r0.committee_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.fiscal_year, r1.phase
    FROM (SELECT r2.id
    FROM committees r2
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r2.id = $1 AND r3.published) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.visited_on AS k0, r0.id AS k1
    FROM monitoring_visits r0
    WHERE false
    ORDER BY r0.visited_on, r0.id
    LIMIT 4) page
    JOIN monitoring_visits r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM committees r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = $1 AND r2.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM monitoring_visits r0
    WHERE false) a ON true;

