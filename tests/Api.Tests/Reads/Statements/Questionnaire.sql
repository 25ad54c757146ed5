-- nobody: { questionnaires(where: { id: { in: ["UXVlc3Rpb25uYWlyZToAAAAAAAAAAAAAAAAAAAAA"] }, title: { contains: "ครู" }, status: { in: [DRAFT] }, fiscalYear: { gte: 1 }, offering: { id: { eq: null } }, items: { all: { text: { neq: "x" } } }, comments: { any: true } }, order: [{ openedAt: DESC }, { closedAt: ASC }], first: 20) { totalCount nodes { id fiscalYear title offering { id fiscalYear title } items { number text } comments(first: 3) { totalCount nodes { id number text } } } } }

SELECT r1.id, r1.fiscal_year, r1.title, r7.id, r7.fiscal_year, r7.title
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.opened_at AS k0, r0.closed_at AS k1, r0.id AS k2
    FROM questionnaires r0
    LEFT JOIN offerings r2 ON r2.id = r0.offering_id
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r3.published AND r0.id = ANY($1) AND fold_text(r0.title) LIKE fold_text($2) AND r0.status = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM offerings r4
    WHERE r4.id = r0.offering_id) AND NOT EXISTS (SELECT
    FROM questionnaire_items r5
    WHERE r5.questionnaire_id = r0.id AND r5.text = $5) AND EXISTS (SELECT
    FROM questionnaire_comments r6
    WHERE false) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN questionnaires r1 ON r1.id = page.id
    LEFT JOIN offerings r7 ON r7.id = r1.offering_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM questionnaires r0
    LEFT JOIN offerings r1 ON r1.id = r0.offering_id
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE r2.published AND r0.id = ANY($1) AND fold_text(r0.title) LIKE fold_text($2) AND r0.status = ANY($3) AND r0.fiscal_year >= $4 AND NOT EXISTS (SELECT
    FROM offerings r3
    WHERE r3.id = r0.offering_id) AND NOT EXISTS (SELECT
    FROM questionnaire_items r4
    WHERE r4.questionnaire_id = r0.id AND r4.text = $5) AND EXISTS (SELECT
    FROM questionnaire_comments r5
    WHERE false);

SELECT r0.questionnaire_id, r0.number, r0.text
    FROM questionnaire_items r0
    WHERE r0.questionnaire_id = ANY($1)
    ORDER BY r0.questionnaire_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.number, r1.text
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM questionnaire_comments r0
    WHERE false
    ORDER BY r0.number, r0.id
    LIMIT 4) page
    JOIN questionnaire_comments r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM questionnaire_comments r0
    WHERE false) a ON true;

-- budget officer: { questionnaires(where: { id: { in: ["UXVlc3Rpb25uYWlyZToAAAAAAAAAAAAAAAAAAAAA"] }, title: { contains: "ครู" }, status: { in: [DRAFT] }, fiscalYear: { gte: 1 }, offering: { id: { eq: null } }, items: { all: { text: { neq: "x" } } }, comments: { any: true } }, order: [{ openedAt: DESC }, { closedAt: ASC }], first: 20) { totalCount nodes { id fiscalYear title offering { id fiscalYear title } items { number text } comments(first: 3) { totalCount nodes { id number text } } } } }

