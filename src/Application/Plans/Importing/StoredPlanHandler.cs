using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans.Importing;

/// <summary>A command about one stored plan.</summary>
public interface IOfStoredPlan
{
    GivenId PlanId { get; }
}

/// <summary>Opens the plan that a command names. The office's lock keeps imports away until the command has ended.</summary>
public abstract class StoredPlanHandler<TCommand, T>(StoredPlans stored, CommandSession session)
    : CommandHandler<TCommand, PlanKey, T>(session)
    where TCommand : ICommand<Result<T>>, IOfStoredPlan
    where T : Written
{
    protected StoredPlans Stored => stored;

    protected sealed override async Task<Result<PlanKey>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) => await stored.LockAsync(command.PlanId.Id, cancellationToken) is { } plan ? plan : Missing(command);

    protected static NotFound Missing(TCommand command) => new(nameof(DevelopmentPlan), command.PlanId.Text);
}
