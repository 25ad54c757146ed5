namespace TeacherDevPlan.Application.Budgets;

/// <summary>The parts of a balance; what nobody asks for is not read.</summary>
[Flags]
public enum BudgetParts
{
    None = 0,
    Planned = 1,
    TransferredIn = 2,
    TransferredOut = 4,
    Committed = 8,
    Disbursed = 16,
    Revised = Planned | TransferredIn | TransferredOut,
    All = Revised | Committed | Disbursed,
}

/// <summary>Which budgets are asked for.</summary>
/// <param name="AsOf">A past moment; null for now.</param>
/// <param name="Parts">The others are zero.</param>
public readonly record struct BudgetView(DateTimeOffset? AsOf, BudgetParts Parts = BudgetParts.All)
{
    public bool Has(BudgetParts parts) => (Parts & parts) != 0;
}
