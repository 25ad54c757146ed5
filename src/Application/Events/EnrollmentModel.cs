using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Events;

/// <summary>
/// An enrolment is seen by the person, by who leads the person today, and by the officers of the offering's office and of
/// the person's office of the time.
/// </summary>
public sealed class EnrollmentModel : Model<Enrollment>
{
    public EnrollmentModel()
        : base(
            "A person in an offering, with the office, the school and the category of the time. There is one of a person and an offering, whatever "
                + "becomes of it."
        )
    {
        SeenBy(
            Seen.Either([
                OwnPeople(one => one.OfferingOfficeId),
                OwnPeople(one => one.OfficeId),
                .. OneselfOrLeader(one => one.PersonId),
            ])
        );
        Lists("Enrollments");
        Order(one => one.FiscalYear);
        Root("enrollments", "The enrolments that the caller sees, by fiscal year.");
        Key(one => one.Id);
        RootById("enrollment", "The enrolment with this id, or null.");
        Maybe<Offering>("offering", one => one.OfferingId, "The offering; null if its office is not public.")
            .Personal();
        Maybe<Person>("person", one => one.PersonId, "The person; null if another office keeps the record now.")
            .Personal();
        Maybe<Office>("office", one => one.OfficeId, "The person's office of the time.").Personal();
        Maybe<School>("school", one => one.SchoolId, "The person's school of the time, if any.").Personal();
        Maybe<StaffCategory>("category", one => one.CategoryId, "The person's category of the time, if it is known.")
            .Personal();
        Field(one => one.FiscalYear, "The fiscal year of the offering (Buddhist era).").Personal();
        Maybe<IndividualPlanItem>(
                "planItem",
                one => one.PlanItemId,
                "The item of the person's development plan that it is for, if any."
            )
            .Personal();
        Field(one => one.Status, "What became of it.").Personal();
        Field(one => one.Seat, "The number of the seat; null without one, or beyond the capacity.").Personal();
        Field(
                one => one.Place,
                "The place in the order of those who wait; lower ones come first. Null if the person does not wait."
            )
            .Personal();
        Field(
                one => one.Overtaken,
                "How many people who came later were seated while this one waited: in a group for which there were not enough seats, or "
                    + "because of an overlap that the offering refuses."
            )
            .Personal();
        Field(one => one.BeyondCapacity, "Whether the person takes part beyond the capacity, by an exception.")
            .Personal();
        Field(
                one => one.Overlapping,
                "Whether a session was at the same time as one of another offering of the person, when the person was enrolled or passed over for that, "
                    + "or the sessions of this offering were moved."
            )
            .Personal();
        Field(one => one.RequestedAt, "When the person was last asked for.").Personal();
        Field(one => one.ChangedAt, "When the status last changed.").Personal();
        Outcome();
        Groups();
    }

    private void Outcome()
    {
        Field(one => one.PreTest, "0 to 100; null if there was no test.").Personal();
        Field(one => one.PostTest, "0 to 100; null if there was no test.").Personal();
        Field(one => one.ReportGiven, "Whether the person handed in a report.").Personal();
        Field(one => one.AttendedMinutes, "The minutes of all sessions together.").Personal();
        Field(
                one => one.ShareOfHeld,
                "Percentage of the minutes of the sessions of which attendance was recorded so far; null if there is none."
            )
            .Personal();
        Field(one => one.ShareOfPlanned, "Percentage of all planned minutes; null if there is no session.").Personal();
        Many<Attendance>(
                "attendances",
                one => one.EnrollmentId,
                one => one.Session.StartsAt,
                "The minutes of each session, in time."
            )
            .Personal();
        Many<EnrollmentException>(
                "exceptions",
                one => one.EnrollmentId,
                one => one.Rule,
                "The rules that did not apply, with the reasons."
            )
            .Personal();
        Many<ApplicationAssessment>(
                "applicationAssessments",
                one => one.EnrollmentId,
                one => one.By,
                "How what was learnt is applied, as three see it."
            )
            .Personal();
    }

    private void Groups()
    {
        GroupByOffice(one => one.Office);
        GroupBy("FISCAL_YEAR", one => one.FiscalYear, "The fiscal year of the offering (Buddhist era).");
        GroupBy("STATUS", one => one.Status, "What became of it.");
        GroupBy<StaffCategory>(
            "CATEGORY",
            one => one.CategoryId,
            one => one.Category!.Name,
            "The category of the time; null if it is not known."
        );
        GroupBy<School>(
            "SCHOOL",
            one => one.SchoolId,
            one => one.School!.Name,
            "The school of the time; null if there is none."
        );
        GroupBy<Offering>("OFFERING", one => one.OfferingId, one => one.Offering.Title, "The offering.");
        GroupBy<DevelopmentMethod>(
            "METHOD",
            one => one.Offering.MethodId,
            one => one.Offering.Method.Name,
            "The form of the offering."
        );
        GroupBy<Project>(
            "PROJECT",
            one => one.Offering.ProjectId,
            one => one.Offering.Project!.Name,
            "The project of the offering; null if there is none."
        );
        GroupByDate("HELD", one => one.Offering.EndsOn, "the offering's last session");
    }
}

public sealed class AttendanceModel : Model<Attendance>
{
    public AttendanceModel()
        : base("How many minutes of a session a person was there.")
    {
        SeenBy(Seen.WithParent);
        One<Session>("session", one => one.SessionId, "The session.").Personal();
        Field(one => one.Minutes, "0 to the counted minutes of the session.").Personal();
    }
}

public sealed class EnrollmentExceptionModel : Model<EnrollmentException>
{
    public EnrollmentExceptionModel()
        : base("A rule that did not apply to an enrolment, and why.")
    {
        SeenBy(Seen.WithParent);
        Field(one => one.Rule, "The rule.").Personal();
        Field(one => one.Reason, "Why it did not apply.").Personal();
        Field(one => one.MadeAt, "When the exception was made.").Personal();
    }
}
