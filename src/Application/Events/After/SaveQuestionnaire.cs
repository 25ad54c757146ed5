using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Application.Events.After;

/// <summary>Saves the questionnaire of an offering, in place of what was saved before, until it is opened.</summary>
/// <param name="ExpectedVersion">0 for a new one.</param>
/// <param name="Items">The texts of the items, in order.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict), typeof(InvalidState))]
public sealed record SaveQuestionnaire(
    GivenId OfferingId,
    int ExpectedVersion,
    string Title,
    IReadOnlyList<string> Items
) : IdempotentCommand;

public sealed class SaveQuestionnaireValidator : AbstractValidator<SaveQuestionnaire>
{
    public SaveQuestionnaireValidator()
    {
        RuleFor(command => command.Title).Text(1, 500);
        RuleFor(command => command.Items).Items(Questionnaire.MostItems);
        RuleForEach(command => command.Items)
            .Text(1, 500)
            .When(command => command.Items.Count <= Questionnaire.MostItems);
    }
}

public sealed class SaveQuestionnaireHandler(IAfterEventStore store, CommandSession session)
    : CommandHandler<SaveQuestionnaire, OpenedQuestionnaire, Written>(session)
{
    protected override async Task<Result<OpenedQuestionnaire>> OpenAsync(
        SaveQuestionnaire command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenOfOfferingAsync(command.OfferingId.Id, cancellationToken) is { } opened
            ? opened
            : new NotFound(nameof(Offering), command.OfferingId.Text);

    protected override Task<Result<Change<Written>>> DecideAsync(
        SaveQuestionnaire command,
        OpenedQuestionnaire opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened));

    private Result<Change<Written>> Decide(SaveQuestionnaire command, OpenedQuestionnaire opened)
    {
        var known = opened.Questionnaire;
        if (command.ExpectedVersion != (known?.Version ?? 0))
            return new Conflict(known?.Version ?? 0);
        var before = known is null ? null : QuestionnaireHandler<OpenQuestionnaire>.Figures(known);
        var questionnaire = known ?? new Questionnaire(opened.Offering);
        if (questionnaire.Save(command.Title.Trim(), [.. command.Items.Select(text => text.Trim())]) is { } refusal)
            return Result<Change<Written>>.Refused([refusal]);
        if (known is null)
            store.Add(questionnaire);
        return new Change<Written>(new Written(questionnaire.Id), questionnaire)
        {
            Before = before,
            After = QuestionnaireHandler<OpenQuestionnaire>.Figures(questionnaire),
        };
    }
}
