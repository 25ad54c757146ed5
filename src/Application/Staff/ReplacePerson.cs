using System.Security.Cryptography;
using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.Staff;

/// <summary>A command that replaces a staff member's name.</summary>
public interface IPersonCommand : IIdempotentCommand, IReasonedCommand
{
    GivenId StaffMemberId { get; }
}

/// <summary>
/// Replaces a staff member's name by a pseudonym wherever it stands, in every table, and keeps imports from bringing it
/// back. Nobody can undo this. Erasing again changes nothing.
/// </summary>
[AllowedTo(Role.Administrator)]
[EndsIn(typeof(NotFound))]
public sealed record ErasePerson(GivenId StaffMemberId, string Reason) : IdempotentCommand, IPersonCommand;

/// <summary>
/// Replaces a staff member's name by the right one wherever it stands, in every table, and in what is imported later.
/// </summary>
/// <param name="Name">With its title, as it is to be printed.</param>
[AllowedTo(Role.Administrator)]
[EndsIn(typeof(NotFound))]
public sealed record CorrectPerson(GivenId StaffMemberId, string Name, string Reason)
    : IdempotentCommand,
        IPersonCommand;

public sealed class CorrectPersonValidator : AbstractValidator<CorrectPerson>
{
    public CorrectPersonValidator() =>
        RuleFor(command => command.Name)
            .Text(1, 200)
            .Must(name => name?.Any(char.IsControl) != true)
            .Refuse("must be one line.", "ต้องอยู่ในบรรทัดเดียว");
}

/// <summary>Replaces the name of the member that a command names.</summary>
public abstract class PersonHandler<TCommand>(IPersonStore store, CommandSession session)
    : CommandHandler<TCommand, OpenedPerson, Written>(session)
    where TCommand : IdempotentCommand, IPersonCommand
{
    private static readonly RequestInvalid WithoutKey = new(
        "staffMemberId",
        new LocalText(
            "cannot be replaced, because this service has no key to recognise replaced names by (Privacy__KeyFile).",
            "เปลี่ยนชื่อไม่ได้ เพราะระบบไม่มีกุญแจสำหรับจดจำชื่อที่ถูกเปลี่ยน (Privacy__KeyFile)"
        )
    );

    private static readonly RequestInvalid NotNoted = new(
        "staffMemberId",
        new LocalText(
            "cannot be erased, because the erasure cannot be noted for restored backups (Privacy__ErasureFile).",
            "ลบชื่อไม่ได้ เพราะบันทึกการลบไว้สำหรับข้อมูลสำรองที่กู้คืนไม่ได้ (Privacy__ErasureFile)"
        )
    );

    /// <summary>The name that replaces the member's; the same name changes nothing.</summary>
    protected abstract Result<string> NewName(TCommand command, OpenedPerson person);

    protected override async Task<Result<OpenedPerson>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenAsync(command.StaffMemberId.Id, cancellationToken) is { } person
            ? person
            : new NotFound(nameof(StaffMember), command.StaffMemberId.Text);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        TCommand command,
        OpenedPerson opened,
        CancellationToken cancellationToken
    )
    {
        if (!store.HasKey)
            return WithoutKey;
        var name = NewName(command, opened);
        if (!name.Succeeded)
            return Result<Change<Written>>.Refused(name.Errors);
        var written = new Written(opened.Id);
        var id = new NodeId(nameof(StaffMember), opened.Id).ToString();
        if (name.Value == opened.Printed)
            return new Change<Written>(written, id);
        var replacement = new NameReplacement(opened, name.Value);
        if (command is ErasePerson { DryRun: false } && !await store.NoteErasureAsync(replacement, cancellationToken))
            return NotNoted;
        var replaced = await store.ReplaceAsync(replacement, cancellationToken);
        return new Change<Written>(written, id)
        {
            After = new { replaced.Rows, replaced.Redactions },
            Reason = replacement.In(command.Reason!),
            Rows = replaced.Rows,
        };
    }
}

public sealed class ErasePersonHandler(IPersonStore store, CommandSession session)
    : PersonHandler<ErasePerson>(store, session)
{
    private const int Bytes = 4;

    protected override Result<string> NewName(ErasePerson command, OpenedPerson person)
    {
        var name = PersonName.Of(person.Printed);
        if (name.IsPseudonym)
            return person.Printed;
        var pseudonym = name.Erased(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));
        return name.ReplaceIn(person.Printed, name.Pattern([]), pseudonym);
    }
}

public sealed class CorrectPersonHandler(IPersonStore store, CommandSession session)
    : PersonHandler<CorrectPerson>(store, session)
{
    protected override Result<string> NewName(CorrectPerson command, OpenedPerson person)
    {
        var name = command.Name.Trim();
        return person.Others.Contains(name)
            ? new RequestInvalid(
                "name",
                new LocalText(
                    "is the name of another member of the office.",
                    "เป็นชื่อของบุคลากรอีกคนในสำนักงานเดียวกัน"
                )
            )
            : name;
    }
}
