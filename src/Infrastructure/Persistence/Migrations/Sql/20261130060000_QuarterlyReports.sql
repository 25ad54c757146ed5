-- What an office reports of its plan after a quarter: the figures as they stood when it was assembled.
CREATE TABLE quarterly_reports (
    id uuid PRIMARY KEY,
    office_id uuid NOT NULL REFERENCES offices (id),
    plan_id uuid NOT NULL REFERENCES development_plans (id),
    fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    quarter text COLLATE "th-x-icu" NOT NULL CHECK (quarter IN ('Q1', 'Q2', 'Q3', 'Q4')),
    revision integer NOT NULL CHECK (revision > 0),
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    status text COLLATE "th-x-icu" NOT NULL CHECK (status IN ('DRAFT', 'SUBMITTED')),
    version integer NOT NULL CHECK (version > 0),
    assembled_at timestamptz NOT NULL,
    summary text COLLATE "th-x-icu",
    problems text COLLATE "th-x-icu",
    suggestions text COLLATE "th-x-icu",
    planned numeric(18,2) NOT NULL,
    revised numeric(18,2) NOT NULL,
    revised_to_date numeric(18,2) NOT NULL,
    paid_in_quarter numeric(18,2) NOT NULL,
    paid_to_date numeric(18,2) NOT NULL,
    committed numeric(18,2) NOT NULL,
    remaining numeric(18,2) NOT NULL,
    rate numeric,
    submitted_at timestamptz,
    submitted_by text COLLATE "th-x-icu",
    CONSTRAINT one_report_a_revision UNIQUE (plan_id, quarter, revision),
    CHECK ((status = 'SUBMITTED') = (submitted_at IS NOT NULL)),
    CHECK ((submitted_at IS NULL) = (submitted_by IS NULL)),
    -- A quarter that has not ended is not reported.
    CHECK (status = 'DRAFT' OR (assembled_at AT TIME ZONE 'Asia/Bangkok')::date > ends_on)
);
-- While a revision is a draft, there is no later one.
CREATE UNIQUE INDEX one_draft_a_quarter ON quarterly_reports (plan_id, quarter) WHERE status = 'DRAFT';
CREATE INDEX ix_quarterly_reports_fiscal_year ON quarterly_reports (fiscal_year, quarter, id);
CREATE INDEX ix_quarterly_reports_office_id ON quarterly_reports (office_id, fiscal_year, quarter, id);
CREATE INDEX ix_quarterly_reports_plan_id ON quarterly_reports (plan_id, fiscal_year, quarter, id);

