-- What a plan's projects have together, apart for drafts, which strangers do not see.
CREATE TABLE plan_budgets (
    plan_id uuid NOT NULL,
    draft boolean NOT NULL,
    fiscal_year integer NOT NULL,
    planned_q1 numeric(18,2) NOT NULL DEFAULT 0,
    planned_q2 numeric(18,2) NOT NULL DEFAULT 0,
    planned_q3 numeric(18,2) NOT NULL DEFAULT 0,
    planned_q4 numeric(18,2) NOT NULL DEFAULT 0,
    transferred_in_q1 numeric(18,2) NOT NULL DEFAULT 0,
    transferred_in_q2 numeric(18,2) NOT NULL DEFAULT 0,
    transferred_in_q3 numeric(18,2) NOT NULL DEFAULT 0,
    transferred_in_q4 numeric(18,2) NOT NULL DEFAULT 0,
    transferred_out_q1 numeric(18,2) NOT NULL DEFAULT 0,
    transferred_out_q2 numeric(18,2) NOT NULL DEFAULT 0,
    transferred_out_q3 numeric(18,2) NOT NULL DEFAULT 0,
    transferred_out_q4 numeric(18,2) NOT NULL DEFAULT 0,
    disbursed_q1 numeric(18,2) NOT NULL DEFAULT 0,
    disbursed_q2 numeric(18,2) NOT NULL DEFAULT 0,
    disbursed_q3 numeric(18,2) NOT NULL DEFAULT 0,
    disbursed_q4 numeric(18,2) NOT NULL DEFAULT 0,
    committed numeric(18,2) NOT NULL DEFAULT 0,
    planned_total numeric(18,2) NOT NULL GENERATED ALWAYS AS (
        planned_q1 + planned_q2 + planned_q3 + planned_q4) STORED,
    transferred_in_total numeric(18,2) NOT NULL GENERATED ALWAYS AS (
        transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4) STORED,
    transferred_out_total numeric(18,2) NOT NULL GENERATED ALWAYS AS (
        transferred_out_q1 + transferred_out_q2 + transferred_out_q3 + transferred_out_q4) STORED,
    disbursed_total numeric(18,2) NOT NULL GENERATED ALWAYS AS (
        disbursed_q1 + disbursed_q2 + disbursed_q3 + disbursed_q4) STORED,
    revised_total numeric(18,2) NOT NULL GENERATED ALWAYS AS (
        planned_q1 + planned_q2 + planned_q3 + planned_q4
        + transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4
        - transferred_out_q1 - transferred_out_q2 - transferred_out_q3 - transferred_out_q4) STORED,
    available_total numeric(18,2) NOT NULL GENERATED ALWAYS AS (
        planned_q1 + planned_q2 + planned_q3 + planned_q4
        + transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4
        - transferred_out_q1 - transferred_out_q2 - transferred_out_q3 - transferred_out_q4
        - disbursed_q1 - disbursed_q2 - disbursed_q3 - disbursed_q4
        - committed) STORED,
    disbursement_rate numeric(7,2) GENERATED ALWAYS AS (
        round(
            (disbursed_q1 + disbursed_q2 + disbursed_q3 + disbursed_q4) * 100.000000000000000000000000000000
            / nullif(planned_q1 + planned_q2 + planned_q3 + planned_q4
            + transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4
            - transferred_out_q1 - transferred_out_q2 - transferred_out_q3 - transferred_out_q4, 0), 2)) STORED,
    CONSTRAINT pk_plan_budgets PRIMARY KEY (plan_id, draft)
) WITH (fillfactor = 50);

-- What was recorded in a month (of Thai days), by kind and by the quarter that it counts in; payments, and what takes them back,
-- also by the month in which they were paid. All past balances are sums of it, up to the month of a moment.
CREATE TABLE project_months (
    project_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    draft boolean NOT NULL,
    fiscal_year integer NOT NULL,
    month date NOT NULL,
    kind text COLLATE "C" NOT NULL,
    quarter text COLLATE "C",
    paid_month date,
    entries integer NOT NULL,
    amount numeric(18,2) NOT NULL,
    committed numeric(18,2) NOT NULL,
    CONSTRAINT uq_project_months UNIQUE NULLS NOT DISTINCT (project_id, month, kind, quarter, paid_month)
) WITH (fillfactor = 90);
COMMENT ON COLUMN project_months.committed IS 'what the entries added to what is committed';

CREATE TABLE plan_months (
    plan_id uuid NOT NULL,
    draft boolean NOT NULL,
    fiscal_year integer NOT NULL,
    month date NOT NULL,
    kind text COLLATE "C" NOT NULL,
    quarter text COLLATE "C",
    paid_month date,
    entries integer NOT NULL,
    amount numeric(18,2) NOT NULL,
    committed numeric(18,2) NOT NULL,
    CONSTRAINT uq_plan_months UNIQUE NULLS NOT DISTINCT (plan_id, draft, month, kind, quarter, paid_month)
) WITH (fillfactor = 80);

