-- nobody: { questionnaireAnswers(where: { fiscalYear: { gte: 1 }, questionnaire: { id: { eq: null } } }, order: [{ fiscalYear: DESC }], first: 20) { totalCount nodes { id fiscalYear questionnaire { id fiscalYear title } } } }

SELECT r1.id, r1.fiscal_year, r6.id, r6.fiscal_year, r6.title
    FROM (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM questionnaire_answers r0
    LEFT JOIN questionnaires r2 ON r2.id = r0.questionnaire_id
    WHERE false
    ORDER BY r0.fiscal_year DESC, r0.id DESC
    LIMIT 21) page
    JOIN questionnaire_answers r1 ON r1.id = page.id
    LEFT JOIN questionnaires r6 ON r6.id = r1.questionnaire_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offerings r7 ON r7.id = r6.offering_id
    LEFT JOIN offices r8 ON r8.id = r7.office_id
    WHERE r8.published)
    ORDER BY page.k0 DESC, page.k1 DESC;

SELECT count(*)::int
    FROM questionnaire_answers r0
    LEFT JOIN questionnaires r1 ON r1.id = r0.questionnaire_id
    WHERE false;

-- budget officer: { questionnaireAnswers(where: { fiscalYear: { gte: 1 }, questionnaire: { id: { eq: null } } }, order: [{ fiscalYear: DESC }], first: 20) { totalCount nodes { id fiscalYear questionnaire { id fiscalYear title } } } }

SELECT r1.id, r1.fiscal_year, r6.id, r6.fiscal_year, r6.title
    FROM (SELECT r0.id AS id, r0.fiscal_year AS k0, r0.id AS k1
    FROM questionnaire_answers r0
    LEFT JOIN questionnaires r2 ON r2.id = r0.questionnaire_id
    WHERE false
    ORDER BY r0.fiscal_year DESC, r0.id DESC
    LIMIT 21) page
    JOIN questionnaire_answers r1 ON r1.id = page.id
    LEFT JOIN questionnaires r6 ON r6.id = r1.questionnaire_id AND EXISTS (SELECT
    FROM (SELECT) AS one
    LEFT JOIN offerings r7 ON r7.id = r6.offering_id
    LEFT JOIN offices r8 ON r8.id = r7.office_id
    WHERE (r8.published OR r8.code = ANY($2)))
    ORDER BY page.k0 DESC, page.k1 DESC;

SELECT count(*)::int
    FROM questionnaire_answers r0
    LEFT JOIN questionnaires r1 ON r1.id = r0.questionnaire_id
    WHERE false;

