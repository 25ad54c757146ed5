using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Application.Projects;

public sealed class ActivityModel : Model<Activity>
{
    public ActivityModel()
        : base("An activity (กิจกรรม) of a project; it may have money of its own and sub-activities, and both.")
    {
        SeenBy(OfProject(activity => activity.ProjectId));
        Lists("Activities");
        LongList();
        Root("activities", "Activities of all projects on all levels, in the order in which they came in.");
        Key(activity => activity.Id);
        RootById("activity", "The activity with this id, or null.");
        One<Project>("project", activity => activity.ProjectId, "The project it is part of.");
        Maybe<Activity>(
            "parent",
            activity => activity.ParentId,
            "The activity it is a part of; null at the top level."
        );
        Field(activity => activity.Number, "As printed, with Arabic digits: \"1\", \"2.3\".").Indexed();
        Field(activity => activity.Name, "As printed.").Indexed();
        Many<Activity>("subActivities", part => part.ParentId, part => part.Position, "Its parts, in order.");
        Budget("budget", BudgetScope.Activity, "Its own money and that of its sub-activities.")
            .NotFiltered()
            .NotSorted();
        Budget("ownBudget", BudgetScope.OwnOfActivity, "Its own money alone: what entries on it can draw on.");
        Page<LedgerEntry>(
                "ledger",
                entry => entry.ActivityId,
                "The movements of its own money, in the order in which they were recorded."
            )
            .NotFiltered();
        Group(
            "printed",
            PrintedAmountsGroup.Type,
            "Its row of the spending table.",
            null,
            PrintedAmountsGroup.Fields<Activity>(activity => activity.Printed, "")
        );
        Source();
        Field(activity => activity.FiscalYear, "The fiscal year of its plan (Buddhist era).").Indexed();
        GroupByOffice(activity => activity.Project.Plan.Office);
        GroupBy("FISCAL_YEAR", activity => activity.FiscalYear, "The fiscal year (Buddhist era).");
        GroupBy<Project>(
            "PROJECT",
            activity => activity.ProjectId,
            activity => activity.Project.Name,
            "The project that it is part of."
        );
    }
}
