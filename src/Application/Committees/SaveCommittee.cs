using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Committees;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Committees;

/// <param name="From">Null: from the committee's first day.</param>
/// <param name="To">Null: to the committee's last day.</param>
public sealed record CommitteeMemberInput(GivenId PersonId, CommitteeRole Role, DateOnly? From, DateOnly? To);

/// <summary>
/// Saves all that an order says about a committee, in place of what was saved before: a new committee, or the one with the
/// id, which stays with its office and school.
/// </summary>
/// <param name="SchoolId">Null for a committee of the office.</param>
/// <param name="ExpectedVersion">0 for a new one.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict))]
public sealed record SaveCommittee(
    GivenId? CommitteeId,
    string OfficeCode,
    GivenId? SchoolId,
    int ExpectedVersion,
    string Name,
    string Purpose,
    string OrderNumber,
    DateOnly OrderedOn,
    DateOnly From,
    DateOnly? To,
    bool Monitors,
    bool Assesses,
    IReadOnlyList<CommitteeMemberInput> Members
) : IdempotentCommand, IOfficeCommand;

public sealed class SaveCommitteeValidator : AbstractValidator<SaveCommittee>
{
    public SaveCommitteeValidator()
    {
        RuleFor(command => command.Name).Text(1, 500);
        RuleFor(command => command.Purpose).Text(1, 2000);
        RuleFor(command => command.OrderNumber).Text(1, 100);
        RuleFor(command => command.OrderedOn).Day();
        RuleFor(command => command.From).Day();
        RuleFor(command => command.To).Day();
        RuleFor(command => command.Members)
            .Must(members =>
                members.Count is >= 1 and <= CommitteeTerms.MostMembers
                && members.Select(one => one.PersonId.Id).Distinct().Count() == members.Count
            )
            .Refuse(
                $"must hold 1 to {CommitteeTerms.MostMembers} people, each one once.",
                $"ต้องมี 1 ถึง {CommitteeTerms.MostMembers} คน และไม่ซ้ำกัน"
            );
    }
}

/// <param name="Known">The committee; null for a new one.</param>
public sealed record OpenedCommittee(Office Office, Committee? Known) : IOpened
{
    public IEnumerable<string> Offices => [Office.Code];
}

public sealed class SaveCommitteeHandler(ICommitteeStore committees, IRegistryStore registry, CommandSession session)
    : CommandHandler<SaveCommittee, OpenedCommittee, Written>(session)
{
    protected override async Task<Result<OpenedCommittee>> OpenAsync(
        SaveCommittee command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (await registry.OpenOfficeAsync(command.OfficeCode, cancellationToken) is not { } office)
            return new NotFound(nameof(Office), command.OfficeCode);
        if (command.CommitteeId is not { } id)
            return new OpenedCommittee(office, null);
        return
            await committees.OpenAsync(id.Id, cancellationToken) is { } known
            && known.OfficeId == office.Id
            && known.SchoolId == command.SchoolId?.Id
            ? new OpenedCommittee(office, known)
            : new NotFound(nameof(Committee), id.Text);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        SaveCommittee command,
        OpenedCommittee opened,
        CancellationToken cancellationToken
    )
    {
        var (office, known) = (opened.Office, opened.Known);
        if (command.ExpectedVersion != (known?.Version ?? 0))
            return new Conflict(known?.Version ?? 0);
        if (
            command.SchoolId is { } school
            && known is null
            && !await committees.HasSchoolAsync(office.Id, school.Id, cancellationToken)
        )
            return new NotFound(nameof(School), school.Text);
        var people = await committees.LockKnownAsync(
            office.Id,
            [.. command.Members.Select(one => one.PersonId.Id)],
            cancellationToken
        );
        var seated = known?.Members.Select(one => one.PersonId).ToHashSet() ?? [];
        List<DomainError> errors =
        [
            .. command
                .Members.Index()
                .Where(one => !people.Contains(one.Item.PersonId.Id) && !seated.Contains(one.Item.PersonId.Id))
                .Select(one => new NotFound(nameof(Person), one.Item.PersonId.Text).At("members", one.Index)),
        ];
        if (errors.Count > 0)
            return Result<Change<Written>>.Refused(errors);
        var before = known is null ? null : Figures(known);
        var committee = known ?? new Committee(office.Id, command.SchoolId?.Id);
        var refusals = committee.Save(TermsOf(command));
        if (refusals.Count > 0)
            return Result<Change<Written>>.Refused(refusals);
        if (known is null)
            committees.Add(committee);
        return new Change<Written>(new Written(committee.Id), committee)
        {
            Before = before,
            After = Figures(committee),
        };
    }

    private static CommitteeTerms TermsOf(SaveCommittee command) =>
        new(
            command.Name.Trim(),
            command.Purpose.Trim(),
            command.OrderNumber.Trim(),
            command.OrderedOn,
            command.From,
            command.To,
            command.Monitors,
            command.Assesses,
            [.. command.Members.Select(one => new Seat(one.PersonId.Id, one.Role, one.From, one.To))]
        );

    /// <summary>What the audit record says of a committee: ids, no names.</summary>
    private static object Figures(Committee committee) =>
        new
        {
            committee.OfficeId,
            committee.SchoolId,
            committee.OrderNumber,
            committee.HeldFrom,
            committee.HeldTo,
            committee.Monitors,
            committee.Assesses,
            committee.Version,
            Members = committee.Members.Select(one => new
            {
                one.PersonId,
                Role = EnumText.Of(one.Role),
                one.HeldFrom,
                one.HeldTo,
            }),
        };
}
