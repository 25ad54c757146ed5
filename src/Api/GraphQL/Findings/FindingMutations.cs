using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Findings;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Findings;

/// <summary>The mutations that find what does not agree in a plan, and settle it.</summary>
internal static class FindingMutations
{
    private static readonly Member FindingId = new("findingId", "ID!", "Which finding.");
    private static readonly Member Settled = new("finding", "Finding", "The finding; null where it was refused.");

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<CheckPlan, CheckedPlan>(
                "Runs the rules over a plan as it is stored, and brings its findings in line with them. An import does the same.",
                [new Member("planId", "ID!", "Which plan.")],
                [
                    (
                        new Member("developmentPlan", "DevelopmentPlan", "The plan; null where it was refused."),
                        it => it.PlanId
                    ),
                    (new Member("findings", "FindingCounts", "The findings that are open now."), it => it.Open),
                    (new Member("added", "Int", "Findings that are new."), it => it.Changes.Added),
                    (new Member("reopened", "Int", "Findings that are open again."), it => it.Changes.Reopened),
                    (new Member("resolved", "Int", "Findings that are gone."), it => it.Changes.Resolved),
                ],
                input => new CheckPlan(input.Id("planId", nameof(DevelopmentPlan)))
            ),
            new Mutation<AcceptFinding, Written>(
                "Leaves things as they are, for a reason. The finding is open again as soon as other values are found there.",
                [FindingId, new Member("reason", "String!", "Why; 1 to 2000 characters.")],
                [(Settled, it => it.Id)],
                input => new AcceptFinding(input.Id(FindingId.Name, nameof(Finding)), input.Text("reason"))
            ),
            new Mutation<ResolveFinding, Written>(
                "Takes a side and changes the plan so that it holds. What was reserved and paid stays: a plan below it is refused.",
                [
                    FindingId,
                    new Member("take", "FindingSide!", "Which side is right."),
                    new Member("reason", "String", "Why; 1 to 2000 characters."),
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
