using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>The labels of rows and columns in tables of statistics: repeated ones, two of a row, and those of a part.</summary>
public sealed class StatisticsLabelTests
{
    private const string Plain = "ตำแหน่ง\tชาย\tหญิง\tรวม\nครู\t41\t93\t134\nครูผู้ช่วย\t17\t26\t43\nรวม\t58\t119\t177";

    private const string Caption = "ตารางที่ 1 จำนวนครู ปีการศึกษา 2566";

    [Theory]
    [InlineData("ครูผู้ช่วย\t17", "ครู\t17", 15, 1)]
    [InlineData("ครูผู้ช่วย\t17", "ค รู\t17", 0, 0)]
    [InlineData("\tหญิง\tรวม", "\tชาย\tรวม", 13, 3)]
    [InlineData("\nรวม\t58", "\nรวม\t58\t119\t177\nรวม\t58", 17, 1)]
    public void A_repeated_label_is_reported_once_with_its_place(string from, string to, int line, int column)
    {
        var plan = Read(Plain.Replace(from, to, StringComparison.Ordinal));
        plan.Datasets.Single().Observations.Count.ShouldBe(to.Split('\n').Length > 2 ? 12 : 9);
        var found = FindingRules.Check(plan).Where(one => one.Rule.Code == "REPEATED_LABEL").ToList();
        if (line == 0)
        {
            found.ShouldBeEmpty();
            return;
        }

        var source = found.ShouldHaveSingleItem().Fault.Source!;
        (source.Line, source.Column).ShouldBe((line, column));
    }

    [Theory]
    [InlineData(
        "อำเภอ\tตำแหน่ง\tชาย\tหญิง\tรวม\nเมือง\tครู\t41\t93\t134\n\tครูผู้ช่วย\t17\t26\t43\nรวม\t\t58\t119\t177"
    )]
    [InlineData(
        "ที่\tอำเภอ\tตำแหน่ง\tชาย\tหญิง\tรวม\n1\tเมือง\tครู\t41\t93\t134\n2\tเมือง\tครูผู้ช่วย\t17\t26\t43\n\tรวม\t\t58\t119\t177"
    )]
    public void A_second_column_of_words_tells_rows_apart(string table)
    {
        var plan = Read(table);
        var dataset = plan.Datasets.Single();
        dataset.Dimensions.Take(2).ShouldBe(["อำเภอ", "ตำแหน่ง"]);
        dataset.Observations.Count.ShouldBe(9);
        dataset.Observations.Single(one => one.At is ["เมือง", "ครูผู้ช่วย", "หญิง"]).Value.ShouldBe(26);
        FindingRules.Check(plan).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Caption + " (ต่อ)")]
    [InlineData("ตารางที่ 1 (ต่อ)")]
    [InlineData("ตารางที่ 1 จำนวนครู ( ต่อ )")]
    public void A_caption_that_says_that_a_table_goes_on_begins_no_other(string caption)
    {
        var plan = Read(
            Plain.Replace(
                "\nครูผู้ช่วย",
                $"\n\n{caption}\n\nตำแหน่ง\tชาย\tหญิง\tรวม\nครูผู้ช่วย",
                StringComparison.Ordinal
            )
        );
        plan.Datasets.Single().Observations.Count.ShouldBe(9);
        FindingRules.Check(plan).ShouldBeEmpty();
        plan.Reading!.Unread.ShouldHaveSingleItem().Reason.ShouldBe(UnreadReason.Repetition);
    }

    private static PlanFile Read(string table) =>
        Plans.Read(Encoding.UTF8.GetBytes(VariedPlan.Text.Replace(Plain, table, StringComparison.Ordinal))).Value;
}
