using Mediator;
using TeacherDevPlan.Application.Access;

namespace TeacherDevPlan.Application.Common.Behaviours;

/// <summary>Lets a command pass only for who may send it. Whether the role is held for the office is for the handler to see.</summary>
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
