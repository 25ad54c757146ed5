using System.Text;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>One edit each of a small clean plan, and the facts that differ then.</summary>
public sealed class DocumentCaseTests
{
    private const string Row = "1. อบรมครูแกนนำ\t6,000\t";
    private const string Period = "ธันวาคม 2566 – กันยายน 2567";
    private const string Years = "\t\t\t2567\t2568\t";

    /// <summary>Edits that change no fact of the plan.</summary>
    public static TheoryData<string, string, string> Same { get; } =
        new()
        {
            { "sara am in two code points", "\u0E33", "\u0E4D\u0E32" },
            { "a tone mark before its vowel", "\u0E35\u0E48", "\u0E48\u0E35" },
            { "two sara e", "แ", "เเ" },
            { "a word joiner", "การศึกษา", "การ\u2060ศึกษา" },
            { "a blank in the office's name", "การศึกษาประถม", "การศึกษา ประถม" },
            { "a line break in the office's name", "การศึกษาประถม", "การศึกษา\nประถม" },
            { "an area on the next line", "น่าน เขต 1", "น่าน\nเขต 1" },
            { "the year in words", "พ.ศ. 2567", "พุทธศักราช 2567" },
            { "the year in short", "ปีงบประมาณ พ.ศ. 2567", "ปีงบฯ 67" },
            { "the year without its era", "ปีงบประมาณ พ.ศ. 2567", "ปีงบ ๒๕๖๗" },
            { "the year in the Gregorian era", "ปีงบประมาณ พ.ศ. 2567", "ปีงบประมาณ ค.ศ. 2024" },
            { "the header Q1", "ไตรมาสที่ ", "Q" },
            { "the header without ที่", "ไตรมาสที่ ", "ไตรมาส " },
            { "a long total label", "รวม\t6,000", "รวมเป็นเงินทั้งสิ้น\t6,000" },
            { "years of two digits", Years, "\t\t\tปี 67\tปี 68\t" },
            { "a period with slashes", Period, "1/12/2566 - 30/9/2567" },
            { "a period of two spans", Period, "ธันวาคม 2566 – มีนาคม 2567 และ เมษายน – กันยายน 2567" },
            { "units in the cells", "\t80\t85\t", "\tร้อยละ 80\t85%\t" },
            { "split digits with their commas", Row, "1. อบรมครูแกนนำ\t6,00 0\t" },
            { "a blank line before the total row", "\nรวม\t6,000", "\n\nรวม\t6,000" },
            { "a page number in the table", "\nรวม\t6,000", "\n\n- 12 -\n\nรวม\t6,000" },
            { "a strategy under another name", "กลยุทธ์ที่ 1", "ยุทธศาสตร์ที่ 1" },
            { "the office's short name", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน", "สพป.น่าน" },
            { "a target as a minimum", "\t80\t85\t", "\t80 ขึ้นไป\t≥ 85\t" },
            { "a budget without the word for baht", "64,500.- บาท", "64,500.-" },
            { "quarters in brackets", "ไตรมาสที่ 1\tไตรมาสที่ 2", "(ไตรมาสที่ 1)\t(ไตรมาสที่ 2)" },
        };

    /// <summary>Edits, and the cell that is reported and left empty.</summary>
    public static TheoryData<string, string, string, string> Reported { get; } =
        new()
        {
            { "two amounts in a cell", Row, "1. อบรมครูแกนนำ\t2,000 4,000\t", "2,000 4,000" },
            { "a comma for decimals", Row, "1. อบรมครูแกนนำ\t6000,50\t", "6000,50" },
            { "a broken group", Row, "1. อบรมครูแกนนำ\t60,00\t", "60,00" },
            { "a point for thousands", Row, "1. อบรมครูแกนนำ\t6.000\t", "6.000" },
            { "two years in a cell", Row, "1. อบรมครูแกนนำ\t2566 2567\t", "2566 2567" },
            { "a word for a target", "\t80\t85\t", "\tดีมาก\t85\t", "ดีมาก" },
            { "two targets in a cell", "\t80\t85\t", "\t80 90\t85\t", "80 90" },
            { "another unit in a target", "\t80\t85\t", "\t80 คน\t85\t", "80 คน" },
        };

    public static TheoryData<string, string, string> Periods { get; } =
        new()
        {
            { "10 – 12 มิถุนายน 2567", "2024-06-10", "2024-06-12" },
            { "10, 11 และ 12 มิถุนายน 2567", "2024-06-10", "2024-06-12" },
            { "มิถุนายน 2567", "2024-06-01", "2024-06-30" },
            { "5 มิ.ย. 67", "2024-06-05", "2024-06-05" },
            { "ไตรมาสที่ 2 – 3", "2024-01-01", "2024-06-30" },
            { "ไตรมาสที่ 2 ปีงบประมาณ พ.ศ. 2567", "2024-01-01", "2024-03-31" },
            { "ตลอดปีงบประมาณ", "2023-10-01", "2024-09-30" },
            { "ปีงบฯ 67", "2023-10-01", "2024-09-30" },
            { "ตลอดปีงบ ๒๕๖๗", "2023-10-01", "2024-09-30" },
            { "ปีงบประมาณ ๖๗ (ต.ค. ๖๖ – ก.ย. ๖๗)", "2023-10-01", "2024-09-30" },
            { "ภายในปีงบประมาณ 2567", "2023-10-01", "2024-09-30" },
            { "ไตรมาส 2/2567", "2024-01-01", "2024-03-31" },
            { "ไตรมาสที่ 1/67 - 2/67", "2023-10-01", "2024-03-31" },
            { "ไตรมาส 2 ปีงบฯ 67", "2024-01-01", "2024-03-31" },
            { "ธันวาคม 2023 – กันยายน 2024", "2023-12-01", "2024-09-30" },
            { "1/12/2023 - 30/9/2024", "2023-12-01", "2024-09-30" },
            { "5 มิถุนายน ค.ศ. 2024", "2024-06-05", "2024-06-05" },
            { "1 ต.ค. 66 - 30 ก.ย. 67", "2023-10-01", "2024-09-30" },
            { "ตุลาคม – กันยายน 2567", "2023-10-01", "2024-09-30" },
            { "ไตรมาสที่ 2-4 (ม.ค.-ก.ย. 67)", "2024-01-01", "2024-09-30" },
            { "ไตรมาส 1 และ 2 (ต.ค. 66 - มี.ค. 67)", "2023-10-01", "2024-03-31" },
            { "ไตรมาสที่ 2 มีนาคม 2567", "2024-03-01", "2024-03-31" },
            { "1 มีนาคม 2567 เวลา 08.30-16.30 น.", "2024-03-01", "2024-03-01" },
            { "1-3 มีนาคม 2567 (08.30 - 16.30 น.)", "2024-03-01", "2024-03-03" },
        };

    public static TheoryData<string> Unclear { get; } =
    [
        "1 ตุลาคม 2566 – 31 เมษายน 2567",
        "ตั้งแต่มกราคม 2567",
        "มกราคม – มีนาคม",
        "กันยายน 2567 – ธันวาคม 2566",
        "13/13/2566 - 30/9/2567",
        "ปีการศึกษา 2567",
        "ภายใน 3 สัปดาห์",
        "ภายในเดือน มีนาคม 2567",
        "ภายในไตรมาสที่ 2",
        "ธันวาคม 2566 – กันยายน 2024",
        "มีนาคม พ.ศ. 2024",
        "ครึ่งปีแรก ปีงบประมาณ 2567",
        "ภายในสิ้นปีงบประมาณ 2567",
        "ปีงบฯ 66-67",
        "ไตรมาส 4/2566 - 1/2567",
        "ธันวาคม 2566 – มีนาคม 2567 และ พฤษภาคม – กันยายน 2567",
        "ไตรมาสที่ 2 และ 4",
        "ไตรมาส 2 (ต.ค. - ธ.ค. 66)",
        "ไตรมาสที่ 1-2 (ม.ค. - มิ.ย. 67)",
        "3 เดือน มกราคม 2567 – มีนาคม 2567",
    ];

    [Theory]
    [MemberData(nameof(Same))]
    public void The_same_is_read(string what, string from, string to)
    {
        var plan = Read(Edited(from, to));
        SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected, what);
        FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBeEmpty(what);
    }

