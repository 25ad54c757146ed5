using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>
/// Takes over a list of an office's staff, each row a person with the main appointment: all rows, or none. The same file
/// again changes nothing, and the order of its rows does not matter.
/// </summary>
/// <param name="Columns">Columns that the caller says the meaning of; the others are known by their headers.</param>
/// <param name="ContentDigest">What stands for the file in the digest of the request, set by
/// <see cref="StaffFilePreparation"/>: made with a key, because a file can be guessed from a plain digest.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(StaffFileRefused))]
public sealed record ImportStaff(string OfficeCode, IReadOnlyList<ColumnChoice> Columns, string? ContentDigest = null)
    : IdempotentCommand<StaffReport>,
        IOfficeCommand,
        IOptionalKey
{
    /// <summary>The file. Not public, so that no digest and no log contains it.</summary>
    internal ReadOnlyMemory<byte> Content { get; private init; }

    /// <summary>The file as read before the transaction.</summary>
    internal StaffFile? File { get; init; }

    /// <summary>The same for a file, at most 5 MB.</summary>
    public ImportStaff Of(ReadOnlyMemory<byte> content) => this with { Content = content };
}

public sealed class ImportStaffValidator : AbstractValidator<ImportStaff>
{
    public const int MaxBytes = 5 * 1024 * 1024;
    private const int MaxColumns = 100;

    public ImportStaffValidator()
    {
        RuleFor(command => command.Content.Length)
            .InclusiveBetween(1, MaxBytes)
            .OverridePropertyName("file")
            .Refuse("a staff file has 1 byte to 5 MB.", "ไฟล์บุคลากรต้องมีขนาด 1 ไบต์ถึง 5 MB");
        RuleFor(command => command.Columns)
            .Must(columns => columns.Count <= MaxColumns)
            .Refuse($"must be at most {MaxColumns}.", $"ต้องมีไม่เกิน {MaxColumns} คอลัมน์");
    }
}

/// <summary>What an import of staff did.</summary>
/// <param name="File">The file as it was read.</param>
/// <param name="Created">People who were added.</param>
/// <param name="Updated">People whose record or appointments changed.</param>
/// <param name="Unchanged">People of whom everything was on record.</param>
public sealed record StaffReport(StaffFile File, int Created, int Updated, int Unchanged) : Written
{
    public override IReadOnlyList<int> Counts => [Created, Updated, Unchanged];
}

public sealed class ImportStaffHandler(
    IRegistryStore store,
    IPersonStore persons,
    IStaffFileReader reader,
    CommandSession session
) : CommandHandler<ImportStaff, OpenedEntry<Office>, StaffReport>(session)
{
    protected override async Task<Result<OpenedEntry<Office>>> OpenAsync(
        ImportStaff command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenOfficeAsync(command.OfficeCode, cancellationToken) is { } office
            ? new OpenedEntry<Office>(office, office.Code)
            : new NotFound(nameof(Office), command.OfficeCode);

    protected override async Task<Result<Change<StaffReport>>> DecideAsync(
        ImportStaff command,
        OpenedEntry<Office> opened,
        CancellationToken cancellationToken
    )
    {
        var (office, file) = (opened.Subject, command.File!);
        // Names that were corrected or erased do not come back.
        var names = await persons.FormerNamesAsync(office.Code, cancellationToken);
        IReadOnlyList<StaffRow> rows = names is null
            ? file.Rows
            : [.. file.Rows.Select(row => row with { Name = row.Name is null ? null : names.ReplaceWhole(row.Name) })];
        var import = new StaffImport(
            office,
            await store.OpenRegistryAsync(office.Id, cancellationToken),
            file,
            reader.KeyOf,
            Session.Today
        );
        var people = import.Apply(rows);
        if (import.Faults.Count > 0)
        {
            store.Forget();
            return new StaffFileRefused(import.Faults, file.Columns);
        }

        foreach (var person in people)
            Keep(person);
        var report = new StaffReport(
            file with
            {
                Notices = [.. file.Notices, .. import.Notices],
            },
            people.Count(one => one.IsNew),
            people.Count(one => one is { IsNew: false, IsChanged: true }),
            people.Count(one => !one.IsChanged) + import.Left
        );
        return new Change<StaffReport>(
            report,
            [.. people.Where(one => one.IsChanged).Select(one => new NodeId(nameof(Person), one.Person.Id).ToString())]
        )
        {
            After = new
            {
                OfficeId = office.Id,
                Rows = rows.Count,
                report.Created,
                report.Updated,
                report.Unchanged,
            },
        };
    }

    protected override StaffReport Repeated(ImportStaff command, Outcome outcome) =>
        outcome.Counts is [var created, var updated, var unchanged]
            ? new StaffReport(command.File!, created, updated, unchanged)
            : throw new InvalidOperationException("The outcome of an import has no counts.");

    private void Keep(ImportedPerson imported)
    {
        if (imported.IsNew)
        {
            store.Add(imported.Person);
            return;
        }

        foreach (var name in imported.AddedNames)
            store.Add(name);
        foreach (var appointment in imported.AddedAppointments)
            store.Add(appointment);
    }
}
