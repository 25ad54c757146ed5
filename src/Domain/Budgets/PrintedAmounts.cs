namespace TeacherDevPlan.Domain.Budgets;

/// <summary>
/// A row of a spending table as printed, in baht: a printed "-" is zero, an empty cell is null. The total is the
/// printed one, which may differ from the sum of the quarters.
/// </summary>
public sealed record PrintedAmounts(decimal? Q1, decimal? Q2, decimal? Q3, decimal? Q4, decimal? Total)
{
    public static readonly PrintedAmounts None = new(null, null, null, null, null);
}
