namespace TeacherDevPlan.Infrastructure.Persistence.Versions;

/// <summary>
/// Groups of tables that have a version together. Few, so that a version is read quickly; apart where one changes often and others are
/// asked for without it. The names are stored in the database.
/// </summary>
[Flags]
public enum DataTopics
{
    None = 0,
    Offices = 1 << 0,
    Plans = 1 << 1,
    Projects = 1 << 2,
    Budgets = 1 << 3,
    Indicators = 1 << 4,
    Staff = 1 << 5,
    Findings = 1 << 6,
    Statistics = 1 << 7,

    /// <summary>What has no version: an answer that is made of it can never be told to be the same as before.</summary>
    Unversioned = 1 << 15,
}
