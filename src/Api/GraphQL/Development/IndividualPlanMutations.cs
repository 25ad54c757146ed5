using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Development;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The mutations of plans of single people.</summary>
internal static class IndividualPlanMutations
{
    /// <summary>The input AssessmentInput.</summary>
    public static readonly IReadOnlyList<Member> Assessment =
    [
        new("competency", "String!", "The code of a competency from `competencies`; each one once."),
        new("level", "Int!", $"{PlanContent.LowestLevel} (lowest) to {PlanContent.HighestLevel} (highest)."),
        new("note", "String", "Up to 2000 characters."),
    ];

    /// <summary>The input IndividualPlanItemInput.</summary>
    public static readonly IReadOnlyList<Member> Item =
    [
        new("topic", "String", "The code of a topic from `developmentTopics`; this or a competency is required."),
        new("competency", "String", "The code of a competency from `competencies`."),
        new("method", "String!", "The code of a method from `developmentMethods`."),
        new("from", "LocalDate!", "The first day. One of the days must be in the fiscal year."),
        new("to", "LocalDate!", "The last day."),
        new("goal", "String!", "What the person wants to reach; 1 to 2000 characters."),
        new("benefit", "String", "What it is good for; up to 2000 characters."),
        new("support", "String", "The support that the person asks for; up to 2000 characters."),
        new("projectId", "ID", "A published project of the office's plan of the year."),
    ];

    private static readonly Member PlanId = new("planId", "ID!", "The plan.");

    private static readonly Member Version = new(
        "expectedVersion",
        "Int!",
        "The version of the plan that the change is based on; if it has changed, the result is a ConflictError."
    );

    private static readonly (Member, Func<Written, object?>) ThePlan = (
        new Member(
            "plan",
            "IndividualDevelopmentPlan",
            "The plan; null if the mutation was refused, or if the caller does not see it."
        ),
        it => it.Id
    );

    public static IReadOnlyList<IMutation> All() =>
        [
            Save(),
            new Mutation<SubmitIndividualDevelopmentPlan, Written>(
                "Hands the caller's own plan to the supervisor. It must be DRAFT or RETURNED and have one item at least.",
                [PlanId, Version],
                [ThePlan],
                input => new SubmitIndividualDevelopmentPlan(
                    input.Id(PlanId.Name, nameof(IndividualDevelopmentPlan)),
                    input.Value<int>(Version.Name)
                )
            ),
            new Mutation<ApproveIndividualDevelopmentPlan, Written>(
                "Approves a SUBMITTED plan of a person whose direct supervisor the caller is; if no supervisor is recorded, of a person at a school "
                    + "that the caller directs.",
                [PlanId, Version],
                [ThePlan],
                input => new ApproveIndividualDevelopmentPlan(
                    input.Id(PlanId.Name, nameof(IndividualDevelopmentPlan)),
                    input.Value<int>(Version.Name)
                )
            ),
            new Mutation<ReturnIndividualDevelopmentPlan, Written>(
                "Gives a SUBMITTED plan back to the person. Whoever approves it can also return it.",
                [PlanId, Version, new Member("reason", "String!", "Why; 1 to 2000 characters.")],
                [ThePlan],
                input => new ReturnIndividualDevelopmentPlan(
                    input.Id(PlanId.Name, nameof(IndividualDevelopmentPlan)),
                    input.Value<int>(Version.Name),
                    input.Text("reason")
                )
            ),
            new Mutation<CloseIndividualDevelopmentPlan, Written>(
                "Ends the work on an APPROVED plan of the office.",
                [PlanId, Version],
                [ThePlan],
                input => new CloseIndividualDevelopmentPlan(
                    input.Id(PlanId.Name, nameof(IndividualDevelopmentPlan)),
                    input.Value<int>(Version.Name)
                )
            ),
        ];

    private static Mutation<SaveIndividualDevelopmentPlan, Written> Save() =>
        new(
            "Writes the caller's own plan for a fiscal year, in place of all that was written before. Saving an APPROVED plan makes another "
                + "revision, which is DRAFT; what was approved stays in force until the new revision is approved.",
            [
                new Member("personId", "ID!", "The caller's own record: `me`."),
                new Member("fiscalYear", "Int!", "Buddhist era."),
                new Member(
                    Version.Name,
                    "Int!",
                    "The version of the plan that the change is based on, 0 if there is none; if it has changed, the result is a ConflictError."
                ),
                new Member(
                    "assessments",
                    "[AssessmentInput!]!",
                    $"The person's assessment of themselves; up to {SaveIndividualDevelopmentPlanValidator.MostItems}."
                ),
                new Member(
                    "items",
                    "[IndividualPlanItemInput!]!",
                    $"What the person plans to learn, the most important first; up to {SaveIndividualDevelopmentPlanValidator.MostItems}."
                ),
            ],
            [ThePlan],
            input => new SaveIndividualDevelopmentPlan(
                input.Id("personId", nameof(Person)),
                input.Value<int>("fiscalYear"),
                input.Value<int>(Version.Name),
                [
                    .. input
                        .List("assessments")
                        .Select(one => new AssessmentInput(
                            one.Text("competency"),
                            one.Value<int>("level"),
                            one.TextOrNull("note")
                        )),
                ],
                [.. input.List("items").Select(ItemOf)]
            )
        );

    private static PlanItemInput ItemOf(InputValues item) =>
        new(
            item.TextOrNull("topic"),
            item.TextOrNull("competency"),
            item.Text("method"),
            item.Value<DateOnly>("from"),
            item.Value<DateOnly>("to"),
            item.Text("goal"),
            item.TextOrNull("benefit"),
            item.TextOrNull("support"),
            item.IdOrNull("projectId", nameof(Project))
        );
}
