CREATE TABLE offices (
    id uuid NOT NULL,
    code text COLLATE "th-x-icu" NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    kind text NOT NULL,
    province text COLLATE "th-x-icu" NOT NULL,
    province_code text COLLATE "th-x-icu" NOT NULL,
    CONSTRAINT pk_offices PRIMARY KEY (id)
);

CREATE TABLE development_plans (
    id uuid NOT NULL,
    office_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    title text COLLATE "th-x-icu" NOT NULL,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    CONSTRAINT pk_development_plans PRIMARY KEY (id),
    CONSTRAINT fk_development_plans_office_office_id FOREIGN KEY (office_id) REFERENCES offices (id) ON DELETE CASCADE
);

CREATE TABLE districts (
    id uuid NOT NULL,
    office_id uuid NOT NULL,
    position integer NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    CONSTRAINT pk_districts PRIMARY KEY (id),
    CONSTRAINT fk_districts_office_office_id FOREIGN KEY (office_id) REFERENCES offices (id) ON DELETE CASCADE
);

CREATE TABLE org_units (
    id uuid NOT NULL,
    office_id uuid NOT NULL,
    number integer NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    CONSTRAINT pk_org_units PRIMARY KEY (id),
    CONSTRAINT fk_org_units_offices_office_id FOREIGN KEY (office_id) REFERENCES offices (id) ON DELETE CASCADE
);

CREATE TABLE strategic_plans (
    id uuid NOT NULL,
    office_id uuid NOT NULL,
    first_fiscal_year integer NOT NULL,
    last_fiscal_year integer NOT NULL,
    CONSTRAINT pk_strategic_plans PRIMARY KEY (id),
    CONSTRAINT fk_strategic_plans_offices_office_id FOREIGN KEY (office_id) REFERENCES offices (id) ON DELETE CASCADE
);

CREATE TABLE calendar_steps (
    id uuid NOT NULL,
    development_plan_id uuid NOT NULL,
    position integer NOT NULL,
    number integer NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    months date[] NOT NULL,
    CONSTRAINT pk_calendar_steps PRIMARY KEY (id),
    CONSTRAINT fk_calendar_steps_development_plan_development_plan_id FOREIGN KEY (development_plan_id) REFERENCES development_plans (id) ON DELETE CASCADE
);

CREATE TABLE datasets (
    id uuid NOT NULL,
    office_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    code text COLLATE "th-x-icu" NOT NULL,
    position integer NOT NULL,
    title text COLLATE "th-x-icu" NOT NULL,
    as_of date,
    dimensions text[] NOT NULL,
    CONSTRAINT pk_datasets PRIMARY KEY (id),
    CONSTRAINT fk_datasets_development_plan_plan_id FOREIGN KEY (plan_id) REFERENCES development_plans (id) ON DELETE CASCADE,
    CONSTRAINT fk_datasets_office_office_id FOREIGN KEY (office_id) REFERENCES offices (id) ON DELETE CASCADE
);

CREATE TABLE development_plan_texts (
    id uuid NOT NULL,
    development_plan_id uuid NOT NULL,
    position integer NOT NULL,
    number text COLLATE "th-x-icu",
    text text COLLATE "th-x-icu" NOT NULL,
    kind text NOT NULL,
    CONSTRAINT pk_development_plan_texts PRIMARY KEY (id),
    CONSTRAINT fk_development_plan_texts_development_plans_development_plan_id FOREIGN KEY (development_plan_id) REFERENCES development_plans (id) ON DELETE CASCADE
);

CREATE TABLE findings (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    rule text COLLATE "th-x-icu" NOT NULL,
    severity text NOT NULL,
    message text COLLATE "th-x-icu" NOT NULL,
    subject_type text COLLATE "th-x-icu",
    subject_id uuid,
    location text COLLATE "th-x-icu" NOT NULL,
    stated_value text COLLATE "th-x-icu",
    computed_value text COLLATE "th-x-icu",
    status text NOT NULL,
    CONSTRAINT pk_findings PRIMARY KEY (id),
    CONSTRAINT fk_findings_development_plans_plan_id FOREIGN KEY (plan_id) REFERENCES development_plans (id) ON DELETE CASCADE
);

CREATE TABLE needs_surveys (
    id uuid NOT NULL,
    office_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    surveyed_on date NOT NULL,
    respondents integer NOT NULL,
    CONSTRAINT pk_needs_surveys PRIMARY KEY (id),
    CONSTRAINT fk_needs_surveys_development_plans_plan_id FOREIGN KEY (plan_id) REFERENCES development_plans (id) ON DELETE CASCADE,
    CONSTRAINT fk_needs_surveys_office_office_id FOREIGN KEY (office_id) REFERENCES offices (id) ON DELETE CASCADE
);

