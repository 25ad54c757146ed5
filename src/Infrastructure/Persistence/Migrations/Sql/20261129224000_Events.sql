-- Courses of offices, and of the ministry for all offices.
CREATE TABLE courses (
    id uuid PRIMARY KEY,
    office_id uuid REFERENCES offices (id),
    code text COLLATE "th-x-icu" NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    hours numeric NOT NULL CHECK (hours > 0),
    provider text COLLATE "th-x-icu",
    approval_number text COLLATE "th-x-icu",
    version integer NOT NULL CHECK (version > 0),
    CONSTRAINT one_course_a_code UNIQUE NULLS NOT DISTINCT (office_id, code)
);
CREATE INDEX ix_courses_code ON courses (code, id);
CREATE INDEX ix_courses_office_id ON courses (office_id, code, id);

CREATE TABLE course_subjects (
    id uuid PRIMARY KEY,
    course_id uuid NOT NULL REFERENCES courses (id),
    number integer NOT NULL CHECK (number > 0),
    topic_id uuid REFERENCES development_topics (id),
    competency_id uuid REFERENCES competencies (id),
    UNIQUE (course_id, number) DEFERRABLE INITIALLY DEFERRED,
    CHECK (num_nonnulls(topic_id, competency_id) = 1)
);
CREATE INDEX ix_course_subjects_topic_id ON course_subjects (topic_id);
CREATE INDEX ix_course_subjects_competency_id ON course_subjects (competency_id);

-- What is held once, of a course or on its own.
CREATE TABLE offerings (
    id uuid PRIMARY KEY,
    office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    course_id uuid REFERENCES courses (id),
    -- An activity or a project that a later version of a plan does not have is gone; what was held stays.
    activity_id uuid REFERENCES activities (id) ON DELETE SET NULL,
    project_id uuid REFERENCES projects (id) ON DELETE SET NULL,
    title text COLLATE "th-x-icu" NOT NULL,
    method_id uuid NOT NULL REFERENCES development_methods (id),
    organiser text COLLATE "th-x-icu",
    venue text COLLATE "th-x-icu",
    -- Null is unlimited, 0 is none.
    capacity integer CHECK (capacity >= 0),
    minimum integer NOT NULL CHECK (minimum >= 0),
    enrol_from date,
    enrol_to date,
    joining text COLLATE "th-x-icu" NOT NULL CHECK (joining IN ('CLOSED', 'REQUEST', 'DIRECT')),
    overlap_policy text COLLATE "th-x-icu" NOT NULL CHECK (overlap_policy IN ('NONE', 'WARN', 'REFUSE')),
    required_percent integer NOT NULL CHECK (required_percent BETWEEN 0 AND 100),
    passing_score numeric CHECK (passing_score BETWEEN 0 AND 100),
    report_required boolean NOT NULL,
    status text COLLATE "th-x-icu" NOT NULL
        CHECK (status IN ('PLANNED', 'OPEN', 'IN_PROGRESS', 'COMPLETED', 'REPORTED', 'CANCELLED')),
    version integer NOT NULL CHECK (version > 0),
    starts_on date,
    ends_on date,
    planned_minutes integer NOT NULL CHECK (planned_minutes >= 0),
    held_minutes integer NOT NULL CHECK (held_minutes BETWEEN 0 AND planned_minutes),
    note text COLLATE "th-x-icu",
    CHECK (enrol_to >= enrol_from),
    CHECK (capacity >= minimum),
    CHECK ((starts_on IS NULL) = (ends_on IS NULL) AND ends_on >= starts_on),
    CHECK (status NOT IN ('REPORTED', 'CANCELLED') OR note IS NOT NULL)
);
CREATE INDEX ix_offerings_fiscal_year ON offerings (fiscal_year, id);
CREATE INDEX ix_offerings_office_id ON offerings (office_id, fiscal_year, id);
CREATE INDEX ix_offerings_course_id ON offerings (course_id, fiscal_year, id);
CREATE INDEX ix_offerings_activity_id ON offerings (activity_id, fiscal_year, id);
CREATE INDEX ix_offerings_project_id ON offerings (project_id, fiscal_year, id);
CREATE INDEX ix_offerings_method_id ON offerings (method_id);

CREATE TABLE sessions (
    id uuid PRIMARY KEY,
    offering_id uuid NOT NULL REFERENCES offerings (id),
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    -- The Thai day on which it starts.
    day date NOT NULL CHECK (day = (starts_at AT TIME ZONE 'Asia/Bangkok')::date),
    minutes integer NOT NULL CHECK (minutes > 0),
    title text COLLATE "th-x-icu",
    held boolean NOT NULL,
    most_attended integer NOT NULL CHECK (most_attended BETWEEN 0 AND minutes),
    CHECK (ends_at > starts_at)
);
CREATE INDEX ix_sessions_offering_id ON sessions (offering_id, starts_at, id);

