using Mediator;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Staff;

/// <summary>Marks in the list of erasures, after the commit, what an erasure or a correction has done.</summary>
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
        var id = (message.PersonId ?? message.StaffMemberId)!.Value.Id;
        await (
            message is ErasePerson
                ? store.MarkErasedAsync(id, CancellationToken.None)
                : store.MarkNamedAsync(id, CancellationToken.None)
        );
        return result;
    }
}