-- What commitments have left, as long as it is something.
CREATE TABLE open_commitments (
    commitment_id uuid CONSTRAINT pk_open_commitments PRIMARY KEY,
    activity_id uuid NOT NULL,
    project_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    draft boolean NOT NULL,
    fiscal_year integer NOT NULL,
    expires_on date,
    remaining numeric(18,2) NOT NULL CONSTRAINT ck_open_commitments_remaining CHECK (remaining > 0)
);

-- Of what was there before.
INSERT INTO plan_budgets (plan_id, draft, fiscal_year)
SELECT id, draft, fiscal_year FROM development_plans, (VALUES (false), (true)) AS groups (draft)
ORDER BY fiscal_year, id, draft;
UPDATE plan_budgets t SET
    (planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3,
    transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1,
    disbursed_q2, disbursed_q3, disbursed_q4, committed) =
    ROW (s.planned_q1, s.planned_q2, s.planned_q3, s.planned_q4, s.transferred_in_q1, s.transferred_in_q2,
    s.transferred_in_q3, s.transferred_in_q4, s.transferred_out_q1, s.transferred_out_q2, s.transferred_out_q3,
    s.transferred_out_q4, s.disbursed_q1, s.disbursed_q2, s.disbursed_q3, s.disbursed_q4, s.committed)
FROM (
    SELECT plan_id, draft,
        sum(planned_q1) AS planned_q1, sum(planned_q2) AS planned_q2, sum(planned_q3) AS planned_q3,
        sum(planned_q4) AS planned_q4, sum(transferred_in_q1) AS transferred_in_q1,
        sum(transferred_in_q2) AS transferred_in_q2, sum(transferred_in_q3) AS transferred_in_q3,
        sum(transferred_in_q4) AS transferred_in_q4, sum(transferred_out_q1) AS transferred_out_q1,
        sum(transferred_out_q2) AS transferred_out_q2, sum(transferred_out_q3) AS transferred_out_q3,
        sum(transferred_out_q4) AS transferred_out_q4, sum(disbursed_q1) AS disbursed_q1,
        sum(disbursed_q2) AS disbursed_q2, sum(disbursed_q3) AS disbursed_q3, sum(disbursed_q4) AS disbursed_q4,
        sum(committed) AS committed
    FROM project_budgets GROUP BY plan_id, draft
) s
WHERE (s.plan_id, s.draft) = (t.plan_id, t.draft);

