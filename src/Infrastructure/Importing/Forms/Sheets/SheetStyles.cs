using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>The number formats and borders of cells, by the numbers of their styles.</summary>
internal sealed class SheetStyles
{
    private readonly List<(string? Format, bool HasBorder)> styles = [];

    public SheetStyles(XElement? root)
    {
        var codes = root.Child("numFmts")
            .Children("numFmt")
            .GroupBy(one => one.Number("numFmtId") ?? -1)
            .ToDictionary(group => group.Key, group => group.First().Get("formatCode"));
        var borders = root.Child("borders").Children("border").Select(HasLine).ToList();
        foreach (var style in root.Child("cellXfs").Children("xf"))
        {
            var format = style.Number("numFmtId") ?? 0;
            styles.Add(
                (
                    codes.TryGetValue(format, out var code) ? code : NumberText.BuiltInCode(format),
                    borders.ElementAtOrDefault(style.Number("borderId") ?? -1)
                )
            );
        }
    }

    public (string? Format, bool HasBorder) Of(int? style) => styles.ElementAtOrDefault(style ?? 0);

    private static bool HasLine(XElement border) =>
        border.Elements().Any(side => !side.Is("diagonal") && side.Get("style") is not (null or "none"));
}
