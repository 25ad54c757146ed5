using CsCheck;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Domain.Tests;

public sealed class MeasurementTests
{
    private static readonly Gen<(int Numerator, int Denominator, int Decimals)> Ratios = Gen.Select(
        Gen.Int[0, 5000],
        Gen.Int[1, 5000],
        Gen.Int[0, 4]
    );

    [Fact]
    public void A_ratio_that_is_rounded_to_its_own_decimals_is_taken_and_one_further_off_is_not() =>
        Ratios.Sample(ratio =>
        {
            foreach (var unit in new[] { "ร้อยละ", "ชั่วโมง/คน" })
            {
                var exact = (decimal)ratio.Numerator / ratio.Denominator * Measurement.Factor(unit);
                var rounded = Math.Round(exact, ratio.Decimals, MidpointRounding.AwayFromZero) + Zero(ratio.Decimals);
                Refusal(rounded).ShouldBeNull();
                var step = new decimal(1, 0, 0, false, (byte)ratio.Decimals);
                Refusal(rounded + 2 * step).ShouldNotBeNull().Field.ShouldBe("result");
                Refusal(rounded - 2 * step).ShouldNotBeNull();

                Domain.Common.RequestInvalid? Refusal(decimal value) =>
                    new Measurement(value, ratio.Numerator, ratio.Denominator).Refusal(unit, "result");
            }
        });

    [Fact]
    public void A_value_without_a_ratio_is_taken_as_it_is() =>
        new Measurement(12.5m, null, null).Refusal("ร้อยละ", "result").ShouldBeNull();

    [Fact]
    public void Achievement_and_status_agree_where_both_speak()
    {
        // Four decimals, as figures of indicators are stored.
        var figure = Gen.Int[0, 2_000_000].Select(steps => steps / 10_000m);
        Gen.Select(figure, figure.Where(target => target > 0), Gen.Bool)
            .Sample(
                (result, target, lower) =>
                {
                    var direction = lower ? IndicatorDirection.LowerIsBetter : IndicatorDirection.HigherIsBetter;
                    var achievement = Achievement.Of(result, target, direction);
                    var status = Achievement.StatusOf(result, target, direction);
                    if (achievement > 100)
                        status.ShouldBe(AchievementStatus.Achieved);
                    else if (achievement is > 80 and < 100)
                        status.ShouldBe(AchievementStatus.OnTrack);
                    else if (achievement < 80)
                        status.ShouldBe(AchievementStatus.OffTrack);
                }
            );
    }

    /// <summary>Zero with so many decimals: added to a number it gives it as many.</summary>
    private static decimal Zero(int decimals) => new(0, 0, 0, false, (byte)decimals);
}
