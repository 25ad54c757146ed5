using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Findings;

namespace TeacherDevPlan.Api.GraphQL.Findings;

/// <summary>What findings add to the schema.</summary>
internal static class FindingSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<FindingSeverity>("How much a finding matters."),
                EnumType.Of<FindingStatus>(
                    "What became of a finding.",
                    ("OPEN", "Nobody has settled it."),
                    ("ACCEPTED", "Things are left as they are, for a reason."),
                    ("RESOLVED", "The plan agrees with itself there now.")
                ),
                EnumType.Of<FindingSide>(
                    "The sides of a finding.",
                    ("STATED", "What the plan states; what it was computed from gives way."),
                    ("COMPUTED", "What was computed from other parts of the plan; what is stated gives way.")
                ),
                new FindingCountsType(),
            ],
            Mutations = FindingMutations.All(),
        };
}
