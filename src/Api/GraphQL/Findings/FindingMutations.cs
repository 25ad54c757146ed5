using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Findings;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Findings;

/// <summary>The mutations that check plans and resolve findings.</summary>
internal static class FindingMutations
{
    private static readonly Member FindingId = new("findingId", "ID!", "The finding.");
    private static readonly Member Settled = new(
        "finding",
        "Finding",
        "The finding; null if the mutation was refused."
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<CheckPlan, CheckedPlan>(
                "Checks a stored plan against all rules and updates its findings. An import does the same.",
                [new Member("planId", "ID!", "The plan.")],
                [
                    (
                        new Member("developmentPlan", "DevelopmentPlan", "The plan; null if the mutation was refused."),
                        it => it.PlanId
                    ),
                    (new Member("findings", "FindingCounts", "Open findings after the check."), it => it.Open),
                    (new Member("added", "Int", "Number of new findings."), it => it.Changes.Added),
                    (new Member("reopened", "Int", "Number of reopened findings."), it => it.Changes.Reopened),
                    (new Member("resolved", "Int", "Number of resolved findings."), it => it.Changes.Resolved),
                ],
                input => new CheckPlan(input.Id("planId", nameof(DevelopmentPlan)))
            ),
            new Mutation<AcceptFinding, Written>(
                "Accepts a contradiction as it is, with a reason. The finding is reopened when its values change.",
                [FindingId, new Member("reason", "String!", "The reason; 1 to 2000 characters.")],
                [(Settled, it => it.Id)],
                input => new AcceptFinding(input.Id(FindingId.Name, nameof(Finding)), input.Text("reason"))
            ),
            new Mutation<ResolveFinding, Written>(
                "Takes one side as correct and changes the plan accordingly. Commitments and payments stay; planned amounts below them are refused.",
                [
                    FindingId,
                    new Member("take", "FindingSide!", "The side that is correct."),
                    new Member("reason", "String", "The reason; 1 to 2000 characters."),
                ],
                [(Settled, it => it.Id)],
                input => new ResolveFinding(
                    input.Id(FindingId.Name, nameof(Finding)),
                    input.Value<FindingSide>("take"),
                    input.TextOrNull("reason")
                )
            ),
        ];
}
