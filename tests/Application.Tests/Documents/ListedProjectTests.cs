using System.Text;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Findings.Rules;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>What is wrong in the list of projects is told at its row, with the project's chapter as the other place.</summary>
public sealed class ListedProjectTests
{
    private static readonly string Text = Plans.Text("plan-a.txt");

    private static readonly string[] Rows =
    [
        .. Text.Split('\n')
            .SkipWhile(line => !line.StartsWith("ที่\tชื่อโครงการ", StringComparison.Ordinal))
            .Skip(1)
            .Take(4),
    ];

    public enum Form
    {
        Table,
        Lines,
    }

    [Theory]
    [InlineData(Form.Table)]
    [InlineData(Form.Lines)]
    public void A_wrong_number_is_told_at_its_row(Form form)
    {
        var random = new Random((int)form);
        for (var round = 0; round < 30; round++)
        {
            // A line with a number far from those above it, or before them, is a heading.
            var wrong = random.Next(1, Rows.Length);
            var number = form == Form.Table ? random.Next(1, 30) : random.Next(wrong, wrong + 3);
            if (number == wrong + 1)
                continue;
            var (text, first) = Document(form, [.. Rows.Select((row, i) => i == wrong ? Numbered(row, number) : row)]);

            var found = Found(text);

            var what = $"row {wrong + 1} has {number}";
            found.ShouldNotBeEmpty(what);
            found
                .Select(one => one.Rule.Code)
                .ShouldAllBe(code => code.StartsWith("NUMBERING_", StringComparison.Ordinal));
            found
                .Select(one => one.Fault.Source!.Line)
                .ShouldAllBe(line => line >= first && line < first + Rows.Length, what);
            found[0].Fault.Source!.Table.HasValue.ShouldBe(form == Form.Table);
        }
    }

    [Theory]
    [InlineData(Form.Table)]
    [InlineData(Form.Lines)]
    public void A_name_that_differs_is_told_at_its_row_and_in_the_chapter(Form form)
    {
        var random = new Random((int)form);
        for (var round = 0; round < 20; round++)
        {
            var wrong = random.Next(Rows.Length);
            var at = random.Next("๑\tโครงการ".Length, Rows[wrong].Length);
            var letter = (char)('ก' + random.Next(20));
            if (Rows[wrong][at] == letter || Rows[wrong][at] is < 'ก' or > 'ฮ')
                continue;
            var changed = Rows[wrong].Remove(at, 1).Insert(at, $"{letter}");
            var (text, first) = Document(form, [.. Rows.Select((row, i) => i == wrong ? changed : row)]);

            var (rule, fault) = Found(text).ShouldHaveSingleItem(changed);

            rule.Code.ShouldBe("PROJECT_NAME_DIFFERS");
            fault.Source!.Line.ShouldBe(first + wrong);
            fault.Source.RawText.ShouldContain(fault.Computed!);
            var chapter = fault.Others.ShouldHaveSingleItem().Source!;
            chapter.Line.ShouldBeGreaterThan(first + Rows.Length);
            text.Split('\n')[chapter.Line - 1].ShouldContain(fault.Stated!.Split(' ')[0]);
        }
    }

    /// <summary>The plan with a list in a form, and the line of its first row.</summary>
    private static (string Text, int First) Document(Form form, string[] rows)
    {
        var table = $"ที่\tชื่อโครงการ/กิจกรรม\n{string.Join('\n', Rows)}";
        Text.ShouldContain(table);
        var list =
            form == Form.Table
                ? $"ที่\tชื่อโครงการ/กิจกรรม\n{string.Join('\n', rows)}"
                : string.Join('\n', rows.Select(row => row.Replace("\t", ". ", StringComparison.Ordinal)));
        var text = Text.Replace(table, list, StringComparison.Ordinal);
        var before = Text[..Text.IndexOf(table, StringComparison.Ordinal)].Count(letter => letter == '\n');
        return (text, before + (form == Form.Table ? 2 : 1));
    }

    private static string Numbered(string row, int number) =>
        $"{ThaiNumber.ToThaiDigits($"{number}")}{row[row.IndexOf('\t', StringComparison.Ordinal)..]}";

    private static IReadOnlyList<(FindingRule Rule, Fault Fault)> Found(string text) =>
        FindingRules.Check(Plans.Read(Encoding.UTF8.GetBytes(text)).Value);
}
