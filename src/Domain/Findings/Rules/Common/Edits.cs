using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Common;

/// <summary>
/// Changes one place of a plan file and returns the changed file. A replaced part keeps its sources. If the part no
/// longer exists, the plan is returned unchanged.
/// </summary>
internal static class Edits
{
    public static PlanFile EditDevelopmentPlan(
        this PlanFile plan,
        Func<DevelopmentPlanDocument, DevelopmentPlanDocument> edit
    ) => plan with { DevelopmentPlan = plan.Sources.Follow(plan.DevelopmentPlan, edit(plan.DevelopmentPlan)) };

    public static PlanFile EditProject(this PlanFile plan, int number, Func<ProjectDocument, ProjectDocument> edit) =>
        plan.EditDevelopmentPlan(development =>
            development with
            {
                Projects =
                [
                    .. development.Projects.Select(project =>
                        project.Number == number ? plan.Sources.Follow(project, edit(project)) : project
                    ),
                ],
            }
        );

    /// <param name="path">The positions of the activity and its ancestors among their siblings, from the top.</param>
    public static PlanFile EditActivity(
        this PlanFile plan,
        int project,
        IReadOnlyList<int> path,
        Func<ActivityDocument, ActivityDocument> edit
    ) =>
        plan.EditProject(
            project,
            document => document with { Activities = EditActivities(plan.Sources, document.Activities, path, 0, edit) }
        );

    public static PlanFile EditDataset(this PlanFile plan, string code, Func<DatasetDocument, DatasetDocument> edit) =>
        plan with
        {
            Datasets =
            [
                .. plan.Datasets.Select(dataset =>
                    dataset.Code == code ? plan.Sources.Follow(dataset, edit(dataset)) : dataset
                ),
            ],
        };

    public static PlanFile EditObservation(
        this PlanFile plan,
        string code,
        IReadOnlyList<string> at,
        Func<ObservationDocument, ObservationDocument> edit
    ) =>
        plan.EditDataset(
            code,
            dataset =>
                dataset with
                {
                    Observations = Replace(
                        plan.Sources,
                        dataset.Observations,
                        observation => observation.At.SequenceEqual(at),
                        edit
                    ),
                }
        );

    public static PlanFile EditSurvey(
        this PlanFile plan,
        DateOnly surveyedOn,
        Func<NeedsSurveyDocument, NeedsSurveyDocument> edit
    ) =>
        plan with
        {
            NeedsSurveys = Replace(plan.Sources, plan.NeedsSurveys, survey => survey.SurveyedOn == surveyedOn, edit),
        };

    /// <summary>The list with the matching items edited.</summary>
    public static IReadOnlyList<T> Replace<T>(
        SourceMap sources,
        IReadOnlyList<T> items,
        Func<T, bool> meant,
        Func<T, T> edit
    )
        where T : class => [.. items.Select(item => meant(item) ? sources.Follow(item, edit(item)) : item)];

    /// <summary>The list with the item at a position edited.</summary>
    public static IReadOnlyList<T> ReplaceAt<T>(SourceMap sources, IReadOnlyList<T> items, int index, Func<T, T> edit)
        where T : class => [.. items.Select((item, i) => i == index ? sources.Follow(item, edit(item)) : item)];

    private static IReadOnlyList<ActivityDocument> EditActivities(
        SourceMap sources,
        IReadOnlyList<ActivityDocument> activities,
        IReadOnlyList<int> path,
        int depth,
        Func<ActivityDocument, ActivityDocument> edit
    ) =>
        ReplaceAt(
            sources,
            activities,
            path[depth],
            activity =>
                depth == path.Count - 1
                    ? edit(activity)
                    : activity with
                    {
                        SubActivities = EditActivities(sources, activity.SubActivities, path, depth + 1, edit),
                    }
        );
}
