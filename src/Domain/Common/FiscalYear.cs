namespace TeacherDevPlan.Domain.Common;

/// <summary>
/// A Thai government fiscal year, numbered in the Buddhist era: 2566 runs from 1 October 2022 to 30 September 2023.
/// Source: Budget Procedures Act B.E. 2561 (2018), section 4.
/// </summary>
public readonly record struct FiscalYear(int Number)
{
    /// <summary>The year of the Buddhist era minus that of the Gregorian calendar.</summary>
    public const int BuddhistEraOffset = 543;

    public DateOnly StartsOn => new(Number - BuddhistEraOffset - 1, 10, 1);

    public DateOnly EndsOn => new(Number - BuddhistEraOffset, 9, 30);

    /// <summary>The fiscal year of a day.</summary>
    public static FiscalYear Of(DateOnly date) => new(date.Year + BuddhistEraOffset + (date.Month >= 10 ? 1 : 0));

    public bool Contains(DateOnly date) => date >= StartsOn && date <= EndsOn;

    /// <summary>The quarter of a day in this year.</summary>
    public FiscalQuarter QuarterOf(DateOnly date) =>
        (FiscalQuarter)(((date.Year - StartsOn.Year) * 12 + date.Month - StartsOn.Month) / 3);

    /// <summary>The first day of a quarter: Q1 October, Q2 January, Q3 April, Q4 July.</summary>
    public DateOnly StartOf(FiscalQuarter quarter) => StartsOn.AddMonths(3 * (int)quarter);

    public DateOnly EndOf(FiscalQuarter quarter) => StartOf(quarter).AddMonths(3).AddDays(-1);
}

/// <summary>Q1 October to December, Q2 January to March, Q3 April to June, Q4 July to September.</summary>
public enum FiscalQuarter
{
    Q1,
    Q2,
    Q3,
    Q4,
}
