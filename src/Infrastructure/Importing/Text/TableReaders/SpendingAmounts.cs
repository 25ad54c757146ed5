using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>An amount and the cells that it is printed in; several if it is the sum of months.</summary>
internal sealed record CellAmount(decimal Value, IReadOnlyList<Cell> Cells)
{
    /// <summary>The amount of a quarter whose months are in two tables, or the only one of two.</summary>
    public static CellAmount? Both(CellAmount? one, CellAmount? other) =>
        one is null || other is null ? one ?? other : Sum(one, other);

    private static CellAmount Sum(CellAmount one, CellAmount other)
    {
        Cell[] cells = [.. one.Cells, .. other.Cells];
        foreach (var cell in cells)
            cell.UseAsAddend();
        return new CellAmount(one.Value + other.Value, cells);
    }
}

/// <summary>
/// The amounts in the rows of a spending table. A cell that has something else than one amount is reported.
/// </summary>
/// <param name="unit">What amounts are multiplied by to be in baht; null if that is not clear.</param>
internal sealed partial class SpendingAmounts(SpendingHeader header, decimal? unit)
{
    private const int SatangOfBaht = 100;

    /// <summary>The amounts of a row: the quarters and the total. Bars and empty cells have none.</summary>
    /// <param name="shift">How far the cells of the row are to the right of their headings.</param>
    public CellAmount?[] Of(Row row, int shift, Cell name)
    {
        var ticks = header.IsTicked ? Ticks(row, shift) : [];
        var amounts = new CellAmount?[header.Amounts.Count];
        for (var i = 0; i < amounts.Length; i++)
            amounts[i] = AmountOf([.. CellsOf(row, shift, i).Where(cell => !ticks.Contains(cell))], shift);
        Place(ticks, amounts, shift);
        foreach (var cell in row.Filled.Where(cell => cell != name && header.IsUnplaced(cell.Index - shift)))
            Question(cell);
        CheckSums(row, shift);
        foreach (var cell in row.Filled.Where(cell => cell.Index > header.Name && !cell.IsQuestioned && !cell.Used))
        {
            if (header.IsKnown(cell.Index - shift) && !header.Amounts.Any(all => all.Contains(cell.Index - shift)))
                cell.HasNoField();
        }

        CheckClasses(row, shift, amounts[SpendingHeader.Total]);
        return amounts;
    }

    private IEnumerable<Cell> CellsOf(Row row, int shift, int part) =>
        header.Amounts[part].Select(column => row[column + shift]).OfType<Cell>();

    private List<Cell> Ticks(Row row, int shift) =>
        [
            .. header
                .Quarters.Select(column => row[column + shift])
                .OfType<Cell>()
                .Where(cell => Terms.Are(Concept.Tick, cell.Flat)),
        ];

    /// <summary>
    /// Puts the total of a row into its only ticked quarter. Ticks in several quarters do not say how the money is divided.
    /// </summary>
    private void Place(List<Cell> ticks, CellAmount?[] amounts, int shift)
    {
        if (ticks.Count == 0)
            return;
        var quarters = ticks.ConvertAll(tick =>
            header.Amounts.Index().First(one => one.Item.Contains(tick.Index - shift)).Index
        );
        if (amounts[SpendingHeader.Total] is not { } total)
            ticks.ForEach(tick => tick.HasNoField());
        else if (quarters.Distinct().Count() == 1)
            amounts[quarters[0]] = new CellAmount(total.Value, [.. ticks, .. total.Cells]);
        else
            ticks.ForEach(Question);
    }

    /// <summary>One amount from the cells of a quarter; null if they have none, or if one is not understood.</summary>
    private CellAmount? AmountOf(List<Cell> cells, int shift)
    {
        var filled = cells.Where(cell => !cell.IsEmpty).ToList();
        foreach (var bar in filled.Where(IsEmpty))
            bar.Use();
        filled.RemoveAll(cell => cell.Used && Numbers.Money(cell.Flat) is null);
        if (filled.Count == 0)
            return null;
        var values = filled.ConvertAll(cell => ValueOf(cell, cell.Index - shift));
        var hasSatang = filled.Exists(cell => header.IsSatang(cell.Index - shift));
        if (
            values.TrueForAll(value => value is not null)
            && values.Sum() <= Baht.Max
            && (!hasSatang || filled.TrueForAll(cell => IsWhole(Numbers.Money(cell.Flat))))
        )
        {
            if (filled.Count > 1 || unit != 1)
                filled.ForEach(cell => cell.UseAsAddend());
            return new CellAmount(values.Sum()!.Value, filled);
        }

        filled.ForEach(Question);
        return null;
    }

    private decimal? ValueOf(Cell cell, int column) =>
        !header.IsSatang(column) ? Numbers.Money(cell.Flat, unit)
        : Numbers.Money(cell.Flat) is < SatangOfBaht and var satang ? satang / SatangOfBaht
        : null;

    /// <summary>Reports a sum of several quarters that is another one; the plan has what it repeats.</summary>
    private void CheckSums(Row row, int shift)
    {
        foreach (var (column, quarters) in header.Sums)
        {
            if (row[column + shift] is not { IsEmpty: false } cell)
                continue;
            var parts = quarters.Select(quarter => row[quarter + shift]).OfType<Cell>().Where(part => !part.IsEmpty);
            if (ValueOf(cell, column) is { } sum && sum == parts.Sum(part => ValueOf(part, part.Index - shift)))
                cell.Use(cell.Flat);
            else
                Question(cell);
        }
    }

    private static bool IsWhole(decimal? value) => value is { } number && number == decimal.Truncate(number);

    /// <summary>Whether a cell says that there is no money: a bar, or words.</summary>
    private static bool IsEmpty(Cell cell) =>
        Numbers.Money(cell.Flat) is null && (Bar().IsMatch(cell.Flat) || Terms.Are(Concept.NoMoney, cell.Flat));

    private static void Question(Cell cell) => cell.Question(ExpectedValue.Amount);

    /// <summary>Reports amounts by class of expense that do not add up to the total of their row.</summary>
    private void CheckClasses(Row row, int shift, CellAmount? total)
    {
        var cells = header.Classes.Select(column => row[column + shift]).OfType<Cell>().Where(cell => !cell.IsEmpty);
        var classes = cells.Where(cell => !IsEmpty(cell)).ToList();
        if (classes.Count == 0)
            return;
        var values = classes.ConvertAll(cell => Numbers.Money(cell.Flat, unit));
        if (values.Exists(value => value is null))
            classes.Where(cell => Numbers.Money(cell.Flat, unit) is null).ToList().ForEach(Question);
        else if (total is null || values.Sum() != total.Value)
            classes[0].Question(ExpectedValue.Part);
    }

    [GeneratedRegex(@"^([←→↔⟵⟶\s\-–—>< ]+|[.…]{2,}|…)\z")]
    private static partial Regex Bar();
}
