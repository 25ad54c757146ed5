using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Events;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Careers;

/// <summary>
/// Records a step of an induction, or replaces what is recorded, by an officer of its office other than the person; a step that is
/// not assessed also by the mentor.
/// </summary>
/// <param name="ExpectedVersion">Of the induction.</param>
/// <param name="DoneOn">Null takes back what was recorded.</param>
[AllowedTo(Role.Staff, Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict), typeof(InvalidState))]
public sealed record RecordInductionStep(
    GivenId StepId,
    int ExpectedVersion,
    DateOnly? DoneOn,
    InductionResult? Result,
    decimal? Score,
    string? Note,
    string? Evidence
) : IdempotentCommand;

public sealed class RecordInductionStepValidator : AbstractValidator<RecordInductionStep>
{
    public RecordInductionStepValidator()
    {
        RuleFor(command => command.Score).Score();
        RuleFor(command => command.Note).Text(0, 2000);
        RuleFor(command => command.Evidence).Text(0, 2000);
    }
}

public sealed class RecordInductionStepHandler(
    IInductionStore inductions,
    IRegistryStore registry,
    CommandSession session
) : InductionHandler<RecordInductionStep>(inductions, registry, session)
{
    protected override async Task<Result<OpenedInduction>> OpenAsync(
        RecordInductionStep command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await OpenedAsync(
            await Inductions.OpenOfStepAsync(command.StepId.Id, cancellationToken),
            true,
            new NotFound(nameof(InductionStep), command.StepId.Text),
            cancellationToken
        );

    protected override Task<Result<Change<Written>>> DecideAsync(
        RecordInductionStep command,
        OpenedInduction opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened));

    private Result<Change<Written>> Decide(RecordInductionStep command, OpenedInduction opened)
    {
        var (induction, step) = (opened.Induction, command.StepId.Id);
        if (opened.Self == induction.PersonId)
            return InductionErrors.OfRecording;
        if (opened.AsMentor && induction.Steps.Single(one => one.Id == step).IsAssessed)
            return InductionErrors.OfAssessing;
        if (command.ExpectedVersion != induction.Version)
            return new Conflict(induction.Version);
        var before = InductionChange.Figures(induction);
        var refusals = induction.Record(
            step,
            new StepRecord(
                command.DoneOn,
                command.Result,
                command.Score,
                OptionalText.Of(command.Note),
                OptionalText.Of(command.Evidence)
            ),
            Session.Today
        );
        return refusals.Count > 0
            ? Result<Change<Written>>.Refused(refusals)
            : InductionChange.Of(induction, step, before);
    }
}
