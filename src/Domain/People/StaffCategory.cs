using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People;

/// <summary>
/// A category of staff (ข้าราชการครู, พนักงานราชการ …) in the ministry's catalogue, with the days on which appointments
/// in it may begin.
/// </summary>
public sealed class StaffCategory : Entity
{
    private StaffCategory() { }

    /// <summary>Stable: "GOVERNMENT_EMPLOYEE".</summary>
    public string Code { get; private init; } = "";

    /// <summary>In Thai.</summary>
    public string Name { get; private init; } = "";

    /// <summary>Null if it is as old as any record.</summary>
    public DateOnly? ValidFrom { get; private init; }

    /// <summary>The last day; null if it is still valid.</summary>
    public DateOnly? ValidTo { get; private init; }

    /// <summary>The rule that defines it.</summary>
    public string Source { get; private init; } = "";

    public bool IsValidOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidTo);
}
