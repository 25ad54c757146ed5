using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Findings;

internal sealed class FindingType : NodeType<Finding>
{
    private const string InLanguage = ", in Thai where Accept-Language asks for it, else in English.";

    public FindingType(Lazy<NodeRegistry> nodes)
        : base("Something in a plan that does not agree with itself. Values stay as stated until someone resolves it.")
    {
        Value("rule", "String!", finding => finding.Rule, "SCREAMING_SNAKE, documented: \"ACTIVITY_ROW_SUM\".");
        Value("severity", "FindingSeverity!", finding => finding.Severity, "How much it matters.");
        Resolved(
            "message",
            "String!",
            "For a person" + InLanguage + " Lists are filtered and sorted by the English text.",
            context => Language.Of(context, ((Finding)context.Source!).Message)
        );
        One<DevelopmentPlan>("plan", "DevelopmentPlan!", finding => finding.PlanId, "The plan it is found in.");
        Resolved(
            "subject",
            "Node",
            "What it is about; null where it is about the plan's text.",
            context =>
                context.Source is Finding { SubjectType: { } type, SubjectId: { } id }
                    ? nodes.Value.Load(context, type, id)
                    : null
        );
        Value(
            "place",
            "String!",
            finding => finding.Place,
            "Names the place within its rule, also from one import to the next: \"project 4/activity 2.1/q3\"."
        );
        Resolved(
            "location",
            "String!",
            "Where in the document or the plan" + InLanguage + " Lists are filtered and sorted by the English text.",
            context => Language.Of(context, ((Finding)context.Source!).Location)
        );
        Value("statedValue", "String", finding => finding.StatedValue, "What is stated.");
        Value("computedValue", "String", finding => finding.ComputedValue, "What was computed.");
        Value("source", "Source", finding => finding.Source, "Where the stated value is printed, where that is known.");
        Value(
            "line",
            "Int",
            finding => finding.Source?.Line,
            "The line of the document, where it is known: to sort by."
        );
        Value("status", "FindingStatus!", finding => finding.Status, "Whether it is still open.");
        Value("statusReason", "String", finding => finding.StatusReason, "Why it was accepted or resolved.");
        Value(
            "statusChangedAt",
            "DateTime",
            finding => finding.StatusChangedAt,
            "Since when its status is what it is; null where it is open since it was found."
        );
        Value("statusChangedBy", "String", finding => finding.StatusChangedBy, "By whom it was changed.");
    }
}

internal sealed class FindingCountsType : ObjectType<FindingCounts>
{
    public FindingCountsType()
        : base("FindingCounts", "How many findings of a plan are open.")
    {
        Value("errors", "Int!", counts => counts.Errors, "Of severity ERROR.");
        Value("warnings", "Int!", counts => counts.Warnings, "Of severity WARNING.");
        Value("infos", "Int!", counts => counts.Infos, "Of severity INFO.");
    }
}