CREATE TABLE staff_members (
    id uuid NOT NULL,
    office_id uuid NOT NULL,
    org_unit_id uuid,
    name text COLLATE "th-x-icu" NOT NULL,
    position text COLLATE "th-x-icu" NOT NULL,
    academic_standing text,
    CONSTRAINT pk_staff_members PRIMARY KEY (id),
    CONSTRAINT fk_staff_members_offices_office_id FOREIGN KEY (office_id) REFERENCES offices (id) ON DELETE CASCADE,
    CONSTRAINT fk_staff_members_org_units_org_unit_id FOREIGN KEY (org_unit_id) REFERENCES org_units (id) ON DELETE RESTRICT
);

CREATE TABLE strategic_plan_texts (
    id uuid NOT NULL,
    strategic_plan_id uuid NOT NULL,
    position integer NOT NULL,
    number text COLLATE "th-x-icu",
    text text COLLATE "th-x-icu" NOT NULL,
    kind text NOT NULL,
    CONSTRAINT pk_strategic_plan_texts PRIMARY KEY (id),
    CONSTRAINT fk_strategic_plan_texts_strategic_plans_strategic_plan_id FOREIGN KEY (strategic_plan_id) REFERENCES strategic_plans (id) ON DELETE CASCADE
);

CREATE TABLE strategies (
    id uuid NOT NULL,
    strategic_plan_id uuid NOT NULL,
    number integer NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    CONSTRAINT pk_strategies PRIMARY KEY (id),
    CONSTRAINT fk_strategies_strategic_plans_strategic_plan_id FOREIGN KEY (strategic_plan_id) REFERENCES strategic_plans (id) ON DELETE CASCADE
);

CREATE TABLE observations (
    id uuid NOT NULL,
    dataset_id uuid NOT NULL,
    position integer NOT NULL,
    value numeric,
    text text COLLATE "th-x-icu" NOT NULL,
    total boolean NOT NULL,
    CONSTRAINT pk_observations PRIMARY KEY (id),
    CONSTRAINT fk_observations_datasets_dataset_id FOREIGN KEY (dataset_id) REFERENCES datasets (id) ON DELETE CASCADE
);

CREATE TABLE survey_topics (
    id uuid NOT NULL,
    needs_survey_id uuid NOT NULL,
    position integer NOT NULL,
    number integer NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    demand integer NOT NULL,
    percentage numeric NOT NULL,
    CONSTRAINT pk_survey_topics PRIMARY KEY (id),
    CONSTRAINT fk_survey_topics_needs_surveys_needs_survey_id FOREIGN KEY (needs_survey_id) REFERENCES needs_surveys (id) ON DELETE CASCADE
);

CREATE TABLE guidelines (
    id uuid NOT NULL,
    strategy_id uuid NOT NULL,
    position integer NOT NULL,
    number integer NOT NULL,
    heading text COLLATE "th-x-icu",
    text text COLLATE "th-x-icu" NOT NULL,
    level text NOT NULL,
    CONSTRAINT pk_guidelines PRIMARY KEY (id),
    CONSTRAINT fk_guidelines_strategy_strategy_id FOREIGN KEY (strategy_id) REFERENCES strategies (id) ON DELETE CASCADE
);

CREATE TABLE indicators (
    id uuid NOT NULL,
    strategy_id uuid NOT NULL,
    number integer NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    unit text COLLATE "th-x-icu" NOT NULL,
    level text NOT NULL,
    CONSTRAINT pk_indicators PRIMARY KEY (id),
    CONSTRAINT fk_indicators_strategy_strategy_id FOREIGN KEY (strategy_id) REFERENCES strategies (id) ON DELETE CASCADE
);

CREATE TABLE projects (
    id uuid NOT NULL,
    plan_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    number integer NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    nature text NOT NULL,
    status text NOT NULL,
    strategy_id uuid NOT NULL,
    strategy_printed text COLLATE "th-x-icu",
    responsible_unit_id uuid NOT NULL,
    responsible_unit_printed text COLLATE "th-x-icu",
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    period_printed text COLLATE "th-x-icu",
    venue text COLLATE "th-x-icu",
    virement_allowed boolean NOT NULL,
    stated_budget numeric(14,2) NOT NULL,
    version integer NOT NULL,
    printed_q1 numeric(14,2),
    printed_q2 numeric(14,2),
    printed_q3 numeric(14,2),
    printed_q4 numeric(14,2),
    printed_total numeric(14,2),
    CONSTRAINT pk_projects PRIMARY KEY (id),
    CONSTRAINT ck_projects_stated_budget CHECK (stated_budget >= 0),
    CONSTRAINT fk_projects_development_plans_plan_id FOREIGN KEY (plan_id) REFERENCES development_plans (id) ON DELETE CASCADE,
    CONSTRAINT fk_projects_org_units_responsible_unit_id FOREIGN KEY (responsible_unit_id) REFERENCES org_units (id) ON DELETE RESTRICT,
    CONSTRAINT fk_projects_strategy_strategy_id FOREIGN KEY (strategy_id) REFERENCES strategies (id) ON DELETE RESTRICT
);

