-- nobody: { correctionRequests(where: { wish: { contains: "ครู" }, status: { in: [OPEN] }, person: { id: { eq: null } } }, order: [{ answer: DESC }, { answeredAt: ASC }], first: 20) { totalCount nodes { id wish askedAt person { id title name } } } }

SELECT r1.id, r1.wish, r1.asked_at, r3.id, r3.title, r3.name
    FROM (SELECT r0.id AS id, r0.answer AS k0, r0.answered_at AS k1, r0.id AS k2
    FROM correction_requests r0
    WHERE false
    ORDER BY r0.answer DESC NULLS LAST, r0.answered_at, r0.id
    LIMIT 21) page
    JOIN correction_requests r1 ON r1.id = page.id
    LEFT JOIN people r3 ON r3.id = r1.person_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM correction_requests r0
    WHERE false;

-- development officer: { correctionRequests(where: { wish: { contains: "ครู" }, status: { in: [OPEN] }, person: { id: { eq: null } } }, order: [{ answer: DESC }, { answeredAt: ASC }], first: 20) { totalCount nodes { id wish askedAt person { id title name } } } }

SELECT r1.id, r1.wish, r1.asked_at, r3.id, r3.title, r3.name
    FROM (SELECT r0.id AS id, r0.answer AS k0, r0.answered_at AS k1, r0.id AS k2
    FROM correction_requests r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.wish) LIKE fold_text($2) AND r0.status = ANY($3) AND NOT EXISTS (SELECT
    FROM people r2
    WHERE r2.id = r0.person_id AND r2.merged_into_id IS NULL AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    ORDER BY r0.answer DESC NULLS LAST, r0.answered_at, r0.id
    LIMIT 21) page
    JOIN correction_requests r1 ON r1.id = page.id
    LEFT JOIN people r3 ON r3.id = r1.person_id AND r3.merged_into_id IS NULL AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM correction_requests r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.wish) LIKE fold_text($2) AND r0.status = ANY($3) AND NOT EXISTS (SELECT
    FROM people r1
    WHERE r1.id = r0.person_id AND r1.merged_into_id IS NULL AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]));

-- development officer: { correctionRequests { groups(by: [STATUS], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT (r0.status)::text, count(*)::int
    FROM correction_requests r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.status
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, array_position('{OPEN,DONE,DECLINED}'::text[], r0.status)
    LIMIT 10;

-- nobody: { correctionRequest(id: "Q29ycmVjdGlvblJlcXVlc3Q6AAAAAAAAAAAAAAAAAAAAAA") { id wish askedAt person { id title name } } }

SELECT r0.id, r0.wish, r0.asked_at, r1.id, r1.title, r1.name
    FROM correction_requests r0
    LEFT JOIN people r1 ON r1.id = r0.person_id AND false
    WHERE false;

