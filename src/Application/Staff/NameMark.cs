using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Staff;

/// <summary>
/// Settles the notes about an erasure after the commit. The database says what holds, not the command: a repeated
/// request may answer for what later ones have changed.
/// </summary>
public sealed class NameMark<TMessage, TResponse>(IPersonStore store) : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IPersonCommand, IBaseCommand
    where TResponse : IOutcome<TResponse>
{
    public async ValueTask<TResponse> Handle(
        TMessage message,
        MessageHandlerDelegate<TMessage, TResponse> next,
        CancellationToken cancellationToken
    )
    {
        var result = await next(message, cancellationToken);
        if (!result.Succeeded || message is IDryRunCommand { DryRun: true })
            return result;
        await store.SettleErasureAsync((message.PersonId ?? message.StaffMemberId)!.Value.Id, CancellationToken.None);
        return result;
    }
}
