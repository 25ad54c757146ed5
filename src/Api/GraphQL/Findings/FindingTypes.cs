using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Findings;

internal sealed class FindingType : NodeType<Finding>
{
    public FindingType(Lazy<NodeRegistry> nodes)
        : base("Something in a plan that does not agree with itself. Values stay as stated until someone resolves it.")
    {
        Value("rule", "String!", finding => finding.Rule, "SCREAMING_SNAKE, documented: \"ACTIVITY_ROW_SUM\".");
        Value("severity", "FindingSeverity!", finding => finding.Severity, "How much it matters.");
        Value("message", "String!", finding => finding.Message, "For a person.");
        One<DevelopmentPlan>("plan", "DevelopmentPlan!", finding => finding.PlanId, "The plan it is found in.");
        Resolved(
            "subject",
            "Node",
            "What it is about; null where it is about the plan's text.",
            context =>
                context.Source is Finding { SubjectType: { } type, SubjectId: { } id }
                    ? nodes.Value.Load(OperationReads.Of(context), type, id)
                    : null
        );
        Value("location", "String!", finding => finding.Location, "Where in the document or the plan.");
        Value("statedValue", "String", finding => finding.StatedValue, "What is stated.");
        Value("computedValue", "String", finding => finding.ComputedValue, "What was computed.");
        Value("status", "FindingStatus!", finding => finding.Status, "Whether it is still open.");
    }
}
