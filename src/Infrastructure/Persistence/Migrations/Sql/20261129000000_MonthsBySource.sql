-- Months are kept apart by the funding source that payments name. What takes a payment back counts under the payment's source, quarter
-- and month of payment, so that payments which still hold are those made less those taken back.
ALTER TABLE project_months DISABLE TRIGGER all_kept_by_the_ledger;
ALTER TABLE project_months DISABLE TRIGGER kept_by_the_ledger;
ALTER TABLE plan_months DISABLE TRIGGER all_kept_by_the_ledger;
ALTER TABLE plan_months DISABLE TRIGGER kept_by_the_ledger;
TRUNCATE project_months, plan_months;
ALTER TABLE project_months ADD COLUMN funding_source text COLLATE "C", DROP CONSTRAINT uq_project_months;
ALTER TABLE plan_months ADD COLUMN funding_source text COLLATE "C", DROP CONSTRAINT uq_plan_months;
DROP INDEX ix_project_months_fiscal_year, ix_project_months_plan_id, ix_plan_months_fiscal_year;

INSERT INTO project_months
    (project_id, plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount, committed)
SELECT b.project_id, b.plan_id, b.draft, b.fiscal_year, s.month, s.kind, s.quarter, s.paid_month, s.funding_source, s.entries, s.amount,
    s.committed
