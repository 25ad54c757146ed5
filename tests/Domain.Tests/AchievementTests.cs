using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;

namespace TeacherDevPlan.Domain.Tests;

public sealed class AchievementTests
{
    [Theory]
    [InlineData(null, 80.0, AchievementStatus.NotReported)]
    [InlineData(80.0, 80.0, AchievementStatus.Achieved)]
    [InlineData(64.0, 80.0, AchievementStatus.OnTrack)]
    [InlineData(63.99, 80.0, AchievementStatus.OffTrack)]
    [InlineData(0.0, 0.0, AchievementStatus.Achieved)]
    public void The_status_follows_the_share_of_the_target(double? result, double target, AchievementStatus expected) =>
        Achievement.StatusOf((decimal?)result, (decimal)target, IndicatorDirection.HigherIsBetter).ShouldBe(expected);

    [Theory]
    [InlineData(null, 5.0, AchievementStatus.NotReported)]
    [InlineData(5.0, 5.0, AchievementStatus.Achieved)]
    [InlineData(0.0, 5.0, AchievementStatus.Achieved)]
    [InlineData(6.25, 5.0, AchievementStatus.OnTrack)]
    [InlineData(6.2501, 5.0, AchievementStatus.OffTrack)]
    [InlineData(0.0, 0.0, AchievementStatus.Achieved)]
    [InlineData(1.0, 0.0, AchievementStatus.OffTrack)]
    public void Where_lower_is_better_the_target_is_a_ceiling(
        double? result,
        double target,
        AchievementStatus expected
    ) => Achievement.StatusOf((decimal?)result, (decimal)target, IndicatorDirection.LowerIsBetter).ShouldBe(expected);

    [Fact]
    public void The_achievement_is_a_percentage_with_two_decimals_and_null_without_a_target()
    {
        Achievement.Of(2, 3, IndicatorDirection.HigherIsBetter).ShouldBe(66.67m);
        Achievement
            .Of(0.125m, 100, IndicatorDirection.HigherIsBetter)
            .ShouldBe(0.13m, "half is rounded away from zero");
        Achievement.Of(1, 0, IndicatorDirection.HigherIsBetter).ShouldBeNull();
        Achievement.Of(null, 80, IndicatorDirection.HigherIsBetter).ShouldBeNull();
        Achievement.Of(6.25m, 5, IndicatorDirection.LowerIsBetter).ShouldBe(80m);
        Achievement.Of(0, 5, IndicatorDirection.LowerIsBetter).ShouldBeNull();
        Percent.Of(-0.125m, 100).ShouldBe(-0.13m);
    }
}
