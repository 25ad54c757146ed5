namespace TeacherDevPlan.Benchmarks;

/// <summary>
/// A payment as one hand-written SQL function on the same tables, with their constraints and triggers: key, lock,
/// checks, balance, entry, status, stored outcome. It shows what one round trip can achieve.
/// </summary>
internal static class BaselineSql
{
    public const string Create = """
        CREATE OR REPLACE FUNCTION bench_pay(activity uuid, amount numeric, paid date, voucher text, idempotency_key text)
        RETURNS text LANGUAGE plpgsql AS $$
        DECLARE
            b activity_budgets;
            p projects;
            entry uuid := gen_random_uuid();
            q int := (extract(month FROM paid)::int + 2) / 3 % 4 + 1;
            moment timestamptz;
        BEGIN
            SELECT * INTO b FROM activity_budgets WHERE activity_id = activity FOR UPDATE;
            IF NOT FOUND THEN RETURN 'NOT_FOUND'; END IF;
            IF EXISTS (SELECT FROM idempotency_keys WHERE caller = 'bench' AND key = idempotency_key) THEN RETURN 'AGAIN'; END IF;
            SELECT * INTO p FROM projects WHERE id = b.project_id;
            IF p.status NOT IN ('APPROVED', 'IN_PROGRESS') THEN RETURN 'INVALID_STATE'; END IF;
            IF b.planned_q1 + b.planned_q2 + b.planned_q3 + b.planned_q4 + b.transferred_in_q1 + b.transferred_in_q2
                + b.transferred_in_q3 + b.transferred_in_q4 - b.transferred_out_q1 - b.transferred_out_q2 - b.transferred_out_q3
                - b.transferred_out_q4 - b.committed - b.disbursed_q1 - b.disbursed_q2 - b.disbursed_q3 - b.disbursed_q4 < amount THEN
                RETURN 'INSUFFICIENT_BUDGET';
            END IF;
            moment := greatest(clock_timestamp(), b.last_entry_at);
            INSERT INTO ledger_entries (id, activity_id, project_id, fiscal_year, sequence, kind, amount, quarter, paid_on, reference,
                recorded_at, recorded_by, planned_q1, planned_q2, planned_q3, planned_q4, transferred_in_q1, transferred_in_q2,
                transferred_in_q3, transferred_in_q4, transferred_out_q1, transferred_out_q2, transferred_out_q3, transferred_out_q4,
                disbursed_q1, disbursed_q2, disbursed_q3, disbursed_q4, committed)
            VALUES (entry, activity, b.project_id, b.fiscal_year, b.entries + 1, 'DISBURSEMENT', amount, 'Q' || q, paid, voucher,
                moment, 'bench', b.planned_q1, b.planned_q2, b.planned_q3, b.planned_q4, b.transferred_in_q1, b.transferred_in_q2,
                b.transferred_in_q3, b.transferred_in_q4, b.transferred_out_q1, b.transferred_out_q2, b.transferred_out_q3,
                b.transferred_out_q4, b.disbursed_q1 + amount * (q = 1)::int, b.disbursed_q2 + amount * (q = 2)::int,
                b.disbursed_q3 + amount * (q = 3)::int, b.disbursed_q4 + amount * (q = 4)::int, b.committed);
            IF p.status = 'APPROVED' THEN
                UPDATE projects SET status = 'IN_PROGRESS', version = version + 1 WHERE id = p.id AND status = 'APPROVED';
            END IF;
            INSERT INTO idempotency_keys (caller, key, operation, digest, outcome)
            VALUES ('bench', idempotency_key, 'bench_pay', sha256(convert_to(idempotency_key, 'UTF8')), jsonb_build_object('Ids', ARRAY[entry]));
            RETURN 'OK';
        END $$
        """;

    public const string Pay = "SELECT bench_pay($1, $2, $3, $4, $5)";
}
