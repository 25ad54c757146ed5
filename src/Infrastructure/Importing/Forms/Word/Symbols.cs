using System.Globalization;
using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Word;

/// <summary>Letters of fonts with pictures, and boxes to tick, as the characters that they look like.</summary>
internal static class Symbols
{
    public const string Ticked = "☑";
    public const string Empty = "☐";

    private static readonly Dictionary<int, string> Wingdings = new()
    {
        [0xFE] = Ticked,
        [0xFD] = Ticked,
        [0xFC] = "✓",
        [0xA8] = Empty,
        [0x6F] = Empty,
        [0x70] = Empty,
        [0x71] = Empty,
        [0x72] = Empty,
        [0xA7] = "▪",
        [0x6C] = "●",
        [0x6E] = "■",
        [0xD8] = "➢",
        [0xE0] = "→",
        [0xDF] = "←",
        [0xF0] = "→",
        [0xEF] = "←",
    };

    private static readonly Dictionary<int, string> Wingdings2 = new()
    {
        [0x52] = Ticked,
        [0x53] = Ticked,
        [0x54] = Ticked,
        [0x50] = "✓",
        [0xA3] = Empty,
        [0x2A] = Empty,
        [0x30] = Empty,
    };

    private static readonly Dictionary<int, string> Symbol = new()
    {
        [0xB7] = "•",
        [0xB3] = "≥",
        [0xA3] = "≤",
        [0xAE] = "→",
        [0xAC] = "←",
        [0x2D] = "-",
        [0xB4] = "×",
        [0xB1] = "±",
    };

    /// <summary>The character of a symbol; one that is not known stays as it is, so that it is not lost.</summary>
    public static string Of(XElement symbol)
    {
        if (
            !int.TryParse(symbol.Get("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var character)
            || character is < ' ' or > 0xFFFF or (>= 0xD800 and < 0xE000)
        )
            return "";
        var table = symbol.Get("font") switch
        {
            "Wingdings" => Wingdings,
            "Wingdings 2" => Wingdings2,
            "Symbol" => Symbol,
            _ => null,
        };
        return table?.GetValueOrDefault(character & 0xFF) ?? $"{(char)character}";
    }

    /// <summary>The box of a content control that is ticked by clicking; null for other controls.</summary>
    public static string? OfControl(XElement? properties) =>
        properties.Child("checkbox") is { } box ? Box(box.IsOn("checked")) : null;

    /// <summary>The box of a form field; null for other fields.</summary>
    public static string? OfField(XElement field) =>
        field.Child("ffData").Child("checkBox") is { } box
            ? Box(box.Child("checked") is not null ? box.IsOn("checked") : box.IsOn("default"))
            : null;

    private static string Box(bool ticked) => ticked ? Ticked : Empty;
}
