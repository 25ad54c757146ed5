using System.Globalization;
using System.Xml.Linq;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>Reads the cells of one sheet.</summary>
/// <param name="strings">The texts that cells share.</param>
/// <param name="from1904">Whether dates count from 1904.</param>
internal sealed class SheetReader(IReadOnlyList<SheetText> strings, SheetStyles styles, bool from1904)
{
    private const int MaxMerges = 10_000;

    /// <summary>How often a row or cell may be compared with merged cells.</summary>
    private const long MaxComparisons = 100_000_000;

    private readonly Dictionary<int, (int Row, int Column, string Text)> shared = [];
    private int cellCount;
    private long comparisons;

    /// <param name="open">Opens the sheet's XML; it is read twice, because merged cells are named behind the rows.</param>
    public Sheet Read(string name, bool isHidden, Func<Stream> open, CancellationToken cancellationToken)
    {
        shared.Clear();
        var merges = Xml.ChildrenOf(open(), "mergeCells", cancellationToken)
            .Select(one => CellRange.Parse(one.Get("ref")))
            .OfType<CellRange>()
            .Take(MaxMerges + 1)
            .ToList();
        if (merges.Count > MaxMerges)
            throw new RefusedFormException(
                $"has a sheet with more than {MaxMerges} merged cells.",
                $"มีแผ่นงานที่มีเซลล์ผสานเกิน {MaxMerges} เซลล์"
            );
        var hidden = Xml.ChildrenOf(open(), "cols", cancellationToken).Where(IsHidden).SelectMany(Columns).ToHashSet();
        var rows = new List<SheetRow>();
        foreach (var row in Xml.ChildrenOf(open(), "sheetData", cancellationToken).Where(row => row.Is("row")))
        {
            var number = row.Number("r") ?? (rows.LastOrDefault()?.Number ?? 0) + 1;
            if (number is < 1 or > CellRange.MaxRow)
                continue;
            Count(0, merges.Count);
            List<CellRange> across = [.. merges.Where(one => one.Top <= number && number <= one.Bottom)];
            rows.Add(new SheetRow(number, IsHidden(row), Cells(row, number, across)));
        }

        return new Sheet(name, isHidden, [.. rows.OrderBy(row => row.Number)], hidden) { Merges = merges };
    }

    private void Count(int cells, int compared)
    {
        cellCount += cells;
        comparisons += compared;
        if (cellCount > FormRows.MaxCells)
            throw new RefusedFormException(
                $"has more than {FormRows.MaxCells:N0} cells.",
                $"มีเกิน {FormRows.MaxCells:N0} ช่อง"
            );
        if (comparisons > MaxComparisons)
            throw new RefusedFormException(
                "has too many merged cells for its number of cells.",
                "มีเซลล์ผสานมากเกินไปเมื่อเทียบกับจำนวนเซลล์"
            );
    }

    private static bool IsHidden(XElement element) =>
        element.Get("hidden") is "1" or "true" || element.Get("ht") is "0" || element.Get("width") is "0";

    private static IEnumerable<int> Columns(XElement columns)
    {
        var (first, last) = (columns.Number("min") ?? 1, columns.Number("max") ?? 1);
        return first < 1 || last < first
            ? []
            : Enumerable.Range(first, Math.Min(last, CellRange.MaxColumn) - Math.Min(first, CellRange.MaxColumn) + 1);
    }

    private List<SheetCell> Cells(XElement row, int number, List<CellRange> merges)
    {
        var cells = new List<SheetCell>();
        var column = 0;
        foreach (var source in row.Children("c"))
        {
            column = CellRange.Parse(source.Get("r"))?.Left ?? column + 1;
            if (column > CellRange.MaxColumn)
                break;
            Count(1, merges.Count);
            var isCovered = merges.Exists(one =>
                one.Contains(number, column) && (one.Top, one.Left) != (number, column)
            );
            var style = styles.Of(source.Number("s"));
            var cell = isCovered ? new SheetCell(number, column, "", null) : Cell(source, number, column, style);
            cells.Add(cell with { HasBorder = style.HasBorder });
        }

        return [.. cells.DistinctBy(cell => cell.Column).OrderBy(cell => cell.Column)];
    }

    private SheetCell Cell(XElement source, int row, int column, CellStyle style)
    {
        var format = style.Format;
        var stored = source.Child("v")?.Value;
        var formula = Formula(source.Child("f"), row, column);
        var kind = source.Get("t") ?? "n";
        var text = kind switch
        {
            "s" => int.TryParse(stored, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < strings.Count
                ? strings[index]
                : SheetText.Empty,
            "inlineStr" => source.Child("is") is { } inline ? SheetText.Of(inline) : SheetText.Empty,
            "b" => SheetText.Of(stored == "1" ? "TRUE" : "FALSE"),
            _ => SheetText.Of(stored ?? ""),
        };
        double? value =
            kind == "n" && double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : null;
        var seen = value is { } number ? NumberText.Of(number, format, from1904) : text.Text.ReplaceLineEndings("\n");
        return new SheetCell(row, column, seen ?? text.Text, value)
        {
            Format = format,
            Date = value is { } day ? NumberText.DateOf(day, format, from1904) : null,
            Formula = formula,
            IsCached = stored is not null || formula is null,
            IsBlanked = seen is null,
            Strike = text.StrikeIn(style.IsStruck),
        };
    }

    private SheetFormula? Formula(XElement? source, int row, int column)
    {
        if (source is null)
            return null;
        var group = source.Get("t") == "shared" ? source.Number("si") : null;
        if (source.Value.Length > 0)
        {
            if (group is { } first)
                shared.TryAdd(first, (row, column, source.Value));
            return new SheetFormula(source.Value);
        }

        return group is { } of && shared.TryGetValue(of, out var origin)
            ? new SheetFormula(origin.Text, row - origin.Row, column - origin.Column)
            : new SheetFormula("?");
    }
}