SELECT r1.id, r1.fiscal_year, r1.title, r7.id, r7.fiscal_year, r7.title
    FROM (SELECT *
    FROM (SELECT r0.id AS id, r0.opened_at AS k0, r0.closed_at AS k1, r0.id AS k2
    FROM questionnaires r0
    LEFT JOIN offerings r2 ON r2.id = r0.offering_id
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE (r3.published OR r3.code = ANY($1)) AND r0.id = ANY($2) AND fold_text(r0.title) LIKE fold_text($3) AND r0.status = ANY($4) AND r0.fiscal_year >= $5 AND NOT EXISTS (SELECT
    FROM offerings r4
    WHERE r4.id = r0.offering_id) AND NOT EXISTS (SELECT
    FROM questionnaire_items r5
    WHERE r5.questionnaire_id = r0.id AND r5.text = $6) AND EXISTS (SELECT
    FROM questionnaire_comments r6
    WHERE false) OFFSET 0) found
    ORDER BY k0 DESC NULLS LAST, k1, k2
    LIMIT 21) page
    JOIN questionnaires r1 ON r1.id = page.id
    LEFT JOIN offerings r7 ON r7.id = r1.offering_id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM questionnaires r0
    LEFT JOIN offerings r1 ON r1.id = r0.offering_id
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE (r2.published OR r2.code = ANY($1)) AND r0.id = ANY($2) AND fold_text(r0.title) LIKE fold_text($3) AND r0.status = ANY($4) AND r0.fiscal_year >= $5 AND NOT EXISTS (SELECT
    FROM offerings r3
    WHERE r3.id = r0.offering_id) AND NOT EXISTS (SELECT
    FROM questionnaire_items r4
    WHERE r4.questionnaire_id = r0.id AND r4.text = $6) AND EXISTS (SELECT
    FROM questionnaire_comments r5
    WHERE false);

SELECT r0.questionnaire_id, r0.number, r0.text
    FROM questionnaire_items r0
    WHERE r0.questionnaire_id = ANY($1)
    ORDER BY r0.questionnaire_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.number, r1.text
    FROM unnest($1) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM questionnaire_comments r0
    WHERE false
    ORDER BY r0.number, r0.id
    LIMIT 4) page
    JOIN questionnaire_comments r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM unnest($1) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM questionnaire_comments r0
    WHERE false) a ON true;

-- budget officer: { questionnaires { groups(by: [OFFICE, STATUS], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r3.name
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1))), (r0.status)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM questionnaires r0
    LEFT JOIN offerings r1 ON r1.id = r0.offering_id
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    WHERE (r2.published OR r2.code = ANY($1))
    GROUP BY r0.office_id, r0.status
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, array_position('{DRAFT,OPEN,CLOSED}'::text[], r0.status)
    LIMIT 10;

-- nobody: { questionnaire(id: "UXVlc3Rpb25uYWlyZToAAAAAAAAAAAAAAAAAAAAA") { id fiscalYear title offering { id fiscalYear title } items { number text } comments(first: 3) { totalCount nodes { id number text } } } }

SELECT r0.id, r0.fiscal_year, r0.title, r3.id, r3.fiscal_year, r3.title
    FROM questionnaires r0
    LEFT JOIN offerings r1 ON r1.id = r0.offering_id
    LEFT JOIN offices r2 ON r2.id = r1.office_id
    LEFT JOIN offerings r3 ON r3.id = r0.offering_id
    WHERE r0.id = $1 AND r2.published;

SELECT r0.questionnaire_id, r0.number, r0.text
    FROM questionnaire_items r0
    WHERE r0.questionnaire_id IN (SELECT r1.id
    FROM questionnaires r1
    LEFT JOIN offerings r2 ON r2.id = r1.offering_id
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r1.id = $1 AND r3.published)
    ORDER BY r0.questionnaire_id, r0.number, r0.id;

SELECT parent.id, r1.id, r1.number, r1.text
    FROM (SELECT r2.id
    FROM questionnaires r2
    LEFT JOIN offerings r3 ON r3.id = r2.offering_id
    LEFT JOIN offices r4 ON r4.id = r3.office_id
    WHERE r2.id = $1 AND r4.published) AS parent(id)
    CROSS JOIN LATERAL (SELECT r0.id AS id, r0.number AS k0, r0.id AS k1
    FROM questionnaire_comments r0
    WHERE false
    ORDER BY r0.number, r0.id
    LIMIT 4) page
    JOIN questionnaire_comments r1 ON r1.id = page.id
    ORDER BY parent.id, page.k0, page.k1;

SELECT parent.id, a.c1
    FROM (SELECT r1.id
    FROM questionnaires r1
    LEFT JOIN offerings r2 ON r2.id = r1.offering_id
    LEFT JOIN offices r3 ON r3.id = r2.office_id
    WHERE r1.id = $1 AND r3.published) AS parent(id)
    LEFT JOIN LATERAL (SELECT count(*)::int AS c1
    FROM questionnaire_comments r0
    WHERE false) a ON true;

