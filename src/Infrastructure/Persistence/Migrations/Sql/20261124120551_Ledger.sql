CREATE TABLE activity_budgets (
    activity_id uuid NOT NULL,
    parent_id uuid,
    project_id uuid NOT NULL,
    plan_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    entries integer NOT NULL,
    moved boolean NOT NULL,
    last_entry_at timestamp with time zone,
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
    CONSTRAINT pk_activity_budgets PRIMARY KEY (activity_id)
);

CREATE TABLE ledger_entries (
    id uuid NOT NULL,
    activity_id uuid NOT NULL,
    project_id uuid NOT NULL,
    fiscal_year integer NOT NULL,
    sequence integer NOT NULL,
    kind text NOT NULL,
    amount numeric(14,2) NOT NULL,
    quarter text,
    paid_on date,
    funding_source text,
    expires_on date,
    commitment_id uuid,
    reverses_id uuid,
    transfer_id uuid,
    counterpart_id uuid,
    reference text COLLATE "th-x-icu",
    reason text COLLATE "th-x-icu",
    recorded_at timestamp with time zone NOT NULL,
    recorded_by text COLLATE "th-x-icu" NOT NULL,
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
    CONSTRAINT pk_ledger_entries PRIMARY KEY (id),
    CONSTRAINT fk_ledger_entries_activity_budgets_activity_id FOREIGN KEY (activity_id) REFERENCES activity_budgets (activity_id) ON DELETE RESTRICT,
    CONSTRAINT fk_ledger_entries_activity_budgets_counterpart_id FOREIGN KEY (counterpart_id) REFERENCES activity_budgets (activity_id) ON DELETE RESTRICT,
    CONSTRAINT fk_ledger_entries_ledger_entries_commitment_id FOREIGN KEY (commitment_id) REFERENCES ledger_entries (id) ON DELETE RESTRICT,
    CONSTRAINT fk_ledger_entries_ledger_entries_reverses_id FOREIGN KEY (reverses_id) REFERENCES ledger_entries (id) ON DELETE RESTRICT,
    CONSTRAINT fk_ledger_entries_ledger_entries_transfer_id FOREIGN KEY (transfer_id) REFERENCES ledger_entries (id) ON DELETE RESTRICT
);

CREATE INDEX ix_activity_budgets_plan_id ON activity_budgets (plan_id);

CREATE INDEX ix_activity_budgets_project_id ON activity_budgets (project_id);

CREATE INDEX ix_ledger_entries_activity_id_recorded_at_sequence ON ledger_entries (activity_id, recorded_at, sequence);

CREATE UNIQUE INDEX ix_ledger_entries_activity_id_sequence ON ledger_entries (activity_id, sequence);

CREATE INDEX ix_ledger_entries_commitment_id ON ledger_entries (commitment_id) WHERE commitment_id IS NOT NULL;

CREATE INDEX ix_ledger_entries_counterpart_id ON ledger_entries (counterpart_id) WHERE counterpart_id IS NOT NULL;

CREATE INDEX ix_ledger_entries_expires_on ON ledger_entries (expires_on) WHERE expires_on IS NOT NULL;

CREATE INDEX ix_ledger_entries_project_id_recorded_at_sequence ON ledger_entries (project_id, recorded_at, sequence);

CREATE UNIQUE INDEX ix_ledger_entries_reverses_id ON ledger_entries (reverses_id) WHERE reverses_id IS NOT NULL;

CREATE UNIQUE INDEX ix_ledger_entries_transfer_id_kind ON ledger_entries (transfer_id, kind) WHERE transfer_id IS NOT NULL;

ALTER TABLE activity_budgets
    ADD CONSTRAINT ck_activity_budgets_not_negative CHECK (planned_q1 >= 0 AND planned_q2 >= 0 AND planned_q3 >= 0 AND planned_q4 >= 0 AND transferred_in_q1 >= 0 AND transferred_in_q2 >= 0 AND transferred_in_q3 >= 0 AND transferred_in_q4 >= 0 AND transferred_out_q1 >= 0 AND transferred_out_q2 >= 0 AND transferred_out_q3 >= 0 AND transferred_out_q4 >= 0 AND disbursed_q1 >= 0 AND disbursed_q2 >= 0 AND disbursed_q3 >= 0 AND disbursed_q4 >= 0 AND committed >= 0),
    ADD CONSTRAINT ck_activity_budgets_available CHECK (0 + planned_q1 + transferred_in_q1 - transferred_out_q1 - disbursed_q1 + planned_q2 + transferred_in_q2 - transferred_out_q2 - disbursed_q2 + planned_q3 + transferred_in_q3 - transferred_out_q3 - disbursed_q3 + planned_q4 + transferred_in_q4 - transferred_out_q4 - disbursed_q4 - committed >= 0);
