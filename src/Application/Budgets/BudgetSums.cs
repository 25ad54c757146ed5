using System.Linq.Expressions;
using TeacherDevPlan.Domain.Budgets;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Sums of kept budgets as the database is to make them, with the parts alone that are asked for.</summary>
internal static class BudgetSums
{
    public static IQueryable<Sums<TKey>> Of<TKey>(IQueryable<Keyed<TKey>> keyed, BudgetParts parts) =>
        keyed
            .GroupBy(row => row.Key)
            .Select(
                Only(
                    parts,
                    (IGrouping<TKey, Keyed<TKey>> group) =>
                        new Sums<TKey>
                        {
                            Key = group.Key,
                            Count = group.Count(),
                            FirstYear = group.Min(row => row.Year),
                            LastYear = group.Max(row => row.Year),
                            P1 = group.Sum(row => row.Budget.Balance.Planned.Q1),
                            P2 = group.Sum(row => row.Budget.Balance.Planned.Q2),
                            P3 = group.Sum(row => row.Budget.Balance.Planned.Q3),
                            P4 = group.Sum(row => row.Budget.Balance.Planned.Q4),
                            I1 = group.Sum(row => row.Budget.Balance.TransferredIn.Q1),
                            I2 = group.Sum(row => row.Budget.Balance.TransferredIn.Q2),
                            I3 = group.Sum(row => row.Budget.Balance.TransferredIn.Q3),
                            I4 = group.Sum(row => row.Budget.Balance.TransferredIn.Q4),
                            O1 = group.Sum(row => row.Budget.Balance.TransferredOut.Q1),
                            O2 = group.Sum(row => row.Budget.Balance.TransferredOut.Q2),
                            O3 = group.Sum(row => row.Budget.Balance.TransferredOut.Q3),
                            O4 = group.Sum(row => row.Budget.Balance.TransferredOut.Q4),
                            C = group.Sum(row => row.Budget.Balance.Committed),
                            D1 = group.Sum(row => row.Budget.Balance.Disbursed.Q1),
                            D2 = group.Sum(row => row.Budget.Balance.Disbursed.Q2),
                            D3 = group.Sum(row => row.Budget.Balance.Disbursed.Q3),
                            D4 = group.Sum(row => row.Budget.Balance.Disbursed.Q4),
                        }
                )
            );

    /// <summary>Leaves out of what is read for each row or group what belongs to parts that are not asked for.</summary>
    public static Expression<Func<TRow, TResult>> Only<TRow, TResult>(
        BudgetParts parts,
        Expression<Func<TRow, TResult>> read
    )
    {
        var made = (MemberInitExpression)read.Body;
        var kept = made.Bindings.Where(binding => (PartOf(binding.Member.Name) & ~parts) == 0);
        return Expression.Lambda<Func<TRow, TResult>>(made.Update(made.NewExpression, kept), read.Parameters);
    }

    private static BudgetParts PartOf(string name) =>
        name switch
        {
            "P1" or "P2" or "P3" or "P4" => BudgetParts.Planned,
            "I1" or "I2" or "I3" or "I4" => BudgetParts.TransferredIn,
            "O1" or "O2" or "O3" or "O4" => BudgetParts.TransferredOut,
            "D1" or "D2" or "D3" or "D4" => BudgetParts.Disbursed,
            "C" => BudgetParts.Committed,
            _ => BudgetParts.None,
        };
}

/// <summary>A budget as a member of its group.</summary>
internal sealed class Keyed<TKey>
{
    public required TKey Key { get; init; }
    public required int Year { get; init; }
    public required KeptBudget Budget { get; init; }
}

/// <summary>The amounts of a balance, each by itself.</summary>
internal abstract class Amounts
{
    public decimal P1 { get; init; }
    public decimal P2 { get; init; }
    public decimal P3 { get; init; }
    public decimal P4 { get; init; }
    public decimal I1 { get; init; }
    public decimal I2 { get; init; }
    public decimal I3 { get; init; }
    public decimal I4 { get; init; }
    public decimal O1 { get; init; }
    public decimal O2 { get; init; }
    public decimal O3 { get; init; }
    public decimal O4 { get; init; }
    public decimal C { get; init; }
    public decimal D1 { get; init; }
    public decimal D2 { get; init; }
    public decimal D3 { get; init; }
    public decimal D4 { get; init; }

    public Balance Balance =>
        new()
        {
            Planned = new QuarterAmounts(P1, P2, P3, P4),
            TransferredIn = new QuarterAmounts(I1, I2, I3, I4),
            TransferredOut = new QuarterAmounts(O1, O2, O3, O4),
            Committed = C,
            Disbursed = new QuarterAmounts(D1, D2, D3, D4),
        };
}

/// <summary>What the budgets of a group hold together.</summary>
internal sealed class Sums<TKey> : Amounts
{
    public TKey Key { get; init; } = default!;
    public int Count { get; init; }
    public int FirstYear { get; init; }
    public int LastYear { get; init; }
}

/// <summary>What one activity holds.</summary>
internal sealed class Held : Amounts
{
    public Guid ActivityId { get; init; }
    public Guid? ParentId { get; init; }
    public int FiscalYear { get; init; }

    public static Expression<Func<ActivityBudget, Held>> Of(BudgetParts parts) =>
        BudgetSums.Only(
            parts,
            (ActivityBudget budget) =>
                new Held
                {
                    ActivityId = budget.ActivityId,
                    ParentId = budget.ParentId,
                    FiscalYear = budget.FiscalYear,
                    P1 = budget.Balance.Planned.Q1,
                    P2 = budget.Balance.Planned.Q2,
                    P3 = budget.Balance.Planned.Q3,
                    P4 = budget.Balance.Planned.Q4,
                    I1 = budget.Balance.TransferredIn.Q1,
                    I2 = budget.Balance.TransferredIn.Q2,
                    I3 = budget.Balance.TransferredIn.Q3,
                    I4 = budget.Balance.TransferredIn.Q4,
                    O1 = budget.Balance.TransferredOut.Q1,
                    O2 = budget.Balance.TransferredOut.Q2,
                    O3 = budget.Balance.TransferredOut.Q3,
                    O4 = budget.Balance.TransferredOut.Q4,
                    C = budget.Balance.Committed,
                    D1 = budget.Balance.Disbursed.Q1,
                    D2 = budget.Balance.Disbursed.Q2,
                    D3 = budget.Balance.Disbursed.Q3,
                    D4 = budget.Balance.Disbursed.Q4,
                }
        );
}
