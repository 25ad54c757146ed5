using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People;

/// <summary>
/// A record is seen by the development officers of the office that keeps it, by the person, and by who leads the person.
/// </summary>
public sealed class PersonModel : Model<Person>
{
    public PersonModel()
        : base(
            "A person (บุคลากร) in the registry. The record is kept by the office of the latest main appointment, or by the one that "
                + "registered the person. It is seen by that office's development officers, by the person, and by who leads the person at "
                + "present: the supervisor and the director of the school."
        )
    {
        SeenBy(
            Seen.Either([
                OwnPeople(person => person.OfficeId, unless: person => person.MergedIntoId),
                .. OneselfOrLeader(person => person.Id),
            ])
        );
        Lists("People");
        Order(person => person.Name);
        Root("people", "The people whose records the caller sees, by name in Thai order.");
        Key(person => person.Id);
        RootOfCaller("me", person => person.Id, "The caller's own record; null if no invitation was accepted.");
        RootById("person", "The person with this id, or null.");
        Maybe<Office>(
                "office",
                person => person.OfficeId,
                "The office that keeps the record; null for its staff if nothing of it is published yet."
            )
            .Personal();
        Maybe<OrgUnit>("orgUnit", person => person.OrgUnitId, "The unit of the latest main appointment.").Personal();
        Maybe<School>("school", person => person.SchoolId, "The school of the latest main appointment.").Personal();
        Field(person => person.Title, "The present title (คำนำหน้า); empty if there is none.").Personal();
        Field(person => person.Name, "The present given name and surname.").Personal();
        Field(person => person.StaffNumber, "The office's number of the person, if any.").Personal();
        Computed<bool>(
                "hasIdentity",
                "Whether the number of the citizen or of the passport is known, which is never shown."
            )
            .Personal();
        Field(person => person.Status, "Whether the person is in service.").Personal();
        Computed<bool>("hasAccount", "Whether the person signs in: whether an invitation was accepted.").Personal();
        Many<HeldName>(
                "names",
                held => held.PersonId,
                held => held.HeldTo,
                "The names that the person has had, the present one last.",
                held => held.Name
            )
            .Personal();
        Page<StaffMember>(
            "staffMembers",
            member => member.PersonId,
            "The printed names that were linked to the person."
        );
        Page<Appointment>("appointments", one => one.PersonId, "The person's appointments, also past ones.");
        Page<IndividualDevelopmentPlan>(
            "individualDevelopmentPlans",
            plan => plan.PersonId,
            "The person's development plans, by fiscal year."
        );
        Page<NeedsParticipant>(
            "needs",
            one => one.PersonId,
            "The person's answers in surveys of needs, by fiscal year."
        );
        Page<Enrollment>("enrollments", one => one.PersonId, "The person's enrolments in offerings, by fiscal year.");
        Page<Certificate>("certificates", one => one.PersonId, "The person's certificates, by their day.");
        Page<Award>("awards", one => one.PersonId, "The person's awards and nominations, by fiscal year.");
        Page<FurtherStudy>("furtherStudies", one => one.PersonId, "The person's further studies, by their first day.");
        Page<Induction>("inductions", one => one.PersonId, "The person's inductions, by their first day.");
        Page<DevelopmentHours>(
            "developmentHours",
            one => one.PersonId,
            "The person's hours of development by fiscal year, each compared with each rule of the year."
        );
        Page<RecordReading>(
            "readings",
            reading => reading.PersonId,
            "Who else read what is about the person, by day; for the person alone."
        );
        Page<CorrectionRequest>(
            "correctionRequests",
            request => request.PersonId,
            "What the person asked to be corrected, in time."
        );
        GroupByOffice(person => person.Office);
        GroupBy<OrgUnit>(
            "ORG_UNIT",
            person => person.OrgUnitId,
            person => person.OrgUnit!.Name,
            "The unit of the latest main appointment; null if there is none."
        );
        GroupBy<School>(
            "SCHOOL",
            person => person.SchoolId,
            person => person.School!.Name,
            "The school of the latest main appointment; null if there is none."
        );
        GroupBy("STATUS", person => person.Status, "Whether the person is in service.");
    }
}
