using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>An amount and the cells that it is printed in; several if it is the sum of months.</summary>
internal sealed record CellAmount(decimal Value, IReadOnlyList<Cell> Cells);

/// <summary>
/// Reads a project's spending plan: a row per activity with an amount per quarter and a total, and the total row. A cell
/// that has something else than one amount is reported.
/// </summary>
internal sealed partial class SpendingTable
{
    private static readonly string[] Members = ["q1", "q2", "q3", "q4", "total"];

    private readonly SourceMap sources;
    private readonly ActivityTree tree = new();
    private SpendingHeader header = null!;
    private bool inBaht = true;
    private Row? totals;

    private SpendingTable(SourceMap sources) => this.sources = sources;

    public IReadOnlyList<ActivityDocument> Activities { get; private set; } = [];

    /// <summary>Null if the table has no total row.</summary>
    public PrintedAmounts? Totals { get; private set; }

    /// <summary>The cells of the total row: q1 to q4 and total.</summary>
    public IReadOnlyList<(string Member, CellAmount Amount)> TotalCells { get; private set; } = [];

    /// <summary>q1 to q4 and total, in the order of the columns.</summary>
    public static IReadOnlyList<string> MemberNames => Members;

    /// <summary>Reads those of the tables that are spending tables.</summary>
    public static SpendingTable Read(IEnumerable<Table> tables, SourceMap sources)
    {
        var reader = new SpendingTable(sources);
        foreach (var table in tables)
            reader.Take(table);
        reader.Activities = reader.tree.Documents(sources);
        return reader;
    }

    private void Take(Table table)
    {
        if (SpendingHeader.Of(table) is not { } own)
            return;
        header = own;
        inBaht = true;
        foreach (var row in table.Rows.Take(header.Rows))
            TakeHeader(row);
        foreach (var row in table.Rows.Skip(header.Rows))
        {
            if (SpendingHeader.IsRepeated(row))
                TakeHeader(row);
            else if (IsTotal(row))
                TakeTotals(row);
            else
                TakeRow(row);
        }
    }

    private void TakeHeader(Row row)
    {
        foreach (var cell in row.Filled)
        {
            inBaht &= !Terms.Occur(Concept.OtherMoney, cell.Flat);
            if (SpendingHead.Of(cell.Flat).Kind is not (HeadKind.Unknown or HeadKind.Group))
                cell.UseAsHead();
            else if (header.IsKnown(cell.Index))
                cell.Use();
        }
    }

    /// <summary>A label of totals and nothing else, before amounts only.</summary>
    private bool IsTotal(Row row)
    {
        var label = row.Filled.First();
        return label.Index <= header.Name + 1
            && label.Index < header.FirstAmount + 1
            && Terms.Are(Concept.TotalRow, label.Flat)
            && row.Filled.Skip(1).All(cell => !cell.Flat.Any(char.IsLetter) || Numbers.Money(cell.Flat) is not null);
    }

    private void TakeRow(Row row)
    {
        var name = row[header.Name] ?? row.First;
        var shift = 0;
        if (name.IsEmpty && row[header.Name + 1] is { IsEmpty: false } next && ThaiNumber.Parse(next.Flat) is null)
            (name, shift) = (next, 1);
        var number = shift == 0 && header.Number is { } column ? row[column] : null;
        var amounts = Amounts(row, shift, name);
        if (!name.IsEmpty)
            tree.Add(name, number is { IsEmpty: false } ? number : null, amounts);
        // Amounts without a name belong to the activity above, if it has none.
        else if (tree.Last is { } last && last.Amounts.All(amount => amount is null))
            last.Amounts = amounts;
        else
            Question(row);
    }

    /// <summary>The amounts of a row. Bars and empty cells have none.</summary>
    private CellAmount?[] Amounts(Row row, int shift, Cell name)
    {
        var amounts = new CellAmount?[Members.Length];
        for (var i = 0; i < amounts.Length; i++)
            amounts[i] = AmountOf([.. header.Amounts[i].Select(column => row[column + shift]).OfType<Cell>()]);
        foreach (var cell in row.Filled.Where(cell => cell != name && header.IsUnplaced(cell.Index - shift)))
            Question(cell);
        foreach (var cell in row.Filled.Where(cell => cell.Index > header.Name && !cell.IsQuestioned))
        {
            if (header.IsKnown(cell.Index - shift) && !header.Amounts.Any(all => all.Contains(cell.Index - shift)))
                cell.HasNoField();
        }

        return amounts;
    }

    /// <summary>One amount from the cells of a quarter; null if they have none, or if one is not understood.</summary>
    private CellAmount? AmountOf(List<Cell> cells)
    {
        var filled = cells.Where(cell => !cell.IsEmpty).ToList();
        foreach (var bar in filled.Where(IsEmpty))
            bar.Use();
        filled.RemoveAll(cell => cell.Used && Numbers.Money(cell.Flat) is null);
        if (filled.Count == 0)
            return null;
        var values = filled.Select(cell => inBaht ? Numbers.Money(cell.Flat) : null).ToList();
        if (values.TrueForAll(value => value is not null) && values.Sum() <= Baht.Max)
            return new CellAmount(values.Sum()!.Value, filled);
        filled.ForEach(Question);
        return null;
    }

    /// <summary>Whether a cell says that there is no money: a bar, or words.</summary>
    private static bool IsEmpty(Cell cell) =>
        Numbers.Money(cell.Flat) is null && (Bar().IsMatch(cell.Flat) || Terms.Are(Concept.NoMoney, cell.Flat));

    private static void Question(Cell cell) => cell.Question(ExpectedValue.Amount);

    private static void Question(Row row)
    {
        foreach (var cell in row.Filled)
            Question(cell);
    }

    /// <summary>A second total row is reported, because a table has one.</summary>
    private void TakeTotals(Row row)
    {
        if (totals is not null)
        {
            Question(row);
            return;
        }

        var label = row.Filled.First();
        var shift = label.Index > header.Name && header.Name == 0 ? label.Index : 0;
        var amounts = Amounts(row, shift, label);
        label.Use();
        TotalCells =
        [
            .. Members.Zip(amounts).Where(pair => pair.Second is not null).Select(pair => (pair.First, pair.Second!)),
        ];
        foreach (var cell in TotalCells.SelectMany(total => total.Amount.Cells))
            cell.Use();
        if (TotalCells.Count == 0)
            return;
        totals = row;
        Totals = new PrintedAmounts(
            amounts[0]?.Value,
            amounts[1]?.Value,
            amounts[2]?.Value,
            amounts[3]?.Value,
            amounts[4]?.Value
        );
    }

    [GeneratedRegex(@"^[←→↔⟵⟶\s\-–—>< ]+\z")]
    private static partial Regex Bar();
}
