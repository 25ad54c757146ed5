using FluentValidation;
using TeacherDevPlan.Application.Access;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Access;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.People.Corrections;

/// <summary>
/// Answers a request for a correction, once. What is corrected is corrected by other commands before; here the person is told.
/// </summary>
/// <param name="IsDone">Whether the record was corrected; otherwise the answer says why not.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(InvalidState))]
public sealed record AnswerCorrection(GivenId RequestId, bool IsDone, string Answer) : IdempotentCommand;

public sealed class AnswerCorrectionValidator : AbstractValidator<AnswerCorrection>
{
    public AnswerCorrectionValidator() => RuleFor(command => command.Answer).Text(1, 2000);
}

public sealed class AnswerCorrectionHandler(ICorrectionStore store, CommandSession session)
    : CommandHandler<AnswerCorrection, OpenedEntry<CorrectionRequest>, Written>(session)
{
    protected override async Task<Result<OpenedEntry<CorrectionRequest>>> OpenAsync(
        AnswerCorrection command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    )
    {
        if (await store.OpenAsync(command.RequestId.Id, cancellationToken) is not var (request, office))
            return new NotFound(nameof(CorrectionRequest), command.RequestId.Text);
        if (Session.Caller.IsAny([Role.DevelopmentOfficer], office))
            return new OpenedEntry<CorrectionRequest>(request, office);
        Session.Access.Hide($"a request of {office}");
        return new NotFound(nameof(CorrectionRequest), command.RequestId.Text);
    }

    protected override Task<Result<Change<Written>>> DecideAsync(
        AnswerCorrection command,
        OpenedEntry<CorrectionRequest> opened,
        CancellationToken cancellationToken
    ) => Task.FromResult(Decide(command, opened.Subject));

    private Result<Change<Written>> Decide(AnswerCorrection command, CorrectionRequest request)
    {
        var refusal = request.Close(
            command.IsDone,
            command.Answer.Trim(),
            Session.Time.GetUtcNow(),
            Session.Caller.Name
        );
        if (refusal is not null)
            return Result<Change<Written>>.Refused([refusal]);
        return new Change<Written>(new Written(request.Id), request)
        {
            After = new { request.PersonId, Status = EnumText.Of(request.Status) },
        };
    }
}
