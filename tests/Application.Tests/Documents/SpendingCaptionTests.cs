using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>
/// Rows, units and columns of a spending table beside its amounts: captions of groups, a unit other than baht, and what
/// was spent. The amounts are read the same; what a plan file has no field for is reported.
/// </summary>
public sealed class SpendingCaptionTests
{
    private const string First = "1. อบรมครูแกนนำ\t";
    private const string Second = "2. รวมพลังครูทั้งอำเภอ\t";
    private const string Header = "กิจกรรม\tไตรมาสที่ 1\tไตรมาสที่ 2\tไตรมาสที่ 3\tไตรมาสที่ 4\tรวม\n";

    private static readonly string[] Captions =
    [
        "กิจกรรมหลัก :",
        "กิจกรรมหลัก",
        "ด้านการพัฒนา",
        "ระยะที่ 1 เตรียมการ",
        "ขั้นเตรียมการ (P)",
        "งบดำเนินงาน",
        "ก. กิจกรรมในเขต",
    ];

    public static TheoryData<string> Units { get; } =
    ["หน่วย : พันบาท", "หน่วย:พันบาท", "(หน่วย : พันบาท)", "หน่วยนับ : พันบาท"];

    [Fact]
    public void A_caption_of_a_group_changes_no_activity()
    {
        foreach (var caption in Captions)
        {
            foreach (var tabs in (int[])[0, 1, 5])
            {
                foreach (var row in (string[])[First, Second])
                {
                    var text = Edited(row, $"{caption}{new string('\t', tabs)}\n{row}");
                    var plan = Read(text);
                    WithoutGroups(plan).ShouldBe(SmallPlan.Expected, text);
                    plan.Reading!.Unread.ShouldBeEmpty(text);
                    FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBeEmpty(text);
                }
            }
        }
    }

    [Theory]
    [InlineData("64,500 บาท ({0}บาทถ้วน)")]
    [InlineData("64,500.- บาท\n\n({0}บาทถ้วน)")]
    public void An_amount_in_words_that_is_not_that_in_digits_is_told(string printed)
    {
        const string amount = "จำนวนทั้งสิ้น 64,500.- บาท";
        string[] others = ["หกหมื่นห้าพันสี่ร้อย", "หกหมื่นสี่พันห้า", "หกแสนสี่หมื่นห้าพัน", "สี่หมื่นหกพันห้าร้อย"];
        foreach (var words in others.Prepend("หกหมื่นสี่พันห้าร้อย"))
        {
            var text = VariedPlan.Text.Replace(
                amount,
                $"จำนวนทั้งสิ้น {string.Format(null, printed, words)}",
                StringComparison.Ordinal
            );
            var found = FindingRules.Check(Read(text)).Where(one => one.Rule.Code != "MISSING_BUDGET").ToList();
            if (!others.Contains(words))
                found.ShouldBeEmpty();
            else
                found.ShouldHaveSingleItem(words).Rule.Code.ShouldBe("AMOUNT_NOT_READ");
        }
    }

    [Fact]
    public void Letters_below_a_number_are_parts_of_its_activity()
    {
        var random = new Random(1);
        int[] whole = [6_000, 30_000, 15_000, 9_000, 60_000];
        for (var round = 0; round < 30; round++)
        {
            var parts = Parts(random, whole[..4], random.Next(2, 5));
            var style =
                round % 3 == 0 ? "{0}. "
                : round % 3 == 1 ? "({0}) "
                : "{0}) ";
            var rows = parts.Select(
                (part, i) =>
                    string.Format(null, style, "กขคงจ"[i])
                    + $"จัดงานส่วน{"แรกสองสามสี่"[..(3 + i)]}\t{string.Join('\t', part.Append(part.Sum()).Select(one => $"{one:#,0}"))}\n"
            );
            var text = Edited(Second, $"{string.Concat(rows)}{Second}");

            var plan = Read(text);

            FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBeEmpty(text);
            plan.Reading!.Unread.ShouldBeEmpty(text);
            var activities = plan.DevelopmentPlan.Projects[0].Activities;
            activities.Count.ShouldBe(2);
            activities[0].SubActivities.Select(sub => sub.Total).ShouldBe(parts.Select(part => (decimal?)part.Sum()));
        }
    }

    /// <summary>Amounts in several parts that add up to them.</summary>
    private static List<int[]> Parts(Random random, int[] whole, int count)
    {
        var parts = Enumerable.Range(0, count).Select(_ => new int[whole.Length]).ToList();
        for (var quarter = 0; quarter < whole.Length; quarter++)
        {
            var rest = whole[quarter];
            for (var i = 0; i < count - 1; i++)
            {
                parts[i][quarter] = random.Next(rest / 1000) * 1000;
                rest -= parts[i][quarter];
            }

            parts[^1][quarter] = rest;
        }

        return parts;
    }

    [Theory]
    [InlineData("กิจกรรมที่ 1 ในเขต", "กิจกรรมที่ 2 นอกเขต")]
    [InlineData("ด้านในเขต", "ด้านนอกเขต")]
    public void Activities_whose_numbers_start_anew_belong_to_the_caption_above(string one, string other)
    {
        var text = Edited(First, $"{one}\t\n{First}")
            .Replace(Second, $"{other}\t\n1. รวมพลังครูทั้งอำเภอ\t", StringComparison.Ordinal);
        var plan = Read(text);
        var activities = plan.DevelopmentPlan.Projects[0].Activities;
        activities.Select(group => group.SubActivities.Single().Total).ShouldBe([60_000, 4_500]);
        activities.Select(group => group.SubActivities.Single().Name).ShouldBe(["อบรมครูแกนนำ", "รวมพลังครูทั้งอำเภอ"]);
        FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBeEmpty();
    }

    [Fact]
    public void A_row_with_a_name_in_unknown_words_is_reported()
    {
        var plan = Read(Edited(Second, $"ฌฌฌ ญญญ\t\t\t\t\t\n{Second}"));
        plan.Reading!.Unread.ShouldHaveSingleItem().Text.ShouldBe("ฌฌฌ ญญญ");
    }

    [Theory]
    [MemberData(nameof(Units))]
    public void Amounts_in_a_stated_unit_are_multiplied_and_that_is_reported(string unit)
    {
        string[] places =
        [
            $"{unit}\n\n{Header}",
            $"{unit}\n{Header}",
            $"{unit}\t\t\t\t\t\n{Header}",
            $"\t\t\t\t\t{unit}\n{Header}",
            Header.Replace("กิจกรรม\t", $"กิจกรรม ({unit.Trim('(', ')')})\t", StringComparison.Ordinal),
        ];
        foreach (var place in places)
        {
            var text = InThousands(Edited(Header, place));
            var plan = Read(text);
            SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected, text);
            plan.Reading!.Unread.ShouldHaveSingleItem(text).Text.ShouldContain(unit.Trim('(', ')'));
            FindingRules.Check(plan).Select(found => found.Rule.Code).ShouldBe(["AMOUNTS_MULTIPLIED"], text);
        }
    }

