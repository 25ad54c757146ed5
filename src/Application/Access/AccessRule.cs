using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>Who may use a field.</summary>
/// <param name="Roles">One of these is needed, unless the field is open; none at all means nobody.</param>
/// <param name="IsOpen">Whether everybody may, signed in or not.</param>
/// <param name="IsPersonal">Whether it tells of a person, so that reading it is put on record.</param>
public sealed record AccessRule(IReadOnlyList<Role> Roles, bool IsOpen = false, bool IsPersonal = false)
{
    public static readonly AccessRule Nobody = new([]);

    /// <summary>Everybody, signed in or not.</summary>
    public static readonly AccessRule Open = new([], IsOpen: true);

    public bool Allows(Caller caller) => IsOpen || caller.IsSystem || Roles.Any(caller.Roles.Contains);
}
