using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>Rows and sentences about money beside the activities: sums, notes, prices, and projects without money.</summary>
public sealed class OtherRowTests
{
    private const string Second = "\n2. รวมพลังครูทั้งอำเภอ";
    private const string Total = "\nรวม\t6,100\t31,700\t15,300\t11,400\t64,500";
    private const string FirstSum = "\t6,100\t30,200\t15,300\t8,400\t60,000";
    private const string Stated = "งบประมาณสำนักงานเขตพื้นที่การศึกษา จำนวนทั้งสิ้น 64,500.- บาท";
    private const string Head = "กิจกรรม\tไตรมาสที่ 1\tไตรมาสที่ 2\tไตรมาสที่ 3\tไตรมาสที่ 4\tรวม";
    private const string Rows =
        "\n1. ประชุมวางแผน\t6,100\t30,200\t15,300\t8,400\t60,000\n2. รวมพลังครูทั้งอำเภอ\t-\t1,500\t-\t3,000\t4,500";

    /// <summary>Clean variations, and how many lines of them have no field in a plan file.</summary>
    public static TheoryData<string, string, int> Clean { get; } =
        new()
        {
            { Second, $"\nยอดยกไป{FirstSum}\n\n{Head}\nยอดยกมา{FirstSum}{Second}", 2 },
            { Second, $"\nรวมยอดยกไป{FirstSum}{Second}", 1 },
            { Second, $"\nรวมกิจกรรมที่ 1{FirstSum}{Second}", 1 },
            { Second, $"\nรวมเงินกิจกรรมที่ 1{FirstSum}{Second}", 1 },
            { Second, $"\nหมายเหตุ : ประชุมทุกเดือน\t\t\t\t\t{Second}", 1 },
            { Total, $"{Total}\nหมายเหตุ ขอถัวจ่ายทุกรายการ\t\t\t\t\t", 1 },
            { Total, $"{Total}\n\t(หกหมื่นสี่พันห้าร้อยบาทถ้วน)\t\t\t\t", 1 },
            { Total, $"{Total} บาทถ้วน", 0 },
            { Total, $"{Total} บาท (หกหมื่นสี่พันห้าร้อยบาทถ้วน)", 0 },
            { Head + Rows + Total, Cut(), 0 },
            { Head + Rows + Total, Column("ระยะเวลาดำเนินการ", "ธ.ค. 66 - ก.ย. 67"), 2 },
            { Head + Rows + Total, Column("รายการคำนวณ", "50 คน x 120 บาท"), 2 },
            { Stated, "งบประมาณทั้งสิ้น 64,500 บาท\n- งบ สพป. 60,000 บาท\n- งบภายนอก 4,500 บาท", 0 },
        };

    [Theory]
    [MemberData(nameof(Clean))]
    public void Rows_without_a_field_change_nothing(string from, string to, int lines)
    {
        var plan = Read(from, to);
        VariedPlan.Facts(plan).ShouldBe(VariedPlan.Facts(Read("", "")));
        FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBeEmpty();
        plan.Reading!.Unread.Sum(passage => passage.Lines).ShouldBe(lines);
        plan.Reading.Unread.ShouldAllBe(passage => passage.Reason == UnreadReason.OutOfPlace);
    }

    [Theory]
    [InlineData("\nยอดยกไป\t6,000\t30,200\t15,300\t8,400\t60,000", "6,000")]
    [InlineData("\nยกมา\t6,100\t30,200\t15,300\t8,400\t60,0O0", "6,100")]
    public void A_wrong_sum_between_pages_is_reported_alone(string row, string cell)
    {
        var plan = Read(Second, row + Second);
        VariedPlan.Facts(plan).ShouldBe(VariedPlan.Facts(Read("", "")));
        var found = FindingRules.Check(plan).ShouldHaveSingleItem();
        (found.Rule.Code, found.Fault.Source!.RawText).ShouldBe(("AMOUNT_NOT_READ", cell));
    }

    [Fact]
    public void A_total_row_with_an_unreadable_amount_is_still_the_total_row()
    {
        var plan = Read("\t31,700\t", "\t3l,700\t");
        var project = plan.DevelopmentPlan.Projects[0];
        project.Activities.Count.ShouldBe(2);
        (project.PrintedTotals!.Q2, project.PrintedTotals.Total).ShouldBe((null, 64_500));
    }

