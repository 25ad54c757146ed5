using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Json;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text;

/// <summary>
/// Reports the cells that were used although a number in them is nowhere in the plan: each number of a document is in
/// the plan or in the report. Numbers of items, and those in headings of columns that were recognised as a whole, are
/// not counted.
/// </summary>
internal static partial class NumberAccount
{
    private static readonly JsonSerializerOptions Readable = new(PlanFileJson.Facts)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Settle(IReadOnlyList<Row> rows, PlanFile plan)
    {
        var stated = StatedBy(plan);
        var used = rows.SelectMany(row => row.Filled).Where(cell => cell.Used).ToList();
        var heads = used.Where(cell => cell.IsHead).Select(cell => Markup.Squeeze(cell.Text)).ToHashSet();
        foreach (var cell in used.Where(cell => cell is { IsHead: false, IsQuestioned: false }))
        {
            if (
                !(cell.Row.RepeatsHeader && heads.Contains(Markup.Squeeze(cell.Text)))
                && !In(cell).All(number => number.Length == 0 || stated.Contains(number))
            )
                cell.Question(ExpectedValue.Nothing);
        }
    }

    /// <summary>All numbers in the texts and values of a plan.</summary>
    private static HashSet<string> StatedBy(PlanFile plan) => [.. NumbersIn(JsonSerializer.Serialize(plan, Readable))];

    /// <summary>A cell that is one number has only this one, even if its digits are split.</summary>
    private static IEnumerable<string> In(Cell cell)
    {
        if (ThaiNumber.Parse(cell.Flat) is { } value)
            return [Plain(Math.Abs(value).ToString(CultureInfo.InvariantCulture))];
        return NumbersIn(cell.Marker is { } marker ? cell.Flat[marker.Length..] : cell.Flat);
    }

    private static IEnumerable<string> NumbersIn(string text) =>
        Number().Matches(Split().Replace(ThaiNumber.ToArabicDigits(text), ",")).Select(match => Plain(match.Value));

    private static string Plain(string number)
    {
        var digits = number.Replace(",", "", StringComparison.Ordinal).TrimStart('0');
        return digits.Contains('.', StringComparison.Ordinal) ? digits.TrimEnd('0').TrimEnd('.') : digits;
    }

    /// <summary>A comma within a number, with spaces around it.</summary>
    [GeneratedRegex(@"(?<=[0-9])\s?,\s?(?=[0-9]{3}(?![0-9]))")]
    private static partial Regex Split();

    [GeneratedRegex(@"[0-9]+(,[0-9]{3})*(\.[0-9]+)?")]
    private static partial Regex Number();
}
