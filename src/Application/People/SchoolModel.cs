using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>Schools are as public as their offices; who leads them and works there is part of the registry.</summary>
public sealed class SchoolModel : Model<School>
{
    public SchoolModel()
        : base("A school (โรงเรียน) of an office.")
    {
        SeenBy(WithId<Office>(school => school.OfficeId));
        LongList();
        Lists("Schools");
        Order(school => school.Code);
        Root("schools", "Schools of all offices, by code.");
        Key(school => school.Id);
        RootById("school", "The school with this id, or null.");
        One<Office>("office", school => school.OfficeId, "The office that the school belongs to.");
        Field(school => school.Code, "The ministry's code of the school: digits, which may begin with zeros.")
            .Indexed();
        Field(school => school.Name, "The name.").Indexed();
        Field(school => school.District, "The name of the district (อำเภอ), if known.");
        Maybe<SchoolNetwork>("network", school => school.NetworkId, "The network of the school, if any.");
        Maybe<Person>("director", school => school.DirectorId, "The person who leads the school.").Personal();
        Page<Person>("people", person => person.SchoolId, "People whose latest main appointment is here, by name.");
        Page<Appointment>("appointments", one => one.SchoolId, "All appointments here, also past ones, by name.");
        Page<IndividualDevelopmentPlan>(
            "individualDevelopmentPlans",
            plan => plan.SchoolId,
            "The development plans of people here, by fiscal year."
        );
        Page<Committee>("committees", one => one.SchoolId, "The school's committees, by their first day.");
        Page<MonitoringVisit>(
            "monitoringVisits",
            visit => visit.SchoolId,
            "The monitoring visits here, of those that the caller sees, by day."
        );
        Page<Award>(
            "awards",
            one => one.SchoolId,
            "The awards and nominations of people who were here at the time, of those that the caller sees, by fiscal year."
        );
        Page<FurtherStudy>(
            "furtherStudies",
            one => one.SchoolId,
            "The further studies of people who were here at the time, of those that the caller sees, by their first day."
        );
        Page<Induction>(
            "inductions",
            one => one.SchoolId,
            "The inductions of people in appointments here, of those that the caller sees, by their first day."
        );
        GroupByOffice(school => school.Office);
        GroupBy<SchoolNetwork>(
            "NETWORK",
            school => school.NetworkId,
            school => school.Network!.Name,
            "The network; null for schools without one."
        );
        GroupBy("DISTRICT", school => school.District, "The name of the district; null if unknown.");
    }
}
