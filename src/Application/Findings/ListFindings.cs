using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Application.Findings;

/// <summary>Findings, in the order in which they were found.</summary>
public sealed record ListFindings(ListArguments Arguments) : ListQuery<Finding>(Arguments);

public sealed class ListFindingsHandler(ListPlanner planner) : ListQueryHandler<ListFindings, Finding>(planner);

public sealed class FindingModel : QueryModel<Finding>
{
    public FindingModel()
        : base("Finding")
    {
        Id(finding => finding.Id);
        Value("rule", finding => finding.Rule);
        Value("severity", finding => finding.Severity);
        // In English, whatever the language of the request: a filter means the same for everybody.
        Value("message", finding => finding.MessageEn);
        Related("plan", finding => finding.Plan);
        Value("place", finding => finding.Place);
        Value("location", finding => finding.LocationEn);
        Value("statedValue", finding => finding.StatedValue);
        Value("computedValue", finding => finding.ComputedValue);
        Value("line", finding => (int?)finding.Source!.Line);
        Value("status", finding => finding.Status);
        Value("statusChangedAt", finding => finding.StatusChangedAt);
    }
}
