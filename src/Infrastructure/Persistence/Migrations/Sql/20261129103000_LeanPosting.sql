-- Recording an entry does less work in the database. PostgreSQL parses the text of each CHECK constraint and of each generated column
-- again for every statement that writes the table, which took a third of the time of a payment. The same rules are now functions, which
-- a connection parses once. One loop checks the entries of a statement, where several queries were started for each of them.

-- What an entry must be by itself, whatever the other entries are. A rule that is null for an entry does not concern it.
CREATE FUNCTION is_sound(e ledger_entries) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN e.kind IN ('PLANNED', 'TRANSFER_OUT', 'TRANSFER_IN', 'COMMITMENT', 'COMMITMENT_RELEASED', 'DISBURSEMENT', 'REVERSAL')
        AND (e.amount > 0 OR e.kind = 'PLANNED' AND e.amount < 0)
        AND (e.quarter IS NULL) = (e.kind IN ('COMMITMENT', 'COMMITMENT_RELEASED')) AND e.quarter IN ('Q1', 'Q2', 'Q3', 'Q4')
        AND (e.paid_on IS NOT NULL) = (e.kind = 'DISBURSEMENT')
        AND (e.reverses_id IS NOT NULL) = (e.kind = 'REVERSAL')
        AND e.counterpart_id <> e.activity_id
        AND (e.transfer_id IS NOT NULL AND e.counterpart_id IS NOT NULL AND e.reason IS NOT NULL)
            = (e.kind IN ('TRANSFER_OUT', 'TRANSFER_IN'))
        AND (e.transfer_id = e.id)
            IS NOT DISTINCT FROM CASE e.kind WHEN 'TRANSFER_OUT' THEN true WHEN 'TRANSFER_IN' THEN false END
        AND (NOT e.approved OR e.kind IN ('TRANSFER_OUT', 'TRANSFER_IN'))
        AND CASE e.kind WHEN 'COMMITMENT' THEN e.commitment_id = e.id WHEN 'COMMITMENT_RELEASED' THEN e.commitment_id IS NOT NULL
            WHEN 'DISBURSEMENT' THEN true WHEN 'REVERSAL' THEN true ELSE e.commitment_id IS NULL END
        AND (e.expires_on IS NULL OR e.kind = 'COMMITMENT')
        AND (e.reference IS NOT NULL OR e.kind NOT IN ('COMMITMENT', 'DISBURSEMENT'))
        AND 0 <= ALL (ARRAY[e.planned_q1, e.planned_q2, e.planned_q3, e.planned_q4, e.transferred_in_q1, e.transferred_in_q2, e.transferred_in_q3,
            e.transferred_in_q4, e.transferred_out_q1, e.transferred_out_q2, e.transferred_out_q3, e.transferred_out_q4,
            e.disbursed_q1, e.disbursed_q2, e.disbursed_q3, e.disbursed_q4, e.committed])
        AND e.planned_q1 + e.planned_q2 + e.planned_q3 + e.planned_q4
            + e.transferred_in_q1 + e.transferred_in_q2 + e.transferred_in_q3 + e.transferred_in_q4
            - e.transferred_out_q1 - e.transferred_out_q2 - e.transferred_out_q3 - e.transferred_out_q4
            - e.disbursed_q1 - e.disbursed_q2 - e.disbursed_q3 - e.disbursed_q4 - e.committed >= 0;
END $$;
CREATE FUNCTION is_sound(b activity_budgets) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN 0 <= ALL (ARRAY[b.planned_q1, b.planned_q2, b.planned_q3, b.planned_q4, b.transferred_in_q1, b.transferred_in_q2, b.transferred_in_q3,
            b.transferred_in_q4, b.transferred_out_q1, b.transferred_out_q2, b.transferred_out_q3, b.transferred_out_q4,
            b.disbursed_q1, b.disbursed_q2, b.disbursed_q3, b.disbursed_q4, b.committed])
        AND b.planned_q1 + b.planned_q2 + b.planned_q3 + b.planned_q4
            + b.transferred_in_q1 + b.transferred_in_q2 + b.transferred_in_q3 + b.transferred_in_q4
            - b.transferred_out_q1 - b.transferred_out_q2 - b.transferred_out_q3 - b.transferred_out_q4
            - b.disbursed_q1 - b.disbursed_q2 - b.disbursed_q3 - b.disbursed_q4 - b.committed >= 0;
