using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Conventions;

internal sealed class NotFoundErrorType : ErrorType<NotFound>
{
    public NotFoundErrorType()
        : base("NotFoundError", "Something that the input names is not there.") =>
        Value("id", "ID", error => error.GivenId, "The id as it was given.");
}

internal sealed class ValidationErrorType : ErrorType<RequestInvalid>
{
    public ValidationErrorType()
        : base("ValidationError", "A value of the input cannot be right; the message says what would be.") =>
        Value(
            "field",
            "String!",
            error => error.Field,
            "Which, as a path in the input: \"amount\", \"items[3].paidOn\"."
        );
}

/// <summary>The refusals that mutations of all features can end in.</summary>
internal static class CommonErrorTypes
{
    public static SchemaPart Part() =>
        new()
        {
            Errors =
            [
                new NotFoundErrorType(),
                new ValidationErrorType(),
                new ErrorType<InvalidState>(
                    "InvalidStateError",
                    "Things stand so that this cannot be done (any more)."
                ),
                new ErrorType<IdempotencyKeyReused>(
                    "IdempotencyKeyReusedError",
                    "Another request succeeded under this idempotencyKey; a new request needs a new key."
                ),
            ],
        };
}
