using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>A number that is nowhere else is printed in each cell in turn: it is in the plan, or in the report.</summary>
public sealed class AccountedNumberTests
{
    private const string Number = "73,915";

    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [InlineData("plan-a.txt", true)]
    [InlineData("plan-a.txt", false)]
    [InlineData("plan-b.txt", true)]
    [InlineData("", true)]
    [InlineData("", false)]
    public void Every_number_is_in_the_plan_or_in_the_report(string name, bool appended)
    {
        var text =
            name.Length == 0
                ? SmallPlan.Text(
                    new Clothes
                    {
                        Numbers = true,
                        Remarks = true,
                        Counts = true,
                    }
                )
                : Plans.Text(name);
        var lines = text.Split('\n');
        var lost = new List<string>();
        for (var line = 0; line < lines.Length; line += name.Length == 0 ? 1 : 5)
        {
            var cells = lines[line].TrimEnd('\r').Split('\t');
            for (var cell = 0; cell < cells.Length; cell++)
            {
                if (cells[cell].Trim().Length == 0)
                    continue;
                var changed = (string[])cells.Clone();
                changed[cell] = appended ? $"{cells[cell]} {Number}" : Number;
                string[] document = [.. lines[..line], string.Join('\t', changed), .. lines[(line + 1)..]];
                if (IsLost(string.Join('\n', document), line + 1))
                    lost.Add($"{line + 1}: {string.Join(" | ", changed)}");
            }
        }

        lost.ShouldBeEmpty();
    }

    private static bool IsLost(string document, int line)
    {
        var read = Plans.Read(Encoding.UTF8.GetBytes(document));
        if (!read.Succeeded)
            return false;
        var facts = Plans.Facts(read.Value).AsObject();
        facts.Remove("reading");
        var all = ThaiNumber.ToArabicDigits(facts.ToJsonString(Json));
        return !read.Value.Reading!.Unread.Any(passage => passage.FirstLine <= line && line <= passage.LastLine)
            && !all.Contains(Number, StringComparison.Ordinal)
            && !all.Contains(Number.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
