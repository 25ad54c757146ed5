using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.People;

/// <summary>
/// A category of staff (ข้าราชการครู, พนักงานราชการ …) in the ministry's catalogue, with the days on which appointments
/// in it may begin.
/// </summary>
public sealed class StaffCategory : CatalogueEntry
{
    private StaffCategory() { }

    public bool IsValidOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidTo);
}
