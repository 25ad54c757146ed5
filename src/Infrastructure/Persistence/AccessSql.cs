using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>What is published of the plans that were there before there were roles, and what the service may with tokens.</summary>
internal static class AccessSql
{
    public static void Publish(MigrationBuilder migration) =>
        migration.Sql(
            """
            UPDATE development_plans d SET published = EXISTS (
                SELECT FROM projects p WHERE p.plan_id = d.id AND p.status NOT IN ('DRAFT', 'SUBMITTED'));
            UPDATE strategic_plans s SET published = EXISTS (
                SELECT FROM development_plans d
                WHERE d.office_id = s.office_id AND d.published
                    AND d.fiscal_year BETWEEN s.first_fiscal_year AND s.last_fiscal_year);
            CREATE INDEX ix_projects_drafts ON projects (id) WHERE status IN ('DRAFT', 'SUBMITTED')
            """
        );

    public static void Unpublish(MigrationBuilder migration) =>
        migration.Sql(
            """
            DROP INDEX ix_projects_drafts;
            DROP TRIGGER drafts_stay_drafts ON projects;
            DROP FUNCTION remember_draft;
            DROP TABLE removed_drafts
            """
        );

    /// <summary>
    /// The money that was planned for a project outlives it in the ledger: that of a draft stays hidden when the draft is removed.
    /// </summary>
    public static void RememberDrafts(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            CREATE TABLE removed_drafts (project_id uuid PRIMARY KEY, office_code text NOT NULL);
            GRANT SELECT ON removed_drafts TO {ServiceRoleSql.Role};
            CREATE FUNCTION remember_draft() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
            BEGIN
                INSERT INTO removed_drafts
                SELECT OLD.id, o.code FROM development_plans d JOIN offices o ON o.id = d.office_id WHERE d.id = OLD.plan_id;
                RETURN OLD;
            END $$;
            CREATE TRIGGER drafts_stay_drafts BEFORE DELETE ON projects
                FOR EACH ROW WHEN (OLD.status IN ('DRAFT', 'SUBMITTED')) EXECUTE FUNCTION remember_draft()
            """
        );

    /// <summary>A token is made, used and revoked; what it may is never changed.</summary>
    public static void Grant(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            GRANT SELECT, INSERT, UPDATE (revoked_at, revoked_by, last_used_at) ON access_tokens TO {ServiceRoleSql.Role};
            CREATE TRIGGER revoked_tokens_stay_revoked BEFORE UPDATE ON access_tokens
                FOR EACH ROW WHEN (OLD.revoked_at IS NOT NULL
                    AND (NEW.revoked_at, NEW.revoked_by) IS DISTINCT FROM (OLD.revoked_at, OLD.revoked_by))
                EXECUTE FUNCTION refuse_change()
            """
        );
}