    [Theory]
    [InlineData("64,500 บาท (ครู 100 คน คนละ 645 บาท)")]
    [InlineData("64,500 บาท (100 คน x 645 บาท)")]
    [InlineData("64,500 บาท แบ่งเป็น 2 งวด งวดละ 32,250 บาท")]
    public void The_price_of_one_of_several_is_no_source_of_money(string printed)
    {
        var plan = Read("64,500.- บาท", printed);
        plan.DevelopmentPlan.Projects[0].StatedBudget.ShouldBe(64_500);
        FindingRules.Check(plan).ShouldBeEmpty();
        plan.Reading!.Unread.ShouldHaveSingleItem().Text.ShouldEndWith(printed);
    }

    /// <summary>The amounts of quarters in a sentence are reported, and are no sources of money.</summary>
    [Fact]
    public void Quarters_in_a_sentence_are_no_sources_of_money()
    {
        var plan = Read(Head + Rows + Total, "โดยแบ่งเป็น ไตรมาสที่ 1 จำนวน 6,100 บาท ไตรมาสที่ 2 จำนวน 58,400 บาท");
        FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBe(["MISSING_SPENDING_TABLE"]);
        plan.DevelopmentPlan.Projects[0].FundingSources.ShouldHaveSingleItem().Amount.ShouldBe(64_500);
        plan.Reading!.Unread.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("ไม่ใช้งบประมาณ")]
    [InlineData("- ไม่ใช้งบประมาณ -")]
    [InlineData("- ไม่มี -")]
    [InlineData("(ไม่ใช้เงิน)")]
    public void A_project_without_money_states_that(string printed)
    {
        var plan = Read($"{Stated}\n\n{Head}{Rows}{Total}", printed);
        plan.DevelopmentPlan.Projects[0].StatedBudget.ShouldBe(0);
        FindingRules.Check(plan).ShouldBeEmpty();
        plan.Reading!.Unread.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("92,400", 0)]
    [InlineData("92,500", 1)]
    public void The_total_of_a_list_may_be_above_it(string total, int faults)
    {
        var plan = Read(
            "ที่\tชื่อโครงการ\n1\tโครงการอบรมครูแกนนำ\n2\tโครงการพี่เลี้ยงครูใหม่",
            $"ที่\tชื่อโครงการ\tงบประมาณ\n\tรวมทั้งสิ้น\t{total}\n1\tโครงการอบรมครูแกนนำ\t64,500\n2\tโครงการพี่เลี้ยงครูใหม่\t27,900"
        );
        FindingRules.Check(plan).Count(found => found.Rule.Code == "LISTED_BUDGET_TOTAL").ShouldBe(faults);
    }

    /// <summary>The table in two, each with the sums of its quarters.</summary>
    private static string Cut() =>
        "กิจกรรม\tไตรมาสที่ 1\tไตรมาสที่ 2\tรวม\n1. ประชุมวางแผน\t6,100\t30,200\t36,300\n2. รวมพลังครูทั้งอำเภอ\t-\t1,500\t1,500\nรวม\t6,100\t31,700\t37,800"
        + "\n\nกิจกรรม\tไตรมาสที่ 3\tไตรมาสที่ 4\tรวม\n1. ประชุมวางแผน\t15,300\t8,400\t23,700\n2. รวมพลังครูทั้งอำเภอ\t-\t3,000\t3,000\nรวม\t15,300\t11,400\t26,700";

    /// <summary>The table with a further column behind the activities.</summary>
    private static string Column(string head, string cell) =>
        string.Join(
            '\n',
            (Head + Rows + Total)
                .Split('\n')
                .Select(
                    (row, index) =>
                        row.Insert(
                            row.IndexOf('\t', StringComparison.Ordinal),
                            index == 0 ? $"\t{head}"
                                : index == 3 ? "\t"
                                : $"\t{cell}"
                        )
                )
        );

    private static PlanFile Read(string from, string to) =>
        Plans
            .Read(
                Encoding.UTF8.GetBytes(
                    from.Length == 0 ? VariedPlan.Text : VariedPlan.Text.Replace(from, to, StringComparison.Ordinal)
                )
            )
            .Value;
}
