using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Committees;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Careers;

/// <summary>
/// Records what was decided about a nomination, in place of what was recorded: a wrong decision is corrected by the same command.
/// </summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict), typeof(InvalidState))]
public sealed record DecideAward(
    GivenId AwardId,
    int ExpectedVersion,
    AwardStatus Status,
    DateOnly DecidedOn,
    string? DecidedBy,
    string? Distinction,
    GivenId? CommitteeId,
    string? OrderNumber,
    string? Note
) : IdempotentCommand;

public sealed class DecideAwardValidator : AbstractValidator<DecideAward>
{
    public DecideAwardValidator()
    {
        RuleFor(command => command.DecidedBy).Text(0, 500);
        RuleFor(command => command.Distinction).Text(0, 500);
        RuleFor(command => command.OrderNumber).Text(0, 100);
        RuleFor(command => command.Note).Text(0, 2000);
    }
}

public sealed class DecideAwardHandler(
    IAwardStore awards,
    ICommitteeStore committees,
    IRegistryStore registry,
    CommandSession session
) : AwardHandler<DecideAward>(awards, registry, session)
{
    protected override Task<Result<OpenedEntry<Award>>> OpenAsync(
        DecideAward command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) => OpenAwardAsync(command.AwardId, cancellationToken);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        DecideAward command,
        OpenedEntry<Award> opened,
        CancellationToken cancellationToken
    )
    {
        var award = opened.Subject;
        if (await IsOwnAsync(award, cancellationToken))
            return AwardErrors.OfNominating;
        if (command.ExpectedVersion != award.Version)
            return new Conflict(award.Version);
        if (
            command.CommitteeId is { } id
            && !(
                await committees.FindAsync(id.Id, cancellationToken) is { } committee
                && committee.OfficeId == award.OfficeId
                && committee.HeldFrom <= command.DecidedOn
                && !(committee.HeldTo < command.DecidedOn)
            )
        )
            return AwardErrors.OtherCommittee;
        // A nomination that was withdrawn may be awarded after all, unless another one has taken its place.
        var same = new SameAward(award.ProgrammeId, award.Level, award.Division, award.FiscalYear);
        if (command.Status != AwardStatus.Withdrawn && await Awards.HasOtherAsync(award, same, cancellationToken))
            return AwardErrors.NominatedAlready;
        var before = Figures(award);
        var refusals = award.Decide(
            new AwardDecision(
                command.Status,
                command.DecidedOn,
                OptionalText.Of(command.DecidedBy),
                OptionalText.Of(command.Distinction),
                command.CommitteeId?.Id,
                OptionalText.Of(command.OrderNumber),
                OptionalText.Of(command.Note)
            ),
            Session.Today
        );
        if (refusals.Count > 0)
            return Result<Change<Written>>.Refused(refusals);
        return Changed(award, before);
    }
}
