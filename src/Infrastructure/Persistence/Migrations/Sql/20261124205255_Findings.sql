DROP INDEX ix_findings_plan_id;

ALTER TABLE findings RENAME COLUMN message TO message_en;

ALTER TABLE findings RENAME COLUMN location TO location_en;

ALTER TABLE projects ADD name_printed text COLLATE "th-x-icu";

ALTER TABLE findings ADD place text COLLATE "th-x-icu" NOT NULL DEFAULT '';

ALTER TABLE findings ADD location_th text COLLATE "th-x-icu" NOT NULL DEFAULT '';

ALTER TABLE findings ADD message_th text COLLATE "th-x-icu" NOT NULL DEFAULT '';

ALTER TABLE findings ADD project_id uuid;

ALTER TABLE findings ADD source_column integer;

ALTER TABLE findings ADD source_line integer;

ALTER TABLE findings ADD source_row integer;

ALTER TABLE findings ADD source_table integer;

ALTER TABLE findings ADD source_text text COLLATE "th-x-icu";

ALTER TABLE findings ADD status_changed_at timestamp with time zone;

ALTER TABLE findings ADD status_changed_by text COLLATE "th-x-icu";

ALTER TABLE findings ADD status_reason text COLLATE "th-x-icu";

ALTER TABLE findings ADD withheld boolean NOT NULL DEFAULT FALSE;

ALTER TABLE development_plans ADD listed_staff uuid[] NOT NULL DEFAULT ARRAY[]::uuid[];

ALTER TABLE development_plans ADD strategic_plan_id uuid;

CREATE TABLE plan_readings (
    plan_id uuid NOT NULL,
    lines integer NOT NULL,
    unread jsonb NOT NULL,
    CONSTRAINT pk_plan_readings PRIMARY KEY (plan_id),
    CONSTRAINT fk_plan_readings_development_plans_plan_id FOREIGN KEY (plan_id) REFERENCES development_plans (id) ON DELETE CASCADE
);

CREATE TABLE plan_sections (
    id uuid NOT NULL,
    development_plan_id uuid NOT NULL,
    position integer NOT NULL,
    number text COLLATE "th-x-icu",
    heading text COLLATE "th-x-icu" NOT NULL,
    level integer NOT NULL,
    CONSTRAINT pk_plan_sections PRIMARY KEY (id),
    CONSTRAINT fk_plan_sections_development_plans_development_plan_id FOREIGN KEY (development_plan_id) REFERENCES development_plans (id) ON DELETE CASCADE
);

CREATE TABLE sources (
    owner_id uuid NOT NULL,
    member text COLLATE "th-x-icu" NOT NULL,
    plan_id uuid NOT NULL,
    line integer NOT NULL,
    "table" integer,
    row integer,
    "column" integer,
    raw_text text COLLATE "th-x-icu" NOT NULL,
    CONSTRAINT pk_sources PRIMARY KEY (owner_id, member),
    CONSTRAINT fk_sources_development_plans_plan_id FOREIGN KEY (plan_id) REFERENCES development_plans (id) ON DELETE CASCADE
);

CREATE TABLE plan_section_texts (
    id uuid NOT NULL,
    plan_section_id uuid NOT NULL,
    position integer NOT NULL,
    number text COLLATE "th-x-icu",
    text text COLLATE "th-x-icu" NOT NULL,
    CONSTRAINT pk_plan_section_texts PRIMARY KEY (id),
    CONSTRAINT fk_plan_section_texts_plan_sections_plan_section_id FOREIGN KEY (plan_section_id) REFERENCES plan_sections (id) ON DELETE CASCADE
);

UPDATE findings SET place = id::text;
UPDATE development_plans d SET strategic_plan_id = coalesce(
    (SELECT s.strategic_plan_id FROM projects p JOIN strategies s ON s.id = p.strategy_id
        WHERE p.plan_id = d.id LIMIT 1),
    (SELECT s.id FROM strategic_plans s WHERE s.office_id = d.office_id
        ORDER BY d.fiscal_year BETWEEN s.first_fiscal_year AND s.last_fiscal_year DESC, s.first_fiscal_year DESC
        LIMIT 1));
UPDATE development_plans d SET listed_staff = ARRAY(
    SELECT m.id FROM staff_members m WHERE m.office_id = d.office_id
        AND (m.org_unit_id IS NOT NULL OR m.academic_standing IS NOT NULL
            OR NOT EXISTS (SELECT FROM project_owners o WHERE o.staff_member_id = m.id))
    ORDER BY m.id);

CREATE UNIQUE INDEX ix_findings_plan_id_rule_place ON findings (plan_id, rule, place);

CREATE INDEX ix_development_plans_strategic_plan_id ON development_plans (strategic_plan_id);

CREATE INDEX ix_plan_section_texts_plan_section_id ON plan_section_texts (plan_section_id);

CREATE INDEX ix_plan_sections_development_plan_id ON plan_sections (development_plan_id);

CREATE INDEX ix_sources_plan_id ON sources (plan_id);

ALTER TABLE development_plans ADD CONSTRAINT fk_development_plans_strategic_plan_strategic_plan_id FOREIGN KEY (strategic_plan_id) REFERENCES strategic_plans (id) ON DELETE SET NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON plan_sections, plan_section_texts, sources, plan_readings
    TO teacherdevplan_service;
