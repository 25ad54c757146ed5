using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

internal sealed class InsufficientBudgetErrorType : ErrorType<InsufficientBudget>
{
    public InsufficientBudgetErrorType()
        : base("InsufficientBudgetError", "The requested amount exceeds the available amount.")
    {
        Value("available", "Decimal!", error => error.Available, "The available amount, in baht.");
        Value("requested", "Decimal!", error => error.Requested, "The requested amount, in baht.");
    }
}

internal sealed class NotFoundErrorType : ErrorType<NotFound>
{
    public NotFoundErrorType()
        : base("NotFoundError", "An object that the input refers to does not exist.") =>
        Value("id", "ID", error => error.GivenId, "The id from the input.");
}

internal sealed class ValidationErrorType : ErrorType<RequestInvalid>
{
    public ValidationErrorType()
        : base("ValidationError", "A value of the input is invalid; the message says what is allowed.") =>
        Value(
            "field",
            "String!",
            error => error.Field,
            "Path of the value in the input: \"amount\", \"items[3].paidOn\"."
        );
}

internal sealed class ConflictErrorType : ErrorType<Conflict>
{
    public ConflictErrorType()
        : base("ConflictError", "The object was changed in the meantime.") =>
        Value("currentVersion", "Int!", error => error.CurrentVersion, "The current version of the object.");
}

/// <summary>The errors that mutations of the ledger can return.</summary>
internal sealed class LedgerErrorTypes
{
    public IErrorType Insufficient { get; } = new InsufficientBudgetErrorType();

    public IErrorType Virement { get; } =
        new ErrorType<VirementNotAllowed>(
            "VirementNotAllowedError",
            "Money must not be moved between these activities: the project does not allow virement (ขอถัวจ่าย), or they belong to different projects."
        );

    public IErrorType NotFound { get; } = new NotFoundErrorType();

    public IErrorType Validation { get; } = new ValidationErrorType();

    public IErrorType State { get; } =
        new ErrorType<InvalidState>("InvalidStateError", "The current state does not allow this.");

    public IErrorType KeyReused { get; } =
        new ErrorType<IdempotencyKeyReused>(
            "IdempotencyKeyReusedError",
            "The idempotencyKey was already used for another request; a new request needs a new key."
        );

    public IErrorType Conflict { get; } = new ConflictErrorType();

    public IReadOnlyList<IErrorType> All => [Insufficient, Virement, NotFound, Validation, State, KeyReused, Conflict];
}
