using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Development;

/// <summary>A plan is seen by the person, by who leads the person today, and by the officers of its office.</summary>
public sealed class IndividualDevelopmentPlanModel : Model<IndividualDevelopmentPlan>
{
    public IndividualDevelopmentPlanModel()
        : base(
            "The development plan of one person for a fiscal year (แผนพัฒนาตนเองรายบุคคล, ID PLAN). It belongs to the office of the time when its latest "
                + "revision was written."
        )
    {
        SeenBy(Seen.Either([OwnPeople(plan => plan.OfficeId), .. OneselfOrLeader(plan => plan.PersonId)]));
        Lists("IndividualDevelopmentPlans");
        Order(plan => plan.FiscalYear);
        Root("individualDevelopmentPlans", "The development plans of people whom the caller sees, by fiscal year.");
        Key(plan => plan.Id);
        RootById("individualDevelopmentPlan", "The plan of a person with this id, or null.");
        Maybe<Person>("person", plan => plan.PersonId, "The person; null if another office keeps the record now.")
            .Personal();
        Maybe<Office>("office", plan => plan.OfficeId, "The office of the time.").Personal();
        Maybe<School>("school", plan => plan.SchoolId, "The school of the time, if any.").Personal();
        Field(plan => plan.FiscalYear, "Buddhist era.").Personal();
        Field(plan => plan.Status, "The status of the latest revision.").Personal();
        Field(plan => plan.Version, "Increases with each change, from 1.").Personal();
        Field(plan => plan.ClosedAt, "When it was closed, if it was.").Personal();
        Maybe<IndividualPlanRevision>("latest", plan => plan.LatestId, "The latest revision.").Personal();
        Page<IndividualPlanRevision>(
            "revisions",
            revision => revision.IndividualPlanId,
            "All revisions that the caller sees, the first one first."
        );
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(plan => plan.Office);
        GroupBy<School>(
            "SCHOOL",
            plan => plan.SchoolId,
            plan => plan.School!.Name,
            "The school; null if there is none."
        );
        GroupBy("FISCAL_YEAR", plan => plan.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy("STATUS", plan => plan.Status, "The status of the latest revision.");
    }
}

/// <summary>A revision stays with the office of its time: a former office sees its own, and nothing that came after.</summary>
public sealed class IndividualPlanRevisionModel : Model<IndividualPlanRevision>
{
    public IndividualPlanRevisionModel()
        : base("A revision of a person's development plan, with its whole content.")
    {
        SeenBy(
            Seen.Either([OwnPeople(revision => revision.OfficeId), .. OneselfOrLeader(revision => revision.PersonId)])
        );
        Lists("IndividualPlanRevisions");
        Order(revision => revision.FiscalYear, revision => revision.Number);
        Root("individualPlanRevisions", "The revisions that the caller sees of all plans, by fiscal year and number.");
        Key(revision => revision.Id);
        RootById("individualPlanRevision", "The revision with this id, or null.");
        Maybe<IndividualDevelopmentPlan>(
                "plan",
                revision => revision.IndividualPlanId,
                "The plan; null if it belongs to another office now."
            )
            .Personal();
        Maybe<Person>(
                "person",
                revision => revision.PersonId,
                "The person; null if another office keeps the record now."
            )
            .Personal();
        Maybe<Office>("office", revision => revision.OfficeId, "The office of the time.").Personal();
        Field(revision => revision.FiscalYear, "Buddhist era.").Personal();
        Field(revision => revision.Number, "From 1.").Personal();
        Field(revision => revision.SavedAt, "When it was last saved.").Personal();
        Field(revision => revision.SubmittedAt, "When it was last submitted, if it was.").Personal();
        Field(revision => revision.ReturnedAt, "When it was last returned, if it was.").Personal();
        Field(revision => revision.ReturnReason, "Why it was last returned.").Personal();
        Field(revision => revision.ApprovedAt, "When it was approved, if it was.").Personal();
        Maybe<Person>(
                "approvedBy",
                revision => revision.ApprovedById,
                "Who approved it; null if the caller does not see the person."
            )
            .Personal();
        Field(revision => revision.InForce, "Whether it is the latest one that is approved at its office.").Personal();
        Many<CompetencyAssessment>(
                "assessments",
                one => one.RevisionId,
                one => one.Competency.Code,
                "The person's assessment of themselves, by the codes of the competencies."
            )
            .Personal();
        Many<IndividualPlanItem>("items", item => item.RevisionId, item => item.Priority, "The items, by priority.")
            .Personal();
        GroupByOffice(revision => revision.Office);
        GroupBy("FISCAL_YEAR", revision => revision.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy(
            "IN_FORCE",
            revision => revision.InForce,
            "Whether it is the latest one that is approved at its office."
        );
    }
}

public sealed class CompetencyAssessmentModel : Model<CompetencyAssessment>
{
    public CompetencyAssessmentModel()
        : base("A person's assessment of themselves in a competency.")
    {
        SeenBy(Seen.WithParent);
        One<Competency>("competency", one => one.CompetencyId, "The competency.").Personal();
        Field(one => one.Level, "1 (lowest) to 5 (highest).").Personal();
        Field(one => one.Note, "The person's note, if any.").Personal();
    }
}
