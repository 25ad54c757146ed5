-- Entries are posted in sets: what is checked and moved is checked and moved once for each statement, however many entries it
-- records. Totals of projects move with their entries; those of plans at the end of the transaction, by what their projects' totals
-- and months have changed by.

DROP FUNCTION post_ledger_entry, keep_entry, settle_plans, move_project_budget, hold_total_to_budgets CASCADE;
CREATE TRIGGER kept_by_the_ledger BEFORE INSERT OR UPDATE ON project_budgets
    FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION refuse_kept_change();

-- Entries that are recorded together lead through balances that no budget ever has by itself: each of them is held to it.
ALTER TABLE ledger_entries
    ADD CONSTRAINT ck_ledger_entries_not_negative CHECK (planned_q1 >= 0 AND planned_q2 >= 0 AND planned_q3 >= 0 AND planned_q4 >= 0 AND transferred_in_q1 >= 0 AND transferred_in_q2 >= 0 AND transferred_in_q3 >= 0 AND transferred_in_q4 >= 0 AND transferred_out_q1 >= 0
        AND transferred_out_q2 >= 0 AND transferred_out_q3 >= 0 AND transferred_out_q4 >= 0 AND disbursed_q1 >= 0 AND disbursed_q2 >= 0 AND disbursed_q3 >= 0 AND disbursed_q4 >= 0 AND committed >= 0),
    ADD CONSTRAINT ck_ledger_entries_available CHECK (
        planned_q1 + planned_q2 + planned_q3 + planned_q4
        + transferred_in_q1 + transferred_in_q2 + transferred_in_q3 + transferred_in_q4
        - transferred_out_q1 - transferred_out_q2 - transferred_out_q3 - transferred_out_q4
        - disbursed_q1 - disbursed_q2 - disbursed_q3 - disbursed_q4 - committed >= 0);

-- A budget is never anything but what its last entry says.
CREATE OR REPLACE FUNCTION hold_budget_to_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.entries = 0 AND NOT NEW.moved AND NEW.last_entry_at IS NULL
            AND (NEW.planned_q1 + NEW.planned_q2 + NEW.planned_q3 + NEW.planned_q4 + NEW.transferred_in_q1 + NEW.transferred_in_q2 +
                NEW.transferred_in_q3 + NEW.transferred_in_q4 + NEW.transferred_out_q1 + NEW.transferred_out_q2 +
                NEW.transferred_out_q3 + NEW.transferred_out_q4 + NEW.disbursed_q1 + NEW.disbursed_q2 + NEW.disbursed_q3 +
                NEW.disbursed_q4 + NEW.committed) = 0 THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'UPDATE' THEN
        IF (NEW.activity_id, NEW.parent_id, NEW.project_id, NEW.plan_id, NEW.fiscal_year)
            IS NOT DISTINCT FROM (OLD.activity_id, OLD.parent_id, OLD.project_id, OLD.plan_id, OLD.fiscal_year)
            AND NEW.entries > OLD.entries
            AND EXISTS (
                SELECT FROM ledger_entries e
                WHERE e.activity_id = NEW.activity_id AND e.sequence = NEW.entries AND NEW.last_entry_at = e.recorded_at
                    AND NEW.moved = (OLD.moved OR e.kind <> 'PLANNED' OR NEW.entries > OLD.entries + 1 AND EXISTS (
                        SELECT FROM ledger_entries s
                        WHERE s.activity_id = NEW.activity_id AND s.sequence > OLD.entries AND s.kind <> 'PLANNED'))
                    AND (NEW.planned_q1, NEW.planned_q2, NEW.planned_q3, NEW.planned_q4, NEW.transferred_in_q1,
                        NEW.transferred_in_q2, NEW.transferred_in_q3, NEW.transferred_in_q4, NEW.transferred_out_q1,
                        NEW.transferred_out_q2, NEW.transferred_out_q3, NEW.transferred_out_q4, NEW.disbursed_q1,
                        NEW.disbursed_q2, NEW.disbursed_q3, NEW.disbursed_q4, NEW.committed)
                        = (e.planned_q1, e.planned_q2, e.planned_q3, e.planned_q4, e.transferred_in_q1, e.transferred_in_q2,
                        e.transferred_in_q3, e.transferred_in_q4, e.transferred_out_q1, e.transferred_out_q2,
                        e.transferred_out_q3, e.transferred_out_q4, e.disbursed_q1, e.disbursed_q2, e.disbursed_q3,
                        e.disbursed_q4, e.committed)) THEN
            RETURN NEW;
        END IF;
    ELSIF OLD.entries = 0 THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% on activity_budgets: a budget is what its ledger entries make it; record an entry', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