    [Theory]
    [MemberData(nameof(Reported))]
    public void What_is_not_one_value_is_reported_with_its_place_and_left_empty(
        string what,
        string from,
        string to,
        string cell
    )
    {
        var text = Edited(from, to);
        var plan = Read(text);
        var passage = plan.Reading!.Unread.ShouldHaveSingleItem(what);
        passage.Reason.ShouldBe(UnreadReason.NotUnderstood);
        var source = passage.Cells!.ShouldHaveSingleItem().Source;
        source.RawText.ShouldBe(cell);
        text.Split('\n')[source.Line - 1].Split('\t')[source.Column!.Value - 1].ShouldBe(cell);
        FindingRules.Check(plan).ShouldContain(found => found.Fault.Source == source);
        var values = plan
            .DevelopmentPlan.Projects[0]
            .Activities.Select(activity => activity.Q1)
            .Concat(plan.StrategicPlan.Strategies[0].Indicators[0].Targets.Select(target => (decimal?)target.Target));
        values.ShouldNotContain(value => value > 6_000);
        SmallPlan.Facts(plan).ShouldNotBe(SmallPlan.Expected);
    }

    [Theory]
    [MemberData(nameof(Periods))]
    public void Periods_are_read_in_their_usual_forms(string printed, string start, string end)
    {
        var project = Read(Edited(Period, printed)).DevelopmentPlan.Projects[0];
        ($"{project.StartsOn:yyyy-MM-dd}", $"{project.EndsOn:yyyy-MM-dd}", project.PeriodPrinted).ShouldBe(
            (start, end, printed)
        );
    }

