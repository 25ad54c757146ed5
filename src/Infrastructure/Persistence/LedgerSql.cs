using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// What the database itself holds to, whoever writes: an entry follows the one before it and leads to the balance that it
/// says; a budget is what its last entry says; nothing is overspent; nothing that was recorded is changed or removed.
/// </summary>
internal static class LedgerSql
{
    /// <summary>The project was closed after the entry was decided on.</summary>
    public const string StatusConstraint = "ck_ledger_entries_project_status";

    private static readonly string[] Quarters = ["q1", "q2", "q3", "q4"];
    private static readonly string[] Figures = ["planned", "transferred_in", "transferred_out", "disbursed"];

    /// <summary>The columns of a balance.</summary>
    public static readonly string[] Columns =
    [
        .. Figures.SelectMany(figure => Quarters.Select(quarter => $"{figure}_{quarter}")),
        "committed",
    ];

    private static readonly string ColumnList = string.Join(", ", Columns);

    /// <summary>
    /// Reads budgets_as_of($1) for EF Core, which looks for the columns of complex properties under their default names in SQL
    /// that is written by hand, whatever they are mapped to.
    /// </summary>
    public static readonly string SelectAsOf =
        "SELECT activity_id, parent_id, project_id, plan_id, fiscal_year, entries, moved, last_entry_at, "
        + string.Join(", ", Columns.Select(column => $"{column} AS \"Balance_{DefaultName(column)}\""))
        + " FROM budgets_as_of({0})";

    public static void Create(MigrationBuilder migration)
    {
        Constraints(migration);
        EntriesStay(migration);
        EntriesMoveBudgets(migration);
        BudgetsFollowEntries(migration);
        ActivitiesStayWithTheirMoney(migration);
        KeysStay(migration);
        Views(migration);
        migration.Sql(TransfersView);
        Moments(migration);
    }

    /// <summary>Plans of before the ledger: what was planned becomes its first entries.</summary>
    public static void TakeOverPlans(MigrationBuilder migration)
    {
        migration.Sql(
            $"""
            INSERT INTO activity_budgets (activity_id, parent_id, project_id, plan_id, fiscal_year, entries, moved, {ColumnList})
            SELECT a.id, a.parent_id, a.project_id, p.plan_id, a.fiscal_year, 0, false, {string.Join(
                ", ",
                Columns.Select(_ => "0")
            )}
            FROM activities a JOIN projects p ON p.id = a.project_id
            """
        );
        foreach (var (quarter, index) in Quarters.Select((quarter, index) => (quarter, index)))
        {
            var after = Columns.Select(column =>
                column == $"planned_{quarter}" ? $"a.planned_{quarter}" : $"b.{column}"
            );
            migration.Sql(
                $"""
                INSERT INTO ledger_entries
                    (id, activity_id, project_id, fiscal_year, sequence, kind, amount, quarter, reason, recorded_at, recorded_by,
                    {ColumnList})
                SELECT gen_random_uuid(), b.activity_id, b.project_id, b.fiscal_year, b.entries + 1, 'PLANNED', a.planned_{quarter},
                    'Q{index + 1}', 'planned before the ledger began', now(), 'system', {string.Join(", ", after)}
                FROM activity_budgets b JOIN activities a ON a.id = b.activity_id
                WHERE a.planned_{quarter} <> 0
                """
            );
        }
    }

    /// <summary>Of the ledger, only what is planned goes back with an older version.</summary>
    public static void GiveBackPlans(MigrationBuilder migration) =>
        migration.Sql(
            """
            UPDATE activities a SET planned_q1 = b.planned_q1, planned_q2 = b.planned_q2, planned_q3 = b.planned_q3,
                planned_q4 = b.planned_q4
            FROM activity_budgets b WHERE b.activity_id = a.id
            """
        );

    /// <summary>All but the two tables.</summary>
    public static void Drop(MigrationBuilder migration) =>
        migration.Sql(
            """
            DROP FUNCTION budgets_as_of;
            DROP VIEW disbursements, commitments, budget_transfers;
            DROP TABLE idempotency_keys;
            DROP FUNCTION post_ledger_entry, refuse_half_transfer, refuse_unstarted_project, hold_budget_to_entries, keep_activity_with_money, refuse_change
                CASCADE
            """
        );

