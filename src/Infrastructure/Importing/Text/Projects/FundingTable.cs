using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Projects;

/// <summary>
/// A table of a project's budget by its sources: a name and an amount in each row, and a total row that is their sum. A
/// table with anything else is not one.
/// </summary>
/// <param name="Parts">The sources: the cells with the name and the amount.</param>
/// <param name="Total">The cell with the total; null if there is none.</param>
internal sealed record FundingTable(IReadOnlyList<(Cell Name, Cell Cell, decimal Amount)> Parts, Cell? Total)
{
    public decimal Sum => Parts.Sum(part => part.Amount);

    /// <summary>Null if a table is not one of sources.</summary>
    public static FundingTable? Of(Table table)
    {
        var heads = table.Rows[0].Filled.Where(cell => !Terms.Are(Concept.Counter, cell.Flat)).ToList();
        if (heads is not [var name, var amount] || !IsOf(name, amount))
            return null;
        var parts = new List<(Cell, Cell, decimal)>();
        Cell? total = null;
        foreach (var row in table.Rows.Skip(1))
        {
            if (
                total is not null
                || row.Filled.Any(other => other.Index > name.Index && other.Index != amount.Index)
                || row[amount.Index] is not { IsEmpty: false } cell
                || Numbers.Money(cell.Flat) is not { } value
            )
                return null;
            if (row.IsTotal)
                total = cell;
            else if (row[name.Index] is { HasLetters: true } label)
                parts.Add((label, cell, value));
            else
                return null;
        }

        var found = new FundingTable(parts, total);
        return parts.Count > 0 && (total is null || Numbers.Money(total.Flat) == found.Sum) ? found : null;
    }

    /// <summary>Uses the cells that are no sources: the headings, the numbers of the rows, and the label of the total.</summary>
    public void Use()
    {
        foreach (var row in Parts[0].Cell.Row.Table!.Rows)
        {
            foreach (var cell in row.Filled.Where(cell => !cell.Used))
                cell.Use(cell.Flat);
        }
    }

    private static bool IsOf(Cell name, Cell amount) =>
        Terms.Are(Concept.FundingSource, name.Flat)
        && (Terms.Are(Concept.Amount, amount.Flat) || Terms.Occur(Concept.ListedBudget, amount.Flat))
        && !Terms.Occur(Concept.OtherMoney, amount.Flat);
}
