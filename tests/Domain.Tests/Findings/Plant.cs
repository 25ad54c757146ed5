using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Tests.Findings;

/// <summary>Puts single faults into a plan, and what is found in it as lines "CODE place: stated, computed".</summary>
internal static class Plant
{
    public static IReadOnlyList<string> Found(PlanFile plan) =>
        [.. FindingRules.Check(plan).Select(found => Line(found.Rule, found.Fault))];

    public static string Line(FindingRule rule, Fault fault) =>
        $"{rule.Code} {fault.Place}: {fault.Stated ?? "-"}, {fault.Computed ?? "-"}";

    public static PlanFile Development(
        this PlanFile plan,
        Func<DevelopmentPlanDocument, DevelopmentPlanDocument> edit
    ) => plan with { DevelopmentPlan = edit(plan.DevelopmentPlan) };

    public static PlanFile Project(this PlanFile plan, int number, Func<ProjectDocument, ProjectDocument> edit) =>
        plan.Development(development =>
            development with
            {
                Projects =
                [
                    .. development.Projects.Select(project =>
                        project.Number == number ? Kept(plan, project, edit) : project
                    ),
                ],
            }
        );

    /// <summary>An activity by its number: "2.1".</summary>
    public static PlanFile Activity(
        this PlanFile plan,
        int project,
        string number,
        Func<ActivityDocument, ActivityDocument> edit
    ) => plan.Project(project, p => p with { Activities = Edited(plan, p.Activities, number, edit) });

    public static PlanFile Strategy(this PlanFile plan, Func<StrategyDocument, StrategyDocument> edit) =>
        plan with
        {
            StrategicPlan = plan.StrategicPlan with
            {
                Strategies = [edit(plan.StrategicPlan.Strategies[0]), plan.StrategicPlan.Strategies[1]],
            },
        };

    public static PlanFile Target(this PlanFile plan, int indicator, int year, decimal target) =>
        plan.Indicator(
            indicator,
            i => i with { Targets = [.. i.Targets.Select(t => t.FiscalYear == year ? t with { Target = target } : t)] }
        );

    public static PlanFile Indicator(this PlanFile plan, int number, Func<IndicatorDocument, IndicatorDocument> edit) =>
        plan.Strategy(s => s with { Indicators = [.. s.Indicators.Select(i => i.Number == number ? edit(i) : i)] });

    public static PlanFile Cell(this PlanFile plan, string code, decimal value, params string[] at) =>
        plan.Dataset(
            code,
            d =>
                d with
                {
                    Observations =
                    [
                        .. d.Observations.Select(o => o.At.SequenceEqual(at) ? o with { Value = value } : o),
                    ],
                }
        );

    public static PlanFile Label(this PlanFile plan, string code, string from, string to) =>
        plan.Dataset(
            code,
            d =>
                d with
                {
                    Observations =
                    [
                        .. d.Observations.Select(o => o with { At = [.. o.At.Select(at => at == from ? to : at)] }),
                    ],
                }
        );

    public static PlanFile Dataset(this PlanFile plan, string code, Func<DatasetDocument, DatasetDocument> edit) =>
        plan with
        {
            Datasets = [.. plan.Datasets.Select(dataset => dataset.Code == code ? edit(dataset) : dataset)],
        };

    public static PlanFile Survey(this PlanFile plan, Func<NeedsSurveyDocument, NeedsSurveyDocument> edit) =>
        plan with
        {
            NeedsSurveys = [.. plan.NeedsSurveys.Select(edit)],
        };

    public static PlanFile Topic(this PlanFile plan, int number, Func<SurveyTopicDocument, SurveyTopicDocument> edit) =>
        plan.Survey(s => s with { Topics = [.. s.Topics.Select(t => t.Number == number ? edit(t) : t)] });

    /// <summary>Exchanges a piece of the text of one section's item.</summary>
    public static PlanFile Text(this PlanFile plan, int section, int item, string from, string to) =>
        plan.Section(
            section,
            s => s with { Items = [.. s.Items.Select((text, i) => i == item ? Exchanged(text, from, to) : text)] }
        );

    public static PlanFile Section(this PlanFile plan, int section, Func<SectionDocument, SectionDocument> edit) =>
        plan.Development(d => d with { Sections = [.. d.Sections.Select((s, i) => i == section ? edit(s) : s)] });

    private static NumberedTextDocument Exchanged(NumberedTextDocument item, string from, string to)
    {
        item.Text.ShouldContain(from);
        return item with { Text = item.Text.Replace(from, to, StringComparison.Ordinal) };
    }

    private static ProjectDocument Kept(
        PlanFile plan,
        ProjectDocument project,
        Func<ProjectDocument, ProjectDocument> edit
    ) => plan.Sources.Follow(project, edit(project));

    private static IReadOnlyList<ActivityDocument> Edited(
        PlanFile plan,
        IReadOnlyList<ActivityDocument> activities,
        string number,
        Func<ActivityDocument, ActivityDocument> edit
    ) =>
        [
            .. activities.Select(activity =>
                activity.Number == number
                    ? plan.Sources.Follow(activity, edit(activity))
                    : activity with
                    {
                        SubActivities = Edited(plan, activity.SubActivities, number, edit),
                    }
            ),
        ];
}