    /// <summary>Since approvers may move money between projects of a fiscal year: such transfers are marked.</summary>
    public static void OpenTransfersBetweenProjects(MigrationBuilder migration)
    {
        migration.Sql(
            "ALTER TABLE ledger_entries ADD CONSTRAINT ck_ledger_entries_approved "
                + "CHECK (NOT approved OR kind IN ('TRANSFER_OUT', 'TRANSFER_IN'))"
        );
        migration.Sql(
            PostLedgerEntry(
                "virement_allowed OR NEW.approved",
                "fiscal_year",
                "\n                        OR other.approved <> NEW.approved OR NEW.approved <> (other.project_id <> NEW.project_id)"
            )
        );
        migration.Sql(
            """
            CREATE OR REPLACE VIEW budget_transfers AS
                SELECT e.id, e.activity_id AS from_id, e.counterpart_id AS to_id, e.amount, e.quarter, e.reason, e.recorded_at,
                    e.recorded_by, e.approved
                FROM ledger_entries e WHERE e.kind = 'TRANSFER_OUT'
            """
        );
    }

    /// <summary>As before; refused where money was moved between projects.</summary>
    public static void CloseTransfersBetweenProjects(MigrationBuilder migration)
    {
        migration.Sql(
            "ALTER TABLE ledger_entries DROP CONSTRAINT ck_ledger_entries_approved, ADD CONSTRAINT none_approved CHECK (NOT approved)"
        );
        migration.Sql(PostLedgerEntry("virement_allowed", "project_id"));
        migration.Sql("DROP VIEW budget_transfers");
        migration.Sql(TransfersView);
    }

    private static void Constraints(MigrationBuilder migration)
    {
        var notNegative = string.Join(" AND ", Columns.Select(column => $"{column} >= 0"));
        var available = string.Join(
            "",
            Quarters.Select(quarter =>
                $" + planned_{quarter} + transferred_in_{quarter} - transferred_out_{quarter} - disbursed_{quarter}"
            )
        );
        migration.Sql(
            $"""
            ALTER TABLE activity_budgets
                ADD CONSTRAINT ck_activity_budgets_not_negative CHECK ({notNegative}),
                ADD CONSTRAINT ck_activity_budgets_available CHECK (0{available} - committed >= 0);
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
                    CHECK (reference IS NOT NULL OR kind NOT IN ('COMMITMENT', 'DISBURSEMENT'))
            """
        );
    }

    /// <summary>For everybody, the owner of the tables included.</summary>
    private static void EntriesStay(MigrationBuilder migration) =>
        migration.Sql(
            """
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
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
            """
        );

    /// <summary>Recording an entry moves the budget; it is checked against what it stands on.</summary>
    private static void EntriesMoveBudgets(MigrationBuilder migration)
    {
        migration.Sql(PostLedgerEntry("virement_allowed", "project_id"));
        migration.Sql(
            """
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
                EXECUTE FUNCTION refuse_unstarted_project()
            """
        );
    }

    /// <summary>What happens when an entry is recorded.</summary>
    /// <param name="mayMove">Whether money may move out of or into the entry's project.</param>
    /// <param name="sameOfBoth">What both ends of a transfer have in common.</param>
    /// <param name="unlike">What else must not be of the two ends.</param>
    private static string PostLedgerEntry(string mayMove, string sameOfBoth, string unlike = "")
    {
        var follows = Figures.SelectMany(figure => Quarters.Select(quarter => (figure, quarter)));
        var expected = follows.Select(column =>
            $"b.{column.figure}_{column.quarter} + {Effect(column.figure)} * (NEW.quarter IS NOT DISTINCT FROM '{column.quarter.ToUpperInvariant()}')::int"
        );
        return $"""
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
                IF (NEW.{string.Join(", NEW.", Columns)}) IS DISTINCT FROM ({string.Join(", ", expected)},
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
                            AND ({mayMove} OR NEW.kind NOT IN ('TRANSFER_OUT', 'TRANSFER_IN'))) THEN
                    RAISE EXCEPTION 'project % takes no % entries', NEW.project_id, NEW.kind
                        USING ERRCODE = 'check_violation', CONSTRAINT = '{StatusConstraint}';
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
                    IF (other.kind, other.activity_id, other.counterpart_id, other.amount, other.quarter, other.{sameOfBoth}, other.recorded_at)
                        IS DISTINCT FROM ('TRANSFER_OUT', NEW.counterpart_id, NEW.activity_id, NEW.amount, NEW.quarter, NEW.{sameOfBoth},
                            NEW.recorded_at){unlike} THEN
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
                    moved = moved OR NEW.kind <> 'PLANNED', ({ColumnList}) = (NEW.{string.Join(", NEW.", Columns)})
                WHERE activity_id = NEW.activity_id;
                RETURN NULL;
            END $$
            """;

        static string Effect(string figure) =>
            "NEW.amount * "
            + figure switch
            {
                "planned" => "(NEW.kind = 'PLANNED')::int",
                "transferred_in" => "(NEW.kind = 'TRANSFER_IN')::int",
                "transferred_out" => "(NEW.kind = 'TRANSFER_OUT')::int",
                _ => "CASE NEW.kind WHEN 'DISBURSEMENT' THEN 1 WHEN 'REVERSAL' THEN -1 ELSE 0 END",
            };
    }

