using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>
/// A number is printed in each cell in turn: it is in the plan, or in the report. That holds for a number that is
/// nowhere else, and for one that other cells have as well: then the plan has it once more.
/// </summary>
public sealed class AccountedNumberTests
{
    private const string Number = "73,915";

    private const string Frequent = "30,000";

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
        for (var line = appended ? 0 : 7; line < lines.Length; line += name.Length == 0 ? 1 : 15)
        {
            var cells = lines[line].TrimEnd('\r').Split('\t');
            for (var cell = 0; cell < cells.Length; cell++)
            {
                if (cells[cell].Trim().Length == 0)
                    continue;
                var unique = With(Number);
                if (IsLost(unique, line + 1, Number, "") || IsLost(With(Frequent), line + 1, Frequent, unique))
                    lost.Add($"{line + 1}, cell {cell + 1}: {lines[line]}");

                string With(string number)
                {
                    var changed = (string[])cells.Clone();
                    changed[cell] = appended ? $"{cells[cell]} {number}" : number;
                    return string.Join('\n', [.. lines[..line], string.Join('\t', changed), .. lines[(line + 1)..]]);
                }
            }
        }

        lost.ShouldBeEmpty();
    }

    /// <param name="other">The same document with another number in its place.</param>
    private static bool IsLost(string document, int line, string number, string other)
    {
        var read = Plans.Read(Encoding.UTF8.GetBytes(document));
        if (!read.Succeeded)
            return false;
        return !read.Value.Reading!.Unread.Any(passage => passage.FirstLine <= line && line <= passage.LastLine)
            && Count(read.Value, number)
                <= (
                    Plans.Read(Encoding.UTF8.GetBytes(other)) is { Succeeded: true } before
                        ? Count(before.Value, number)
                        : 0
                );
    }

    /// <summary>How often a number is in the plan.</summary>
    private static int Count(PlanFile plan, string number)
    {
        var facts = Plans.Facts(plan).AsObject();
        facts.Remove("reading");
        var plain = ThaiNumber.ToArabicDigits(facts.ToJsonString(Json)).Replace(",", "", StringComparison.Ordinal);
        return plain.Split(number.Replace(",", "", StringComparison.Ordinal)).Length - 1;
    }
}
