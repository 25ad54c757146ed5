using System.Text;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>Forms of spending tables, page lines, and any change of a spending table.</summary>
public sealed class SpendingFormTests
{
    private const int Rounds = 150;

    private const string Table = """
        กิจกรรม	ไตรมาสที่ 1	ไตรมาสที่ 2	ไตรมาสที่ 3	ไตรมาสที่ 4	รวม
        1. อบรมครูแกนนำ	6,000	30,000	15,000	9,000	60,000
        2. รวมพลังครูทั้งอำเภอ	-	1,500	-	3,000	4,500
        รวม	6,000	31,500	15,000	12,000	64,500
        """;

    private const string Classes = """
        กิจกรรม	ไตรมาสที่ 1	ไตรมาสที่ 2	ไตรมาสที่ 3	ไตรมาสที่ 4	ค่าตอบแทน	ค่าใช้สอย	ค่าวัสดุ	รวม
        1. อบรมครูแกนนำ	6,000	30,000	15,000	9,000	20,000	35,000	5,000	60,000
        2. รวมพลังครูทั้งอำเภอ	-	1,500	-	3,000	-	4,500	-	4,500
        รวม	6,000	31,500	15,000	12,000	20,000	39,500	5,000	64,500
        """;

    public static TheoryData<string, string> Same { get; } =
        new()
        {
            { "classes of expense", Classes },
            {
                "quarters below one heading",
                """
                    กิจกรรม	งบประมาณรายไตรมาส				รวม
                    	1	2	3	4	
                    1. อบรมครูแกนนำ	6,000	30,000	15,000	9,000	60,000
                    2. รวมพลังครูทั้งอำเภอ	-	1,500	-	3,000	4,500
                    รวม	6,000	31,500	15,000	12,000	64,500
                    """
            },
            {
                "a wide table cut in two",
                """
                    กิจกรรม	ไตรมาสที่ 1	ไตรมาสที่ 2
                    1. อบรมครูแกนนำ	6,000	30,000
                    2. รวมพลังครูทั้งอำเภอ	-	1,500
                    รวม	6,000	31,500

                    กิจกรรม	ไตรมาสที่ 3	ไตรมาสที่ 4	รวม
                    1. อบรมครูแกนนำ	15,000	9,000	60,000
                    2. รวมพลังครูทั้งอำเภอ	-	3,000	4,500
                    รวม	15,000	12,000	64,500
                    """
            },
            {
                "a page's number inside",
                """
                    กิจกรรม	ไตรมาสที่ 1	ไตรมาสที่ 2	ไตรมาสที่ 3	ไตรมาสที่ 4	รวม
                    1. อบรมครูแกนนำ	6,000	30,000	15,000	9,000	60,000

                    หน้า 12

                    2. รวมพลังครูทั้งอำเภอ	-	1,500	-	3,000	4,500
                    รวม	6,000	31,500	15,000	12,000	64,500
                    """
            },
        };