    /// <summary>A budget begins with nothing, and is never anything but what its last entry says.</summary>
    private static void BudgetsFollowEntries(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            CREATE FUNCTION hold_budget_to_entries() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
            BEGIN
                IF TG_OP = 'INSERT' THEN
                    IF NEW.entries = 0 AND NOT NEW.moved AND NEW.last_entry_at IS NULL
                        AND ({string.Join(" + ", Columns.Select(column => $"NEW.{column}"))}) = 0 THEN
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
                                AND (NEW.{string.Join(", NEW.", Columns)}) = (e.{string.Join(", e.", Columns)})) THEN
                        RETURN NEW;
                    END IF;
                ELSIF OLD.entries = 0 THEN
                    RETURN OLD;
                END IF;
                RAISE EXCEPTION '% on activity_budgets: a budget is what its ledger entries make it; record an entry', TG_OP
                    USING ERRCODE = 'integrity_constraint_violation';
            END $$;
            CREATE TRIGGER budgets_follow_entries BEFORE INSERT OR UPDATE OR DELETE ON activity_budgets
                FOR EACH ROW EXECUTE FUNCTION hold_budget_to_entries()
            """
        );

    private static void ActivitiesStayWithTheirMoney(MigrationBuilder migration) =>
        migration.Sql(
            """
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
                EXECUTE FUNCTION refuse_change()
            """
        );

    /// <summary>What requests ended in, by the key that the client chose; kept for 30 days at least.</summary>
    private static void KeysStay(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            CREATE TABLE idempotency_keys (
                caller text COLLATE "C" NOT NULL,
                key text COLLATE "C" NOT NULL,
                operation text NOT NULL,
                digest bytea NOT NULL,
                outcome jsonb NOT NULL,
                created_at timestamptz NOT NULL DEFAULT now(),
                CONSTRAINT {IdempotencyStore.InputConstraint} PRIMARY KEY (caller, key)
            );
            CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys USING brin (created_at);
            CREATE TRIGGER keys_stay BEFORE UPDATE ON idempotency_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER young_keys_stay BEFORE DELETE ON idempotency_keys
                FOR EACH ROW WHEN (OLD.created_at > now() - interval '30 days') EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER all_keys_stay BEFORE TRUNCATE ON idempotency_keys
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
            """
        );

    private const string TransfersView = """
        CREATE VIEW budget_transfers AS
            SELECT e.id, e.activity_id AS from_id, e.counterpart_id AS to_id, e.amount, e.quarter, e.reason, e.recorded_at,
                e.recorded_by
            FROM ledger_entries e WHERE e.kind = 'TRANSFER_OUT'
        """;

    private static void Views(MigrationBuilder migration) =>
        migration.Sql(
            """
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
                WHERE e.kind = 'COMMITMENT'
            """
        );

    /// <summary>Any past moment: of each activity the balance that its last entry by then led to.</summary>
    private static void Moments(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            CREATE FUNCTION budgets_as_of(moment timestamptz)
            RETURNS TABLE (activity_id uuid, parent_id uuid, project_id uuid, plan_id uuid, fiscal_year integer, entries integer, moved boolean,
                last_entry_at timestamptz, {string.Join(", ", Columns.Select(column => $"{column} numeric(18,2)"))})
            LANGUAGE sql STABLE AS $$
                SELECT b.activity_id, b.parent_id, b.project_id, b.plan_id, b.fiscal_year, coalesce(e.sequence, 0), b.moved, e.recorded_at,
                    {string.Join(", ", Columns.Select(column => $"coalesce(e.{column}, 0.00)"))}
                FROM activity_budgets b
                LEFT JOIN LATERAL (
                    SELECT * FROM ledger_entries l
                    WHERE l.activity_id = b.activity_id AND l.recorded_at <= moment
                    ORDER BY l.recorded_at DESC, l.sequence DESC LIMIT 1
                ) e ON true
            $$
            """
        );

    /// <summary>transferred_in_q1 is TransferredIn_Q1.</summary>
    private static string DefaultName(string column)
    {
        var words = column.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]).ToList();
        return words.Count == 1 ? words[0] : $"{string.Concat(words[..^1])}_{words[^1]}";
    }
}
