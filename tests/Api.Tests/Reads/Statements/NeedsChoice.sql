-- nobody: { needsChoices(where: { fiscalYear: { gte: 1 }, participant: { id: { eq: null } } }, order: [{ fiscalYear: DESC }, { priority: ASC }], first: 20) { totalCount nodes { id fiscalYear priority participant { id fiscalYear answeredAt } } } }

SELECT r1.id, r1.fiscal_year, r1.priority, r3.id, r3.fiscal_year, r3.answered_at
    FROM (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.priority AS k1, r0.id AS k2
    FROM needs_choices r0
    WHERE false
    ORDER BY r0.fiscal_year DESC, r0.priority, r0.id
    LIMIT 21) page
    JOIN needs_choices r1 ON r1.id = page.id
    LEFT JOIN needs_participants r3 ON r3.id = r1.participant_id AND false
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM needs_choices r0
    WHERE false;

-- development officer: { needsChoices(where: { fiscalYear: { gte: 1 }, participant: { id: { eq: null } } }, order: [{ fiscalYear: DESC }, { priority: ASC }], first: 20) { totalCount nodes { id fiscalYear priority participant { id fiscalYear answeredAt } } } }

SELECT r1.id, r1.fiscal_year, r1.priority, r3.id, r3.fiscal_year, r3.answered_at
    FROM (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.priority AS k1, r0.id AS k2
    FROM needs_choices r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM needs_participants r2
    WHERE r2.id = r0.participant_id AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]))
    ORDER BY r0.fiscal_year DESC, r0.priority, r0.id
    LIMIT 21) page
    JOIN needs_choices r1 ON r1.id = page.id
    LEFT JOIN needs_participants r3 ON r3.id = r1.participant_id AND r3.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC, page.k1, page.k2;

SELECT count(*)::int
    FROM needs_choices r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND r0.fiscal_year >= $2 AND NOT EXISTS (SELECT
    FROM needs_participants r1
    WHERE r1.id = r0.participant_id AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]));

-- development officer: { needsChoices { groups(by: [OFFICE, SCHOOL], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r2.name
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))), (SELECT r3.name
    FROM schools r3
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r3.id = r1.school_id AND (r4.published OR r4.code = ANY($1)))) COLLATE "th-x-icu", ''), count(*)::int
    FROM needs_choices r0
    LEFT JOIN needs_participants r1 ON r1.id = r0.participant_id AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.office_id, r1.school_id
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, r1.school_id
    LIMIT 10;

-- nobody: { needsChoice(id: "TmVlZHNDaG9pY2U6AAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear priority participant { id fiscalYear answeredAt } } }

SELECT r0.id, r0.fiscal_year, r0.priority, r1.id, r1.fiscal_year, r1.answered_at
    FROM needs_choices r0
    LEFT JOIN needs_participants r1 ON r1.id = r0.participant_id AND false
    WHERE false;

