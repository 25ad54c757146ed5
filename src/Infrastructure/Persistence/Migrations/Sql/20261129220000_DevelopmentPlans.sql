-- The catalogues of the ministry. What is no longer in use gets a last day, and is kept.
CREATE TABLE development_topics (
    id uuid PRIMARY KEY,
    code text COLLATE "th-x-icu" NOT NULL UNIQUE CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    name text COLLATE "th-x-icu" NOT NULL,
    valid_from date,
    valid_to date,
    source text COLLATE "th-x-icu" NOT NULL,
    CHECK (valid_to >= valid_from)
);
-- Topics of printed surveys are linked to the catalogue by what is printed.
CREATE UNIQUE INDEX ix_development_topics_name ON development_topics ((fold_text(name) COLLATE "C"));
INSERT INTO development_topics (id, code, name, source) VALUES
    ('0198a000-0000-7000-8000-0000000d0001', 'DIGITAL_SYSTEMS', 'การพัฒนาระบบข้อมูลสารสนเทศและเทคโนโลยีดิจิทัลทางการศึกษา', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0002', 'SUBJECT_KNOWLEDGE', 'ความรู้และทักษะในรายวิชาที่สอน', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0003', 'FINANCE_AND_SUPPLIES', 'ความรู้ด้านการบริหารงานการเงินและพัสดุ', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0004', 'LEARNING_ASSESSMENT', 'การวัดผลและประเมินผลการเรียนรู้', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0005', 'PROFESSIONAL_GROWTH', 'การพัฒนาตนเองเพื่อความเป็นข้าราชการครูฯ', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0006', 'MEDIA_AND_INNOVATION', 'การสร้างและพัฒนาสื่อนวัตกรรม เทคโนโลยีฯ', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0007', 'CLASSROOM_RESEARCH', 'การวิจัยเพื่อแก้ปัญหาหรือพัฒนาการเรียนรู้', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0008', 'STUDENT_SUPPORT', 'การดำเนินการตามระบบดูแลช่วยเหลือนักเรียน', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0009', 'LAW_AND_DISCIPLINE', 'ความรู้เกี่ยวกับกฎหมาย วินัย และระเบียบกฎหมายในการปฏิบัติงาน', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0010', 'LEARNER_ACTIVITIES', 'การจัดกิจกรรมพัฒนาผู้เรียน', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0011', 'ENGLISH_COMMUNICATION', 'การใช้ภาษาอังกฤษสำหรับการสื่อสารเพื่อพัฒนาวิชาชีพ', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0012', 'LEARNING_STRATEGIES', 'กลยุทธ์ในการจัดการเรียนรู้', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0013', 'UNIT_DESIGN', 'การออกแบบหน่วยการเรียนรู้', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0014', 'CLASS_RECORDS', 'การจัดทำข้อมูลสารสนเทศและเอกสารประจำชั้นเรียนฯ', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0015', 'LESSON_PLANS', 'การจัดทำแผนการจัดการเรียนรู้', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0016', 'CLASSROOM_MANAGEMENT', 'การบริหารจัดการชั้นเรียน', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา'),
    ('0198a000-0000-7000-8000-0000000d0017', 'CURRICULUM', 'การสร้างและพัฒนาหลักสูตร', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 สรุปข้อมูลความต้องการพัฒนา');

CREATE TABLE competencies (
    id uuid PRIMARY KEY,
    code text COLLATE "th-x-icu" NOT NULL UNIQUE CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    name text COLLATE "th-x-icu" NOT NULL,
    kind text COLLATE "th-x-icu" NOT NULL CHECK (kind IN ('CORE', 'FUNCTIONAL')),
    valid_from date,
    valid_to date,
    source text COLLATE "th-x-icu" NOT NULL,
    CHECK (valid_to >= valid_from)
);
INSERT INTO competencies (id, code, name, kind, source) VALUES
    ('0198a000-0000-7000-8000-0000000e0001', 'ACHIEVEMENT', 'การมุ่งผลสัมฤทธิ์ในการปฏิบัติงาน', 'CORE', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)'),
    ('0198a000-0000-7000-8000-0000000e0002', 'SERVICE_MIND', 'การบริการที่ดี', 'CORE', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)'),
    ('0198a000-0000-7000-8000-0000000e0003', 'SELF_DEVELOPMENT', 'การพัฒนาตนเอง', 'CORE', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)'),
    ('0198a000-0000-7000-8000-0000000e0004', 'TEAMWORK', 'การทำงานเป็นทีม', 'CORE', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)'),
    ('0198a000-0000-7000-8000-0000000e0005', 'ETHICS', 'จริยธรรมและจรรยาบรรณวิชาชีพครู', 'CORE', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)'),
    ('0198a000-0000-7000-8000-0000000e0006', 'CURRICULUM_AND_LEARNING', 'การบริหารหลักสูตรและการจัดการเรียนรู้', 'FUNCTIONAL', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)'),
    ('0198a000-0000-7000-8000-0000000e0007', 'STUDENT_DEVELOPMENT', 'การพัฒนาผู้เรียน', 'FUNCTIONAL', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)'),
    ('0198a000-0000-7000-8000-0000000e0008', 'CLASSROOM_MANAGEMENT', 'การบริหารจัดการชั้นเรียน', 'FUNCTIONAL', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)'),
    ('0198a000-0000-7000-8000-0000000e0009', 'ANALYSIS_AND_RESEARCH', 'การวิเคราะห์ สังเคราะห์ และการวิจัยเพื่อพัฒนาผู้เรียน', 'FUNCTIONAL', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)'),
    ('0198a000-0000-7000-8000-0000000e0010', 'TEACHER_LEADERSHIP', 'ภาวะผู้นำครู', 'FUNCTIONAL', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)'),
    ('0198a000-0000-7000-8000-0000000e0011', 'COMMUNITY_COOPERATION', 'การสร้างความสัมพันธ์และความร่วมมือกับชุมชนเพื่อการจัดการเรียนรู้', 'FUNCTIONAL', 'สมรรถนะครู สำนักงานคณะกรรมการการศึกษาขั้นพื้นฐาน (kruchiangrai.net/2014/10/29)');

CREATE TABLE development_methods (
    id uuid PRIMARY KEY,
    code text COLLATE "th-x-icu" NOT NULL UNIQUE CHECK (code ~ '^[A-Z][A-Z0-9_]*$'),
    name text COLLATE "th-x-icu" NOT NULL,
    valid_from date,
    valid_to date,
    source text COLLATE "th-x-icu" NOT NULL,
    CHECK (valid_to >= valid_from)
);
INSERT INTO development_methods (id, code, name, source) VALUES
    ('0198a000-0000-7000-8000-0000000f0001', 'TRAINING', 'การฝึกอบรม', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 ส่วนที่ 4'),
    ('0198a000-0000-7000-8000-0000000f0002', 'SEMINAR', 'การประชุมสัมมนา', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 ส่วนที่ 4'),
    ('0198a000-0000-7000-8000-0000000f0003', 'STUDY_VISIT', 'การศึกษาดูงาน', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 ส่วนที่ 4'),
    ('0198a000-0000-7000-8000-0000000f0004', 'FURTHER_STUDY', 'การศึกษาต่อ', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 ส่วนที่ 4'),
    ('0198a000-0000-7000-8000-0000000f0005', 'COACHING', 'การสอนงานโดยผู้มีความรู้ความสามารถ', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 ส่วนที่ 4'),
    ('0198a000-0000-7000-8000-0000000f0006', 'PLC', 'ชุมชนการเรียนรู้ทางวิชาชีพ', 'หลักเกณฑ์และวิธีการ ก.ค.ศ. ว 21/2560'),
    ('0198a000-0000-7000-8000-0000000f0007', 'SELF_STUDY', 'การศึกษาค้นคว้าด้วยตนเอง', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 ส่วนที่ 4'),
    ('0198a000-0000-7000-8000-0000000f0008', 'JOB_ROTATION', 'การสับเปลี่ยนหมุนเวียนงาน', 'แผนพัฒนาครูและบุคลากรทางการศึกษา ประจำปีงบประมาณ พ.ศ. 2566 ส่วนที่ 4');

-- One plan of a person for a fiscal year.
CREATE TABLE individual_development_plans (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    -- The office and the school of the time when the latest revision was written.
    office_id uuid NOT NULL REFERENCES offices (id),
    school_id uuid REFERENCES schools (id),
    status text COLLATE "th-x-icu" NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'CLOSED')),
    version integer NOT NULL CHECK (version > 0),
    -- A revision; without a constraint, because revisions refer to plans, and nobody deletes revisions.
    latest_id uuid NOT NULL,
    closed_at timestamptz,
    CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)),
    UNIQUE (id, person_id),
    CONSTRAINT one_individual_plan_a_year UNIQUE (person_id, fiscal_year)
);
CREATE INDEX ix_individual_development_plans_fiscal_year ON individual_development_plans (fiscal_year, id);
CREATE INDEX ix_individual_development_plans_person_id ON individual_development_plans (person_id, fiscal_year, id);
CREATE INDEX ix_individual_development_plans_office_id ON individual_development_plans (office_id, fiscal_year, id);
CREATE INDEX ix_individual_development_plans_school_id ON individual_development_plans (school_id, fiscal_year, id);

-- All revisions of a plan, each at the office of its time.
CREATE TABLE individual_plan_revisions (
    id uuid PRIMARY KEY,
    individual_plan_id uuid NOT NULL REFERENCES individual_development_plans (id),
    person_id uuid NOT NULL REFERENCES people (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL,
    number integer NOT NULL CHECK (number > 0),
    saved_at timestamptz NOT NULL,
    submitted_at timestamptz,
    returned_at timestamptz,
    return_reason text COLLATE "th-x-icu",
    approved_at timestamptz,
    approved_by_id uuid REFERENCES people (id),
    in_force boolean NOT NULL,
    UNIQUE (individual_plan_id, number),
    UNIQUE (id, person_id),
    -- Parts stay with their whole when two records of a person are merged or separated again.
    FOREIGN KEY (individual_plan_id, person_id) REFERENCES individual_development_plans (id, person_id)
        ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CHECK ((returned_at IS NULL) = (return_reason IS NULL)),
    CHECK ((approved_at IS NULL) = (approved_by_id IS NULL)),
    CHECK (approved_at IS NULL OR submitted_at IS NOT NULL),
    CHECK (NOT in_force OR approved_at IS NOT NULL),
    CONSTRAINT nobody_approves_an_own_plan CHECK (approved_by_id <> person_id),
    CONSTRAINT one_revision_in_force EXCLUDE (individual_plan_id WITH =, office_id WITH =) WHERE (in_force) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_individual_plan_revisions_plan_id ON individual_plan_revisions (individual_plan_id, fiscal_year, number, id);
CREATE INDEX ix_individual_plan_revisions_fiscal_year ON individual_plan_revisions (fiscal_year, number, id);
CREATE INDEX ix_individual_plan_revisions_person_id ON individual_plan_revisions (person_id, fiscal_year, number, id);
CREATE INDEX ix_individual_plan_revisions_office_id ON individual_plan_revisions (office_id, fiscal_year, number, id);
CREATE INDEX ix_individual_plan_revisions_approved_by_id ON individual_plan_revisions (approved_by_id);
CREATE INDEX ix_individual_development_plans_latest_id ON individual_development_plans (latest_id);

CREATE TABLE competency_assessments (
    id uuid PRIMARY KEY,
    revision_id uuid NOT NULL REFERENCES individual_plan_revisions (id),
    competency_id uuid NOT NULL REFERENCES competencies (id),
    level integer NOT NULL CHECK (level BETWEEN 1 AND 5),
    note text COLLATE "th-x-icu",
    UNIQUE (revision_id, competency_id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_competency_assessments_competency_id ON competency_assessments (competency_id);

CREATE TABLE individual_plan_items (
    id uuid PRIMARY KEY,
    revision_id uuid NOT NULL REFERENCES individual_plan_revisions (id),
    person_id uuid NOT NULL REFERENCES people (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL,
    priority integer NOT NULL CHECK (priority BETWEEN 1 AND 50),
    topic_id uuid REFERENCES development_topics (id),
    competency_id uuid REFERENCES competencies (id),
    method_id uuid NOT NULL REFERENCES development_methods (id),
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    goal text COLLATE "th-x-icu" NOT NULL,
    benefit text COLLATE "th-x-icu",
    support text COLLATE "th-x-icu",
    -- The draft of a project can be removed; the item stays.
    project_id uuid REFERENCES projects (id) ON DELETE SET NULL,
    UNIQUE (revision_id, priority) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (revision_id, person_id) REFERENCES individual_plan_revisions (id, person_id)
        ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
    CHECK (topic_id IS NOT NULL OR competency_id IS NOT NULL),
    CHECK (ends_on >= starts_on)
);
CREATE INDEX ix_individual_plan_items_revision_id ON individual_plan_items (revision_id, priority, id);
CREATE INDEX ix_individual_plan_items_fiscal_year ON individual_plan_items (fiscal_year, priority, id);
CREATE INDEX ix_individual_plan_items_person_id ON individual_plan_items (person_id, fiscal_year, priority, id);
CREATE INDEX ix_individual_plan_items_office_id ON individual_plan_items (office_id, fiscal_year, priority, id);
CREATE INDEX ix_individual_plan_items_project_id ON individual_plan_items (project_id);
CREATE INDEX ix_individual_plan_items_topic_id ON individual_plan_items (topic_id);
CREATE INDEX ix_individual_plan_items_competency_id ON individual_plan_items (competency_id);
CREATE INDEX ix_individual_plan_items_method_id ON individual_plan_items (method_id);

-- What is approved stays as it is. Only names are erased from its texts, drafts of projects removed, and two records of one
-- person made one.
CREATE FUNCTION keep_approved_content() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM individual_plan_revisions r WHERE r.id = OLD.revision_id AND r.approved_at IS NOT NULL) THEN
        RAISE EXCEPTION 'the content of an approved revision cannot change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_approved_assessments BEFORE DELETE OR UPDATE OF revision_id, competency_id, level ON competency_assessments
    FOR EACH ROW EXECUTE FUNCTION keep_approved_content();
CREATE TRIGGER keep_approved_items BEFORE DELETE OR UPDATE OF revision_id, office_id, fiscal_year, priority, topic_id,
    competency_id, method_id, starts_on, ends_on ON individual_plan_items
    FOR EACH ROW EXECUTE FUNCTION keep_approved_content();

-- A survey of the needs of an office's people for a fiscal year.
CREATE TABLE needs_rounds (
    id uuid PRIMARY KEY,
    office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    most_topics integer NOT NULL CHECK (most_topics > 0),
    opens_on date,
    closes_on date,
    status text COLLATE "th-x-icu" NOT NULL CHECK (status IN ('OPEN', 'CLOSED')),
    opened_at timestamptz NOT NULL,
    closed_at timestamptz,
    CHECK (closes_on >= opens_on),
    CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL)),
    CONSTRAINT one_needs_round_a_year UNIQUE (office_id, fiscal_year)
);
CREATE INDEX ix_needs_rounds_fiscal_year ON needs_rounds (fiscal_year, id);
CREATE INDEX ix_needs_rounds_office_id ON needs_rounds (office_id, fiscal_year, id);

CREATE TABLE needs_round_topics (
    id uuid PRIMARY KEY,
    round_id uuid NOT NULL REFERENCES needs_rounds (id),
    topic_id uuid NOT NULL REFERENCES development_topics (id),
    number integer NOT NULL CHECK (number > 0),
    UNIQUE (round_id, topic_id),
    UNIQUE (round_id, number)
);

-- The people who are asked, with the category and the place of the time.
CREATE TABLE needs_participants (
    id uuid PRIMARY KEY,
    round_id uuid NOT NULL REFERENCES needs_rounds (id),
    person_id uuid NOT NULL REFERENCES people (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL,
    category_id uuid NOT NULL REFERENCES staff_categories (id),
    org_unit_id uuid REFERENCES org_units (id),
    school_id uuid REFERENCES schools (id),
    answered_at timestamptz,
    UNIQUE (id, person_id),
    CONSTRAINT one_answer_a_round UNIQUE (round_id, person_id)
);
CREATE INDEX ix_needs_participants_fiscal_year ON needs_participants (fiscal_year, id);
CREATE INDEX ix_needs_participants_round_id ON needs_participants (round_id, fiscal_year, id);
CREATE INDEX ix_needs_participants_person_id ON needs_participants (person_id, fiscal_year, id);
CREATE INDEX ix_needs_participants_office_id ON needs_participants (office_id, fiscal_year, id);
CREATE INDEX ix_needs_participants_category_id ON needs_participants (category_id);
CREATE INDEX ix_needs_participants_org_unit_id ON needs_participants (org_unit_id);
CREATE INDEX ix_needs_participants_school_id ON needs_participants (school_id);

CREATE TABLE needs_choices (
    id uuid PRIMARY KEY,
    participant_id uuid NOT NULL REFERENCES needs_participants (id),
    round_id uuid NOT NULL REFERENCES needs_rounds (id),
    person_id uuid NOT NULL REFERENCES people (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    fiscal_year integer NOT NULL,
    topic_id uuid NOT NULL REFERENCES development_topics (id),
    priority integer NOT NULL CHECK (priority > 0),
    FOREIGN KEY (participant_id, person_id) REFERENCES needs_participants (id, person_id)
        ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (participant_id, priority) DEFERRABLE INITIALLY DEFERRED,
    UNIQUE (participant_id, topic_id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX ix_needs_choices_participant_id ON needs_choices (participant_id, priority, id);
CREATE INDEX ix_needs_choices_fiscal_year ON needs_choices (fiscal_year, priority, id);
CREATE INDEX ix_needs_choices_round_id ON needs_choices (round_id, fiscal_year, priority, id);
CREATE INDEX ix_needs_choices_person_id ON needs_choices (person_id, fiscal_year, priority, id);
CREATE INDEX ix_needs_choices_office_id ON needs_choices (office_id, fiscal_year, priority, id);
CREATE INDEX ix_needs_choices_topic_id ON needs_choices (topic_id);

-- Who was asked in a round, and for what they asked, stays as it was when the round was closed. Two records of one person can be
-- made one.
CREATE FUNCTION keep_closed_rounds() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM needs_rounds r WHERE r.id = OLD.round_id AND r.status = 'CLOSED') THEN
        RAISE EXCEPTION 'what was asked for in a closed round cannot change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep_closed_rounds BEFORE DELETE OR UPDATE OF round_id, office_id, fiscal_year, category_id, org_unit_id, school_id,
    answered_at ON needs_participants FOR EACH ROW EXECUTE FUNCTION keep_closed_rounds();
CREATE TRIGGER keep_closed_rounds BEFORE DELETE OR UPDATE OF participant_id, round_id, office_id, fiscal_year, topic_id, priority
    ON needs_choices FOR EACH ROW EXECUTE FUNCTION keep_closed_rounds();

-- What a round came to.
CREATE TABLE needs_results (
    id uuid PRIMARY KEY,
    round_id uuid NOT NULL UNIQUE REFERENCES needs_rounds (id),
    office_id uuid NOT NULL REFERENCES offices (id),
    surveyed_on date NOT NULL,
    asked integer NOT NULL,
    respondents integer NOT NULL,
    CHECK (respondents BETWEEN 0 AND asked)
);
CREATE INDEX ix_needs_results_office_id ON needs_results (office_id);

CREATE TABLE needs_result_topics (
    id uuid PRIMARY KEY,
    result_id uuid NOT NULL REFERENCES needs_results (id),
    topic_id uuid NOT NULL REFERENCES development_topics (id),
    number integer NOT NULL,
    demand integer NOT NULL CHECK (demand >= 0),
    percentage numeric CHECK (percentage BETWEEN 0 AND 100),
    UNIQUE (result_id, number)
);

GRANT SELECT ON development_topics, competencies, development_methods TO teacherdevplan_service;
GRANT SELECT, INSERT, UPDATE ON individual_development_plans, individual_plan_revisions, needs_rounds, needs_participants
    TO teacherdevplan_service;
GRANT SELECT, INSERT, DELETE ON individual_plan_items, competency_assessments, needs_choices TO teacherdevplan_service;
GRANT SELECT, INSERT ON needs_round_topics, needs_results, needs_result_topics TO teacherdevplan_service;
