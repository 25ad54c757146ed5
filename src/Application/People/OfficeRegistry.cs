using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>All that an import of staff compares its rows with.</summary>
/// <param name="People">Everybody whose record the office keeps, with names and appointments.</param>
public sealed record OfficeRegistry(
    IReadOnlyList<Person> People,
    IReadOnlyList<School> Schools,
    IReadOnlyList<OrgUnit> Units,
    IReadOnlyList<StaffCategory> Categories
);
