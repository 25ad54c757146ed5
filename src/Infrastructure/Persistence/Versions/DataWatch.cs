using Npgsql;
using TeacherDevPlan.Infrastructure.Hosting;

namespace TeacherDevPlan.Infrastructure.Persistence.Versions;

/// <summary>
/// The triggers that note changes: on every table of <see cref="TopicMap"/>, for everybody who writes, however a session is set. A
/// table without one would let answers that are no longer right pass for unchanged, so the service does not start then.
/// </summary>
internal static class DataWatch
{
    /// <summary>Tables that are not watched as they should be, with their topics.</summary>
    private static readonly string Unwatched = $"""
        SELECT w.name, w.topic
        FROM (VALUES {string.Join(
            ", ",
            TopicMap.Tables.OrderBy(table => table.Key, StringComparer.Ordinal)
                .Select(table => $"('{table.Key}', '{TopicNames.Of(table.Value)}')")
        )}) AS w(name, topic)
        WHERE NOT EXISTS (
            SELECT FROM pg_trigger t
            WHERE t.tgrelid = to_regclass('public.' || w.name) AND t.tgname = '{DataVersionSql.Trigger}'
                AND t.tgenabled = 'A' AND t.tgargs = convert_to(w.topic, 'UTF8') || '\x00'::bytea)
        """;

    /// <summary>Those that go unwatched may have changed in the meantime.</summary>
    private static readonly string Watch = $"""
        DO $do$
        DECLARE unwatched record;
        BEGIN
            LOCK TABLE data_versions IN SHARE ROW EXCLUSIVE MODE;
            FOR unwatched IN {Unwatched}
            LOOP
                EXECUTE format('CREATE OR REPLACE TRIGGER {DataVersionSql.Trigger} AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE '
                    'ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION note_data_change(%L)', unwatched.name, unwatched.topic);
                EXECUTE format('ALTER TABLE public.%I ENABLE ALWAYS TRIGGER {DataVersionSql.Trigger}', unwatched.name);
                INSERT INTO data_changes VALUES (unwatched.topic, random_stamp());
            END LOOP;
        END $do$
        """;

    /// <summary>As the owner.</summary>
    public static async Task EnsureAsync(NpgsqlDataSource owner, CancellationToken cancellationToken)
    {
        await using var watch = owner.CreateCommand(Watch);
        await watch.ExecuteNonQueryAsync(cancellationToken);
    }

    public static async Task RefuseIncompleteAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var find = source.CreateCommand(Unwatched);
        if (await find.ExecuteScalarAsync(cancellationToken) is string table)
        {
            throw new HostingException(
                $"Changes of the table {table} are not noted: its trigger {DataVersionSql.Trigger} is missing or turned off. "
                    + "Run './run migrate', which puts it right."
            );
        }
    }
}
