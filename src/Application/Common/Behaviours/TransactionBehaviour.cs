using Mediator;
using TeacherDevPlan.Application.Common.Commands;
using TeacherDevPlan.Application.Common.Idempotency;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Behaviours;

/// <summary>
/// Runs each command in one transaction, undone where the command is refused or fails. Of a command that is remembered, the
/// memory of a refusal is kept too (it has written nothing else); of a dry run, nothing is.
/// </summary>
public sealed class TransactionBehaviour<TMessage, TResponse>(IUnitOfWork unitOfWork)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IBaseCommand
    where TResponse : IOutcome<TResponse>
{
    public async ValueTask<TResponse> Handle(
        TMessage message,
        MessageHandlerDelegate<TMessage, TResponse> next,
        CancellationToken cancellationToken
    ) =>
        await unitOfWork.InTransactionAsync(
            () => next(message, cancellationToken).AsTask(),
            response =>
                message switch
                {
                    IDryRunCommand { DryRun: true } => false,
                    IIdempotentCommand => true,
                    _ => response.Succeeded,
                },
            cancellationToken
        );
}
