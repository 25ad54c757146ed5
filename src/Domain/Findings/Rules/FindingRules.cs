using TeacherDevPlan.Domain.Findings.Rules.Dates;
using TeacherDevPlan.Domain.Findings.Rules.Indicators;
using TeacherDevPlan.Domain.Findings.Rules.ItemNumbers;
using TeacherDevPlan.Domain.Findings.Rules.Privacy;
using TeacherDevPlan.Domain.Findings.Rules.Projects;
using TeacherDevPlan.Domain.Findings.Rules.Reading;
using TeacherDevPlan.Domain.Findings.Rules.Spending;
using TeacherDevPlan.Domain.Findings.Rules.Statistics;
using TeacherDevPlan.Domain.Findings.Rules.Wording;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules;

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
        new ListedBudgetDiffers(),
        new ListedBudgetTotal(),
        new ShiftedRow(),
        new MissingTotal(),
        new MissingBudget(),
        new MissingSpendingTable(),
        new AmountNotRead(),
        new AmountsMultiplied(),
        new ExpenseClassSum(),
        new FormulaDiffers(),
        new DatasetRowTotal(),
        new DatasetColumnTotal(),
        new DatasetGrandTotal(),
        new DatasetDifference(),
        new DatasetAverage(),
        new DatasetPercentage(),
        new FigureNotRead(),
        new RepeatedLabel(),
        new CombinedScoreMean(),
        new SurveyPercentage(),
        new SurveyDemandTooHigh(),
        new SurveyRespondents(),
        new SurveyRespondentsDiffer(),
        new NumberingGap(),
        new NumberingRepeat(),
        new NumberingOrder(),
        new CountDiffers(),
        new SchoolCount(),
        new ProjectNameDiffers(),
        new ProjectNotListed(),
        new ProjectWithoutChapter(),
        new ProjectWithoutStrategy(),
        new ProjectStrategyName(),
        new ProjectWithoutUnit(),
        new UnitNotListed(),
        new ProjectWithoutOwner(),
        new OwnerWithoutPosition(),
        new PersonPositions(),
        new EmptyKpiTarget(),
        new EmptyKpiMethod(),
        new SharedKpiTarget(),
        new KpiPercentRange(),
        new PeriodMissing(),
        new PeriodNotRead(),
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
        new MissingTargets(),
        new TargetNotRead(),
        new HeadingYear(),
        new MissingPart(),
        new CitizenId(),
        new TelephoneNumber(),
        new EmailAddress(),
    ];

    /// <summary>All faults of a plan, rule by rule.</summary>
    public static IReadOnlyList<(FindingRule Rule, Fault Fault)> Check(PlanFile plan) =>
        [.. All.SelectMany(rule => rule.Check(plan).Select(fault => (rule, fault)))];

    /// <summary>All faults of a plan, each with a place that is unique within its rule.</summary>
    public static IReadOnlyList<FoundFault> Find(PlanFile plan)
    {
        var seen = new Dictionary<(string Rule, string Place), int>();
        return [.. Check(plan).Select(found => Distinct(found.Rule, found.Fault))];

        FoundFault Distinct(FindingRule rule, Fault fault)
        {
            var key = (rule.Code, fault.Place);
            var times = seen[key] = seen.GetValueOrDefault(key) + 1;
            return new FoundFault(rule, fault, times == 1 ? fault.Place : $"{fault.Place}#{times}");
        }
    }
}
