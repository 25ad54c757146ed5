using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Api.GraphQL.Findings;

internal sealed class FindingRuleType : ObjectType<FindingRule>
{
    public FindingRuleType()
        : base("FindingRule", "A rule that detects one kind of contradiction in plans.")
    {
        Value("rule", "String!", rule => rule.Code, "The code of the rule, as in Finding.rule.");
        Value("name", "String!", rule => rule.Name, "The rule in a few words, in the language of the request.");
        Value(
            "meaning",
            "String!",
            rule => rule.Meaning,
            "What a finding of this rule means, in the language of the request."
        );
        Value("severity", "FindingSeverity!", rule => rule.Severity, "The severity of its findings.");
    }
}
