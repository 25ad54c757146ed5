namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Makes every column null in some rows that may be null and that nothing else hangs on.</summary>
internal static class MixedNulls
{
    public const string Sql = """
        DO $$
        DECLARE c record;
        BEGIN
            FOR c IN
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND is_nullable = 'YES' AND is_generated = 'NEVER' AND column_name NOT LIKE '%\_id'
                    AND table_name IN ('projects', 'activities', 'project_kpis', 'staff_members', 'guidelines', 'plan_sections',
                        'observations', 'datasets', 'indicators', 'project_texts', 'strategic_plan_texts', 'project_owners', 'findings')
            LOOP
                BEGIN
                    EXECUTE format(
                        'UPDATE %I SET %I = NULL WHERE ctid IN (SELECT ctid FROM (SELECT ctid, row_number() OVER () AS n FROM %I) r '
                            'WHERE n %% 3 = length(%L) %% 3)',
                        c.table_name, c.column_name, c.table_name, c.column_name
                    );
                EXCEPTION WHEN OTHERS THEN
                    NULL; -- A rule of the database keeps it from being null.
                END;
            END LOOP;
            UPDATE staff_members SET org_unit_id = NULL WHERE ctid IN (SELECT ctid FROM staff_members LIMIT 5);
        END $$
        """;
}