END $$;
ALTER TABLE ledger_entries
    DROP CONSTRAINT ck_ledger_entries_kind, DROP CONSTRAINT ck_ledger_entries_amount, DROP CONSTRAINT ck_ledger_entries_quarter,
    DROP CONSTRAINT ck_ledger_entries_payment, DROP CONSTRAINT ck_ledger_entries_reversal, DROP CONSTRAINT ck_ledger_entries_two_ends,
    DROP CONSTRAINT ck_ledger_entries_transfer, DROP CONSTRAINT ck_ledger_entries_approved,
    DROP CONSTRAINT ck_ledger_entries_commitment, DROP CONSTRAINT ck_ledger_entries_reference,
    DROP CONSTRAINT ck_ledger_entries_not_negative, DROP CONSTRAINT ck_ledger_entries_available,
    ADD CONSTRAINT ck_ledger_entries_sound CHECK (is_sound(ledger_entries));
ALTER TABLE activity_budgets
    DROP CONSTRAINT ck_activity_budgets_not_negative, DROP CONSTRAINT ck_activity_budgets_available,
    ADD CONSTRAINT ck_activity_budgets_sound CHECK (is_sound(activity_budgets));

-- The figures over the quarters are computed for every row that is written, by whomever and in whatever session.
ALTER TABLE project_budgets
    ALTER COLUMN planned_total DROP EXPRESSION, ALTER COLUMN transferred_in_total DROP EXPRESSION,
    ALTER COLUMN transferred_out_total DROP EXPRESSION, ALTER COLUMN disbursed_total DROP EXPRESSION,
    ALTER COLUMN revised_total DROP EXPRESSION, ALTER COLUMN available_total DROP EXPRESSION,
    ALTER COLUMN disbursement_rate DROP EXPRESSION;
ALTER TABLE plan_budgets
    ALTER COLUMN planned_total DROP EXPRESSION, ALTER COLUMN transferred_in_total DROP EXPRESSION,
    ALTER COLUMN transferred_out_total DROP EXPRESSION, ALTER COLUMN disbursed_total DROP EXPRESSION,
    ALTER COLUMN revised_total DROP EXPRESSION, ALTER COLUMN available_total DROP EXPRESSION,
    ALTER COLUMN disbursement_rate DROP EXPRESSION;
CREATE FUNCTION compute_figures() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.planned_total <> OLD.planned_total OR NEW.transferred_in_total <> OLD.transferred_in_total
        OR NEW.transferred_out_total <> OLD.transferred_out_total OR NEW.disbursed_total <> OLD.disbursed_total
        OR NEW.revised_total <> OLD.revised_total OR NEW.available_total <> OLD.available_total
        OR NEW.disbursement_rate IS DISTINCT FROM OLD.disbursement_rate) THEN
        RAISE EXCEPTION '% on %: the figures over the quarters follow from those of the quarters', TG_OP, TG_TABLE_NAME
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    NEW.planned_total := NEW.planned_q1 + NEW.planned_q2 + NEW.planned_q3 + NEW.planned_q4;
    NEW.transferred_in_total := NEW.transferred_in_q1 + NEW.transferred_in_q2 + NEW.transferred_in_q3 + NEW.transferred_in_q4;
    NEW.transferred_out_total := NEW.transferred_out_q1 + NEW.transferred_out_q2 + NEW.transferred_out_q3 + NEW.transferred_out_q4;
    NEW.disbursed_total := NEW.disbursed_q1 + NEW.disbursed_q2 + NEW.disbursed_q3 + NEW.disbursed_q4;
    NEW.revised_total := NEW.planned_total + NEW.transferred_in_total - NEW.transferred_out_total;
    NEW.available_total := NEW.revised_total - NEW.disbursed_total - NEW.committed;
    -- A quotient has as many decimals as what is divided: thirty, to tell half a hundredth from a little less.
    NEW.disbursement_rate :=
        round(NEW.disbursed_total * 100.000000000000000000000000000000 / nullif(NEW.revised_total, 0), 2);
    RETURN NEW;
