using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Word;

/// <summary>The styles of a Word document. A style that is based on itself ends where it begins again.</summary>
internal sealed class Styles
{
    private const int MaxDepth = 30;

    private readonly Dictionary<string, XElement> styles = [];
    private readonly string? ordinary;

    public Styles(XElement? root)
    {
        foreach (var style in root.Children("style"))
        {
            if (style.Get("styleId") is not { } id)
                continue;
            styles.TryAdd(id, style);
            if (style.Get("type") == "paragraph" && style.Get("default") is "1" or "true")
                ordinary ??= id;
        }
    }

    /// <summary>The properties of a paragraph from the closest to the most general: its own, then its styles'.</summary>
    public IEnumerable<(XElement Properties, string? Style)> OfParagraph(XElement? own)
    {
        if (own is not null)
            yield return (own, null);
        foreach (var style in Chain(own.Value("pStyle") ?? ordinary))
        {
            if (style.Child("pPr") is { } properties)
                yield return (properties, style.Get("styleId"));
        }
    }

    /// <summary>Whether the letters of a run are hidden.</summary>
    public bool IsHidden(XElement? own) =>
        own.Child("vanish") is not null
            ? own.IsOn("vanish")
            : Chain(own.Value("rStyle"))
                .Select(style => style.Child("rPr"))
                .FirstOrDefault(properties => properties.Child("vanish") is not null)
                .IsOn("vanish");

    private IEnumerable<XElement> Chain(string? id)
    {
        for (var depth = 0; id is not null && depth < MaxDepth && styles.TryGetValue(id, out var style); depth++)
        {
            yield return style;
            id = style.Value("basedOn");
        }
    }
}