-- One row of a person and an offering, whatever becomes of it.
CREATE TABLE enrollments (
    id uuid PRIMARY KEY,
    offering_id uuid NOT NULL REFERENCES offerings (id),
    offering_office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL,
    person_id uuid NOT NULL REFERENCES people (id),
    -- The office, the school and the category of the time.
    office_id uuid NOT NULL REFERENCES offices (id),
    school_id uuid REFERENCES schools (id),
    category_id uuid REFERENCES staff_categories (id),
    -- An item that a later draft of the plan does not have is gone.
    plan_item_id uuid REFERENCES individual_plan_items (id) ON DELETE SET NULL,
    status text COLLATE "th-x-icu" NOT NULL CHECK (status IN ('REQUESTED', 'WAITLISTED', 'ENROLLED', 'COMPLETED',
        'NOT_COMPLETED', 'ABSENT', 'DECLINED', 'WITHDRAWN')),
    seat integer CHECK (seat > 0),
    place integer,
    beyond_capacity boolean NOT NULL,
    overlapping boolean NOT NULL,
    requested_at timestamptz NOT NULL,
    changed_at timestamptz NOT NULL,
    pre_test numeric CHECK (pre_test BETWEEN 0 AND 100),
    post_test numeric CHECK (post_test BETWEEN 0 AND 100),
    report_given boolean NOT NULL,
    attended_minutes integer NOT NULL CHECK (attended_minutes >= 0),
    share_of_held numeric CHECK (share_of_held BETWEEN 0 AND 100),
    share_of_planned numeric CHECK (share_of_planned BETWEEN 0 AND 100),
    CONSTRAINT one_enrollment_of_a_person UNIQUE (offering_id, person_id),
    -- Who takes part has a seat, or is there by an exception; nobody else has either.
    CHECK ((status IN ('ENROLLED', 'COMPLETED', 'NOT_COMPLETED', 'ABSENT')) = (seat IS NOT NULL OR beyond_capacity)),
    CHECK (seat IS NULL OR NOT beyond_capacity),
    CHECK ((status = 'WAITLISTED') = (place IS NOT NULL)),
    CONSTRAINT one_person_a_seat UNIQUE (offering_id, seat) DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT one_person_a_place UNIQUE (offering_id, place) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_enrollments_fiscal_year ON enrollments (fiscal_year, id);
CREATE INDEX ix_enrollments_offering_id ON enrollments (offering_id, fiscal_year, id);
CREATE INDEX ix_enrollments_offering_office_id ON enrollments (offering_office_id, fiscal_year, id);
CREATE INDEX ix_enrollments_office_id ON enrollments (office_id, fiscal_year, id);
CREATE INDEX ix_enrollments_person_id ON enrollments (person_id, fiscal_year, id);
CREATE INDEX ix_enrollments_school_id ON enrollments (school_id, fiscal_year, id);
CREATE INDEX ix_enrollments_category_id ON enrollments (category_id);
CREATE INDEX ix_enrollments_plan_item_id ON enrollments (plan_item_id);

CREATE TABLE enrollment_exceptions (
    id uuid PRIMARY KEY,
    enrollment_id uuid NOT NULL REFERENCES enrollments (id),
    rule text COLLATE "th-x-icu" NOT NULL CHECK (rule IN ('CAPACITY', 'WINDOW', 'OVERLAP')),
    reason text COLLATE "th-x-icu" NOT NULL,
    made_at timestamptz NOT NULL,
    UNIQUE (enrollment_id, rule) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE attendances (
    id uuid PRIMARY KEY,
    enrollment_id uuid NOT NULL REFERENCES enrollments (id),
    session_id uuid NOT NULL REFERENCES sessions (id),
    minutes integer NOT NULL CHECK (minutes >= 0),
    UNIQUE (enrollment_id, session_id)
);
CREATE INDEX ix_attendances_session_id ON attendances (session_id);

-- The seats of an offering are numbered from 1 to its capacity, and nobody shares one: there are never more people on seats than
-- the capacity. The lock makes changes of the capacity and of seats wait for each other.
CREATE FUNCTION keep_seats_within_capacity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'enrollments' THEN
        PERFORM FROM offerings o WHERE o.id = NEW.offering_id FOR SHARE;
        IF EXISTS (SELECT FROM enrollments e JOIN offerings o ON o.id = e.offering_id WHERE e.id = NEW.id AND e.seat > o.capacity) THEN
            RAISE EXCEPTION 'a seat is beyond the capacity' USING ERRCODE = 'integrity_constraint_violation';
        END IF;
    ELSIF EXISTS (SELECT FROM enrollments e JOIN offerings o ON o.id = e.offering_id WHERE o.id = NEW.id AND e.seat > o.capacity) THEN
        RAISE EXCEPTION 'a seat is beyond the capacity' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep_seats_within_capacity AFTER INSERT OR UPDATE OF seat ON enrollments
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.seat IS NOT NULL) EXECUTE FUNCTION keep_seats_within_capacity();
CREATE CONSTRAINT TRIGGER keep_seats_within_capacity AFTER UPDATE OF capacity ON offerings
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.capacity IS NOT NULL) EXECUTE FUNCTION keep_seats_within_capacity();

-- Minutes are recorded of a session of the same offering, and not more than it has.
CREATE FUNCTION keep_attendance_within_sessions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM sessions s JOIN enrollments e ON e.offering_id = s.offering_id
        WHERE s.id = NEW.session_id AND e.id = NEW.enrollment_id AND NEW.minutes <= s.minutes) THEN
        RAISE EXCEPTION 'the minutes are not within a session of the offering' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER keep_attendance_within_sessions AFTER INSERT OR UPDATE ON attendances
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_attendance_within_sessions();

GRANT SELECT, INSERT, UPDATE ON courses, offerings, enrollments, attendances TO teacherdevplan_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions TO teacherdevplan_service;
GRANT SELECT, INSERT, DELETE ON course_subjects, enrollment_exceptions TO teacherdevplan_service;
