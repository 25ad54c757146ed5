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
    Available = Revised | Committed | Disbursed,

    /// <summary>What of them belongs to each quarter, and not their totals alone.</summary>
    Quarters = 32,
    All = Available | Quarters,
}

/// <summary>Which budgets are asked for.</summary>
/// <param name="AsOf">A past moment; null for now.</param>
/// <param name="Parts">The others are zero; without <see cref="BudgetParts.Quarters"/> no quarter can be told.</param>
public readonly record struct BudgetView(DateTimeOffset? AsOf, BudgetParts Parts = BudgetParts.All)
{
    /// <summary>What sums over projects read: of past moments there are no totals over the quarters.</summary>
    public BudgetParts Summed => AsOf is null ? Parts : Parts | BudgetParts.Quarters;
}
