using System.Collections.Frozen;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Access;

/// <summary>The permissions of a caller. Some roles apply to offices, some to the whole service.</summary>
public enum Role
{
    /// <summary>Reads staff records of people named in plans, and who recorded what.</summary>
    Viewer,

    /// <summary>For an office: maintains its plans, including drafts.</summary>
    PlanOfficer,

    /// <summary>For an office: records payments, commitments and transfers within a project.</summary>
    BudgetOfficer,

    /// <summary>For an office or the whole ministry: transfers money, also between projects.</summary>
    Approver,

    /// <summary>Reads the data of all offices, including drafts; changes nothing.</summary>
    MinistryAnalyst,

    /// <summary>Creates access tokens and reads everything, including the audit trail; moves no money.</summary>
    Administrator,

    /// <summary>For an office: keeps the registry of its people, and reads it.</summary>
    DevelopmentOfficer,

    /// <summary>A member of staff: the own record, once an invitation was accepted, and those of whom one leads.</summary>
    Staff,
}

/// <summary>Roles as written in tokens and on the command line: <c>budget-officer</c>.</summary>
public static class RoleText
{
    private static readonly FrozenDictionary<string, Role> Roles = Enum.GetValues<Role>()
        .ToFrozenDictionary(Of, StringComparer.Ordinal);

    public static IEnumerable<string> All => Enum.GetValues<Role>().Select(Of);

    public static string Of(Role role) => EnumText.Of(role).ToLowerInvariant().Replace('_', '-');

    /// <summary>The role with this spelling, or null; <c>BUDGET_OFFICER</c> is accepted as well.</summary>
    public static Role? Find(string text) =>
        Roles.TryGetValue(text.ToLowerInvariant().Replace('_', '-'), out var role) ? role : null;
}
