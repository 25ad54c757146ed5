using Microsoft.EntityFrameworkCore.Migrations;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// Secrets that belong to a database rather than to a process, such as the key that cursors are sealed with: every
/// instance on the database has the same, and they outlive restarts.
/// </summary>
internal static class InstanceSecretSql
{
    public const string CursorKey = "cursor";

    public static void Create(MigrationBuilder migration)
    {
        migration.Sql("CREATE TABLE instance_secrets (name text PRIMARY KEY, value bytea NOT NULL)");
        migration.Sql(
            $"""
            INSERT INTO instance_secrets (name, value)
            VALUES ('{CursorKey}', uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
            """
        );
    }

    public static void Drop(MigrationBuilder migration) => migration.Sql("DROP TABLE instance_secrets");
}
