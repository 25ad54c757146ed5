-- nobody: { developmentHours(where: { fiscalYear: { gte: 1 }, person: { id: { eq: null } } }, order: [{ met: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { fiscalYear minutes minutesInPeriod person { id title name } } } }

SELECT r1.fiscal_year, r1.person_id, r1.minutes, r1.minutes_in_period, r3.id, r3.title, r3.name
    FROM (SELECT r0.id AS id, r0 AS entire, r0.met AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM development_hours r0
    WHERE false
    ORDER BY r0.met DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    CROSS JOIN LATERAL (SELECT (page.entire).*) r1
    LEFT JOIN people r3 ON r3.id = r1.person_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM development_hours r0
    WHERE false;

-- development officer: { developmentHours(where: { fiscalYear: { gte: 1 }, person: { id: { eq: null } } }, order: [{ met: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { fiscalYear minutes minutesInPeriod person { id title name } } } }

SELECT r1.fiscal_year, r1.person_id, r1.minutes, r1.minutes_in_period, r3.id, r3.title, r3.name
    FROM (SELECT r0.id AS id, r0 AS entire, r0.met AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM development_hours r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM people r2
    WHERE r2.id = r0.person_id AND r2.merged_into_id IS NULL AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    ORDER BY r0.met DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    CROSS JOIN LATERAL (SELECT (page.entire).*) r1
    LEFT JOIN people r3 ON r3.id = r1.person_id AND r3.merged_into_id IS NULL AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM development_hours r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM people r1
    WHERE r1.id = r0.person_id AND r1.merged_into_id IS NULL AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]));

-- development officer: { developmentHours { groups(by: [OFFICE, MET], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (r0.met)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM development_hours r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.office_id, r0.met
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.met
    LIMIT 10;