ALTER TABLE ledger_entries
    ADD CONSTRAINT ck_ledger_entries_kind CHECK (kind IN ('PLANNED', 'TRANSFER_OUT', 'TRANSFER_IN', 'COMMITMENT',
        'COMMITMENT_RELEASED', 'DISBURSEMENT', 'REVERSAL')),
    ADD CONSTRAINT ck_ledger_entries_amount CHECK (amount > 0 OR kind = 'PLANNED' AND amount < 0),
    ADD CONSTRAINT ck_ledger_entries_quarter
        CHECK ((quarter IS NULL) = (kind IN ('COMMITMENT', 'COMMITMENT_RELEASED'))
            AND quarter IN ('Q1', 'Q2', 'Q3', 'Q4')),
    ADD CONSTRAINT ck_ledger_entries_payment CHECK ((paid_on IS NOT NULL) = (kind = 'DISBURSEMENT')),
    ADD CONSTRAINT ck_ledger_entries_reversal CHECK ((reverses_id IS NOT NULL) = (kind = 'REVERSAL')),
    ADD CONSTRAINT ck_ledger_entries_two_ends CHECK (counterpart_id <> activity_id),
    ADD CONSTRAINT ck_ledger_entries_transfer CHECK (
        (transfer_id IS NOT NULL AND counterpart_id IS NOT NULL AND reason IS NOT NULL)
            = (kind IN ('TRANSFER_OUT', 'TRANSFER_IN'))
        AND (transfer_id = id) IS NOT DISTINCT FROM (CASE kind WHEN 'TRANSFER_OUT' THEN true WHEN 'TRANSFER_IN' THEN false END)),
    ADD CONSTRAINT ck_ledger_entries_commitment CHECK (
        CASE kind
            WHEN 'COMMITMENT' THEN commitment_id = id
            WHEN 'COMMITMENT_RELEASED' THEN commitment_id IS NOT NULL
            WHEN 'DISBURSEMENT' THEN true
            WHEN 'REVERSAL' THEN true
            ELSE commitment_id IS NULL
        END
        AND (expires_on IS NULL OR kind = 'COMMITMENT')),
    ADD CONSTRAINT ck_ledger_entries_reference
        CHECK (reference IS NOT NULL OR kind NOT IN ('COMMITMENT', 'DISBURSEMENT'));

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on %: what is recorded there is never changed or removed; correct it by a new record',
        TG_OP, TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER entries_stay BEFORE UPDATE OR DELETE ON ledger_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_entries_stay BEFORE TRUNCATE ON ledger_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_budgets_stay BEFORE TRUNCATE ON activity_budgets
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE FUNCTION post_ledger_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    b activity_budgets;
    other ledger_entries;
    remaining numeric;
    year_starts date;
    recorded_on date := (NEW.recorded_at AT TIME ZONE 'UTC' + interval '7 hours')::date; -- in Thailand
    on_commitment numeric := (NEW.commitment_id IS NOT NULL)::int;
