using System.Globalization;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Domain.Indicators;

/// <summary>
/// What was measured: a value and, where it is a ratio, what it is the ratio of. Groups are summed over both and divided last;
/// an average of percentages would weigh a small office as much as a large one.
/// </summary>
/// <param name="Value">In the indicator's unit; of a percentage, numerator / denominator × 100.</param>
/// <param name="Denominator">Above zero.</param>
public sealed record Measurement(decimal Value, decimal? Numerator, decimal? Denominator)
{
    /// <summary>A value, a numerator and a denominator have at most so many decimals.</summary>
    public const int Decimals = 4;

    /// <summary>The largest of them, either side of zero.</summary>
    public const decimal Max = 999_999_999_999m;

    /// <summary>What the ratio is multiplied by to be told in a unit.</summary>
    public static int Factor(string? unit) => MeasureUnit.IsPercent(unit) ? 100 : 1;

    /// <summary>
    /// Refused where the value is not the ratio, rounded to the value's own decimals (either way where it lies in the middle).
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
