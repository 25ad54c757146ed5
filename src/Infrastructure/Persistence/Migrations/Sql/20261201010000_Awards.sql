-- Programmes of awards, of an office or, without one, of the ministry. What no longer holds gets a last day, and is kept.
CREATE TABLE award_programmes (
    id uuid PRIMARY KEY,
    office_id uuid REFERENCES offices (id),
    code text COLLATE "th-x-icu" NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    grantor text COLLATE "th-x-icu" NOT NULL,
    criteria text COLLATE "th-x-icu",
    valid_from date,
    valid_to date,
    source text COLLATE "th-x-icu" NOT NULL,
    version integer NOT NULL CHECK (version > 0),
    CHECK (valid_to >= valid_from),
    CONSTRAINT one_award_programme_a_code UNIQUE NULLS NOT DISTINCT (office_id, code)
);
CREATE INDEX ix_award_programmes_code ON award_programmes (code, id);
CREATE INDEX ix_award_programmes_office_id ON award_programmes (office_id, code, id);

-- Nominations of people, and what was decided about them.
CREATE TABLE awards (
    id uuid PRIMARY KEY,
    person_id uuid NOT NULL REFERENCES people (id),
    -- The office that nominated the person; the school and the category are those of the time.
    office_id uuid NOT NULL REFERENCES offices (id),
    school_id uuid REFERENCES schools (id),
    category_id uuid REFERENCES staff_categories (id),
    programme_id uuid NOT NULL REFERENCES award_programmes (id),
    level text COLLATE "th-x-icu" NOT NULL CHECK (level IN ('SCHOOL', 'OFFICE', 'PROVINCE', 'REGION', 'NATIONAL', 'INTERNATIONAL')),
    division text COLLATE "th-x-icu",
    fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    nominated_on date NOT NULL,
    due_on date,
    -- A project that a later version of a plan does not have is gone; that people were nominated for it stays.
    project_id uuid REFERENCES projects (id) ON DELETE SET NULL,
    works text COLLATE "th-x-icu",
    status text COLLATE "th-x-icu" NOT NULL CHECK (status IN ('NOMINATED', 'AWARDED', 'NOT_AWARDED', 'WITHDRAWN')),
    decided_on date,
    decided_by text COLLATE "th-x-icu",
    distinction text COLLATE "th-x-icu",
    committee_id uuid REFERENCES committees (id),
    order_number text COLLATE "th-x-icu",
    note text COLLATE "th-x-icu",
    version integer NOT NULL CHECK (version > 0),
    CHECK ((status = 'NOMINATED') = (decided_on IS NULL)),
    CHECK (decided_on >= nominated_on),
    -- What a body decided is told by the body and its committee or document.
    CHECK ((status IN ('AWARDED', 'NOT_AWARDED')) = (decided_by IS NOT NULL)),
    CHECK ((status IN ('AWARDED', 'NOT_AWARDED')) = (num_nonnulls(committee_id, order_number) > 0)),
    CHECK (distinction IS NULL OR status = 'AWARDED'),
    CHECK (note IS NOT NULL OR status <> 'WITHDRAWN'),
    CHECK (note IS NULL OR status <> 'NOMINATED'),
    -- A committee decides for its own office.
    FOREIGN KEY (committee_id, office_id) REFERENCES committees (id, office_id)
);
-- A person is nominated once for the same award of a year, unless the nomination is withdrawn.
CREATE UNIQUE INDEX one_nomination_for_an_award ON awards (person_id, programme_id, fiscal_year, level, division)
    NULLS NOT DISTINCT WHERE status <> 'WITHDRAWN';
CREATE INDEX ix_awards_person_id ON awards (person_id, fiscal_year, id);
CREATE INDEX ix_awards_office_id ON awards (office_id, fiscal_year, id);
CREATE INDEX ix_awards_school_id ON awards (school_id, fiscal_year, id);
CREATE INDEX ix_awards_programme_id ON awards (programme_id, fiscal_year, id);
CREATE INDEX ix_awards_project_id ON awards (project_id, fiscal_year, id);
CREATE INDEX ix_awards_committee_id ON awards (committee_id);

GRANT SELECT, INSERT, UPDATE ON award_programmes, awards TO teacherdevplan_service;
