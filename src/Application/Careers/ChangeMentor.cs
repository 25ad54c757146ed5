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
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Careers;

/// <summary>Gives an induction to another mentor, by an officer of its office other than the person.</summary>
[AllowedTo(Role.DevelopmentOfficer)]
[EndsIn(typeof(NotFound), typeof(NotInCharge), typeof(Conflict), typeof(InvalidState))]
public sealed record ChangeMentor(GivenId InductionId, int ExpectedVersion, GivenId MentorId) : IdempotentCommand;

public sealed class ChangeMentorHandler(IInductionStore inductions, IRegistryStore registry, CommandSession session)
    : InductionHandler<ChangeMentor>(inductions, registry, session)
{
    protected override async Task<Result<OpenedInduction>> OpenAsync(
        ChangeMentor command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await OpenedAsync(
            await Inductions.OpenAsync(command.InductionId.Id, command.MentorId.Id, cancellationToken),
            false,
            new NotFound(nameof(Induction), command.InductionId.Text),
            cancellationToken
        );

    protected override async Task<Result<Change<Written>>> DecideAsync(
        ChangeMentor command,
        OpenedInduction opened,
        CancellationToken cancellationToken
    )
    {
        var (induction, mentor) = (opened.Induction, command.MentorId);
        if (opened.Self == induction.PersonId)
            return InductionErrors.OfRecording;
        if (command.ExpectedVersion != induction.Version)
            return new Conflict(induction.Version);
        if (!await Registry.KeepsAsync(induction.OfficeId, mentor.Id, cancellationToken))
            return new NotFound(nameof(Person), mentor.Text);
        var before = InductionChange.Figures(induction);
        return induction.ChangeMentor(mentor.Id) is { } refused
            ? refused
            : InductionChange.Of(induction, induction.Id, before);
    }
}
