using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Plans;

/// <summary>
/// Recreates the plan file of a stored plan. Applying it to that plan changes nothing. Parts without an order of their
/// own are sorted by number.
/// </summary>
public static class StoredPlanFile
{
    /// <param name="printed">The sources of the plan's parts.</param>
    /// <param name="reading">How much of the document was read; null if the plan was not read from one.</param>
    public static PlanFile Of(
        Office office,
        StrategicPlan strategicPlan,
        DevelopmentPlan plan,
        IEnumerable<PrintedSource> printed,
        PlanReading? reading
    )
    {
        var parts = new StatedParts(printed);
        return new PlanFile(
            OfficeOf(parts, office, plan),
            StrategicPlanOf(parts, strategicPlan, plan),
            DevelopmentPlanOf(parts, plan)
        )
        {
            NeedsSurveys = [.. plan.NeedsSurveys.OrderBy(survey => survey.SurveyedOn).Select(one => Of(parts, one))],
            Datasets = [.. plan.Datasets.OrderBy(dataset => dataset.Position).Select(one => Of(parts, one))],
            Sources = parts.Sources,
            Reading = reading,
        };
    }

    private static OfficeDocument OfficeOf(StatedParts parts, Office office, DevelopmentPlan plan)
    {
        var staff = office.Staff.ToDictionary(member => member.Id);
        return parts.Of(
            office,
            new OfficeDocument(
                office.Code,
                office.Name,
                office.Kind,
                office.Province,
                [.. office.Districts.OrderBy(district => district.Position).Select(district => district.Name)],
                [
                    .. office
                        .OrgUnits.Where(unit => plan.StatedUnits.Contains(unit.Id))
                        .OrderBy(unit => unit.Number)
                        .Select(unit => parts.Of(unit, new OrgUnitDocument(unit.Number, unit.Name))),
                ]
            )
            {
                Staff =
                [
                    .. plan
                        .ListedStaff.Where(staff.ContainsKey)
                        .Select(id => staff[id])
                        .Select(one =>
                            parts.Of(
                                one,
                                new StaffMemberDocument(
                                    one.Name,
                                    one.Position,
                                    one.OrgUnit?.Number,
                                    one.AcademicStanding
                                )
                            )
                        ),
                ],
            }
        );
    }

    private static StrategicPlanDocument StrategicPlanOf(
        StatedParts parts,
        StrategicPlan plan,
        DevelopmentPlan statedBy
    ) =>
        parts.Of(
            plan,
            new StrategicPlanDocument(
                plan.FirstFiscalYear,
                plan.LastFiscalYear,
                StatedParts.Single(plan.Texts, StrategicPlanTextKind.Vision),
                StatedParts.Single(plan.Texts, StrategicPlanTextKind.Values),
                [
                    .. plan
                        .Strategies.Where(strategy => statedBy.StatedStrategies.Contains(strategy.Id))
                        .OrderBy(strategy => strategy.Number)
                        .Select(strategy => Of(parts, strategy)),
                ]
            )
            {
                Missions = parts.Texts(plan.Texts, StrategicPlanTextKind.Mission),
                Goals = parts.Texts(plan.Texts, StrategicPlanTextKind.Goal),
                SuccessFactors = parts.Texts(plan.Texts, StrategicPlanTextKind.SuccessFactor),
            }
        );

    private static StrategyDocument Of(StatedParts parts, Strategy strategy) =>
        parts.Of(
            strategy,
            new StrategyDocument(strategy.Number, strategy.Name)
            {
                Objectives = parts.Texts(strategy.Objectives, StrategyTextKind.Objective),
                Indicators =
                [
                    .. strategy
                        .Indicators.OrderBy(one => one.Number)
                        .Select(one =>
                            parts.Of(
                                one,
                                new IndicatorDocument(
                                    one.Number,
                                    one.Name,
                                    one.Unit,
                                    one.Level,
                                    [
                                        .. one
                                            .Targets.OrderBy(target => target.FiscalYear)
                                            .Select(target =>
                                                parts.Of(
                                                    target,
                                                    new IndicatorTargetDocument(target.FiscalYear, target.Target)
                                                )
                                            ),
                                    ]
                                )
                                {
                                    Direction =
                                        one.OwnDirection == IndicatorDirection.HigherIsBetter ? null : one.OwnDirection,
                                    Baseline = one.Baseline,
                                }
                            )
                        ),
                ],
                Guidelines =
                [
                    .. strategy
                        .Guidelines.OrderBy(one => one.Position)
                        .Select(one =>
                            parts.Of(one, new GuidelineDocument(one.Number, one.Heading, one.Text, one.Level))
                        ),
                ],
            }
        );

    private static DevelopmentPlanDocument DevelopmentPlanOf(StatedParts parts, DevelopmentPlan plan) =>
        parts.Of(
            plan,
            new DevelopmentPlanDocument(
                plan.FiscalYear,
                plan.Title,
                [
                    .. plan
                        .Projects.OrderBy(project => project.Number)
                        .Select(project => StoredProjectDocument.Of(parts, project)),
                ]
            )
            {
                FocusPoints = parts.Texts(plan.Texts, DevelopmentPlanTextKind.FocusPoint),
                Needs = parts.Texts(plan.Texts, DevelopmentPlanTextKind.Need),
                Calendar =
                [
                    .. plan
                        .Calendar.OrderBy(step => step.Position)
                        .Select(step =>
                            parts.Of(
                                step,
                                new CalendarStepDocument(step.Number, step.Name, [.. step.Months.Select(MonthText.Of)])
                            )
                        ),
                ],
                Sections = [.. plan.Sections.OrderBy(section => section.Position).Select(one => Of(parts, one))],
            }
        );

    private static SectionDocument Of(StatedParts parts, PlanSection section) =>
        parts.Of(
            section,
            new SectionDocument(
                section.Number,
                section.Heading,
                section.Level,
                [.. section.Items.OrderBy(text => text.Position).Select(parts.Text)]
            )
        );

    private static NeedsSurveyDocument Of(StatedParts parts, NeedsSurvey survey) =>
        parts.Of(
            survey,
            new NeedsSurveyDocument(
                survey.SurveyedOn,
                survey.Respondents,
                [
                    .. survey
                        .Topics.OrderBy(topic => topic.Position)
                        .Select(one =>
                            parts.Of(one, new SurveyTopicDocument(one.Number, one.Name, one.Demand, one.Percentage))
                        ),
                ]
            )
        );

    private static DatasetDocument Of(StatedParts parts, Dataset dataset) =>
        parts.Of(
            dataset,
            new DatasetDocument(
                dataset.Code,
                dataset.Title,
                dataset.AsOf,
                dataset.Dimensions,
                [
                    .. dataset
                        .Observations.OrderBy(one => one.Position)
                        .Select(one => parts.Of(one, new ObservationDocument(one.At, one.Value, one.Text, one.Total))),
                ],
                dataset.PersonalData
            )
        );
}
