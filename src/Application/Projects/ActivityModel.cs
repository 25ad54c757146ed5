using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Projects;

public sealed class ActivityModel : Model<Activity>
{
    public ActivityModel()
        : base("An activity (กิจกรรม) of a project. It can have its own money, sub-activities, or both.")
    {
        SeenBy(OfProject(activity => activity.ProjectId));
        Lists("Activities");
        LongList();
        Root("activities", "Activities of all projects on all levels, in order of import.");
        Key(activity => activity.Id);
        RootById("activity", "The activity with this id, or null.");
        One<Project>("project", activity => activity.ProjectId, "The project that the activity belongs to.");
        Maybe<Activity>("parent", activity => activity.ParentId, "The parent activity; null at the top level.");
        Field(activity => activity.Number, "As printed, with Arabic digits: \"1\", \"2.3\".").Indexed();
        Field(activity => activity.Name, "As printed.").Indexed();
        Many<Activity>("subActivities", part => part.ParentId, part => part.Position, "The sub-activities, in order.");
        Budget("budget", BudgetScope.Activity, "The activity's own money and that of its sub-activities.")
            .NotFiltered()
            .NotSorted();
        Budget(
            "ownBudget",
            BudgetScope.OwnOfActivity,
            "The activity's own money, without its sub-activities: the amount that entries can draw on."
        );
        Page<Offering>("offerings", offering => offering.ActivityId, "The offerings that are for the activity.");
        Page<LedgerEntry>(
                "ledger",
                entry => entry.ActivityId,
                "The entries of the activity's own money, in order of recording."
            )
            .NotFiltered();
        Group(
            "printed",
            PrintedAmountsGroup.Type,
            "The activity's row in the spending table.",
            null,
            PrintedAmountsGroup.Fields<Activity>(activity => activity.Printed, "")
        );
        Source();
        Field(activity => activity.FiscalYear, "The fiscal year of the plan (Buddhist era).").Indexed();
        GroupByOffice(activity => activity.Project.Plan.Office);
        GroupBy("FISCAL_YEAR", activity => activity.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy<Project>(
            "PROJECT",
            activity => activity.ProjectId,
            activity => activity.Project.Name,
            "The project that the activity belongs to."
        );
    }
}
