namespace TeacherDevPlan.Infrastructure.Importing.Forms.Sheets;

/// <summary>
/// Computes formulas of sums, differences, products and the like from the values that the file stores. What it does not
/// know it does not compute.
/// </summary>
internal sealed class Formulas(IReadOnlyList<Sheet> sheets)
{
    /// <summary>The most cells that are visited, and letters that are read, for all formulas of a file.</summary>
    private const int MaxVisits = 20_000_000;
    private const int MaxDepth = 40;

    /// <summary>What spreadsheet programs accept, too.</summary>
    private const int MaxLength = 8192;

    private readonly Dictionary<string, Sheet> byName = sheets
        .GroupBy(sheet => sheet.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    private long visits;
    private int depth;

    /// <summary>The value of a cell's formula; null if it cannot be computed.</summary>
    public double? Of(Sheet sheet, SheetCell cell)
    {
        if (cell.Formula is not { } formula || formula.Text.Length > MaxLength || depth >= MaxDepth)
            return null;
        visits += formula.Text.Length;
        if (visits > MaxVisits)
            return null;
        depth++;
        var value = new FormulaParser(formula.Text, this, sheet, formula).Compute();
        depth--;
        return value is { } number && double.IsFinite(number) ? number : null;
    }

    /// <summary>The sheet with a name; null if there is none.</summary>
    public Sheet? Named(string name) => byName.GetValueOrDefault(name);

    /// <summary>The number in a cell, 0 if it is empty; null if something else is in it.</summary>
    public double? Number(Sheet sheet, int row, int column) =>
        ++visits > MaxVisits ? null
        : sheet.At(row, column) is { } cell ? Number(sheet, cell)
        : 0;

    /// <summary>The numbers in a rectangle, without texts; null if one of them cannot be computed.</summary>
    public List<double>? Numbers(Sheet sheet, CellRange range)
    {
        var area = (long)(range.Bottom - range.Top + 1) * (range.Right - range.Left + 1);
        visits += Math.Min(area, sheet.Count);
        if (visits > MaxVisits)
            return null;
        var numbers = new List<double>();
        foreach (
            var cell in area > sheet.Count
                ? sheet.All.Where(one => range.Contains(one.Row, one.Column))
                : In(sheet, range)
        )
        {
            if (cell is { Value: null, IsCached: true } && !cell.Text.StartsWith('#'))
                continue;
            if (Number(sheet, cell) is not { } number)
                return null;
            numbers.Add(number);
        }

        return numbers;
    }

    private double? Number(Sheet sheet, SheetCell cell) => cell.Value ?? (cell.IsCached ? null : Of(sheet, cell));

    private static IEnumerable<SheetCell> In(Sheet sheet, CellRange range)
    {
        for (var row = range.Top; row <= range.Bottom; row++)
        for (var column = range.Left; column <= range.Right; column++)
        {
            if (sheet.At(row, column) is { } cell)
                yield return cell;
        }
    }
}
