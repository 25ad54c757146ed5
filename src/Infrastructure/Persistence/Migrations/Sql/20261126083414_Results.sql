ALTER TABLE project_kpis ADD denominator numeric;

ALTER TABLE project_kpis ADD numerator numeric;

ALTER TABLE project_kpis ADD result numeric;

ALTER TABLE project_kpis ADD result_entries integer NOT NULL DEFAULT 0;

ALTER TABLE project_kpis ADD result_id uuid;

ALTER TABLE project_kpis ADD result_text text COLLATE "th-x-icu";

ALTER TABLE indicators ADD baseline_fiscal_year integer;

ALTER TABLE indicators ADD baseline_value numeric;

ALTER TABLE indicators ADD definition_id uuid;

ALTER TABLE indicators ADD direction text NOT NULL DEFAULT 'HIGHER_IS_BETTER';

ALTER TABLE indicators ADD own_direction text NOT NULL DEFAULT 'HIGHER_IS_BETTER';

ALTER TABLE indicator_targets ADD denominator numeric;

ALTER TABLE indicator_targets ADD direction text NOT NULL DEFAULT 'HIGHER_IS_BETTER';

ALTER TABLE indicator_targets ADD numerator numeric;

ALTER TABLE indicator_targets ADD result_entries integer NOT NULL DEFAULT 0;

ALTER TABLE indicator_targets ADD result_id uuid;

CREATE TABLE disbursement_targets (
    id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    quarter text NOT NULL,
    expense_class text NOT NULL,
    cumulative_percent numeric(5,2) NOT NULL,
    source text COLLATE "th-x-icu" NOT NULL,
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text COLLATE "th-x-icu" NOT NULL,
    CONSTRAINT pk_disbursement_targets PRIMARY KEY (id)
);

CREATE TABLE indicator_definitions (
    id uuid NOT NULL,
    code text COLLATE "th-x-icu" NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    unit text COLLATE "th-x-icu" NOT NULL,
    direction text NOT NULL,
    description text COLLATE "th-x-icu",
    CONSTRAINT pk_indicator_definitions PRIMARY KEY (id)
);

CREATE TABLE indicator_results (
    id uuid NOT NULL,
    target_id uuid NOT NULL,
    indicator_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    sequence integer NOT NULL,
    kind text NOT NULL,
    result numeric,
    numerator numeric,
    denominator numeric,
    evidence text COLLATE "th-x-icu",
    note text COLLATE "th-x-icu",
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text COLLATE "th-x-icu" NOT NULL,
    previous_id uuid,
    counts_id uuid,
    CONSTRAINT pk_indicator_results PRIMARY KEY (id),
    CONSTRAINT fk_indicator_results_indicator_target_target_id FOREIGN KEY (target_id) REFERENCES indicator_targets (id) ON DELETE RESTRICT
);

CREATE TABLE kpi_results (
    id uuid NOT NULL,
    kpi_id uuid NOT NULL,
    project_id uuid NOT NULL,
    result_text text COLLATE "th-x-icu",
    sequence integer NOT NULL,
    kind text NOT NULL,
    result numeric,
    numerator numeric,
    denominator numeric,
    evidence text COLLATE "th-x-icu",
    note text COLLATE "th-x-icu",
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text COLLATE "th-x-icu" NOT NULL,
    previous_id uuid,
    counts_id uuid,
    CONSTRAINT pk_kpi_results PRIMARY KEY (id),
    CONSTRAINT fk_kpi_results_project_kpi_kpi_id FOREIGN KEY (kpi_id) REFERENCES project_kpis (id) ON DELETE RESTRICT
);

CREATE INDEX ix_indicators_definition_id ON indicators (definition_id);

CREATE UNIQUE INDEX ix_disbursement_targets_fiscal_year_expense_class_quarter ON disbursement_targets (fiscal_year, expense_class, quarter);

CREATE UNIQUE INDEX ix_indicator_definitions_code ON indicator_definitions (code);

CREATE INDEX ix_indicator_results_indicator_id_recorded_at ON indicator_results (indicator_id, recorded_at);

CREATE UNIQUE INDEX ix_indicator_results_target_id_sequence ON indicator_results (target_id, sequence);

CREATE UNIQUE INDEX ix_kpi_results_kpi_id_sequence ON kpi_results (kpi_id, sequence);

ALTER TABLE indicators ADD CONSTRAINT fk_indicators_indicator_definition_definition_id FOREIGN KEY (definition_id) REFERENCES indicator_definitions (id) ON DELETE RESTRICT;

