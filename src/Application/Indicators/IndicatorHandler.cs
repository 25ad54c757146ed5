using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Application.Results;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Indicators;

/// <summary>A command that changes what an office says of an indicator.</summary>
public abstract class IndicatorHandler<TCommand>(IResultStore store, CommandSession session)
    : CommandHandler<TCommand, OpenedIndicator, Written>(session)
    where TCommand : DryRunCommand<Written>
{
    protected abstract GivenId IdOf(TCommand command);

    protected sealed override async Task<Result<OpenedIndicator>> OpenAsync(
        TCommand command,
        IdempotencyKey? key,
        CancellationToken cancellationToken
    ) =>
        await store.OpenIndicatorAsync(IdOf(command).Id, null, cancellationToken) is { } opened
            ? opened
            : new NotFound(nameof(Indicator), IdOf(command).Text);
}
