using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>Which roles are held for offices, which for the ministry, and which for neither.</summary>
public static class RoleOffices
{
    /// <summary>Whether every role is held for something that it can be held for.</summary>
    public static bool Fit(IReadOnlyCollection<Role> roles, IReadOnlyCollection<string> offices)
    {
        var hasOffice = offices.Any(office => office != Caller.Ministry);
        var hasMinistry = offices.Contains(Caller.Ministry);
        return roles.All(role =>
            role switch
            {
                Role.Approver => hasOffice || hasMinistry,
                Role.PlanOfficer or Role.BudgetOfficer => hasOffice,
                _ => true,
            }
        );
    }
}
