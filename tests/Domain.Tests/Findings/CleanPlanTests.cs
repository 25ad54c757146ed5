using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Tests.Findings;

public sealed class CleanPlanTests
{
    [Fact]
    public void Nothing_is_found_in_a_plan_that_agrees_with_itself() => Plant.Found(CleanPlan.Create()).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_found_in_one_that_was_read_from_a_document() =>
        Plant.Found(CleanPlan.FromDocument()).ShouldBeEmpty();

    [Fact]
    public void The_plan_of_these_tests_could_be_imported() =>
        PlanFileRules.Check(CleanPlan.Create(), TestContext.Current.CancellationToken).ShouldBeEmpty();
}
