using CsCheck;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Domain.Tests;

public sealed class AchievementTests
{
    [Fact]
    public void Every_case_has_the_achievement_and_the_status_that_it_should()
    {
        foreach (var one in AchievementCase.All)
        {
            Achievement.Of(one.Result, one.Target, one.Direction).ShouldBe(one.Achievement, one.ToString());
            Achievement.StatusOf(one.Result, one.Target, one.Direction).ShouldBe(one.Status, one.ToString());
        }
    }

    [Fact]
    public void A_status_never_contradicts_the_figure()
    {
        var figures = Gen.Select(Gen.Decimal[-20, 20], Gen.Int[0, 4], (value, decimals) => Math.Round(value, decimals));
        Gen.Select(figures, figures, Gen.Enum<IndicatorDirection>())
            .Sample(
                (result, target, direction) =>
                {
                    var status = Achievement.StatusOf(result, target, direction);
                    if (Achievement.Of(result, target, direction) is not { } achievement)
                        return;
                    if (achievement > 100)
                        status.ShouldBe(AchievementStatus.Achieved);
                    else if (achievement is > 80 and < 100)
                        status.ShouldBe(AchievementStatus.OnTrack);
                    else if (achievement < 80)
                        status.ShouldBe(AchievementStatus.OffTrack);
                }
            );
    }

    [Fact]
    public void Percentages_are_rounded_half_away_from_zero() => Percent.Of(-0.125m, 100).ShouldBe(-0.13m);
}
