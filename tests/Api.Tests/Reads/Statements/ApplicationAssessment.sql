-- nobody: { applicationAssessments(where: { by: { in: [SELF] }, fiscalYear: { gte: 1 }, enrollment: { id: { eq: null } }, revisions: { all: { evidence: { neq: "x" } } } }, order: [{ level: DESC }, { reached: ASC }], first: 20) { totalCount nodes { id name fiscalYear enrollment { id fiscalYear status } revisions { number level evidence } } } }

SELECT r1.id, (SELECT own.name
    FROM enrollments settled
    CROSS JOIN LATERAL (SELECT (settled.changed_at AT TIME ZONE 'Asia/Bangkok')::date) AS on_day (day)
    JOIN held_names own ON own.person_id = settled.person_id AND NOT own.aside AND coalesce(own.held_from <= on_day.day, true) AND coalesce(own.held_to >= on_day.day, true)
    WHERE settled.id = r1.enrollment_id), r1.fiscal_year, r4.id, r4.fiscal_year, r4.status
    FROM (SELECT r0.id AS id, r0.level AS k0, (r0.level >= r0.level_needed) AS k1, r0.id AS k2
    FROM application_assessments r0
    WHERE false
    ORDER BY r0.level DESC NULLS LAST, (r0.level >= r0.level_needed), r0.id
    LIMIT 21) page
    JOIN application_assessments r1 ON r1.id = page.id
    LEFT JOIN enrollments r4 ON r4.id = r1.enrollment_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM application_assessments r0
    WHERE false;

SELECT r0.assessment_id, r0.number, r0.id, r0.level, r0.evidence
    FROM application_revisions r0
    WHERE r0.assessment_id = ANY($1)
    ORDER BY r0.assessment_id, r0.number, r0.id;

-- budget officer: { applicationAssessments(where: { by: { in: [SELF] }, fiscalYear: { gte: 1 }, enrollment: { id: { eq: null } }, revisions: { all: { evidence: { neq: "x" } } } }, order: [{ level: DESC }, { reached: ASC }], first: 20) { totalCount nodes { id name fiscalYear enrollment { id fiscalYear status } revisions { number level evidence } } } }

SELECT r1.id, (SELECT own.name
    FROM enrollments settled
    CROSS JOIN LATERAL (SELECT (settled.changed_at AT TIME ZONE 'Asia/Bangkok')::date) AS on_day (day)
    JOIN held_names own ON own.person_id = settled.person_id AND NOT own.aside AND coalesce(own.held_from <= on_day.day, true) AND coalesce(own.held_to >= on_day.day, true)
    WHERE settled.id = r1.enrollment_id), r1.fiscal_year, r4.id, r4.fiscal_year, r4.status
    FROM (SELECT r0.id AS id, r0.level AS k0, (r0.level >= r0.level_needed) AS k1, r0.id AS k2
    FROM application_assessments r0
    WHERE false
    ORDER BY r0.level DESC NULLS LAST, (r0.level >= r0.level_needed), r0.id
    LIMIT 21) page
    JOIN application_assessments r1 ON r1.id = page.id
    LEFT JOIN enrollments r4 ON r4.id = r1.enrollment_id AND false
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM application_assessments r0
    WHERE false;

SELECT r0.assessment_id, r0.number, r0.id, r0.level, r0.evidence
    FROM application_revisions r0
    WHERE r0.assessment_id = ANY($1)
    ORDER BY r0.assessment_id, r0.number, r0.id;

-- budget officer: { applicationAssessments { groups(by: [OFFICE, DUE_MONTH], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r1.name
    FROM offices r1
    WHERE r1.id = r0.office_id AND (r1.published OR r1.code = ANY($1))), (date_trunc('month', r0.due_on)::date)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM application_assessments r0
    WHERE false
    GROUP BY r0.office_id, date_trunc('month', r0.due_on)::date
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, date_trunc('month', r0.due_on)::date
    LIMIT 10;

-- nobody: { applicationAssessment(id: "QXBwbGljYXRpb25Bc3Nlc3NtZW50OgAAAAAAAAAAAAAAAAAAAAA") { id name fiscalYear enrollment { id fiscalYear status } revisions { number level evidence } } }

SELECT r0.id, (SELECT own.name
    FROM enrollments settled
    CROSS JOIN LATERAL (SELECT (settled.changed_at AT TIME ZONE 'Asia/Bangkok')::date) AS on_day (day)
    JOIN held_names own ON own.person_id = settled.person_id AND NOT own.aside AND coalesce(own.held_from <= on_day.day, true) AND coalesce(own.held_to >= on_day.day, true)
    WHERE settled.id = r0.enrollment_id), r0.fiscal_year, r1.id, r1.fiscal_year, r1.status
    FROM application_assessments r0
    LEFT JOIN enrollments r1 ON r1.id = r0.enrollment_id AND false
    WHERE false;

SELECT r0.assessment_id, r0.number, r0.id, r0.level, r0.evidence
    FROM application_revisions r0
    WHERE r0.assessment_id IN (SELECT r1.id
    FROM application_assessments r1
    WHERE false)
    ORDER BY r0.assessment_id, r0.number, r0.id;