CREATE FUNCTION post_ledger_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    fault record;
    total record;
    commitments boolean;
BEGIN
    PERFORM FROM activity_budgets WHERE activity_id IN (SELECT activity_id FROM posted) ORDER BY activity_id FOR UPDATE;

    -- Each entry, beside the one before it (p), what it moves (m), its project (r), and the payment or transfer that it names (o).
    -- The clocks of the service and of the database may differ a little.
    SELECT * INTO fault FROM (
        SELECT n.*, CASE
            WHEN n.sequence <> coalesce(p.sequence, 0) + 1 OR n.recorded_at < p.recorded_at
                OR n.recorded_at > clock_timestamp() + interval '5 minutes'
                OR (n.project_id, n.fiscal_year) IS DISTINCT FROM (b.project_id, b.fiscal_year) THEN 'order'
            WHEN (n.planned_q1, n.planned_q2, n.planned_q3, n.planned_q4, n.transferred_in_q1, n.transferred_in_q2,
                n.transferred_in_q3, n.transferred_in_q4, n.transferred_out_q1, n.transferred_out_q2, n.transferred_out_q3,
                n.transferred_out_q4, n.disbursed_q1, n.disbursed_q2, n.disbursed_q3, n.disbursed_q4, n.committed)
                IS DISTINCT FROM (coalesce(p.planned_q1, 0) + CASE n.quarter WHEN 'Q1' THEN m.planned ELSE 0 END,
                coalesce(p.planned_q2, 0) + CASE n.quarter WHEN 'Q2' THEN m.planned ELSE 0 END,
                coalesce(p.planned_q3, 0) + CASE n.quarter WHEN 'Q3' THEN m.planned ELSE 0 END,
                coalesce(p.planned_q4, 0) + CASE n.quarter WHEN 'Q4' THEN m.planned ELSE 0 END,
                coalesce(p.transferred_in_q1, 0) + CASE n.quarter WHEN 'Q1' THEN m.moved_in ELSE 0 END,
                coalesce(p.transferred_in_q2, 0) + CASE n.quarter WHEN 'Q2' THEN m.moved_in ELSE 0 END,
                coalesce(p.transferred_in_q3, 0) + CASE n.quarter WHEN 'Q3' THEN m.moved_in ELSE 0 END,
                coalesce(p.transferred_in_q4, 0) + CASE n.quarter WHEN 'Q4' THEN m.moved_in ELSE 0 END,
                coalesce(p.transferred_out_q1, 0) + CASE n.quarter WHEN 'Q1' THEN m.moved_out ELSE 0 END,
                coalesce(p.transferred_out_q2, 0) + CASE n.quarter WHEN 'Q2' THEN m.moved_out ELSE 0 END,
                coalesce(p.transferred_out_q3, 0) + CASE n.quarter WHEN 'Q3' THEN m.moved_out ELSE 0 END,
                coalesce(p.transferred_out_q4, 0) + CASE n.quarter WHEN 'Q4' THEN m.moved_out ELSE 0 END,
                coalesce(p.disbursed_q1, 0) + CASE n.quarter WHEN 'Q1' THEN m.paid ELSE 0 END,
                coalesce(p.disbursed_q2, 0) + CASE n.quarter WHEN 'Q2' THEN m.paid ELSE 0 END,
                coalesce(p.disbursed_q3, 0) + CASE n.quarter WHEN 'Q3' THEN m.paid ELSE 0 END,
                coalesce(p.disbursed_q4, 0) + CASE n.quarter WHEN 'Q4' THEN m.paid ELSE 0 END,
                coalesce(p.committed, 0) + m.committed) THEN 'balance'
            WHEN n.kind NOT IN ('PLANNED', 'COMMITMENT_RELEASED') AND (r.status NOT IN ('APPROVED', 'IN_PROGRESS')
                OR NOT (r.virement_allowed OR n.approved) AND n.kind IN ('TRANSFER_OUT', 'TRANSFER_IN')) IS NOT FALSE THEN 'status'
            WHEN n.kind = 'DISBURSEMENT' AND (n.paid_on > m.recorded_on OR n.paid_on < m.year_starts
                OR n.paid_on >= m.year_starts + interval '1 year'
                OR n.quarter <> 'Q' || to_char(n.paid_on + interval '3 months', 'Q')) THEN 'day'
            WHEN n.kind = 'REVERSAL' AND ((o.kind, o.activity_id, o.amount, o.quarter)
                IS DISTINCT FROM ('DISBURSEMENT', n.activity_id, n.amount, n.quarter)
                OR n.commitment_id IS NOT NULL AND n.commitment_id IS DISTINCT FROM o.commitment_id) THEN 'reversal'
            WHEN n.kind = 'TRANSFER_IN' AND (
                (o.kind, o.activity_id, o.counterpart_id, o.amount, o.quarter, o.fiscal_year, o.recorded_at)
                IS DISTINCT FROM ('TRANSFER_OUT', n.counterpart_id, n.activity_id, n.amount, n.quarter, n.fiscal_year, n.recorded_at)
                OR o.approved <> n.approved OR n.approved <> (o.project_id <> n.project_id)) THEN 'transfer'
            END AS wrong
        FROM posted n
        LEFT JOIN activity_budgets b ON b.activity_id = n.activity_id
        LEFT JOIN ledger_entries p ON p.activity_id = n.activity_id AND p.sequence = n.sequence - 1
        LEFT JOIN projects r ON r.id = n.project_id
        LEFT JOIN ledger_entries o ON o.id = coalesce(n.reverses_id, n.transfer_id)
        CROSS JOIN LATERAL (
            SELECT CASE n.kind WHEN 'PLANNED' THEN n.amount ELSE 0 END AS planned,
                CASE n.kind WHEN 'TRANSFER_IN' THEN n.amount ELSE 0 END AS moved_in,
                CASE n.kind WHEN 'TRANSFER_OUT' THEN n.amount ELSE 0 END AS moved_out,
                CASE n.kind WHEN 'DISBURSEMENT' THEN n.amount WHEN 'REVERSAL' THEN -n.amount ELSE 0 END AS paid,
                CASE WHEN n.kind = 'COMMITMENT' THEN n.amount WHEN n.kind = 'COMMITMENT_RELEASED' THEN -n.amount
                    WHEN n.commitment_id IS NULL THEN 0 WHEN n.kind = 'DISBURSEMENT' THEN -n.amount
                    WHEN n.kind = 'REVERSAL' THEN n.amount ELSE 0 END AS committed,
                (n.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date AS recorded_on, -- in Thailand
                make_date(n.fiscal_year - 544, 10, 1) AS year_starts
        ) m
    ) n WHERE wrong IS NOT NULL LIMIT 1;
    CASE fault.wrong
        WHEN 'order' THEN
            RAISE EXCEPTION 'entry % does not follow the last one of activity %', fault.id, fault.activity_id
                USING ERRCODE = 'integrity_constraint_violation';
        WHEN 'balance' THEN
            RAISE EXCEPTION 'entry % does not lead to the balance that it tells', fault.id
                USING ERRCODE = 'integrity_constraint_violation';
        WHEN 'status' THEN
            RAISE EXCEPTION 'project % takes no % entries', fault.project_id, fault.kind
                USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_ledger_entries_project_status';
        WHEN 'day' THEN
            RAISE EXCEPTION 'payment % is of the future, or not of quarter % of fiscal year %', fault.id, fault.quarter, fault.fiscal_year
                USING ERRCODE = 'check_violation';
        WHEN 'reversal' THEN
            RAISE EXCEPTION 'reversal % is not of the payment that it names', fault.id USING ERRCODE = 'check_violation';
        WHEN 'transfer' THEN
            RAISE EXCEPTION 'entry % is not the other end of transfer %', fault.id, fault.transfer_id USING ERRCODE = 'check_violation';
        ELSE NULL;
    END CASE;

    -- What was left of each commitment after each of its entries; nothing is drawn on one that is released or has expired.
    commitments := EXISTS (SELECT FROM posted WHERE commitment_id IS NOT NULL);
    IF commitments THEN
        SELECT * INTO fault FROM (
            SELECT e.id, e.commitment_id, e.kind, e.recorded_at,
                sum(CASE WHEN e.kind IN ('COMMITMENT', 'REVERSAL') THEN e.amount ELSE -e.amount END) OVER following AS remaining,
                count(*) FILTER (WHERE e.kind = 'COMMITMENT_RELEASED') OVER following AS releases,
                min(e.expires_on) OVER (PARTITION BY e.commitment_id, e.activity_id) AS expires_on
            FROM ledger_entries e WHERE e.commitment_id IN (SELECT commitment_id FROM posted)
            WINDOW following AS (PARTITION BY e.commitment_id, e.activity_id ORDER BY e.sequence)
        ) e
        WHERE id IN (SELECT id FROM posted) AND kind <> 'COMMITMENT'
            AND (remaining < 0 OR CASE WHEN kind = 'COMMITMENT_RELEASED' THEN remaining <> 0 OR releases > 1
                ELSE releases > 0 OR expires_on < (recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date END)
        LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION 'entry % does not fit what is left of commitment %', fault.id, fault.commitment_id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;

    UPDATE activity_budgets b SET entries = n.sequence, last_entry_at = n.recorded_at, moved = b.moved OR n.moves,
        (planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3,
        transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1,
        disbursed_q2, disbursed_q3, disbursed_q4, committed)
        = (n.planned_q1, n.planned_q2, n.planned_q3, n.planned_q4, n.transferred_in_q1, n.transferred_in_q2, n.transferred_in_q3,
        n.transferred_in_q4, n.transferred_out_q1, n.transferred_out_q2, n.transferred_out_q3, n.transferred_out_q4,
        n.disbursed_q1, n.disbursed_q2, n.disbursed_q3, n.disbursed_q4, n.committed)
    FROM (
        SELECT DISTINCT ON (activity_id) *, bool_or(kind <> 'PLANNED') OVER (PARTITION BY activity_id) AS moves
        FROM posted ORDER BY activity_id, sequence DESC
    ) n
    WHERE b.activity_id = n.activity_id;

    -- In the order of their plans, in which the plans are locked at the end.
    FOR total IN
        SELECT n.project_id, bool_or(n.kind IN ('PLANNED', 'TRANSFER_OUT', 'TRANSFER_IN')) AS plans,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'PLANNED' AND n.quarter = 'Q1'), 0) AS planned_q1,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'PLANNED' AND n.quarter = 'Q2'), 0) AS planned_q2,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'PLANNED' AND n.quarter = 'Q3'), 0) AS planned_q3,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'PLANNED' AND n.quarter = 'Q4'), 0) AS planned_q4,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'TRANSFER_IN' AND n.quarter = 'Q1'), 0) AS transferred_in_q1,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'TRANSFER_IN' AND n.quarter = 'Q2'), 0) AS transferred_in_q2,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'TRANSFER_IN' AND n.quarter = 'Q3'), 0) AS transferred_in_q3,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'TRANSFER_IN' AND n.quarter = 'Q4'), 0) AS transferred_in_q4,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'TRANSFER_OUT' AND n.quarter = 'Q1'), 0) AS transferred_out_q1,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'TRANSFER_OUT' AND n.quarter = 'Q2'), 0) AS transferred_out_q2,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'TRANSFER_OUT' AND n.quarter = 'Q3'), 0) AS transferred_out_q3,
            coalesce(sum(n.amount) FILTER (WHERE n.kind = 'TRANSFER_OUT' AND n.quarter = 'Q4'), 0) AS transferred_out_q4,
            coalesce(sum(CASE n.kind WHEN 'REVERSAL' THEN -n.amount ELSE n.amount END) FILTER (WHERE n.kind IN ('DISBURSEMENT', 'REVERSAL') AND n.quarter = 'Q1'), 0) AS disbursed_q1,
            coalesce(sum(CASE n.kind WHEN 'REVERSAL' THEN -n.amount ELSE n.amount END) FILTER (WHERE n.kind IN ('DISBURSEMENT', 'REVERSAL') AND n.quarter = 'Q2'), 0) AS disbursed_q2,
            coalesce(sum(CASE n.kind WHEN 'REVERSAL' THEN -n.amount ELSE n.amount END) FILTER (WHERE n.kind IN ('DISBURSEMENT', 'REVERSAL') AND n.quarter = 'Q3'), 0) AS disbursed_q3,
            coalesce(sum(CASE n.kind WHEN 'REVERSAL' THEN -n.amount ELSE n.amount END) FILTER (WHERE n.kind IN ('DISBURSEMENT', 'REVERSAL') AND n.quarter = 'Q4'), 0) AS disbursed_q4,
            sum(CASE WHEN n.kind = 'COMMITMENT' THEN n.amount WHEN n.kind = 'COMMITMENT_RELEASED' THEN -n.amount
                WHEN n.commitment_id IS NULL THEN 0 WHEN n.kind = 'DISBURSEMENT' THEN -n.amount WHEN n.kind = 'REVERSAL' THEN n.amount ELSE 0 END) AS committed
        FROM posted n JOIN project_budgets t USING (project_id) GROUP BY t.plan_id, n.project_id ORDER BY t.plan_id, n.project_id
    LOOP
        IF total.plans THEN
            UPDATE project_budgets t SET planned_q1 = t.planned_q1 + total.planned_q1, planned_q2 = t.planned_q2 + total.planned_q2,
                planned_q3 = t.planned_q3 + total.planned_q3, planned_q4 = t.planned_q4 + total.planned_q4,
                transferred_in_q1 = t.transferred_in_q1 + total.transferred_in_q1,
                transferred_in_q2 = t.transferred_in_q2 + total.transferred_in_q2,
                transferred_in_q3 = t.transferred_in_q3 + total.transferred_in_q3,
                transferred_in_q4 = t.transferred_in_q4 + total.transferred_in_q4,
                transferred_out_q1 = t.transferred_out_q1 + total.transferred_out_q1,
                transferred_out_q2 = t.transferred_out_q2 + total.transferred_out_q2,
                transferred_out_q3 = t.transferred_out_q3 + total.transferred_out_q3,
                transferred_out_q4 = t.transferred_out_q4 + total.transferred_out_q4,
                disbursed_q1 = t.disbursed_q1 + total.disbursed_q1, disbursed_q2 = t.disbursed_q2 + total.disbursed_q2,
                disbursed_q3 = t.disbursed_q3 + total.disbursed_q3, disbursed_q4 = t.disbursed_q4 + total.disbursed_q4,
                committed = t.committed + total.committed
            WHERE project_id = total.project_id;
        ELSE
            UPDATE project_budgets t SET disbursed_q1 = t.disbursed_q1 + total.disbursed_q1, disbursed_q2 = t.disbursed_q2 + total.disbursed_q2,
                disbursed_q3 = t.disbursed_q3 + total.disbursed_q3, disbursed_q4 = t.disbursed_q4 + total.disbursed_q4,
                committed = t.committed + total.committed
            WHERE project_id = total.project_id;
        END IF;
    END LOOP;

    INSERT INTO project_months AS m
        (project_id, plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount, committed)
    SELECT t.project_id, t.plan_id, t.draft, t.fiscal_year, n.month, n.kind, n.quarter, n.paid_month, n.funding_source, n.entries,
        n.amount, n.committed
    FROM (
        SELECT n.project_id, date_trunc('month', n.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date AS month, n.kind, n.quarter,
            date_trunc('month', CASE n.kind WHEN 'REVERSAL' THEN (SELECT paid_on FROM ledger_entries WHERE id = n.reverses_id)
                ELSE n.paid_on END::timestamp)::date AS paid_month,
            CASE n.kind WHEN 'REVERSAL' THEN (SELECT funding_source FROM ledger_entries WHERE id = n.reverses_id)
                ELSE n.funding_source END AS funding_source, count(*) AS entries,
            sum(n.amount) AS amount,
            sum(CASE WHEN n.kind = 'COMMITMENT' THEN n.amount WHEN n.kind = 'COMMITMENT_RELEASED' THEN -n.amount
                WHEN n.commitment_id IS NULL THEN 0 WHEN n.kind = 'DISBURSEMENT' THEN -n.amount WHEN n.kind = 'REVERSAL' THEN n.amount ELSE 0 END) AS committed
        FROM posted n GROUP BY 1, 2, 3, 4, 5, 6
    ) n
    JOIN project_budgets t USING (project_id)
    ORDER BY t.plan_id, t.project_id, n.month, n.kind, n.quarter, n.paid_month, n.funding_source
    ON CONFLICT ON CONSTRAINT uq_project_months DO UPDATE SET
        entries = m.entries + EXCLUDED.entries, amount = m.amount + EXCLUDED.amount, committed = m.committed + EXCLUDED.committed;

    IF commitments THEN
        WITH changed AS (
            SELECT commitment_id, sum(CASE WHEN kind IN ('COMMITMENT', 'REVERSAL') THEN amount ELSE -amount END) AS remaining
            FROM ledger_entries WHERE commitment_id IN (SELECT commitment_id FROM posted) GROUP BY commitment_id
        ), closed AS (
            DELETE FROM open_commitments o USING changed c WHERE c.commitment_id = o.commitment_id AND c.remaining = 0
        )
        INSERT INTO open_commitments AS o (commitment_id, activity_id, project_id, plan_id, draft, fiscal_year, expires_on, remaining)
        SELECT e.id, e.activity_id, t.project_id, t.plan_id, t.draft, t.fiscal_year, e.expires_on, c.remaining
        FROM changed c JOIN ledger_entries e ON e.id = c.commitment_id JOIN project_budgets t ON t.project_id = e.project_id
        WHERE c.remaining > 0
        ON CONFLICT (commitment_id) DO UPDATE SET remaining = EXCLUDED.remaining;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER entries_move_budgets AFTER INSERT ON ledger_entries
    REFERENCING NEW TABLE AS posted FOR EACH STATEMENT EXECUTE FUNCTION post_ledger_entries();

-- A project that has paid is in progress, at the end of the transaction: it is looked at once for each statement that moves its total.
DROP FUNCTION refuse_unstarted_project CASCADE;
CREATE FUNCTION refuse_unstarted_project() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM projects WHERE id = NEW.project_id AND status = 'APPROVED')
        AND EXISTS (SELECT FROM ledger_entries WHERE project_id = NEW.project_id AND kind = 'DISBURSEMENT') THEN
        RAISE EXCEPTION 'project % has paid and is not in progress', NEW.project_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER payments_start_projects AFTER UPDATE ON project_budgets
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unstarted_project();

