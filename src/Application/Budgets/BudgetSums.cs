using System.Linq.Expressions;
using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Budgets;

/// <summary>Sums of kept budgets as the database is to make them, with the parts alone that are asked for.</summary>
internal static class BudgetSums
{
    /// <summary>With the years that the budgets are of.</summary>
    /// <param name="keyed">
    /// Of <see cref="ProjectBudget"/>, unless quarters are asked for: nothing else has totals over the quarters.
    /// </param>
    public static IQueryable<Sums<TKey>> Of<TKey>(IQueryable<Keyed<TKey>> keyed, BudgetParts parts) =>
        Sum(keyed, name => name is not "Count" && IsAsked(name, parts));

    /// <summary>With how many there are in each group.</summary>
    public static IQueryable<Sums<TKey>> Counted<TKey>(IQueryable<Keyed<TKey>> keyed, BudgetParts parts) =>
        Sum(keyed, name => name is not ("FirstYear" or "LastYear") && IsAsked(name, parts));

    /// <summary>What is held by the projects of each plan together, counted, under what is known of the plan.</summary>
    public static IQueryable<Sums<TKey>> CountedByPlan<TKey>(
        IQueryable<Keyed<Guid>> keyed,
        IQueryable<DevelopmentPlan> plans,
        Expression<Func<DevelopmentPlan, TKey>> keyOf,
        BudgetParts parts
    )
    {
        Expression<Func<PlanSums, TKey, Sums<TKey>>> counted = (row, key) =>
            new Sums<TKey> { Key = key, Count = row.Sums.Count };
        var withKey = counted.WithSecond(keyOf.After((PlanSums row) => row.Plan));
        var made = (MemberInitExpression)withKey.Body;
        var sums = Expression.Property(withKey.Parameters[0], nameof(PlanSums.Sums));
        var amounts = typeof(Amounts)
            .GetProperties()
            .Where(amount => amount.CanWrite && IsAsked(amount.Name, parts))
            .Select(amount => Expression.Bind(amount, Expression.Property(sums, amount)));
        return Counted(keyed, parts)
            .Join(plans, sum => sum.Key, plan => plan.Id, (sum, plan) => new PlanSums { Sums = sum, Plan = plan })
            .Select(
                Expression.Lambda<Func<PlanSums, Sums<TKey>>>(
                    made.Update(made.NewExpression, [.. made.Bindings, .. amounts]),
                    withKey.Parameters
                )
            );
    }

    /// <summary>As <see cref="Of"/>, where no two have the same key: nothing is to be summed.</summary>
    public static IQueryable<Sums<TKey>> OfEach<TKey>(IQueryable<Keyed<TKey>> keyed, BudgetParts parts) =>
        keyed.Select(OfOneRow<TKey>.From(Summed<TKey>(name => name is not "Count" && IsAsked(name, parts))));

    private static IQueryable<Sums<TKey>> Sum<TKey>(IQueryable<Keyed<TKey>> keyed, Func<string, bool> isAsked) =>
        keyed.GroupBy(row => row.Key).Select(Summed<TKey>(isAsked));

    private static Expression<Func<IGrouping<TKey, Keyed<TKey>>, Sums<TKey>>> Summed<TKey>(
        Func<string, bool> isAsked
    ) =>
        Only(
            isAsked,
            (IGrouping<TKey, Keyed<TKey>> group) =>
                new Sums<TKey>
                {
                    Key = group.Key,
                    Count = group.Count(),
                    FirstYear = group.Min(row => row.Year),
                    LastYear = group.Max(row => row.Year),
                    P = group.Sum(row => ((ProjectBudget)row.Budget).PlannedTotal),
                    P1 = group.Sum(row => row.Budget.Balance.Planned.Q1),
                    P2 = group.Sum(row => row.Budget.Balance.Planned.Q2),
                    P3 = group.Sum(row => row.Budget.Balance.Planned.Q3),
                    P4 = group.Sum(row => row.Budget.Balance.Planned.Q4),
                    I = group.Sum(row => ((ProjectBudget)row.Budget).TransferredInTotal),
                    I1 = group.Sum(row => row.Budget.Balance.TransferredIn.Q1),
                    I2 = group.Sum(row => row.Budget.Balance.TransferredIn.Q2),
                    I3 = group.Sum(row => row.Budget.Balance.TransferredIn.Q3),
                    I4 = group.Sum(row => row.Budget.Balance.TransferredIn.Q4),
                    O = group.Sum(row => ((ProjectBudget)row.Budget).TransferredOutTotal),
                    O1 = group.Sum(row => row.Budget.Balance.TransferredOut.Q1),
                    O2 = group.Sum(row => row.Budget.Balance.TransferredOut.Q2),
                    O3 = group.Sum(row => row.Budget.Balance.TransferredOut.Q3),
                    O4 = group.Sum(row => row.Budget.Balance.TransferredOut.Q4),
                    C = group.Sum(row => row.Budget.Balance.Committed),
                    D = group.Sum(row => ((ProjectBudget)row.Budget).DisbursedTotal),
                    D1 = group.Sum(row => row.Budget.Balance.Disbursed.Q1),
                    D2 = group.Sum(row => row.Budget.Balance.Disbursed.Q2),
                    D3 = group.Sum(row => row.Budget.Balance.Disbursed.Q3),
                    D4 = group.Sum(row => row.Budget.Balance.Disbursed.Q4),
                }
        );

