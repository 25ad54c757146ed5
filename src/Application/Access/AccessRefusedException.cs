using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>Who asks may not do or read this. Becomes a top-level error of the response.</summary>
public sealed class AccessRefusedException(bool signedIn, string message) : Exception(message)
{
    public const string NotAuthenticated = "AUTH_NOT_AUTHENTICATED";
    public const string NotAuthorized = "AUTH_NOT_AUTHORIZED";

    public string Code { get; } = signedIn ? NotAuthorized : NotAuthenticated;

    /// <param name="what">What was asked for: "StaffMember.position", "Mutation.commitBudget".</param>
    public static AccessRefusedException Of(Caller caller, string what, IEnumerable<Role> roles, string? office = null)
    {
        var held = string.Join(", ", roles.Select(RoleText.Of));
        var needs = held.Length == 0 ? "nobody may do this." : $"it needs one of the roles: {held}";
        var where =
            held.Length == 0 ? ""
            : office is null ? "."
            : $", held for {office}.";
        var who = caller.IsSignedIn ? "You may not use" : "You are not signed in, and may not use";
        return new AccessRefusedException(caller.IsSignedIn, $"{who} {what}: {needs}{where}");
    }
}
