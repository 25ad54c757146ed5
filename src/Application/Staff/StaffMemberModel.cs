using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.Staff;

/// <summary>The names of those who answer for projects are published; the rest of the staff's records is for those with a role.</summary>
public sealed class StaffMemberModel : Model<StaffMember>
{
    public StaffMemberModel()
        : base("A teacher or member of the education personnel of an office, by the name as printed.")
    {
        SeenBy(
            Seen.Either(new Seen.Named("StaffMember.ownsPublishedProject"), OwnOffice(member => member.Office.Code))
        );
        Lists("Staff");
        Order(member => member.Name);
        Root("staff", "Staff of all offices, by name in Thai order.");
        Key(member => member.Id);
        RootById("staffMember", "The member of the staff with this id, or null.");
        One<Office>("office", member => member.OfficeId, "Where they work.");
        Maybe<OrgUnit>("orgUnit", member => member.OrgUnitId, "Their group or unit, where it is known.")
            .SignedIn()
            .Personal();
        Field(member => member.Name, "As printed.").Personal();
        Field(member => member.Position, "As printed.").SignedIn().Personal();
        Field(member => member.AcademicStanding, "วิทยฐานะ, where they have one.").SignedIn().Personal();
        GroupByOffice(member => member.Office);
        GroupBy<OrgUnit>(
            "ORG_UNIT",
            member => member.OrgUnitId,
            member => member.OrgUnit!.Name,
            "Their group or unit; null where it is not known."
        );
        GroupBy("ACADEMIC_STANDING", member => member.AcademicStanding, "วิทยฐานะ; null where they have none.");
    }
}