BEGIN
    SELECT * INTO b FROM activity_budgets WHERE activity_id = NEW.activity_id FOR UPDATE;
    -- The clocks of the service and of the database may differ a little.
    IF NEW.sequence <> b.entries + 1 OR NEW.recorded_at < b.last_entry_at
        OR NEW.recorded_at > clock_timestamp() + interval '5 minutes'
        OR (NEW.project_id, NEW.fiscal_year) <> (b.project_id, b.fiscal_year) THEN
        RAISE EXCEPTION 'entry % does not follow the last one of activity %', NEW.id, NEW.activity_id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    IF (NEW.planned_q1, NEW.planned_q2, NEW.planned_q3, NEW.planned_q4, NEW.transferred_in_q1, NEW.transferred_in_q2, NEW.transferred_in_q3, NEW.transferred_in_q4, NEW.transferred_out_q1, NEW.transferred_out_q2, NEW.transferred_out_q3, NEW.transferred_out_q4, NEW.disbursed_q1, NEW.disbursed_q2, NEW.disbursed_q3, NEW.disbursed_q4, NEW.committed) IS DISTINCT FROM (b.planned_q1 + NEW.amount * (NEW.kind = 'PLANNED')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q1')::int, b.planned_q2 + NEW.amount * (NEW.kind = 'PLANNED')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q2')::int, b.planned_q3 + NEW.amount * (NEW.kind = 'PLANNED')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q3')::int, b.planned_q4 + NEW.amount * (NEW.kind = 'PLANNED')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q4')::int, b.transferred_in_q1 + NEW.amount * (NEW.kind = 'TRANSFER_IN')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q1')::int, b.transferred_in_q2 + NEW.amount * (NEW.kind = 'TRANSFER_IN')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q2')::int, b.transferred_in_q3 + NEW.amount * (NEW.kind = 'TRANSFER_IN')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q3')::int, b.transferred_in_q4 + NEW.amount * (NEW.kind = 'TRANSFER_IN')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q4')::int, b.transferred_out_q1 + NEW.amount * (NEW.kind = 'TRANSFER_OUT')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q1')::int, b.transferred_out_q2 + NEW.amount * (NEW.kind = 'TRANSFER_OUT')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q2')::int, b.transferred_out_q3 + NEW.amount * (NEW.kind = 'TRANSFER_OUT')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q3')::int, b.transferred_out_q4 + NEW.amount * (NEW.kind = 'TRANSFER_OUT')::int * (NEW.quarter IS NOT DISTINCT FROM 'Q4')::int, b.disbursed_q1 + NEW.amount * CASE NEW.kind WHEN 'DISBURSEMENT' THEN 1 WHEN 'REVERSAL' THEN -1 ELSE 0 END * (NEW.quarter IS NOT DISTINCT FROM 'Q1')::int, b.disbursed_q2 + NEW.amount * CASE NEW.kind WHEN 'DISBURSEMENT' THEN 1 WHEN 'REVERSAL' THEN -1 ELSE 0 END * (NEW.quarter IS NOT DISTINCT FROM 'Q2')::int, b.disbursed_q3 + NEW.amount * CASE NEW.kind WHEN 'DISBURSEMENT' THEN 1 WHEN 'REVERSAL' THEN -1 ELSE 0 END * (NEW.quarter IS NOT DISTINCT FROM 'Q3')::int, b.disbursed_q4 + NEW.amount * CASE NEW.kind WHEN 'DISBURSEMENT' THEN 1 WHEN 'REVERSAL' THEN -1 ELSE 0 END * (NEW.quarter IS NOT DISTINCT FROM 'Q4')::int,
        b.committed + NEW.amount * CASE NEW.kind
            WHEN 'COMMITMENT' THEN 1 WHEN 'COMMITMENT_RELEASED' THEN -1
            WHEN 'DISBURSEMENT' THEN -on_commitment WHEN 'REVERSAL' THEN on_commitment ELSE 0 END) THEN
        RAISE EXCEPTION 'entry % does not lead to the balance that it tells', NEW.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;

    IF NEW.kind NOT IN ('PLANNED', 'COMMITMENT_RELEASED')
        AND NOT EXISTS (
            SELECT FROM projects
            WHERE id = NEW.project_id AND status IN ('APPROVED', 'IN_PROGRESS')
                AND (virement_allowed OR NEW.kind NOT IN ('TRANSFER_OUT', 'TRANSFER_IN'))) THEN
        RAISE EXCEPTION 'project % takes no % entries', NEW.project_id, NEW.kind
            USING ERRCODE = 'check_violation', CONSTRAINT = 'ck_ledger_entries_project_status';
    END IF;
    IF NEW.kind = 'DISBURSEMENT' THEN
        year_starts := make_date(b.fiscal_year - 544, 10, 1);
        IF NEW.paid_on > recorded_on OR NEW.paid_on < year_starts OR NEW.paid_on >= year_starts + interval '1 year'
            OR NEW.quarter <> 'Q' || to_char(NEW.paid_on + interval '3 months', 'Q') THEN
            RAISE EXCEPTION 'payment % is of the future, or not of quarter % of fiscal year %', NEW.id, NEW.quarter, b.fiscal_year
                USING ERRCODE = 'check_violation';
        END IF;
    ELSIF NEW.kind = 'REVERSAL' THEN
        SELECT * INTO other FROM ledger_entries WHERE id = NEW.reverses_id;
        IF (other.kind, other.activity_id, other.amount, other.quarter)
            IS DISTINCT FROM ('DISBURSEMENT', NEW.activity_id, NEW.amount, NEW.quarter)
            OR NEW.commitment_id IS NOT NULL AND NEW.commitment_id IS DISTINCT FROM other.commitment_id THEN
            RAISE EXCEPTION 'reversal % is not of the payment that it names', NEW.id USING ERRCODE = 'check_violation';
        END IF;
    ELSIF NEW.kind = 'TRANSFER_IN' THEN
        SELECT * INTO other FROM ledger_entries WHERE id = NEW.transfer_id;
        IF (other.kind, other.activity_id, other.counterpart_id, other.amount, other.quarter, other.project_id, other.recorded_at)
            IS DISTINCT FROM ('TRANSFER_OUT', NEW.counterpart_id, NEW.activity_id, NEW.amount, NEW.quarter, NEW.project_id,
                NEW.recorded_at) THEN
            RAISE EXCEPTION 'entry % is not the other end of transfer %', NEW.id, NEW.transfer_id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;
    IF NEW.commitment_id IS NOT NULL AND NEW.kind <> 'COMMITMENT' THEN
        SELECT sum(CASE e.kind WHEN 'COMMITMENT' THEN e.amount WHEN 'REVERSAL' THEN e.amount ELSE -e.amount END)
        INTO remaining
        FROM ledger_entries e
        WHERE e.commitment_id = NEW.commitment_id AND e.activity_id = NEW.activity_id
        HAVING NOT bool_or(e.kind = 'COMMITMENT_RELEASED' AND e.id <> NEW.id
            OR coalesce(e.expires_on < recorded_on, false) AND NEW.kind <> 'COMMITMENT_RELEASED');
        IF remaining IS NULL OR remaining < 0 OR NEW.kind = 'COMMITMENT_RELEASED' AND remaining <> 0 THEN
            RAISE EXCEPTION 'entry % does not fit what is left of commitment %', NEW.id, NEW.commitment_id
                USING ERRCODE = 'check_violation';
        END IF;
    END IF;

    UPDATE activity_budgets SET entries = NEW.sequence, last_entry_at = NEW.recorded_at,
        moved = moved OR NEW.kind <> 'PLANNED', (planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed) = (NEW.planned_q1, NEW.planned_q2, NEW.planned_q3, NEW.planned_q4, NEW.transferred_in_q1, NEW.transferred_in_q2, NEW.transferred_in_q3, NEW.transferred_in_q4, NEW.transferred_out_q1, NEW.transferred_out_q2, NEW.transferred_out_q3, NEW.transferred_out_q4, NEW.disbursed_q1, NEW.disbursed_q2, NEW.disbursed_q3, NEW.disbursed_q4, NEW.committed)
    WHERE activity_id = NEW.activity_id;
    RETURN NULL;
