using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Staff;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events.After;

namespace TeacherDevPlan.Application.Events.After;

/// <summary>From now on people who were in the offering answer; its items stay as they are.</summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict), typeof(InvalidState))]
public sealed record OpenQuestionnaire(GivenId QuestionnaireId, int ExpectedVersion)
    : IdempotentCommand,
        IQuestionnaireCommand;

public sealed class OpenQuestionnaireHandler(IAfterEventStore store, CommandSession session)
    : QuestionnaireHandler<OpenQuestionnaire>(store, session)
{
    protected override Task<DomainError?> MoveAsync(
        OpenQuestionnaire command,
        OpenedToMove opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(opened.Questionnaire.Open(opened.Offering.HeldMinutes > 0, Session.Time.GetUtcNow()));
}

/// <summary>
/// Ends a questionnaire for good, and tells its result if enough people answered. A dry run tells no result: who could try it
/// after each answer would see what that answer was.
/// </summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(Conflict), typeof(InvalidState))]
public sealed record CloseQuestionnaire(GivenId QuestionnaireId, int ExpectedVersion)
    : IdempotentCommand,
        IQuestionnaireCommand;

public sealed class CloseQuestionnaireHandler(IAfterEventStore store, IPersonStore persons, CommandSession session)
    : QuestionnaireHandler<CloseQuestionnaire>(store, session)
{
    protected override async Task<DomainError?> MoveAsync(
        CloseQuestionnaire command,
        OpenedToMove opened,
        CancellationToken cancellationToken
    )
    {
        var (questionnaire, now) = (opened.Questionnaire, Session.Time.GetUtcNow());
        if (questionnaire.Close(now) is { } refusal)
            return refusal;
        if (command.DryRun)
            return null;
        // The answers can be taken only from one that is closed.
        await Session.Work.SaveAsync(cancellationToken);
        if (await Store.TakeAsync(questionnaire.Id, cancellationToken) is not { } taken)
            return null;
        var scale = await Store.ScaleAsync(ThaiDay.Of(now), cancellationToken);
        var former = await persons.FormerNamesAsync(opened.Offering.Office.Code, cancellationToken);
        List<string> comments = [.. taken.Comments.Select(text => former?.Replace(text) ?? text)];
        if (QuestionnaireResult.Of(questionnaire, taken.Counts, comments, scale) is { } result)
            Store.Add(result);
        return null;
    }
}
