using FluentValidation;
using TeacherDevPlan.Application.Access;
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

/// <summary>Decides about an induction, by an officer of its office other than the person.</summary>
/// <param name="DecidedOn">The Thai day of the decision.</param>
/// <param name="OrderNumber">Of the order by which somebody passed or failed.</param>
/// <param name="Note">Why somebody failed, or why it ended otherwise.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict), typeof(InvalidState))]
public sealed record DecideInduction(
    GivenId InductionId,
    int ExpectedVersion,
    InductionStatus Status,
    DateOnly DecidedOn,
    string? OrderNumber,
    string? Note
) : IdempotentCommand;

public sealed class DecideInductionValidator : AbstractValidator<DecideInduction>
{
    public DecideInductionValidator()
    {
        RuleFor(command => command.OrderNumber).Text(0, 100);
        RuleFor(command => command.Note).Text(0, 2000);
    }
}

public sealed class DecideInductionHandler(IInductionStore inductions, IRegistryStore registry, CommandSession session)
    : InductionHandler<DecideInduction>(inductions, registry, session)
{
    protected override async Task<Result<OpenedInduction>> OpenAsync(
        DecideInduction command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await OpenedAsync(
            await Inductions.OpenAsync(command.InductionId.Id, null, cancellationToken),
            false,
            new NotFound(nameof(Induction), command.InductionId.Text),
            cancellationToken
        );

    protected override Task<Result<Change<Written>>> DecideAsync(
        DecideInduction command,
        OpenedInduction opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened));

    private Result<Change<Written>> Decide(DecideInduction command, OpenedInduction opened)
    {
        var induction = opened.Induction;
        if (opened.Self == induction.PersonId)
            return InductionErrors.OfRecording;
        if (command.ExpectedVersion != induction.Version)
            return new Conflict(induction.Version);
        var before = InductionChange.Figures(induction);
        var refusals = induction.Decide(
            new InductionDecision(
                command.Status,
                command.DecidedOn,
                OptionalText.Of(command.OrderNumber),
                OptionalText.Of(command.Note)
            ),
            Session.Today
        );
        return refusals.Count > 0
            ? Result<Change<Written>>.Refused(refusals)
            : InductionChange.Of(induction, induction.Id, before);
    }
}
