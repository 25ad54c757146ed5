using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>
/// What happened in an office stays with it: a former office sees its own appointments, under the names of the time.
/// Who sees the person's record sees all of the person's.
/// </summary>
public sealed class AppointmentModel : Model<Appointment>
{
    public AppointmentModel()
        : base("An appointment (การดำรงตำแหน่ง) of a person at a unit or a school of an office.")
    {
        SeenBy(
            Seen.Either([
                OwnPeople(one => one.OfficeId),
                OwnPeople(one => one.RecordOfficeId),
                .. OneselfOrLeader(one => one.PersonId),
            ])
        );
        Lists("Appointments");
        Order(one => one.Name);
        Root("appointments", "The appointments that the caller sees, by name in Thai order.");
        Key(one => one.Id);
        RootById("appointment", "The appointment with this id, or null.");
        Maybe<Person>("person", one => one.PersonId, "The person; null if another office keeps the record now.")
            .Personal();
        Field(one => one.Title, "The person's title then; empty if there is none.").Personal();
        Field(one => one.Name, "The person's given name and surname then.").Personal();
        Maybe<Office>("office", one => one.OfficeId, "The office of the time.").Personal();
        Maybe<OrgUnit>("orgUnit", one => one.OrgUnitId, "The unit of the office, if any.").Personal();
        Maybe<School>("school", one => one.SchoolId, "The school, if any.").Personal();
        One<StaffCategory>("category", one => one.CategoryId, "The category of staff.").Personal();
        Field(one => one.Position, "The position (ตำแหน่ง).").Personal();
        Field(one => one.AcademicStanding, "Academic standing (วิทยฐานะ), if any.").Personal();
        Maybe<Person>("supervisor", one => one.SupervisorId, "The person whom the appointed one reports to.")
            .Personal();
        Field(one => one.HeldFrom, "The first day.", "from").Personal();
        Field(one => one.HeldTo, "The last day; null if it is open.", "to").Personal();
        Field(one => one.IsMain, "Whether it is the person's main appointment at the time.", "main").Personal();
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(one => one.Office);
        GroupBy<OrgUnit>(
            "ORG_UNIT",
            one => one.OrgUnitId,
            one => one.OrgUnit!.Name,
            "The unit; null if there is none."
        );
        GroupBy<School>("SCHOOL", one => one.SchoolId, one => one.School!.Name, "The school; null if there is none.");
        GroupBy<StaffCategory>("CATEGORY", one => one.CategoryId, one => one.Category.Name, "The category of staff.");
        GroupBy("POSITION", one => one.Position, "The position.");
        GroupBy("ACADEMIC_STANDING", one => one.AcademicStanding, "Academic standing; null if there is none.");
        GroupBy("MAIN", one => one.IsMain, "Whether it is a main appointment.");
        GroupByDate("FROM", one => one.HeldFrom, "the first day");
    }
}
