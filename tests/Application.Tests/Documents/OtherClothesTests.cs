using System.Text;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>
/// The same plan in other words, columns and places is read the same. What spoils it is reported, never read as something
/// else in silence.
/// </summary>
public sealed class OtherClothesTests
{
    private const int Rounds = 400;

    /// <summary>Edits after which a plan may be read the same or not, but not wrong without a report.</summary>
    private static readonly (string What, Func<string, Random, string> Edit)[] Spoilings =
    [
        ("an unknown word for a header cell", (text, random) => ReplaceCell(text, random, "กิจกรรม", _ => "ฌฌฌ")),
        (
            "an unknown word for an indicator's header",
            (text, random) => ReplaceCell(text, random, "ตัวชี้วัด\t", _ => "ฌฌฌ")
        ),
        ("two amounts in a cell", (text, random) => ReplaceAmount(text, random, cell => $"{cell} {cell}")),
        ("a broken group of digits", (text, random) => ReplaceAmount(text, random, cell => cell[..^1])),
        ("a point for a comma", (text, random) => ReplaceAmount(text, random, cell => cell.Replace(',', '.'))),
        ("a blank for a comma", (text, random) => ReplaceAmount(text, random, cell => cell.Replace(',', ' '))),
        ("a letter in an amount", (text, random) => ReplaceAmount(text, random, cell => cell.Replace('0', 'O'))),
        ("a note in an amount", (text, random) => ReplaceAmount(text, random, cell => $"{cell} คน")),
        ("tabs that became blanks", (text, _) => text.Replace("\t", "    ", StringComparison.Ordinal)),
        ("tabs that became one blank", (text, _) => text.Replace('\t', ' ')),
        ("no header", (text, random) => RemoveLine(text, "กิจกรรม\t")),
        ("no header of indicators", (text, random) => RemoveLine(text, "ตัวชี้วัด\tหน่วยนับ")),
        (
            "thousands of baht",
            (text, _) => text.Replace("กิจกรรม\t", "กิจกรรม (หน่วย : พันบาท)\t", StringComparison.Ordinal)
        ),
        ("an impossible day", (text, _) => text.Replace("ธันวาคม 2566", "31 พฤศจิกายน 2566", StringComparison.Ordinal)),
        (
            "a third date",
            (text, _) => text.Replace("กันยายน 2567", "กันยายน 2567 และ 5 มีนาคม", StringComparison.Ordinal)
        ),
        (
            "only a beginning",
            (text, _) => text.Replace("ธันวาคม 2566 – กันยายน 2567", "ตั้งแต่ธันวาคม 2566", StringComparison.Ordinal)
        ),
        (
            "both natures",
            (text, _) =>
                text.Replace(
                    "ลักษณะโครงการ\tโครงการใหม่",
                    "ลักษณะโครงการ\tโครงการใหม่ โครงการต่อเนื่อง",
                    StringComparison.Ordinal
                )
        ),
        ("a word for a target", (text, _) => text.Replace("\t80\t", "\tดีมาก\t", StringComparison.Ordinal)),
        ("two targets in a cell", (text, _) => text.Replace("\t80\t", "\t80 90\t", StringComparison.Ordinal)),
        ("the same year twice", (text, _) => text.Replace("2568\t", "2567\t", StringComparison.Ordinal)),
        ("the same quarter twice", (text, _) => text.Replace("ไตรมาสที่ 3", "ไตรมาสที่ 2", StringComparison.Ordinal)),
        ("another unit in a cell", (text, _) => text.Replace("\t80\t", "\t80 คน\t", StringComparison.Ordinal)),
        (
            "two budgets",
            (text, _) => text.Replace("64,500.- บาท", "64,500.- บาท จำนวนทั้งสิ้น 70,000 บาท", StringComparison.Ordinal)
        ),
    ];

    public static TheoryData<string> Spoiled => [.. Spoilings.Select(one => one.What)];

    [Fact]
    public void Any_clothes_are_read_the_same_without_a_finding()
    {
        var random = new Random(17);
        for (var round = 0; round < Rounds; round++)
        {
            var clothes = Clothes.Random(random);
            var text = SmallPlan.Text(clothes);
            var read = Plans.Read(Encoding.UTF8.GetBytes(text));
            read.Succeeded.ShouldBeTrue(text);
            SmallPlan.Facts(read.Value).ShouldBe(SmallPlan.Expected, $"{clothes}\n{text}");
            FindingRules.Check(read.Value).Select(found => found.Rule.Code).ShouldBeEmpty($"{clothes}\n{text}");
            PlanFileRules.Check(read.Value, TestContext.Current.CancellationToken).ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Spoiled))]
    public void What_is_spoiled_is_never_wrong_in_silence(string what)
    {
        var spoiling = Spoilings.Single(one => one.What == what);
        var random = new Random(3);
        for (var round = 0; round < 20; round++)
        {
            var text = SmallPlan.Text(new Clothes());
            var spoiled = spoiling.Edit(text, random);
            spoiled.ShouldNotBe(text);
            var read = Plans.Read(Encoding.UTF8.GetBytes(spoiled));
            if (!read.Succeeded || SmallPlan.FactsOrFault(read.Value) == SmallPlan.Expected)
                continue;
            var findings = FindingRules.Check(read.Value).Where(found => found.Rule.Severity != FindingSeverity.Info);
            var reports = findings.Count() + read.Value.Reading!.Unread.Count;
            reports.ShouldBeGreaterThan(0, $"{what}\n{SmallPlan.FactsOrFault(read.Value)}\n{spoiled}");
        }
    }

    private static string ReplaceCell(string text, Random random, string header, Func<string, string> edit)
    {
        var lines = text.Split('\n');
        var at = Array.FindIndex(
            lines,
            line => line.Contains($"{header.TrimEnd('\t')}\t", StringComparison.Ordinal) && line.Split('\t').Length > 4
        );
        var cells = lines[at].Split('\t');
        var filled = Enumerable.Range(0, cells.Length).Where(index => cells[index].Length > 0).ToList();
        var index = filled[random.Next(filled.Count)];
        cells[index] = edit(cells[index]);
        lines[at] = string.Join('\t', cells);
        return string.Join('\n', lines);
    }

    private static string ReplaceAmount(string text, Random random, Func<string, string> edit)
    {
        var lines = text.Split('\n');
        var rows = Enumerable
            .Range(0, lines.Length)
            .Where(line =>
                lines[line].Contains("0\t", StringComparison.Ordinal)
                && lines[line].Contains(',', StringComparison.Ordinal)
            )
            .ToList();
        var at = rows[random.Next(rows.Count)];
        var cells = lines[at].Split('\t');
        var amounts = Enumerable
            .Range(1, cells.Length - 1)
            .Where(index => cells[index].Contains(',', StringComparison.Ordinal))
            .ToList();
        var index = amounts[random.Next(amounts.Count)];
        cells[index] = edit(cells[index]);
        lines[at] = string.Join('\t', cells);
        return string.Join('\n', lines);
    }

    private static string RemoveLine(string text, string part) =>
        string.Join('\n', text.Split('\n').Where(line => !line.Contains(part, StringComparison.Ordinal)));
}