END $$;
CREATE TRIGGER figures_follow_quarters BEFORE INSERT OR UPDATE ON project_budgets
    FOR EACH ROW EXECUTE FUNCTION compute_figures();
CREATE TRIGGER figures_follow_quarters BEFORE INSERT OR UPDATE ON plan_budgets
    FOR EACH ROW EXECUTE FUNCTION compute_figures();
ALTER TABLE project_budgets ENABLE ALWAYS TRIGGER figures_follow_quarters;
ALTER TABLE plan_budgets ENABLE ALWAYS TRIGGER figures_follow_quarters;

-- A budget is never anything but what its last entry says.
CREATE OR REPLACE FUNCTION hold_budget_to_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    e record;
    figures numeric[] := CASE WHEN TG_OP <> 'DELETE' THEN ARRAY[
        NEW.planned_q1, NEW.planned_q2, NEW.planned_q3, NEW.planned_q4, NEW.transferred_in_q1, NEW.transferred_in_q2,
        NEW.transferred_in_q3, NEW.transferred_in_q4, NEW.transferred_out_q1, NEW.transferred_out_q2, NEW.transferred_out_q3,
        NEW.transferred_out_q4, NEW.disbursed_q1, NEW.disbursed_q2, NEW.disbursed_q3, NEW.disbursed_q4, NEW.committed] END;
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.entries = 0 AND NOT NEW.moved AND NEW.last_entry_at IS NULL AND 0 = ALL (figures) THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'UPDATE' THEN
        SELECT recorded_at, ARRAY[planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2,
            transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1,
            disbursed_q2, disbursed_q3, disbursed_q4, committed] AS figures
        INTO e FROM public.ledger_entries WHERE activity_id = NEW.activity_id AND sequence = NEW.entries;
        IF (NEW.activity_id, NEW.parent_id, NEW.project_id, NEW.plan_id, NEW.fiscal_year)
            IS NOT DISTINCT FROM (OLD.activity_id, OLD.parent_id, OLD.project_id, OLD.plan_id, OLD.fiscal_year)
            AND NEW.entries > OLD.entries AND NEW.last_entry_at = e.recorded_at AND figures = e.figures THEN
            -- It has moved since the first entry that does not only plan.
            IF OLD.moved THEN
                IF NEW.moved THEN
                    RETURN NEW;
                END IF;
            ELSIF NEW.moved = EXISTS (
                SELECT FROM public.ledger_entries s
                WHERE s.activity_id = NEW.activity_id AND s.sequence > OLD.entries AND s.sequence <= NEW.entries
                    AND s.kind <> 'PLANNED') THEN
                RETURN NEW;
            END IF;
        END IF;
    ELSIF OLD.entries = 0 THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% on activity_budgets: a budget is what its ledger entries make it; record an entry', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;

-- Checks the entries of a statement one after the other, moves each budget to its last entry, and adds up the entries of each project.
-- Projects come in the order of their plans, in which the plans are locked at the end of the transaction.
CREATE OR REPLACE FUNCTION post_ledger_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    several boolean;
    commitments boolean;
    n record; -- an entry
    p record; -- the entry that it follows, or the budget as it was before all of them
    named ledger_entries; -- the payment or transfer that it names
    project record;
    total record;
    balance numeric[]; -- planned, transferred in, transferred out and disbursed, by quarters; committed
    sums numeric[]; -- what the entries add to the balance of a project
    place int; -- of what an entry adds to a balance
    added numeric;
    committing numeric;
    moves boolean;
    recorded_on date; -- in Thailand
    year_starts date;
    fault record;
