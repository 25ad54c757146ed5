using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Application.Events.Attending;

/// <summary>
/// Takes over a list of attendance, as <see cref="RecordAttendance"/> records it: all rows, or none. The same file again
/// changes nothing, and the order of its rows does not matter.
/// </summary>
/// <param name="ContentDigest">What stands for the file in the digest of the request, set by
/// <see cref="AttendanceFilePreparation"/>: made with a key, because a file can be guessed from a plain digest.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState), typeof(AttendanceFileRefused))]
public sealed record ImportAttendance(GivenId OfferingId, string? ContentDigest = null)
    : IdempotentCommand<AttendanceReport>,
        IOptionalKey
{
    /// <summary>The file. Not public, so that no digest and no log contains it.</summary>
    internal ReadOnlyMemory<byte> Content { get; private init; }

    /// <summary>The file as read before the transaction.</summary>
    internal AttendanceFile? File { get; init; }

    /// <summary>The same for a file, at most 5 MB.</summary>
    public ImportAttendance Of(ReadOnlyMemory<byte> content) => this with { Content = content };
}

public sealed class ImportAttendanceValidator : AbstractValidator<ImportAttendance>
{
    public const int MaxBytes = 5 * 1024 * 1024;

    public ImportAttendanceValidator() =>
        RuleFor(command => command.Content.Length)
            .InclusiveBetween(1, MaxBytes)
            .OverridePropertyName("file")
            .Refuse("a file has 1 byte to 5 MB.", "ไฟล์ต้องมีขนาด 1 ไบต์ถึง 5 MB");
}

/// <summary>What an import of attendance did.</summary>
/// <param name="File">The file as it was read.</param>
/// <param name="Recorded">Minutes of a person in a session that are new or changed.</param>
/// <param name="Unchanged">Minutes that were on record.</param>
public sealed record AttendanceReport(Guid Offering, AttendanceFile File, int Recorded, int Unchanged)
    : Written(Offering)
{
    public override IReadOnlyList<int> Counts => [Recorded, Unchanged];
}

public sealed class ImportAttendanceHandler(IEventStore events, IAttendanceFileReader reader, CommandSession session)
    : CommandHandler<ImportAttendance, OpenedOffering, AttendanceReport>(session)
{
    protected override async Task<Result<OpenedOffering>> OpenAsync(
        ImportAttendance command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await events.OpenAsync(command.OfferingId.Id, OfferingParts.Attendances, cancellationToken) is { } offering
            ? new OpenedOffering(offering, [offering.Office.Code])
            : new NotFound(nameof(Offering), command.OfferingId.Text);

    protected override async Task<Result<Change<AttendanceReport>>> DecideAsync(
        ImportAttendance command,
        OpenedOffering opened,
        CancellationToken cancellationToken
    )
    {
        var (offering, file) = (opened.Offering, command.File!);
        if (offering.RefusalToAttend is { } refusal)
            return Result<Change<AttendanceReport>>.Refused([refusal]);
        var now = Session.Time.GetUtcNow();
        var found = new AttendanceFinder(
            offering,
            await events.ParticipantsAsync(offering, cancellationToken),
            file,
            reader.KeyOf
        ).Find(now);
        if (!found.Succeeded)
            return Result<Change<AttendanceReport>>.Refused(found.Errors);
        var changed = found.Value.Where(one => one.Enrollment.MinutesOf(one.Session.Id) != one.Minutes).ToList();
        var refusals = changed.Count == 0 ? [] : offering.Attend(changed, now);
        if (refusals.Count > 0)
            return Result<Change<AttendanceReport>>.Refused(refusals);
        var report = new AttendanceReport(offering.Id, file, changed.Count, found.Value.Count - changed.Count);
        return new Change<AttendanceReport>(report, offering)
        {
            After = new
            {
                Rows = file.Rows.Count,
                report.Recorded,
                report.Unchanged,
            },
        };
    }

    protected override AttendanceReport Repeated(ImportAttendance command, Outcome outcome) =>
        outcome.Counts is [var recorded, var unchanged]
            ? new AttendanceReport(outcome.Ids[0], command.File!, recorded, unchanged)
            : throw new InvalidOperationException("The outcome of an import has no counts.");
}
