using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using TeacherDevPlan.Infrastructure.Importing.Forms.Packages;
using TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>Reads the sheets of an Excel file, each as a table.</summary>
internal static partial class SheetGrid
{
    /// <summary>The most rows that merged cells cover below their first one.</summary>
    private const int MaxRows = 100_000;

    /// <summary>Spreadsheets keep 15 digits of a number.</summary>
    private const double MaxExact = 999_999_999_999_999;

    public static bool IsArchive(ReadOnlySpan<byte> content) => content.StartsWith("PK"u8);

    /// <exception cref="RefusedFormException">The file is no Excel file, or exceeds a limit.</exception>
    public static IEnumerable<Grid> Of(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        using (var archive = new ZipArchive(Open(content), ZipArchiveMode.Read))
        {
            ZipContents.Check(archive, cancellationToken);
            if (!archive.Entries.Any(entry => entry.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)))
                throw new RefusedFormException(
                    "is no Excel file (.xlsx) and no CSV; save it as one of them.",
                    "ไม่ใช่ไฟล์ Excel (.xlsx) หรือ CSV โปรดบันทึกใหม่เป็นไฟล์แบบใดแบบหนึ่ง"
                );
        }

        return WorkbookReader.Read(Open(content), cancellationToken).Select(Of);
    }

    private static Grid Of(Sheet sheet)
    {
        var rows = new SortedDictionary<int, Dictionary<int, GridCell>>();
        foreach (var cell in sheet.Rows.SelectMany(row => row.Cells))
            Put(rows, cell.Row, cell.Column, cell);
        // A cell that covers several rows speaks for each of them.
        var covered = 0;
        foreach (var merge in sheet.Merges)
        {
            if (sheet.At(merge.Top, merge.Left) is not { } cell)
                continue;
            for (var row = merge.Top + 1; row <= Math.Min(merge.Bottom, merge.Top + MaxRows); row++)
            {
                if (++covered > MaxRows)
                    throw new RefusedFormException(
                        $"has merged cells over more than {MaxRows} rows.",
                        $"มีเซลล์ผสานเกิน {MaxRows} แถว"
                    );
                if (rows.ContainsKey(row))
                    Put(rows, row, merge.Left, cell);
            }
        }

        return new Grid([.. rows.Where(row => row.Value.Count > 0).Select(row => new GridRow(row.Key, row.Value))])
        {
            HiddenRows = sheet.Rows.Where(row => row.IsHidden).Select(row => row.Number).ToHashSet(),
            HiddenColumns = sheet.HiddenColumns,
            IsHidden = sheet.IsHidden,
            Widths = sheet
                .Merges.Where(merge => merge.Right > merge.Left)
                .DistinctBy(merge => (merge.Top, merge.Left))
                .ToDictionary(merge => (merge.Top, merge.Left), merge => merge.Right - merge.Left + 1),
            Sheet = sheet.Name,
        };
    }

    private static void Put(SortedDictionary<int, Dictionary<int, GridCell>> rows, int row, int column, SheetCell cell)
    {
        if (!rows.TryGetValue(row, out var cells))
            rows.Add(row, cells = []);
        var text = cell.IsCached ? CellText.Of(cell.Text) : "#VALUE!";
        if (text.Length == 0)
            return;
        if (column > Grid.MaxColumns)
            throw new RefusedFormException(Grid.TooWide.English, Grid.TooWide.Thai);
        cells[column] = new GridCell(text, cell.Date)
        {
            IsInexact = cell.Value is { } value && IsInexact(value, cell),
            Strike = cell.Strike,
        };
    }

    /// <summary>
    /// Whether a number has decimals, has more digits than a spreadsheet keeps, or is shown with letters that its format adds.
    /// </summary>
    private static bool IsInexact(double value, SheetCell cell) =>
        value != Math.Truncate(value) || Math.Abs(value) > MaxExact || Letters().IsMatch(cell.Format ?? "");

    private static MemoryStream Open(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);

    [GeneratedRegex("\"[^\"]*[\\p{L}\\p{N}][^\"]*\"")]
    private static partial Regex Letters();
}
