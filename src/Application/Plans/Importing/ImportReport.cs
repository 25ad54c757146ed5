using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>What an import, or the publication of what was imported, did.</summary>
/// <param name="RowsChanged">Rows added, changed or removed; 0 for a file that was already in.</param>
public sealed record ImportReport(
    Guid PlanId,
    string OfficeCode,
    int FiscalYear,
    ImportOutcome Outcome,
    int RowsChanged,
    int Projects,
    int Activities,
    int Indicators,
    int Datasets
) : Written(PlanId)
{
    /// <summary>Whether what the file says is public now; if not, it waits to be published.</summary>
    public required bool Published { get; init; }

    /// <summary>What of the document went into the plan; null where the file was not read from one.</summary>
    public PlanReading? Reading { get; init; }

    /// <summary>The open findings of the plan as the file says it.</summary>
    public required FindingCounts Findings { get; init; }

    /// <summary>The report on a file that was applied, with what goes on record.</summary>
    /// <param name="digest">The SHA-256 digest of the file that came in; null if none came in.</param>
    internal static Change<ImportReport> Recorded(AppliedPlan applied, PlanFile file, string? digest = null)
    {
        var report = Of(applied, file);
        return new Change<ImportReport>(report, applied.Plan)
        {
            Before = applied.Before,
            After = new
            {
                Projects = PlanFigures.Of(applied.Plan),
                report.OfficeCode,
                report.FiscalYear,
                Outcome = report.Outcome.ToString(),
                report.Published,
                report.RowsChanged,
                applied.Findings,
                FileSha256 = digest,
            },
            Rows = report.RowsChanged,
        };
    }

    private static ImportReport Of(AppliedPlan applied, PlanFile file) =>
        new(
            applied.Plan.Id,
            applied.Plan.Office.Code,
            applied.Plan.FiscalYear,
            applied.Before is null ? ImportOutcome.Created
                : applied.Rows > 0 ? ImportOutcome.Updated
                : ImportOutcome.Unchanged,
            applied.Rows,
            applied.Plan.Projects.Count,
            applied.Plan.Projects.Sum(project => project.Activities.Count),
            applied.StrategicPlan.Strategies.Sum(strategy => strategy.Indicators.Count),
            applied.Plan.Datasets.Count
        )
        {
            Published = applied.Plan.Published && !applied.Waits,
            Reading = file.Reading,
            Findings = applied.Open,
        };
}

public enum ImportOutcome
{
    Created,
    Updated,
    Unchanged,
}
