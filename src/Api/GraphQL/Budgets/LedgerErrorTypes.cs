using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Api.GraphQL.Budgets;

internal sealed class InsufficientBudgetErrorType : ErrorType<InsufficientBudget>
{
    public InsufficientBudgetErrorType()
        : base("InsufficientBudgetError", "More is asked for than is there.")
    {
        Value("available", "Decimal!", error => error.Available, "What is there, in baht.");
        Value("requested", "Decimal!", error => error.Requested, "What is asked for, in baht.");
    }
}

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

internal sealed class ConflictErrorType : ErrorType<Conflict>
{
    public ConflictErrorType()
        : base("ConflictError", "Somebody else changed it in the meantime.") =>
        Value("currentVersion", "Int!", error => error.CurrentVersion, "The version that it is at.");
}

/// <summary>The refusals that the ledger's mutations end in.</summary>
internal sealed class LedgerErrorTypes
{
    public IErrorType Insufficient { get; } = new InsufficientBudgetErrorType();

    public IErrorType Virement { get; } =
        new ErrorType<VirementNotAllowed>(
            "VirementNotAllowedError",
            "Money may not move between these activities (ขอถัวจ่าย is not allowed, or they belong to different projects)."
        );

    public IErrorType NotFound { get; } = new NotFoundErrorType();

    public IErrorType Validation { get; } = new ValidationErrorType();

    public IErrorType State { get; } =
        new ErrorType<InvalidState>("InvalidStateError", "Things stand so that this cannot be done (any more).");

    public IErrorType KeyReused { get; } =
        new ErrorType<IdempotencyKeyReused>(
            "IdempotencyKeyReusedError",
            "Another request succeeded under this idempotencyKey; a new request needs a new key."
        );

    public IErrorType Conflict { get; } = new ConflictErrorType();

    public IReadOnlyList<IErrorType> All => [Insufficient, Virement, NotFound, Validation, State, KeyReused, Conflict];
}
