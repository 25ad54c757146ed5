using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Tests.Findings;

public sealed class NumberingTests
{
    [Theory]
    [InlineData("1 2 3")]
    [InlineData("1 1.1 1.2 2 2.1 3")]
    [InlineData("4.1 4.1.1 4.1.2 4.2 4.2.1")]
    [InlineData("4.1.1 4.1.2 4.2.1 4.2.2")]
    [InlineData("๒.๑. ๒.๒. ๒.๓.")]
    [InlineData("1 ก ข ค ง จ ฉ ช ซ ฌ ญ 2 ก ข")]
    [InlineData("ก ข ค ง")]
    [InlineData("1 2 หมายเหตุ 3")]
    [InlineData("1 1.1 1.2 1.4 2", "GAP 1.4")]
    [InlineData("1 2 4 5 8", "GAP 4", "GAP 8")]
    [InlineData("1 2 2 3", "REPEAT 2#2")]
    [InlineData("1 2 2 4", "REPEAT 2#2")]
    [InlineData("1 2 3 3", "REPEAT 3#2")]
    [InlineData("1 2 30 4", "GAP 30")]
    [InlineData("1 3 2 4", "ORDER 2")]
    [InlineData("1 2 3 4 6 5", "ORDER 5")]
    [InlineData("1 2.1 2.2 2.4", "GAP 2.4")]
    [InlineData("4.1.1 4.1.2 4.3.1", "GAP 4.3.1")]
    [InlineData("4.1.1 4.1.3 4.2.1", "GAP 4.1.3")]
    [InlineData("4.1.1 4.2.2", "GAP 4.2.2")]
    [InlineData("1 2.1 2.2 3.3 2.4", "GAP 3.3")]
    [InlineData("ก ข ง จ", "GAP ง")]
    [InlineData("1 ก ก 2", "REPEAT ก#2")]
    [InlineData("2 3", "GAP 2")]
    public void A_list_has_the_faults_of_its_numbers_each_once(string numbers, params string[] found)
    {
        var plan = CleanPlan
            .Create()
            .Project(1, project => project with { ExpectedResults = CleanPlan.Items(numbers.Split(' ')) });
        Faults(plan)
            .ShouldBe(
                found.Select(fault =>
                    $"NUMBERING_{fault.Replace(" ", " project 1/expectedResults/", StringComparison.Ordinal)}"
                )
            );
    }

    [Theory]
    [InlineData("1 2 3 1 2")]
    [InlineData("5 6 7")]
    [InlineData("1 2 1 2 3 4")]
    [InlineData("1 2 1 2 4", "GAP 4")]
    [InlineData("5 6 6 7", "REPEAT 6#2")]
    public void A_section_may_hold_several_lists_and_the_rest_of_one(string numbers, params string[] found)
    {
        var plan = CleanPlan
            .Create()
            .Section(1, section => section with { Items = CleanPlan.Items(numbers.Split(' ')) });
        Faults(plan)
            .ShouldBe(
                found.Select(fault => $"NUMBERING_{fault.Replace(" ", " section 2/items/", StringComparison.Ordinal)}")
            );
    }

    private static IEnumerable<string> Faults(PlanFile plan) => Plant.Found(plan).Select(line => line.Split(':')[0]);
}
