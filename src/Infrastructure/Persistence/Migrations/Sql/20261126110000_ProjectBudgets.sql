CREATE TABLE project_budgets (
    project_id uuid NOT NULL,
    committed numeric(18,2) NOT NULL,
    disbursed_q1 numeric(18,2) NOT NULL,
    disbursed_q2 numeric(18,2) NOT NULL,
    disbursed_q3 numeric(18,2) NOT NULL,
    disbursed_q4 numeric(18,2) NOT NULL,
    planned_q1 numeric(18,2) NOT NULL,
    planned_q2 numeric(18,2) NOT NULL,
    planned_q3 numeric(18,2) NOT NULL,
    planned_q4 numeric(18,2) NOT NULL,
    transferred_in_q1 numeric(18,2) NOT NULL,
    transferred_in_q2 numeric(18,2) NOT NULL,
    transferred_in_q3 numeric(18,2) NOT NULL,
    transferred_in_q4 numeric(18,2) NOT NULL,
    transferred_out_q1 numeric(18,2) NOT NULL,
    transferred_out_q2 numeric(18,2) NOT NULL,
    transferred_out_q3 numeric(18,2) NOT NULL,
    transferred_out_q4 numeric(18,2) NOT NULL,
    plan_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    CONSTRAINT pk_project_budgets PRIMARY KEY (project_id)
);

CREATE INDEX ix_projects_fiscal_year ON projects (fiscal_year) INCLUDE (id, plan_id, status, strategy_id, responsible_unit_id);

CREATE INDEX ix_project_budgets_fiscal_year ON project_budgets (fiscal_year);

CREATE INDEX ix_project_budgets_plan_id ON project_budgets (plan_id);

ALTER TABLE project_budgets SET (fillfactor = 85);

INSERT INTO project_budgets (project_id, plan_id, fiscal_year, planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed)
SELECT project_id, plan_id, fiscal_year, sum(planned_q1), sum(planned_q2), sum(planned_q3), sum(planned_q4), sum(transferred_in_q1), sum(transferred_in_q2), sum(transferred_in_q3), sum(transferred_in_q4), sum(transferred_out_q1), sum(transferred_out_q2), sum(transferred_out_q3), sum(transferred_out_q4), sum(disbursed_q1), sum(disbursed_q2), sum(disbursed_q3), sum(disbursed_q4), sum(committed)
FROM activity_budgets b WHERE NOT EXISTS (SELECT FROM project_budgets t WHERE t.project_id = b.project_id)
GROUP BY project_id, plan_id, fiscal_year ORDER BY fiscal_year, plan_id, project_id;

