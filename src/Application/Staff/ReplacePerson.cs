using System.Security.Cryptography;
using System.Text.Json.Serialization;
using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Application.Staff;

/// <summary>A command that replaces the name of a staff member, or of a person in the registry.</summary>
public interface IPersonCommand : IIdempotentCommand, IReasonedCommand
{
    /// <summary>Null if the command names a person.</summary>
    GivenId? StaffMemberId { get; }

    GivenId? PersonId { get; }
}

/// <summary>Validates that every such command names one of them.</summary>
public sealed class PersonCommandValidator<T> : AbstractValidator<T>
    where T : IPersonCommand
{
    public PersonCommandValidator() =>
        RuleFor(command => command.PersonId)
            .Must((command, person) => person is null != command.StaffMemberId is null)
            .Refuse(
                "or staffMemberId must be given, and not both.",
                "ต้องระบุ personId หรือ staffMemberId อย่างใดอย่างหนึ่ง"
            );
}

/// <summary>
/// Replaces a staff member's name, or all names of a person, by a pseudonym wherever they stand, in every table, and
/// keeps imports from bringing them back; removes the identity of a person. Nobody can undo this. Erasing again changes nothing.
/// </summary>
[AllowedTo(Role.Administrator)]
[EndsIn(typeof(NotFound))]
public sealed record ErasePerson(
    GivenId? StaffMemberId,
    string Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GivenId? PersonId = null
) : IdempotentCommand, IPersonCommand;

/// <summary>
/// Replaces the present name of a staff member or a person by the right one wherever it stands, in every table, and in
/// what is imported later.
/// </summary>
/// <param name="Name">With its title, as it is to be printed; for a person without.</param>
[AllowedTo(Role.Administrator)]
[EndsIn(typeof(NotFound))]
public sealed record CorrectPerson(
    GivenId? StaffMemberId,
    string Name,
    string Reason,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] GivenId? PersonId = null
) : IdempotentCommand, IPersonCommand;

public sealed class CorrectPersonValidator : AbstractValidator<CorrectPerson>
{
    public CorrectPersonValidator() =>
        RuleFor(command => command.Name)
            .Text(1, 200)
            .Must(name => name?.Any(char.IsControl) != true)
            .Refuse("must be one line.", "ต้องอยู่ในบรรทัดเดียว");
}

/// <summary>Replaces the names of whom a command names.</summary>
public abstract class NameHandler<TCommand>(IPersonStore store, CommandSession session)
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

    private static readonly RequestInvalid Namesake = new(
        "personId",
        new LocalText(
            "has the same name as another person of the office, whom texts cannot be told from; give one of them another name first (updatePerson).",
            "มีชื่อเดียวกับบุคลากรอีกคนในสำนักงานเดียวกัน ซึ่งแยกไม่ออกจากข้อความ ต้องเปลี่ยนชื่อคนใดคนหนึ่งก่อน (updatePerson)"
        )
    );

    private static readonly RequestInvalid NotNoted = new(
        "staffMemberId",
        new LocalText(
            "cannot be erased, because the erasure cannot be noted for restored backups (Privacy__ErasureFile).",
            "ลบชื่อไม่ได้ เพราะบันทึกการลบไว้สำหรับข้อมูลสำรองที่กู้คืนไม่ได้ (Privacy__ErasureFile)"
        )
    );

    /// <summary>The names to replace, and what replaces them; the same name changes nothing.</summary>
    protected abstract Result<(string Former, string Present)[]> NewNames(TCommand command, OpenedPerson person);

    protected override async Task<Result<OpenedPerson>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (command.PersonId is { } id)
            return await store.OpenRegisteredAsync(id.Id, cancellationToken) is { } person
                ? person
                : new NotFound(nameof(Person), id.Text);
        var memberId = command.StaffMemberId!.Value;
        return await store.OpenAsync(memberId.Id, cancellationToken) is { } member
            ? member
            : new NotFound(nameof(StaffMember), memberId.Text);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        TCommand command,
        OpenedPerson opened,
        CancellationToken cancellationToken
    )
    {
        if (!store.HasKey)
            return WithoutKey;
        if (opened.HasNamesake)
            return Namesake;
        var names = NewNames(command, opened);
        if (!names.Succeeded)
            return Result<Change<Written>>.Refused(names.Errors);
        // A former name may be the beginning of another one, which would no longer be found.
        var replacements = (
            from name in names.Value.OrderByDescending(name => name.Former.Length)
            where name.Former != name.Present
            from place in opened.Places
            select new NameReplacement(name.Former, place, name.Present)
        ).ToList();
        if (command is ErasePerson { DryRun: false })
        {
            foreach (var replacement in replacements)
            {
                if (!await store.NoteErasureAsync(opened, replacement, cancellationToken))
                    return NotNoted;
            }
        }

        var type = opened.IsRegistered ? nameof(Person) : nameof(StaffMember);
        var (rows, redactions, reason) = (0, new List<string>(), command.Reason!);
        foreach (var replacement in replacements)
        {
            var replaced = await store.ReplaceAsync(replacement, cancellationToken);
            rows += replaced.Rows;
            reason = replacement.In(reason);
            if (replaced.Redactions is { } digest)
                redactions.Add(digest);
        }

        if (command is ErasePerson && opened.IsRegistered)
        {
            rows += await store.RemoveAccountAsync(opened.Id, cancellationToken);
            rows += await store.ForgetIdentityAsync(opened.Id, cancellationToken);
        }

        return new Change<Written>(new Written(opened.Id), new NodeId(type, opened.Id).ToString())
        {
            After = new { Rows = rows, Redactions = redactions.Count == 0 ? null : string.Join(' ', redactions) },
            Reason = reason,
            Rows = rows,
        };
    }
}

public sealed class ErasePersonHandler(IPersonStore store, CommandSession session)
    : NameHandler<ErasePerson>(store, session)
{
    private const int Bytes = 4;

    protected override Result<(string Former, string Present)[]> NewNames(ErasePerson command, OpenedPerson person) =>
        person.Names.Select(printed => (printed, Erased(printed))).ToArray();

    private static string Erased(string printed)
    {
        var name = PersonName.Of(printed);
        if (name.IsPseudonym)
            return printed;
        var pseudonym = name.Erased(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));
        return name.ReplaceIn(printed, name.Pattern([]), pseudonym);
    }
}

public sealed class CorrectPersonHandler(IPersonStore store, CommandSession session)
    : NameHandler<CorrectPerson>(store, session)
{
    private static readonly RequestInvalid OfAnother = new(
        "name",
        new LocalText("is the name of another member of the office.", "เป็นชื่อของบุคลากรอีกคนในสำนักงานเดียวกัน")
    );

    private static readonly RequestInvalid WithTitle = new(
        "name",
        new LocalText(
            "must have no title: that of a person has a field of its own.",
            "ต้องไม่มีคำนำหน้า เพราะคำนำหน้าของบุคลากรมีช่องแยกต่างหาก"
        )
    );

    protected override Result<(string Former, string Present)[]> NewNames(CorrectPerson command, OpenedPerson person)
    {
        var name = command.Name.Trim();
        if (person.IsRegistered && PersonName.Of(name).Title.Length > 0)
            return WithTitle;
        if (!person.IsRegistered && person.Places.Any(place => place.Others.Contains(name)))
            return OfAnother;
        return new[] { (person.Printed, name) };
    }
}
