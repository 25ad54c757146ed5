using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Application.Events.After;

/// <summary>
/// A person who was in the offering answers, once. It takes no key, because a digest of what was answered would be kept under
/// it: who sends it again is told that the answer is counted (<see cref="AlreadyAnswered"/>).
/// </summary>
/// <param name="Scores">1 to 5 for each item, in order.</param>
/// <param name="Comment">Null if there is none.</param>
[AllowedTo(Role.Staff)]
[EndsIn(typeof(NotFound), typeof(InvalidState), typeof(AlreadyAnswered))]
public sealed record AnswerQuestionnaire(GivenId QuestionnaireId, IReadOnlyList<int> Scores, string? Comment)
    : DryRunCommand<Written>;

public sealed class AnswerQuestionnaireValidator : AbstractValidator<AnswerQuestionnaire>
{
    public const int LongestComment = 1_000;

    public AnswerQuestionnaireValidator()
    {
        RuleFor(command => command.Scores).Items(Questionnaire.MostItems);
        RuleFor(command => command.Comment).Text(0, LongestComment);
    }
}

public sealed class AnswerQuestionnaireHandler(IAfterEventStore store, IRegistryStore registry, CommandSession session)
    : CommandHandler<AnswerQuestionnaire, OfNoOffice<Questionnaire>, Written>(session)
{
    protected override async Task<Result<OfNoOffice<Questionnaire>>> OpenAsync(
        AnswerQuestionnaire command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenToAnswerAsync(command.QuestionnaireId.Id, cancellationToken) is { } questionnaire
            ? new OfNoOffice<Questionnaire>(questionnaire)
            : new NotFound(nameof(Questionnaire), command.QuestionnaireId.Text);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        AnswerQuestionnaire command,
        OfNoOffice<Questionnaire> opened,
        CancellationToken cancellationToken
    )
    {
        var questionnaire = opened.Subject;
        if (await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken) is not { } person)
            return await NotThereAsync(command, questionnaire, cancellationToken);
        // First, so that who sends an answer again always learns that it is counted.
        if (await store.HasAnsweredAsync(questionnaire.Id, person, cancellationToken))
            return new AlreadyAnswered();
        if (await store.AttendedAsync(questionnaire.OfferingId, person, cancellationToken) is not { } enrollment)
            return await NotThereAsync(command, questionnaire, cancellationToken);
        if (questionnaire.Refusal(command.Scores) is { } refusal)
            return Result<Change<Written>>.Refused([refusal]);
        var answer = Guid.NewGuid();
        var comment = OptionalText.Of(command.Comment);
        if (!await store.AnswerAsync(answer, questionnaire.Id, enrollment, command.Scores, comment, cancellationToken))
            return new AlreadyAnswered();
        // The audit record says who answered which questionnaire, and nothing of the answer.
        return new Change<Written>(
            new Written(questionnaire.Id),
            new NodeId(nameof(Questionnaire), questionnaire.Id).ToString()
        )
        {
            Rows = 1,
        };
    }

    /// <summary>Who may not know of the questionnaire is not told by it that there is one.</summary>
    private async Task<Result<Change<Written>>> NotThereAsync(
        AnswerQuestionnaire command,
        Questionnaire questionnaire,
        CancellationToken cancellationToken
    ) =>
        await Session.UnknownAsync(command.QuestionnaireId, $"{questionnaire.OfficeId}", cancellationToken)
            is { } unknown
            ? unknown
            : AfterStates.WasNotThere;
}