END $$;

CREATE TRIGGER entries_move_budgets AFTER INSERT ON ledger_entries
    FOR EACH ROW EXECUTE FUNCTION post_ledger_entry();

CREATE FUNCTION refuse_half_transfer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM ledger_entries WHERE transfer_id = NEW.id AND kind = 'TRANSFER_IN') THEN
        RAISE EXCEPTION 'transfer % has only one end', NEW.id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER transfers_have_two_ends AFTER INSERT ON ledger_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'TRANSFER_OUT')
    EXECUTE FUNCTION refuse_half_transfer();

CREATE FUNCTION refuse_unstarted_project() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM projects WHERE id = NEW.project_id AND status = 'APPROVED') THEN
        RAISE EXCEPTION 'project % has paid and is not in progress', NEW.project_id USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER payments_start_projects AFTER INSERT ON ledger_entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.kind = 'DISBURSEMENT')
    EXECUTE FUNCTION refuse_unstarted_project();

CREATE FUNCTION hold_budget_to_entries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.entries = 0 AND NOT NEW.moved AND NEW.last_entry_at IS NULL
            AND (NEW.planned_q1 + NEW.planned_q2 + NEW.planned_q3 + NEW.planned_q4 + NEW.transferred_in_q1 + NEW.transferred_in_q2 + NEW.transferred_in_q3 + NEW.transferred_in_q4 + NEW.transferred_out_q1 + NEW.transferred_out_q2 + NEW.transferred_out_q3 + NEW.transferred_out_q4 + NEW.disbursed_q1 + NEW.disbursed_q2 + NEW.disbursed_q3 + NEW.disbursed_q4 + NEW.committed) = 0 THEN
            RETURN NEW;
        END IF;
    ELSIF TG_OP = 'UPDATE' THEN
        IF (NEW.activity_id, NEW.parent_id, NEW.project_id, NEW.plan_id, NEW.fiscal_year)
            IS NOT DISTINCT FROM (OLD.activity_id, OLD.parent_id, OLD.project_id, OLD.plan_id, OLD.fiscal_year)
            AND NEW.entries = OLD.entries + 1
            AND EXISTS (
                SELECT FROM ledger_entries e
                WHERE e.activity_id = NEW.activity_id AND e.sequence = NEW.entries
                    AND NEW.last_entry_at = e.recorded_at AND NEW.moved = (OLD.moved OR e.kind <> 'PLANNED')
                    AND (NEW.planned_q1, NEW.planned_q2, NEW.planned_q3, NEW.planned_q4, NEW.transferred_in_q1, NEW.transferred_in_q2, NEW.transferred_in_q3, NEW.transferred_in_q4, NEW.transferred_out_q1, NEW.transferred_out_q2, NEW.transferred_out_q3, NEW.transferred_out_q4, NEW.disbursed_q1, NEW.disbursed_q2, NEW.disbursed_q3, NEW.disbursed_q4, NEW.committed) = (e.planned_q1, e.planned_q2, e.planned_q3, e.planned_q4, e.transferred_in_q1, e.transferred_in_q2, e.transferred_in_q3, e.transferred_in_q4, e.transferred_out_q1, e.transferred_out_q2, e.transferred_out_q3, e.transferred_out_q4, e.disbursed_q1, e.disbursed_q2, e.disbursed_q3, e.disbursed_q4, e.committed)) THEN
            RETURN NEW;
        END IF;
    ELSIF OLD.entries = 0 THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% on activity_budgets: a budget is what its ledger entries make it; record an entry', TG_OP
        USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER budgets_follow_entries BEFORE INSERT OR UPDATE OR DELETE ON activity_budgets
    FOR EACH ROW EXECUTE FUNCTION hold_budget_to_entries();

