using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.People;

/// <summary>Where somebody is appointed: a school of an office, a unit of it, or the office as a whole.</summary>
public sealed record Place(Guid OfficeId, Guid? OrgUnitId = null, Guid? SchoolId = null);

/// <summary>As what somebody is appointed.</summary>
/// <param name="SupervisorId">The person whom the appointed one reports to.</param>
/// <param name="HeldTo">The last day; null if it is open.</param>
/// <param name="IsMain">Whether it is the person's main appointment; two main ones never overlap.</param>
public sealed record AppointmentTerms(
    StaffCategory Category,
    string Position,
    AcademicStanding? AcademicStanding,
    Guid? SupervisorId,
    DateOnly HeldFrom,
    DateOnly? HeldTo,
    bool IsMain
);

/// <summary>
/// An appointment (การดำรงตำแหน่ง) of a person. It stays with the office of the time, under the name that the person had
/// then.
/// </summary>
public sealed class Appointment : Entity
{
    private Appointment() { }

    internal Appointment(Guid personId, Place place, AppointmentTerms terms)
    {
        PersonId = personId;
        (OfficeId, OrgUnitId, SchoolId) = (place.OfficeId, place.OrgUnitId, place.SchoolId);
        (CategoryId, Position, AcademicStanding) = (terms.Category.Id, terms.Position, terms.AcademicStanding);
        (SupervisorId, HeldFrom, HeldTo, IsMain) = (terms.SupervisorId, terms.HeldFrom, terms.HeldTo, terms.IsMain);
    }

    public Guid PersonId { get; private init; }

    /// <summary>The office that keeps the person's record. The database changes it with the person.</summary>
    public Guid RecordOfficeId { get; internal set; }

    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    public Guid? OrgUnitId { get; private init; }

    public OrgUnit? OrgUnit { get; private init; }

    public Guid? SchoolId { get; private init; }

    public School? School { get; private init; }

    public Guid CategoryId { get; private init; }

    public StaffCategory Category { get; private init; } = null!;

    /// <summary>The person's title on its last day, or at present if it is open.</summary>
    public string Title { get; internal set; } = "";

    /// <summary>The person's name on its last day, or at present if it is open.</summary>
    public string Name { get; internal set; } = "";

    public string Position { get; private init; } = "";

    public AcademicStanding? AcademicStanding { get; private init; }

    public Guid? SupervisorId { get; private init; }

    public DateOnly HeldFrom { get; private init; }

    public DateOnly? HeldTo { get; internal set; }

    public bool IsMain { get; private init; }

    /// <summary>
    /// Whether the name no longer follows from the person's names: the appointment was over when the person's records
    /// were merged. Only a merge sets it.
    /// </summary>
    public bool NameStays { get; private init; }

    internal bool Overlaps(DateOnly from, DateOnly? to) => !(HeldTo < from) && !(to < HeldFrom);
}