CREATE TABLE strategy_texts (
    id uuid NOT NULL,
    strategy_id uuid NOT NULL,
    position integer NOT NULL,
    number text COLLATE "th-x-icu",
    text text COLLATE "th-x-icu" NOT NULL,
    kind text NOT NULL,
    CONSTRAINT pk_strategy_texts PRIMARY KEY (id),
    CONSTRAINT fk_strategy_texts_strategies_strategy_id FOREIGN KEY (strategy_id) REFERENCES strategies (id) ON DELETE CASCADE
);

CREATE TABLE coordinates (
    id uuid NOT NULL,
    observation_id uuid NOT NULL,
    position integer NOT NULL,
    dimension text COLLATE "th-x-icu" NOT NULL,
    value text COLLATE "th-x-icu" NOT NULL,
    CONSTRAINT pk_coordinates PRIMARY KEY (id),
    CONSTRAINT fk_coordinates_observation_observation_id FOREIGN KEY (observation_id) REFERENCES observations (id) ON DELETE CASCADE
);

CREATE TABLE indicator_targets (
    id uuid NOT NULL,
    indicator_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    target numeric NOT NULL,
    result numeric,
    CONSTRAINT pk_indicator_targets PRIMARY KEY (id),
    CONSTRAINT fk_indicator_targets_indicators_indicator_id FOREIGN KEY (indicator_id) REFERENCES indicators (id) ON DELETE CASCADE
);

CREATE TABLE activities (
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    parent_id uuid,
    position integer NOT NULL,
    number text COLLATE "th-x-icu" NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    planned_q1 numeric(14,2) NOT NULL,
    planned_q2 numeric(14,2) NOT NULL,
    planned_q3 numeric(14,2) NOT NULL,
    planned_q4 numeric(14,2) NOT NULL,
    printed_q1 numeric(14,2),
    printed_q2 numeric(14,2),
    printed_q3 numeric(14,2),
    printed_q4 numeric(14,2),
    printed_total numeric(14,2),
    CONSTRAINT pk_activities PRIMARY KEY (id),
    CONSTRAINT ck_activities_planned CHECK (planned_q1 >= 0 AND planned_q2 >= 0 AND planned_q3 >= 0 AND planned_q4 >= 0),
    CONSTRAINT fk_activities_activities_parent_id FOREIGN KEY (parent_id) REFERENCES activities (id) ON DELETE CASCADE,
    CONSTRAINT fk_activities_project_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
);

CREATE TABLE funding_sources (
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    position integer NOT NULL,
    kind text NOT NULL,
    amount numeric(14,2) NOT NULL,
    CONSTRAINT pk_funding_sources PRIMARY KEY (id),
    CONSTRAINT ck_funding_sources_amount CHECK (amount >= 0),
    CONSTRAINT fk_funding_sources_project_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
);

CREATE TABLE project_kpis (
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    position integer NOT NULL,
    number text COLLATE "th-x-icu" NOT NULL,
    "group" text COLLATE "th-x-icu",
    kind text NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    target_text text COLLATE "th-x-icu" NOT NULL,
    target_value numeric,
    target_unit text COLLATE "th-x-icu",
    methods text[] NOT NULL,
    tools text[] NOT NULL,
    CONSTRAINT pk_project_kpis PRIMARY KEY (id),
    CONSTRAINT fk_project_kpis_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
);

CREATE TABLE project_owners (
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    "order" integer NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    position text COLLATE "th-x-icu" NOT NULL,
    staff_member_id uuid NOT NULL,
    CONSTRAINT pk_project_owners PRIMARY KEY (id),
    CONSTRAINT fk_project_owners_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
    CONSTRAINT fk_project_owners_staff_member_staff_member_id FOREIGN KEY (staff_member_id) REFERENCES staff_members (id) ON DELETE RESTRICT
);

CREATE TABLE project_texts (
    id uuid NOT NULL,
    project_id uuid NOT NULL,
    position integer NOT NULL,
    number text COLLATE "th-x-icu",
    text text COLLATE "th-x-icu" NOT NULL,
    kind text NOT NULL,
    CONSTRAINT pk_project_texts PRIMARY KEY (id),
    CONSTRAINT fk_project_texts_projects_project_id FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
);

CREATE INDEX ix_activities_parent_id ON activities (parent_id);

CREATE INDEX ix_activities_project_id_position ON activities (project_id, position);

