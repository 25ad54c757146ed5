namespace TeacherDevPlan.Api.Tests;

/// <summary>Keeps a copy of the data, so that a test can begin again with the same rows and the same ids.</summary>
internal static class DatabaseState
{
    /// <summary>What reads are made of, without the audit trail and the database's own bookkeeping.</summary>
    private const string ForEachTable = """
        FOR t IN SELECT c.relname AS name, (
                SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
                WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns
            FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
                AND c.relname NOT LIKE 'audit\_%' AND c.relname NOT LIKE 'data\_%'
                AND c.relname NOT IN ('__EFMigrationsHistory', 'instance_secrets')
        LOOP
        """;

    public static Task KeepAsync(PlanService service) =>
        service.ExecuteSqlAsync(
            $"""
            DROP SCHEMA IF EXISTS kept CASCADE; CREATE SCHEMA kept;
            DO $$ DECLARE t record; BEGIN {ForEachTable}
                EXECUTE format('CREATE TABLE kept.%1$I AS SELECT %2$s FROM public.%1$I', t.name, t.columns);
            END LOOP; END $$
            """
        );

    public static Task RestoreAsync(PlanService service) =>
        service.ExecuteSqlAsync(
            $"""
            SET session_replication_role = replica;
            DO $$ DECLARE t record; BEGIN {ForEachTable}
                EXECUTE format('DELETE FROM public.%1$I', t.name);
                EXECUTE format('INSERT INTO public.%1$I (%2$s) OVERRIDING SYSTEM VALUE SELECT %2$s FROM kept.%1$I',
                    t.name, t.columns);
            END LOOP; END $$;
            SET session_replication_role = DEFAULT;
            DROP SCHEMA kept CASCADE
            """
        );
}
