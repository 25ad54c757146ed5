using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Committees;

/// <summary>
/// Visits are for those who see everything of the office, and for those who are in office today in a committee of the
/// office or of the visited school that records visits. Nothing of them is public.
/// </summary>
public sealed class MonitoringVisitModel : Model<MonitoringVisit>
{
    public MonitoringVisitModel()
        : base("A monitoring visit (การนิเทศ ติดตาม) of a project or an offering, and what was done about it.")
    {
        SeenBy(
            Seen.Either(
                OwnOffice(one => one.Office.Code),
                OnCommittee(CommitteeMandate.Monitors, one => one.OfficeId, one => one.SchoolId)
            )
        );
        Lists("MonitoringVisits");
        LongList();
        Order(one => one.VisitedOn);
        Root("monitoringVisits", "The monitoring visits that the caller sees, by day.");
        Key(one => one.Id);
        RootById("monitoringVisit", "The monitoring visit with this id, or null.");
        Maybe<Office>("office", one => one.OfficeId, "The office; null if nothing of it is published yet.");
        Field(one => one.FiscalYear, "The fiscal year of what was monitored (Buddhist era).");
        Maybe<Project>("project", one => one.ProjectId, "The project, if one was monitored and the plan still has it.");
        Maybe<Offering>("offering", one => one.OfferingId, "The offering, if one was monitored.");
        Field(one => one.Phase, "When in its course.");
        Maybe<Committee>("committee", one => one.CommitteeId, "Who made it; null: officers of the office.");
        Maybe<School>("school", one => one.SchoolId, "The school that was visited, if it was one.");
        Field(one => one.VisitedOn, "The Thai day.").Indexed();
        Field(one => one.Findings, "What was found.");
        Field(one => one.Recommendations, "What was recommended; null if nothing was.");
        Field(one => one.FollowUp, "Whether what was recommended has been done.");
        Field(one => one.ActionTaken, "What was done about it so far; null if nothing is recorded.");
        Field(one => one.DoneOn, "The Thai day on which it was done; null until then.");
        Field(one => one.Version, "Increases with each change, from 1.");
        Groups();
    }

    private void Groups()
    {
        GroupByOffice(one => one.Office);
        GroupBy("FISCAL_YEAR", one => one.FiscalYear, "The fiscal year of what was monitored (Buddhist era).");
        GroupBy("PHASE", one => one.Phase, "When in its course.");
        GroupBy("FOLLOW_UP", one => one.FollowUp, "Whether what was recommended has been done.");
        GroupBy<Project>(
            "PROJECT",
            one => one.ProjectId,
            one => one.Project!.Name,
            "The project; null if there is none."
        );
        GroupBy<Offering>(
            "OFFERING",
            one => one.OfferingId,
            one => one.Offering!.Title,
            "The offering; null if there is none."
        );
        GroupBy<Committee>(
            "COMMITTEE",
            one => one.CommitteeId,
            one => one.Committee!.Name,
            "The committee; null for visits by officers."
        );
        GroupBy<School>("SCHOOL", one => one.SchoolId, one => one.School!.Name, "The school; null if there is none.");
        GroupByDate("VISITED", one => one.VisitedOn, "the visit");
    }
}
