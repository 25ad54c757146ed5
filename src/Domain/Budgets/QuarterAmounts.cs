using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// Amounts in baht, one per fiscal quarter. If no quarter is needed, only the total may be loaded; then the quarters
/// are not available.
/// </summary>
public sealed record QuarterAmounts(decimal Q1, decimal Q2, decimal Q3, decimal Q4)
{
    public static readonly QuarterAmounts Zero = new(0.00m, 0.00m, 0.00m, 0.00m);

    /// <summary>The total, if only it was loaded; null if each quarter is known.</summary>
    private decimal? undivided;

    /// <summary>Amounts of which only the total is known. Reading one of the quarters throws.</summary>
    public static QuarterAmounts Undivided(decimal total) => Zero with { undivided = total };

    public decimal Total => undivided ?? Q1 + Q2 + Q3 + Q4;

    public decimal this[FiscalQuarter quarter] =>
        quarter switch
        {
            _ when undivided is not null => throw new InvalidOperationException("Only the total was loaded."),
            FiscalQuarter.Q1 => Q1,
            FiscalQuarter.Q2 => Q2,
            FiscalQuarter.Q3 => Q3,
            _ => Q4,
        };

    /// <summary>The amounts with an amount added to one quarter.</summary>
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

    /// <summary>The amount of one quarter, and zero in the others.</summary>
    public QuarterAmounts Only(FiscalQuarter quarter) => Zero.With(quarter, this[quarter]);

    public static QuarterAmounts operator +(QuarterAmounts left, QuarterAmounts right) =>
        left.undivided is null && right.undivided is null
            ? new(left.Q1 + right.Q1, left.Q2 + right.Q2, left.Q3 + right.Q3, left.Q4 + right.Q4)
            : Undivided(left.Total + right.Total);

    public static QuarterAmounts Add(QuarterAmounts left, QuarterAmounts right) => left + right;

    /// <summary>The planned amounts of a printed row: zero for a quarter without a printed amount.</summary>
    public static QuarterAmounts PlannedBy(PrintedAmounts printed) =>
        new(printed.Q1 ?? 0.00m, printed.Q2 ?? 0.00m, printed.Q3 ?? 0.00m, printed.Q4 ?? 0.00m);
}
