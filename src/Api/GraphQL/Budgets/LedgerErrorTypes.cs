using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Budgets;

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

internal sealed class ConflictErrorType : ErrorType<Conflict>
{
    public ConflictErrorType()
        : base("ConflictError", "The object was changed in the meantime.") =>
        Value("currentVersion", "Int!", error => error.CurrentVersion, "The current version of the object.");
}