-- At the end of a transaction: adds to a plan what one of its projects' totals has changed by; a project that is a draft no more, or
-- is one again, takes all that it has along. Whoever holds a plan's rows waits for no other but plans behind it.
CREATE FUNCTION settle_plan_budget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF OLD.draft = NEW.draft AND (NEW.planned_q1, NEW.planned_q2, NEW.planned_q3, NEW.planned_q4, NEW.transferred_in_q1, NEW.transferred_in_q2,
        NEW.transferred_in_q3, NEW.transferred_in_q4, NEW.transferred_out_q1, NEW.transferred_out_q2, NEW.transferred_out_q3,
        NEW.transferred_out_q4)
        = (OLD.planned_q1, OLD.planned_q2, OLD.planned_q3, OLD.planned_q4, OLD.transferred_in_q1, OLD.transferred_in_q2,
        OLD.transferred_in_q3, OLD.transferred_in_q4, OLD.transferred_out_q1, OLD.transferred_out_q2, OLD.transferred_out_q3,
        OLD.transferred_out_q4) THEN
        UPDATE plan_budgets SET disbursed_q1 = disbursed_q1 + NEW.disbursed_q1 - OLD.disbursed_q1,
            disbursed_q2 = disbursed_q2 + NEW.disbursed_q2 - OLD.disbursed_q2,
            disbursed_q3 = disbursed_q3 + NEW.disbursed_q3 - OLD.disbursed_q3,
            disbursed_q4 = disbursed_q4 + NEW.disbursed_q4 - OLD.disbursed_q4,
            committed = committed + NEW.committed - OLD.committed
        WHERE plan_id = NEW.plan_id AND draft = NEW.draft;
    ELSIF OLD.draft = NEW.draft THEN
        UPDATE plan_budgets SET planned_q1 = planned_q1 + NEW.planned_q1 - OLD.planned_q1,
            planned_q2 = planned_q2 + NEW.planned_q2 - OLD.planned_q2,
            planned_q3 = planned_q3 + NEW.planned_q3 - OLD.planned_q3,
            planned_q4 = planned_q4 + NEW.planned_q4 - OLD.planned_q4,
            transferred_in_q1 = transferred_in_q1 + NEW.transferred_in_q1 - OLD.transferred_in_q1,
            transferred_in_q2 = transferred_in_q2 + NEW.transferred_in_q2 - OLD.transferred_in_q2,
            transferred_in_q3 = transferred_in_q3 + NEW.transferred_in_q3 - OLD.transferred_in_q3,
            transferred_in_q4 = transferred_in_q4 + NEW.transferred_in_q4 - OLD.transferred_in_q4,
            transferred_out_q1 = transferred_out_q1 + NEW.transferred_out_q1 - OLD.transferred_out_q1,
            transferred_out_q2 = transferred_out_q2 + NEW.transferred_out_q2 - OLD.transferred_out_q2,
            transferred_out_q3 = transferred_out_q3 + NEW.transferred_out_q3 - OLD.transferred_out_q3,
            transferred_out_q4 = transferred_out_q4 + NEW.transferred_out_q4 - OLD.transferred_out_q4,
            disbursed_q1 = disbursed_q1 + NEW.disbursed_q1 - OLD.disbursed_q1,
            disbursed_q2 = disbursed_q2 + NEW.disbursed_q2 - OLD.disbursed_q2,
            disbursed_q3 = disbursed_q3 + NEW.disbursed_q3 - OLD.disbursed_q3,
            disbursed_q4 = disbursed_q4 + NEW.disbursed_q4 - OLD.disbursed_q4,
            committed = committed + NEW.committed - OLD.committed
        WHERE plan_id = NEW.plan_id AND draft = NEW.draft;
    ELSE
        UPDATE plan_budgets SET planned_q1 = planned_q1 + CASE WHEN draft = NEW.draft THEN NEW.planned_q1 ELSE -OLD.planned_q1 END,
            planned_q2 = planned_q2 + CASE WHEN draft = NEW.draft THEN NEW.planned_q2 ELSE -OLD.planned_q2 END,
            planned_q3 = planned_q3 + CASE WHEN draft = NEW.draft THEN NEW.planned_q3 ELSE -OLD.planned_q3 END,
            planned_q4 = planned_q4 + CASE WHEN draft = NEW.draft THEN NEW.planned_q4 ELSE -OLD.planned_q4 END,
            transferred_in_q1 = transferred_in_q1 + CASE WHEN draft = NEW.draft THEN NEW.transferred_in_q1 ELSE -OLD.transferred_in_q1 END,
            transferred_in_q2 = transferred_in_q2 + CASE WHEN draft = NEW.draft THEN NEW.transferred_in_q2 ELSE -OLD.transferred_in_q2 END,
            transferred_in_q3 = transferred_in_q3 + CASE WHEN draft = NEW.draft THEN NEW.transferred_in_q3 ELSE -OLD.transferred_in_q3 END,
            transferred_in_q4 = transferred_in_q4 + CASE WHEN draft = NEW.draft THEN NEW.transferred_in_q4 ELSE -OLD.transferred_in_q4 END,
            transferred_out_q1 = transferred_out_q1 + CASE WHEN draft = NEW.draft THEN NEW.transferred_out_q1 ELSE -OLD.transferred_out_q1 END,
            transferred_out_q2 = transferred_out_q2 + CASE WHEN draft = NEW.draft THEN NEW.transferred_out_q2 ELSE -OLD.transferred_out_q2 END,
            transferred_out_q3 = transferred_out_q3 + CASE WHEN draft = NEW.draft THEN NEW.transferred_out_q3 ELSE -OLD.transferred_out_q3 END,
            transferred_out_q4 = transferred_out_q4 + CASE WHEN draft = NEW.draft THEN NEW.transferred_out_q4 ELSE -OLD.transferred_out_q4 END,
            disbursed_q1 = disbursed_q1 + CASE WHEN draft = NEW.draft THEN NEW.disbursed_q1 ELSE -OLD.disbursed_q1 END,
            disbursed_q2 = disbursed_q2 + CASE WHEN draft = NEW.draft THEN NEW.disbursed_q2 ELSE -OLD.disbursed_q2 END,
            disbursed_q3 = disbursed_q3 + CASE WHEN draft = NEW.draft THEN NEW.disbursed_q3 ELSE -OLD.disbursed_q3 END,
            disbursed_q4 = disbursed_q4 + CASE WHEN draft = NEW.draft THEN NEW.disbursed_q4 ELSE -OLD.disbursed_q4 END,
            committed = committed + CASE WHEN draft = NEW.draft THEN NEW.committed ELSE -OLD.committed END
        WHERE plan_id = NEW.plan_id;
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER totals_settle_plans AFTER UPDATE ON project_budgets
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settle_plan_budget();

