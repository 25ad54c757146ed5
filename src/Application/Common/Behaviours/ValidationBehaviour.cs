using FluentValidation;
using Mediator;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Behaviours;

/// <summary>Refuses a message whose shape is wrong, before anything is read or written.</summary>
public sealed class ValidationBehaviour<TMessage, TResponse>(IEnumerable<IValidator<TMessage>> validators)
    : IPipelineBehavior<TMessage, TResponse>
    where TMessage : notnull, IMessage
    where TResponse : IOutcome<TResponse>
{
    public async ValueTask<TResponse> Handle(
        TMessage message,
        MessageHandlerDelegate<TMessage, TResponse> next,
        CancellationToken cancellationToken
    )
    {
        foreach (var validator in validators)
        {
            var result = await validator.ValidateAsync(message, cancellationToken);
            if (!result.IsValid)
                return TResponse.Refused(
                    new RequestInvalid(result.Errors[0].PropertyName, result.Errors[0].ErrorMessage)
                );
        }

        return await next(message, cancellationToken);
    }
}
