using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>How a cell looks.</summary>
/// <param name="Format">The code of its number format.</param>
/// <param name="IsStruck">Whether its letters are struck through.</param>
internal readonly record struct CellStyle(string? Format, bool HasBorder, bool IsStruck);

/// <summary>How cells look, by the numbers of their styles.</summary>
internal sealed class SheetStyles
{
    private readonly List<CellStyle> styles = [];

    public SheetStyles(XElement? root)
    {
        var codes = root.Child("numFmts")
            .Children("numFmt")
            .GroupBy(one => one.Number("numFmtId") ?? -1)
            .ToDictionary(group => group.Key, group => group.First().Get("formatCode"));
        var borders = root.Child("borders").Children("border").Select(HasLine).ToList();
        var struck = root.Child("fonts").Children("font").Select(SheetText.IsStruck).ToList();
        foreach (var style in root.Child("cellXfs").Children("xf"))
        {
            var format = style.Number("numFmtId") ?? 0;
            styles.Add(
                new CellStyle(
                    codes.TryGetValue(format, out var code) ? code : NumberText.BuiltInCode(format),
                    borders.ElementAtOrDefault(style.Number("borderId") ?? -1),
                    struck.ElementAtOrDefault(style.Number("fontId") ?? -1)
                )
            );
        }
    }

    public CellStyle Of(int? style) => styles.ElementAtOrDefault(style ?? 0);

    private static bool HasLine(XElement border) =>
        border.Elements().Any(side => !side.Is("diagonal") && side.Get("style") is not (null or "none"));
}
