using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// Running totals of projects, moved by the same statement that moves an activity's budget. As with that, nobody makes them
/// anything but what they are the sum of.
/// </summary>
internal static class ProjectBudgetSql
{
    public const string Table = "project_budgets";

    private static readonly string Columns = string.Join(", ", LedgerSql.Columns);

    private static readonly string Sums = string.Join(", ", LedgerSql.Columns.Select(column => $"sum({column})"));

    /// <summary>Totals of projects that have none yet; the projects of a year lie together, as they are read.</summary>
    public static readonly string Fill = $"""
        INSERT INTO {Table} (project_id, plan_id, fiscal_year, {Columns})
        SELECT project_id, plan_id, fiscal_year, {Sums}
        FROM activity_budgets b WHERE NOT EXISTS (SELECT FROM {Table} t WHERE t.project_id = b.project_id)
        GROUP BY project_id, plan_id, fiscal_year ORDER BY fiscal_year, plan_id, project_id
        """;

    public static void Create(MigrationBuilder migration)
    {
        migration.Sql($"ALTER TABLE {Table} SET (fillfactor = 85)"); // room for a row's next version beside it: every entry makes one
        migration.Sql(Fill);
        var added = string.Join(
            ", ",
            LedgerSql.Columns.Select(column => $"{column} = t.{column} + NEW.{column} - OLD.{column}")
        );
        var zeros = string.Join(", ", LedgerSql.Columns.Select(_ => "0"));
        migration.Sql(
            $"""
            CREATE FUNCTION move_project_budget() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
            BEGIN
                IF TG_OP = 'UPDATE' THEN
                    UPDATE {Table} t SET {added} WHERE project_id = NEW.project_id;
                ELSIF NOT EXISTS (SELECT FROM {Table} WHERE project_id = NEW.project_id) THEN
                    INSERT INTO {Table} (project_id, plan_id, fiscal_year, {Columns})
                    VALUES (NEW.project_id, NEW.plan_id, NEW.fiscal_year, {zeros})
                    ON CONFLICT DO NOTHING;
                END IF;
                RETURN NULL;
            END $$;
            -- A budget begins with nothing, and is removed only while it has nothing: neither moves a total.
            CREATE TRIGGER budgets_begin_totals AFTER INSERT ON activity_budgets
                FOR EACH ROW EXECUTE FUNCTION move_project_budget();
            CREATE TRIGGER budgets_move_totals AFTER UPDATE ON activity_budgets
                FOR EACH ROW WHEN ((OLD.{string.Join(", OLD.", LedgerSql.Columns)})
                    IS DISTINCT FROM (NEW.{string.Join(", NEW.", LedgerSql.Columns)}))
                EXECUTE FUNCTION move_project_budget();

            CREATE FUNCTION hold_total_to_budgets() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
            BEGIN
                IF (TG_OP = 'INSERT' OR (NEW.project_id, NEW.plan_id, NEW.fiscal_year) = (OLD.project_id, OLD.plan_id, OLD.fiscal_year))
                    AND (NEW.plan_id, NEW.fiscal_year, NEW.{string.Join(", NEW.", LedgerSql.Columns)}) = (
                        SELECT plan_id, fiscal_year, {Sums} FROM activity_budgets
                        WHERE project_id = NEW.project_id GROUP BY plan_id, fiscal_year) THEN
                    RETURN NEW;
                END IF;
                RAISE EXCEPTION '% on {Table}: a total is the sum of the budgets of its project; record an entry', TG_OP
                    USING ERRCODE = 'integrity_constraint_violation';
            END $$;
            CREATE TRIGGER totals_follow_budgets BEFORE INSERT OR UPDATE ON {Table}
                FOR EACH ROW EXECUTE FUNCTION hold_total_to_budgets();
            CREATE TRIGGER totals_stay BEFORE DELETE ON {Table} FOR EACH ROW EXECUTE FUNCTION refuse_change();
            CREATE TRIGGER all_totals_stay BEFORE TRUNCATE ON {Table} FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

            -- Locking a row needs the right to change a column of it; the row's trigger refuses every change by hand.
            GRANT SELECT, UPDATE (project_id) ON {Table} TO {ServiceRoleSql.Role}
            """
        );
    }

    /// <summary>All but the table.</summary>
    public static void Drop(MigrationBuilder migration) =>
        migration.Sql("DROP FUNCTION move_project_budget, hold_total_to_budgets CASCADE");
}
