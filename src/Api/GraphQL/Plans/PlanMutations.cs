using System.Text;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Plans;

namespace TeacherDevPlan.Api.GraphQL.Plans;

/// <summary>The mutations that import plans.</summary>
internal static class PlanMutations
{
    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<ImportPlan, ImportReport>(
                "Imports a plan file: creates the office's plan of that year, or updates it to match the file. Importing the same file again changes "
                    + "nothing. Commitments and payments stay.",
                [new Member("content", "String!", "The text of the file, at most 5 MB in UTF-8.")],
                [
                    (
                        new Member("developmentPlan", "DevelopmentPlan", "The plan; null if the mutation was refused."),
                        it => it.PlanId
                    ),
                    (
                        new Member(
                            "report",
                            "ImportReport",
                            "The result of the import; null if the mutation was refused."
                        ),
                        it => it
                    ),
                ],
                input => new ImportPlan(Encoding.UTF8.GetBytes(input.Text("content")))
            ),
        ];
}
