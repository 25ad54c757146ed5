using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>What the reader takes no part of the plan from, or adds to it, is told at its place.</summary>
public sealed class UntakenTableTests
{
    /// <summary>
    /// The blank lines at which a table can stand between the parts of the plan. Below the caption of a table, it would be
    /// taken.
    /// </summary>
    public static TheoryData<int> Places
    {
        get
        {
            var lines = VariedPlan.Text.Split('\n');
            return
            [
                .. Enumerable
                    .Range(6, lines.Length - 6)
                    .Where(line =>
                        lines[line].Length == 0
                        && !lines[line - 1].Contains('\t', StringComparison.Ordinal)
                        && !lines[line - 1].StartsWith("ตารางที่", StringComparison.Ordinal)
                    ),
            ];
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_number_of_a_table_that_no_reader_takes_is_unread(int line)
    {
        const string table = "อาคาร\tจำนวนห้อง\tขนาด\nหอประชุม\t7,301\t8,402.5\nโรงอาหาร\t๗,๕๐๓\tกว้าง 8,604 เมตร";
        var lines = VariedPlan.Text.Split('\n').ToList();
        lines.InsertRange(line, ["", .. table.Split('\n'), ""]);
        var read = Plans.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

        var unread = read.Value.Reading!.Unread;

        foreach (var (row, number) in new[] { (1, "7,301"), (1, "8,402.5"), (2, "7,503"), (2, "8,604") })
        {
            unread.ShouldContain(
                passage =>
                    passage.FirstLine <= line + 2 + row
                    && line + 2 + row <= passage.LastLine
                    && ThaiNumber.ToArabicDigits(passage.Text).Contains(number, StringComparison.Ordinal),
                $"{number} below \"{lines[line - 1]}\""
            );
        }
    }

    [Theory]
    [InlineData("กลุ่มนิเทศ ติดตามและประเมินผล")]
    [InlineData("หน่วยตรวจสอบภายใน")]
    [InlineData("กลุ่มกฎหมายและคดี")]
    public void A_unit_that_the_structure_lacks_is_added_and_told(string unit)
    {
        var text = VariedPlan.Text.Replace("\tกลุ่มบริหารงานบุคคล\n", $"\t{unit}\n", StringComparison.Ordinal);
        var plan = Plans.Read(Encoding.UTF8.GetBytes(text)).Value;

        var (rule, fault) = FindingRules.Check(plan).ShouldHaveSingleItem();

        rule.Code.ShouldBe("UNIT_NOT_LISTED");
        fault.Stated.ShouldBe(unit);
        text.Split('\n')[fault.Source!.Line - 1].ShouldEndWith(unit);
        plan.Office.OrgUnits.Select(one => one.Name).ShouldContain(unit);
    }

    [Fact]
    public void A_unit_of_several_projects_is_told_once_with_all_its_places()
    {
        var text = VariedPlan.Text;
        foreach (var listed in new[] { "กลุ่มบริหารงานบุคคล", "กลุ่มพัฒนาครูและบุคลากรทางการศึกษา" })
            text = text.Replace($"\t{listed}\n", "\tหน่วยตรวจสอบภายใน\n", StringComparison.Ordinal);
        var (_, fault) = FindingRules.Check(Plans.Read(Encoding.UTF8.GetBytes(text)).Value).ShouldHaveSingleItem();
        fault.Others.ShouldHaveSingleItem().Source!.Line.ShouldBeGreaterThan(fault.Source!.Line);
    }
}