CREATE FUNCTION keep_activity_with_money() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    IF EXISTS (
        SELECT FROM activity_budgets
        WHERE activity_id = OLD.id AND (moved OR planned_q1 + planned_q2 + planned_q3 + planned_q4 <> 0)) THEN
        RAISE EXCEPTION 'activity % has money planned, reserved or paid; it cannot be removed', OLD.id
            USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN OLD;
END $$;
CREATE TRIGGER activities_stay_with_their_money BEFORE DELETE ON activities
    FOR EACH ROW EXECUTE FUNCTION keep_activity_with_money();
CREATE TRIGGER activities_stay_in_their_place BEFORE UPDATE ON activities
    FOR EACH ROW WHEN ((NEW.id, NEW.project_id, NEW.parent_id, NEW.fiscal_year)
        IS DISTINCT FROM (OLD.id, OLD.project_id, OLD.parent_id, OLD.fiscal_year)) EXECUTE FUNCTION refuse_change();
CREATE TRIGGER projects_stay_in_their_plan BEFORE UPDATE ON projects
    FOR EACH ROW WHEN ((NEW.id, NEW.plan_id, NEW.fiscal_year) <> (OLD.id, OLD.plan_id, OLD.fiscal_year))
    EXECUTE FUNCTION refuse_change();

CREATE TABLE idempotency_keys (
    caller text COLLATE "C" NOT NULL,
    key text COLLATE "C" NOT NULL,
    operation text NOT NULL,
    digest bytea NOT NULL,
    outcome jsonb NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT pk_idempotency_keys PRIMARY KEY (caller, key)
);
CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys USING brin (created_at);
CREATE TRIGGER keys_stay BEFORE UPDATE ON idempotency_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER young_keys_stay BEFORE DELETE ON idempotency_keys
    FOR EACH ROW WHEN (OLD.created_at > now() - interval '30 days') EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_keys_stay BEFORE TRUNCATE ON idempotency_keys
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW disbursements AS
    SELECT e.id, e.activity_id, e.amount, e.paid_on, e.quarter, e.reference, e.reason AS note, e.funding_source,
        e.commitment_id, EXISTS (SELECT FROM ledger_entries r WHERE r.reverses_id = e.id) AS reversed,
        e.recorded_at, e.recorded_by
    FROM ledger_entries e WHERE e.kind = 'DISBURSEMENT';
