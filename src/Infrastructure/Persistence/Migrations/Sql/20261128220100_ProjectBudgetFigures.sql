-- A total is of a draft as long as its project is one that is not approved; that of a removed project stays what it was.
ALTER TABLE project_budgets ADD COLUMN draft boolean NOT NULL DEFAULT false;
ALTER TABLE project_budgets ALTER COLUMN draft DROP DEFAULT;

CREATE OR REPLACE FUNCTION hold_total_to_budgets() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (TG_OP = 'INSERT' OR (NEW.project_id, NEW.plan_id, NEW.fiscal_year) = (OLD.project_id, OLD.plan_id, OLD.fiscal_year))
        AND (
            SELECT coalesce(bool_and((plan_id, fiscal_year) = (NEW.plan_id, NEW.fiscal_year)), true)
                AND (NEW.planned_q1, NEW.planned_q2, NEW.planned_q3, NEW.planned_q4, NEW.transferred_in_q1,
                    NEW.transferred_in_q2, NEW.transferred_in_q3, NEW.transferred_in_q4, NEW.transferred_out_q1,
                    NEW.transferred_out_q2, NEW.transferred_out_q3, NEW.transferred_out_q4, NEW.disbursed_q1,
                    NEW.disbursed_q2, NEW.disbursed_q3, NEW.disbursed_q4, NEW.committed) =
                    (coalesce(sum(planned_q1), 0), coalesce(sum(planned_q2), 0), coalesce(sum(planned_q3), 0),
                    coalesce(sum(planned_q4), 0), coalesce(sum(transferred_in_q1), 0),
                    coalesce(sum(transferred_in_q2), 0), coalesce(sum(transferred_in_q3), 0),
                    coalesce(sum(transferred_in_q4), 0), coalesce(sum(transferred_out_q1), 0),
                    coalesce(sum(transferred_out_q2), 0), coalesce(sum(transferred_out_q3), 0),
                    coalesce(sum(transferred_out_q4), 0), coalesce(sum(disbursed_q1), 0),
                    coalesce(sum(disbursed_q2), 0), coalesce(sum(disbursed_q3), 0), coalesce(sum(disbursed_q4), 0),
                    coalesce(sum(committed), 0))
            FROM activity_budgets WHERE project_id = NEW.project_id)
        AND (TG_OP = 'UPDATE' AND NEW.draft = OLD.draft OR NEW.draft = coalesce(
            (SELECT status IN ('DRAFT', 'SUBMITTED') FROM projects WHERE id = NEW.project_id),
            EXISTS (SELECT FROM removed_drafts WHERE project_id = NEW.project_id))) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% on project_budgets: a total is the sum of the budgets of its project; record an entry', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

UPDATE project_budgets t SET draft = true
WHERE EXISTS (SELECT FROM projects p WHERE p.id = t.project_id AND p.status IN ('DRAFT', 'SUBMITTED'))
    OR EXISTS (SELECT FROM removed_drafts r WHERE r.project_id = t.project_id);

-- Every project has a total from its beginning on, also one without activities.
DROP TRIGGER budgets_begin_totals ON activity_budgets;
CREATE OR REPLACE FUNCTION move_project_budget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE project_budgets t SET
        planned_q1 = t.planned_q1 + NEW.planned_q1 - OLD.planned_q1,
        planned_q2 = t.planned_q2 + NEW.planned_q2 - OLD.planned_q2,
        planned_q3 = t.planned_q3 + NEW.planned_q3 - OLD.planned_q3,
        planned_q4 = t.planned_q4 + NEW.planned_q4 - OLD.planned_q4,
        transferred_in_q1 = t.transferred_in_q1 + NEW.transferred_in_q1 - OLD.transferred_in_q1,
        transferred_in_q2 = t.transferred_in_q2 + NEW.transferred_in_q2 - OLD.transferred_in_q2,
        transferred_in_q3 = t.transferred_in_q3 + NEW.transferred_in_q3 - OLD.transferred_in_q3,
        transferred_in_q4 = t.transferred_in_q4 + NEW.transferred_in_q4 - OLD.transferred_in_q4,
        transferred_out_q1 = t.transferred_out_q1 + NEW.transferred_out_q1 - OLD.transferred_out_q1,
        transferred_out_q2 = t.transferred_out_q2 + NEW.transferred_out_q2 - OLD.transferred_out_q2,
        transferred_out_q3 = t.transferred_out_q3 + NEW.transferred_out_q3 - OLD.transferred_out_q3,
        transferred_out_q4 = t.transferred_out_q4 + NEW.transferred_out_q4 - OLD.transferred_out_q4,
        disbursed_q1 = t.disbursed_q1 + NEW.disbursed_q1 - OLD.disbursed_q1,
        disbursed_q2 = t.disbursed_q2 + NEW.disbursed_q2 - OLD.disbursed_q2,
        disbursed_q3 = t.disbursed_q3 + NEW.disbursed_q3 - OLD.disbursed_q3,
        disbursed_q4 = t.disbursed_q4 + NEW.disbursed_q4 - OLD.disbursed_q4,
        committed = t.committed + NEW.committed - OLD.committed
    WHERE project_id = NEW.project_id;
    RETURN NULL;
