-- development officer: { potentialDuplicates(where: { reason: { in: [SAME_IDENTITY] }, score: { gte: 1 }, person: { id: { eq: null } } }, order: [{ reason: DESC }, { score: ASC }], first: 20) { totalCount nodes { personId otherId reason person { id title name } } } }

SELECT r1.person_id, r1.other_id, r1.reason, r3.id, r3.title, r3.name
    FROM (SELECT r0.id AS id, r0 AS entire, array_position('{SAME_IDENTITY,SAME_NAME,SAME_GIVEN_NAME_AND_START,SAME_GIVEN_NAME_AND_SCHOOL}'::text[], r0.reason) AS k0, r0.score AS k1, r0.id AS k2
    FROM duplicate_pairs r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.other_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.reason = ANY($2) AND r0.score >= $3 AND NOT EXISTS (SELECT
    FROM people r2
    WHERE r2.id = r0.person_id AND r2.merged_into_id IS NULL AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    ORDER BY array_position('{SAME_IDENTITY,SAME_NAME,SAME_GIVEN_NAME_AND_START,SAME_GIVEN_NAME_AND_SCHOOL}'::text[], r0.reason) DESC, r0.score, r0.id
    LIMIT 21) page
    CROSS JOIN LATERAL (SELECT (page.entire).*) r1
    LEFT JOIN people r3 ON r3.id = r1.person_id AND r3.merged_into_id IS NULL AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM duplicate_pairs r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.other_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.reason = ANY($2) AND r0.score >= $3 AND NOT EXISTS (SELECT
    FROM people r1
    WHERE r1.id = r0.person_id AND r1.merged_into_id IS NULL AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]));

-- development officer: { potentialDuplicates { groups(by: [REASON], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT (r0.reason)::text, count(*)::int
    FROM duplicate_pairs r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.other_office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.reason
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, array_position('{SAME_IDENTITY,SAME_NAME,SAME_GIVEN_NAME_AND_START,SAME_GIVEN_NAME_AND_SCHOOL}'::text[], r0.reason)
    LIMIT 10;

