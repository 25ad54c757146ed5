using System.Text.RegularExpressions;
using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Word;

/// <summary>Counts the automatic numbers of a Word document, paragraph by paragraph.</summary>
internal sealed partial class Numbering
{
    private const int Levels = 9;

    private readonly Dictionary<string, XElement> lists = [];
    private readonly Dictionary<string, XElement> numbers = [];
    private readonly Dictionary<string, string> listOfStyle = [];
    private readonly Dictionary<string, int?[]> counters = [];
    private readonly HashSet<(string Number, int Level)> restarted = [];
    private readonly Styles styles;

    public Numbering(XElement? root, Styles styles)
    {
        this.styles = styles;
        foreach (var list in root.Children("abstractNum"))
        {
            if (list.Get("abstractNumId") is not { } id || !lists.TryAdd(id, list))
                continue;
            if (list.Value("styleLink") is { } style)
                listOfStyle.TryAdd(style, id);
        }

        foreach (var number in root.Children("num"))
        {
            if (number.Get("numId") is { } id)
                numbers.TryAdd(id, number);
        }
    }

    /// <summary>The number or bullet before the text of a paragraph, with the space behind it; empty if there is none.</summary>
    public string Next(XElement? paragraph)
    {
        if (PlaceOf(paragraph) is not var (number, level, style) || !numbers.TryGetValue(number, out var instance))
            return "";
        if (ListOf(instance) is not { } id)
            return "";
        if (style is not null)
            level = LevelOf(lists[id], style) ?? level;
        if (LevelAt(instance, id, level) is not { } definition)
            return "";
        var counter = Count(instance, number, id, level);
        var text = Printed(instance, id, level, definition, counter);
        return text.Length == 0 ? ""
            : definition.Value("suff") == "nothing" ? text
            : $"{text} ";
    }

    /// <summary>The number and the level of a paragraph, and the style that they come from.</summary>
    private (string Number, int Level, string? Style)? PlaceOf(XElement? paragraph)
    {
        int? level = null;
        foreach (var (properties, style) in styles.OfParagraph(paragraph))
        {
            var place = properties.Child("numPr");
            level ??= place.Child("ilvl").Number("val");
            if (place.Value("numId") is { } number)
                return number == "0" ? null : (number, Math.Clamp(level ?? 0, 0, Levels - 1), style);
        }

        return null;
    }

    private string? ListOf(XElement instance)
    {
        var id = instance.Value("abstractNumId");
        if (id is null || !lists.TryGetValue(id, out var list))
            return null;
        return list.Value("numStyleLink") is { } style && listOfStyle.TryGetValue(style, out var linked) ? linked : id;
    }

    private static int? LevelOf(XElement list, string style) =>
        list.Children("lvl").FirstOrDefault(level => level.Value("pStyle") == style).Number("ilvl") is { } level
            ? Math.Clamp(level, 0, Levels - 1)
            : null;

    private static XElement? Override(XElement instance, int level) =>
        instance.Children("lvlOverride").FirstOrDefault(one => one.Number("ilvl") == level);

    private XElement? LevelAt(XElement instance, string list, int level) =>
        Override(instance, level).Child("lvl")
        ?? lists[list].Children("lvl").FirstOrDefault(one => one.Number("ilvl") == level);

    private int?[] Count(XElement instance, string number, string list, int level)
    {
        if (!counters.TryGetValue(list, out var counter))
            counters[list] = counter = new int?[Levels];
        for (var one = 0; one < Levels; one++)
        {
            if (Override(instance, one).Child("startOverride") is not null && restarted.Add((number, one)))
                counter[one] = null;
        }

        counter[level] = counter[level] is { } last ? unchecked(last + 1) : Start(instance, list, level);
        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            // Restarts after each higher level, or only after that with the given number, or never (0).
            var restart = LevelAt(instance, list, deeper).Child("lvlRestart").Number("val");
            if (restart is null || level < restart)
                counter[deeper] = null;
        }

        return counter;
    }

    private int Start(XElement instance, string list, int level) =>
        Override(instance, level).Child("startOverride").Number("val")
        ?? LevelAt(instance, list, level).Child("start").Number("val")
        ?? 0;

    private string Printed(XElement instance, string list, int level, XElement definition, int?[] counter)
    {
        if (FormatOf(definition) == "bullet")
            return "•";
        var legal = definition.IsOn("isLgl");
        return Place()
            .Replace(
                definition.Value("lvlText") ?? "",
                match =>
                {
                    var of = match.ValueSpan[1] - '1';
                    if (of > level)
                        return "";
                    var format = FormatOf(LevelAt(instance, list, of));
                    return NumberFormats.InWord(
                        counter[of] ?? Start(instance, list, of),
                        legal && format is not "decimalZero" ? "decimal" : format
                    );
                }
            );
    }

    private static string? FormatOf(XElement? level) =>
        level.Value("numFmt") ?? level.Child("AlternateContent").Child("Fallback").Value("numFmt");

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Place();
}
