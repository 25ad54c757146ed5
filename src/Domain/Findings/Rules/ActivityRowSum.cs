using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>The total that an activity's row prints is not the sum of its quarters.</summary>
public sealed class ActivityRowSum : FindingRule
{
    public override FindingSeverity Severity => FindingSeverity.Error;

    public override LocalText Meaning =>
        new(
            "The total printed in an activity's row is not the sum of its quarters.",
            "ยอดรวมที่พิมพ์ไว้ในแถวของกิจกรรมไม่เท่ากับผลรวมของไตรมาส"
        );

    public override IEnumerable<Fault> Check(PlanFile plan) =>
        plan.DevelopmentPlan.Projects.SelectMany(project =>
            project.Activities.SelectMany(activity => Of(plan, project, activity))
        );

    private static IEnumerable<Fault> Of(PlanFile plan, ProjectDocument project, ActivityDocument activity)
    {
        var sum = (activity.Q1 ?? 0) + (activity.Q2 ?? 0) + (activity.Q3 ?? 0) + (activity.Q4 ?? 0);
        if (activity.Total is not { } total || total == sum)
            return [];
        var place = $"project {project.Number}/activity {activity.Number}/total";
        return
        [
            new Fault(
                place,
                new LocalText(
                    $"project {project.Number}, activity {activity.Number}",
                    $"โครงการที่ {project.Number} กิจกรรมที่ {activity.Number}"
                ),
                new LocalText(
                    $"The row prints a total of {Written(total)}, but its quarters add up to {Written(sum)}.",
                    $"แถวพิมพ์ยอดรวม {Written(total)} แต่ผลรวมของไตรมาสคือ {Written(sum)}"
                )
            )
            {
                Subject = activity,
                Stated = Written(total),
                Computed = Written(sum),
                Source = plan.Sources.Of(activity, "total"),
                TakeComputed = file =>
                    With(file, activity, file.Sources.Follow(activity, activity with { Total = sum })),
            },
        ];
    }

    private static PlanFile With(PlanFile file, ActivityDocument old, ActivityDocument changed) =>
        file with
        {
            DevelopmentPlan = file.Sources.Follow(
                file.DevelopmentPlan,
                file.DevelopmentPlan with
                {
                    Projects =
                    [
                        .. file.DevelopmentPlan.Projects.Select(project =>
                            project.Activities.Contains(old)
                                ? file.Sources.Follow(
                                    project,
                                    project with
                                    {
                                        Activities =
                                        [
                                            .. project.Activities.Select(one =>
                                                ReferenceEquals(one, old) ? changed : one
                                            ),
                                        ],
                                    }
                                )
                                : project
                        ),
                    ],
                }
            ),
        };

    private static string Written(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);
}
