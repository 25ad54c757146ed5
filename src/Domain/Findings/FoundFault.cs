using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings;

/// <summary>A fault that a rule found, with a place that is unique within the rule.</summary>
public sealed record FoundFault(FindingRule Rule, Fault Fault, string Place)
{
    /// <summary>All faults that the rules find in a plan.</summary>
    public static IReadOnlyList<FoundFault> In(PlanFile plan)
    {
        var seen = new Dictionary<(string Rule, string Place), int>();
        return [.. FindingRules.Check(plan).Select(found => Distinct(found.Rule, found.Fault))];

        FoundFault Distinct(FindingRule rule, Fault fault)
        {
            var key = (rule.Code, fault.Place);
            var times = seen[key] = seen.GetValueOrDefault(key) + 1;
            return new FoundFault(rule, fault, times == 1 ? fault.Place : $"{fault.Place}#{times}");
        }
    }
}

/// <summary>The number of open findings of a plan.</summary>
public sealed record FindingCounts(int Errors, int Warnings, int Infos)
{
    public static FindingCounts Open(IEnumerable<Finding> findings)
    {
        var open = findings
            .Where(finding => finding.Status == FindingStatus.Open)
            .CountBy(finding => finding.Severity)
            .ToDictionary();
        return new FindingCounts(
            open.GetValueOrDefault(FindingSeverity.Error),
            open.GetValueOrDefault(FindingSeverity.Warning),
            open.GetValueOrDefault(FindingSeverity.Info)
        );
    }
}
