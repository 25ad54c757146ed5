-- nobody: { questionnaireAnswers(where: { fiscalYear: { gte: 1 }, questionnaire: { id: { eq: null } } }, order: [{ fiscalYear: DESC }], first: 20) { totalCount nodes { id fiscalYear questionnaire { id fiscalYear title } } } }

SELECT r1.id, r1.fiscal_year, r5.id, r5.fiscal_year, r5.title
    FROM (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM questionnaire_answers r0
    WHERE false
    ORDER BY r0.fiscal_year DESC, r0.id DESC
    LIMIT 21) page
    JOIN questionnaire_answers r1 ON r1.id = page.id
    LEFT JOIN questionnaires r5 ON r5.id = r1.questionnaire_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offerings r6 ON r6.id = r5.offering_id
    LEFT JOIN offices r7 ON r7.id = r6.office_id
    WHERE r7.published)
    ORDER BY page.k0 DESC, page.k1 DESC;

SELECT count(*)::int
    FROM questionnaire_answers r0
    WHERE false;

-- budget officer: { questionnaireAnswers(where: { fiscalYear: { gte: 1 }, questionnaire: { id: { eq: null } } }, order: [{ fiscalYear: DESC }], first: 20) { totalCount nodes { id fiscalYear questionnaire { id fiscalYear title } } } }

SELECT r1.id, r1.fiscal_year, r5.id, r5.fiscal_year, r5.title
    FROM (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM questionnaire_answers r0
    WHERE false
    ORDER BY r0.fiscal_year DESC, r0.id DESC
    LIMIT 21) page
    JOIN questionnaire_answers r1 ON r1.id = page.id
    LEFT JOIN questionnaires r5 ON r5.id = r1.questionnaire_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offerings r6 ON r6.id = r5.offering_id
    LEFT JOIN offices r7 ON r7.id = r6.office_id
    WHERE (r7.published OR r7.code = ANY($2)))
    ORDER BY page.k0 DESC, page.k1 DESC;

SELECT count(*)::int
    FROM questionnaire_answers r0
    WHERE false;

