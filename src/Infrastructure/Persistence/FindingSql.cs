using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>What plans that were there before know of their documents, and what the service may with what they know now.</summary>
internal static class FindingSql
{
    /// <summary>
    /// A plan stands on the strategies that its projects serve, or else on the latest of its office; its document listed the staff
    /// of whom more is known than a project's owner has.
    /// </summary>
    public static void Fill(MigrationBuilder migration) =>
        migration.Sql(
            """
            UPDATE findings SET place = id::text;
            UPDATE development_plans d SET strategic_plan_id = coalesce(
                (SELECT s.strategic_plan_id FROM projects p JOIN strategies s ON s.id = p.strategy_id
                    WHERE p.plan_id = d.id LIMIT 1),
                (SELECT s.id FROM strategic_plans s WHERE s.office_id = d.office_id
                    ORDER BY d.fiscal_year BETWEEN s.first_fiscal_year AND s.last_fiscal_year DESC, s.first_fiscal_year DESC
                    LIMIT 1));
            UPDATE development_plans d SET listed_staff = ARRAY(
                SELECT m.id FROM staff_members m WHERE m.office_id = d.office_id
                    AND (m.org_unit_id IS NOT NULL OR m.academic_standing IS NOT NULL
                        OR NOT EXISTS (SELECT FROM project_owners o WHERE o.staff_member_id = m.id))
                ORDER BY m.id)
            """
        );

    public static void Grant(MigrationBuilder migration) =>
        migration.Sql(
            $"""
            GRANT SELECT, INSERT, UPDATE, DELETE ON plan_sections, plan_section_texts, sources, plan_readings
                TO {ServiceRoleSql.Role}
            """
        );
}
