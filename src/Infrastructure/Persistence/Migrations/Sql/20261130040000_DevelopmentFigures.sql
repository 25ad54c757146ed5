-- Figures on development: of the people, how many reached it. Neither those who did nor those who did not are few.
ALTER TABLE people_figures ADD COLUMN reached integer,
    ADD CHECK (reached IS NULL OR people IS NOT NULL AND (reached = 0 OR reached >= 5) AND (reached = people OR people - reached >= 5));
CREATE INDEX ix_people_figures_subject ON people_figures (fiscal_year, subject, quarter, kind) INCLUDE (office_id, people, reached);

-- Results of indicators that were computed from records. They never change, except that they are accepted once.
CREATE TABLE indicator_proposals (
    id uuid PRIMARY KEY,
    office_id uuid NOT NULL REFERENCES offices (id),
    -- An indicator that a later version of a plan does not have is gone, with what was proposed for it; one with results stays.
    indicator_id uuid REFERENCES indicators (id) ON DELETE CASCADE,
    kpi_id uuid REFERENCES project_kpis (id) ON DELETE CASCADE,
    fiscal_year integer NOT NULL CHECK (fiscal_year BETWEEN 2500 AND 2700),
    measure text COLLATE "th-x-icu" NOT NULL CHECK (measure IN ('NEEDS_MET', 'COVERAGE', 'TOPICS_LEARNT', 'METHODS_USED',
        'HOURS_REACHED', 'COMPLETION')),
    until text COLLATE "th-x-icu" CHECK (until IN ('Q1', 'Q2', 'Q3', 'Q4')),
    definition_key text COLLATE "th-x-icu" NOT NULL,
    definition_english text COLLATE "th-x-icu" NOT NULL,
    definition_thai text COLLATE "th-x-icu" NOT NULL,
    numerator integer NOT NULL,
    denominator integer NOT NULL CHECK (denominator > 0),
    value numeric NOT NULL,
    computed_at timestamptz NOT NULL,
    computed_by text COLLATE "th-x-icu" NOT NULL,
    earlier_id uuid REFERENCES indicator_proposals (id) ON DELETE SET NULL,
    drift numeric,
    accepted_at timestamptz,
    accepted_by text COLLATE "th-x-icu",
    CHECK (num_nonnulls(indicator_id, kpi_id) = 1),
    CHECK (numerator BETWEEN 0 AND denominator),
    CHECK (num_nonnulls(accepted_at, accepted_by) IN (0, 2))
);
CREATE INDEX ix_indicator_proposals_order ON indicator_proposals (fiscal_year, computed_at, id);
CREATE INDEX ix_indicator_proposals_office_id ON indicator_proposals (office_id, fiscal_year, computed_at, id);
CREATE INDEX ix_indicator_proposals_indicator_id ON indicator_proposals (indicator_id, fiscal_year, computed_at, id);
CREATE INDEX ix_indicator_proposals_kpi_id ON indicator_proposals (kpi_id, fiscal_year, computed_at, id);
CREATE INDEX ix_indicator_proposals_earlier_id ON indicator_proposals (earlier_id);

-- A proposal is accepted once; the database refuses everything else, except that names are erased from it.
CREATE FUNCTION keep_proposals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.accepted_at IS NOT NULL
        OR (OLD.numerator, OLD.denominator, OLD.value) IS DISTINCT FROM (NEW.numerator, NEW.denominator, NEW.value) THEN
        RAISE EXCEPTION 'a proposed result cannot change' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER keep_proposals BEFORE UPDATE OF numerator, denominator, value, accepted_at
    ON indicator_proposals FOR EACH ROW EXECUTE FUNCTION keep_proposals();

GRANT SELECT, INSERT, UPDATE ON indicator_proposals TO teacherdevplan_service;