BEGIN
    SELECT count(*) > 1, coalesce(bool_or(commitment_id IS NOT NULL), false) INTO several, commitments FROM posted;
    IF several THEN
        PERFORM FROM activity_budgets WHERE activity_id IN (SELECT activity_id FROM posted) ORDER BY activity_id FOR UPDATE;
    END IF;

    FOR n IN
        SELECT e.*, lag(e.activity_id) OVER following IS DISTINCT FROM e.activity_id AS begins_activity,
            lead(e.activity_id) OVER following IS DISTINCT FROM e.activity_id AS ends_activity,
            lag(e.project_id) OVER following IS DISTINCT FROM e.project_id AS begins_project,
            lead(e.project_id) OVER following IS DISTINCT FROM e.project_id AS ends_project
        FROM posted e LEFT JOIN project_budgets t USING (project_id)
        WINDOW following AS (ORDER BY t.plan_id, e.project_id, e.activity_id, e.sequence)
    LOOP
        IF n.begins_project THEN
            SELECT status IN ('APPROVED', 'IN_PROGRESS') AS is_open, virement_allowed INTO project FROM projects WHERE id = n.project_id;
            sums := '{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0}';
        END IF;
        IF n.begins_activity THEN
            SELECT project_id, fiscal_year, entries AS sequence, last_entry_at AS recorded_at, moved,
                ARRAY[planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3,
                transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1,
                disbursed_q2, disbursed_q3, disbursed_q4, committed] AS balance
            INTO p FROM activity_budgets WHERE activity_id = n.activity_id FOR UPDATE;
            balance := p.balance;
            moves := p.moved;
        END IF;
        recorded_on := (n.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date;
        place := CASE n.kind WHEN 'PLANNED' THEN 0 WHEN 'TRANSFER_IN' THEN 4 WHEN 'TRANSFER_OUT' THEN 8
            WHEN 'DISBURSEMENT' THEN 12 WHEN 'REVERSAL' THEN 12 END + right(n.quarter, 1)::int;
        added := CASE n.kind WHEN 'REVERSAL' THEN -n.amount ELSE n.amount END;
        committing := CASE WHEN n.commitment_id IS NULL THEN 0 WHEN n.kind IN ('COMMITMENT', 'REVERSAL') THEN n.amount
            ELSE -n.amount END;
        IF place IS NOT NULL THEN
            balance[place] := balance[place] + added;
            sums[place] := sums[place] + added;
        END IF;
        balance[17] := balance[17] + committing;
        sums[17] := sums[17] + committing;

        -- The clocks of the service and of the database may differ a little.
        IF n.sequence IS DISTINCT FROM p.sequence + 1 OR n.recorded_at < p.recorded_at
            OR n.recorded_at > clock_timestamp() + interval '5 minutes'
            OR n.project_id IS DISTINCT FROM p.project_id OR n.fiscal_year IS DISTINCT FROM p.fiscal_year THEN
            RAISE EXCEPTION 'entry % does not follow the last one of activity %', n.id, n.activity_id
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF balance IS DISTINCT FROM ARRAY[n.planned_q1, n.planned_q2, n.planned_q3, n.planned_q4, n.transferred_in_q1,
            n.transferred_in_q2, n.transferred_in_q3, n.transferred_in_q4, n.transferred_out_q1, n.transferred_out_q2, n.transferred_out_q3, n.transferred_out_q4,
            n.disbursed_q1, n.disbursed_q2, n.disbursed_q3, n.disbursed_q4, n.committed]::numeric[] THEN
            RAISE EXCEPTION 'entry % does not lead to the balance that it tells', n.id
                USING ERRCODE = 'integrity_constraint_violation';
        END IF;
        IF n.kind NOT IN ('PLANNED', 'COMMITMENT_RELEASED') AND (project.is_open
            AND (project.virement_allowed OR n.approved OR n.kind NOT IN ('TRANSFER_OUT', 'TRANSFER_IN'))) IS NOT TRUE THEN
            RAISE EXCEPTION 'project % takes no % entries', n.project_id, n.kind
                USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_ledger_entries_project_status';
        END IF;
        IF n.kind = 'DISBURSEMENT' THEN
            year_starts := make_date(n.fiscal_year - 544, 10, 1);
            IF n.paid_on > recorded_on OR n.paid_on < year_starts OR n.paid_on >= year_starts + interval '1 year'
                OR n.quarter <> 'Q' || to_char(n.paid_on + interval '3 months', 'Q') THEN
                RAISE EXCEPTION 'payment % is of the future, or not of quarter % of fiscal year %', n.id, n.quarter, n.fiscal_year
                    USING ERRCODE = 'check_violation';
            END IF;
        ELSIF n.kind = 'REVERSAL' THEN
            SELECT * INTO named FROM ledger_entries WHERE id = n.reverses_id;
            IF (named.kind, named.activity_id, named.amount, named.quarter) IS DISTINCT FROM ('DISBURSEMENT', n.activity_id, n.amount, n.quarter)
                OR n.commitment_id IS NOT NULL AND n.commitment_id IS DISTINCT FROM named.commitment_id THEN
                RAISE EXCEPTION 'reversal % is not of the payment that it names', n.id USING ERRCODE = 'check_violation';
            END IF;
        ELSIF n.kind = 'TRANSFER_IN' THEN
            SELECT * INTO named FROM ledger_entries WHERE id = n.transfer_id;
            IF (named.kind, named.activity_id, named.counterpart_id, named.amount, named.quarter, named.fiscal_year, named.recorded_at)
                IS DISTINCT FROM ('TRANSFER_OUT', n.counterpart_id, n.activity_id, n.amount, n.quarter, n.fiscal_year, n.recorded_at)
                OR named.approved <> n.approved OR n.approved <> (named.project_id <> n.project_id) THEN
                RAISE EXCEPTION 'entry % is not the other end of transfer %', n.id, n.transfer_id USING ERRCODE = 'check_violation';
            END IF;
        END IF;

        moves := moves OR n.kind <> 'PLANNED';
        p := n;
        IF n.ends_activity THEN
            UPDATE activity_budgets SET entries = n.sequence, last_entry_at = n.recorded_at, moved = moves,
                planned_q1 = n.planned_q1, planned_q2 = n.planned_q2, planned_q3 = n.planned_q3, planned_q4 = n.planned_q4,
                transferred_in_q1 = n.transferred_in_q1, transferred_in_q2 = n.transferred_in_q2,
                transferred_in_q3 = n.transferred_in_q3, transferred_in_q4 = n.transferred_in_q4,
                transferred_out_q1 = n.transferred_out_q1, transferred_out_q2 = n.transferred_out_q2,
                transferred_out_q3 = n.transferred_out_q3, transferred_out_q4 = n.transferred_out_q4,
                disbursed_q1 = n.disbursed_q1, disbursed_q2 = n.disbursed_q2, disbursed_q3 = n.disbursed_q3,
                disbursed_q4 = n.disbursed_q4, committed = n.committed
            WHERE activity_id = n.activity_id;
        END IF;
        IF n.ends_project THEN
            UPDATE project_budgets SET
                planned_q1 = planned_q1 + sums[1], planned_q2 = planned_q2 + sums[2], planned_q3 = planned_q3 + sums[3],
                planned_q4 = planned_q4 + sums[4], transferred_in_q1 = transferred_in_q1 + sums[5],
                transferred_in_q2 = transferred_in_q2 + sums[6], transferred_in_q3 = transferred_in_q3 + sums[7],
                transferred_in_q4 = transferred_in_q4 + sums[8], transferred_out_q1 = transferred_out_q1 + sums[9],
                transferred_out_q2 = transferred_out_q2 + sums[10], transferred_out_q3 = transferred_out_q3 + sums[11],
                transferred_out_q4 = transferred_out_q4 + sums[12], disbursed_q1 = disbursed_q1 + sums[13],
                disbursed_q2 = disbursed_q2 + sums[14], disbursed_q3 = disbursed_q3 + sums[15],
                disbursed_q4 = disbursed_q4 + sums[16], committed = committed + sums[17]
            WHERE project_id = n.project_id RETURNING plan_id, draft, fiscal_year INTO total;
            IF NOT several THEN
                INSERT INTO project_months AS m
                    (project_id, plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount, committed)
                VALUES (n.project_id, total.plan_id, total.draft, total.fiscal_year, date_trunc('month', recorded_on::timestamp)::date, n.kind,
                    n.quarter, date_trunc('month', CASE n.kind WHEN 'REVERSAL' THEN named.paid_on ELSE n.paid_on END::timestamp)::date,
                    CASE n.kind WHEN 'REVERSAL' THEN named.funding_source ELSE n.funding_source END, 1, n.amount, committing)
                ON CONFLICT ON CONSTRAINT uq_project_months DO UPDATE SET
                    entries = m.entries + 1, amount = m.amount + EXCLUDED.amount, committed = m.committed + EXCLUDED.committed;
            END IF;
        END IF;
    END LOOP;

    IF several THEN
        INSERT INTO project_months AS m
            (project_id, plan_id, draft, fiscal_year, month, kind, quarter, paid_month, funding_source, entries, amount, committed)
        SELECT t.project_id, t.plan_id, t.draft, t.fiscal_year, s.month, s.kind, s.quarter, s.paid_month, s.funding_source, s.entries,
            s.amount, s.committed
        FROM (
            SELECT e.project_id, date_trunc('month', e.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date AS month, e.kind,
                e.quarter, date_trunc('month', coalesce(e.paid_on, reversed.paid_on)::timestamp)::date AS paid_month,
                CASE e.kind WHEN 'REVERSAL' THEN reversed.funding_source ELSE e.funding_source END AS funding_source,
                count(*) AS entries, sum(e.amount) AS amount,
                sum(CASE WHEN e.commitment_id IS NULL THEN 0 WHEN e.kind IN ('COMMITMENT', 'REVERSAL') THEN e.amount
                    ELSE -e.amount END) AS committed
            FROM posted e LEFT JOIN ledger_entries reversed ON reversed.id = e.reverses_id
            GROUP BY 1, 2, 3, 4, 5, 6
        ) s
        JOIN project_budgets t USING (project_id)
        ORDER BY t.plan_id, t.project_id, s.month, s.kind, s.quarter, s.paid_month, s.funding_source
        ON CONFLICT ON CONSTRAINT uq_project_months DO UPDATE SET
            entries = m.entries + EXCLUDED.entries, amount = m.amount + EXCLUDED.amount, committed = m.committed + EXCLUDED.committed;
    END IF;

    -- What was left of each commitment after each of its entries; nothing is drawn on one that is released or has expired.
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

-- At the end of a transaction: a project that has paid is in progress, and its plan gets what its total has changed by. A project that
-- is a draft no more, or is one again, takes all that it has along. Whoever holds a plan's rows waits for no other but plans behind it.
DROP FUNCTION refuse_unstarted_project CASCADE;
CREATE OR REPLACE FUNCTION settle_plan_budget() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM projects WHERE id = NEW.project_id AND status = 'APPROVED') THEN
        IF EXISTS (SELECT FROM ledger_entries WHERE project_id = NEW.project_id AND kind = 'DISBURSEMENT') THEN
            RAISE EXCEPTION 'project % has paid and is not in progress', NEW.project_id USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF OLD.draft = NEW.draft THEN
        UPDATE plan_budgets SET
            planned_q1 = planned_q1 + NEW.planned_q1 - OLD.planned_q1, planned_q2 = planned_q2 + NEW.planned_q2 - OLD.planned_q2,
            planned_q3 = planned_q3 + NEW.planned_q3 - OLD.planned_q3, planned_q4 = planned_q4 + NEW.planned_q4 - OLD.planned_q4,
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
        UPDATE plan_budgets SET
            planned_q1 = planned_q1 + CASE WHEN draft = NEW.draft THEN NEW.planned_q1 ELSE -OLD.planned_q1 END,
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

-- Every trigger of a transaction asks whether the topic is noted already; only the first one needs the owner's rights to note it.
CREATE FUNCTION note_topic(topic text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO data_changes VALUES (topic, random_stamp());
    PERFORM set_config('teacherdevplan.changed_' || topic, pg_current_xact_id()::text, true);
END $$;
CREATE OR REPLACE FUNCTION note_data_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF current_setting('teacherdevplan.changed_' || TG_ARGV[0], true) IS DISTINCT FROM pg_current_xact_id()::text THEN
        PERFORM public.note_topic(TG_ARGV[0]);
    END IF;
    RETURN NULL;
END $$;
