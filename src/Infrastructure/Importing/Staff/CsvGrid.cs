using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>
/// Reads a text as CSV. Which sign separates its cells is not said by the file, so each is tried, and the headers show
/// which one is right.
/// </summary>
internal static partial class CsvGrid
{
    private static readonly string[] Separators = [",", ";", "\t"];

    public static IEnumerable<Grid> Of(string text, CancellationToken cancellationToken) =>
        Separators.Select(separator => Read(text, separator, cancellationToken));

    private static Grid Read(string text, string separator, CancellationToken cancellationToken)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator,
            IgnoreBlankLines = false,
            BadDataFound = null,
        };
        using var reader = new StringReader(text);
        using var parser = new CsvParser(reader, configuration);
        var rows = new List<GridRow>();
        LocalText? refusal = null;
        while (parser.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            // A quote without its other half takes in the rows that follow.
            if (parser.RawRecord.AsSpan().Count('"') % 2 != 0)
                refusal ??= new LocalText(
                    $"has a quotation mark without its other half in row {parser.Row}.",
                    $"มีเครื่องหมายคำพูดที่ไม่ครบคู่ในแถวที่ {parser.Row}"
                );
            var cells = parser.Record!;
            if (cells.Length > Grid.MaxColumns)
                refusal ??= Grid.TooWide;
            var filled = new Dictionary<int, GridCell>();
            for (var i = 0; i < Math.Min(cells.Length, Grid.MaxColumns); i++)
            {
                if (CellText.Of(cells[i]) is { Length: > 0 } cell)
                    filled[i + 1] = new GridCell(cell)
                    {
                        IsInexact = Rounded().IsMatch(ThaiNumber.ToArabicDigits(cell)),
                    };
            }

            if (filled.Count > 0)
                rows.Add(new GridRow(parser.Row, filled));
        }

        return new Grid(rows) { Refusal = refusal };
    }

    /// <summary>
    /// Spreadsheets keep 15 digits of a number, and write zeros for the others. A whole number that happens to end so can be
    /// imported from an Excel file, as text.
    /// </summary>
    [GeneratedRegex(@"^[0-9]{15}0+\z")]
    private static partial Regex Rounded();
}
