using System.Text;
using TeacherDevPlan.Api.GraphQL.Budgets;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Plans;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Api.GraphQL.Plans;

/// <summary>The mutations that bring plans in.</summary>
internal static class PlanMutations
{
    public static IReadOnlyList<IMutation> All(LedgerErrorTypes errors, PlanErrorTypes planErrors) =>
        [
            new Mutation<ImportReport>(
                "importPlan",
                "Takes over a plan file: creates the office's plan of that year or makes it what the file says. The same file again changes "
                    + "nothing; what was reserved and paid stays.",
                [new Member("content", "String!", "The text of the file, at most 5 MB in UTF-8.")],
                [
                    (
                        new Member("developmentPlan", "DevelopmentPlan", "The plan; null where it was refused."),
                        (context, it) => OperationReads.Of(context).ById<DevelopmentPlan>().Load(it.PlanId)
                    ),
                    (new Member("report", "ImportReport", "What it did; null where it was refused."), (_, it) => it),
                ],
                [errors.Validation, planErrors.Refused],
                input => new ImportPlan(Encoding.UTF8.GetBytes(input.Text("content"))),
                KeyUse.DryRun
            ),
        ];
}

internal sealed class ImportReportType : ObjectType<ImportReport>
{
    public ImportReportType()
        : base("ImportReport", "What an import did.")
    {
        Value("outcome", "ImportOutcome!", report => report.Outcome, "What became of the plan.");
        Value("rowsChanged", "Int!", report => report.RowsChanged, "Rows added, changed or removed.");
        Value("projects", "Int!", report => report.Projects, "Projects of the plan.");
        Value("activities", "Int!", report => report.Activities, "Activities of all its projects.");
        Value("indicators", "Int!", report => report.Indicators, "Indicators of the strategic plan.");
        Value("datasets", "Int!", report => report.Datasets, "Tables of statistics.");
        Value(
            "lines",
            "Int",
            report => report.Reading?.Lines,
            "Lines of the document that are not blank; null for a file that was not read from one."
        );
        Value("linesUsed", "Int", report => report.Reading?.LinesUsed, "Those that went into the plan.");
        Value(
            "unread",
            "[UnreadPassage!]!",
            report => report.Reading?.Unread ?? [],
            "Those that went nowhere, and why."
        );
        Value("findings", "FindingCounts!", report => report.Findings, "The findings that are open now.");
    }
}
