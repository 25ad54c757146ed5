namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// Secrets that belong to a database rather than to a process, such as the key that cursors are sealed with: every
/// instance on the database has the same, and they outlive restarts.
/// </summary>
internal static class InstanceSecretSql
{
    public const string CursorKey = "cursor";
}
