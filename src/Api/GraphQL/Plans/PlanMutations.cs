using System.Text;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Plans.Importing;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Plans;

/// <summary>The mutations that import plans.</summary>
internal static class PlanMutations
{
    private const string Publish = "publish";
    private const string Content = "content";
    private const string File = "file";

    private static readonly IReadOnlyList<(Member, Func<ImportReport, object?>)> Results =
    [
        Plan<ImportReport>(it => it.PlanId),
        (new Member("report", "ImportReport", "The result; null if the mutation was refused."), it => it),
    ];

    public static IReadOnlyList<IMutation> All() =>
        [
            new Mutation<ImportPlan, ImportReport>(
                "Imports a plan file: creates the office's plan of that year, or updates it to match the file. Without publish, the plan is a draft, "
                    + "which only its office sees, or stays as published until publishPlan; a dry run shows what publishing would come to. Importing "
                    + "the same file again changes nothing. Commitments and payments stay.",
                [
                    new Member(
                        Content,
                        "String",
                        "The text of the file, at most 5 MB in UTF-8. Exactly one of content and file is given."
                    ),
                    new Member(
                        File,
                        "Upload",
                        "The file itself, at most 5 MB: a JSON plan file, or a document in any form that is read."
                    ),
                    new Member(
                        Publish,
                        "Boolean",
                        "Whether everybody sees the plan from now on. Needs the right to publish as well.",
                        false
                    ),
                ],
                Results,
                Import
            ),
            new Mutation<PublishPlan, ImportReport>(
                "Publishes the plan file that was last imported without being published: everybody sees the plan, and what its office's plans share, "
                    + "as that file says. Changes nothing if no file waits.",
                [new Member("planId", "ID!", "The plan.")],
                Results,
                input => new PublishPlan(input.Id("planId", nameof(DevelopmentPlan)))
            ),
            new Mutation<ExportPlan, ExportedPlan>(
                "Writes a plan back as a plan file, as it is stored: importing it changes nothing. Of a plan that is not public, it is the draft.",
                [new Member("planId", "ID!", "The plan.")],
                [
                    Plan<ExportedPlan>(it => it.PlanId),
                    (
                        new Member(
                            Content,
                            "String",
                            "The text of the file, for importPlan; null if the mutation was refused."
                        ),
                        it => it.Content
                    ),
                ],
                input => new ExportPlan(input.Id("planId", nameof(DevelopmentPlan)))
            ),
        ];

    private static (Member, Func<T, object?>) Plan<T>(Func<T, object?> id) =>
        (new Member("developmentPlan", "DevelopmentPlan", "The plan; null if the mutation was refused."), id);

    private static ImportPlan Import(InputValues input)
    {
        var text = input.TextOrNull(Content);
        var file = input.ValueOrNull<ReadOnlyMemory<byte>>(File);
        return new ImportPlan(file ?? Encoding.UTF8.GetBytes(text ?? ""), input.ValueOrNull<bool>(Publish) ?? false)
        {
            Sources = (text is null ? 0 : 1) + (file is null ? 0 : 1),
        };
    }
}