END $$;

CREATE FUNCTION begin_project_budget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO project_budgets (project_id, plan_id, fiscal_year, draft,
        planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3,
        transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1,
        disbursed_q2, disbursed_q3, disbursed_q4, committed)
    VALUES (NEW.id, NEW.plan_id, NEW.fiscal_year, NEW.status IN ('DRAFT', 'SUBMITTED'),
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    RETURN NULL;
END $$;
CREATE TRIGGER projects_begin_totals AFTER INSERT ON projects
    FOR EACH ROW EXECUTE FUNCTION begin_project_budget();

CREATE FUNCTION follow_project_status() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE project_budgets SET draft = NEW.status IN ('DRAFT', 'SUBMITTED') WHERE project_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER totals_follow_status AFTER UPDATE ON projects
    FOR EACH ROW WHEN ((OLD.status IN ('DRAFT', 'SUBMITTED')) <> (NEW.status IN ('DRAFT', 'SUBMITTED')))
    EXECUTE FUNCTION follow_project_status();

INSERT INTO project_budgets (project_id, plan_id, fiscal_year, draft,
    planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3,
    transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1,
    disbursed_q2, disbursed_q3, disbursed_q4, committed)
SELECT id, plan_id, fiscal_year, status IN ('DRAFT', 'SUBMITTED'),
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
FROM projects p WHERE NOT EXISTS (SELECT FROM project_budgets t WHERE t.project_id = p.id);

-- A quotient has as many decimals as what is divided: thirty, so that half a hundredth is told from what is a little less.
ALTER TABLE project_budgets
    ADD COLUMN revised_total numeric(18,2) NOT NULL GENERATED ALWAYS AS (
        planned_q1 + planned_q2 + planned_q3 + planned_q4
        + transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4
        - transferred_out_q1 - transferred_out_q2 - transferred_out_q3 - transferred_out_q4) STORED,
    ADD COLUMN available_total numeric(18,2) NOT NULL GENERATED ALWAYS AS (
        planned_q1 + planned_q2 + planned_q3 + planned_q4
        + transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4
        - transferred_out_q1 - transferred_out_q2 - transferred_out_q3 - transferred_out_q4
        - disbursed_q1 - disbursed_q2 - disbursed_q3 - disbursed_q4
        - committed) STORED,
    ADD COLUMN disbursement_rate numeric(7,2) GENERATED ALWAYS AS (
        round(
            (disbursed_q1 + disbursed_q2 + disbursed_q3 + disbursed_q4) * 100.000000000000000000000000000000
            / nullif(planned_q1 + planned_q2 + planned_q3 + planned_q4
            + transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4
            - transferred_out_q1 - transferred_out_q2 - transferred_out_q3 - transferred_out_q4, 0), 2)) STORED;

CREATE INDEX ix_project_budgets_planned_total ON project_budgets (planned_total, project_id);
CREATE INDEX ix_project_budgets_planned_total_desc ON project_budgets (planned_total DESC NULLS LAST, project_id);
CREATE INDEX ix_project_budgets_transferred_in_total ON project_budgets (transferred_in_total, project_id);
CREATE INDEX ix_project_budgets_transferred_in_total_desc ON project_budgets (transferred_in_total DESC NULLS LAST, project_id);
CREATE INDEX ix_project_budgets_transferred_out_total ON project_budgets (transferred_out_total, project_id);
CREATE INDEX ix_project_budgets_transferred_out_total_desc ON project_budgets (transferred_out_total DESC NULLS LAST, project_id);
CREATE INDEX ix_project_budgets_revised_total ON project_budgets (revised_total, project_id);
CREATE INDEX ix_project_budgets_revised_total_desc ON project_budgets (revised_total DESC NULLS LAST, project_id);
CREATE INDEX ix_project_budgets_committed ON project_budgets (committed, project_id);
CREATE INDEX ix_project_budgets_committed_desc ON project_budgets (committed DESC NULLS LAST, project_id);
CREATE INDEX ix_project_budgets_disbursed_total ON project_budgets (disbursed_total, project_id);
CREATE INDEX ix_project_budgets_disbursed_total_desc ON project_budgets (disbursed_total DESC NULLS LAST, project_id);
CREATE INDEX ix_project_budgets_available_total ON project_budgets (available_total, project_id);
CREATE INDEX ix_project_budgets_available_total_desc ON project_budgets (available_total DESC NULLS LAST, project_id);
CREATE INDEX ix_project_budgets_disbursement_rate ON project_budgets (disbursement_rate, project_id);
CREATE INDEX ix_project_budgets_disbursement_rate_desc ON project_budgets (disbursement_rate DESC NULLS LAST, project_id);
ANALYZE project_budgets;
