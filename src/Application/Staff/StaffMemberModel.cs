using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Application.People.Links;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Staff;

/// <summary>The names of people responsible for projects are published. All other staff records need a role.</summary>
public sealed class StaffMemberModel : Model<StaffMember>
{
    public StaffMemberModel()
        : base("A teacher or member of the education personnel of an office, under the printed name.")
    {
        SeenBy(
            Seen.Either(new Seen.Named("StaffMember.ownsPublishedProject"), OwnOffice(member => member.Office.Code))
        );
        Lists("Staff");
        Order(member => member.Name);
        Root("staff", "Staff of all offices, by name in Thai order.");
        Key(member => member.Id);
        RootById("staffMember", "The staff member with this id, or null.");
        One<Office>("office", member => member.OfficeId, "The office of the staff member.");
        Maybe<OrgUnit>("orgUnit", member => member.OrgUnitId, "The group or unit, if known.").SignedIn().Personal();
        Field(member => member.Name, "As printed.").Personal();
        Field(member => member.Position, "As printed.").SignedIn().Personal();
        Field(member => member.AcademicStanding, "Academic standing (วิทยฐานะ), if any.").SignedIn().Personal();
        Maybe<Person>(
                "person",
                member => member.PersonId,
                "The person whom somebody has linked the name to; null if nobody has, or if the caller does not see the person."
            )
            .Personal();
        Many<StaffLinkSuggestion>(
                "suggestions",
                suggestion => suggestion.StaffMemberId,
                suggestion => suggestion.Name,
                "People of the office with the same name, now or formerly, whatever their title; none once the name is linked.",
                suggestion => suggestion.PersonId
            )
            .Personal();
        GroupByOffice(member => member.Office);
        GroupBy<OrgUnit>(
            "ORG_UNIT",
            member => member.OrgUnitId,
            member => member.OrgUnit!.Name,
            "The group or unit; null if unknown."
        );
        GroupBy(
            "ACADEMIC_STANDING",
            member => member.AcademicStanding,
            "Academic standing (วิทยฐานะ); null if there is none."
        );
    }
}
