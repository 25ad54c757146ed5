using System.Text;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Plans;

/// <summary>The mutations that import plans.</summary>
internal static class PlanMutations
{
    private const string Publish = "publish";

    private static readonly IReadOnlyList<(Member, Func<ImportReport, object?>)> Results =
    [
        (
            new Member("developmentPlan", "DevelopmentPlan", "The plan; null if the mutation was refused."),
            it => it.PlanId
        ),
        (new Member("report", "ImportReport", "The result; null if the mutation was refused."), it => it),
    ];

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<ImportPlan, ImportReport>(
                "Imports a plan file: creates the office's plan of that year, or updates it to match the file. Without publish, the plan is a draft, "
                    + "which only its office sees, or stays as published until publishPlan; a dry run shows what publishing would come to. Importing "
                    + "the same file again changes nothing. Commitments and payments stay.",
                [
                    new Member("content", "String!", "The text of the file, at most 5 MB in UTF-8."),
                    new Member(
                        Publish,
                        "Boolean",
                        "Whether everybody sees the plan from now on. Needs the right to publish as well.",
                        false
                    ),
                ],
                Results,
                input => new ImportPlan(
                    Encoding.UTF8.GetBytes(input.Text("content")),
                    input.ValueOrNull<bool>(Publish) ?? false
                )
            ),
            new Mutation<PublishPlan, ImportReport>(
                "Publishes the plan file that was last imported without being published: everybody sees the plan, and what its office's plans share, "
                    + "as that file says. Changes nothing if no file waits.",
                [new Member("planId", "ID!", "The plan.")],
                Results,
                input => new PublishPlan(input.Id("planId", nameof(DevelopmentPlan)))
            ),
        ];
}
