using System.Collections.Frozen;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Access;

/// <summary>What somebody may do. Some roles are held for offices, some for the whole service.</summary>
public enum Role
{
    /// <summary>Signed in: reads personal data that is not open to everybody.</summary>
    Viewer,

    /// <summary>Of an office: keeps its plans, drafts included.</summary>
    PlanOfficer,

    /// <summary>Of an office: pays, reserves and moves its money.</summary>
    BudgetOfficer,

    /// <summary>Of an office or of the ministry: also moves money between projects.</summary>
    Approver,

    /// <summary>Reads all offices, drafts included; changes nothing.</summary>
    MinistryAnalyst,

    /// <summary>Makes access tokens and reads everything, the audit trail included; moves no money.</summary>
    Administrator,
}

/// <summary>Roles as tokens and command lines write them: <c>budget-officer</c>.</summary>
public static class RoleText
{
    private static readonly FrozenDictionary<string, Role> Roles = Enum.GetValues<Role>()
        .ToFrozenDictionary(Of, StringComparer.Ordinal);

    public static IEnumerable<string> All => Enum.GetValues<Role>().Select(Of);

    public static string Of(Role role) => EnumText.Of(role).ToLowerInvariant().Replace('_', '-');

    /// <summary>The role with this spelling (<c>BUDGET_OFFICER</c> is taken too), or null.</summary>
    public static Role? Find(string text) =>
        Roles.TryGetValue(text.ToLowerInvariant().Replace('_', '-'), out var role) ? role : null;
}
