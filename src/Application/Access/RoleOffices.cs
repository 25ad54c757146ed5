using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>Which roles apply to offices, which to the ministry, and which to neither.</summary>
public static partial class RoleOffices
{
    /// <summary>Whether a text is the code of an office, or the ministry.</summary>
    public static bool IsOffice(string text) => text == Caller.Ministry || Code().IsMatch(text);

    /// <summary>Whether every role has an office or the ministry that it can apply to.</summary>
    public static bool Fit(IReadOnlyCollection<Role> roles, IReadOnlyCollection<string> offices)
    {
        var hasOffice = offices.Any(office => office != Caller.Ministry);
        var hasMinistry = offices.Contains(Caller.Ministry);
        return roles.All(role =>
            role switch
            {
                Role.Approver => hasOffice || hasMinistry,
                Role.PlanOfficer or Role.BudgetOfficer or Role.DevelopmentOfficer => hasOffice,
                _ => true,
            }
        );
    }

    [GeneratedRegex(@"^TH-[0-9]{2}-[PS][0-9]{1,2}\z")]
    private static partial Regex Code();
}
