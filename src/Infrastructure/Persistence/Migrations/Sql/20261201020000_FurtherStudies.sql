-- How long somebody serves after a study. What no longer holds gets a last day, and is kept.
CREATE TABLE bond_rules (
    id uuid PRIMARY KEY,
    code text COLLATE "th-x-icu" NOT NULL UNIQUE CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    name text COLLATE "th-x-icu" NOT NULL,
    leave text COLLATE "th-x-icu" NOT NULL CHECK (leave IN ('FULL_TIME', 'PART_TIME', 'OWN_TIME')),
    funding text COLLATE "th-x-icu" NOT NULL CHECK (funding IN ('SELF', 'GOVERNMENT', 'OTHER')),
    -- Days of service for each day of the study.
    factor numeric NOT NULL CHECK (factor > 0 AND factor <= 10),
    valid_from date,
    valid_to date,
    source text COLLATE "th-x-icu" NOT NULL,
    CHECK (valid_to >= valid_from),
    -- For the same leave and funding, one is in use on a day.
    CONSTRAINT bond_rules_do_not_overlap EXCLUDE USING gist (leave WITH =, funding WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
);
INSERT INTO bond_rules (id, code, name, leave, funding, factor, source) VALUES
    ('0198a000-0000-7000-8000-000000120001', 'FULL_TIME_SELF', 'ลาศึกษาเต็มเวลา ทุนส่วนตัว: ปฏิบัติราชการหนึ่งเท่าของเวลาที่ลา', 'FULL_TIME', 'SELF', 1,
        'แนวปฏิบัติทั่วไปของสัญญาลาศึกษา ยังไม่ได้ยืนยันกับระเบียบต้นฉบับ (not confirmed)'),
    ('0198a000-0000-7000-8000-000000120002', 'FULL_TIME_OTHER', 'ลาศึกษาเต็มเวลา ทุนอื่น: ปฏิบัติราชการหนึ่งเท่าของเวลาที่ลา', 'FULL_TIME', 'OTHER', 1,
        'แนวปฏิบัติทั่วไปของสัญญาลาศึกษา ยังไม่ได้ยืนยันกับระเบียบต้นฉบับ (not confirmed)'),
    ('0198a000-0000-7000-8000-000000120003', 'FULL_TIME_GOVERNMENT', 'ลาศึกษาเต็มเวลา ทุนของทางราชการ: ปฏิบัติราชการสองเท่าของเวลาที่ลา', 'FULL_TIME', 'GOVERNMENT', 2,
        'แนวปฏิบัติทั่วไปของสัญญารับทุน ยังไม่ได้ยืนยันกับระเบียบต้นฉบับ (not confirmed)');

-- Further studies of people, from the request to the end.
CREATE TABLE further_studies (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    -- The office that kept the record when it was asked for; the school and the category are those of the time.
    office_id uuid NOT NULL REFERENCES offices (id),
    school_id uuid REFERENCES schools (id),
    category_id uuid REFERENCES staff_categories (id),
    requested_on date NOT NULL,
    degree text COLLATE "th-x-icu" NOT NULL CHECK (degree IN ('CERTIFICATE', 'BACHELOR', 'MASTER', 'DOCTOR')),
    field text COLLATE "th-x-icu" NOT NULL,
    institution text COLLATE "th-x-icu" NOT NULL,
    leave text COLLATE "th-x-icu" NOT NULL CHECK (leave IN ('FULL_TIME', 'PART_TIME', 'OWN_TIME')),
    funding text COLLATE "th-x-icu" NOT NULL CHECK (funding IN ('SELF', 'GOVERNMENT', 'OTHER')),
    scholarship text COLLATE "th-x-icu",
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    status text COLLATE "th-x-icu" NOT NULL
        CHECK (status IN ('REQUESTED', 'APPROVED', 'REFUSED', 'STUDYING', 'COMPLETED', 'DISCONTINUED')),
    order_number text COLLATE "th-x-icu",
    ended_on date,
    note text COLLATE "th-x-icu",
    bond_rule_id uuid REFERENCES bond_rules (id),
    bond_days integer CHECK (bond_days > 0),
    bond_until date,
    version integer NOT NULL CHECK (version > 0),
    CHECK (ends_on >= starts_on),
    CHECK (scholarship IS NULL OR funding <> 'SELF'),
    CHECK (order_number IS NOT NULL OR status IN ('REQUESTED', 'REFUSED')),
    CHECK (order_number IS NULL OR status <> 'REQUESTED'),
    CHECK ((status IN ('COMPLETED', 'DISCONTINUED')) = (ended_on IS NOT NULL)),
    CHECK (ended_on BETWEEN starts_on AND ends_on),
    CHECK ((status IN ('REFUSED', 'DISCONTINUED')) = (note IS NOT NULL)),
    CHECK (num_nonnulls(bond_rule_id, bond_days, bond_until) IN (0, 3)),
    CHECK (bond_days IS NULL OR status <> 'REFUSED'),
    CHECK (bond_until = coalesce(ended_on, ends_on) + bond_days),
    CONSTRAINT full_time_leaves_do_not_overlap EXCLUDE USING gist
        (person_id WITH =, daterange(starts_on, coalesce(ended_on, ends_on), '[]') WITH &&)
        WHERE (leave = 'FULL_TIME' AND status NOT IN ('REQUESTED', 'REFUSED'))
);
CREATE INDEX ix_further_studies_person_id ON further_studies (person_id, starts_on, id);
CREATE INDEX ix_further_studies_office_id ON further_studies (office_id, starts_on, id);
CREATE INDEX ix_further_studies_school_id ON further_studies (school_id, starts_on, id);
-- Who serves in an office until when.
CREATE INDEX ix_further_studies_office_id_bond_until ON further_studies (office_id, bond_until, id) WHERE bond_until IS NOT NULL;

CREATE TABLE further_study_extensions (
    id uuid PRIMARY KEY,
    study_id uuid NOT NULL REFERENCES further_studies (id),
    number integer NOT NULL CHECK (number > 0),
    ends_before date NOT NULL,
    ends_on date NOT NULL,
    order_number text COLLATE "th-x-icu" NOT NULL,
    extended_on date NOT NULL,
    CHECK (ends_on > ends_before),
    CONSTRAINT one_extension_a_number UNIQUE (study_id, number)
);
CREATE INDEX ix_further_study_extensions_study_id ON further_study_extensions (study_id, number, id);

GRANT SELECT, INSERT, UPDATE ON further_studies TO teacherdevplan_service;
-- An extension that was recorded stays as it is.
GRANT SELECT, INSERT ON further_study_extensions TO teacherdevplan_service;
GRANT SELECT ON bond_rules TO teacherdevplan_service;
