using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.People;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Development;

/// <summary>
/// A person asks for topics in a round, in place of what the person asked for before. An officer of the office enters it
/// for people who answered on paper, also after the last day.
/// </summary>
/// <param name="Topics">Codes of topics of the round, the most important one first; an empty list asks for none.</param>
[AllowedTo(Role.Staff, Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record AskForTopics(GivenId RoundId, GivenId PersonId, IReadOnlyList<string> Topics) : IdempotentCommand;

public sealed class AskForTopicsValidator : AbstractValidator<AskForTopics>
{
    public AskForTopicsValidator() =>
        RuleFor(command => command.Topics)
            .Must(topics => topics.Count <= OpenNeedsRoundValidator.MostOfRound)
            .Refuse(
                $"must hold {OpenNeedsRoundValidator.MostOfRound} topics at most.",
                $"ต้องไม่เกิน {OpenNeedsRoundValidator.MostOfRound} เรื่อง"
            );
}

/// <param name="Employment">The person's main appointment in the office of the round today.</param>
public sealed record OpenedAnswer(NeedsRound Round, Employment Employment, bool ByOfficer, IEnumerable<string> Offices)
    : IOpened;

public sealed class AskForTopicsHandler(
    INeedsStore needs,
    IIndividualPlanStore plans,
    IRegistryStore registry,
    CommandSession session
) : CommandHandler<AskForTopics, OpenedAnswer, Written>(session)
{
    protected override async Task<Result<OpenedAnswer>> OpenAsync(
        AskForTopics command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (await needs.OpenAsync(command.RoundId.Id, cancellationToken) is not { } opened)
            return new NotFound(nameof(NeedsRound), command.RoundId.Text);
        var byOfficer = Session.Caller.Is(Role.DevelopmentOfficer, opened.OfficeCode);
        var oneself =
            Session.Caller.Roles.Contains(Role.Staff)
            && await registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken) == command.PersonId.Id;
        var employed = await needs.EmployedAsync(
            opened.Round.OfficeId,
            command.PersonId.Id,
            Session.Today,
            cancellationToken
        );
        // Whether somebody works there is told only to those who know it.
        if (!byOfficer && !oneself || employed.Count == 0)
        {
            if (
                !byOfficer
                && await Session.UnknownAsync(command.RoundId, opened.OfficeCode, cancellationToken) is { } unknown
            )
                return unknown;
            return new NotFound(nameof(Person), command.PersonId.Text);
        }

        return new OpenedAnswer(opened.Round, employed[0], byOfficer, byOfficer ? [opened.OfficeCode] : []);
    }

    protected override async Task<Result<Change<Written>>> DecideAsync(
        AskForTopics command,
        OpenedAnswer opened,
        CancellationToken cancellationToken
    )
    {
        var codes = new CodeReader();
        var topics = codes.Topics((await plans.CataloguesAsync(cancellationToken)).Topics, command.Topics);
        if (codes.Errors.Count > 0)
            return Result<Change<Written>>.Refused(codes.Errors);
        var (round, employment) = (opened.Round, opened.Employment);
        var known = await needs.AnswerAsync(round.Id, employment.PersonId, cancellationToken);
        var answer = known ?? new NeedsParticipant(round, employment);
        var refusal = round.Answer(
            answer,
            employment,
            [.. topics.Select(topic => topic.Id)],
            Session.Time.GetUtcNow(),
            opened.ByOfficer
        );
        if (refusal is not null)
            return Result<Change<Written>>.Refused([refusal]);
        if (known is null)
            needs.Add(answer);
        return new Change<Written>(new Written(answer.Id), answer) { After = new { answer.RoundId, answer.PersonId } };
    }
}
