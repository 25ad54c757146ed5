using TeacherDevPlan.Domain.People.Importing;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>The headers of a table: one row, or up to three, in which a header of several columns stands above theirs.</summary>
internal sealed class HeaderRows
{
    /// <summary>How many rows of headers there can be.</summary>
    public const int MaxRows = 3;

    private const int LongestHeader = 100;

    private static readonly StaffField[] NameParts = [.. StaffFields.Names, StaffField.Title];

    private readonly Grid grid;
    private readonly IReadOnlyList<GridRow> rows;

    private HeaderRows(Grid grid, int last, int count)
    {
        this.grid = grid;
        rows = [.. grid.Rows.Skip(last + 1 - count).Take(count)];
        Last = last;
    }

    /// <summary>
    /// The rows that can be headers together and of which the last one is given, as many as possible first. A title with several
    /// texts looks like headers of groups; without it, the headers below it are known.
    /// </summary>
    /// <param name="columns">The number of columns of the table.</param>
    public static IEnumerable<HeaderRows> EndingAt(Grid grid, int last, int columns) =>
        Enumerable
            .Range(1, Math.Min(MaxRows, last + 1))
            .Reverse()
            .Select(count => new HeaderRows(grid, last, count))
            .Where(rows => rows.BelongTogether(columns));

    public int Count => rows.Count;

    /// <summary>The index of the first row in the table.</summary>
    public int First => Last + 1 - Count;

    /// <summary>The index of the last row in the table.</summary>
    public int Last { get; }

    /// <summary>
    /// Whether these can be headers together. A row about a person has no headers, but values where there are headers above.
    /// </summary>
    private bool BelongTogether(int columns)
    {
        if (rows.Count == 1)
            return true;
        // A row with a single text is a title of the table.
        if (rows.SkipLast(1).Any(row => row.Cells.Count < 2))
            return false;
        var hasHeader = false;
        for (var column = 1; column <= columns; column++)
        {
            // There may be only a text on how to fill the column in, such as "วัน/เดือน/ปี".
            if (rows[^1].Text(column).Length == 0 || Parts(column) is not { Count: > 0 } parts)
                continue;
            var isHeader = IsKnown(parts[^1]) || IsKnown(Named(parts));
            hasHeader |= isHeader;
            if (!isHeader && parts.Exists(IsKnown) && !IsShared(column))
                return false;
        }

        return hasHeader;
    }

    /// <summary>The header of a column: the lowest text above it that is known, alone or together with those above it.</summary>
    public string Header(int column) => Cut(Named(Parts(column)));

    /// <summary>How many columns the lowest text above a column covers.</summary>
    public int Width(int column)
    {
        var lowest = rows.ToList().FindLastIndex(row => row.Text(column).Length > 0);
        if (lowest < 0)
            return 1;
        var width = Math.Clamp(WidthOf(rows[lowest], column), 1, Grid.MaxColumns);
        // Columns that have headers of their own below it are columns of their own.
        return Enumerable.Range(1, width).First(covered => covered == width || IsAbove(lowest, column + covered));
    }

    /// <summary>Whether a row repeats one of these in the columns that are used, as they are printed at the top of each page.</summary>
    public bool AreRepeatedBy(GridRow row, IReadOnlyCollection<int> columns) =>
        rows.Any(header =>
            columns.All(column => CellText.Letters(row.Text(column)) == CellText.Letters(header.Text(column)))
        );

    public static string Cut(string header) => header.Length > LongestHeader ? header[..LongestHeader] : header;

    private static bool IsKnown(string text) => StaffHeaders.Of(text) is not null;

    /// <summary>Whether the header that stands above a column stands above the one next to it as well.</summary>
    private bool IsShared(int column) =>
        Parts(column) is [var above, _, ..]
        && (
            (Parts(column + 1) is [var next, _, ..] && next == above)
            || (Parts(column - 1) is [var last, _, ..] && last == above)
        );

    private static string Named(List<string> parts)
    {
        if (parts.Count < 2)
            return parts.Count == 0 ? "" : parts[0];
        var whole = string.Join(' ', parts.Select(StaffHeaders.WithoutBrackets)).Trim();
        if (IsKnown(whole))
            return whole;
        // "ชื่อ-สกุล" below "ผู้บังคับบัญชา" or "คู่สมรส" is not the name of the row's person; "ชื่อ" below "ชื่อ-สกุล" is a part of it.
        if (StaffHeaders.Of(parts[^1]) is { } field && parts.SkipLast(1).All(above => LeavesMeaning(above, field)))
            return parts[^1];
        var reversed = string.Join(' ', Enumerable.Reverse(parts).Select(StaffHeaders.WithoutBrackets)).Trim();
        return IsKnown(reversed) ? reversed : whole;
    }

    /// <summary>Whether a header means the same below another one as alone.</summary>
    private static bool LeavesMeaning(string above, StaffField field) =>
        StaffHeaders.Of(above) is { } other
            ? other == field || (NameParts.Contains(other) && NameParts.Contains(field))
            : StaffHeaders.IsGroup(above);

    /// <summary>The texts above a column from the top, each once.</summary>
    private List<string> Parts(int column)
    {
        var parts = new List<string>();
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            var text = rows[i].Text(column);
            // A header above others stands in the first of their columns.
            if (text.Length == 0 && parts.Count > 0)
                text = Covering(i, column);
            if (text.Length > 0 && (parts.Count == 0 || parts[0] != text) && !StaffHeaders.IsForm(text))
                parts.Insert(0, text);
        }

        return parts;
    }

    /// <summary>The text to the left of a blank cell, if it is merged over it, or has a header below itself as well.</summary>
    private string Covering(int index, int column)
    {
        var left = column - 1;
        while (left >= 1 && rows[index].Text(left).Length == 0)
            left--;
        var width = left < 1 ? 0 : WidthOf(rows[index], left);
        return left >= 1 && (width > 0 ? left + width > column : IsAbove(index, left)) ? rows[index].Text(left) : "";
    }

    /// <summary>Whether there is a text in the same column below one of the rows.</summary>
    private bool IsAbove(int index, int column) => rows.Skip(index + 1).Any(row => row.Text(column).Length > 0);

    /// <summary>How many columns a merged cell covers; 0 if it is not merged.</summary>
    private int WidthOf(GridRow row, int column) => grid.Widths.GetValueOrDefault((row.Number, column));
}
