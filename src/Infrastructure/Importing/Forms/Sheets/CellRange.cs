using System.Globalization;
using System.Text.RegularExpressions;

namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>A cell or a rectangle of cells; rows and columns from 1.</summary>
internal readonly partial record struct CellRange(int Top, int Left, int Bottom, int Right)
{
    public const int MaxRow = 1_048_576;
    public const int MaxColumn = 16_384;

    public bool Contains(int row, int column) => row >= Top && row <= Bottom && column >= Left && column <= Right;

    /// <summary>"B2", "B2:D9"; null for anything else.</summary>
    public static CellRange? Parse(string? text)
    {
        if (text is null || Form().Match(text) is not { Success: true } match)
            return null;
        var (row, column) = At(match.Groups[1].Value, match.Groups[2].Value);
        var (bottom, right) = match.Groups[3].Success
            ? At(match.Groups[3].Value, match.Groups[4].Value)
            : (row, column);
        return row is < 1 or > MaxRow || bottom is < 1 or > MaxRow || column > MaxColumn || right > MaxColumn
            ? null
            : new CellRange(
                Math.Min(row, bottom),
                Math.Min(column, right),
                Math.Max(row, bottom),
                Math.Max(column, right)
            );
    }

    public static string Name(int row, int column) => ColumnName(column) + row.ToString(CultureInfo.InvariantCulture);

    public static string ColumnName(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }

    private static (int Row, int Column) At(string letters, string row) =>
        (
            int.Parse(row, CultureInfo.InvariantCulture),
            letters.Aggregate(0, (sum, letter) => (sum * 26) + char.ToUpperInvariant(letter) - 'A' + 1)
        );

    [GeneratedRegex(@"^([A-Za-z]{1,3})([0-9]{1,7})(?::([A-Za-z]{1,3})([0-9]{1,7}))?\z")]
    private static partial Regex Form();
}
