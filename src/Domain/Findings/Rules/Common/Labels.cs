using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules.Common;

/// <summary>The names of a plan's parts in the locations of findings.</summary>
internal static class Labels
{
    private const int ShownOfText = 40;

    public static LocalText Project(ProjectDocument project) =>
        new($"project {project.Number}", $"โครงการที่ {project.Number}");

    public static string ProjectKey(ProjectDocument project) => $"project {project.Number}";

    public static LocalText Dataset(DatasetDocument dataset) =>
        dataset.Code.StartsWith("table-", StringComparison.Ordinal)
            ? new($"table {dataset.Code[6..]}", $"ตารางที่ {dataset.Code[6..]}")
            : new(dataset.Code, $"ตาราง {dataset.Code}");

    /// <summary>An item of a list as a person finds it: by its number, if it is printed, and by the beginning of its text.</summary>
    public static LocalText Item(PlanFile plan, NumberedTextDocument item) =>
        IsPrinted(plan.Sources.Of(item), item.Number)
            ? Named(new($"item {item.Number}", $"ข้อ {item.Number}"), item.Text)
            : new($"\"{Start(item.Text)}\"", $"“{Start(item.Text)}”");

    /// <summary>A row of a table as a person finds it: by its number and its name.</summary>
    public static LocalText Named(LocalText number, string name) =>
        new($"{number.English} \"{Start(name)}\"", $"{number.Thai} “{Start(name)}”");

    /// <summary>The beginning of a text, in one line.</summary>
    private static string Start(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= ShownOfText)
            return line;
        var end = ShownOfText;
        // A Thai vowel or tone mark stays with its letter, and a pair of surrogates together.
        while (
            end < line.Length
            && (char.GetUnicodeCategory(line[end]) == UnicodeCategory.NonSpacingMark || char.IsLowSurrogate(line[end]))
        )
            end++;
        return line[..end] + "…";
    }

    /// <summary>Whether an item begins with its number in the document; without a document, every number counts.</summary>
    private static bool IsPrinted(Source? source, string number) =>
        source is null
        || number.Any(char.IsLetterOrDigit)
            && ThaiNumber
                .ToArabicDigits(source.RawText)
                .AsSpan()
                .TrimStart(" \t\n([")
                .StartsWith(number, StringComparison.Ordinal);

    public static LocalText Indicator(StrategyDocument strategy, IndicatorDocument indicator) =>
        Named(
            new(
                $"strategy {strategy.Number}, indicator {indicator.Number}",
                $"กลยุทธ์ที่ {strategy.Number} ตัวชี้วัดที่ {indicator.Number}"
            ),
            indicator.Name
        );

    public static LocalText And(this LocalText outer, string english, string thai) =>
        new($"{outer.English}, {english}", $"{outer.Thai} {thai}");

    public static LocalText And(this LocalText outer, LocalText inner) => outer.And(inner.English, inner.Thai);
}
