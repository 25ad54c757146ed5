using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>
/// One wrong year in the heading of a table of indicators is one finding, at the heading; the other columns are read, and the
/// numbers below it are listed as unread.
/// </summary>
public sealed class IndicatorYearTests
{
    private static readonly string[] Names = ["{0}", "ปี {0}", "พ.ศ. {0}", "ปีงบประมาณ {0}"];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_wrong_year_is_one_finding_at_the_heading(bool thai)
    {
        var random = new Random(1);
        for (var round = 0; round < 60; round++)
        {
            var years = Enumerable.Range(2567, random.Next(3, 6)).ToArray();
            var (wrong, printed) = (random.Next(years.Length), Wrong(random, years));
            if (printed == $"{years[wrong]}")
                continue;
            var name = Names[round % Names.Length];
            var heads = years.Select(
                (year, i) => string.Format(CultureInfo.InvariantCulture, name, i == wrong ? printed : year)
            );
            var (text, line) = Document(heads, years.Length, inOneRow: round % 3 == 0);

            var (plan, found) = Read(text, thai);

            var (rule, fault) = found.ShouldHaveSingleItem($"{printed} for {years[wrong]} of {years.Length}");
            rule.Code.ShouldBe("HEADING_YEAR");
            fault.Source!.Line.ShouldBe(line);
            ThaiNumber.ToArabicDigits(fault.Source.RawText).ShouldContain(printed);
            foreach (var indicator in plan.StrategicPlan.Strategies[0].Indicators)
                indicator
                    .Targets.Select(target => (target.FiscalYear, (int)target.Target))
                    .ShouldBe(
                        years.Select((year, i) => (year, Target(indicator.Number, i))).Where((_, i) => i != wrong)
                    );
            var unread = plan.Reading!.Unread.Where(passage => passage.Cells is null).ToList();
            unread.Count.ShouldBe(1);
            foreach (var indicator in new[] { 1, 2 })
                ThaiNumber.ToArabicDigits(unread[0].Text).ShouldContain($"{Target(indicator, wrong)}");
        }
    }

    [Theory]
    [InlineData(
        "ที่\tตัวชี้วัด\tหน่วยนับ\tค่าเป้าหมาย (ปี)\t\t\tระดับ\n\t\t\t2567\t2568\t2569\t",
        "1\tร้อยละของครูที่ผ่าน"
    )]
    [InlineData("ที่\tตัวชี้วัด\tหน่วยนับ\tปี 67\tปี 68\tปี 69\tระดับ", "1\tร้อยละของครูที่ผ่าน")]
    [InlineData("ตำแหน่ง\tปี 2565\tปี 2566\tปี 2567", "ครู\t")]
    [InlineData("ตำแหน่ง\tจำนวน (คน)\t\t\n\t2565\t2566\t2567", "ครู\t")]
    [InlineData("กิจกรรม\tต.ค.-ธ.ค. 66\tม.ค.-มี.ค. 67\tเม.ย.-มิ.ย. 67\tก.ค.-ก.ย. 67\tรวม", "1. ประชุมวางแผน")]
    public void A_repeated_heading_with_another_year_is_one_finding_at_the_year(string heading, string firstRow)
    {
        var columns = heading.Split('\n')[0].Split('\t').Length;
        var lines = VariedPlan.Text.Split('\n').ToList();
        var first = lines.FindIndex(line => line.StartsWith(firstRow, StringComparison.Ordinal));
        var header = first - 1;
        while (lines[header - 1].Length > 0)
            header--;
        lines.RemoveRange(header, first - header);
        lines.InsertRange(header, heading.Split('\n'));
        first = header + heading.Split('\n').Length;
        lines[first].Split('\t').Length.ShouldBe(columns);
        var clean = Read(string.Join('\n', lines), thai: false).Found;
        clean.Select(one => one.Rule.Code).ShouldAllBe(code => code.StartsWith("DATASET_", StringComparison.Ordinal));
        var years = Regex.Matches(heading, "(25)?[6-9][0-9]");
        var random = new Random(columns);
        for (var round = 0; round < 20; round++)
        {
            var year = years[random.Next(years.Count)];
            var other = year.Value[..^2] + $"{random.Next(60, 99)}";
            if (other == year.Value)
                continue;
            var repeated = heading.Remove(year.Index, year.Length).Insert(year.Index, other);
            var changed = lines.ToList();
            changed.InsertRange(first + 1, ["", .. repeated.Split('\n')]);

            var (plan, found) = Read(string.Join('\n', changed), thai: round % 2 == 0);

            var told = found.Where(one => !one.Rule.Code.StartsWith("DATASET_", StringComparison.Ordinal)).ToList();
            var (rule, fault) = told.ShouldHaveSingleItem(repeated);
            rule.Code.ShouldBe("HEADING_YEAR");
            fault.Source!.Line.ShouldBe(first + 3 + repeated[..year.Index].Count(letter => letter == '\n'));
            ThaiNumber.ToArabicDigits(fault.Source.RawText).ShouldContain(other);
            plan.Reading!.Unread.ShouldHaveSingleItem();
        }
    }

