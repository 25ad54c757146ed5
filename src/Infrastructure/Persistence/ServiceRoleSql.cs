using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// The role that the service works as, and what it may. A login of it owns nothing, and it can neither change nor remove an
/// entry of the ledger. A table that a later migration makes is closed to it until that migration opens it.
/// </summary>
internal static class ServiceRoleSql
{
    public const string Role = "teacherdevplan_service";

    public static void Create(MigrationBuilder migration)
    {
        migration.Sql(CreateRole);
        migration.Sql(
            $"""
            DO $do$ BEGIN
                EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
            END $do$;
            GRANT USAGE ON SCHEMA public TO {Role};
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {Role};
            REVOKE INSERT, UPDATE, DELETE ON "__EFMigrationsHistory", instance_secrets, disbursements, commitments,
                budget_transfers, activity_budgets, ledger_entries, idempotency_keys FROM {Role};
            GRANT INSERT ON activity_budgets, ledger_entries, idempotency_keys TO {Role};
            GRANT DELETE ON idempotency_keys TO {Role};
            -- Locking a row needs the right to change a column of it; the row's trigger refuses every change by hand.
            GRANT UPDATE (activity_id) ON activity_budgets TO {Role}
            """
        );
    }

    /// <summary>Roles belong to the whole server: another database may have made it, perhaps just now.</summary>
    public const string CreateRole = $"""
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Role}') THEN
                CREATE ROLE {Role} NOLOGIN;
            END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$
        """;
}