CREATE VIEW commitments AS
    SELECT e.id, e.activity_id, e.amount, used.remaining, e.reference, e.expires_on, used.released, e.recorded_at,
        e.recorded_by
    FROM ledger_entries e
    CROSS JOIN LATERAL (
        SELECT sum(CASE u.kind WHEN 'COMMITMENT' THEN u.amount WHEN 'REVERSAL' THEN u.amount ELSE -u.amount END)
                AS remaining,
            bool_or(u.kind = 'COMMITMENT_RELEASED') AS released
        FROM ledger_entries u WHERE u.commitment_id = e.id
    ) used
    WHERE e.kind = 'COMMITMENT';

CREATE VIEW budget_transfers AS
    SELECT e.id, e.activity_id AS from_id, e.counterpart_id AS to_id, e.amount, e.quarter, e.reason, e.recorded_at,
        e.recorded_by
    FROM ledger_entries e WHERE e.kind = 'TRANSFER_OUT';

CREATE FUNCTION budgets_as_of(moment timestamptz)
RETURNS TABLE (activity_id uuid, parent_id uuid, project_id uuid, plan_id uuid, fiscal_year integer, entries integer, moved boolean,
    last_entry_at timestamptz, planned_q1 numeric(18,2), planned_q2 numeric(18,2), planned_q3 numeric(18,2), planned_q4 numeric(18,2), transferred_in_q1 numeric(18,2), transferred_in_q2 numeric(18,2), transferred_in_q3 numeric(18,2), transferred_in_q4 numeric(18,2), transferred_out_q1 numeric(18,2), transferred_out_q2 numeric(18,2), transferred_out_q3 numeric(18,2), transferred_out_q4 numeric(18,2), disbursed_q1 numeric(18,2), disbursed_q2 numeric(18,2), disbursed_q3 numeric(18,2), disbursed_q4 numeric(18,2), committed numeric(18,2))
LANGUAGE sql STABLE AS $$
    SELECT b.activity_id, b.parent_id, b.project_id, b.plan_id, b.fiscal_year, coalesce(e.sequence, 0), b.moved, e.recorded_at,
        coalesce(e.planned_q1, 0.00), coalesce(e.planned_q2, 0.00), coalesce(e.planned_q3, 0.00), coalesce(e.planned_q4, 0.00), coalesce(e.transferred_in_q1, 0.00), coalesce(e.transferred_in_q2, 0.00), coalesce(e.transferred_in_q3, 0.00), coalesce(e.transferred_in_q4, 0.00), coalesce(e.transferred_out_q1, 0.00), coalesce(e.transferred_out_q2, 0.00), coalesce(e.transferred_out_q3, 0.00), coalesce(e.transferred_out_q4, 0.00), coalesce(e.disbursed_q1, 0.00), coalesce(e.disbursed_q2, 0.00), coalesce(e.disbursed_q3, 0.00), coalesce(e.disbursed_q4, 0.00), coalesce(e.committed, 0.00)
    FROM activity_budgets b
    LEFT JOIN LATERAL (
        SELECT * FROM ledger_entries l
        WHERE l.activity_id = b.activity_id AND l.recorded_at <= moment
        ORDER BY l.recorded_at DESC, l.sequence DESC LIMIT 1
    ) e ON true
$$;

INSERT INTO activity_budgets (activity_id, parent_id, project_id, plan_id, fiscal_year, entries, moved, planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed)
SELECT a.id, a.parent_id, a.project_id, p.plan_id, a.fiscal_year, 0, false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
FROM activities a JOIN projects p ON p.id = a.project_id;

INSERT INTO ledger_entries
    (id, activity_id, project_id, fiscal_year, sequence, kind, amount, quarter, reason, recorded_at, recorded_by,
    planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed)
SELECT gen_random_uuid(), b.activity_id, b.project_id, b.fiscal_year, b.entries + 1, 'PLANNED', a.planned_q1,
    'Q1', 'planned before the ledger began', now(), 'system', a.planned_q1, b.planned_q2, b.planned_q3, b.planned_q4, b.transferred_in_q1, b.transferred_in_q2, b.transferred_in_q3, b.transferred_in_q4, b.transferred_out_q1, b.transferred_out_q2, b.transferred_out_q3, b.transferred_out_q4, b.disbursed_q1, b.disbursed_q2, b.disbursed_q3, b.disbursed_q4, b.committed
