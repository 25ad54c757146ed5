-- Committees of offices and of schools, as an order set them up.
CREATE TABLE committees (
    id uuid PRIMARY KEY,
    office_id uuid NOT NULL REFERENCES offices (id),
    school_id uuid REFERENCES schools (id),
    name text COLLATE "th-x-icu" NOT NULL,
    purpose text COLLATE "th-x-icu" NOT NULL,
    order_number text COLLATE "th-x-icu" NOT NULL,
    ordered_on date NOT NULL,
    held_from date NOT NULL,
    held_to date,
    monitors boolean NOT NULL,
    assesses boolean NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    CHECK (held_to >= held_from),
    UNIQUE (id, office_id)
);
CREATE INDEX ix_committees_held_from ON committees (held_from, id);
CREATE INDEX ix_committees_office_id ON committees (office_id, held_from, id);
CREATE INDEX ix_committees_school_id ON committees (school_id, held_from, id);

-- One row of a person and a committee.
CREATE TABLE committee_members (
    id uuid PRIMARY KEY,
    committee_id uuid NOT NULL REFERENCES committees (id),
    office_id uuid NOT NULL,
    person_id uuid NOT NULL REFERENCES people (id),
    number integer NOT NULL CHECK (number > 0),
    role text COLLATE "th-x-icu" NOT NULL CHECK (role IN ('CHAIR', 'MEMBER', 'SECRETARY')),
    held_from date NOT NULL,
    held_to date,
    CHECK (held_to >= held_from),
    CONSTRAINT one_seat_in_a_committee UNIQUE (committee_id, person_id),
    FOREIGN KEY (committee_id, office_id) REFERENCES committees (id, office_id)
);
CREATE INDEX ix_committee_members_committee_id ON committee_members (committee_id, number, id);
CREATE INDEX ix_committee_members_person_id ON committee_members (person_id);
CREATE INDEX ix_committee_members_office_id ON committee_members (office_id);

CREATE TABLE monitoring_visits (
    id uuid PRIMARY KEY,
    office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL,
    -- A project that a later version of a plan does not have is gone; that it was visited stays.
    project_id uuid REFERENCES projects (id) ON DELETE SET NULL,
    offering_id uuid REFERENCES offerings (id),
    phase text COLLATE "th-x-icu" NOT NULL CHECK (phase IN ('BEFORE', 'DURING', 'AFTER')),
    committee_id uuid REFERENCES committees (id),
    school_id uuid REFERENCES schools (id),
    visited_on date NOT NULL,
    findings text COLLATE "th-x-icu" NOT NULL,
    recommendations text COLLATE "th-x-icu",
    follow_up text COLLATE "th-x-icu" NOT NULL CHECK (follow_up IN ('NONE', 'OPEN', 'DONE')),
    action_taken text COLLATE "th-x-icu",
    done_on date,
    version integer NOT NULL CHECK (version > 0),
    CHECK (num_nonnulls(project_id, offering_id) <= 1),
    CHECK ((follow_up = 'NONE') = (recommendations IS NULL)),
    CHECK ((follow_up = 'DONE') = (done_on IS NOT NULL)),
    CHECK (action_taken IS NULL OR recommendations IS NOT NULL),
    CHECK (done_on IS NULL OR action_taken IS NOT NULL AND done_on >= visited_on),
    -- A committee visits for its own office.
    FOREIGN KEY (committee_id, office_id) REFERENCES committees (id, office_id)
);
CREATE INDEX ix_monitoring_visits_visited_on ON monitoring_visits (visited_on, id);
CREATE INDEX ix_monitoring_visits_office_id ON monitoring_visits (office_id, visited_on, id);
CREATE INDEX ix_monitoring_visits_project_id ON monitoring_visits (project_id, visited_on, id);
CREATE INDEX ix_monitoring_visits_offering_id ON monitoring_visits (offering_id, visited_on, id);
CREATE INDEX ix_monitoring_visits_committee_id ON monitoring_visits (committee_id, visited_on, id);
CREATE INDEX ix_monitoring_visits_school_id ON monitoring_visits (school_id, visited_on, id);

-- The last number that was given in an office's series of a calendar year (Buddhist era). Who takes numbers locks the row.
CREATE TABLE certificate_series (
    office_id uuid NOT NULL REFERENCES offices (id),
    -- A fiscal year begins in the calendar year before.
    year integer NOT NULL CHECK (year BETWEEN 2499 AND 2800),
    last_number integer NOT NULL CHECK (last_number > 0),
    PRIMARY KEY (office_id, year)
);

