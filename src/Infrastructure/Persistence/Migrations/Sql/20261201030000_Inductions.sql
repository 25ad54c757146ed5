-- What those who are new in a post go through. What no longer holds gets a last day, and is kept.
CREATE TABLE induction_programmes (
    id uuid PRIMARY KEY,
    code text COLLATE "th-x-icu" NOT NULL UNIQUE CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    name text COLLATE "th-x-icu" NOT NULL,
    valid_from date,
    valid_to date,
    source text COLLATE "th-x-icu" NOT NULL,
    CHECK (valid_to >= valid_from)
);
INSERT INTO induction_programmes (id, code, name, source) VALUES
    ('0198a000-0000-7000-8000-000000130001', 'ASSISTANT_TEACHER', 'การเตรียมความพร้อมและพัฒนาอย่างเข้ม ตำแหน่งครูผู้ช่วย',
        'krudiary.com (แหล่งทุติยภูมิ): ครูผู้ช่วย 2 ปี ประเมินทุก 6 เดือน รวม 4 ครั้ง ยังไม่ได้ยืนยันกับระเบียบต้นฉบับ (not confirmed)'),
    ('0198a000-0000-7000-8000-000000130002', 'NEW_OFFICIAL', 'การพัฒนาข้าราชการบรรจุใหม่',
        'แผนพัฒนาของสำนักงานเขตพื้นที่การศึกษาประถมศึกษาหนองคาย เขต ๒ ปีงบประมาณ พ.ศ. ๒๕๖๖ ส่วนที่ ๔ ข้อ ๒.๔ การพัฒนาข้าราชการบรรจุใหม่');

CREATE TABLE induction_programme_steps (
    id uuid PRIMARY KEY,
    programme_id uuid NOT NULL REFERENCES induction_programmes (id),
    number integer NOT NULL CHECK (number > 0),
    code text COLLATE "th-x-icu" NOT NULL CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    name text COLLATE "th-x-icu" NOT NULL,
    name_english text COLLATE "th-x-icu" NOT NULL,
    kind text COLLATE "th-x-icu" NOT NULL CHECK (kind IN ('ORIENTATION', 'COACHING', 'ROTATION', 'TRAINING', 'PROBATION_ROUND')),
    -- From the first day of the appointment, which is day 0.
    due_days integer NOT NULL CHECK (due_days BETWEEN 0 AND 3650),
    is_assessed boolean NOT NULL,
    source text COLLATE "th-x-icu" NOT NULL,
    CONSTRAINT one_programme_step_a_number UNIQUE (programme_id, number),
    CONSTRAINT one_programme_step_a_code UNIQUE (programme_id, code)
);
-- Six months are 183 days, a year 365.
INSERT INTO induction_programme_steps (id, programme_id, number, code, name, name_english, kind, due_days, is_assessed, source) VALUES
    ('0198a000-0000-7000-8000-000000130011', '0198a000-0000-7000-8000-000000130001', 1, 'ROUND_1', 'ประเมินครั้งที่ 1 (6 เดือน)',
        'First round, six months', 'PROBATION_ROUND', 183, true,
        'krudiary.com (แหล่งทุติยภูมิ): ทุก 6 เดือน นับเป็น 183 วัน ยังไม่ได้ยืนยันกับระเบียบต้นฉบับ (not confirmed)'),
    ('0198a000-0000-7000-8000-000000130012', '0198a000-0000-7000-8000-000000130001', 2, 'ROUND_2', 'ประเมินครั้งที่ 2 (1 ปี)',
        'Second round, one year', 'PROBATION_ROUND', 365, true,
        'krudiary.com (แหล่งทุติยภูมิ): ทุก 6 เดือน นับเป็น 365 วัน ยังไม่ได้ยืนยันกับระเบียบต้นฉบับ (not confirmed)'),
    ('0198a000-0000-7000-8000-000000130013', '0198a000-0000-7000-8000-000000130001', 3, 'ROUND_3', 'ประเมินครั้งที่ 3 (1 ปี 6 เดือน)',
        'Third round, a year and six months', 'PROBATION_ROUND', 548, true,
        'krudiary.com (แหล่งทุติยภูมิ): ทุก 6 เดือน นับเป็น 548 วัน ยังไม่ได้ยืนยันกับระเบียบต้นฉบับ (not confirmed)'),
    ('0198a000-0000-7000-8000-000000130014', '0198a000-0000-7000-8000-000000130001', 4, 'ROUND_4', 'ประเมินครั้งที่ 4 (2 ปี)',
        'Fourth round, two years', 'PROBATION_ROUND', 730, true,
        'krudiary.com (แหล่งทุติยภูมิ): 2 ปี นับเป็น 730 วัน ยังไม่ได้ยืนยันกับระเบียบต้นฉบับ (not confirmed)'),
    ('0198a000-0000-7000-8000-000000130021', '0198a000-0000-7000-8000-000000130002', 1, 'ORIENTATION', 'การปฐมนิเทศ',
        'Orientation', 'ORIENTATION', 0, false,
        'แผนพัฒนา ปีงบประมาณ พ.ศ. ๒๕๖๖ ข้อ ๒.๔.๒: แนะนำชี้แจงก่อนบรรจุงานใหม่ บันทึกอย่างช้าในวันแรก'),
    ('0198a000-0000-7000-8000-000000130022', '0198a000-0000-7000-8000-000000130002', 2, 'ROTATION', 'การทดลองหมุนเวียนการปฏิบัติงาน',
        'Rotation', 'ROTATION', 30, false,
        'แผนพัฒนา ปีงบประมาณ พ.ศ. ๒๕๖๖ ข้อ ๒.๔.๓: เปลี่ยนงานภายใน ๓๐ วัน หลังจากได้รับการบรรจุและแต่งตั้ง หรืออาจจะ ๓-๔ เดือน/ครั้ง'),
    ('0198a000-0000-7000-8000-000000130023', '0198a000-0000-7000-8000-000000130002', 3, 'TRIAL_WORK', 'การฝึกทดลองการปฏิบัติงานภายใต้การสอนงาน',
        'Trial work under coaching', 'COACHING', 183, false,
        'แผนพัฒนา ปีงบประมาณ พ.ศ. ๒๕๖๖ ข้อ ๒.๔.๑: ทดลองปฏิบัติงานภายใต้การสอนงาน กำหนด 183 วันยังไม่ได้ยืนยัน (not confirmed)');