    [Fact]
    public void A_maximum_or_a_change_beside_targets_is_told_and_left_empty()
    {
        const string row = "ร้อยละ\t71\t76\t81\t";
        var random = new Random(1);
        string[] most = ["< {0}", "ไม่เกิน {0}", "≤{0}", "น้อยกว่า {0}", "+{0}", "-{0}", "– {0}"];
        for (var round = 0; round < 35; round++)
        {
            var targets = row.Split('\t');
            var wrong = random.Next(1, 4);
            targets[wrong] = string.Format(CultureInfo.InvariantCulture, most[round % most.Length], targets[wrong]);
            var text = VariedPlan.Text.Replace(row, string.Join('\t', targets), StringComparison.Ordinal);

            var (plan, found) = Read(text, thai: round % 2 == 0);

            found.ShouldContain(one => one.Rule.Code == "TARGET_NOT_READ" && one.Fault.Source!.Column == 3 + wrong);
            plan.StrategicPlan.Strategies[0].Indicators[0].Targets.Count.ShouldBe(2);
        }
    }

    private static int Target(int indicator, int column) => 60 + (indicator * 3) + (column * 5);

    private static string Wrong(Random random, int[] years) =>
        random.Next(5) switch
        {
            0 => $"{years[random.Next(years.Length)]}",
            1 => $"{random.Next(2500, 2700)}",
            2 => $"{random.Next(2700, 9999)}",
            3 => $"25{random.Next(6, 10)}",
            _ => $"256{random.Next(10)}{random.Next(10)}",
        };

    /// <summary>The plan with a table of years for its first strategy, and the line of the years.</summary>
    private static (string Text, int Line) Document(IEnumerable<string> heads, int years, bool inOneRow)
    {
        var lines = VariedPlan.Text.Split('\n').ToList();
        var first = lines.FindIndex(line => line.StartsWith("ที่\tตัวชี้วัด", StringComparison.Ordinal));
        lines.RemoveRange(first, 4);
        var row = string.Join('\t', heads);
        List<string> table = inOneRow
            ? [$"ที่\tตัวชี้วัด\tหน่วยนับ\t{row}\tระดับ"]
            : [$"ที่\tตัวชี้วัด\tหน่วยนับ\tค่าเป้าหมาย (ปี){new string('\t', years)}ระดับ", $"\t\t\t{row}\t"];
        foreach (var indicator in new[] { 1, 2 })
            table.Add(
                $"{indicator}\tร้อยละของครูที่พัฒนาตนเองแบบที่ {(indicator == 1 ? "หนึ่ง" : "สอง")}\tร้อยละ\t{string.Join('\t', Enumerable.Range(0, years).Select(column => Target(indicator, column)))}\tสพท."
            );
        lines.InsertRange(first, table);
        // The other strategy has the same years.
        var other = lines.FindLastIndex(line => line.StartsWith("ที่\tตัวชี้วัด", StringComparison.Ordinal));
        lines[other] = $"ที่\tตัวชี้วัด\tหน่วยนับ\tค่าเป้าหมาย (ปี){new string('\t', years)}ระดับ";
        lines[other + 1] = $"\t\t\t{string.Join('\t', Enumerable.Range(2567, years))}\t";
        lines[other + 2] =
            $"1\tจำนวนครูที่มีพี่เลี้ยง\tคน\t{string.Join('\t', Enumerable.Range(0, years).Select(column => 300 + column))}\tสพท.";
        return (string.Join('\n', lines), first + (inOneRow ? 1 : 2));
    }

    private static (PlanFile Plan, IReadOnlyList<(FindingRule Rule, Fault Fault)> Found) Read(string text, bool thai)
    {
        var plan = Plans.Read(Encoding.UTF8.GetBytes(thai ? ThaiNumber.ToThaiDigits(text) : text)).Value;
        return (plan, FindingRules.Check(plan));
    }
}
