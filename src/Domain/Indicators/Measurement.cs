using System.Globalization;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Indicators;

/// <summary>
/// A measured value and, if it is a ratio, its numerator and denominator. For groups, both are summed before they are
/// divided; an average of percentages would give a small office the same weight as a large one.
/// </summary>
/// <param name="Value">In the indicator's unit; for a percentage, numerator / denominator × 100.</param>
/// <param name="Denominator">Greater than zero.</param>
public sealed record Measurement(decimal Value, decimal? Numerator, decimal? Denominator)
{
    /// <summary>The maximum number of decimals of a value, a numerator and a denominator.</summary>
    public const int Decimals = 4;

    /// <summary>The maximum absolute value.</summary>
    public const decimal Max = 999_999_999_999m;

    /// <summary>The factor from a ratio to a value in the unit: 100 for percent, otherwise 1.</summary>
    public static int Factor(string? unit) => MeasureUnit.IsPercent(unit) ? 100 : 1;

    /// <summary>
    /// Refuses a value that is not the ratio, rounded to the decimals of the value; exact ties may be rounded either
    /// way.
    /// </summary>
    /// <param name="field">The value's name in the request.</param>
    public RequestInvalid? Refusal(string unit, string field)
    {
        if (Numerator is not { } numerator || Denominator is not { } denominator)
            return null;
        var right = numerator / denominator * Factor(unit);
        var places = Value.Scale;
        decimal half = 0.5m;
        for (var i = 0; i < places; i++)
            half /= 10;
        if (Math.Abs(right - Value) <= half)
            return null;
        var told = Math.Round(right, Math.Max((int)places, 2), MidpointRounding.AwayFromZero)
            .ToString("0.####", CultureInfo.InvariantCulture);
        var how = MeasureUnit.IsPercent(unit) ? "numerator / denominator × 100" : "numerator / denominator";
        return new RequestInvalid(
            field,
            new LocalText($"must be {how}, which is {told}.", $"ต้องเท่ากับ {how} ซึ่งเท่ากับ {told}")
        );
    }
}
