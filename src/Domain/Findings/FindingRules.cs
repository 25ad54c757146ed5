using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>All rules, and the faults that they find in a plan.</summary>
public static class FindingRules
{
    public static readonly IReadOnlyList<FindingRule> All =
    [
        new ActivityRowSum(),
        new SubActivitySum(),
        new QuarterColumnSum(),
        new TotalColumnSum(),
        new TotalRowSum(),
        new StatedBudgetTotal(),
        new FundingSplitSum(),
        new ShiftedRow(),
        new MissingTotal(),
        new MissingBudget(),
        new DatasetRowTotal(),
        new DatasetColumnTotal(),
        new DatasetGrandTotal(),
        new DatasetDifference(),
        new DatasetAverage(),
        new CombinedScoreMean(),
        new SurveyPercentage(),
        new SurveyDemandTooHigh(),
        new SurveyRespondents(),
        new NumberingGap(),
        new NumberingRepeat(),
        new NumberingOrder(),
        new CountDiffers(),
        new ProjectNameDiffers(),
        new ProjectNotListed(),
        new ProjectWithoutChapter(),
        new ProjectWithoutStrategy(),
        new ProjectStrategyName(),
        new ProjectWithoutUnit(),
        new ProjectWithoutOwner(),
        new OwnerWithoutPosition(),
        new EmptyKpiTarget(),
        new EmptyKpiMethod(),
        new KpiPercentRange(),
        new PeriodMissing(),
        new PeriodOutsideYear(),
        new ActivityOutsidePeriod(),
        new CalendarOutsideYear(),
        new ReportingPeriod(),
        new TitleYear(),
        new PersonSpelling(),
        new DistrictSpelling(),
        new UnitSpelling(),
        new OfficeSpelling(),
        new OtherOffice(),
        new IndicatorTargetFalls(),
        new IndicatorMissingYear(),
        new IndicatorPercentRange(),
        new IndicatorUnitName(),
    ];

    /// <summary>All faults of a plan, rule by rule.</summary>
    public static IReadOnlyList<(FindingRule Rule, Fault Fault)> Check(PlanFile plan) =>
        [.. All.SelectMany(rule => rule.Check(plan).Select(fault => (rule, fault)))];
}
