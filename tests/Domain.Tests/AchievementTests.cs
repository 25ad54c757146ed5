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
        Achievement.StatusOf((decimal?)result, (decimal)target).ShouldBe(expected);

    [Fact]
    public void The_achievement_is_a_percentage_with_two_decimals_and_null_without_a_target()
    {
        Achievement.Of(2, 3).ShouldBe(66.67m);
        Achievement.Of(0.125m, 100).ShouldBe(0.13m, "half is rounded away from zero");
        Achievement.Of(1, 0).ShouldBeNull();
        Achievement.Of(null, 80).ShouldBeNull();
        Percent.Of(-0.125m, 100).ShouldBe(-0.13m);
    }
}