    [Theory]
    [MemberData(nameof(Unclear))]
    public void A_period_that_is_not_clear_is_printed_and_reported(string printed)
    {
        var plan = Read(Edited(Period, printed));
        plan.DevelopmentPlan.Projects[0].PeriodPrinted.ShouldBe(printed);
        FindingRules.Check(plan).ShouldContain(found => found.Rule.Code == "PERIOD_NOT_READ");
    }

    [Theory]
    [InlineData("ธันวาคม 2566 – กันยายน 2567 โรงเรียนบ้านนา 3 แห่ง", "โรงเรียนบ้านนา 3 แห่ง")]
    [InlineData("ธันวาคม 2566 – กันยายน 2567 สพป.น่าน เขต 1", "สพป.น่าน เขต 1")]
    public void A_venue_behind_the_period_is_the_venue(string printed, string venue)
    {
        var project = Read(Edited(Period, printed)).DevelopmentPlan.Projects[0];
        (project.PeriodPrinted, project.Venue).ShouldBe((Period, venue));
    }

    [Fact]
    public void The_area_on_the_next_line_decides_the_office()
    {
        var office = Read(Edited("น่าน เขต 1", "น่าน\nเขต 2")).Office;
        (office.Code, office.Name).ShouldBe(("TH-55-P2", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 2"));
    }

    [Fact]
    public void Quarters_that_are_not_printed_have_no_amount()
    {
        var text = Edited(
            """
            กิจกรรม	ไตรมาสที่ 1	ไตรมาสที่ 2	ไตรมาสที่ 3	ไตรมาสที่ 4	รวม
            1. อบรมครูแกนนำ	6,000	30,000	15,000	9,000	60,000
            2. รวมพลังครูทั้งอำเภอ	-	1,500	-	3,000	4,500
            รวม	6,000	31,500	15,000	12,000	64,500
            """,
            """
            กิจกรรม	ไตรมาสที่ 2	ไตรมาสที่ 3	รวม
            1. อบรมครูแกนนำ	30,000	30,000	60,000
            2. รวมพลังครูทั้งอำเภอ	4,500		4,500
            รวม	34,500	30,000	64,500
            """
        );
        var plan = Read(text);
        SmallPlan
            .Facts(plan)
            .ShouldContain("อบรมครูแกนนำ  30000 30000  60000\nรวมพลังครูทั้งอำเภอ  4500   4500\n 34500 30000  64500");
        FindingRules.Check(plan).ShouldBeEmpty();
    }

    [Fact]
    public void A_baseline_is_no_target()
    {
        var text = SmallPlan.Text(new Clothes { Baseline = true });
        var plan = Read(text);
        SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected);
        plan.StrategicPlan.Strategies[0].Indicators[0].Baseline.ShouldBe(new IndicatorBaseline(2566, 75));
    }

    [Fact]
    public void Numbers_of_persons_beside_the_amounts_are_reported_as_without_a_field()
    {
        var plan = Read(SmallPlan.Text(new Clothes { Counts = true }));
        SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected);
        var passage = plan.Reading!.Unread.ShouldHaveSingleItem();
        (passage.Reason, passage.Lines).ShouldBe((UnreadReason.OutOfPlace, 2));
    }

    [Theory]
    [InlineData("ไตรมาสที่", "ช่วงที่", "MISSING_SPENDING_TABLE")]
    [InlineData("ค่าเป้าหมาย (ปี)\t\tระดับ\n\t\t\t2567\t2568\t", "ค่าเป้าหมาย\tเกณฑ์\tระดับ", "MISSING_TARGETS")]
    [InlineData("\t", " ", "MISSING_PART")]
    public void A_part_that_is_expected_and_not_found_is_a_finding(string from, string to, string rule) =>
        FindingRules.Check(Read(Edited(from, to))).ShouldContain(found => found.Rule.Code == rule);

    private static string Edited(string from, string to)
    {
        var text = SmallPlan.Text(new Clothes());
        text.ShouldContain(from.ReplaceLineEndings("\n"));
        return text.Replace(from.ReplaceLineEndings("\n"), to.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static PlanFile Read(string text) => Plans.Read(Encoding.UTF8.GetBytes(text)).Value;
}