    [Theory]
    [MemberData(nameof(Same))]
    public void The_same_amounts_are_read(string what, string table)
    {
        var plan = Read(With(table));
        SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected, what);
        FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBeEmpty(what);
    }

    [Fact]
    public void Classes_of_expense_that_do_not_add_up_are_a_finding() =>
        Codes(With(Classes.Replace("35,000\t5,000", "35,000\t6,000", StringComparison.Ordinal)))
            .ShouldBe(["EXPENSE_CLASS_SUM"]);

    [Theory]
    [InlineData("ไตรมาสที่ 1 (ม.ค.-มี.ค.)")]
    [InlineData("ไตรมาสที่ 1 (ม.ค.-มี.ค. 67)")]
    [InlineData("ไตรมาสที่ 1 (ต.ค.-ม.ค.)")]
    [InlineData("Q1 (Jan-Mar)")]
    public void A_quarter_with_the_months_of_another_is_reported_and_not_read(string head)
    {
        var plan = Read(With(Table.Replace("ไตรมาสที่ 1", head, StringComparison.Ordinal)));
        plan.DevelopmentPlan.Projects[0].Activities.ShouldAllBe(activity => activity.Q1 == null);
        FindingRules.Check(plan).ShouldContain(found => found.Rule.Code == "AMOUNT_NOT_READ");
    }

    [Fact]
    public void Quarters_of_the_calendar_year_are_no_spending_table() =>
        Codes(
                With(
                    Table
                        .Replace("ไตรมาสที่ 1", "ไตรมาสที่ 1 (ม.ค.-มี.ค.)", StringComparison.Ordinal)
                        .Replace("ไตรมาสที่ 2", "ไตรมาสที่ 2 (เม.ย.-มิ.ย.)", StringComparison.Ordinal)
                        .Replace("ไตรมาสที่ 3", "ไตรมาสที่ 3 (ก.ค.-ก.ย.)", StringComparison.Ordinal)
                        .Replace("ไตรมาสที่ 4", "ไตรมาสที่ 4 (ต.ค.-ธ.ค.)", StringComparison.Ordinal)
                )
            )
            .ShouldContain("MISSING_SPENDING_TABLE");

    [Fact]
    public void A_row_that_is_shifted_is_one_finding() =>
        Codes(
                With(
                    Table.Replace(
                        "\t6,000\t30,000\t15,000\t9,000\t60,000",
                        "\t\t6,000\t30,000\t15,000\t9,000",
                        StringComparison.Ordinal
                    )
                )
            )
            .ShouldBe(["SHIFTED_ROW"]);

    [Fact]
    public void A_strategy_number_that_is_not_in_the_plan_is_a_finding() =>
        Codes(
                SmallPlan
                    .Text(new Clothes())
                    .Replace("กลยุทธ์ สพท.\tกลยุทธ์ที่ 1", "กลยุทธ์ สพท.\tกลยุทธ์ที่ 5", StringComparison.Ordinal)
            )
            .ShouldBe(["PROJECT_STRATEGY_NAME"]);

    [Theory]
    [InlineData("plan-a.txt", "2567", "2565")]
    [InlineData("plan-b.txt", "2568", "2565")]
    public void A_title_of_another_year_than_the_projects_is_a_finding(string name, string right, string wrong)
    {
        var text = Plans.Text(name);
        var title = Plans.Read(name).DevelopmentPlan.Title.Split(' ')[0];
        var at = text.IndexOf(right, text.IndexOf(title, StringComparison.Ordinal), StringComparison.Ordinal);
        var plan = Read(text[..at] + wrong + text[(at + right.Length)..]);
        plan.DevelopmentPlan.FiscalYear.ShouldBe(Plans.Read(name).DevelopmentPlan.FiscalYear);
        FindingRules.Check(plan).ShouldContain(found => found.Rule.Code == "TITLE_YEAR");
    }

    [Theory]
    [InlineData("ปีงบฯ 66", "ปีงบฯ 67")]
    [InlineData("ปีงบประมาณ ค.ศ. 2023", "ปีงบประมาณ ค.ศ. 2024")]
    public void A_wrong_year_of_a_title_is_found_and_corrected_in_its_form(string wrong, string right)
    {
        const string name = "plan-a.txt";
        var text = Plans.Text(name);
        var title = Plans.Read(name).DevelopmentPlan.Title;
        var year = title[title.IndexOf("ปีงบประมาณ", StringComparison.Ordinal)..];
        var at = text.IndexOf(year, StringComparison.Ordinal);
        var plan = Read(text[..at] + wrong + text[(at + year.Length)..]);
        plan.DevelopmentPlan.FiscalYear.ShouldBe(2567);
        var fault = FindingRules.Check(plan).Single(found => found.Rule.Code == "TITLE_YEAR").Fault;
        fault.TakeComputed!(plan).DevelopmentPlan.Title.ShouldEndWith(right);
    }

    [Fact]
    public void A_heading_in_unknown_words_does_not_break_the_numbers()
    {
        var plan = Read(
            SmallPlan
                .Text(new Clothes())
                .Replace(
                    "5. ผลที่คาดว่า",
                    "5. การบริหารความเสี่ยง\n\nความเสี่ยงมีน้อย\n\n6. ผลที่คาดว่า",
                    StringComparison.Ordinal
                )
                .Replace("5.1 ครู", "6.1 ครู", StringComparison.Ordinal)
        );
        SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected);
        FindingRules.Check(plan).ShouldBeEmpty();
        plan.Reading!.Unread.ShouldHaveSingleItem().Text.ShouldBe("ความเสี่ยงมีน้อย");
    }

    [Fact]
    public void A_running_footer_is_left_out()
    {
        var page = 3;
        var text = string.Join(
            '\n',
            SmallPlan
                .Text(new Clothes())
                .Split('\n')
                .Select(line =>
                    line.StartsWith("2. วัตถุ", StringComparison.Ordinal)
                    || line.StartsWith("4. กิจกรรม", StringComparison.Ordinal)
                    || line.StartsWith("5. ผล", StringComparison.Ordinal)
                        ? $"แผนพัฒนาครู สพป.น่าน เขต 1 | {page++}\n\n{line}"
                        : line
                )
        );
        var plan = Read(text);
        SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected);
        plan.DevelopmentPlan.Projects[0].Venue.ShouldBeNull();
        plan.Reading!.Unread.ShouldAllBe(passage => passage.Reason == UnreadReason.Repetition);
    }

    /// <summary>Every amount of the table is needed for its sums, so what changes an amount breaks one.</summary>
    [Fact]
    public void Whatever_changes_the_table_is_read_the_same_or_reported()
    {
        const int seed = 23;
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
        {
            var lines = Table.ReplaceLineEndings("\n").Split('\n').Select(line => line.Split('\t').ToList()).ToList();
            Change(lines, random);
            var text = With(string.Join('\n', lines.Select(cells => string.Join('\t', cells))));
            var read = Plans.Read(Encoding.UTF8.GetBytes(text));
            if (!read.Succeeded || SmallPlan.FactsOrFault(read.Value) == SmallPlan.Expected)
                continue;
            var findings = FindingRules.Check(read.Value).Count(found => found.Rule.Severity != FindingSeverity.Info);
            (findings + read.Value.Reading!.Unread.Count).ShouldBeGreaterThan(0, $"seed {seed}, round {round}\n{text}");
        }
    }

    private static void Change(List<List<string>> rows, Random random)
    {
        var row = rows[random.Next(1, rows.Count)];
        var (one, other) = (random.Next(1, row.Count), random.Next(1, row.Count));
        switch (random.Next(8))
        {
            case 0:
                (row[one], row[other]) = (row[other], row[one]);
                break;
            case 1:
                var second = rows[random.Next(1, rows.Count)];
                (row[one], second[one]) = (second[one], row[one]);
                break;
            case 2:
                rows.Remove(row);
                break;
            case 3:
                rows.ForEach(cells => cells.RemoveAt(one));
                break;
            case 4:
                row[one] = $"{row[one]} {row[other]}";
                break;
            case 5:
                row.Insert(one, row[one][..(row[one].Length / 2)]);
                break;
            case 6:
                rows.Insert(random.Next(1, rows.Count), row);
                break;
            default:
                rows.AddRange(rows.ToList());
                break;
        }
    }

    private static List<string> Codes(string text) =>
        [.. FindingRules.Check(Read(text)).Select(found => found.Rule.Code).Distinct()];

    private static string With(string table)
    {
        var text = SmallPlan.Text(new Clothes());
        var before = Table.ReplaceLineEndings("\n");
        text.ShouldContain(before);
        return text.Replace(before, table.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    private static PlanFile Read(string text) => Plans.Read(Encoding.UTF8.GetBytes(text)).Value;
}