CREATE FUNCTION move_project_budget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        UPDATE project_budgets t SET planned_q1 = t.planned_q1 + NEW.planned_q1 - OLD.planned_q1, planned_q2 = t.planned_q2 + NEW.planned_q2 - OLD.planned_q2, planned_q3 = t.planned_q3 + NEW.planned_q3 - OLD.planned_q3, planned_q4 = t.planned_q4 + NEW.planned_q4 - OLD.planned_q4, transferred_in_q1 = t.transferred_in_q1 + NEW.transferred_in_q1 - OLD.transferred_in_q1, transferred_in_q2 = t.transferred_in_q2 + NEW.transferred_in_q2 - OLD.transferred_in_q2, transferred_in_q3 = t.transferred_in_q3 + NEW.transferred_in_q3 - OLD.transferred_in_q3, transferred_in_q4 = t.transferred_in_q4 + NEW.transferred_in_q4 - OLD.transferred_in_q4, transferred_out_q1 = t.transferred_out_q1 + NEW.transferred_out_q1 - OLD.transferred_out_q1, transferred_out_q2 = t.transferred_out_q2 + NEW.transferred_out_q2 - OLD.transferred_out_q2, transferred_out_q3 = t.transferred_out_q3 + NEW.transferred_out_q3 - OLD.transferred_out_q3, transferred_out_q4 = t.transferred_out_q4 + NEW.transferred_out_q4 - OLD.transferred_out_q4, disbursed_q1 = t.disbursed_q1 + NEW.disbursed_q1 - OLD.disbursed_q1, disbursed_q2 = t.disbursed_q2 + NEW.disbursed_q2 - OLD.disbursed_q2, disbursed_q3 = t.disbursed_q3 + NEW.disbursed_q3 - OLD.disbursed_q3, disbursed_q4 = t.disbursed_q4 + NEW.disbursed_q4 - OLD.disbursed_q4, committed = t.committed + NEW.committed - OLD.committed WHERE project_id = NEW.project_id;
    ELSIF NOT EXISTS (SELECT FROM project_budgets WHERE project_id = NEW.project_id) THEN
        INSERT INTO project_budgets (project_id, plan_id, fiscal_year, planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed)
        VALUES (NEW.project_id, NEW.plan_id, NEW.fiscal_year, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;
-- A budget begins with nothing, and is removed only while it has nothing: neither moves a total.
CREATE TRIGGER budgets_begin_totals AFTER INSERT ON activity_budgets
    FOR EACH ROW EXECUTE FUNCTION move_project_budget();
CREATE TRIGGER budgets_move_totals AFTER UPDATE ON activity_budgets
    FOR EACH ROW WHEN ((OLD.planned_q1, OLD.planned_q2, OLD.planned_q3, OLD.planned_q4, OLD.transferred_in_q1, OLD.transferred_in_q2, OLD.transferred_in_q3, OLD.transferred_in_q4, OLD.transferred_out_q1, OLD.transferred_out_q2, OLD.transferred_out_q3, OLD.transferred_out_q4, OLD.disbursed_q1, OLD.disbursed_q2, OLD.disbursed_q3, OLD.disbursed_q4, OLD.committed)
        IS DISTINCT FROM (NEW.planned_q1, NEW.planned_q2, NEW.planned_q3, NEW.planned_q4, NEW.transferred_in_q1, NEW.transferred_in_q2, NEW.transferred_in_q3, NEW.transferred_in_q4, NEW.transferred_out_q1, NEW.transferred_out_q2, NEW.transferred_out_q3, NEW.transferred_out_q4, NEW.disbursed_q1, NEW.disbursed_q2, NEW.disbursed_q3, NEW.disbursed_q4, NEW.committed))
    EXECUTE FUNCTION move_project_budget();

CREATE FUNCTION hold_total_to_budgets() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF (TG_OP = 'INSERT' OR (NEW.project_id, NEW.plan_id, NEW.fiscal_year) = (OLD.project_id, OLD.plan_id, OLD.fiscal_year))
        AND (NEW.plan_id, NEW.fiscal_year, NEW.planned_q1, NEW.planned_q2, NEW.planned_q3, NEW.planned_q4, NEW.transferred_in_q1, NEW.transferred_in_q2, NEW.transferred_in_q3, NEW.transferred_in_q4, NEW.transferred_out_q1, NEW.transferred_out_q2, NEW.transferred_out_q3, NEW.transferred_out_q4, NEW.disbursed_q1, NEW.disbursed_q2, NEW.disbursed_q3, NEW.disbursed_q4, NEW.committed) = (
            SELECT plan_id, fiscal_year, sum(planned_q1), sum(planned_q2), sum(planned_q3), sum(planned_q4), sum(transferred_in_q1), sum(transferred_in_q2), sum(transferred_in_q3), sum(transferred_in_q4), sum(transferred_out_q1), sum(transferred_out_q2), sum(transferred_out_q3), sum(transferred_out_q4), sum(disbursed_q1), sum(disbursed_q2), sum(disbursed_q3), sum(disbursed_q4), sum(committed) FROM activity_budgets
            WHERE project_id = NEW.project_id GROUP BY plan_id, fiscal_year) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION '% on project_budgets: a total is the sum of the budgets of its project; record an entry', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER totals_follow_budgets BEFORE INSERT OR UPDATE ON project_budgets
    FOR EACH ROW EXECUTE FUNCTION hold_total_to_budgets();
CREATE TRIGGER totals_stay BEFORE DELETE ON project_budgets FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_totals_stay BEFORE TRUNCATE ON project_budgets FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Locking a row needs the right to change a column of it; the row's trigger refuses every change by hand.
GRANT SELECT, UPDATE (project_id) ON project_budgets TO teacherdevplan_service;
