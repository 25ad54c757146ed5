-- How a mean of scores is put into words, from a day on.
CREATE TABLE satisfaction_scales (
    id uuid PRIMARY KEY,
    valid_from date NOT NULL UNIQUE,
    source text COLLATE "th-x-icu" NOT NULL
);
CREATE TABLE satisfaction_bands (
    id uuid PRIMARY KEY,
    scale_id uuid NOT NULL REFERENCES satisfaction_scales (id),
    number integer NOT NULL CHECK (number > 0),
    name text COLLATE "th-x-icu" NOT NULL,
    lowest numeric NOT NULL CHECK (lowest BETWEEN 1 AND 5),
    UNIQUE (scale_id, number),
    UNIQUE (scale_id, lowest)
);
INSERT INTO satisfaction_scales (id, valid_from, source) VALUES
    ('0198a000-0000-7000-8000-000000100001', '2002-01-01', 'บุญชม ศรีสะอาด (2545). การวิจัยเบื้องต้น');
INSERT INTO satisfaction_bands (id, scale_id, number, name, lowest) VALUES
    ('0198a000-0000-7000-8000-000000110001', '0198a000-0000-7000-8000-000000100001', 1, 'น้อยที่สุด', 1),
    ('0198a000-0000-7000-8000-000000110002', '0198a000-0000-7000-8000-000000100001', 2, 'น้อย', 1.51),
    ('0198a000-0000-7000-8000-000000110003', '0198a000-0000-7000-8000-000000100001', 3, 'ปานกลาง', 2.51),
    ('0198a000-0000-7000-8000-000000110004', '0198a000-0000-7000-8000-000000100001', 4, 'มาก', 3.51),
    ('0198a000-0000-7000-8000-000000110005', '0198a000-0000-7000-8000-000000100001', 5, 'มากที่สุด', 4.51);

-- One questionnaire of an offering.
CREATE TABLE questionnaires (
    id uuid PRIMARY KEY,
    offering_id uuid NOT NULL UNIQUE REFERENCES offerings (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL,
    title text COLLATE "th-x-icu" NOT NULL,
    status text COLLATE "th-x-icu" NOT NULL CHECK (status IN ('DRAFT', 'OPEN', 'CLOSED')),
    version integer NOT NULL CHECK (version > 0),
    opened_at timestamptz,
    closed_at timestamptz,
    CHECK ((status = 'DRAFT') = (opened_at IS NULL)),
    CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL))
);
CREATE INDEX ix_questionnaires_fiscal_year ON questionnaires (fiscal_year, id);
CREATE INDEX ix_questionnaires_office_id ON questionnaires (office_id, fiscal_year, id);

CREATE TABLE questionnaire_items (
    id uuid PRIMARY KEY,
    questionnaire_id uuid NOT NULL REFERENCES questionnaires (id),
    number integer NOT NULL CHECK (number > 0),
    text text COLLATE "th-x-icu" NOT NULL,
    UNIQUE (questionnaire_id, number) DEFERRABLE INITIALLY DEFERRED
);

