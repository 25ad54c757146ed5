using TeacherDevPlan.Domain.Findings.Rules.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;

/// <summary>
/// The numbers of a project's activities: one list of all if sub-activities have their parent's number as prefix ("2",
/// "2.1"), otherwise one list per level.
/// </summary>
internal static class ActivityNumbers
{
    public static IEnumerable<NumberedList> Of(PlanFile plan, ProjectDocument project)
    {
        var (place, name) = (
            $"{Labels.ProjectKey(project)}/activities",
            Labels.Project(project).And("activities", "กิจกรรม")
        );
        if (project.Activities.All(CarriesItsNumber))
            return [new NumberedList(place, name, [.. project.Activities.SelectMany(a => Flat(plan, a))])];
        return
        [
            new NumberedList(place, name, [.. project.Activities.Select(activity => Item(plan, activity))]),
            .. Parents(project.Activities)
                .Select(parent => new NumberedList(
                    $"{place}/{parent.Number}",
                    name.And(parent.Number, parent.Number),
                    [.. parent.SubActivities.Select(sub => Item(plan, sub))]
                )),
        ];
    }

    private static IEnumerable<ActivityDocument> Parents(IEnumerable<ActivityDocument> activities) =>
        activities
            .Where(activity => activity.SubActivities.Count > 0)
            .SelectMany(activity => Parents(activity.SubActivities).Prepend(activity));

    private static bool CarriesItsNumber(ActivityDocument activity) =>
        activity.SubActivities.All(sub => Depth(sub) > Depth(activity) && CarriesItsNumber(sub));

    private static int Depth(ActivityDocument activity) => activity.Number.Count(c => c == '.');

    private static IEnumerable<NumberedItem> Flat(PlanFile plan, ActivityDocument activity, NumberedItem? parent = null)
    {
        var item = Item(plan, activity) with { Parent = parent };
        return activity.SubActivities.SelectMany(sub => Flat(plan, sub, item)).Prepend(item);
    }

    private static NumberedItem Item(PlanFile plan, ActivityDocument activity) =>
        new(activity.Number, activity, plan.Sources.Of(activity));
}
