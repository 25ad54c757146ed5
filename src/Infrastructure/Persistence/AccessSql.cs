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

    public static void Unpublish(MigrationBuilder migration) => migration.Sql("DROP INDEX ix_projects_drafts");

    /// <summary>A token is made, used and revoked; what it may is never changed.</summary>
    public static void Grant(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            GRANT SELECT, INSERT, UPDATE (revoked_at, revoked_by, last_used_at) ON access_tokens TO {ServiceRoleSql.Role}
            """
        );
}
