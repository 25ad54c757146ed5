using System.Security.Cryptography;
using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>
/// Takes over a plan file: as a draft, which only its office sees until it is published, or for everybody. The same
/// file again changes nothing. A file that breaks its schema or a rule is refused whole
/// (<see cref="PlanFileRefused"/>).
/// </summary>
/// <param name="Content">The file, at most 5 MB.</param>
/// <param name="Publish">Whether to publish it, for which the caller needs the right to publish as well
/// (<see cref="PublishPlan"/>).</param>
[AllowedTo(Role.PlanOfficer)]
[EndsIn(typeof(PlanFileRefused))]
public sealed record ImportPlan(ReadOnlyMemory<byte> Content, bool Publish = false) : DryRunCommand<ImportReport>
{
    /// <summary>How many files the caller gave; one is right.</summary>
    public int Sources { get; init; } = 1;

    /// <summary>The file as read by <see cref="ImportPreparation"/>, which runs before the handler.</summary>
    internal PlanFile? File { get; init; }
}

public sealed class ImportPlanValidator : AbstractValidator<ImportPlan>
{
    public const int MaxBytes = 5 * 1024 * 1024;

    public ImportPlanValidator()
    {
        RuleFor(command => command.Sources)
            .Equal(1)
            .OverridePropertyName("content")
            .Refuse("give either content or file.", "ต้องระบุ content หรือ file อย่างใดอย่างหนึ่ง");
        RuleFor(command => command.Content.Length)
            .InclusiveBetween(1, MaxBytes)
            .OverridePropertyName("content")
            .Refuse("a plan file has 1 byte to 5 MB.", "ไฟล์แผนต้องมีขนาด 1 ไบต์ถึง 5 MB")
            .When(command => command.Sources == 1);
    }
}

public sealed class ImportPlanHandler(PlanImport import, IPersonStore persons, CommandSession session)
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
        // Names that were corrected or erased do not come back.
        if (await persons.FormerNamesAsync(opened.File.Office.Code, cancellationToken) is { } names)
            FormerNamesInFile.Replace(opened.File, names);
        var applied = command.Publish
            ? await import.PublishAsync(opened.File, cancellationToken)
            : await import.DraftAsync(opened.File, cancellationToken);
        var digest = Convert.ToHexStringLower(SHA256.HashData(command.Content.Span));
        return applied.Then(plan => ImportReport.Recorded(plan, opened.File, digest));
    }
}

/// <summary>A plan file, of the office that it is for.</summary>
public sealed record OpenedFile(PlanFile File) : IOpened
{
    public IEnumerable<string> Offices => [File.Office.Code];
}
