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

/// <summary>Moves a further study to its next status, or extends it, by an officer of its office other than the person.</summary>
/// <param name="LastDay">The new last day of an extension; otherwise the last day of a study that is over.</param>
/// <param name="OrderNumber">Of an approval or extension.</param>
/// <param name="Note">Why it is refused or discontinued.</param>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict), typeof(InvalidState))]
public sealed record MoveFurtherStudy(
    GivenId StudyId,
    int ExpectedVersion,
    StudyStep Step,
    DateOnly? LastDay,
    string? OrderNumber,
    string? Note
) : IdempotentCommand;

public sealed class MoveFurtherStudyValidator : AbstractValidator<MoveFurtherStudy>
{
    public MoveFurtherStudyValidator()
    {
        RuleFor(command => command.OrderNumber).Text(0, 100);
        RuleFor(command => command.Note).Text(0, 2000);
    }
}

public sealed class MoveFurtherStudyHandler(IStudyStore studies, IRegistryStore registry, CommandSession session)
    : StudyHandler<MoveFurtherStudy>(studies, registry, session)
{
    protected override Task<Result<OpenedStudy>> OpenAsync(
        MoveFurtherStudy command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) => OpenStudyAsync(command.StudyId, null, cancellationToken);

    protected override async Task<Result<Change<Written>>> DecideAsync(
        MoveFurtherStudy command,
        OpenedStudy opened,
        CancellationToken cancellationToken
    )
    {
        var study = opened.Study;
        if (await Registry.PersonOfCallerAsync(Session.Caller.Name, cancellationToken) == study.PersonId)
            return StudyErrors.OfDeciding;
        if (command.ExpectedVersion != study.Version)
            return new Conflict(study.Version);
        var move = new StudyMove(
            command.Step,
            command.LastDay,
            OptionalText.Of(command.OrderNumber),
            OptionalText.Of(command.Note)
        );
        List<DomainError> refusals = [.. study.Refusals(move, Session.Today)];
        if (refusals.Count == 0 && await OverlapAsync(study, move, cancellationToken) is { } overlap)
            refusals.Add(overlap);
        if (refusals.Count > 0)
            return Result<Change<Written>>.Refused(refusals);
        var before = Figures(study);
        var rule = await Studies.RuleAsync(study.Leave, study.Funding, study.StartsOn, cancellationToken);
        study.Move(move, rule, Session.Today);
        return Changed(study, before);
    }

    /// <summary>Two full-time leaves of a person do not overlap.</summary>
    private async Task<RequestInvalid?> OverlapAsync(
        FurtherStudy study,
        StudyMove move,
        CancellationToken cancellationToken
    )
    {
        if (study.Leave != StudyLeave.FullTime || move.Step is not (StudyStep.Approve or StudyStep.Extend))
            return null;
        var until = move.LastDay ?? study.EndsOn;
        return await Studies.OverlappingAsync(study, until, cancellationToken) is { } other
            ? StudyErrors.Overlapping(
                move.Step == StudyStep.Extend ? "lastDay" : "step",
                other.StartsOn,
                other.EndedOn ?? other.EndsOn
            )
            : null;
    }
}
