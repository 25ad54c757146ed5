using System.Text.RegularExpressions;
using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.OpenText;

/// <summary>The numbers of a list while it is read: one per level, null where none was printed yet.</summary>
internal sealed class ListCount
{
    public const int Levels = 10;

    private readonly int?[] numbers = new int?[Levels];

    public int? this[int level] => numbers[level];

    public void Next(int level, int start)
    {
        numbers[level] = numbers[level] is { } last ? unchecked(last + 1) : start;
        for (var deeper = level + 1; deeper < Levels; deeper++)
            numbers[deeper] = null;
    }

    /// <summary>Makes a number the next one of a level.</summary>
    public void Restart(int level, int number) => numbers[level] = unchecked(number - 1);
}

/// <summary>How the lists and headings of an OpenDocument text are numbered.</summary>
internal sealed partial class ListStyles
{
    private readonly Dictionary<string, XElement> lists = [];

    public XElement? Outline { get; private set; }

    public void Add(XElement style)
    {
        if (style.Is("list-style") && style.Get("name") is { } name)
            lists.TryAdd(name, style);
        else if (style.Is("outline-style"))
            Outline ??= style;
    }

    public XElement? Named(string? name) => name is null ? null : lists.GetValueOrDefault(name);

    /// <summary>The next number or bullet of a list with the space behind it; empty if the level has none.</summary>
    public static string Next(XElement? style, ListCount count, int level)
    {
        if (LevelOf(style, level) is not { } definition)
            return "";
        if (definition.Name.LocalName.EndsWith("bullet", StringComparison.Ordinal))
            return "• ";
        if (string.IsNullOrEmpty(definition.Get("num-format")))
            return "";
        count.Next(level, Start(definition));
        var text = definition.Get("num-list-format") is { Length: > 0 } form
            ? Place().Replace(form, match => Of(style, count, match.ValueSpan[1] - '1', level))
            : definition.Get("num-prefix")
                + string.Join('.', Shown(definition, level).Select(one => Of(style, count, one, level)))
                + definition.Get("num-suffix");
        return $"{text} ";
    }

    private static IEnumerable<int> Shown(XElement definition, int level)
    {
        var shown = Math.Clamp(definition.Number("display-levels") ?? 1, 1, level + 1);
        return Enumerable.Range(level - shown + 1, shown);
    }

    private static string Of(XElement? style, ListCount count, int level, int of)
    {
        if (level > of || LevelOf(style, level) is not { } definition)
            return "";
        return NumberFormats.Like(count[level] ?? Start(definition), definition.Get("num-format"));
    }

    private static int Start(XElement definition) => definition.Number("start-value") ?? 1;

    private static XElement? LevelOf(XElement? style, int level) =>
        style?.Elements().FirstOrDefault(one => one.Number("level") == level + 1);

    [GeneratedRegex("%[1-9]%")]
    private static partial Regex Place();
}
