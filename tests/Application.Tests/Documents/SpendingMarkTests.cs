using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>Spending tables that do not print an amount for each quarter: marks, instalments, classes, other units.</summary>
public sealed class SpendingMarkTests
{
    private const string Months = "ต.ค.\tพ.ย.\tธ.ค.\tม.ค.\tก.พ.\tมี.ค.\tเม.ย.\tพ.ค.\tมิ.ย.\tก.ค.\tส.ค.\tก.ย.";

    /// <summary>The only table of project 2, whose money is all in quarter 2.</summary>
    private static readonly string Table = VariedPlan.Text[
        VariedPlan.Text.LastIndexOf("กิจกรรม\tไตรมาสที่ 1", StringComparison.Ordinal)..VariedPlan.Text.IndexOf(
            "\n\n5. ผลที่คาดว่าจะได้รับ",
            StringComparison.Ordinal
        )
    ];

    public static TheoryData<string> Ticked { get; } =
    [
        "กิจกรรม\tไตรมาสที่ 1\tไตรมาสที่ 2\tไตรมาสที่ 3\tไตรมาสที่ 4\tงบประมาณ\n1. จับคู่พี่เลี้ยง\t\t✓\t\t\t12,600\n2. เยี่ยมห้องเรียน\t\t/\t\t\t15,300\nรวม\t\t\t\t\t27,900",
        "กิจกรรม\tงบประมาณ (บาท)\tQ1\tQ2\tQ3\tQ4\n1. จับคู่พี่เลี้ยง\t12,600\t\t✔\t\t\n2. เยี่ยมห้องเรียน\t15,300\t\t✔\t\t\nรวม\t27,900\t\t\t\t",
        $"กิจกรรม\t{Months}\tงบประมาณ\n1. จับคู่พี่เลี้ยง\t\t\t\t✓\t✓\t\t\t\t\t\t\t\t12,600\n2. เยี่ยมห้องเรียน\t\t\t\t\t\t✓\t\t\t\t\t\t\t15,300\nรวม\t\t\t\t\t\t\t\t\t\t\t\t\t27,900",
    ];

