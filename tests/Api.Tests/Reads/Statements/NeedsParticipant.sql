-- nobody: { needsParticipants(where: { fiscalYear: { gte: 1 }, round: { id: { eq: null } } }, order: [{ answeredAt: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear answeredAt round { id fiscalYear mostTopics } choices { id fiscalYear priority } } } }

SELECT r1.id, r1.fiscal_year, r1.answered_at, r4.id, r4.fiscal_year, r4.most_topics
    FROM (SELECT r0.id AS id, r0.answered_at AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM needs_participants r0
    WHERE false
    ORDER BY r0.answered_at DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    JOIN needs_participants r1 ON r1.id = page.id
    LEFT JOIN needs_rounds r4 ON r4.id = r1.round_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offices r5 ON r5.id = r4.office_id
    WHERE r5.published)
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM needs_participants r0
    WHERE false;

SELECT r0.participant_id, r0.id, r0.fiscal_year, r0.priority
    FROM needs_choices r0
    WHERE false
    ORDER BY r0.participant_id, r0.priority, r0.id;

-- development officer: { needsParticipants(where: { fiscalYear: { gte: 1 }, round: { id: { eq: null } } }, order: [{ answeredAt: DESC }, { fiscalYear: ASC }], first: 20) { totalCount nodes { id fiscalYear answeredAt round { id fiscalYear mostTopics } choices { id fiscalYear priority } } } }

SELECT r1.id, r1.fiscal_year, r1.answered_at, r4.id, r4.fiscal_year, r4.most_topics
    FROM (SELECT r0.id AS id, r0.answered_at AS k0, r0.fiscal_year AS k1, r0.id AS k2
    FROM needs_participants r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND (r0.fiscal_year >= $2 AND (NOT EXISTS (SELECT
    FROM needs_rounds r2
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r2.id = r0.round_id AND (r3.published OR r3.code = ANY($1)))))
    ORDER BY r0.answered_at DESC NULLS LAST, r0.fiscal_year, r0.id
    LIMIT 21) page
    JOIN needs_participants r1 ON r1.id = page.id
    LEFT JOIN needs_rounds r4 ON r4.id = r1.round_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offices r5 ON r5.id = r4.office_id
    WHERE (r5.published OR r5.code = ANY($1)))
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM needs_participants r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND (r0.fiscal_year >= $2 AND (NOT EXISTS (SELECT
    FROM needs_rounds r1
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r1.id = r0.round_id AND (r2.published OR r2.code = ANY($1)))));

SELECT r0.participant_id, r0.id, r0.fiscal_year, r0.priority
    FROM needs_choices r0
    WHERE r0.participant_id = ANY($1) AND r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($2)[1])
    ORDER BY r0.participant_id, r0.priority, r0.id;

-- development officer: { needsParticipants { groups(by: [OFFICE, SCHOOL], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (SELECT r2.name
    FROM schools r2
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r2.id = r0.school_id AND (r3.published OR r3.code = ANY($1)))) COLLATE "th-x-icu", ''), count(*)::int
    FROM needs_participants r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.office_id, r0.school_id
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r0.school_id
    LIMIT 10;

-- nobody: { needsParticipant(id: "TmVlZHNQYXJ0aWNpcGFudDoAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear answeredAt round { id fiscalYear mostTopics } choices { id fiscalYear priority } } }

SELECT r0.id, r0.fiscal_year, r0.answered_at, r1.id, r1.fiscal_year, r1.most_topics
    FROM needs_participants r0
    LEFT JOIN needs_rounds r1 ON r1.id = r0.round_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r2.published)
    WHERE false;

SELECT r0.participant_id, r0.id, r0.fiscal_year, r0.priority
    FROM needs_choices r0
    WHERE false
    ORDER BY r0.participant_id, r0.priority, r0.id;

