namespace TeacherDevPlan.Domain.Findings;

/// <summary>A fault that a rule found, with a place that is unique within the rule.</summary>
public sealed record FoundFault(FindingRule Rule, Fault Fault, string Place);

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