FROM activity_budgets b JOIN activities a ON a.id = b.activity_id
WHERE a.planned_q1 <> 0;

INSERT INTO ledger_entries
    (id, activity_id, project_id, fiscal_year, sequence, kind, amount, quarter, reason, recorded_at, recorded_by,
    planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed)
SELECT gen_random_uuid(), b.activity_id, b.project_id, b.fiscal_year, b.entries + 1, 'PLANNED', a.planned_q2,
    'Q2', 'planned before the ledger began', now(), 'system', b.planned_q1, a.planned_q2, b.planned_q3, b.planned_q4, b.transferred_in_q1, b.transferred_in_q2, b.transferred_in_q3, b.transferred_in_q4, b.transferred_out_q1, b.transferred_out_q2, b.transferred_out_q3, b.transferred_out_q4, b.disbursed_q1, b.disbursed_q2, b.disbursed_q3, b.disbursed_q4, b.committed
FROM activity_budgets b JOIN activities a ON a.id = b.activity_id
WHERE a.planned_q2 <> 0;

INSERT INTO ledger_entries
    (id, activity_id, project_id, fiscal_year, sequence, kind, amount, quarter, reason, recorded_at, recorded_by,
    planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed)
SELECT gen_random_uuid(), b.activity_id, b.project_id, b.fiscal_year, b.entries + 1, 'PLANNED', a.planned_q3,
    'Q3', 'planned before the ledger began', now(), 'system', b.planned_q1, b.planned_q2, a.planned_q3, b.planned_q4, b.transferred_in_q1, b.transferred_in_q2, b.transferred_in_q3, b.transferred_in_q4, b.transferred_out_q1, b.transferred_out_q2, b.transferred_out_q3, b.transferred_out_q4, b.disbursed_q1, b.disbursed_q2, b.disbursed_q3, b.disbursed_q4, b.committed
FROM activity_budgets b JOIN activities a ON a.id = b.activity_id
WHERE a.planned_q3 <> 0;

INSERT INTO ledger_entries
    (id, activity_id, project_id, fiscal_year, sequence, kind, amount, quarter, reason, recorded_at, recorded_by,
    planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2, transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4, disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed)
SELECT gen_random_uuid(), b.activity_id, b.project_id, b.fiscal_year, b.entries + 1, 'PLANNED', a.planned_q4,
    'Q4', 'planned before the ledger began', now(), 'system', b.planned_q1, b.planned_q2, b.planned_q3, a.planned_q4, b.transferred_in_q1, b.transferred_in_q2, b.transferred_in_q3, b.transferred_in_q4, b.transferred_out_q1, b.transferred_out_q2, b.transferred_out_q3, b.transferred_out_q4, b.disbursed_q1, b.disbursed_q2, b.disbursed_q3, b.disbursed_q4, b.committed
FROM activity_budgets b JOIN activities a ON a.id = b.activity_id
WHERE a.planned_q4 <> 0;

ALTER TABLE activities DROP CONSTRAINT ck_activities_planned;

ALTER TABLE activities DROP COLUMN planned_q1;

ALTER TABLE activities DROP COLUMN planned_q2;

ALTER TABLE activities DROP COLUMN planned_q3;

ALTER TABLE activities DROP COLUMN planned_q4;

ALTER TABLE activities ADD CONSTRAINT fk_activities_activity_budgets_id FOREIGN KEY (id) REFERENCES activity_budgets (activity_id) ON DELETE RESTRICT;

DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'teacherdevplan_service') THEN
        CREATE ROLE teacherdevplan_service NOLOGIN;
    END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;

DO $do$ BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
END $do$;
GRANT USAGE ON SCHEMA public TO teacherdevplan_service;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO teacherdevplan_service;
REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory", instance_secrets, disbursements, commitments,
    budget_transfers, activity_budgets, ledger_entries, idempotency_keys FROM teacherdevplan_service;
GRANT INSERT ON activity_budgets, ledger_entries, idempotency_keys TO teacherdevplan_service;
GRANT DELETE ON idempotency_keys TO teacherdevplan_service;
-- Locking a row needs the right to change a column of it; the row's trigger refuses every change by hand.
GRANT UPDATE (activity_id) ON activity_budgets TO teacherdevplan_service;