CREATE TABLE quarterly_report_projects (
    id uuid PRIMARY KEY,
    report_id uuid NOT NULL REFERENCES quarterly_reports (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    -- A project that a later version of the plan does not have is gone; what was reported stays.
    project_id uuid REFERENCES projects (id) ON DELETE SET NULL,
    number integer NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    strategy text COLLATE "th-x-icu" NOT NULL,
    unit text COLLATE "th-x-icu" NOT NULL,
    status text COLLATE "th-x-icu" NOT NULL,
    planned numeric(18,2) NOT NULL,
    revised numeric(18,2) NOT NULL,
    revised_to_date numeric(18,2) NOT NULL,
    paid_in_quarter numeric(18,2) NOT NULL,
    paid_to_date numeric(18,2) NOT NULL,
    committed numeric(18,2) NOT NULL,
    remaining numeric(18,2) NOT NULL,
    rate numeric,
    work_done numeric CHECK (work_done BETWEEN 0 AND 100),
    issues text COLLATE "th-x-icu",
    corrective_action text COLLATE "th-x-icu",
    reported_on date,
    CHECK ((work_done IS NULL) = (reported_on IS NULL))
);
CREATE INDEX ix_quarterly_report_projects_report_id ON quarterly_report_projects (report_id, position, id);
CREATE INDEX ix_quarterly_report_projects_project_id ON quarterly_report_projects (project_id);

CREATE TABLE quarterly_report_kpis (
    id uuid PRIMARY KEY,
    report_project_id uuid NOT NULL REFERENCES quarterly_report_projects (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    name text COLLATE "th-x-icu" NOT NULL,
    target_text text COLLATE "th-x-icu" NOT NULL,
    result numeric,
    result_text text COLLATE "th-x-icu",
    status text COLLATE "th-x-icu"
);
CREATE INDEX ix_quarterly_report_kpis_report_project_id ON quarterly_report_kpis (report_project_id, position, id);

CREATE TABLE quarterly_report_indicators (
    id uuid PRIMARY KEY,
    report_id uuid NOT NULL REFERENCES quarterly_reports (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    strategy text COLLATE "th-x-icu" NOT NULL,
    number integer NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    unit text COLLATE "th-x-icu" NOT NULL,
    target numeric NOT NULL,
    result numeric,
    status text COLLATE "th-x-icu" NOT NULL
);
CREATE INDEX ix_quarterly_report_indicators_report_id ON quarterly_report_indicators (report_id, position, id);

CREATE TABLE quarterly_report_events (
    id uuid PRIMARY KEY,
    report_id uuid NOT NULL REFERENCES quarterly_reports (id) ON DELETE CASCADE,
    position integer NOT NULL CHECK (position >= 0),
    offering_id uuid NOT NULL REFERENCES offerings (id),
    project_number integer,
    title text COLLATE "th-x-icu" NOT NULL,
    form text COLLATE "th-x-icu" NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    status text COLLATE "th-x-icu" NOT NULL
);
CREATE INDEX ix_quarterly_report_events_report_id ON quarterly_report_events (report_id, position, id);
CREATE INDEX ix_quarterly_report_events_offering_id ON quarterly_report_events (offering_id);

CREATE TABLE quarterly_report_people (
    id uuid PRIMARY KEY,
    report_id uuid NOT NULL REFERENCES quarterly_reports (id) ON DELETE CASCADE,
    office_id uuid NOT NULL REFERENCES offices (id),
    -- Null for all events together.
    event_id uuid REFERENCES quarterly_report_events (id) ON DELETE CASCADE,
    enrolled integer NOT NULL CHECK (enrolled >= 0),
    attended integer NOT NULL CHECK (attended BETWEEN 0 AND enrolled),
    completed integer NOT NULL CHECK (completed BETWEEN 0 AND enrolled),
    minutes integer NOT NULL CHECK (minutes >= 0),
    CONSTRAINT one_count_an_event UNIQUE NULLS NOT DISTINCT (report_id, event_id)
);
CREATE INDEX ix_quarterly_report_people_event_id ON quarterly_report_people (event_id, minutes, id);
CREATE INDEX ix_quarterly_report_people_report_id ON quarterly_report_people (report_id, minutes, id);
CREATE INDEX ix_quarterly_report_people_office_id ON quarterly_report_people (office_id);

-- What was submitted stays.
CREATE TRIGGER submitted_reports_stay BEFORE UPDATE OR DELETE ON quarterly_reports
    FOR EACH ROW WHEN (OLD.status = 'SUBMITTED') EXECUTE FUNCTION refuse_change();

-- So do its parts; only a project that is gone is no longer linked.
CREATE FUNCTION keep_submitted_parts() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    part jsonb := to_jsonb(CASE WHEN TG_OP = 'INSERT' THEN NEW ELSE OLD END);
    report uuid := CASE WHEN TG_TABLE_NAME = 'quarterly_report_kpis'
        THEN (SELECT p.report_id FROM quarterly_report_projects p WHERE p.id = (part->>'report_project_id')::uuid)
        ELSE (part->>'report_id')::uuid END;
BEGIN
    IF NOT EXISTS (SELECT FROM quarterly_reports r WHERE r.id = report AND r.status = 'SUBMITTED')
        OR TG_OP = 'UPDATE' AND (to_jsonb(NEW) - 'project_id' = part - 'project_id' AND to_jsonb(NEW)->'project_id' = 'null'
            OR current_setting('teacherdevplan.replacing_name', true) = 'on'
            AND pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'USAGE')) THEN
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    RAISE EXCEPTION '% on %: the report was submitted', TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER submitted_parts_stay BEFORE INSERT OR UPDATE OR DELETE ON quarterly_report_projects
    FOR EACH ROW EXECUTE FUNCTION keep_submitted_parts();
CREATE TRIGGER submitted_parts_stay BEFORE INSERT OR UPDATE OR DELETE ON quarterly_report_kpis
    FOR EACH ROW EXECUTE FUNCTION keep_submitted_parts();
CREATE TRIGGER submitted_parts_stay BEFORE INSERT OR UPDATE OR DELETE ON quarterly_report_indicators
    FOR EACH ROW EXECUTE FUNCTION keep_submitted_parts();
CREATE TRIGGER submitted_parts_stay BEFORE INSERT OR UPDATE OR DELETE ON quarterly_report_events
    FOR EACH ROW EXECUTE FUNCTION keep_submitted_parts();
CREATE TRIGGER submitted_parts_stay BEFORE INSERT OR UPDATE OR DELETE ON quarterly_report_people
    FOR EACH ROW EXECUTE FUNCTION keep_submitted_parts();

GRANT SELECT, INSERT, UPDATE ON quarterly_reports TO teacherdevplan_service;
GRANT SELECT, INSERT, DELETE ON quarterly_report_projects, quarterly_report_kpis, quarterly_report_indicators,
    quarterly_report_events, quarterly_report_people TO teacherdevplan_service;
