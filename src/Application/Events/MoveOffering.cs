using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Application.Events;

/// <summary>
/// Moves an offering to its next status. When it is completed, its rule decides what becomes of everybody who was enrolled;
/// who only asked or waited is declined.
/// </summary>
/// <param name="Note">What the office reports, why it cancels, or why it starts with fewer people than the minimum.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict), typeof(InvalidState))]
public sealed record MoveOffering(GivenId OfferingId, int ExpectedVersion, OfferingStep Step, string? Note)
    : IdempotentCommand;

public sealed class MoveOfferingValidator : AbstractValidator<MoveOffering>
{
    public MoveOfferingValidator() => RuleFor(command => command.Note).Text(0, 10_000);
}

public sealed class MoveOfferingHandler(IEventStore events, CommandSession session)
    : OfferingHandler<MoveOffering>(events, session)
{
    protected override GivenId OfferingOf(MoveOffering command) => command.OfferingId;

    protected override Task<Result<Change<Written>>> DecideAsync(
        MoveOffering command,
        OpenedOffering opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened.Offering));

    private Result<Change<Written>> Decide(MoveOffering command, Offering offering)
    {
        if (command.ExpectedVersion != offering.Version)
            return new Conflict(offering.Version);
        var before = OfferingHandlers.Figures(offering);
        var note = OptionalText.Of(command.Note);
        if (offering.Move(command.Step, note, Session.Time.GetUtcNow()) is { } refusal)
            return Result<Change<Written>>.Refused([refusal]);
        return new Change<Written>(new Written(offering.Id), offering)
        {
            Before = before,
            After = OfferingHandlers.Figures(offering),
            Reason = command.Step is OfferingStep.Cancel or OfferingStep.Start ? note : null,
        };
    }
}
