using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>All rules, and what they find in a plan.</summary>
public static class FindingRules
{
    public static readonly IReadOnlyList<FindingRule> All = [new Rules.ActivityRowSum()];

    /// <summary>Every fault of a plan, rule by rule.</summary>
    public static IReadOnlyList<(FindingRule Rule, Fault Fault)> Check(PlanFile plan) =>
        [.. All.SelectMany(rule => rule.Check(plan).Select(fault => (rule, fault)))];
}
