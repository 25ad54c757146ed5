using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>A text of a cell, and which of its parts are struck through.</summary>
/// <param name="HasStruck">Whether a part is struck through.</param>
/// <param name="HasPlain">Whether a part is not, whatever the style of the cell.</param>
/// <param name="HasOfCell">Whether a part is as the style of the cell says.</param>
internal readonly partial record struct SheetText(string Text, bool HasStruck, bool HasPlain, bool HasOfCell)
{
    public static readonly SheetText Empty = Of("");

    /// <summary>A text that is as the style of its cell says.</summary>
    public static SheetText Of(string text) => new(text, false, false, true);

    /// <summary>The text of an element of shared strings, or of a cell with a text of its own.</summary>
    public static SheetText Of(XElement item)
    {
        if (item.Is("t"))
            return Of(Plain(item.Value));
        var parts = item.Elements()
            .Where(part => part.Name.LocalName is "t" or "r")
            .Select(part => (Text: (part.Is("t") ? part : part.Child("t"))?.Value ?? "", Style: part.Child("rPr")))
            .ToList();
        var seen = parts.Where(part => !string.IsNullOrWhiteSpace(part.Text)).ToList();
        return new SheetText(
            Plain(string.Concat(parts.Select(part => part.Text))),
            seen.Exists(part => part.Style is not null && IsStruck(part.Style)),
            seen.Exists(part => part.Style is not null && !IsStruck(part.Style)),
            seen.Exists(part => part.Style is null)
        );
    }

    /// <summary>Whether a style of letters strikes them through.</summary>
    public static bool IsStruck(XElement? style) =>
        style.Child("strike") is { } strike && strike.Get("val") is not ("0" or "false");

    /// <summary>How much of it is struck through in a cell.</summary>
    public Strike StrikeIn(bool isCellStruck)
    {
        var struck = HasStruck || (HasOfCell && isCellStruck);
        return !struck ? Strike.None
            : HasPlain || (HasOfCell && !isCellStruck) ? Strike.Part
            : Strike.All;
    }

    private static string Plain(string text) =>
        Escaped()
            .Replace(
                text,
                match =>
                    (char)int.Parse(match.ValueSpan[2..6], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                        is var one
                    && char.IsSurrogate(one)
                        ? ""
                        : $"{one}"
            )
            .ReplaceLineEndings("\n");

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();
}

/// <summary>How much of a text is struck through.</summary>
internal enum Strike
{
    None,
    Part,
    All,
}
