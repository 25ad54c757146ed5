using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>Projects' chapters in the forms of other offices: boxes, marks of headings, owners and labels.</summary>
public sealed class ProjectFormTests
{
    private const string Owners = "นางสาวมานี มีตา ตำแหน่ง นักวิชาการศึกษา นายปิติ พิทักษ์ ตำแหน่ง ศึกษานิเทศก์";
    private const string Heading = @"(?<=\n)([1-6])\. (?=หลักการ|วัตถุ|ระยะ|กิจกรรมและ|การติดตาม|ผลที่)";
    private static readonly string[] Romans = ["I", "II", "III", "IV", "V", "VI"];

    [Theory]
    [InlineData("โครงการใหม่ (/) โครงการต่อเนื่อง ( )")]
    [InlineData("โครงการใหม่ ☑ โครงการต่อเนื่อง ☐")]
    [InlineData("โครงการต่อเนื่อง ☐ โครงการใหม่ ☑")]
    [InlineData("ต่อเนื่อง [ ] ใหม่ [x]")]
    [InlineData("☐ โครงการต่อเนื่อง ☑ โครงการใหม่")]
    [InlineData("○ โครงการต่อเนื่อง ● โครงการใหม่")]
    [InlineData("□ โครงการต่อเนื่อง ■ โครงการใหม่")]
    [InlineData("☑ ใหม่ ต่อเนื่อง")]
    [InlineData("● โครงการใหม่")]
    [InlineData("โครงการใหม่ ✓")]
    public void The_ticked_box_is_beside_its_word(string printed)
    {
        var plan = Read("\tโครงการใหม่\n", $"\t{printed}\n");
        plan.DevelopmentPlan.Projects[0].Nature.ShouldBe(ProjectNature.New);
        plan.Reading!.Unread.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ใหม่ ☑ ต่อเนื่อง")]
    [InlineData("☑ ใหม่ ☑ ต่อเนื่อง")]
    [InlineData("☐ ใหม่ ☐ ต่อเนื่อง")]
    [InlineData("โครงการใหม่ / โครงการต่อเนื่อง")]
    public void Boxes_that_decide_nothing_are_reported(string printed) =>
        Read("\tโครงการใหม่\n", $"\t{printed}\n").Reading!.Unread.ShouldHaveSingleItem().Text.ShouldBe(printed);

    [Theory]
    [InlineData("ข้อ {0} ")]
    [InlineData("ข้อที่ {0}. ")]
    [InlineData("{1}. ")]
    [InlineData("{1}) ")]
    [InlineData("★ ")]
    [InlineData("## ")]
    [InlineData("{0}) ")]
    public void Headings_have_other_numbers_or_signs(string mark)
    {
        var format = CompositeFormat.Parse(mark);
        var plan = Read(
            Regex.Replace(
                VariedPlan.Text,
                Heading,
                match =>
                    string.Format(
                        CultureInfo.InvariantCulture,
                        format,
                        match.Groups[1].Value,
                        Romans[match.Groups[1].Value[0] - '1']
                    )
            )
        );
        VariedPlan.Facts(plan).ShouldBe(VariedPlan.Facts(Read(VariedPlan.Text)));
        FindingRules.Check(plan).ShouldBeEmpty();
        plan.Reading!.Unread.ShouldBeEmpty();
    }

    /// <summary>The text below headings in unknown words is reported, instead of being taken for that of a label.</summary>
    [Fact]
    public void A_label_does_not_take_the_rest_of_a_chapter()
    {
        var plan = Read(Regex.Replace(VariedPlan.Text, Heading + "[^\n:]*", "หัวข้ออื่น"));
        var project = plan.DevelopmentPlan.Projects[0];
        project.Owners.Select(owner => owner.Position).ShouldBe(["นักวิชาการศึกษา", "ศึกษานิเทศก์"]);
        project.Activities.Count.ShouldBe(2);
        plan.Reading!.Unread.ShouldContain(passage => passage.Text.Contains("ครูแกนนำต้องได้รับการพัฒนา"));
        plan.Reading.Unread.ShouldContain(passage => passage.Text.Contains("64,500.- บาท"));
    }

    [Theory]
    [InlineData("ที่ปรึกษาโครงการ : นายวีระ ใจกล้า")]
    [InlineData("ผู้อนุมัติ นายวีระ ใจกล้า")]
    public void A_line_with_another_label_behind_a_blank_line_is_reported(string line)
    {
        var plan = Read("\n\n1. หลักการและเหตุผล\n\nครูแกนนำ", $"\n\n{line}\n\n1. หลักการและเหตุผล\n\nครูแกนนำ");
        VariedPlan.Facts(plan).ShouldBe(VariedPlan.Facts(Read(VariedPlan.Text)));
        plan.Reading!.Unread.ShouldHaveSingleItem().Text.ShouldBe(line);
    }

    [Theory]
    [InlineData("หน่วยงานรับผิดชอบ", "ลักษณะโครงการ")]
    [InlineData("หน่วยงานรับผิดชอบ :", "ลักษณะโครงการ :")]
    public void A_row_may_have_two_labels_with_their_values(string unit, string nature)
    {
        var plain = "หน่วยงานรับผิดชอบ\tกลุ่มพัฒนาครูและบุคลากรทางการศึกษา\nลักษณะโครงการ\tโครงการใหม่\n";
        var expected = VariedPlan.Facts(Read(VariedPlan.Text));
        var (first, second) = ($"{unit}\tกลุ่มพัฒนาครูและบุคลากรทางการศึกษา", $"{nature}\tโครงการใหม่");
        VariedPlan.Facts(Read(plain, $"{first}\t{second}\n")).ShouldBe(expected);
        VariedPlan.Facts(Read(plain, $"{second}\t{first}\n")).ShouldBe(expected);
    }

    [Fact]
    public void The_venue_may_have_a_section_of_its_own()
    {
        var plan = Read(
            "4. กิจกรรมและงบประมาณ",
            "4. สถานที่ดำเนินการ\n\nห้องประชุม สพป.น่าน เขต 1\n\n4. กิจกรรมและงบประมาณ"
        );
        plan.DevelopmentPlan.Projects.ShouldAllBe(project => project.Venue == "ห้องประชุม สพป.น่าน เขต 1");
        plan.Reading!.Unread.ShouldBeEmpty();
    }

    [Fact]
    public void Items_may_follow_each_other_in_a_line() =>
        VariedPlan
            .Facts(Read("2.1 เพื่อพัฒนาครูแกนนำ\n2.2", "2.1 เพื่อพัฒนาครูแกนนำ 2.2"))
            .ShouldBe(VariedPlan.Facts(Read(VariedPlan.Text)));

    [Theory]
    [InlineData("นางสาวมานี มีตา นิติกร และทีมงาน", "นางสาวมานี มีตา/นิติกร", 0)]
    [InlineData("นางสาวมานี มีตา นิติกร และคณะกรรมการ", "นางสาวมานี มีตา/นิติกร", 0)]
    [InlineData("นายสมชาย นายิกา ตำแหน่ง ศึกษานิเทศก์", "นายสมชาย นายิกา/ศึกษานิเทศก์", 0)]
    [InlineData("นางสาวมานี มีตา นิติกร 081-2345678", "นางสาวมานี มีตา/นิติกร", 1)]
    [InlineData("นางสาวมานี มีตา ตำแหน่ง นิติกร ๐๘๑ ๒๓๔ ๕๖๗๘", "นางสาวมานี มีตา/นิติกร", 1)]
    [InlineData("นางสาวมานี มีตา นิติกร 0-5471-1234 ต่อ 12", "นางสาวมานี มีตา/นิติกร", 1)]
    [InlineData("ว่าที่ร้อยตรี ดร.มานะ ใจดี ตำแหน่ง ครู", "ว่าที่ร้อยตรี ดร.มานะ ใจดี/ครู", 0)]
    public void Owners_have_neither_telephones_nor_unnamed_others(string printed, string expected, int told)
    {
        var plan = Read(Owners, printed);
        string.Join("; ", plan.DevelopmentPlan.Projects[0].Owners.Select(owner => $"{owner.Name}/{owner.Position}"))
            .ShouldBe(expected);
        plan.Reading!.Unread.Count.ShouldBe(told);
    }

    [Theory]
    [InlineData("{0}. โครงการ")]
    [InlineData("3.{0} โครงการ")]
    [InlineData("๓.{0}. โครงการ")]
    [InlineData("โครงการที่ {0}\n\nชื่อโครงการ\t")]
    public void The_name_of_a_project_has_a_number_in_front(string printed)
    {
        var format = CompositeFormat.Parse(printed);
        var plan = Read(
            Regex.Replace(
                VariedPlan.Text,
                "(?<=\n)โครงการ\t(?=(อบรม|พี่เลี้ยง))",
                match => string.Format(null, format, match.Groups[1].Value == "อบรม" ? 1 : 2)
            )
        );
        VariedPlan.Facts(plan).ShouldBe(VariedPlan.Facts(Read(VariedPlan.Text)));
        FindingRules.Check(plan).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(" ปี 2567")]
    [InlineData(" ประจำปีงบประมาณ พ.ศ. ๒๕๖๗")]
    [InlineData(" (ปีงบประมาณ 2567)")]
    public void A_year_behind_the_name_of_a_project_makes_no_other_project(string year)
    {
        var plan = Read("\nโครงการ\tอบรมครูแกนนำ", $"\nโครงการ\tอบรมครูแกนนำ{year}");
        VariedPlan.Facts(plan).ShouldBe(VariedPlan.Facts(Read(VariedPlan.Text)));
        FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBe(["PROJECT_NAME_DIFFERS"]);
    }

    [Theory]
    [InlineData("- ", "- ", "- ")]
    [InlineData("ก. ", "ข. ", "ค. ")]
    [InlineData("1) ", "2) ", "3) ")]
    [InlineData("(๑) ", "(๒) ", "(๓) ")]
    public void The_units_of_the_office_have_other_marks(string first, string second, string third)
    {
        var plan = Read(
            "1. กลุ่มอำนวยการ\n2. กลุ่มบริหารงานบุคคล\n3. กลุ่มพัฒนา",
            $"{first}กลุ่มอำนวยการ\n{second}กลุ่มบริหารงานบุคคล\n{third}กลุ่มพัฒนา"
        );
        VariedPlan.Facts(plan).ShouldBe(VariedPlan.Facts(Read(VariedPlan.Text)));
    }

    [Fact]
    public void Other_items_that_begin_with_groups_are_no_units()
    {
        var plan = Read("\n\nโครงสร้าง\n\n", "\n\nขอบเขต\n\n- กลุ่มเป้าหมายหลัก\n- กลุ่มเป้าหมายรอง\n\nโครงสร้าง\n\n");
        VariedPlan.Facts(plan).ShouldBe(VariedPlan.Facts(Read(VariedPlan.Text)));
    }

    [Theory]
    [InlineData("1.1", "1.2")]
    [InlineData("๑.๑", "๑.๒")]
    [InlineData("(1)", "(2)")]
    public void Numbers_of_indicators_may_have_that_of_the_strategy(string first, string second)
    {
        var plan = Read(
            VariedPlan
                .Text.Replace("\n1\tร้อยละของครูที่ผ่าน", $"\n{first}\tร้อยละของครูที่ผ่าน", StringComparison.Ordinal)
                .Replace("\n2\tร้อยละของครูที่พัฒนา", $"\n{second}\tร้อยละของครูที่พัฒนา", StringComparison.Ordinal)
        );
        VariedPlan.Facts(plan).ShouldBe(VariedPlan.Facts(Read(VariedPlan.Text)));
        FindingRules.Check(plan).ShouldBeEmpty();
        plan.Reading!.Unread.ShouldBeEmpty();
    }

    private static PlanFile Read(string from, string to) =>
        Read(VariedPlan.Text.Replace(from, to, StringComparison.Ordinal));

    private static PlanFile Read(string text) => Plans.Read(Encoding.UTF8.GetBytes(text)).Value;
}
