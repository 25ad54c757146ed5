using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Domain.Offices;

/// <summary>
/// A teacher or member of the education personnel of an office, identified by the printed name: two spellings of one
/// person's name are two members.
/// </summary>
public sealed class StaffMember : Entity
{
    private StaffMember() { }

    internal StaffMember(string name) => Name = name;

    public Guid OfficeId { get; private set; }

    public Office Office { get; private set; } = null!;

    public Guid? OrgUnitId { get; private set; }

    public OrgUnit? OrgUnit { get; private set; }

    public string Name { get; private init; } = "";

    /// <summary>As printed.</summary>
    public string Position { get; private set; } = "";

    public AcademicStanding? AcademicStanding { get; private set; }

    /// <summary>The person in the registry whom somebody has linked the name to; imports leave it.</summary>
    public Guid? PersonId { get; private set; }

    public void LinkTo(Guid? personId) => PersonId = personId;

    internal void Apply(StaffMemberDocument document, OrgUnit? unit) =>
        (Position, AcademicStanding, OrgUnit, OrgUnitId) = (
            document.Position,
            document.AcademicStanding,
            unit,
            unit?.Id
        );
}