    /// <summary>Leaves out of what is read for each row or group what belongs to parts that are not asked for.</summary>
    public static Expression<Func<TRow, TResult>> Only<TRow, TResult>(
        BudgetParts parts,
        Expression<Func<TRow, TResult>> read
    ) => Only(name => IsAsked(name, parts), read);

    private static Expression<Func<TRow, TResult>> Only<TRow, TResult>(
        Func<string, bool> isAsked,
        Expression<Func<TRow, TResult>> read
    )
    {
        var made = (MemberInitExpression)read.Body;
        var kept = made.Bindings.Where(binding => isAsked(binding.Member.Name));
        return Expression.Lambda<Func<TRow, TResult>>(made.Update(made.NewExpression, kept), read.Parameters);
    }

    /// <summary>Of an amount by its name: whether it is of the parts, as a total or by quarters. What is no amount is always read.</summary>
    private static bool IsAsked(string name, BudgetParts parts)
    {
        var isOther = parts.HasFlag(BudgetParts.Quarters) ? name is "P" or "I" or "O" or "D" : name.Length == 2;
        return (PartOf(name) & ~parts) == 0 && !isOther;
    }

    private static BudgetParts PartOf(string name) =>
        name switch
        {
            "P" or "P1" or "P2" or "P3" or "P4" => BudgetParts.Planned,
            "I" or "I1" or "I2" or "I3" or "I4" => BudgetParts.TransferredIn,
            "O" or "O1" or "O2" or "O3" or "O4" => BudgetParts.TransferredOut,
            "D" or "D1" or "D2" or "D3" or "D4" => BudgetParts.Disbursed,
            "C" => BudgetParts.Committed,
            _ => BudgetParts.None,
        };

    /// <summary>What is read for a group, of a row that is a group by itself.</summary>
    private sealed class OfOneRow<TKey>(ParameterExpression group, ParameterExpression row) : ExpressionVisitor
    {
        public static Expression<Func<Keyed<TKey>, Sums<TKey>>> From(
            Expression<Func<IGrouping<TKey, Keyed<TKey>>, Sums<TKey>>> read
        )
        {
            var row = Expression.Parameter(typeof(Keyed<TKey>), "row");
            var body = new OfOneRow<TKey>(read.Parameters[0], row).Visit(read.Body);
            return Expression.Lambda<Func<Keyed<TKey>, Sums<TKey>>>(body, row);
        }

        protected override Expression VisitMember(MemberExpression node) =>
            node.Expression == group ? Expression.Property(row, nameof(Keyed<>.Key)) : base.VisitMember(node);

        /// <summary>A sum, the least and the greatest of one are it itself.</summary>
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node.Arguments is [var source, LambdaExpression value] && source == group
                ? value.Apply(row)
                : base.VisitMethodCall(node);
    }

    private sealed class PlanSums
    {
        public Sums<Guid> Sums { get; init; } = null!;
        public DevelopmentPlan Plan { get; init; } = null!;
    }
}

/// <summary>A budget as a member of its group.</summary>
internal sealed class Keyed<TKey>
{
    public required TKey Key { get; init; }
    public required int Year { get; init; }
    public required KeptBudget Budget { get; init; }
}

/// <summary>The amounts of a balance, each by itself: by quarter, or their totals where nobody asks for a quarter.</summary>
internal abstract class Amounts
{
    public decimal? P { get; init; }
    public decimal? I { get; init; }
    public decimal? O { get; init; }
    public decimal? D { get; init; }
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
            Planned = Of(P, P1, P2, P3, P4),
            TransferredIn = Of(I, I1, I2, I3, I4),
            TransferredOut = Of(O, O1, O2, O3, O4),
            Committed = C,
            Disbursed = Of(D, D1, D2, D3, D4),
        };

    private static QuarterAmounts Of(decimal? total, decimal q1, decimal q2, decimal q3, decimal q4) =>
        total is { } whole ? QuarterAmounts.Undivided(whole) : new QuarterAmounts(q1, q2, q3, q4);
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

    /// <summary>By quarters: of activities no totals are kept.</summary>
    public static Expression<Func<ActivityBudget, Held>> Of(BudgetParts parts) =>
        BudgetSums.Only(
            parts | BudgetParts.Quarters,
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
