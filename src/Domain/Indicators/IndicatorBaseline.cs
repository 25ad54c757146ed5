namespace TeacherDevPlan.Domain.Indicators;

/// <summary>An earlier value of an indicator, for comparison.</summary>
/// <param name="FiscalYear">Buddhist era.</param>
/// <param name="Value">In the indicator's unit, at most four decimals.</param>
public sealed record IndicatorBaseline(int FiscalYear, decimal Value);