-- That somebody has answered: no time, and a random id.
CREATE TABLE questionnaire_answers (
    id uuid PRIMARY KEY,
    questionnaire_id uuid NOT NULL REFERENCES questionnaires (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL,
    enrollment_id uuid NOT NULL REFERENCES enrollments (id),
    person_id uuid NOT NULL REFERENCES people (id),
    CONSTRAINT one_answer_of_an_enrollment UNIQUE (questionnaire_id, enrollment_id)
);
CREATE INDEX ix_questionnaire_answers_questionnaire_id ON questionnaire_answers (questionnaire_id, fiscal_year, id);
CREATE INDEX ix_questionnaire_answers_office_id ON questionnaire_answers (office_id, fiscal_year, id);
CREATE INDEX ix_questionnaire_answers_person_id ON questionnaire_answers (person_id, fiscal_year, id);
CREATE INDEX ix_questionnaire_answers_enrollment_id ON questionnaire_answers (enrollment_id);

-- What has been answered to a questionnaire while it is open: one row, in which nothing is in the order in which it came, neither
-- by ids or times nor by the place on disk. The service has no right on it: it adds an answer and takes all of them by the
-- functions below.
CREATE TABLE questionnaire_boxes (
    questionnaire_id uuid PRIMARY KEY REFERENCES questionnaires (id),
    -- How often each item got each score: 1 to 5 of the first item, then of the next one.
    counts integer[] NOT NULL,
    -- A JSON list in the order of the alphabet, as bytes: a name that is replaced while the questionnaire is open would tell which
    -- comments were there before. Former names are replaced when it is closed.
    comments bytea NOT NULL
);

CREATE TABLE questionnaire_results (
    id uuid PRIMARY KEY,
    questionnaire_id uuid NOT NULL UNIQUE REFERENCES questionnaires (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    answers integer NOT NULL CHECK (answers >= 5),
    sum bigint NOT NULL,
    squares bigint NOT NULL,
    mean numeric NOT NULL CHECK (mean BETWEEN 1 AND 5),
    deviation numeric CHECK (deviation >= 0),
    band_id uuid NOT NULL REFERENCES satisfaction_bands (id)
);
CREATE TABLE questionnaire_item_results (
    id uuid PRIMARY KEY,
    result_id uuid NOT NULL REFERENCES questionnaire_results (id),
    number integer NOT NULL CHECK (number > 0),
    text text COLLATE "th-x-icu" NOT NULL,
    answers integer NOT NULL CHECK (answers >= 5),
    sum bigint NOT NULL,
    squares bigint NOT NULL,
    mean numeric NOT NULL CHECK (mean BETWEEN 1 AND 5),
    deviation numeric CHECK (deviation >= 0),
    band_id uuid NOT NULL REFERENCES satisfaction_bands (id),
    UNIQUE (result_id, number)
);
-- Written at once, when the questionnaire is closed; the ids are random, the numbers drawn by lot.
CREATE TABLE questionnaire_comments (
    id uuid PRIMARY KEY,
    result_id uuid NOT NULL REFERENCES questionnaire_results (id),
    questionnaire_id uuid NOT NULL REFERENCES questionnaires (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    number integer NOT NULL CHECK (number > 0),
    text text COLLATE "th-x-icu" NOT NULL,
    UNIQUE (result_id, number)
);
CREATE INDEX ix_questionnaire_comments_questionnaire_id ON questionnaire_comments (questionnaire_id, number, id);
CREATE INDEX ix_questionnaire_comments_office_id ON questionnaire_comments (office_id, number, id);

-- A questionnaire is opened once and closed once. Opening it makes its box.
CREATE FUNCTION keep_questionnaire_steps() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (OLD.status, NEW.status) NOT IN (('DRAFT', 'OPEN'), ('OPEN', 'CLOSED')) THEN
        RAISE EXCEPTION 'a questionnaire that is % does not become %', OLD.status, NEW.status
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.status = 'OPEN' THEN
        INSERT INTO questionnaire_boxes (questionnaire_id, counts, comments)
        SELECT NEW.id, array_fill(0, ARRAY[5 * count(*)::integer]), convert_to('[]', 'UTF8')
        FROM questionnaire_items i WHERE i.questionnaire_id = NEW.id HAVING count(*) > 0;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'the questionnaire has no items' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_questionnaire_steps AFTER UPDATE OF status ON questionnaires
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION keep_questionnaire_steps();

-- The items of a questionnaire that people answer stay.
CREATE FUNCTION keep_questionnaire_items() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM questionnaires q WHERE q.id = coalesce(NEW.questionnaire_id, OLD.questionnaire_id)
        AND q.status <> 'DRAFT') THEN
        RAISE EXCEPTION 'the questionnaire was opened' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER keep_questionnaire_items AFTER INSERT OR DELETE ON questionnaire_items
    FOR EACH ROW EXECUTE FUNCTION keep_questionnaire_items();

-- Counts an answer, and that the enrolment has answered: both or, if it has answered before, neither. Gives whether it was counted.
CREATE FUNCTION answer_questionnaire(answer uuid, questionnaire uuid, enrollment uuid, scores integer[], comment text)
RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM questionnaires q WHERE q.id = questionnaire AND q.status = 'OPEN' FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the questionnaire is not open' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NOT EXISTS (SELECT FROM questionnaires q JOIN enrollments e ON e.offering_id = q.offering_id
        WHERE q.id = questionnaire AND e.id = enrollment AND e.attended_minutes > 0) THEN
        RAISE EXCEPTION 'the person was not there' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    INSERT INTO questionnaire_answers (id, questionnaire_id, office_id, fiscal_year, enrollment_id, person_id)
    SELECT answer, q.id, q.office_id, q.fiscal_year, e.id, e.person_id
    FROM questionnaires q, enrollments e WHERE q.id = questionnaire AND e.id = enrollment
    ON CONFLICT (questionnaire_id, enrollment_id) DO NOTHING;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    UPDATE questionnaire_boxes b SET
        counts = (SELECT array_agg(c.count + (scores[(c.place - 1) / 5 + 1] = (c.place - 1) % 5 + 1)::integer ORDER BY c.place)
            FROM unnest(b.counts) WITH ORDINALITY AS c (count, place)),
        comments = CASE WHEN comment IS NULL THEN b.comments
            ELSE convert_to((SELECT jsonb_agg(c ORDER BY c COLLATE "C")::text FROM (
                SELECT jsonb_array_elements_text(convert_from(b.comments, 'UTF8')::jsonb) AS c UNION ALL SELECT comment) AS written), 'UTF8') END
    WHERE b.questionnaire_id = questionnaire AND cardinality(b.counts) = 5 * cardinality(scores)
        AND 1 <= ALL (scores) AND 5 >= ALL (scores);
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the scores are not those of the items' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN true;
END $$;

-- Takes what was answered to a questionnaire that is closed, once. Null if fewer than five people answered.
CREATE FUNCTION take_questionnaire_answers(questionnaire uuid, OUT counts integer[], OUT comments text[])
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM FROM questionnaires q WHERE q.id = questionnaire AND q.status = 'CLOSED';
    IF NOT FOUND THEN
        RAISE EXCEPTION 'the questionnaire is not closed' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    DELETE FROM questionnaire_boxes b WHERE b.questionnaire_id = questionnaire
    RETURNING b.counts, ARRAY(SELECT jsonb_array_elements_text(convert_from(b.comments, 'UTF8')::jsonb)) INTO counts, comments;
    IF (SELECT sum(c) FROM unnest(counts[1:5]) AS c) >= 5 THEN
        RETURN;
    END IF;
    counts := NULL;
    comments := NULL;
END $$;
REVOKE EXECUTE ON FUNCTION answer_questionnaire, take_questionnaire_answers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION answer_questionnaire, take_questionnaire_answers TO teacherdevplan_service;

-- What an office decides about the assessment of how what was learnt is applied.
CREATE TABLE application_plans (
    id uuid PRIMARY KEY,
    offering_id uuid NOT NULL UNIQUE REFERENCES offerings (id),
    due_days integer NOT NULL CHECK (due_days > 0),
    level integer NOT NULL CHECK (level BETWEEN 1 AND 5),
    version integer NOT NULL CHECK (version > 0)
);

-- Three of each enrolment that completed an offering with a plan.
CREATE TABLE application_assessments (
    id uuid PRIMARY KEY,
    enrollment_id uuid NOT NULL REFERENCES enrollments (id),
    offering_id uuid NOT NULL REFERENCES offerings (id),
    offering_office_id uuid NOT NULL REFERENCES offices (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    school_id uuid REFERENCES schools (id),
    person_id uuid NOT NULL REFERENCES people (id),
    fiscal_year integer NOT NULL,
    by text COLLATE "th-x-icu" NOT NULL CHECK (by IN ('SELF', 'SUPERVISOR', 'COMMITTEE')),
    due_on date NOT NULL,
    level_needed integer NOT NULL CHECK (level_needed BETWEEN 1 AND 5),
    revision integer NOT NULL DEFAULT 0 CHECK (revision >= 0),
    level integer CHECK (level BETWEEN 1 AND 5),
    assessed_at timestamptz,
    is_last boolean NOT NULL DEFAULT false,
    UNIQUE (enrollment_id, by),
    CONSTRAINT one_last_assessment EXCLUDE (enrollment_id WITH =) WHERE (is_last) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((revision > 0) = (level IS NOT NULL) AND (revision > 0) = (assessed_at IS NOT NULL)),
    CHECK (revision > 0 OR NOT is_last)
);
CREATE INDEX ix_application_assessments_due_on ON application_assessments (due_on, id);
CREATE INDEX ix_application_assessments_offering_id ON application_assessments (offering_id, due_on, id);
CREATE INDEX ix_application_assessments_offering_office_id ON application_assessments (offering_office_id, due_on, id);
CREATE INDEX ix_application_assessments_office_id ON application_assessments (office_id, due_on, id);
CREATE INDEX ix_application_assessments_school_id ON application_assessments (school_id, due_on, id);
CREATE INDEX ix_application_assessments_person_id ON application_assessments (person_id, due_on, id);

CREATE TABLE application_revisions (
    id uuid PRIMARY KEY,
    assessment_id uuid NOT NULL REFERENCES application_assessments (id),
    number integer NOT NULL CHECK (number > 0),
    level integer NOT NULL CHECK (level BETWEEN 1 AND 5),
    evidence text COLLATE "th-x-icu" NOT NULL,
    made_by text COLLATE "th-x-icu" NOT NULL CHECK (made_by IN ('PERSON', 'SUPERVISOR', 'DIRECTOR', 'OFFICER')),
    made_at timestamptz NOT NULL,
    UNIQUE (assessment_id, number)
);

-- Whoever completes an offering with a plan is assessed, in whatever order it comes: the commands lock the offering.
CREATE FUNCTION ask_for_assessments() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    of_enrollment uuid := CASE WHEN TG_TABLE_NAME = 'enrollments' THEN NEW.id END;
    of_offering uuid := NEW.offering_id;
BEGIN
    INSERT INTO application_assessments (id, enrollment_id, offering_id, offering_office_id, office_id, school_id, person_id,
        fiscal_year, by, due_on, level_needed)
    SELECT gen_random_uuid(), e.id, e.offering_id, e.offering_office_id, e.office_id, e.school_id, e.person_id,
        e.fiscal_year, a.by, (e.changed_at AT TIME ZONE 'Asia/Bangkok')::date + p.due_days, p.level
    FROM application_plans p JOIN enrollments e ON e.offering_id = p.offering_id
    CROSS JOIN unnest(ARRAY['SELF', 'SUPERVISOR', 'COMMITTEE']) AS a (by)
    WHERE p.offering_id = of_offering AND e.status = 'COMPLETED' AND (of_enrollment IS NULL OR e.id = of_enrollment)
    ON CONFLICT (enrollment_id, by) DO UPDATE SET due_on = excluded.due_on, level_needed = excluded.level_needed;
    RETURN NULL;
END $$;
CREATE TRIGGER ask_for_assessments AFTER INSERT OR UPDATE OF due_days, level ON application_plans
    FOR EACH ROW EXECUTE FUNCTION ask_for_assessments();
CREATE TRIGGER ask_for_assessments AFTER UPDATE OF status ON enrollments
    FOR EACH ROW WHEN (NEW.status = 'COMPLETED' AND OLD.status <> 'COMPLETED') EXECUTE FUNCTION ask_for_assessments();

GRANT SELECT ON satisfaction_scales, satisfaction_bands, questionnaire_answers TO teacherdevplan_service;
GRANT SELECT, INSERT, UPDATE ON questionnaires, application_plans TO teacherdevplan_service;
GRANT SELECT, INSERT, DELETE ON questionnaire_items TO teacherdevplan_service;
GRANT SELECT, INSERT ON questionnaire_results, questionnaire_item_results, questionnaire_comments, application_revisions
    TO teacherdevplan_service;
GRANT SELECT ON application_assessments TO teacherdevplan_service;
GRANT UPDATE (revision, level, assessed_at, is_last) ON application_assessments TO teacherdevplan_service;
