using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// Reads a project's spending plan: a row per activity with an amount per quarter and a total, and the total row.
/// </summary>
internal sealed partial class SpendingTable
{
    private static readonly string[] Members = ["q1", "q2", "q3", "q4", "total"];

    private readonly SourceMap sources;
    private readonly ActivityTree tree = new();
    private int[] columns = [];
    private int nameColumn;
    private Row? totals;

    private SpendingTable(SourceMap sources) => this.sources = sources;

    public IReadOnlyList<ActivityDocument> Activities { get; private set; } = [];

    /// <summary>Null if the table has no total row.</summary>
    public PrintedAmounts? Totals { get; private set; }

    /// <summary>The cells of the total row: q1 to q4 and total.</summary>
    public IReadOnlyList<(string Member, Cell Cell)> TotalCells { get; private set; } = [];

    public static bool Is(Table table) =>
        table
            .Rows.Take(3)
            .Any(row => row.Filled.Count(cell => Quarter().IsMatch(ThaiNumber.ToArabicDigits(cell.Flat))) >= 2);

    public static SpendingTable Read(IEnumerable<Table> tables, SourceMap sources)
    {
        var reader = new SpendingTable(sources);
        foreach (var table in tables)
            reader.Take(table);
        reader.Activities = reader.tree.Documents(sources);
        if (reader.totals is { } row)
            reader.TakeTotals(row);
        return reader;
    }

    private void Take(Table table)
    {
        LearnColumns(table);
        var inHeader = true;
        foreach (var row in table.Rows)
        {
            if (IsHeader(row, inHeader))
            {
                row.Use();
                continue;
            }

            inHeader = false;
            if (IsTotal(row))
                totals ??= row;
            else
                TakeRow(row);
        }
    }

    private void LearnColumns(Table table)
    {
        columns = [-1, -1, -1, -1, -1];
        foreach (var cell in table.Rows.Take(3).SelectMany(row => row.Filled))
        {
            var text = ThaiNumber.ToArabicDigits(cell.Flat);
            if (Quarter().Match(text) is { Success: true } quarter)
                columns[quarter.Groups["number"].Value[0] - '1'] = cell.Index;
            else if (text.StartsWith("รวม", StringComparison.Ordinal) && cell.Index > 0)
                columns[4] = cell.Index;
        }

        var first = columns[0] > 0 ? columns[0] : 1;
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] < 0)
                columns[i] = i == 0 ? first : columns[i - 1] + 1;
        }

        nameColumn = Math.Max(0, columns.Min() - 1);
    }

    private static bool IsHeader(Row row, bool inHeader)
    {
        var texts = row.Filled.Select(cell => Markup.Squeeze(cell.Text)).ToList();
        if (texts.Exists(text => text.StartsWith("ไตรมาสที่", StringComparison.Ordinal)))
            return true;
        if (texts.Exists(text => text.StartsWith("แผนการใช้จ่าย", StringComparison.Ordinal)))
            return true;
        return row.First.IsEmpty && texts.TrueForAll(text => Months().IsMatch(text))
            || (inHeader && texts.TrueForAll(text => text is "ที่" or "บาท" or "(บาท)" or "รวม" or "งบประมาณ"));
    }

    private bool IsTotal(Row row)
    {
        var name = Markup.Squeeze(row.Filled.First().Text);
        return row.Filled.First().Index <= nameColumn + 1
            && name.StartsWith("รวม", StringComparison.Ordinal)
            && (name.Length <= 12 || name.StartsWith("รวมงบประมาณ", StringComparison.Ordinal))
            && row.Filled.Skip(1).All(cell => ThaiNumber.Parse(cell.Flat) is not null);
    }

    private void TakeRow(Row row)
    {
        var name = row[nameColumn] ?? row.First;
        var shift = 0;
        if (name.IsEmpty && row[nameColumn + 1] is { IsEmpty: false } next && ThaiNumber.Parse(next.Flat) is null)
            (name, shift) = (next, 1);
        var number = nameColumn > 0 && shift == 0 ? row[nameColumn - 1] : null;
        if (name.IsEmpty)
        {
            // Amounts without a name belong to the activity above, if it has none.
            if (tree.Last is { } last && last.Amounts.All(cell => cell is null))
                last.Amounts = Amounts(row, 0);
            return;
        }

        var amounts = Amounts(row, shift);
        tree.Add(name, number is { IsEmpty: false } ? number : null, amounts);
    }

    /// <summary>The cells with amounts, marked as used; bars and empty cells have none.</summary>
    private Cell?[] Amounts(Row row, int shift) => [.. columns.Select(column => Amount(row[column + shift]))];

    private static Cell? Amount(Cell? cell)
    {
        if (cell is null)
            return null;
        if (Bar().IsMatch(cell.Flat))
            cell.Use();
        return Numbers.Money(cell.Flat) is null ? null : cell;
    }

    private void TakeTotals(Row row)
    {
        foreach (var cell in row.Filled.Take(1))
            cell.Use();
        var shift = row.First.IsEmpty && nameColumn == 0 ? row.Filled.First().Index : 0;
        var cells = Amounts(row, shift);
        Totals = new PrintedAmounts(
            Money(cells[0]),
            Money(cells[1]),
            Money(cells[2]),
            Money(cells[3]),
            Money(cells[4])
        );
        TotalCells =
        [
            .. Members.Zip(cells).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!)),
        ];
        if (TotalCells.Count == 0)
            Totals = null;
    }

    /// <summary>The amount of a cell, or null.</summary>
    public static decimal? Money(Cell? cell) => cell is null ? null : Numbers.Money(cell.Flat);

    /// <summary>q1 to q4 and total, in the order of the columns.</summary>
    public static IReadOnlyList<string> MemberNames => Members;

    [GeneratedRegex(@"^ไตรมาส\s*(ที่)?\s*(?<number>[1-4])(?![0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Quarter();

    [GeneratedRegex(@"^\(?(ต\.?ค|ม\.?ค|เม\.?ย|ก\.?ค)\.?.{0,25}\z")]
    private static partial Regex Months();

    [GeneratedRegex(@"^[←→↔⟵⟶\s\-–—>< ]+\z")]
    private static partial Regex Bar();
}
