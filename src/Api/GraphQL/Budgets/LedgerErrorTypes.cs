using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Budgets;

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

internal sealed class ConflictErrorType : ErrorType<Conflict>
{
    public ConflictErrorType()
        : base("ConflictError", "Somebody else changed it in the meantime.") =>
        Value("currentVersion", "Int!", error => error.CurrentVersion, "The version that it is at.");
}