CREATE INDEX ix_calendar_steps_development_plan_id ON calendar_steps (development_plan_id);

CREATE INDEX ix_coordinates_observation_id ON coordinates (observation_id);

CREATE INDEX ix_datasets_office_id ON datasets (office_id);

CREATE UNIQUE INDEX ix_datasets_plan_id_code ON datasets (plan_id, code);

CREATE INDEX ix_development_plan_texts_development_plan_id ON development_plan_texts (development_plan_id);

CREATE INDEX ix_development_plans_fiscal_year_id ON development_plans (fiscal_year, id);

CREATE UNIQUE INDEX ix_development_plans_office_id_fiscal_year ON development_plans (office_id, fiscal_year);

CREATE INDEX ix_districts_office_id ON districts (office_id);

CREATE INDEX ix_findings_plan_id ON findings (plan_id);

CREATE INDEX ix_funding_sources_project_id ON funding_sources (project_id);

CREATE INDEX ix_guidelines_strategy_id ON guidelines (strategy_id);

CREATE UNIQUE INDEX ix_indicator_targets_indicator_id_fiscal_year ON indicator_targets (indicator_id, fiscal_year);

CREATE INDEX ix_indicators_name_id ON indicators (name, id);

CREATE UNIQUE INDEX ix_indicators_strategy_id_number ON indicators (strategy_id, number);

CREATE INDEX ix_needs_surveys_office_id ON needs_surveys (office_id);

CREATE UNIQUE INDEX ix_needs_surveys_plan_id_surveyed_on ON needs_surveys (plan_id, surveyed_on);

CREATE INDEX ix_observations_dataset_id ON observations (dataset_id);

CREATE UNIQUE INDEX ix_offices_code ON offices (code);

CREATE INDEX ix_offices_name_id ON offices (name, id);

CREATE UNIQUE INDEX ix_org_units_office_id_number ON org_units (office_id, number);

CREATE INDEX ix_project_kpis_project_id ON project_kpis (project_id);

CREATE INDEX ix_project_owners_project_id ON project_owners (project_id);

CREATE INDEX ix_project_owners_staff_member_id ON project_owners (staff_member_id);

CREATE INDEX ix_project_texts_project_id ON project_texts (project_id);

CREATE INDEX ix_projects_name_id ON projects (name, id);

CREATE UNIQUE INDEX ix_projects_plan_id_number ON projects (plan_id, number);

CREATE INDEX ix_projects_responsible_unit_id ON projects (responsible_unit_id);

CREATE INDEX ix_projects_strategy_id ON projects (strategy_id);

CREATE INDEX ix_staff_members_name_id ON staff_members (name, id);

CREATE UNIQUE INDEX ix_staff_members_office_id_name ON staff_members (office_id, name);

CREATE INDEX ix_staff_members_org_unit_id ON staff_members (org_unit_id);

CREATE INDEX ix_strategic_plan_texts_strategic_plan_id ON strategic_plan_texts (strategic_plan_id);

CREATE UNIQUE INDEX ix_strategic_plans_office_id_first_fiscal_year ON strategic_plans (office_id, first_fiscal_year);

CREATE UNIQUE INDEX ix_strategies_strategic_plan_id_number ON strategies (strategic_plan_id, number);

CREATE INDEX ix_strategy_texts_strategy_id ON strategy_texts (strategy_id);

CREATE INDEX ix_survey_topics_needs_survey_id ON survey_topics (needs_survey_id);

CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION fold_text(value text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(
    lower(replace(normalize(value, NFC), U&'\0E4D\0E32', U&'\0E33') COLLATE "und-x-icu"),
    '๐๑๒๓๔๕๖๗๘๙',
    '0123456789'
);

CREATE INDEX ix_offices_name_search ON offices USING gin (fold_text(name) gin_trgm_ops);

CREATE INDEX ix_development_plans_title_search ON development_plans USING gin (fold_text(title) gin_trgm_ops);

CREATE INDEX ix_projects_name_search ON projects USING gin (fold_text(name) gin_trgm_ops);

CREATE INDEX ix_activities_name_search ON activities USING gin (fold_text(name) gin_trgm_ops);

CREATE INDEX ix_strategies_name_search ON strategies USING gin (fold_text(name) gin_trgm_ops);

CREATE INDEX ix_indicators_name_search ON indicators USING gin (fold_text(name) gin_trgm_ops);

CREATE INDEX ix_staff_members_name_search ON staff_members USING gin (fold_text(name) gin_trgm_ops);

CREATE INDEX ix_datasets_title_search ON datasets USING gin (fold_text(title) gin_trgm_ops);

CREATE TABLE instance_secrets (name text PRIMARY KEY, value bytea NOT NULL);

INSERT INTO instance_secrets (name, value)
VALUES ('cursor', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
