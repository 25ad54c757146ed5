namespace TeacherDevPlan.Infrastructure.Persistence.Setup;

/// <summary>
/// The role that the service works as. A login of it owns nothing, and it can neither change nor remove an entry of the ledger. A
/// table that a migration makes is closed to it until that migration opens it.
/// </summary>
internal static class ServiceRoleSql
{
    public const string Role = "teacherdevplan_service";
}