    [Theory]
    [MemberData(nameof(Ticked))]
    public void The_only_ticked_quarter_has_the_money_of_its_row(string table)
    {
        var (project, told) = Read(table);
        project
            .Activities.Select(activity => (activity.Q1, activity.Q2, activity.Q3, activity.Q4, activity.Total))
            .ShouldBe([(null, 12_600, null, null, 12_600), (null, 15_300, null, null, 15_300)]);
        project.PrintedTotals!.Total.ShouldBe(27_900);
        told.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\t✓\t✓\t\t\t12,600", "✓ | ✓")]
    [InlineData("\t\t\t✓\t✓\t12,600", "✓ | ✓")]
    public void Ticks_in_several_quarters_do_not_divide_the_money(string cells, string reported)
    {
        var (project, told) = Read(Ticked.First().Data.Replace("\t\t✓\t\t\t12,600", cells, StringComparison.Ordinal));
        project.Activities[0].Printed.ShouldBe(new(null, null, null, null, 12_600));
        told.ShouldBe([reported]);
    }

    [Fact]
    public void Marks_beside_a_table_of_amounts_are_reported_and_add_nothing()
    {
        var (project, told) = Read($"{Table}\n\n{Ticked.Last().Data}");
        project.Activities.Sum(activity => activity.Total).ShouldBe(27_900);
        told.ShouldHaveSingleItem().ShouldContain("12,600");
    }

    [Theory]
    [InlineData("กิจกรรม\tงวดที่ 1\tงวดที่ 2\tรวม", "12,600 | -", "15,300 | -", "27,900 | -")]
    [InlineData("กิจกรรม\tค่าตอบแทน\tค่าวัสดุ\tรวม", "12,600 | -\n15,300 | -\n27,900 | -")]
    [InlineData("กิจกรรม/รายการ\tค่าวัสดุ\tอื่นๆ\tรวม", "12,600 | -\n15,300 | -\n27,900 | -")]
    [InlineData("กิจกรรม\tเป้าหมาย\tระยะเวลา\tงบประมาณ (บาท)", "งบประมาณ (บาท)", "12,600 | -\n15,300 | -\n27,900 | -")]
    [InlineData("กิจกรรม\tไตรมาสที่ 1 (ร้อยละ)\tไตรมาสที่ 2 (ร้อยละ)\tรวม", "12,600 | -", "15,300 | -", "27,900 | -")]
    public void Parts_that_are_no_quarters_are_reported_beside_the_totals(string head, params string[] reported)
    {
        var (project, told) = Read(
            $"{head}\n1. จับคู่พี่เลี้ยง\t12,600\t-\t12,600\n2. เยี่ยมห้องเรียน\t15,300\t-\t15,300\nรวม\t27,900\t-\t27,900"
        );
        project
            .Activities.Select(activity => activity.Printed)
            .ShouldBe([new(null, null, null, null, 12_600), new(null, null, null, null, 15_300)]);
        project.PrintedTotals!.Total.ShouldBe(27_900);
        told.ShouldBe(reported);
    }

    [Theory]
    [InlineData("1. จับคู่พี่เลี้ยง 12,600 บาท\n2. เยี่ยมห้องเรียน 15,300 บาท")]
    [InlineData("รายการ\tจำนวน\tราคาต่อหน่วย\tรวม\nค่าอาหาร\t50\t252\t12,600\nค่าวิทยากร\t2\t7,650\t15,300")]
    [InlineData("กิจกรรม\tชาย\tหญิง\tรวม\n1. จับคู่พี่เลี้ยง\t20\t27\t47\n2. เยี่ยมห้องเรียน\t5\t6\t11")]
    public void Other_lists_of_numbers_are_no_spending_plan(string text)
    {
        var (project, told) = Read(text);
        project.Activities.ShouldBeEmpty();
        told.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("หน่วย : หมื่นบาท", "1.26", "1.53", "2.79")]
    [InlineData("(หน่วย : แสนบาท)", "0.126", "0.153", "0.279")]
    [InlineData("(ล้านบาท)", "0.0126", "0.0153", "0.0279")]
    public void Amounts_in_a_unit_are_multiplied(string unit, string first, string second, string sum)
    {
        var table = Table
            .Replace("12,600", first, StringComparison.Ordinal)
            .Replace("15,300", second, StringComparison.Ordinal)
            .Replace("27,900", sum, StringComparison.Ordinal);
        var (project, told) = Read($"{unit}\n\n{table}");
        project.Activities.Select(activity => activity.Q2).ShouldBe([12_600, 15_300]);
        project.PrintedTotals!.Total.ShouldBe(27_900);
        told.ShouldBe([unit]);
    }

    [Theory]
    [InlineData("หน่วย : พันบาท", "12.6 พันบาท")]
    [InlineData("หน่วย : พันบาท", "12.600")]
    [InlineData("หน่วย : ล้านบาท", "12.6 พันบาท")]
    public void An_amount_with_another_unit_is_reported(string unit, string amount)
    {
        var (project, _) = Read($"{unit}\n\n{Table.Replace("12,600", amount, StringComparison.Ordinal)}");
        project.Activities[0].Q2.ShouldBeNull();
    }

    private static (ProjectDocument Project, IReadOnlyList<string> Told) Read(string table)
    {
        var plan = Plans
            .Read(Encoding.UTF8.GetBytes(VariedPlan.Text.Replace(Table, table, StringComparison.Ordinal)))
            .Value;
        FindingRules.Check(plan).ShouldNotBeNull();
        return (
            plan.DevelopmentPlan.Projects[1],
            [.. plan.Reading!.Unread.Where(one => one.Reason != UnreadReason.Repetition).Select(one => one.Text)]
        );
    }
}
