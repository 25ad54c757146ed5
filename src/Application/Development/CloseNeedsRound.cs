using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Development;

/// <summary>Ends a survey of needs. Who was asked and what they asked for stay as they are on this day.</summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record CloseNeedsRound(GivenId RoundId) : IdempotentCommand;

public sealed class CloseNeedsRoundHandler(INeedsStore store, CommandSession session)
    : CommandHandler<CloseNeedsRound, OpenedEntry<NeedsRound>, Written>(session)
{
    protected override async Task<Result<OpenedEntry<NeedsRound>>> OpenAsync(
        CloseNeedsRound command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenAloneAsync(command.RoundId.Id, cancellationToken) is { } opened
            ? new OpenedEntry<NeedsRound>(opened.Round, opened.OfficeCode)
            : new NotFound(nameof(NeedsRound), command.RoundId.Text);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        CloseNeedsRound command,
        OpenedEntry<NeedsRound> opened,
        CancellationToken cancellationToken
    )
    {
        var round = opened.Subject;
        var now = Session.Time.GetUtcNow();
        var closed = round.Close(
            await store.AnswersAsync(round.Id, cancellationToken),
            await store.EmployedAsync(round.OfficeId, null, ThaiDay.Of(now), cancellationToken),
            now
        );
        if (!closed.Succeeded)
            return Result<Change<Written>>.Refused(closed.Errors);
        foreach (var participant in closed.Value.Silent)
            store.Add(participant);
        var result = closed.Value.Result;
        store.Add(result);
        return new Change<Written>(new Written(round.Id), round)
        {
            After = new { Status = EnumText.Of(round.Status), result.SurveyedOn },
        };
    }
}
