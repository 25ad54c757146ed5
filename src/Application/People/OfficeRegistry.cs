using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>All that an import of staff compares its rows with.</summary>
/// <param name="People">Everybody whose record the office keeps, with names and appointments.</param>
/// <param name="Left">Main appointments in the office of people whose record another office keeps now.</param>
/// <param name="Elsewhere">Whom supervisors report to whose records other offices keep.</param>
public sealed record OfficeRegistry(
    IReadOnlyList<Person> People,
    IReadOnlyList<School> Schools,
    IReadOnlyList<OrgUnit> Units,
    IReadOnlyList<StaffCategory> Categories,
    IReadOnlyList<LeftAppointment> Left,
    IReadOnlyList<Supervision> Elsewhere
);

/// <summary>A main appointment of somebody who has moved to another office since.</summary>
/// <param name="Name">The name that the person had on its last day.</param>
/// <param name="Identity">The digest of the number of the citizen or of the passport, as hexadecimal digits; null if none is on record.</param>
public sealed record LeftAppointment(string Name, DateOnly HeldFrom, string? Identity);