CREATE FUNCTION settle_plan_month() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    leaves boolean := TG_OP = 'UPDATE' AND OLD.draft <> NEW.draft;
    added project_months := NEW;
BEGIN
    IF leaves THEN
        UPDATE plan_months SET entries = entries - OLD.entries, amount = amount - OLD.amount, committed = committed - OLD.committed
        WHERE (plan_id, draft, month, kind) = (OLD.plan_id, OLD.draft, OLD.month, OLD.kind)
            AND quarter IS NOT DISTINCT FROM OLD.quarter AND paid_month IS NOT DISTINCT FROM OLD.paid_month
            AND funding_source IS NOT DISTINCT FROM OLD.funding_source;
        DELETE FROM plan_months WHERE plan_id = OLD.plan_id AND draft = OLD.draft AND entries = 0;
    ELSIF TG_OP = 'UPDATE' THEN
        added.entries := NEW.entries - OLD.entries;
        added.amount := NEW.amount - OLD.amount;
        added.committed := NEW.committed - OLD.committed;
    END IF;
    INSERT INTO plan_months AS m
        (plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount, committed)
    VALUES (added.plan_id, added.draft, added.fiscal_year, added.month, added.kind, added.quarter, added.paid_month,
        added.funding_source, added.entries, added.amount, added.committed)
    ON CONFLICT ON CONSTRAINT uq_plan_months DO UPDATE SET
        entries = m.entries + EXCLUDED.entries, amount = m.amount + EXCLUDED.amount, committed = m.committed + EXCLUDED.committed;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER months_settle_plans AFTER INSERT OR UPDATE ON project_months
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION settle_plan_month();

