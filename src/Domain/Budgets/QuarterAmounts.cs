using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// Amounts in baht, one per fiscal quarter. Where nobody asks for a quarter, they may be known as a whole alone: then only the total
/// can be told of them.
/// </summary>
public sealed record QuarterAmounts(decimal Q1, decimal Q2, decimal Q3, decimal Q4)
{
    public static readonly QuarterAmounts Zero = new(0.00m, 0.00m, 0.00m, 0.00m);

    /// <summary>Null where each quarter is known.</summary>
    private decimal? undivided;

    /// <summary>A total whose quarters are not known: to ask for one of them is a mistake, and fails.</summary>
    public static QuarterAmounts Undivided(decimal total) => Zero with { undivided = total };

    public decimal Total => undivided ?? Q1 + Q2 + Q3 + Q4;

    public decimal this[FiscalQuarter quarter] =>
        quarter switch
        {
            _ when undivided is not null => throw new InvalidOperationException("Only the total is known."),
            FiscalQuarter.Q1 => Q1,
            FiscalQuarter.Q2 => Q2,
            FiscalQuarter.Q3 => Q3,
            _ => Q4,
        };

    /// <summary>With an amount added to one quarter.</summary>
    public QuarterAmounts With(FiscalQuarter quarter, decimal added)
    {
        var amount = this[quarter] + added;
        return quarter switch
        {
            FiscalQuarter.Q1 => this with { Q1 = amount },
            FiscalQuarter.Q2 => this with { Q2 = amount },
            FiscalQuarter.Q3 => this with { Q3 = amount },
            _ => this with { Q4 = amount },
        };
    }

    /// <summary>The amount of one quarter, and nothing in the others.</summary>
    public QuarterAmounts Only(FiscalQuarter quarter) => Zero.With(quarter, this[quarter]);

    public static QuarterAmounts operator +(QuarterAmounts left, QuarterAmounts right) =>
        left.undivided is null && right.undivided is null
            ? new(left.Q1 + right.Q1, left.Q2 + right.Q2, left.Q3 + right.Q3, left.Q4 + right.Q4)
            : Undivided(left.Total + right.Total);

    public static QuarterAmounts Add(QuarterAmounts left, QuarterAmounts right) => left + right;

    /// <summary>What a printed row plans: a quarter in which nothing is printed plans nothing.</summary>
    public static QuarterAmounts PlannedBy(PrintedAmounts printed) =>
        new(printed.Q1 ?? 0.00m, printed.Q2 ?? 0.00m, printed.Q3 ?? 0.00m, printed.Q4 ?? 0.00m);
}
