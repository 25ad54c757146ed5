using Mediator;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Application.Common.Behaviours;

/// <summary>
/// Checks that the caller has a role for the command. Whether the role applies to the office is checked by the handler.
/// </summary>
public sealed class AuthorizationBehaviour<TMessage, TResponse>(AccessControl access)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IBaseCommand
{
    public ValueTask<TResponse> Handle(
        TMessage message,
        MessageHandlerDelegate<TMessage, TResponse> next,
        CancellationToken cancellationToken
    )
    {
        access.Demand($"Mutation.{AccessRules.MutationOf(typeof(TMessage))}", AccessRules.OfCommand(typeof(TMessage)));
        return next(message, cancellationToken);
    }
}