INSERT INTO project_months (project_id, plan_id, draft, fiscal_year, month, kind, quarter, paid_month, entries, amount, committed)
SELECT b.project_id, b.plan_id, b.draft, b.fiscal_year, s.month, s.kind, s.quarter, s.paid_month, s.entries, s.amount, s.committed
FROM (
    SELECT e.project_id, date_trunc('month', e.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date AS month, e.kind, e.quarter,
        date_trunc('month', coalesce(e.paid_on, paid.paid_on)::timestamp)::date AS paid_month,
        count(*) AS entries, sum(e.amount) AS amount, sum(CASE WHEN e.kind = 'COMMITMENT' THEN e.amount WHEN e.kind = 'COMMITMENT_RELEASED' THEN -e.amount
        WHEN e.commitment_id IS NULL THEN 0 WHEN e.kind = 'DISBURSEMENT' THEN -e.amount WHEN e.kind = 'REVERSAL' THEN e.amount ELSE 0 END) AS committed
    FROM ledger_entries e LEFT JOIN ledger_entries paid ON paid.id = e.reverses_id
    GROUP BY 1, 2, 3, 4, 5
) s
JOIN project_budgets b USING (project_id)
ORDER BY b.fiscal_year, b.plan_id, b.project_id, s.month;

INSERT INTO plan_months (plan_id, draft, fiscal_year, month, kind, quarter, paid_month, entries, amount, committed)
SELECT plan_id, draft, fiscal_year, month, kind, quarter, paid_month, sum(entries), sum(amount), sum(committed)
FROM project_months GROUP BY plan_id, draft, fiscal_year, month, kind, quarter, paid_month ORDER BY fiscal_year, plan_id, month;

INSERT INTO open_commitments (commitment_id, activity_id, project_id, plan_id, draft, fiscal_year, expires_on, remaining)
SELECT c.id, c.activity_id, b.project_id, b.plan_id, b.draft, b.fiscal_year, c.expires_on, s.remaining
FROM (
    SELECT commitment_id, sum(CASE WHEN kind = 'COMMITMENT' THEN amount WHEN kind = 'COMMITMENT_RELEASED' THEN -amount
        WHEN commitment_id IS NULL THEN 0 WHEN kind = 'DISBURSEMENT' THEN -amount WHEN kind = 'REVERSAL' THEN amount ELSE 0 END) AS remaining
    FROM ledger_entries WHERE commitment_id IS NOT NULL GROUP BY commitment_id
) s
JOIN ledger_entries c ON c.id = s.commitment_id
JOIN project_budgets b ON b.project_id = c.project_id
WHERE s.remaining > 0;

CREATE INDEX ix_project_months_plan_id ON project_months (plan_id, month, kind);
CREATE INDEX ix_project_months_fiscal_year ON project_months (fiscal_year, month);
CREATE INDEX ix_plan_months_fiscal_year ON plan_months (fiscal_year, month);
CREATE INDEX ix_open_commitments_expires_on ON open_commitments (expires_on, commitment_id) WHERE expires_on IS NOT NULL;
CREATE INDEX ix_open_commitments_activity_id ON open_commitments (activity_id);
CREATE INDEX ix_open_commitments_project_id ON open_commitments (project_id);
CREATE INDEX ix_open_commitments_plan_id ON open_commitments (plan_id);
CREATE INDEX ix_plan_budgets_planned_total ON plan_budgets (planned_total, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_planned_total_desc ON plan_budgets (planned_total DESC NULLS LAST, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_transferred_in_total ON plan_budgets (transferred_in_total, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_transferred_in_total_desc ON plan_budgets (transferred_in_total DESC NULLS LAST, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_transferred_out_total ON plan_budgets (transferred_out_total, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_transferred_out_total_desc ON plan_budgets (transferred_out_total DESC NULLS LAST, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_revised_total ON plan_budgets (revised_total, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_revised_total_desc ON plan_budgets (revised_total DESC NULLS LAST, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_committed ON plan_budgets (committed, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_committed_desc ON plan_budgets (committed DESC NULLS LAST, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_disbursed_total ON plan_budgets (disbursed_total, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_disbursed_total_desc ON plan_budgets (disbursed_total DESC NULLS LAST, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_available_total ON plan_budgets (available_total, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_available_total_desc ON plan_budgets (available_total DESC NULLS LAST, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_disbursement_rate ON plan_budgets (disbursement_rate, plan_id) WHERE NOT draft;
CREATE INDEX ix_plan_budgets_disbursement_rate_desc ON plan_budgets (disbursement_rate DESC NULLS LAST, plan_id) WHERE NOT draft;

-- Only triggers write here.
CREATE FUNCTION refuse_kept_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on %: what is kept there is what the ledger makes it; record an entry', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER kept_by_the_ledger BEFORE INSERT OR UPDATE OR DELETE ON plan_budgets
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_kept_change();
CREATE TRIGGER all_kept_by_the_ledger BEFORE TRUNCATE ON plan_budgets FOR EACH STATEMENT EXECUTE FUNCTION refuse_kept_change();
CREATE TRIGGER kept_by_the_ledger BEFORE INSERT OR UPDATE OR DELETE ON project_months
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_kept_change();
CREATE TRIGGER all_kept_by_the_ledger BEFORE TRUNCATE ON project_months FOR EACH STATEMENT EXECUTE FUNCTION refuse_kept_change();
CREATE TRIGGER kept_by_the_ledger BEFORE INSERT OR UPDATE OR DELETE ON plan_months
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_kept_change();
CREATE TRIGGER all_kept_by_the_ledger BEFORE TRUNCATE ON plan_months FOR EACH STATEMENT EXECUTE FUNCTION refuse_kept_change();
CREATE TRIGGER kept_by_the_ledger BEFORE INSERT OR UPDATE OR DELETE ON open_commitments
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_kept_change();
CREATE TRIGGER all_kept_by_the_ledger BEFORE TRUNCATE ON open_commitments FOR EACH STATEMENT EXECUTE FUNCTION refuse_kept_change();
GRANT SELECT ON plan_budgets, project_months, plan_months, open_commitments TO teacherdevplan_service;

CREATE FUNCTION begin_plan_budgets() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO plan_budgets (plan_id, draft, fiscal_year) VALUES (NEW.id, false, NEW.fiscal_year), (NEW.id, true, NEW.fiscal_year);
    RETURN NULL;
END $$;
CREATE TRIGGER plans_begin_totals AFTER INSERT ON development_plans
    FOR EACH ROW EXECUTE FUNCTION begin_plan_budgets();
-- What plans_begin_totals has made is of that year.
CREATE TRIGGER plans_stay_in_their_year BEFORE UPDATE ON development_plans
    FOR EACH ROW WHEN ((NEW.id, NEW.fiscal_year) <> (OLD.id, OLD.fiscal_year)) EXECUTE FUNCTION refuse_change();

-- Whoever records an entry holds the project's total, so nobody waits here. What it changes of its plan is noted for the end of
-- the transaction, when the plan is settled: two who pay from one plan wait for each other only then.
CREATE FUNCTION keep_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    b project_budgets;
    in_month date := date_trunc('month', NEW.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date;
    in_paid_month date := date_trunc('month', NEW.paid_on::timestamp)::date;
    committing numeric := NEW.amount * CASE
        WHEN NEW.kind = 'COMMITMENT' THEN 1 WHEN NEW.kind = 'COMMITMENT_RELEASED' THEN -1
        WHEN NEW.commitment_id IS NULL THEN 0 WHEN NEW.kind = 'DISBURSEMENT' THEN -1 WHEN NEW.kind = 'REVERSAL' THEN 1 ELSE 0 END;
    unsettled text := coalesce(current_setting('teacherdevplan.unsettled', true), '');
    this text;
BEGIN
    SELECT * INTO b FROM project_budgets WHERE project_id = NEW.project_id;
    IF NEW.kind = 'REVERSAL' THEN
        SELECT date_trunc('month', paid_on::timestamp)::date INTO in_paid_month FROM ledger_entries WHERE id = NEW.reverses_id;
    END IF;
    INSERT INTO project_months AS m
        (project_id, plan_id, draft, fiscal_year, month, kind, quarter, paid_month, entries, amount, committed)
    VALUES (b.project_id, b.plan_id, b.draft, b.fiscal_year, in_month, NEW.kind, NEW.quarter, in_paid_month, 1, NEW.amount, committing)
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
            NEW.amount, committing) END;
    IF this NOT LIKE '%/all' OR position(this IN unsettled) = 0 THEN
        PERFORM set_config('teacherdevplan.unsettled', concat_ws(' ', nullif(unsettled, ''), this), true);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER entries_move_months AFTER INSERT ON ledger_entries
    FOR EACH ROW EXECUTE FUNCTION keep_entry();

-- An approval, or what takes one back, moves all that a project has.
CREATE FUNCTION move_draft() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE project_months SET draft = NEW.draft WHERE project_id = NEW.project_id;
    UPDATE open_commitments SET draft = NEW.draft WHERE project_id = NEW.project_id;
    PERFORM set_config('teacherdevplan.unsettled',
        concat_ws(' ', nullif(current_setting('teacherdevplan.unsettled', true), ''), NEW.plan_id || '/all'), true);
    RETURN NULL;
END $$;
CREATE TRIGGER drafts_move AFTER UPDATE ON project_budgets
    FOR EACH ROW WHEN (OLD.draft <> NEW.draft) EXECUTE FUNCTION move_draft();

-- At the end of a transaction: adds what it has recorded to the totals of its plans, or adds a plan up anew where drafts have moved.
-- The plans' rows are locked first, in the order of their ids; what is read after that is all that was settled before, and nobody who
-- holds a plan waits for anything else.
CREATE FUNCTION settle_plans() RETURNS trigger
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
            nullif(split_part(one, '/', 6), '-')::date AS paid_month,
            count(*) AS entries, sum(split_part(one, '/', 7)::numeric) AS amount, sum(split_part(one, '/', 8)::numeric) AS committing
        FROM unnest(unsettled) AS one
        WHERE one NOT LIKE '%/all' AND (anew IS NULL OR split_part(one, '/', 1)::uuid <> ALL (anew))
        GROUP BY 1, 2, 3, 4, 5, 6
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
        INSERT INTO plan_months AS m (plan_id, draft, fiscal_year, month, kind, quarter, paid_month, entries, amount, committed)
        SELECT n.plan_id, n.draft, fiscal_year, n.month, n.kind, n.quarter, n.paid_month, n.entries, n.amount, n.committing
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
        INSERT INTO plan_months (plan_id, draft, fiscal_year, month, kind, quarter, paid_month, entries, amount, committed)
        SELECT plan_id, draft, fiscal_year, month, kind, quarter, paid_month, sum(entries), sum(amount), sum(committed)
        FROM project_months WHERE plan_id = ANY (anew) GROUP BY plan_id, draft, fiscal_year, month, kind, quarter, paid_month;
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER entries_settle_plans AFTER INSERT ON ledger_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settle_plans();
CREATE CONSTRAINT TRIGGER drafts_settle_plans AFTER UPDATE ON project_budgets
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.draft <> NEW.draft) EXECUTE FUNCTION settle_plans();

ANALYZE plan_budgets, project_months, plan_months, open_commitments;
