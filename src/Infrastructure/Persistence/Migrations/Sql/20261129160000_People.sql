CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE school_networks (
    id uuid PRIMARY KEY,
    office_id uuid NOT NULL REFERENCES offices (id),
    name text COLLATE "th-x-icu" NOT NULL,
    name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED,
    UNIQUE (office_id, name)
);
CREATE INDEX ix_school_networks_name_id ON school_networks (name, id);

CREATE TABLE schools (
    id uuid PRIMARY KEY,
    office_id uuid NOT NULL REFERENCES offices (id),
    code text COLLATE "th-x-icu" NOT NULL UNIQUE CHECK (code ~ '^[0-9]{6,10}$'),
    name text COLLATE "th-x-icu" NOT NULL,
    name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED,
    district text COLLATE "th-x-icu",
    network_id uuid REFERENCES school_networks (id),
    -- A person; without a constraint, because people refer to schools, and nobody deletes people.
    director_id uuid
);
CREATE INDEX ix_schools_code_id ON schools (code, id);
CREATE INDEX ix_schools_name_id ON schools (name, id);
CREATE INDEX ix_schools_name_folded ON schools USING gin (name_folded gin_trgm_ops);
CREATE INDEX ix_schools_office_id_code ON schools (office_id, code, id);
CREATE INDEX ix_schools_network_id_code ON schools (network_id, code, id);
CREATE INDEX ix_schools_director_id ON schools (director_id);

-- The categories of staff, and the rules that define them. What a rule has replaced gets a last day, and is kept.
CREATE TABLE staff_categories (
    id uuid PRIMARY KEY,
    code text COLLATE "th-x-icu" NOT NULL UNIQUE,
    name text COLLATE "th-x-icu" NOT NULL,
    valid_from date,
    valid_to date,
    source text COLLATE "th-x-icu" NOT NULL,
    CHECK (valid_to >= valid_from)
);
INSERT INTO staff_categories (id, code, name, source) VALUES
    ('0198a000-0000-7000-8000-0000000c0001', 'TEACHER_CIVIL_SERVANT', 'ข้าราชการครู',
        'พระราชบัญญัติระเบียบข้าราชการครูและบุคลากรทางการศึกษา พ.ศ. 2547'),
    ('0198a000-0000-7000-8000-0000000c0002', 'OTHER_EDUCATION_PERSONNEL', 'บุคลากรทางการศึกษาอื่นตามมาตรา 38 ค.(2)',
        'พระราชบัญญัติระเบียบข้าราชการครูและบุคลากรทางการศึกษา พ.ศ. 2547 มาตรา 38 ค.(2)'),
    ('0198a000-0000-7000-8000-0000000c0003', 'GOVERNMENT_EMPLOYEE', 'พนักงานราชการ',
        'ระเบียบสำนักนายกรัฐมนตรีว่าด้วยพนักงานราชการ พ.ศ. 2547'),
    ('0198a000-0000-7000-8000-0000000c0004', 'PERMANENT_EMPLOYEE', 'ลูกจ้างประจำ',
        'ระเบียบกระทรวงการคลังว่าด้วยลูกจ้างประจำของส่วนราชการ พ.ศ. 2537'),
    ('0198a000-0000-7000-8000-0000000c0005', 'TEMPORARY_EMPLOYEE', 'ลูกจ้างชั่วคราว',
        'แผนพัฒนาครูและบุคลากรทางการศึกษา');

CREATE TABLE people (
    id uuid PRIMARY KEY,
    office_id uuid NOT NULL REFERENCES offices (id),
    org_unit_id uuid REFERENCES org_units (id),
    school_id uuid REFERENCES schools (id),
    title text COLLATE "th-x-icu" NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED,
    staff_number text COLLATE "th-x-icu",
    status text COLLATE "th-x-icu" NOT NULL,
    UNIQUE (id, office_id),
    UNIQUE (office_id, staff_number)
);
CREATE INDEX ix_people_office_id_name ON people (office_id, name, id);
CREATE INDEX ix_people_school_id_name ON people (school_id, name, id);
CREATE INDEX ix_people_org_unit_id_name ON people (org_unit_id, name, id);

-- The names of a person in time, one after the other.
CREATE TABLE held_names (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    title text COLLATE "th-x-icu" NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    held_from date,
    held_to date,
    CHECK (held_to >= held_from)
);
CREATE UNIQUE INDEX ix_held_names_person_id_held_from ON held_names (person_id, held_from) NULLS NOT DISTINCT;

CREATE TABLE appointments (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    -- The office that keeps the person's record now; it follows the person.
    record_office_id uuid NOT NULL,
    -- The office of the time, where the appointment stays.
    office_id uuid NOT NULL REFERENCES offices (id),
    org_unit_id uuid REFERENCES org_units (id),
    school_id uuid REFERENCES schools (id),
    category_id uuid NOT NULL REFERENCES staff_categories (id),
    title text COLLATE "th-x-icu" NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    name_folded text COLLATE "C" GENERATED ALWAYS AS (fold_text(name)) STORED,
    position text COLLATE "th-x-icu" NOT NULL,
    academic_standing text COLLATE "th-x-icu",
    supervisor_id uuid REFERENCES people (id),
    held_from date NOT NULL,
    held_to date,
    is_main boolean NOT NULL,
    CHECK (held_to >= held_from),
    CHECK (org_unit_id IS NULL OR school_id IS NULL),
    CONSTRAINT fk_appointments_record FOREIGN KEY (person_id, record_office_id) REFERENCES people (id, office_id)
        ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT main_appointments_do_not_overlap EXCLUDE USING gist
        (person_id WITH =, daterange(held_from, held_to, '[]') WITH &&) WHERE (is_main) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_appointments_person_id_held_from ON appointments (person_id, held_from, id);
CREATE INDEX ix_appointments_office_id_name ON appointments (office_id, name, id);
CREATE INDEX ix_appointments_record_office_id ON appointments (record_office_id, name, id);
CREATE INDEX ix_appointments_school_id_name ON appointments (school_id, name, id);
CREATE INDEX ix_appointments_org_unit_id_name ON appointments (org_unit_id, name, id);
CREATE INDEX ix_appointments_category_id ON appointments (category_id);
CREATE INDEX ix_appointments_supervisor_id ON appointments (supervisor_id);

GRANT SELECT, INSERT, UPDATE ON school_networks, schools, people, held_names, appointments TO teacherdevplan_service;
GRANT SELECT ON staff_categories TO teacherdevplan_service;
