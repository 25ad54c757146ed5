using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Api.GraphQL.Staff;

internal sealed class StaffMemberType : NodeType<StaffMember>
{
    public StaffMemberType()
        : base("A teacher or member of the education personnel of an office, by the name as printed.")
    {
        One<Office>("office", "Office!", member => member.OfficeId, "Where they work.");
        One<OrgUnit>("orgUnit", "OrgUnit", member => member.OrgUnitId, "Their group or unit, where it is known.");
        Value("name", "String!", member => member.Name, "As printed.");
        Value("position", "String!", member => member.Position, "As printed.");
        Value(
            "academicStanding",
            "AcademicStanding",
            member => member.AcademicStanding,
            "วิทยฐานะ, where they have one."
        );
    }
}
