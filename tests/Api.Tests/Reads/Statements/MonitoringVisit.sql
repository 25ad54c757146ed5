-- nobody: { monitoringVisits(where: { id: { in: ["TW9uaXRvcmluZ1Zpc2l0OgAAAAAAAAAAAAAAAAAAAAA"] }, findings: { contains: "ครู" }, phase: { in: [BEFORE] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } } }, order: [{ recommendations: DESC }, { actionTaken: ASC }], first: 20) { totalCount nodes { id fiscalYear phase office { id code name } } } }

SELECT r1.id, r1.fiscal_year, r1.phase, r3.id, r3.code, r3.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.recommendations AS k0, r0.action_taken AS k1, r0.id AS k2
    FROM monitoring_visits r0
    WHERE false OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN monitoring_visits r1 ON r1.id = page.id
    LEFT JOIN offices r3 ON r3.id = r1.office_id AND r3.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM monitoring_visits r0
    WHERE false;

-- development officer: { monitoringVisits(where: { id: { in: ["TW9uaXRvcmluZ1Zpc2l0OgAAAAAAAAAAAAAAAAAAAAA"] }, findings: { contains: "ครู" }, phase: { in: [BEFORE] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } } }, order: [{ recommendations: DESC }, { actionTaken: ASC }], first: 20) { totalCount nodes { id fiscalYear phase office { id code name } } } }

SELECT r1.id, r1.fiscal_year, r1.phase, r4.id, r4.code, r4.name
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.recommendations AS k0, r0.action_taken AS k1, r0.id AS k2
    FROM monitoring_visits r0
    JOIN offices r2 ON r2.id = r0.office_id
    WHERE r2.code = ANY($1) AND (r0.id = ANY($2) AND fold_text(r0.findings) LIKE fold_text($3) AND r0.phase = ANY($4) AND r0.fiscal_year >= $5 AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1))))) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN monitoring_visits r1 ON r1.id = page.id
    LEFT JOIN offices r4 ON r4.id = r1.office_id AND (r4.published OR r4.code = ANY($1))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM monitoring_visits r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE r1.code = ANY($1) AND (r0.id = ANY($2) AND fold_text(r0.findings) LIKE fold_text($3) AND r0.phase = ANY($4) AND r0.fiscal_year >= $5 AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))));

-- development officer: { monitoringVisits { groups(by: [OFFICE, VISITED_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), (date_trunc('month', r0.visited_on)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM monitoring_visits r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE r1.code = ANY($1)
    GROUP BY r0.office_id, date_trunc('month', r0.visited_on)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, date_trunc('month', r0.visited_on)::date
    LIMIT 10;

-- nobody: { monitoringVisit(id: "TW9uaXRvcmluZ1Zpc2l0OgAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear phase office { id code name } } }

SELECT r0.id, r0.fiscal_year, r0.phase, r1.id, r1.code, r1.name
    FROM monitoring_visits r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id AND r1.published
    WHERE false;

