-- nobody: { furtherStudies(where: { field: { contains: "ครู" }, degree: { in: [CERTIFICATE] }, bondDays: { gte: 1 }, person: { id: { eq: null } }, extensions: { all: { orderNumber: { neq: "x" } } } }, order: [{ scholarship: DESC }, { orderNumber: ASC }], first: 20) { totalCount nodes { id requestedOn degree person { id title name } extensions { number endsBefore endsOn } } } }

SELECT r1.id, r1.requested_on, r1.degree, r4.id, r4.title, r4.name
    FROM (SELECT r0.id AS id, r0.scholarship AS k0, r0.order_number AS k1, r0.id AS k2
    FROM further_studies r0
    WHERE false
    ORDER BY r0.scholarship DESC NULLS LAST, r0.order_number, r0.id
    LIMIT 21) page
    JOIN further_studies r1 ON r1.id = page.id
    LEFT JOIN people r4 ON r4.id = r1.person_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM further_studies r0
    WHERE false;

SELECT r0.study_id, r0.number, r0.ends_before, r0.ends_on
    FROM further_study_extensions r0
    WHERE r0.study_id = ANY($1)
    ORDER BY r0.study_id, r0.number, r0.id;

-- development officer: { furtherStudies(where: { field: { contains: "ครู" }, degree: { in: [CERTIFICATE] }, bondDays: { gte: 1 }, person: { id: { eq: null } }, extensions: { all: { orderNumber: { neq: "x" } } } }, order: [{ scholarship: DESC }, { orderNumber: ASC }], first: 20) { totalCount nodes { id requestedOn degree person { id title name } extensions { number endsBefore endsOn } } } }

SELECT r1.id, r1.requested_on, r1.degree, r4.id, r4.title, r4.name
    FROM (SELECT r0.id AS id, r0.scholarship AS k0, r0.order_number AS k1, r0.id AS k2
    FROM further_studies r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.field) LIKE fold_text($2) AND r0.degree = ANY($3) AND r0.bond_days >= $4 AND NOT EXISTS (SELECT
    FROM people r2
    WHERE r2.id = r0.person_id AND r2.merged_into_id IS NULL AND r2.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND NOT EXISTS (SELECT
    FROM further_study_extensions r3
    WHERE r3.study_id = r0.id AND r3.order_number = $5)
    ORDER BY r0.scholarship DESC NULLS LAST, r0.order_number, r0.id
    LIMIT 21) page
    JOIN further_studies r1 ON r1.id = page.id
    LEFT JOIN people r4 ON r4.id = r1.person_id AND r4.merged_into_id IS NULL AND r4.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM further_studies r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1]) AND fold_text(r0.field) LIKE fold_text($2) AND r0.degree = ANY($3) AND r0.bond_days >= $4 AND NOT EXISTS (SELECT
    FROM people r1
    WHERE r1.id = r0.person_id AND r1.merged_into_id IS NULL AND r1.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])) AND NOT EXISTS (SELECT
    FROM further_study_extensions r2
    WHERE r2.study_id = r0.id AND r2.order_number = $5);

SELECT r0.study_id, r0.number, r0.ends_before, r0.ends_on
    FROM further_study_extensions r0
    WHERE r0.study_id = ANY($1)
    ORDER BY r0.study_id, r0.number, r0.id;

-- development officer: { furtherStudies { groups(by: [OFFICE, BOND_UNTIL_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (date_trunc('month', r0.bond_until)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM further_studies r0
    WHERE r0.office_id = (SELECT own.id
    FROM offices own
    WHERE own.code = ($1)[1])
    GROUP BY r0.office_id, date_trunc('month', r0.bond_until)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, date_trunc('month', r0.bond_until)::date
    LIMIT 10;

-- nobody: { furtherStudy(id: "RnVydGhlclN0dWR5OgAAAAAAAAAAAAAAAAAAAAA") { id requestedOn degree person { id title name } extensions { number endsBefore endsOn } } }

SELECT r0.id, r0.requested_on, r0.degree, r1.id, r1.title, r1.name
    FROM further_studies r0
    LEFT JOIN people r1 ON r1.id = r0.person_id AND false
    WHERE false;

SELECT r0.study_id, r0.number, r0.ends_before, r0.ends_on
    FROM further_study_extensions r0
    WHERE r0.study_id IN (SELECT r1.id
    FROM further_studies r1
    WHERE false)
    ORDER BY r0.study_id, r0.number, r0.id;

