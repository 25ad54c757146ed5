using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Reads the plan's calendar (Gantt chart): steps by months, marked with strokes, ticks or bars.</summary>
internal static class CalendarTable
{
    private const int FewestMonths = 6;

    public static IReadOnlyList<CalendarStepDocument> Read(IEnumerable<Table> tables, int fiscalYear, SourceMap sources)
    {
        var steps = new List<CalendarStepDocument>();
        var numbers = new FreeNumbers();
        foreach (var table in tables)
        {
            if (Header(table) is not { } header)
                continue;
            UseHeads([.. table.Rows.TakeWhile(row => row != header.Row), header.Row], header.Months, fiscalYear);
            var column = NameColumn(header);
            foreach (var row in table.Rows.SkipWhile(row => row != header.Row).Skip(1))
            {
                if (row[column] is not { IsEmpty: false } printed)
                    continue;
                var text = printed.Flat;
                var marker = printed.Marker;
                var number = marker is { Depth: 1 } ? marker.Parts[0] : 0;
                var months = Marked(row, header.Months).Select(month => MonthOf(month, fiscalYear)).Distinct().Order();
                var name = Limits.Name(text[(marker?.Length ?? 0)..].Trim());
                if (name.Length == 0)
                    continue;
                foreach (var cell in row.Filled.Where(cell => header.Months.ContainsKey(cell.Index) && IsMark(cell)))
                    cell.Use();
                var step = new CalendarStepDocument(numbers.Take(number), name, [.. months]);
                step.At(sources, printed);
                if (number > 0)
                    step.At(sources, printed, "number");
                steps.Add(step);
            }
        }

        return steps;
    }

    /// <summary>Finds the row with the names of the months, and the column of each.</summary>
    private static (Row Row, IReadOnlyDictionary<int, int> Months)? Header(Table table)
    {
        foreach (var row in table.Rows.Take(3))
        {
            var months = row
                .Filled.Select(cell => (cell.Index, Month: ThaiDate.Month(NameOf(cell.Flat))))
                .Where(one => one.Month is not null)
                .ToDictionary(one => one.Index, one => one.Month!.Value);
            if (months.Count >= FewestMonths)
                return (row, months);
        }

        return null;
    }

    /// <summary>Uses the header cells; a month with its year, and a year above months, are understood as a whole.</summary>
    private static void UseHeads(List<Row> header, IReadOnlyDictionary<int, int> months, int fiscalYear)
    {
        var years = new HeadingYears(fiscalYear);
        var columns = ColumnHeads.Of(header);
        foreach (var cell in header.SelectMany(row => row.Filled))
        {
            cell.Use();
            if (cell.Flat.Count(char.IsDigit) is 0 or > 4)
                continue;
            if (ThaiDate.Month(NameOf(cell.Flat)) is not null)
                years.Check(cell, quarter: 0);
            else if (
                columns.Index().Where(one => one.Item.Contains(cell)).Select(one => one.Index).ToList() is var below
            )
                years.Check(cell, [.. below.Where(months.ContainsKey).Select(column => months[column])]);
            cell.UseAsHead();
        }
    }

    /// <summary>The first column that does not only number the steps.</summary>
    private static int NameColumn((Row Row, IReadOnlyDictionary<int, int> Months) header) =>
        Terms.Are(Concept.Counter, header.Row.Table!.Rows[0].First.Flat) ? 1 : 0;

    /// <summary>A number in a month is more than a mark.</summary>
    private static bool IsMark(Cell cell) => !cell.Flat.Any(char.IsDigit);

    /// <summary>The month of "ต.ค. ๖๕", without its year.</summary>
    private static string NameOf(string cell) =>
        ThaiNumber.ToArabicDigits(cell).TrimEnd(' ', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9');

    /// <summary>The marked cells; the start and the end of an arrow also mark the cells between them.</summary>
    private static IEnumerable<int> Marked(Row row, IReadOnlyDictionary<int, int> months)
    {
        var open = false;
        var lastClosing = months.Keys.Where(column => row[column]?.Text.Contains('→') == true).DefaultIfEmpty(-1).Max();
        foreach (var (column, month) in months.OrderBy(pair => pair.Key))
        {
            var text = Markup.Squeeze(row[column]?.Text ?? "");
            var opens = text.Contains('←', StringComparison.Ordinal);
            var closes = text.Contains('→', StringComparison.Ordinal);
            if (open || opens || closes || (text.Length > 0 && text is not ("-" or "–")))
                yield return month;
            open = (open || opens) && !closes && column < lastClosing;
        }
    }

    private static string MonthOf(int month, int fiscalYear)
    {
        var year = new FiscalYear(fiscalYear).EndsOn.Year - (month >= 10 ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}");
    }
}
