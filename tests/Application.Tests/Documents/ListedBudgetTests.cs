using System.Text;
using TeacherDevPlan.Application.Tests.Documents.Variations;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>
/// Budgets in lists of projects, in front of the chapters or behind them and in any clothes: those that agree with the
/// chapters are read without a word, and any other is a finding that names both places.
/// </summary>
public sealed class ListedBudgetTests
{
    private static readonly string[] Projects = ["โครงการอบรมครูแกนนำ", "โครงการพี่เลี้ยงครูใหม่"];

    private static readonly int[] Budgets = [64_500, 27_900];

    private static readonly string[] Names = ["ชื่อโครงการ", "โครงการ", "รายชื่อโครงการ", "โครงการ/กิจกรรม"];

    private static readonly string[] Headings =
    [
        "งบประมาณ",
        "งบประมาณ (บาท)",
        "วงเงินงบประมาณ",
        "จำนวนเงิน (บาท)",
        "งบประมาณที่ได้รับจัดสรร",
    ];

    private static readonly string[] Totals = ["รวม", "รวมทั้งสิ้น", "รวมเป็นเงิน", ""];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 24)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Budgets_that_agree_are_read_without_a_word(int seed)
    {
        var (text, _, _) = Document(seed, Budgets, Budgets.Sum());
        var read = Plans.Read(Encoding.UTF8.GetBytes(text)).Value;
        FindingRules.Check(read).Select(found => found.Fault.Message.English).ShouldBeEmpty();
        read.Reading!.Unread.ShouldBeEmpty();
        read.Reading.Listed.Count(one => one.Project is not null).ShouldBe(Projects.Length);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_budget_that_differs_names_both_places(int seed)
    {
        var wrong = (int[])Budgets.Clone();
        wrong[seed % 2] += seed * 100;
        var (text, rows, _) = Document(seed, wrong, wrong.Sum());
        var lines = text.Split('\n');

        var (rule, fault) = FindingRules.Check(Plans.Read(Encoding.UTF8.GetBytes(text)).Value).ShouldHaveSingleItem();

        rule.Code.ShouldBe("LISTED_BUDGET_DIFFERS");
        rule.Severity.ShouldBe(FindingSeverity.Error);
        fault.Source!.Line.ShouldBe(rows[seed % 2]);
        fault.Stated.ShouldBe($"{wrong[seed % 2]:#,0}");
        var chapter = fault.Others.ShouldHaveSingleItem().Source!;
        ThaiNumber.ToArabicDigits(lines[chapter.Line - 1]).ShouldContain($"{Budgets[seed % 2]:#,0}");
        fault.Message.Thai.ShouldContain($"{wrong[seed % 2]:#,0}");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_total_that_differs_is_told_at_its_row(int seed)
    {
        var (text, _, total) = Document(seed, Budgets, Budgets.Sum() + (seed * 100));
        var found = FindingRules.Check(Plans.Read(Encoding.UTF8.GetBytes(text)).Value);
        if (total is null)
            found.ShouldBeEmpty();
        else
            found.ShouldHaveSingleItem().Fault.Source!.Line.ShouldBe(total.Value);
    }

    [Fact]
    public void A_cell_that_is_not_one_amount_is_told_with_its_place()
    {
        var (text, rows, _) = Document(1, Budgets, Budgets.Sum());
        var lines = text.Split('\n');
        lines[rows[0] - 1] = lines[rows[0] - 1].Replace("64,500", "64,500 60,000", StringComparison.Ordinal);
        var found = FindingRules.Check(Plans.Read(Encoding.UTF8.GetBytes(string.Join('\n', lines))).Value);
        var (rule, fault) = found.ShouldHaveSingleItem();
        rule.Code.ShouldBe("AMOUNT_NOT_READ");
        fault.Source!.Line.ShouldBe(rows[0]);
    }

    /// <summary>A document with a list in one of its clothes; odd seeds put it behind the chapters.</summary>
    /// <returns>The text with the lines of the list's rows and of its total, from 1.</returns>
    private static (string Text, int[] Rows, int? Total) Document(int seed, int[] budgets, int sum)
    {
        var random = new Random(seed);
        var remark = random.Next(2) == 0;
        var total = Totals[seed % Totals.Length];
        var list = new List<string>
        {
            Row(
                "ที่",
                Names[random.Next(Names.Length)],
                Headings[random.Next(Headings.Length)],
                remark ? "หมายเหตุ" : null
            ),
        };
        for (var i = 0; i < Projects.Length; i++)
            list.Add(Row($"{i + 1}", Projects[i], $"{budgets[i]:#,0}", remark ? "" : null));
        if (total.Length > 0)
            list.Add(Row(total, "", $"{sum:#,0}", remark ? "" : null));
        var table = string.Join('\n', list);
        var plain = "ที่\tชื่อโครงการ\n1\tโครงการอบรมครูแกนนำ\n2\tโครงการพี่เลี้ยงครูใหม่";
        var text =
            seed % 2 == 0
                ? VariedPlan.Text.Replace(plain, table, StringComparison.Ordinal)
                : $"{VariedPlan.Text}\n\nภาคผนวก\n\n{table}\n";
        var line = text[..text.IndexOf(table, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        if (seed % 3 == 0)
            text = ThaiNumber.ToThaiDigits(text);
        return (text, [line + 1, line + 2], total.Length > 0 ? line + 3 : null);
    }

    private static string Row(string number, string name, string budget, string? remark) =>
        string.Join('\t', new[] { number, name, budget, remark }.OfType<string>());
}
