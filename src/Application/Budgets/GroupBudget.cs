using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Budgets;

/// <param name="Count">How many projects are in the group.</param>
/// <param name="Balance">What they hold together.</param>
public sealed record GroupBudget<TKey>(TKey Key, int Count, Balance Balance);