FROM (
    SELECT e.project_id, date_trunc('month', e.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date AS month, e.kind, e.quarter,
        date_trunc('month', coalesce(e.paid_on, paid.paid_on)::timestamp)::date AS paid_month,
        coalesce(e.funding_source, paid.funding_source) AS funding_source,
        count(*) AS entries, sum(e.amount) AS amount, sum(CASE WHEN e.kind = 'COMMITMENT' THEN e.amount WHEN e.kind = 'COMMITMENT_RELEASED' THEN -e.amount
        WHEN e.commitment_id IS NULL THEN 0 WHEN e.kind = 'DISBURSEMENT' THEN -e.amount WHEN e.kind = 'REVERSAL' THEN e.amount ELSE 0 END) AS committed
    FROM ledger_entries e LEFT JOIN ledger_entries paid ON e.kind = 'REVERSAL' AND paid.id = e.reverses_id
    GROUP BY 1, 2, 3, 4, 5, 6
) s
JOIN project_budgets b USING (project_id)
ORDER BY b.fiscal_year, b.plan_id, b.project_id, s.month;

INSERT INTO plan_months (plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount, committed)
SELECT plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, sum(entries), sum(amount), sum(committed)
FROM project_months GROUP BY plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source
ORDER BY fiscal_year, plan_id, month;

ALTER TABLE project_months ADD CONSTRAINT uq_project_months
    UNIQUE NULLS NOT DISTINCT (project_id, month, kind, quarter, paid_month, funding_source);
ALTER TABLE plan_months ADD CONSTRAINT uq_plan_months
    UNIQUE NULLS NOT DISTINCT (plan_id, draft, month, kind, quarter, paid_month, funding_source);
CREATE INDEX ix_project_months_fiscal_year ON project_months (fiscal_year, kind);
CREATE INDEX ix_project_months_plan_id ON project_months (plan_id);
CREATE INDEX ix_plan_months_fiscal_year ON plan_months (fiscal_year, kind);
ALTER TABLE project_months ENABLE TRIGGER all_kept_by_the_ledger;
ALTER TABLE project_months ENABLE TRIGGER kept_by_the_ledger;
ALTER TABLE plan_months ENABLE TRIGGER all_kept_by_the_ledger;
ALTER TABLE plan_months ENABLE TRIGGER kept_by_the_ledger;

-- As in 20261128220200, with the funding source.
CREATE OR REPLACE FUNCTION keep_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    b project_budgets;
    in_month date := date_trunc('month', NEW.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date;
    in_paid_month date := date_trunc('month', NEW.paid_on::timestamp)::date;
    source text := NEW.funding_source;
    committing numeric := NEW.amount * CASE
        WHEN NEW.kind = 'COMMITMENT' THEN 1 WHEN NEW.kind = 'COMMITMENT_RELEASED' THEN -1
        WHEN NEW.commitment_id IS NULL THEN 0 WHEN NEW.kind = 'DISBURSEMENT' THEN -1 WHEN NEW.kind = 'REVERSAL' THEN 1 ELSE 0 END;
    unsettled text := coalesce(current_setting('teacherdevplan.unsettled', true), '');
    this text;
BEGIN
    SELECT * INTO b FROM project_budgets WHERE project_id = NEW.project_id;
    IF NEW.kind = 'REVERSAL' THEN
        SELECT date_trunc('month', paid_on::timestamp)::date, funding_source INTO in_paid_month, source FROM ledger_entries WHERE id = NEW.reverses_id;
    END IF;
    INSERT INTO project_months AS m
        (project_id, plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount, committed)
    VALUES (b.project_id, b.plan_id, b.draft, b.fiscal_year, in_month, NEW.kind, NEW.quarter, in_paid_month, source, 1, NEW.amount, committing)
    ON CONFLICT ON CONSTRAINT uq_project_months DO UPDATE SET
        entries = m.entries + 1, amount = m.amount + EXCLUDED.amount, committed = m.committed + EXCLUDED.committed;

    IF NEW.kind = 'COMMITMENT' THEN
        INSERT INTO open_commitments VALUES
            (NEW.id, NEW.activity_id, b.project_id, b.plan_id, b.draft, b.fiscal_year, NEW.expires_on, NEW.amount);
    ELSIF committing < 0 THEN
        DELETE FROM open_commitments WHERE commitment_id = NEW.commitment_id AND remaining = NEW.amount;
        IF NOT FOUND THEN
            UPDATE open_commitments SET remaining = remaining - NEW.amount WHERE commitment_id = NEW.commitment_id;
        END IF;
    ELSIF committing > 0 THEN
        INSERT INTO open_commitments AS o
        SELECT c.id, c.activity_id, b.project_id, b.plan_id, b.draft, b.fiscal_year, c.expires_on, NEW.amount
        FROM ledger_entries c WHERE c.id = NEW.commitment_id
        ON CONFLICT (commitment_id) DO UPDATE SET remaining = o.remaining + EXCLUDED.remaining;
    END IF;

    -- Where very much has changed, the plan is added up anew.
    this := CASE WHEN length(unsettled) > 20000 THEN b.plan_id || '/all'
        ELSE concat_ws('/', b.plan_id, b.draft, in_month, NEW.kind, coalesce(NEW.quarter, '-'), coalesce(in_paid_month::text, '-'),
            NEW.amount, committing, coalesce(source, '-')) END;
    IF this NOT LIKE '%/all' OR position(this IN unsettled) = 0 THEN
        PERFORM set_config('teacherdevplan.unsettled', concat_ws(' ', nullif(unsettled, ''), this), true);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION settle_plans() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    unsettled text[] := string_to_array(nullif(current_setting('teacherdevplan.unsettled', true), ''), ' ');
    plans uuid[];
    anew uuid[];
    n record;
BEGIN
    IF unsettled IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM set_config('teacherdevplan.unsettled', '', true);
    SELECT array_agg(DISTINCT split_part(one, '/', 1)::uuid),
        array_agg(DISTINCT split_part(one, '/', 1)::uuid) FILTER (WHERE one LIKE '%/all')
    INTO plans, anew FROM unnest(unsettled) AS one;
    PERFORM FROM plan_budgets WHERE plan_id = ANY (plans) ORDER BY plan_id, draft FOR UPDATE;

    FOR n IN
        SELECT split_part(one, '/', 1)::uuid AS plan_id, split_part(one, '/', 2)::boolean AS draft, split_part(one, '/', 3)::date AS month,
            split_part(one, '/', 4) AS kind, nullif(split_part(one, '/', 5), '-') AS quarter,
            nullif(split_part(one, '/', 6), '-')::date AS paid_month, nullif(split_part(one, '/', 9), '-') AS source,
            count(*) AS entries, sum(split_part(one, '/', 7)::numeric) AS amount, sum(split_part(one, '/', 8)::numeric) AS committing
        FROM unnest(unsettled) AS one
        WHERE one NOT LIKE '%/all' AND (anew IS NULL OR split_part(one, '/', 1)::uuid <> ALL (anew))
        GROUP BY 1, 2, 3, 4, 5, 6, 7
    LOOP
        IF n.kind = 'PLANNED' THEN
            UPDATE plan_budgets SET planned_q1 = planned_q1 + CASE n.quarter WHEN 'Q1' THEN n.amount ELSE 0 END,
                planned_q2 = planned_q2 + CASE n.quarter WHEN 'Q2' THEN n.amount ELSE 0 END,
                planned_q3 = planned_q3 + CASE n.quarter WHEN 'Q3' THEN n.amount ELSE 0 END,
                planned_q4 = planned_q4 + CASE n.quarter WHEN 'Q4' THEN n.amount ELSE 0 END
            WHERE plan_id = n.plan_id AND draft = n.draft;
        ELSIF n.kind = 'TRANSFER_IN' THEN
            UPDATE plan_budgets SET transferred_in_q1 = transferred_in_q1 + CASE n.quarter WHEN 'Q1' THEN n.amount ELSE 0 END,
                transferred_in_q2 = transferred_in_q2 + CASE n.quarter WHEN 'Q2' THEN n.amount ELSE 0 END,
                transferred_in_q3 = transferred_in_q3 + CASE n.quarter WHEN 'Q3' THEN n.amount ELSE 0 END,
                transferred_in_q4 = transferred_in_q4 + CASE n.quarter WHEN 'Q4' THEN n.amount ELSE 0 END
            WHERE plan_id = n.plan_id AND draft = n.draft;
        ELSIF n.kind = 'TRANSFER_OUT' THEN
            UPDATE plan_budgets SET transferred_out_q1 = transferred_out_q1 + CASE n.quarter WHEN 'Q1' THEN n.amount ELSE 0 END,
                transferred_out_q2 = transferred_out_q2 + CASE n.quarter WHEN 'Q2' THEN n.amount ELSE 0 END,
                transferred_out_q3 = transferred_out_q3 + CASE n.quarter WHEN 'Q3' THEN n.amount ELSE 0 END,
                transferred_out_q4 = transferred_out_q4 + CASE n.quarter WHEN 'Q4' THEN n.amount ELSE 0 END
            WHERE plan_id = n.plan_id AND draft = n.draft;
        ELSE
            UPDATE plan_budgets SET committed = committed + n.committing,
                disbursed_q1 = disbursed_q1 + CASE n.quarter WHEN 'Q1' THEN CASE n.kind WHEN 'REVERSAL' THEN -n.amount ELSE n.amount END ELSE 0 END,
                disbursed_q2 = disbursed_q2 + CASE n.quarter WHEN 'Q2' THEN CASE n.kind WHEN 'REVERSAL' THEN -n.amount ELSE n.amount END ELSE 0 END,
                disbursed_q3 = disbursed_q3 + CASE n.quarter WHEN 'Q3' THEN CASE n.kind WHEN 'REVERSAL' THEN -n.amount ELSE n.amount END ELSE 0 END,
                disbursed_q4 = disbursed_q4 + CASE n.quarter WHEN 'Q4' THEN CASE n.kind WHEN 'REVERSAL' THEN -n.amount ELSE n.amount END ELSE 0 END
            WHERE plan_id = n.plan_id AND draft = n.draft;
        END IF;
        INSERT INTO plan_months AS m (plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount, committed)
        SELECT n.plan_id, n.draft, fiscal_year, n.month, n.kind, n.quarter, n.paid_month, n.source, n.entries, n.amount, n.committing
        FROM plan_budgets WHERE plan_id = n.plan_id AND draft = n.draft
        ON CONFLICT ON CONSTRAINT uq_plan_months DO UPDATE SET
            entries = m.entries + EXCLUDED.entries, amount = m.amount + EXCLUDED.amount, committed = m.committed + EXCLUDED.committed;
    END LOOP;

    IF anew IS NOT NULL THEN
        UPDATE plan_budgets t SET
            (planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3,
            transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4,
            disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed) =
            ROW (s.planned_q1, s.planned_q2, s.planned_q3, s.planned_q4, s.transferred_in_q1, s.transferred_in_q2,
            s.transferred_in_q3, s.transferred_in_q4, s.transferred_out_q1, s.transferred_out_q2, s.transferred_out_q3,
            s.transferred_out_q4, s.disbursed_q1, s.disbursed_q2, s.disbursed_q3, s.disbursed_q4, s.committed)
        FROM (
            SELECT k.plan_id, k.draft,
                coalesce(sum(b.planned_q1), 0) AS planned_q1, coalesce(sum(b.planned_q2), 0) AS planned_q2,
                coalesce(sum(b.planned_q3), 0) AS planned_q3, coalesce(sum(b.planned_q4), 0) AS planned_q4,
                coalesce(sum(b.transferred_in_q1), 0) AS transferred_in_q1,
                coalesce(sum(b.transferred_in_q2), 0) AS transferred_in_q2,
                coalesce(sum(b.transferred_in_q3), 0) AS transferred_in_q3,
                coalesce(sum(b.transferred_in_q4), 0) AS transferred_in_q4,
                coalesce(sum(b.transferred_out_q1), 0) AS transferred_out_q1,
                coalesce(sum(b.transferred_out_q2), 0) AS transferred_out_q2,
                coalesce(sum(b.transferred_out_q3), 0) AS transferred_out_q3,
                coalesce(sum(b.transferred_out_q4), 0) AS transferred_out_q4,
                coalesce(sum(b.disbursed_q1), 0) AS disbursed_q1, coalesce(sum(b.disbursed_q2), 0) AS disbursed_q2,
                coalesce(sum(b.disbursed_q3), 0) AS disbursed_q3, coalesce(sum(b.disbursed_q4), 0) AS disbursed_q4,
                coalesce(sum(b.committed), 0) AS committed
            FROM plan_budgets k LEFT JOIN project_budgets b ON b.plan_id = k.plan_id AND b.draft = k.draft
            WHERE k.plan_id = ANY (anew) GROUP BY k.plan_id, k.draft
        ) s
        WHERE t.plan_id = s.plan_id AND t.draft = s.draft;
        DELETE FROM plan_months WHERE plan_id = ANY (anew);
        INSERT INTO plan_months (plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount, committed)
        SELECT plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, sum(entries), sum(amount), sum(committed)
        FROM project_months WHERE plan_id = ANY (anew) GROUP BY plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source;
    END IF;
    RETURN NULL;
END $$;

-- Payments and commitments tell their project and year, as their entries do. What a commitment has left is kept in open_commitments.
DROP VIEW disbursements, commitments;
CREATE VIEW disbursements AS
    SELECT e.id, e.activity_id, e.project_id, e.fiscal_year, e.amount, e.paid_on, e.quarter, e.reference, e.reason AS note,
        e.funding_source, e.commitment_id, EXISTS (SELECT FROM ledger_entries r WHERE r.reverses_id = e.id) AS reversed, e.recorded_at,
        e.recorded_by
    FROM ledger_entries e WHERE e.kind = 'DISBURSEMENT';
CREATE VIEW commitments AS
    SELECT e.id, e.activity_id, e.project_id, e.fiscal_year, e.amount, coalesce(o.remaining, 0.00) AS remaining, e.reference,
        e.expires_on, EXISTS (
            SELECT FROM ledger_entries u WHERE u.commitment_id = e.id AND u.kind = 'COMMITMENT_RELEASED'
        ) AS released, e.recorded_at, e.recorded_by
    FROM ledger_entries e LEFT JOIN open_commitments o ON o.commitment_id = e.id
    WHERE e.kind = 'COMMITMENT';
GRANT SELECT ON disbursements, commitments TO teacherdevplan_service;

ANALYZE project_months, plan_months;