ALTER TABLE indicator_results
    ADD CONSTRAINT ck_indicator_results_kind CHECK (kind IN ('REPORTED', 'WITHDRAWN')),
    ADD CONSTRAINT ck_indicator_results_reported CHECK ((result IS NOT NULL) = (kind = 'REPORTED')),
    ADD CONSTRAINT ck_indicator_results_ratio CHECK ((numerator IS NULL) = (denominator IS NULL) AND denominator > 0
        AND (numerator IS NULL OR result IS NOT NULL)),
    ADD CONSTRAINT ck_indicator_results_decimals CHECK (result = round(result, 4) AND numerator = round(numerator, 4)
        AND denominator = round(denominator, 4)),
    ADD CONSTRAINT ck_indicator_results_counts CHECK (CASE kind WHEN 'REPORTED' THEN counts_id = id
        ELSE previous_id IS NOT NULL AND note IS NOT NULL END);

ALTER TABLE kpi_results
    ADD CONSTRAINT ck_kpi_results_kind CHECK (kind IN ('REPORTED', 'WITHDRAWN')),
    ADD CONSTRAINT ck_kpi_results_reported CHECK ((result IS NOT NULL OR result_text IS NOT NULL) = (kind = 'REPORTED')),
    ADD CONSTRAINT ck_kpi_results_ratio CHECK ((numerator IS NULL) = (denominator IS NULL) AND denominator > 0
        AND (numerator IS NULL OR result IS NOT NULL)),
    ADD CONSTRAINT ck_kpi_results_decimals CHECK (result = round(result, 4) AND numerator = round(numerator, 4)
        AND denominator = round(denominator, 4)),
    ADD CONSTRAINT ck_kpi_results_counts CHECK (CASE kind WHEN 'REPORTED' THEN counts_id = id
        ELSE previous_id IS NOT NULL AND note IS NOT NULL END);

CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE ON indicator_results
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_entries_stay BEFORE TRUNCATE ON indicator_results
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION count_indicator_results() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    o indicator_targets;
    counting indicator_results;
BEGIN
    SELECT * INTO o FROM indicator_targets WHERE id = NEW.target_id FOR UPDATE;
    -- The clocks of the service and of the database may differ a little.
    IF NEW.sequence <> o.result_entries + 1 OR NEW.previous_id IS DISTINCT FROM o.result_id
        OR NEW.recorded_at > clock_timestamp() + interval '5 minutes' OR NOT ((NEW.indicator_id, NEW.fiscal_year) = (o.indicator_id, o.fiscal_year)) THEN
        RAISE EXCEPTION 'entry % does not follow the last one about the same', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.kind = 'WITHDRAWN' AND NEW.counts_id IS DISTINCT FROM
        (SELECT previous_id FROM indicator_results WHERE id = NEW.previous_id) THEN
        RAISE EXCEPTION 'after withdrawal % the result before the withdrawn one counts', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT * INTO counting FROM indicator_results WHERE id = NEW.counts_id;
    UPDATE indicator_targets SET result_entries = NEW.sequence, result_id = NEW.counts_id,
        (result, numerator, denominator) = ROW (counting.result, counting.numerator, counting.denominator)
    WHERE id = o.id;
    RETURN NULL;
END $$;
CREATE TRIGGER entries_count AFTER INSERT ON indicator_results
    FOR EACH ROW EXECUTE FUNCTION count_indicator_results();

