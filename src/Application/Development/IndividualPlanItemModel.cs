using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Development;

/// <summary>The items of all revisions. The needs of an office are those in force, grouped by topic.</summary>
public sealed class IndividualPlanItemModel : Model<IndividualPlanItem>
{
    public IndividualPlanItemModel()
        : base(
            "What a person plans to learn, and how. The needs of an office are the items in force, grouped by topic."
        )
    {
        SeenBy(Seen.Either([OwnPeople(item => item.OfficeId), .. OneselfOrLeader(item => item.PersonId)]));
        Lists("IndividualPlanItems");
        Order(item => item.FiscalYear, item => item.Priority);
        Root("individualPlanItems", "The items that the caller sees of all revisions, by fiscal year and priority.");
        Key(item => item.Id);
        RootById("individualPlanItem", "The item with this id, or null.");
        One<IndividualPlanRevision>("revision", item => item.RevisionId, "The revision.").Personal();
        Maybe<Person>("person", item => item.PersonId, "The person; null if another office keeps the record now.")
            .Personal();
        Maybe<Office>("office", item => item.OfficeId, "The office of the time.").Personal();
        Field(item => item.FiscalYear, "Buddhist era.").Personal();
        Field(item => item.Priority, "From 1, which comes first.").Personal();
        Maybe<DevelopmentTopic>("topic", item => item.TopicId, "The topic, if any.").Personal();
        Maybe<Competency>("competency", item => item.CompetencyId, "The competency, if any.").Personal();
        One<DevelopmentMethod>("method", item => item.MethodId, "How the person wants to learn it.").Personal();
        Field(item => item.StartsOn, "The first day.", "from").Personal();
        Field(item => item.EndsOn, "The last day.", "to").Personal();
        Field(item => item.Goal, "What the person wants to reach.").Personal();
        Field(item => item.Benefit, "What it is good for.").Personal();
        Field(item => item.Support, "The support that the person asks for.").Personal();
        Maybe<Project>("project", item => item.ProjectId, "A project of the office's plan of the year, if any.")
            .Personal();
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(item => item.Office);
        GroupBy("FISCAL_YEAR", item => item.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy("PRIORITY", item => item.Priority, "The priority.");
        GroupBy<DevelopmentTopic>(
            "TOPIC",
            item => item.TopicId,
            item => item.Topic!.Name,
            "The topic; null if there is none."
        );
        GroupBy<Competency>(
            "COMPETENCY",
            item => item.CompetencyId,
            item => item.Competency!.Name,
            "The competency; null if there is none."
        );
        GroupBy<DevelopmentMethod>("METHOD", item => item.MethodId, item => item.Method.Name, "The method.");
        GroupBy<Project>(
            "PROJECT",
            item => item.ProjectId,
            item => item.Project!.Name,
            "The project; null if there is none."
        );
        GroupBy(
            "IN_FORCE",
            item => item.Revision.InForce,
            "Whether the revision is the latest one that is approved at its office."
        );
    }
}
