-- nobody: { inductionSteps(where: { code: { contains: "ครู" }, kind: { in: [ORIENTATION] }, number: { gte: 1 }, induction: { id: { eq: null } } }, order: [{ doneOn: DESC }, { result: ASC }], first: 20) { totalCount nodes { id number code induction { id startsOn status } } } }

SELECT r1.id, r1.number, r1.code, r3.id, r3.starts_on, r3.status
    FROM (SELECT r0.id AS id, r0.done_on AS k0, array_position('{PASSED,NOT_PASSED}'::text[], r0.result) AS k1, r0.id AS k2
    FROM induction_steps r0
    WHERE false
    ORDER BY r0.done_on DESC NULLS LAST, array_position('{PASSED,NOT_PASSED}'::text[], r0.result), r0.id
    LIMIT 21) page
    JOIN induction_steps r1 ON r1.id = page.id
    LEFT JOIN inductions r3 ON r3.id = r1.induction_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM induction_steps r0
    WHERE false;

-- development officer: { inductionSteps(where: { code: { contains: "ครู" }, kind: { in: [ORIENTATION] }, number: { gte: 1 }, induction: { id: { eq: null } } }, order: [{ doneOn: DESC }, { result: ASC }], first: 20) { totalCount nodes { id number code induction { id startsOn status } } } }

SELECT r1.id, r1.number, r1.code, r3.id, r3.starts_on, r3.status
    FROM (SELECT r0.id AS id, r0.done_on AS k0, array_position('{PASSED,NOT_PASSED}'::text[], r0.result) AS k1, r0.id AS k2
    FROM induction_steps r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.code) LIKE fold_text($2) AND r0.kind = ANY($3) AND r0.number >= $4 AND NOT EXISTS (SELECT
    FROM inductions r2
    WHERE r2.id = r0.induction_id AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    ORDER BY r0.done_on DESC NULLS LAST, array_position('{PASSED,NOT_PASSED}'::text[], r0.result), r0.id
    LIMIT 21) page
    JOIN induction_steps r1 ON r1.id = page.id
    LEFT JOIN inductions r3 ON r3.id = r1.induction_id AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM induction_steps r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.code) LIKE fold_text($2) AND r0.kind = ANY($3) AND r0.number >= $4 AND NOT EXISTS (SELECT
    FROM inductions r1
    WHERE r1.id = r0.induction_id AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]));

-- development officer: { inductionSteps { groups(by: [OFFICE, DONE_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (date_trunc('month', r0.done_on)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM induction_steps r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.office_id, date_trunc('month', r0.done_on)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, date_trunc('month', r0.done_on)::date
    LIMIT 10;

-- nobody: { inductionStep(id: "SW5kdWN0aW9uU3RlcDoAAAAAAAAAAAAAAAAAAAAA") { id number code induction { id startsOn status } } }

SELECT r0.id, r0.number, r0.code, r1.id, r1.starts_on, r1.status
    FROM induction_steps r0
    LEFT JOIN inductions r1 ON r1.id = r0.induction_id AND false
    WHERE false;

