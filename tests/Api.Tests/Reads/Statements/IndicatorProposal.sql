-- nobody: { indicatorProposals(where: { computedBy: { contains: "ครู" }, measure: { in: [NEEDS_MET] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } } }, order: [{ until: DESC }, { drift: ASC }], first: 20) { totalCount nodes { id fiscalYear measure office { id code name } } } }

SELECT r1.id, r1.fiscal_year, r1.measure, r3.id, r3.code, r3.name
    FROM (SELECT r0.id AS id, array_position('{Q1,Q2,Q3,Q4}'::text[], r0.until) AS k0, r0.drift AS k1, r0.id AS k2
    FROM indicator_proposals r0
    WHERE false
    ORDER BY array_position('{Q1,Q2,Q3,Q4}'::text[], r0.until) DESC NULLS LAST, r0.drift, r0.id
    LIMIT 21) page
    JOIN indicator_proposals r1 ON r1.id = page.id
    LEFT JOIN offices r3 ON r3.id = r1.office_id AND r3.published
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM indicator_proposals r0
    WHERE false;

-- budget officer: { indicatorProposals(where: { computedBy: { contains: "ครู" }, measure: { in: [NEEDS_MET] }, fiscalYear: { gte: 1 }, office: { id: { eq: null } } }, order: [{ until: DESC }, { drift: ASC }], first: 20) { totalCount nodes { id fiscalYear measure office { id code name } } } }

SELECT r1.id, r1.fiscal_year, r1.measure, r3.id, r3.code, r3.name
    FROM (SELECT r0.id AS id, array_position('{Q1,Q2,Q3,Q4}'::text[], r0.until) AS k0, r0.drift AS k1, r0.id AS k2
    FROM indicator_proposals r0
    WHERE false
    ORDER BY array_position('{Q1,Q2,Q3,Q4}'::text[], r0.until) DESC NULLS LAST, r0.drift, r0.id
    LIMIT 21) page
    JOIN indicator_proposals r1 ON r1.id = page.id
    LEFT JOIN offices r3 ON r3.id = r1.office_id AND (r3.published OR r3.code = ANY($4))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM indicator_proposals r0
    WHERE false;

-- budget officer: { indicatorProposals { groups(by: [OFFICE, MEASURE], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (r0.measure)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM indicator_proposals r0
    WHERE false
    GROUP BY r0.office_id, r0.measure
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, array_position('{NEEDS_MET,COVERAGE,TOPICS_LEARNT,METHODS_USED,HOURS_REACHED,COMPLETION}'::text[], r0.measure)
    LIMIT 10;

-- nobody: { indicatorProposal(id: "SW5kaWNhdG9yUHJvcG9zYWw6AAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear measure office { id code name } } }

SELECT r0.id, r0.fiscal_year, r0.measure, r1.id, r1.code, r1.name
    FROM indicator_proposals r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id AND r1.published
    WHERE false;

