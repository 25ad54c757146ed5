using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.OpenText;

/// <summary>Counts the automatic numbers of an OpenDocument text, paragraph by paragraph.</summary>
internal sealed class Lists(ListStyles styles)
{
    private readonly ListCount outline = new();
    private readonly Dictionary<string, ListCount> counts = [];

    /// <summary>The number of a heading outside of lists.</summary>
    public string Label(XElement paragraph) =>
        paragraph.Is("h") && paragraph.Get("is-list-header") != "true"
            ? ListStyles.Next(
                styles.Outline,
                outline,
                Math.Clamp((paragraph.Number("outline-level") ?? 1) - 1, 0, ListCount.Levels - 1)
            )
            : "";

    /// <summary>The paragraphs of a list with their numbers. A list may go on where another one ended.</summary>
    public IEnumerable<(XElement Paragraph, string Label)> Items(XElement list) => Items(list, null, null, 0);

    private IEnumerable<(XElement Paragraph, string Label)> Items(
        XElement list,
        ListCount? count,
        string? inherited,
        int level
    )
    {
        var name = list.Get("style-name") ?? inherited;
        count ??= Begun(list, name);
        var style = styles.Named(name);
        foreach (var item in list.Elements())
        {
            if (item.Number("start-value") is { } start)
                count.Restart(level, start);
            var isNumbered = item.Is("list-item");
            foreach (var part in item.Elements())
            {
                if (part.Is("list"))
                {
                    foreach (var inner in Items(part, count, name, Math.Min(level + 1, ListCount.Levels - 1)))
                        yield return inner;
                    continue;
                }

                yield return (part, isNumbered ? ListStyles.Next(style, count, level) : "");
                isNumbered = false;
            }
        }
    }

    private ListCount Begun(XElement list, string? style)
    {
        var before =
            list.Get("continue-list") is { } other ? counts.GetValueOrDefault($"id {other}")
            : list.Get("continue-numbering") == "true" ? counts.GetValueOrDefault($"style {style}")
            : null;
        var count = before ?? new ListCount();
        counts[$"style {style}"] = count;
        if (list.Get("id") is { } id)
            counts[$"id {id}"] = count;
        return count;
    }
}
