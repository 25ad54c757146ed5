using System.Text;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Plans;

namespace TeacherDevPlan.Api.GraphQL.Plans;

/// <summary>The mutations that bring plans in.</summary>
internal static class PlanMutations
{
    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<ImportPlan, ImportReport>(
                "Takes over a plan file: creates the office's plan of that year or makes it what the file says. The same file again changes "
                    + "nothing; what was reserved and paid stays.",
                [new Member("content", "String!", "The text of the file, at most 5 MB in UTF-8.")],
                [
                    (
                        new Member("developmentPlan", "DevelopmentPlan", "The plan; null where it was refused."),
                        it => it.PlanId
                    ),
                    (new Member("report", "ImportReport", "What it did; null where it was refused."), it => it),
                ],
                input => new ImportPlan(Encoding.UTF8.GetBytes(input.Text("content")))
            ),
        ];
}