-- Inductions of people in an appointment, whose office, school and category they have.
CREATE TABLE inductions (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    appointment_id uuid NOT NULL REFERENCES appointments (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    school_id uuid REFERENCES schools (id),
    category_id uuid NOT NULL REFERENCES staff_categories (id),
    programme_id uuid NOT NULL REFERENCES induction_programmes (id),
    mentor_id uuid NOT NULL REFERENCES people (id),
    starts_on date NOT NULL,
    status text COLLATE "th-x-icu" NOT NULL CHECK (status IN ('IN_PROGRESS', 'PASSED', 'FAILED', 'ENDED')),
    decided_on date,
    order_number text COLLATE "th-x-icu",
    note text COLLATE "th-x-icu",
    version integer NOT NULL CHECK (version > 0),
    CHECK (mentor_id <> person_id),
    CHECK ((status = 'IN_PROGRESS') = (decided_on IS NULL)),
    CHECK (decided_on >= starts_on),
    CHECK ((status IN ('PASSED', 'FAILED')) = (order_number IS NOT NULL)),
    CHECK ((status IN ('FAILED', 'ENDED')) = (note IS NOT NULL))
);
CREATE UNIQUE INDEX one_induction_of_a_person_at_a_time ON inductions (person_id) WHERE status = 'IN_PROGRESS';
CREATE INDEX ix_inductions_person_id ON inductions (person_id, starts_on, id);
CREATE INDEX ix_inductions_mentor_id ON inductions (mentor_id, starts_on, id);
CREATE INDEX ix_inductions_office_id ON inductions (office_id, starts_on, id);
CREATE INDEX ix_inductions_school_id ON inductions (school_id, starts_on, id);
CREATE INDEX ix_inductions_appointment_id ON inductions (appointment_id);

-- Their steps, as the programme had them. They are listed on their own, and have for that what the induction says.
CREATE TABLE induction_steps (
    id uuid PRIMARY KEY,
    induction_id uuid NOT NULL REFERENCES inductions (id),
    person_id uuid NOT NULL REFERENCES people (id),
    mentor_id uuid NOT NULL REFERENCES people (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    school_id uuid REFERENCES schools (id),
    number integer NOT NULL CHECK (number > 0),
    code text COLLATE "th-x-icu" NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    name_english text COLLATE "th-x-icu" NOT NULL,
    kind text COLLATE "th-x-icu" NOT NULL CHECK (kind IN ('ORIENTATION', 'COACHING', 'ROTATION', 'TRAINING', 'PROBATION_ROUND')),
    is_assessed boolean NOT NULL,
    due_on date NOT NULL,
    done_on date,
    result text COLLATE "th-x-icu" CHECK (result IN ('PASSED', 'NOT_PASSED')),
    score numeric CHECK (score BETWEEN 0 AND 100),
    note text COLLATE "th-x-icu",
    evidence text COLLATE "th-x-icu",
    CHECK ((is_assessed AND done_on IS NOT NULL) = (result IS NOT NULL)),
    CHECK (score IS NULL OR result IS NOT NULL),
    CHECK (done_on IS NOT NULL OR num_nonnulls(note, evidence) = 0),
    CONSTRAINT one_induction_step_a_number UNIQUE (induction_id, number)
);
CREATE INDEX ix_induction_steps_induction_id ON induction_steps (induction_id, number, id);
CREATE INDEX ix_induction_steps_person_id ON induction_steps (person_id, due_on, id);
CREATE INDEX ix_induction_steps_mentor_id ON induction_steps (mentor_id, due_on, id);
CREATE INDEX ix_induction_steps_office_id ON induction_steps (office_id, due_on, id);
CREATE INDEX ix_induction_steps_school_id ON induction_steps (school_id, due_on, id);
-- What an office has not done yet.
CREATE INDEX ix_induction_steps_office_id_open ON induction_steps (office_id, due_on, id) WHERE done_on IS NULL;

GRANT SELECT ON induction_programmes, induction_programme_steps TO teacherdevplan_service;
GRANT SELECT, INSERT, UPDATE ON inductions, induction_steps TO teacherdevplan_service;
