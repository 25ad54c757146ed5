using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Application.Tests.Documents.Forms;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>
/// Text in cells, as spreadsheets and forms have it: numbers in a column of their own, values beside their headings, and
/// no blank lines. As a text with tabs and as a sheet.
/// </summary>
public sealed class CellFormTests
{
    private const string Period = "3. ระยะเวลาดำเนินโครงการและสถานที่ดำเนินการ : ธันวาคม 2566 – กันยายน 2567";

    public static TheoryData<string, bool> Edits { get; } =
        new()
        {
            { "numbers in cells of their own", false },
            { "numbers in cells of their own", true },
            { "no blank lines", false },
            { "no blank lines", true },
            { "empty columns on the left", true },
            { "the period beside its heading", false },
            { "the period beside its heading", true },
            { "the period in three cells", true },
            { "texts beside their headings", false },
            { "texts beside their headings", true },
            { "colons in cells of their own", false },
            { "colons in cells of their own", true },
            { "the budget in three cells", false },
            { "the budget in three cells", true },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public void The_same_is_read(string what, bool isSheet)
    {
        var text = Edited(what);
        text.ShouldNotBe(VariedPlan.Text);
        var plan = Plans.Read(isSheet ? Sheet(text) : Encoding.UTF8.GetBytes(text)).Value;
        VariedPlan.Facts(plan).ShouldBe(VariedPlan.Facts(Plans.Read(Encoding.UTF8.GetBytes(VariedPlan.Text)).Value));
        FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBeEmpty();
        plan.Reading!.Unread.ShouldBeEmpty();
    }

    /// <summary>A row with a number and the words of a heading in a table with columns is an activity.</summary>
    [Theory]
    [InlineData("การติดตามและประเมินผล")]
    [InlineData("วัตถุประสงค์")]
    public void The_words_of_a_heading_in_a_table_are_an_activity(string name)
    {
        var text = VariedPlan.Text.Replace("รวมพลังครูทั้งอำเภอ", name, StringComparison.Ordinal);
        var project = Plans.Read(Encoding.UTF8.GetBytes(text)).Value.DevelopmentPlan.Projects[0];
        project.Activities.Select(activity => activity.Name).ShouldBe(["ประชุมวางแผน", name]);
        project.Activities[1].Printed.Total.ShouldBe(4_500);
        project.Kpis.Count.ShouldBe(2);
    }

    private static string Edited(string what) =>
        what switch
        {
            "numbers in cells of their own" => Regex.Replace(
                VariedPlan.Text,
                @"(?<=\n)(\d\.|\d\.\d) (?=[^\t\n]+(\n|\z))",
                "$1\t"
            ),
            "no blank lines" => VariedPlan.Text.Replace("\n\n", "\n", StringComparison.Ordinal),
            "empty columns on the left" => Regex.Replace(VariedPlan.Text, "(?m)^(?=.)", "\t\t"),
            "the period beside its heading" => VariedPlan.Text.Replace(
                Period,
                "3. ระยะเวลาดำเนินการ\tธันวาคม 2566 – กันยายน 2567",
                StringComparison.Ordinal
            ),
            "the period in three cells" => VariedPlan.Text.Replace(
                Period,
                "3. ระยะเวลาดำเนินการ :\t1 ธันวาคม 2566\tถึง\t30 กันยายน 2567",
                StringComparison.Ordinal
            ),
            "colons in cells of their own" => Regex.Replace(
                VariedPlan.Text.Replace(
                    Period,
                    "3. ระยะเวลาดำเนินการ\tธันวาคม 2566 – กันยายน 2567",
                    StringComparison.Ordinal
                ),
                @"(?<=\n(?:โครงการ|หน่วยงานรับผิดชอบ|ลักษณะโครงการ|กลยุทธ์ สพท\.|ผู้รับผิดชอบโครงการ|3\. ระยะเวลาดำเนินการ))\t",
                "\t:\t"
            ),
            "texts beside their headings" => VariedPlan
                .Text.Replace("1. หลักการและเหตุผล\n\n", "1. หลักการและเหตุผล\t", StringComparison.Ordinal)
                .Replace(
                    "2. วัตถุประสงค์\n\n2.1 เพื่อพัฒนาครูแกนนำ\n2.2",
                    "2. วัตถุประสงค์\t2.1 เพื่อพัฒนาครูแกนนำ\n\t2.2",
                    StringComparison.Ordinal
                ),
            _ => Regex.Replace(
                VariedPlan.Text,
                @"งบประมาณสำนักงานเขตพื้นที่การศึกษา จำนวนทั้งสิ้น ([\d,]+)\.- บาท",
                "งบประมาณทั้งสิ้น\t$1\tบาท"
            ),
        };

    private static byte[] Sheet(string text)
    {
        var rows = new StringBuilder();
        foreach (var (row, line) in text.Split('\n').Index())
        {
            rows.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            foreach (var (column, cell) in line.Split('\t').Index().Where(cell => cell.Item.Length > 0))
                rows.Append(
                    CultureInfo.InvariantCulture,
                    $"<c r=\"{(char)('A' + column)}{row + 1}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{Dress.Xml(cell)}</t></is></c>"
                );
            rows.Append("</row>");
        }

        return ExcelFile.Package(rows.ToString());
    }
}
