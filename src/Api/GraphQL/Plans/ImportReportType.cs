using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Plans;

namespace TeacherDevPlan.Api.GraphQL.Plans;

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
