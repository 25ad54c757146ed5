using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>
/// The roles, one of which is required to send a command. For roles that apply to offices, the handler also checks the
/// office of the changed object. A command without this attribute can only be sent by the service itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AllowedToAttribute(params Role[] roles) : Attribute
{
    public IReadOnlyList<Role> Roles => roles;
}
