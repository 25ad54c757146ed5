using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>The part of <see cref="StoredPlanFile"/> for one project.</summary>
internal static class StoredProjectDocument
{
    public static ProjectDocument Of(StatedParts parts, Project project) =>
        parts.Of(
            project,
            new ProjectDocument(
                project.Number,
                project.Name,
                project.Nature,
                project.Status,
                project.Strategy.Number,
                project.StrategyPrinted,
                project.ResponsibleUnit.Number,
                project.ResponsibleUnitPrinted,
                [
                    .. project
                        .Owners.OrderBy(owner => owner.Order)
                        .Select(owner => parts.Of(owner, new ProjectOwnerDocument(owner.Name, owner.Position))),
                ],
                project.StartsOn,
                project.EndsOn,
                project.PeriodPrinted,
                project.Venue,
                project.VirementAllowed,
                [
                    .. project
                        .FundingSources.OrderBy(source => source.Position)
                        .Select(source => parts.Of(source, new FundingSourceDocument(source.Kind, source.Amount))),
                ],
                project.StatedBudget,
                StatedParts.Single(project.Texts, ProjectTextKind.Rationale),
                Activities(parts, project.Activities.ToLookup(activity => activity.ParentId), null),
                project.PrintedTotals == PrintedAmounts.None ? null : project.PrintedTotals,
                [.. project.Kpis.OrderBy(kpi => kpi.Position).Select(kpi => parts.Of(kpi, Of(kpi)))]
            )
            {
                NamePrinted = project.NamePrinted,
                Headings = parts.Texts(project.Texts, ProjectTextKind.Heading),
                SuccessMeasures = parts.Texts(project.Texts, ProjectTextKind.SuccessMeasure),
                Objectives = parts.Texts(project.Texts, ProjectTextKind.Objective),
                OutputTargets = parts.Texts(project.Texts, ProjectTextKind.OutputTarget),
                OutcomeTargets = parts.Texts(project.Texts, ProjectTextKind.OutcomeTarget),
                TargetGroups =
                [
                    .. StatedParts.OfKind(project.Texts, ProjectTextKind.TargetGroup).Select(text => text.Text),
                ],
                ExpectedResults = parts.Texts(project.Texts, ProjectTextKind.ExpectedResult),
            }
        );

    private static IReadOnlyList<ActivityDocument> Activities(
        StatedParts parts,
        ILookup<Guid?, Activity> byParent,
        Guid? parent
    ) =>
        [
            .. byParent[parent]
                .OrderBy(activity => activity.Position)
                .Select(activity =>
                    parts.Of(
                        activity,
                        new ActivityDocument(
                            activity.Number,
                            activity.Name,
                            activity.Printed.Q1,
                            activity.Printed.Q2,
                            activity.Printed.Q3,
                            activity.Printed.Q4,
                            activity.Printed.Total
                        )
                        {
                            SubActivities = Activities(parts, byParent, activity.Id),
                        }
                    )
                ),
        ];

    private static ProjectKpiDocument Of(ProjectKpi kpi) =>
        new(
            kpi.Number,
            kpi.Group,
            kpi.Kind,
            kpi.Name,
            kpi.TargetText.Length == 0 ? null : kpi.TargetText,
            kpi.TargetValue,
            kpi.TargetUnit
        )
        {
            Methods = kpi.Methods,
            Tools = kpi.Tools,
        };
}