CREATE FUNCTION hold_indicator_targets() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.result_entries = 0 AND (NEW.result_id, NEW.result, NEW.numerator, NEW.denominator) IS NULL THEN
            RETURN NEW;
        END IF;
    ELSIF NEW.result_entries = OLD.result_entries + 1 AND EXISTS (
        SELECT FROM indicator_results e LEFT JOIN indicator_results c ON c.id = e.counts_id
        WHERE e.target_id = NEW.id AND e.sequence = NEW.result_entries
            AND (NEW.result_id, NEW.result, NEW.numerator, NEW.denominator) IS NOT DISTINCT FROM (c.id, c.result, c.numerator, c.denominator)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% on indicator_targets: a result is what its entries make it; record an entry', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER results_begin_empty BEFORE INSERT ON indicator_targets
    FOR EACH ROW EXECUTE FUNCTION hold_indicator_targets();
CREATE TRIGGER results_follow_entries BEFORE UPDATE ON indicator_targets
    FOR EACH ROW WHEN ((NEW.result_entries, NEW.result_id, NEW.result, NEW.numerator, NEW.denominator)
        IS DISTINCT FROM (OLD.result_entries, OLD.result_id, OLD.result, OLD.numerator, OLD.denominator))
    EXECUTE FUNCTION hold_indicator_targets();

CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE ON kpi_results
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_entries_stay BEFORE TRUNCATE ON kpi_results
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION count_kpi_results() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    o project_kpis;
    counting kpi_results;
BEGIN
    SELECT * INTO o FROM project_kpis WHERE id = NEW.kpi_id FOR UPDATE;
    -- The clocks of the service and of the database may differ a little.
    IF NEW.sequence <> o.result_entries + 1 OR NEW.previous_id IS DISTINCT FROM o.result_id
        OR NEW.recorded_at > clock_timestamp() + interval '5 minutes' OR NOT (NEW.project_id = o.project_id) THEN
        RAISE EXCEPTION 'entry % does not follow the last one about the same', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF NEW.kind = 'WITHDRAWN' AND NEW.counts_id IS DISTINCT FROM
        (SELECT previous_id FROM kpi_results WHERE id = NEW.previous_id) THEN
        RAISE EXCEPTION 'after withdrawal % the result before the withdrawn one counts', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    SELECT * INTO counting FROM kpi_results WHERE id = NEW.counts_id;
    UPDATE project_kpis SET result_entries = NEW.sequence, result_id = NEW.counts_id,
        (result, numerator, denominator, result_text) = ROW (counting.result, counting.numerator, counting.denominator, counting.result_text)
    WHERE id = o.id;
    RETURN NULL;
END $$;
CREATE TRIGGER entries_count AFTER INSERT ON kpi_results
    FOR EACH ROW EXECUTE FUNCTION count_kpi_results();

CREATE FUNCTION hold_project_kpis() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.result_entries = 0 AND (NEW.result_id, NEW.result, NEW.numerator, NEW.denominator, NEW.result_text) IS NULL THEN
            RETURN NEW;
        END IF;
    ELSIF NEW.result_entries = OLD.result_entries + 1 AND EXISTS (
        SELECT FROM kpi_results e LEFT JOIN kpi_results c ON c.id = e.counts_id
        WHERE e.kpi_id = NEW.id AND e.sequence = NEW.result_entries
            AND (NEW.result_id, NEW.result, NEW.numerator, NEW.denominator, NEW.result_text) IS NOT DISTINCT FROM (c.id, c.result, c.numerator, c.denominator, c.result_text)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% on project_kpis: a result is what its entries make it; record an entry', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER results_begin_empty BEFORE INSERT ON project_kpis
    FOR EACH ROW EXECUTE FUNCTION hold_project_kpis();
CREATE TRIGGER results_follow_entries BEFORE UPDATE ON project_kpis
    FOR EACH ROW WHEN ((NEW.result_entries, NEW.result_id, NEW.result, NEW.numerator, NEW.denominator, NEW.result_text)
        IS DISTINCT FROM (OLD.result_entries, OLD.result_id, OLD.result, OLD.numerator, OLD.denominator, OLD.result_text))
    EXECUTE FUNCTION hold_project_kpis();

ALTER TABLE indicator_definitions
    ADD CONSTRAINT ck_indicator_definitions_direction CHECK (direction IN ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')),
    ADD CONSTRAINT uq_indicator_definitions_direction UNIQUE (id, direction);
ALTER TABLE indicators
    ADD CONSTRAINT ck_indicators_direction CHECK (direction IN ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')
        AND own_direction IN ('HIGHER_IS_BETTER', 'LOWER_IS_BETTER')
        AND (definition_id IS NOT NULL OR direction = own_direction)),
    ADD CONSTRAINT ck_indicators_baseline CHECK ((baseline_value IS NULL) = (baseline_fiscal_year IS NULL)),
    ADD CONSTRAINT uq_indicators_direction UNIQUE (id, direction),
    ADD CONSTRAINT fk_indicators_direction FOREIGN KEY (definition_id, direction)
        REFERENCES indicator_definitions (id, direction) ON UPDATE CASCADE;
ALTER TABLE indicator_targets
    ADD CONSTRAINT fk_indicator_targets_direction FOREIGN KEY (indicator_id, direction)
        REFERENCES indicators (id, direction) ON UPDATE CASCADE;

CREATE FUNCTION keep_definition_with_results() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM indicators i JOIN indicator_targets t ON t.indicator_id = i.id
        WHERE i.definition_id = OLD.id AND t.result_entries > 0) THEN
        RAISE EXCEPTION 'results are reported on definition %; its unit and direction stay', OLD.code
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER definitions_stay_with_results BEFORE UPDATE ON indicator_definitions
    FOR EACH ROW WHEN ((NEW.unit, NEW.direction) <> (OLD.unit, OLD.direction))
    EXECUTE FUNCTION keep_definition_with_results();
CREATE TRIGGER codes_stay BEFORE UPDATE ON indicator_definitions
    FOR EACH ROW WHEN ((NEW.id, NEW.code) <> (OLD.id, OLD.code)) EXECUTE FUNCTION refuse_change();
ALTER TABLE disbursement_targets
    ADD CONSTRAINT ck_disbursement_targets_quarter CHECK (quarter IN ('Q1', 'Q2', 'Q3', 'Q4')),
    ADD CONSTRAINT ck_disbursement_targets_class CHECK (expense_class IN ('OVERALL', 'RECURRENT', 'INVESTMENT')),
    ADD CONSTRAINT ck_disbursement_targets_percent CHECK (cumulative_percent BETWEEN 0 AND 100),
    ADD CONSTRAINT ck_disbursement_targets_source CHECK (source <> '');

CREATE TABLE progress_report_revisions (
    id uuid PRIMARY KEY,
    project_id uuid NOT NULL REFERENCES projects (id) ON DELETE RESTRICT,
    fiscal_year integer NOT NULL,
    quarter text NOT NULL CHECK (quarter IN ('Q1', 'Q2', 'Q3', 'Q4')),
    revision integer NOT NULL CHECK (revision >= 1),
    work_done numeric(5,2) NOT NULL CHECK (work_done BETWEEN 0 AND 100),
    issues text COLLATE "th-x-icu",
    corrective_action text COLLATE "th-x-icu",
    spent_to_date numeric(18,2) NOT NULL CHECK (spent_to_date >= 0),
    due_on date NOT NULL,
    submitted_on date NOT NULL,
    submitted_at timestamptz NOT NULL,
    submitted_by text COLLATE "th-x-icu" NOT NULL,
    CONSTRAINT uq_progress_report_revisions UNIQUE (project_id, quarter, revision),
    CONSTRAINT ck_progress_report_revisions_days CHECK (
        due_on = make_date(fiscal_year - 544, 10, 1) + substr(quarter, 2)::int * interval '3 months' - interval '1 day'
        AND submitted_on = (submitted_at AT TIME ZONE 'UTC' + interval '7 hours')::date)
);
CREATE INDEX ix_progress_report_revisions_fiscal_year ON progress_report_revisions (fiscal_year, quarter, project_id);
CREATE FUNCTION follow_progress_report() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NEW.revision <> 1 + coalesce((
            SELECT max(revision) FROM progress_report_revisions
            WHERE project_id = NEW.project_id AND quarter = NEW.quarter), 0)
        OR NEW.fiscal_year <> (SELECT fiscal_year FROM projects WHERE id = NEW.project_id) THEN
        RAISE EXCEPTION 'report % does not follow the last one of its quarter', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER revisions_follow BEFORE INSERT ON progress_report_revisions
    FOR EACH ROW EXECUTE FUNCTION follow_progress_report();
CREATE TRIGGER revisions_stay BEFORE UPDATE OR DELETE ON progress_report_revisions
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_revisions_stay BEFORE TRUNCATE ON progress_report_revisions
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE VIEW progress_reports AS
    SELECT r.*, EXISTS (
        SELECT FROM progress_report_revisions later
        WHERE later.project_id = r.project_id AND later.quarter = r.quarter AND later.revision > r.revision)
        AS superseded
    FROM progress_report_revisions r;

GRANT SELECT, INSERT ON indicator_results, kpi_results, progress_report_revisions TO teacherdevplan_service;
GRANT SELECT ON progress_reports TO teacherdevplan_service;
GRANT SELECT, INSERT, UPDATE ON indicator_definitions, disbursement_targets TO teacherdevplan_service;
REVOKE UPDATE ON indicator_targets, project_kpis FROM teacherdevplan_service;
GRANT UPDATE (target) ON indicator_targets TO teacherdevplan_service;
GRANT UPDATE (position, name, target_text, target_value, target_unit, methods, tools) ON project_kpis
    TO teacherdevplan_service;
