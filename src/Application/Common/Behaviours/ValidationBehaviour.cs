using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using Mediator;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Common.Behaviours;

/// <summary>Refuses an invalid message, with all its errors, before anything is read or written.</summary>
public sealed partial class ValidationBehaviour<TMessage, TResponse>(IEnumerable<IValidator<TMessage>> validators)
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
        var refusals = new List<RequestInvalid>();
        foreach (var validator in validators)
            refusals.AddRange((await validator.ValidateAsync(message, cancellationToken)).Errors.Select(Refusal));
        return refusals.Count > 0 ? TResponse.Refused(refusals) : await next(message, cancellationToken);
    }

    /// <summary>The API's path of a property: <c>Items[3].PaidOn</c> becomes items[3].paidOn.</summary>
    private static RequestInvalid Refusal(ValidationFailure failure)
    {
        var field = FirstLetter().Replace(failure.PropertyName, match => match.Value.ToLowerInvariant());
        var index = ItemIndex().Match(field);
        return new RequestInvalid(field, (LocalText)failure.CustomState)
        {
            Index = index.Success ? int.Parse(index.Groups[1].ValueSpan, null) : null,
        };
    }

    [GeneratedRegex(@"(?<=^|\.)\p{Lu}")]
    private static partial Regex FirstLetter();

    [GeneratedRegex(@"^\w+\[(\d+)\]")]
    private static partial Regex ItemIndex();
}
