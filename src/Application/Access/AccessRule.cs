using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>Who may use a field.</summary>
/// <param name="Roles">The roles, one of which is required unless the field is open; an empty list means
/// nobody.</param>
/// <param name="IsOpen">Whether everybody may use the field, signed in or not.</param>
/// <param name="IsPersonal">Whether the field is personal data, so that reading it is recorded.</param>
public sealed record AccessRule(IReadOnlyList<Role> Roles, bool IsOpen = false, bool IsPersonal = false)
{
    public static readonly AccessRule Nobody = new([]);

    /// <summary>Everybody, signed in or not.</summary>
    public static readonly AccessRule Open = new([], IsOpen: true);

    public bool Allows(Caller caller) => IsOpen || caller.IsSystem || Roles.Any(caller.Roles.Contains);
}
