using System.Security.Cryptography;
using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>
/// Takes over a plan file: creates the office's plan of that year or makes it what the file says. The same file again
/// changes nothing. A file that breaks its schema or a rule is refused whole (<see cref="PlanFileRefused"/>).
/// </summary>
/// <param name="Content">The file, UTF-8, at most 5 MB.</param>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(PlanFileRefused))]
public sealed record ImportPlan(ReadOnlyMemory<byte> Content) : DryRunCommand<ImportReport>
{
    /// <summary>The file as read by <see cref="ImportPreparation"/>, which runs before the handler.</summary>
    internal PlanFile? File { get; init; }
}

/// <summary>What an import did.</summary>
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
    /// <summary>What of the document went into the plan; null where the file was not read from one.</summary>
    public PlanReading? Reading { get; init; }

    /// <summary>The findings that are open now.</summary>
    public required FindingCounts Findings { get; init; }
}

public enum ImportOutcome
{
    Created,
    Updated,
    Unchanged,
}

public sealed class ImportPlanValidator : AbstractValidator<ImportPlan>
{
    public const int MaxBytes = 5 * 1024 * 1024;

    public ImportPlanValidator() =>
        RuleFor(command => command.Content.Length)
            .InclusiveBetween(1, MaxBytes)
            .OverridePropertyName("content")
            .Refuse("a plan file has 1 byte to 5 MB.", "ไฟล์แผนต้องมีขนาด 1 ไบต์ถึง 5 MB");
}

public sealed class ImportPlanHandler(PlanImport import, CommandSession session)
    : CommandHandler<ImportPlan, OpenedFile, ImportReport>(session)
{
    /// <summary>What is stored is opened, and locked, once it is clear that the caller may.</summary>
    protected override Task<Result<OpenedFile>> OpenAsync(
        ImportPlan command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        Result<OpenedFile> opened = new OpenedFile(command.File!);
        return Task.FromResult(opened);
    }

    protected override async Task<Result<Change<ImportReport>>> DecideAsync(
        ImportPlan command,
        OpenedFile opened,
        CancellationToken cancellationToken
    )
    {
        var applied = await import.ApplyAsync(opened.File, cancellationToken);
        return applied.Then(plan => Change(command, plan, Report(plan, opened.File.Reading)));
    }

    private static Change<ImportReport> Change(ImportPlan command, AppliedPlan applied, ImportReport report) =>
        new(report, applied.Plan)
        {
            Before = applied.Before,
            After = new
            {
                Projects = PlanFigures.Of(applied.Plan),
                report.OfficeCode,
                report.FiscalYear,
                Outcome = report.Outcome.ToString(),
                report.RowsChanged,
                applied.Findings,
                FileSha256 = Convert.ToHexStringLower(SHA256.HashData(command.Content.Span)),
            },
            Rows = report.RowsChanged,
        };

    private static ImportReport Report(AppliedPlan applied, PlanReading? reading) =>
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
            Reading = reading,
            Findings = FindingCounts.Open(applied.Plan.Findings),
        };
}

/// <summary>A plan file, of the office that it is for.</summary>
public sealed record OpenedFile(PlanFile File) : IOpened
{
    public IEnumerable<string> Offices => [File.Office.Code];
}
