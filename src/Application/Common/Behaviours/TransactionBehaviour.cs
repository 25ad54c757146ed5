using Mediator;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Behaviours;

/// <summary>
/// Runs each command in one transaction, which is rolled back if the command fails or is refused. The stored refusal of a
/// command with a key is committed (a refused command writes nothing else), and so is what a command saves when it is refused, if
/// it says so; a dry run commits nothing. Commands that only post to the ledger may share a transaction.
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
                    IIdempotentCommand or IRefusalIsKept => true,
                    _ => response.Succeeded,
                },
            message is IPostingCommand,
            cancellationToken
        );
}