    [Theory]
    [InlineData("\tรวม\n", "\tรวม (หน่วย : พันบาท)\n")]
    [InlineData("5. ผลที่คาดว่าจะได้รับ", "หน่วย : พันบาท\n\n5. ผลที่คาดว่าจะได้รับ")]
    public void Amounts_in_a_unit_that_is_not_that_of_the_table_are_reported_and_left_empty(string from, string to)
    {
        var plan = Read(InThousands(Edited(from, to)));
        plan.DevelopmentPlan.Projects[0].Activities.ShouldAllBe(activity => activity.Total == null);
        FindingRules.Check(plan).ShouldContain(found => found.Rule.Code == "AMOUNT_NOT_READ");
    }

    [Theory]
    [InlineData("แผน", "ผล")]
    [InlineData("แผนการใช้จ่าย", "ผลการใช้จ่าย")]
    [InlineData("ตามแผน", "ใช้จริง")]
    [InlineData("แผน (บาท)", "ผล (บาท)")]
    public void What_was_spent_beside_the_plan_is_reported_as_without_a_field(string planned, string spent)
    {
        var lines = SmallPlan.Text(new Clothes()).Split('\n').ToList();
        var header = lines.IndexOf(Header.TrimEnd());
        for (var i = header; i < header + 4; i++)
            lines[i] = string.Join('\t', lines[i].Split('\t').SelectMany((cell, column) => Pair(cell, column, i)));
        lines.Insert(header + 1, string.Concat(Enumerable.Repeat($"\t{planned}\t{spent}", 5)));
        var plan = Read(string.Join('\n', lines));
        SmallPlan.Facts(plan).ShouldBe(SmallPlan.Expected);
        plan.Reading!.Unread.ShouldHaveSingleItem().Reason.ShouldBe(UnreadReason.OutOfPlace);

        IEnumerable<string> Pair(string cell, int column, int line) =>
            column == 0 ? [cell]
            : line == header ? [cell, ""]
            : [cell, "4,321"];
    }

    private static string WithoutGroups(PlanFile plan)
    {
        var project = plan.DevelopmentPlan.Projects.Single();
        var activities = project
            .Activities.SelectMany(activity => activity.SubActivities.Prepend(activity))
            .Where(activity => activity.Total is not null)
            .ToList();
        return SmallPlan.Facts(
            plan with
            {
                DevelopmentPlan = plan.DevelopmentPlan with { Projects = [project with { Activities = activities }] },
            }
        );
    }

    /// <summary>The table with its amounts divided by 1,000.</summary>
    private static string InThousands(string text) =>
        string.Join(
            '\n',
            text.Split('\n')
                .Select(line =>
                    line.Split('\t').Length == 6
                        ? line.Replace(",500", ".5", StringComparison.Ordinal)
                            .Replace(",000", "", StringComparison.Ordinal)
                        : line
                )
        );

    private static string Edited(string from, string to)
    {
        var text = SmallPlan.Text(new Clothes());
        text.ShouldContain(from);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    private static PlanFile Read(string text) => Plans.Read(Encoding.UTF8.GetBytes(text)).Value;
}
