using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>The caller lacks permission. Becomes a top-level error of the response.</summary>
public sealed class AccessRefusedException(bool signedIn, string message) : Exception(message)
{
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    public string Code { get; } = signedIn ? NotAuthorized : NotAuthenticated;

    /// <param name="what">The requested action or field: "StaffMember.position", "Mutation.commitBudget".</param>
    public static AccessRefusedException Of(Caller caller, string what, IEnumerable<Role> roles, string? office = null)
    {
        var held = string.Join(", ", roles.Select(RoleText.Of));
        var needs = held.Length == 0 ? "no role permits it." : $"one of these roles is required: {held}";
        var where =
            held.Length == 0 ? ""
            : office is null ? "."
            : $", for {office}.";
        var who = caller.IsSignedIn ? "You may not use" : "You are not signed in and may not use";
        return new AccessRefusedException(caller.IsSignedIn, $"{who} {what}: {needs}{where}");
    }
}