-- An approval, or what takes one back, moves all that a project has.
CREATE OR REPLACE FUNCTION move_draft() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    UPDATE project_months SET draft = NEW.draft WHERE project_id = NEW.project_id;
    UPDATE open_commitments SET draft = NEW.draft WHERE project_id = NEW.project_id;
    RETURN NULL;
END $$;

-- Plans are few (245 offices, one a year): they are sorted without an index, and their rows change in place.
DROP INDEX ix_plan_budgets_planned_total, ix_plan_budgets_planned_total_desc, ix_plan_budgets_transferred_in_total,
    ix_plan_budgets_transferred_in_total_desc, ix_plan_budgets_transferred_out_total,
    ix_plan_budgets_transferred_out_total_desc, ix_plan_budgets_revised_total, ix_plan_budgets_revised_total_desc,
    ix_plan_budgets_committed, ix_plan_budgets_committed_desc, ix_plan_budgets_disbursed_total,
    ix_plan_budgets_disbursed_total_desc, ix_plan_budgets_available_total, ix_plan_budgets_available_total_desc,
    ix_plan_budgets_disbursement_rate, ix_plan_budgets_disbursement_rate_desc;

-- The audit chain takes up many records at a time, and writes them together; what is hashed is what was hashed before.
CREATE OR REPLACE FUNCTION chain_audit_records(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    head audit_head;
    r audit_records;
    numbers bigint[] := '{}';
    hashes bytea[] := '{}';
BEGIN
    SELECT * INTO head FROM audit_head FOR UPDATE;
    FOR r IN
        SELECT a.* FROM audit_unchained u JOIN audit_records a ON a.number = u.record_number
        ORDER BY u.record_number LIMIT most
    LOOP
        head.position := head.position + 1;
        head.hash := sha256(head.hash || int8send(head.position) || sha256(convert_to((SELECT string_agg(coalesce(octet_length(convert_to(field, 'UTF8')) || ':' || field, '-'), ',' ORDER BY place)
FROM unnest(ARRAY[r.number::text, r.id::text, (extract(epoch FROM r.recorded_at) * 1000000)::bigint::text, r.kind, r.actor,
    array_to_json(r.roles)::text, r.address, r.request_id, r.action, array_to_json(r.subjects)::text, r.before::text,
    r.after::text, r.reason]) WITH ORDINALITY AS fields(field, place)), 'UTF8')));
        numbers := array_append(numbers, r.number);
        hashes := array_append(hashes, head.hash);
    END LOOP;
    INSERT INTO audit_chain
    SELECT head.position - cardinality(numbers) + place, number, hash
    FROM unnest(numbers, hashes) WITH ORDINALITY AS c (number, hash, place);
    DELETE FROM audit_unchained WHERE record_number = ANY (numbers);
    UPDATE audit_head SET position = head.position, hash = head.hash;
    RETURN cardinality(numbers);
END $$;
