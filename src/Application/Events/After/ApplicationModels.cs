using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Events.After;

public sealed class ApplicationPlanModel : Model<ApplicationPlan>
{
    public ApplicationPlanModel()
        : base("When those who complete an offering are assessed on the application of what was learnt.")
    {
        SeenBy(Seen.WithParent);
        Field(plan => plan.DueDays, "Days from the Thai day on which it was settled that a person completed it.");
        Field(plan => plan.Level, "The lowest level that counts as applied, 1 to 5.");
        Field(plan => plan.Version, "Increases with each change, from 1.");
    }
}

/// <summary>
/// An assessment is seen by those who see the enrolment; the committee's also by those who are in office today in a committee
/// that assesses, of the person's office or school of the time. They see neither the enrolment nor the person's record by that.
/// </summary>
public sealed class ApplicationAssessmentModel : Model<ApplicationAssessment>
{
    public ApplicationAssessmentModel()
        : base(
            "How a person who completed an offering applies what was learnt (แบบประเมินผลการนำความรู้ไปใช้): of each enrolment one by the person, by "
                + "the direct supervisor and by the committee."
        )
    {
        SeenBy(
            Seen.Either([
                OwnPeople(one => one.OfferingOfficeId),
                OwnPeople(one => one.OfficeId),
                .. OneselfOrLeader(one => one.PersonId),
                OnCommittee(
                    CommitteeMandate.Assesses,
                    one => one.OfficeId,
                    one => one.SchoolId,
                    except: Unless(one => one.By, Assessor.Self, Assessor.Supervisor)
                ),
            ])
        );
        Lists("ApplicationAssessments");
        Order(one => one.DueOn);
        Root("applicationAssessments", "The assessments that the caller sees, those that are due first first.");
        Key(one => one.Id);
        RootById("applicationAssessment", "The assessment with this id, or null.");
        Maybe<Enrollment>(
                "enrollment",
                one => one.EnrollmentId,
                "The enrolment; null for members of a committee, who do not see it."
            )
            .Personal();
        Maybe<Offering>("offering", one => one.OfferingId, "The offering; null if its office is not public.")
            .Personal();
        Maybe<Person>("person", one => one.PersonId, "The person; null for those who do not see the person's record.")
            .Personal();
        Computed<string>(
                "name",
                "The given name and surname that the person had when it was settled that the person completed the offering."
            )
            .NotFiltered()
            .NotSorted()
            .Personal();
        Maybe<Office>("office", one => one.OfficeId, "The person's office of the time of the offering.").Personal();
        Maybe<School>("school", one => one.SchoolId, "The person's school of that time, if any.").Personal();
        Field(one => one.FiscalYear, "The fiscal year of the offering (Buddhist era).").Personal();
        Field(one => one.By, "Whose view it is.").Personal();
        Field(one => one.DueOn, "The last Thai day on which it is not overdue.").Personal();
        Computed<ApplicationStatus>("status", "Whether it is done, or else overdue today.").Personal();
        Field(one => one.Revision, "The number of the latest revision; 0 if it was not assessed.").Personal();
        Field(one => one.Level, "The latest level, 1 to 5; null if it was not assessed.").Personal();
        Field(one => one.LevelNeeded, "The lowest level that counts as applied.").Personal();
        Computed<bool?>("reached", "Whether the latest level counts as applied; null if it was not assessed.")
            .Personal();
        Field(one => one.AssessedAt, "When the latest revision was made.").Personal();
        Field(
                one => one.IsLast,
                "Whether it is the last one that was made or changed of its enrolment. The application rate is the share of those with "
                    + "`reached` among these."
            )
            .Personal();
        Many<ApplicationRevision>("revisions", one => one.AssessmentId, one => one.Number, "All revisions, in order.")
            .Personal();
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(one => one.Office);
        GroupBy("FISCAL_YEAR", one => one.FiscalYear, "The fiscal year of the offering (Buddhist era).");
        GroupBy("BY", one => one.By, "Whose view it is.");
        GroupByComputed("STATUS", "status", "Whether it is done, or else overdue today.");
        GroupByComputed("REACHED", "reached", "Whether the latest level counts as applied.");
        GroupBy<School>(
            "SCHOOL",
            one => one.SchoolId,
            one => one.School!.Name,
            "The school of that time; null if there is none."
        );
        GroupBy<Offering>("OFFERING", one => one.OfferingId, one => one.Offering.Title, "The offering.");
        GroupByDate("DUE", one => one.DueOn, "the last day on which it is not overdue");
    }
}

public sealed class ApplicationRevisionModel : Model<ApplicationRevision>
{
    public ApplicationRevisionModel()
        : base("What was assessed at one time.")
    {
        SeenBy(Seen.WithParent);
        Field(one => one.Number, "From 1.").Personal();
        Field(one => one.Level, "1, not applied, to 5.").Personal();
        Field(one => one.Evidence, "What it is based on.").Personal();
        Field(one => one.MadeBy, "As what the assessor made it.").Personal();
        Field(one => one.MadeAt, "When it was made.").Personal();
    }
}