CREATE TABLE certificates (
    id uuid PRIMARY KEY,
    enrollment_id uuid NOT NULL REFERENCES enrollments (id),
    offering_id uuid NOT NULL REFERENCES offerings (id),
    person_id uuid NOT NULL REFERENCES people (id),
    -- The office that issued it, and that of the person at the time of the enrolment.
    office_id uuid NOT NULL REFERENCES offices (id),
    person_office_id uuid NOT NULL REFERENCES offices (id),
    year integer NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    -- 140 random bits. It is found by a hash of it, so that how long a wrong guess takes does not tell how much of it is right.
    code text COLLATE "C" NOT NULL CHECK (code ~ '^[A-Z2-9]{28}$'),
    issued_on date NOT NULL,
    expires_on date,
    revoked_on date,
    revocation_reason text COLLATE "th-x-icu",
    CHECK (year = extract(year FROM issued_on) + 543),
    CHECK (expires_on >= issued_on),
    CHECK (revoked_on >= issued_on),
    CHECK ((revoked_on IS NULL) = (revocation_reason IS NULL)),
    CONSTRAINT one_certificate_a_number UNIQUE (office_id, year, number),
    CONSTRAINT one_certificate_a_code EXCLUDE USING hash (code WITH =),
    FOREIGN KEY (office_id, year) REFERENCES certificate_series (office_id, year)
);
-- What is revoked can be issued again; a second click issues nothing.
CREATE UNIQUE INDEX one_certificate_of_an_enrollment ON certificates (enrollment_id) WHERE revoked_on IS NULL;
CREATE INDEX ix_certificates_enrollment_id ON certificates (enrollment_id);
CREATE INDEX ix_certificates_offering_id ON certificates (offering_id, issued_on, id);
CREATE INDEX ix_certificates_person_id ON certificates (person_id, issued_on, id);
CREATE INDEX ix_certificates_office_id ON certificates (office_id, issued_on, id);
CREATE INDEX ix_certificates_person_office_id ON certificates (person_office_id, issued_on, id);
-- What expires in an office, for renewals.
CREATE INDEX ix_certificates_office_id_expires_on ON certificates (office_id, expires_on, id) WHERE expires_on IS NOT NULL;

-- The initials of a name without a title: ส.จ. The marks and vowels that are written before a consonant are not counted. Null
-- for what stands in place of an erased name.
CREATE FUNCTION initials_of(name text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN CASE WHEN name !~ '^บุคลากร.*[0-9a-f]{8}$' THEN (
    SELECT string_agg(coalesce(substring(part FROM '[ก-ฮ]'), upper(left(part, 1))) || '.', '' ORDER BY place)
    FROM regexp_split_to_table(btrim(name), '\s+') WITH ORDINALITY AS parts (part, place)
    WHERE place <= 2 AND part <> '') END;

-- All that is told to whoever has the code of a certificate.
CREATE VIEW certificate_checks AS
    SELECT c.id, c.code, initials_of(p.name) AS initials, c.expires_on, c.revoked_on
    FROM certificates c JOIN people p ON p.id = c.person_id;

-- How many hours of development a person needs. What no longer holds gets a last day, and is kept.
CREATE TABLE hours_rules (
    id uuid PRIMARY KEY,
    code text COLLATE "th-x-icu" NOT NULL UNIQUE CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    name text COLLATE "th-x-icu" NOT NULL,
    hours numeric NOT NULL CHECK (hours > 0),
    -- The length of the period in fiscal years.
    years integer NOT NULL CHECK (years BETWEEN 1 AND 10),
    valid_from date,
    valid_to date,
    source text COLLATE "th-x-icu" NOT NULL,
    CHECK (valid_to >= valid_from)
);
INSERT INTO hours_rules (id, code, name, hours, years, valid_from, source) VALUES
    ('0198a000-0000-7000-8000-000000110001', 'W22_2560_YEAR', 'อย่างน้อย 12 ชั่วโมงต่อปี', 12, 1, '2017-10-01', 'ว 22/2560: 12–20 ชั่วโมงต่อปี จาก slideplayer.in.th/slide/16984939 ยังไม่ได้ยืนยันกับหนังสือต้นฉบับ (not confirmed)'),
    ('0198a000-0000-7000-8000-000000110002', 'W22_2560_FIVE_YEARS', 'อย่างน้อย 100 ชั่วโมงในห้าปี', 100, 5, '2017-10-01', 'ว 22/2560: 100 ชั่วโมงใน 5 ปี จาก slideplayer.in.th/slide/16984939 ยังไม่ได้ยืนยันกับหนังสือต้นฉบับ (not confirmed)');

-- The minutes of a person in a year in which something was completed, against each rule that is in use in the year. A
-- condition on the person or on the office reaches the enrolments by their index.
CREATE VIEW development_hours AS
    SELECT md5(y.person_id::text || y.fiscal_year || coalesce(r.id::text, ''))::uuid AS id, y.person_id, p.office_id, y.fiscal_year,
        r.id AS rule_id, y.minutes, t.minutes AS minutes_in_period, t.minutes >= r.hours * 60 AS met
    FROM (
        SELECT e.person_id, e.fiscal_year, sum(e.attended_minutes)::integer AS minutes
        FROM enrollments e WHERE e.status = 'COMPLETED' GROUP BY e.person_id, e.fiscal_year
    ) y
    JOIN people p ON p.id = y.person_id
    LEFT JOIN hours_rules r ON coalesce(r.valid_from <= make_date(y.fiscal_year - 543, 9, 30), true)
        AND coalesce(r.valid_to >= make_date(y.fiscal_year - 544, 10, 1), true)
    CROSS JOIN LATERAL (
        SELECT sum(e.attended_minutes)::integer AS minutes FROM enrollments e
        WHERE e.person_id = y.person_id AND e.status = 'COMPLETED'
            AND e.fiscal_year BETWEEN y.fiscal_year - coalesce(r.years, 1) + 1 AND y.fiscal_year
    ) t;

GRANT SELECT, INSERT, UPDATE ON committees, monitoring_visits, certificate_series TO teacherdevplan_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON committee_members TO teacherdevplan_service;
-- Nothing of a certificate changes but that it is revoked; a merge of two records and the erasure of a name do it by functions.
GRANT SELECT, INSERT, UPDATE (revoked_on, revocation_reason) ON certificates TO teacherdevplan_service;
GRANT SELECT ON hours_rules, certificate_checks, development_hours TO teacherdevplan_service;
