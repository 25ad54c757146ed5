using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Api.GraphQL.Sources;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Api.GraphQL.Findings;

/// <summary>The part of the schema for findings.</summary>
internal static class FindingSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<FindingSeverity>("The severity of a finding."),
                EnumType.Of<FindingStatus>(
                    "The status of a finding.",
                    ("OPEN", "Neither accepted nor resolved."),
                    ("ACCEPTED", "The contradiction is accepted, with a reason."),
                    ("RESOLVED", "The contradiction no longer exists.")
                ),
                EnumType.Of<FindingSide>(
                    "The sides of a contradiction.",
                    ("STATED", "The stated value is correct; the values that it is compared with are changed."),
                    (
                        "COMPUTED",
                        "The value computed from other parts of the plan is correct; the stated value is changed."
                    )
                ),
                new FindingCountsType(),
                new FindingRuleType(),
            ],
            Queries =
            [
                TypeNames.Field(
                    "findingRules",
                    "[FindingRule!]!",
                    "All rules by which plans are checked, with their names in the language of the request.",
                    new CallSource(_ => new(FindingRules.All))
                ),
            ],
            Mutations = FindingMutations.All(),
        };
}
