using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Application.Events.After;

/// <summary>A command that moves a questionnaire to its next status.</summary>
public interface IQuestionnaireCommand
{
    GivenId QuestionnaireId { get; }

    int ExpectedVersion { get; }
}

public sealed record OpenedToMove(Offering Offering, Questionnaire Questionnaire) : IOpened
{
    public IEnumerable<string> Offices => [Offering.Office.Code];
}

/// <summary>A command by an officer of the offering's office.</summary>
public abstract class QuestionnaireHandler<TCommand>(IAfterEventStore store, CommandSession session)
    : CommandHandler<TCommand, OpenedToMove, Written>(session)
    where TCommand : IdempotentCommand, IQuestionnaireCommand
{
    protected IAfterEventStore Store => store;

    protected override async Task<Result<OpenedToMove>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenQuestionnaireAsync(command.QuestionnaireId.Id, cancellationToken)
            is { Questionnaire: { } questionnaire } opened
            ? new OpenedToMove(opened.Offering, questionnaire)
            : new NotFound(nameof(Questionnaire), command.QuestionnaireId.Text);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        TCommand command,
        OpenedToMove opened,
        CancellationToken cancellationToken
    )
    {
        var questionnaire = opened.Questionnaire;
        if (command.ExpectedVersion != questionnaire.Version)
            return new Conflict(questionnaire.Version);
        var before = Figures(questionnaire);
        if (await MoveAsync(command, opened, cancellationToken) is { } refusal)
            return Result<Change<Written>>.Refused([refusal]);
        return new Change<Written>(new Written(questionnaire.Id), questionnaire)
        {
            Before = before,
            After = Figures(questionnaire),
            Rows = 1,
        };
    }

    /// <summary>Null unless it is refused.</summary>
    protected abstract Task<DomainError?> MoveAsync(
        TCommand command,
        OpenedToMove opened,
        CancellationToken cancellationToken
    );

    /// <summary>What the audit record says of a questionnaire: nothing of what was answered, nor how many did.</summary>
    internal static object Figures(Questionnaire questionnaire) =>
        new
        {
            questionnaire.OfferingId,
            Status = EnumText.Of(questionnaire.Status),
            questionnaire.Version,
        };
}
