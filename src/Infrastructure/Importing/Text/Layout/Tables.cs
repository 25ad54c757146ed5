using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Layout;

/// <summary>Groups rows to tables, including tables that are split by a page break and repeat their header.</summary>
internal static partial class Tables
{
    private const int MostHeaderRows = 3;

    /// <summary>Tables of two columns may be the head of a project, whose labels are no rows of a list.</summary>
    private const int FewestColumns = 3;

    public static void Join(IReadOnlyList<Row> rows)
    {
        Table? table = null;
        var repeated = 0;
        var count = 0;
        var wasRepeated = false;
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (table is not null && IsGroup(row, i + 1 < rows.Count ? rows[i + 1] : null, table))
            {
                table.Add(row);
                continue;
            }

            if (
                row.Cells.Count == 1
                || (
                    row.IsAlone
                    && Headings.IsLabel(row.First.Flat)
                    && !IsLabelWithin(row, i + 1 < rows.Count ? rows[i + 1] : null, table)
                )
            )
            {
                table = null;
                continue;
            }

            if (table is not null && (row.AfterBlank ? !GoesOn(table, row) : BeginsOther(row, table)))
                table = null;
            if (table is null)
            {
                table = new Table(++count);
                repeated = MostHeaderRows;
            }
            else if (Same(row, table.Rows[0]))
            {
                repeated = 0;
            }

            if (
                repeated < Math.Min(MostHeaderRows, table.Rows.Count)
                && (Same(row, table.Rows[repeated]) || (repeated > 0 && HasOtherYears(row, table.Rows[repeated])))
            )
            {
                UseRepeated(row, table.Rows[repeated]);
                repeated++;
                row.RepeatsHeader = true;
            }
            else
            {
                repeated = MostHeaderRows;
            }

            row.AfterPageBreak = table.Rows.Count > 0 && (row.AfterBlank || wasRepeated);
            wasRepeated = row.RepeatsHeader;
            table.Add(row);
        }
    }

    /// <summary>
    /// Uses the cells of a repeated header. One that is spelt otherwise than above remains as text; one with another year or
    /// number is reported, because what is below it is read as what is below the first one.
    /// </summary>
    private static void UseRepeated(Row row, Row header)
    {
        foreach (var (cell, above) in row.Cells.Zip(header.Cells))
        {
            if (Markup.Squeeze(cell.Text) == Markup.Squeeze(above.Text))
                cell.Use();
            else if (Digits(cell) != Digits(above))
                cell.Question(ExpectedValue.Year);
        }
    }

    /// <summary>Whether a row has years in the same cells as a row of the header, and nothing else in any other cell.</summary>
    private static bool HasOtherYears(Row row, Row header) =>
        row.Cells.Count == header.Cells.Count
        && row.Cells.Zip(header.Cells)
            .All(pair =>
                Markup.Squeeze(pair.First.Text) == Markup.Squeeze(pair.Second.Text)
                || (IsYear(pair.First) && IsYear(pair.Second))
            );

    /// <summary>Whether a cell prints one year: "2567", "ปี 67".</summary>
    private static bool IsYear(Cell cell) =>
        Year().IsMatch(Digits(cell)) && (cell.HasLetters || Digits(cell).Length > 2);

    private static string Digits(Cell cell) =>
        string.Concat(ThaiNumber.ToArabicDigits(cell.Flat).Where(char.IsAsciiDigit));

    /// <summary>Whether a line is between rows of a table, without a blank line, and names the rows below it.</summary>
    private static bool IsGroup(Row row, Row? next, Table table) =>
        row is { Cells.Count: 1, AfterBlank: false }
        && next is { AfterBlank: false }
        && next.Cells.Count == table.Rows[^1].Cells.Count
        && !Headings.IsLabel(row.First.Flat)
        && !Same(next, table.Rows[0]);

    /// <summary>
    /// Whether a label is a row of a table with several columns, of whose rows it names the next ones: the strategy in a
    /// list of projects.
    /// </summary>
    private static bool IsLabelWithin(Row row, Row? next, Table? table) =>
        table is not null
        && row is { AfterBlank: false, Cells.Count: >= FewestColumns }
        && row.Cells.Count == table.Rows[^1].Cells.Count
        && next is { AfterBlank: false, IsAlone: false }
        && next.Cells.Count == row.Cells.Count
        && !Same(next, table.Rows[0]);

    /// <summary>
    /// Whether a row is the header of a list of projects, or the name of a project above its form, below another table
    /// without a blank line between.
    /// </summary>
    private static bool BeginsOther(Row row, Table table) =>
        !Same(row, table.Rows[0])
        && (
            Terms.Are(Concept.ProjectName, row.First.Flat)
                ? row.Filled.Count() == 2
                : row.Filled.Any(cell => Terms.Are(Concept.Counter, cell.Flat))
                    && row.Filled.Any(cell => Terms.Are(Concept.ProjectColumn, cell.Flat))
        );

    /// <summary>
    /// After blank lines, a table continues with its repeated header, the next of its numbered rows, or its total row.
    /// </summary>
    private static bool GoesOn(Table table, Row row) =>
        Same(row, table.Rows[0])
        || (
            row.Cells.Count == table.Rows[^1].Cells.Count
            && (Follows(table, row) || Terms.Are(Concept.TotalRow, row.Filled.First().Flat))
        );

    private static bool Follows(Table table, Row row)
    {
        var next = NumberOf(row);
        var last = table.Rows.Reverse().Select(NumberOf).FirstOrDefault(one => one is not null);
        return next is not null && last is not null && next.Follows(last);
    }

    /// <summary>The number that a row begins with, which may be alone in its cell.</summary>
    private static Marker? NumberOf(Row row) =>
        row.First.Marker ?? (Marker.IsNumber(row.First.Flat) ? Marker.At($"{row.First.Flat}. ก") : null);

    /// <summary>Whether two rows are the same header, possibly with different line breaks.</summary>
    private static bool Same(Row row, Row header)
    {
        if (row.Cells.Count != header.Cells.Count)
            return false;
        var equal = 0;
        var filled = 0;
        for (var i = 0; i < row.Cells.Count; i++)
        {
            var one = Markup.Squeeze(row.Cells[i].Text);
            var other = Markup.Squeeze(header.Cells[i].Text);
            if (one.Length == 0 != (other.Length == 0))
                return false;
            if (one.Length == 0)
                continue;
            filled++;
            if (one == other)
                equal++;
            else if (filled == 1)
                return false;
        }

        return equal * 3 >= filled * 2;
    }

    [GeneratedRegex(@"^(2[56])?[0-9]{2}\z")]
    private static partial Regex Year();
}
