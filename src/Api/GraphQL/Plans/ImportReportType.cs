using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Plans.Importing;

namespace TeacherDevPlan.Api.GraphQL.Plans;

internal sealed class ImportReportType : ObjectType<ImportReport>
{
    public ImportReportType()
        : base("ImportReport", "The result of an import.")
    {
        Value(
            "outcome",
            "ImportOutcome!",
            report => report.Outcome,
            "Whether the plan was created, changed or left unchanged."
        );
        Value(
            "published",
            "Boolean!",
            report => report.Published,
            "Whether everybody sees what the file says; if not, it waits for publishPlan."
        );
        Value("rowsChanged", "Int!", report => report.RowsChanged, "Number of rows added, changed or deleted.");
        Value("projects", "Int!", report => report.Projects, "Number of projects of the plan.");
        Value("activities", "Int!", report => report.Activities, "Number of activities of all projects.");
        Value("indicators", "Int!", report => report.Indicators, "Number of indicators of the strategic plan.");
        Value("datasets", "Int!", report => report.Datasets, "Number of datasets.");
        Value(
            "lines",
            "Int",
            report => report.Reading?.Lines,
            "Number of non-blank lines of the document; null for a JSON plan file."
        );
        Value("linesUsed", "Int", report => report.Reading?.LinesUsed, "Number of lines that are in the plan.");
        Value(
            "unread",
            "[UnreadPassage!]!",
            report => report.Reading?.Unread ?? [],
            "Lines that were not used, and why."
        );
        Value(
            "findings",
            "FindingCounts!",
            report => report.Findings,
            "Open findings of the plan as the file says it."
        );
    }
}
