using System.Security.Cryptography;
using FluentValidation;
using Mediator;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans;

/// <summary>
/// Takes over a plan file: creates the office's plan of that year or makes it what the file says. The same file again
/// changes nothing. A file that breaks its schema or a rule is refused whole (<see cref="PlanFileRefused"/>).
/// </summary>
/// <param name="Content">The file, UTF-8, at most 5 MB.</param>
[AllowedTo(Role.PlanOfficer)]
public sealed record ImportPlan(ReadOnlyMemory<byte> Content) : DryRunCommand<ImportReport>;

/// <summary>What an import did.</summary>
/// <param name="RowsChanged">Rows added, changed or removed; 0 for a file that was already in.</param>
public sealed record ImportReport(
    string OfficeCode,
    int FiscalYear,
    ImportOutcome Outcome,
    int RowsChanged,
    int Projects,
    int Activities,
    int Indicators,
    int Datasets
)
{
    public required Guid PlanId { get; init; }

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

public sealed class ImportPlanHandler(
    IPlanFileReader reader,
    PlanImport import,
    AccessControl access,
    IAuditTrail audit
) : ICommandHandler<ImportPlan, Result<ImportReport>>
{
    public async ValueTask<Result<ImportReport>> Handle(ImportPlan command, CancellationToken cancellationToken)
    {
        var read = reader.Read(command.Content);
        if (read.Error is { } refusal)
            return refusal;
        var file = read.Value;
        access.DemandOffice<ImportPlan>(file.Office.Code);
        var applied = await import.ApplyAsync(file, cancellationToken);
        if (!applied.Succeeded)
            return Result<ImportReport>.Refused(applied.Errors);

        var report = Report(applied.Value, file.Reading);
        if (report.RowsChanged > 0)
            audit.Write(EntryOf(command, applied.Value, report));
        return report;
    }

    private static AuditEntry EntryOf(ImportPlan command, AppliedPlan applied, ImportReport report) =>
        new(AuditKind.Write, "importPlan", [new NodeId(nameof(DevelopmentPlan), report.PlanId).ToString()])
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
        };

    private static ImportReport Report(AppliedPlan applied, PlanReading? reading) =>
        new(
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
            PlanId = applied.Plan.Id,
            Reading = reading,
            Findings = FindingCounts.Open(applied.Plan.Findings),
        };
}
