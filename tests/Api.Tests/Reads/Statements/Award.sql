-- nobody: { awards(where: { division: { contains: "ครู" }, level: { in: [SCHOOL] }, fiscalYear: { gte: 1 }, person: { id: { eq: null } } }, order: [{ division: DESC }, { dueOn: ASC }], first: 20) { totalCount nodes { id level division person { id title name } } } }

SELECT r1.id, r1.level, r1.division, r3.id, r3.title, r3.name
    FROM (SELECT r0.id AS id, r0.division AS k0, r0.due_on AS k1, r0.id AS k2
    FROM awards r0
    WHERE false
    ORDER BY r0.division DESC NULLS LAST, r0.due_on, r0.id
    LIMIT 21) page
    JOIN awards r1 ON r1.id = page.id
    LEFT JOIN people r3 ON r3.id = r1.person_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM awards r0
    WHERE false;

-- development officer: { awards(where: { division: { contains: "ครู" }, level: { in: [SCHOOL] }, fiscalYear: { gte: 1 }, person: { id: { eq: null } } }, order: [{ division: DESC }, { dueOn: ASC }], first: 20) { totalCount nodes { id level division person { id title name } } } }

SELECT r1.id, r1.level, r1.division, r3.id, r3.title, r3.name
    FROM (SELECT r0.id AS id, r0.division AS k0, r0.due_on AS k1, r0.id AS k2
    FROM awards r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.division) LIKE fold_text($2) AND r0.level = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM people r2
    WHERE r2.id = r0.person_id AND r2.merged_into_id IS NULL AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    ORDER BY r0.division DESC NULLS LAST, r0.due_on, r0.id
    LIMIT 21) page
    JOIN awards r1 ON r1.id = page.id
    LEFT JOIN people r3 ON r3.id = r1.person_id AND r3.merged_into_id IS NULL AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM awards r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.division) LIKE fold_text($2) AND r0.level = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM people r1
    WHERE r1.id = r0.person_id AND r1.merged_into_id IS NULL AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]));

-- development officer: { awards { groups(by: [OFFICE, DECIDED_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (date_trunc('month', r0.decided_on)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM awards r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.office_id, date_trunc('month', r0.decided_on)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, date_trunc('month', r0.decided_on)::date
    LIMIT 10;

-- nobody: { award(id: "QXdhcmQ6AAAAAAAAAAAAAAAAAAAAAA") { id level division person { id title name } } }

SELECT r0.id, r0.level, r0.division, r1.id, r1.title, r1.name
    FROM awards r0
    LEFT JOIN people r1 ON r1.id = r0.person_id AND false
    WHERE false;

