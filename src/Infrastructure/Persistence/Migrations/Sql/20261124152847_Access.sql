ALTER TABLE strategic_plans ADD published boolean NOT NULL DEFAULT FALSE;

ALTER TABLE observations ADD withheld boolean NOT NULL DEFAULT FALSE;

ALTER TABLE ledger_entries ADD approved boolean NOT NULL DEFAULT FALSE;

ALTER TABLE development_plans ADD published boolean NOT NULL DEFAULT FALSE;

ALTER TABLE datasets ADD personal_data boolean NOT NULL DEFAULT FALSE;

ALTER TABLE datasets ADD withheld_cells integer NOT NULL DEFAULT 0;

CREATE TABLE access_tokens (
    id uuid NOT NULL,
    name text COLLATE "th-x-icu" NOT NULL,
    roles text[] NOT NULL,
    offices text[] NOT NULL,
    digest bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    created_by text COLLATE "th-x-icu" NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_by text COLLATE "th-x-icu",
    last_used_at timestamp with time zone,
    CONSTRAINT pk_access_tokens PRIMARY KEY (id)
);

CREATE UNIQUE INDEX ix_access_tokens_digest ON access_tokens (digest);

ALTER TABLE ledger_entries ADD CONSTRAINT ck_ledger_entries_approved CHECK (NOT approved OR kind IN ('TRANSFER_OUT', 'TRANSFER_IN'));

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
                AND (virement_allowed OR NEW.approved OR NEW.kind NOT IN ('TRANSFER_OUT', 'TRANSFER_IN'))) THEN
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
        IF (other.kind, other.activity_id, other.counterpart_id, other.amount, other.quarter, other.fiscal_year, other.recorded_at)
            IS DISTINCT FROM ('TRANSFER_OUT', NEW.counterpart_id, NEW.activity_id, NEW.amount, NEW.quarter, NEW.fiscal_year,
                NEW.recorded_at)
                        OR other.approved <> NEW.approved OR NEW.approved <> (other.project_id <> NEW.project_id) THEN
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

CREATE OR REPLACE VIEW budget_transfers AS
    SELECT e.id, e.activity_id AS from_id, e.counterpart_id AS to_id, e.amount, e.quarter, e.reason, e.recorded_at,
        e.recorded_by, e.approved
    FROM ledger_entries e WHERE e.kind = 'TRANSFER_OUT';

CREATE TABLE audit_records (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id uuid NOT NULL UNIQUE,
    recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    kind text NOT NULL CHECK (kind IN ('WRITE', 'REFUSAL', 'READ')),
    actor text NOT NULL,
    roles text[] NOT NULL,
    address text,
    request_id text,
    action text NOT NULL,
    subjects text[] NOT NULL,
    before jsonb,
    after jsonb,
    reason text
);
CREATE INDEX ix_audit_records_recorded_at ON audit_records (recorded_at, id);
CREATE INDEX ix_audit_records_actor ON audit_records (actor, recorded_at);
CREATE INDEX ix_audit_records_request_id ON audit_records (request_id);
CREATE TABLE audit_unchained (record_number bigint PRIMARY KEY);
CREATE TABLE audit_chain (
    position bigint PRIMARY KEY,
    record_number bigint NOT NULL UNIQUE,
    hash bytea NOT NULL
);
CREATE TABLE audit_head (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    position bigint NOT NULL,
    hash bytea NOT NULL,
    began_at timestamptz NOT NULL DEFAULT now()
);
INSERT INTO audit_head (position, hash) VALUES (0, sha256('teacherdevplan'::bytea));

CREATE TRIGGER records_stay BEFORE UPDATE OR DELETE ON audit_records
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_records_stay BEFORE TRUNCATE ON audit_records
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER chain_stays BEFORE UPDATE OR DELETE ON audit_chain
    FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER all_the_chain_stays BEFORE TRUNCATE ON audit_chain
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION await_chaining() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO audit_unchained VALUES (NEW.number);
    RETURN NULL;
END $$;
CREATE TRIGGER records_await_chaining AFTER INSERT ON audit_records
    FOR EACH ROW EXECUTE FUNCTION await_chaining();

CREATE FUNCTION chain_audit_records(most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    head audit_head;
    r audit_records;
    chained integer := 0;
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
        INSERT INTO audit_chain VALUES (head.position, r.number, head.hash);
        DELETE FROM audit_unchained WHERE record_number = r.number;
        chained := chained + 1;
    END LOOP;
    UPDATE audit_head SET position = head.position, hash = head.hash;
    RETURN chained;
END $$;
REVOKE EXECUTE ON FUNCTION chain_audit_records FROM PUBLIC;
GRANT EXECUTE ON FUNCTION chain_audit_records TO teacherdevplan_service;
GRANT SELECT ON audit_records, audit_chain, audit_head, audit_unchained TO teacherdevplan_service;
-- When it was recorded is for the database to say.
GRANT INSERT (id, kind, actor, roles, address, request_id, action, subjects, before, after, reason)
    ON audit_records TO teacherdevplan_service;

UPDATE development_plans d SET published = EXISTS (
    SELECT FROM projects p WHERE p.plan_id = d.id AND p.status NOT IN ('DRAFT', 'SUBMITTED'));
UPDATE strategic_plans s SET published = EXISTS (
    SELECT FROM development_plans d
    WHERE d.office_id = s.office_id AND d.published
        AND d.fiscal_year BETWEEN s.first_fiscal_year AND s.last_fiscal_year);
CREATE INDEX ix_projects_drafts ON projects (id) WHERE status IN ('DRAFT', 'SUBMITTED');

CREATE TABLE removed_drafts (project_id uuid PRIMARY KEY, office_code text NOT NULL);
GRANT SELECT ON removed_drafts TO teacherdevplan_service;
CREATE FUNCTION remember_draft() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    INSERT INTO removed_drafts
    SELECT OLD.id, o.code FROM development_plans d JOIN offices o ON o.id = d.office_id WHERE d.id = OLD.plan_id;
    RETURN OLD;
END $$;
CREATE TRIGGER drafts_stay_drafts BEFORE DELETE ON projects
    FOR EACH ROW WHEN (OLD.status IN ('DRAFT', 'SUBMITTED')) EXECUTE FUNCTION remember_draft();

GRANT SELECT, INSERT, UPDATE (revoked_at, revoked_by, last_used_at) ON access_tokens TO teacherdevplan_service;
CREATE TRIGGER revoked_tokens_stay_revoked BEFORE UPDATE ON access_tokens
    FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL
        AND (NEW.revoked_at, NEW.revoked_by) IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_by))
    EXECUTE FUNCTION refuse_change();
