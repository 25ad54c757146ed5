using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// The columns of a table of indicators: the years of targets and the baseline by the words and years above them. A year
/// that two columns claim has none. Years follow each other; of three or more, the one that does not is reported, and its
/// column has none.
/// </summary>
internal sealed partial class IndicatorHeader
{
    private const int MostRows = 3;
    private const int OldestYear = 2500;
    private const int FewestInOrder = 2;

    private readonly List<(int Column, int? Year, Cell Head)> targets = [];
    private readonly SortedDictionary<int, int> years = [];
    private readonly HashSet<int> doubtful = [];
    private readonly HashSet<int> remarks = [];
    private readonly Dictionary<Cell, int> shortYears = [];

    private IndicatorHeader(int rows) => Rows = rows;

    /// <summary>The number of header rows.</summary>
    public int Rows { get; }

    /// <summary>The number of columns; a row with more is not below its headings.</summary>
    public int Width { get; private init; }

    public int Name { get; private set; } = -1;

    public int? Number { get; private set; }

    public int? Unit { get; private set; }

    public int? Level { get; private set; }

    /// <summary>The columns of the targets by fiscal year.</summary>
    public IReadOnlyDictionary<int, int> Years => years;

    /// <summary>All years that the columns have.</summary>
    public string YearsText => string.Join(' ', years.Keys.Append(Baseline?.Year ?? 0));

    /// <summary>The column of the baseline, and its year if it is printed.</summary>
    public (int Column, int? Year)? Baseline { get; private set; }

    /// <summary>Columns in which a number is expected that cannot be placed.</summary>
    public IReadOnlySet<int> Doubtful => doubtful;

    /// <summary>Columns that a plan file has no field for, or whose heading is reported.</summary>
    public IReadOnlySet<int> WithoutField => remarks;

    /// <summary>The header of a table; null if it is not a table of indicators.</summary>
    public static IndicatorHeader? Of(Table table)
    {
        var rows = 0;
        while (rows < Math.Min(MostRows, table.Rows.Count) && IsHeader(table.Rows[rows], table.Rows[0]))
            rows++;
        var columns = ColumnHeads.Of([.. table.Rows.Take(rows)]);
        var header = new IndicatorHeader(rows) { Width = columns.Count };
        foreach (var (cell, year) in table.Rows.Take(rows).SelectMany(ShortYears))
            header.shortYears[cell] = year;
        foreach (var (column, above) in columns.Index())
            header.Learn(column, above);
        if (header.Name < 0)
            return null;
        header.SettleYears();
        return header;
    }

    private static bool IsHeader(Row row, Row top) =>
        row == top
            ? row.Filled.Any(cell => Terms.Are(Concept.Indicator, cell.Flat))
            : row.First.IsEmpty
                && row.Filled.All(cell => IsOfYear(cell) || cell.Flat.Any(char.IsDigit))
                && !top.Filled.Any(cell =>
                    Terms.Are(Concept.Indicator, cell.Flat) && row[cell.Index] is { IsEmpty: false }
                )
                && (row.Filled.Any(IsOfYear) || ShortYears(row).Count > 0);

    /// <summary>
    /// The years that a row prints with their last two digits only, in their order: "67 68 69". A single one may be another
    /// number.
    /// </summary>
    private static List<(Cell Cell, int Year)> ShortYears(Row row)
    {
        var found = (
            from cell in row.Filled
            let match = ShortYear().Match(ThaiNumber.ToArabicDigits(cell.Flat))
            where match.Success
            select (cell, OldestYear + int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture))
        ).ToList();
        return
            found.Count >= FewestInOrder
            && found.Zip(found.Skip(1)).All(pair => pair.Second.Item2 == pair.First.Item2 + 1)
            ? found
            : [];
    }

    /// <summary>The year that a cell of the header names; null if it names none.</summary>
    public int? YearIn(Cell cell) => shortYears.TryGetValue(cell, out var year) ? year : YearOf(cell.Flat);

    private static bool IsOfYear(Cell cell) =>
        YearOf(cell.Flat) is not null
        || Terms.Begin(Concept.Target, cell.Flat)
        || Terms.Begin(Concept.Baseline, cell.Flat);

    private void Learn(int column, IReadOnlyList<Cell> heads)
    {
        if (heads.Count == 0)
            return;
        var above = heads.Select(cell => cell.Flat).ToList();
        var year = heads.Select(YearIn).LastOrDefault(one => one is not null);
        if (Any(Concept.Score))
            remarks.Add(column);
        else if (Any(Concept.Baseline))
            TakeBaseline(column, year);
        else if (year is not null || Any(Concept.Target))
            targets.Add((column, year, heads[^1]));
        else if (above.Exists(text => Terms.Are(Concept.Counter, text)))
            Number ??= column;
        else if (above.Exists(text => Terms.Are(Concept.Indicator, text)) && Name < 0)
            Name = column;
        else if (above.Exists(text => Terms.Are(Concept.MeasureUnit, text)))
            Unit ??= column;
        else if (Any(Concept.Level))
            Level ??= column;
        else if (above.Exists(text => Terms.Are(Concept.Remark, text)))
            remarks.Add(column);
        else if (heads.Count > 1 && !above[0].Contains("ปี", StringComparison.Ordinal))
            remarks.Add(column);
        else if (above[^1].Any(char.IsDigit))
            targets.Add((column, null, heads[^1]));

        bool Any(Concept concept) => above.Exists(text => Terms.Begin(concept, text));
    }

    private void TakeBaseline(int column, int? year)
    {
        if (Baseline is { } other && (year is null || other.Year is null || year == other.Year))
        {
            doubtful.Add(column);
            doubtful.Add(other.Column);
        }
        else if (Baseline is { } earlier)
        {
            // The last year before the targets is what they are compared with.
            remarks.Add(year > earlier.Year ? earlier.Column : column);
            if (year < earlier.Year)
                return;
        }

        Baseline = (column, year);
    }

    private void SettleYears()
    {
        var odd = OddColumn();
        foreach (var (column, year, head) in targets)
        {
            if (column == odd)
            {
                head.Question(ExpectedValue.Year);
                remarks.Add(column);
            }
            else if (year is null)
            {
                doubtful.Add(column);
            }
            else if (!years.TryAdd(year.Value, column))
            {
                doubtful.Add(column);
                doubtful.Add(years[year.Value]);
            }
        }
    }

    /// <summary>The column whose year does not follow those of all others, in their order or from the last; null if none or several are.</summary>
    private int? OddColumn()
    {
        foreach (var step in new[] { 1, -1 })
        {
            var first = targets
                .Index()
                .GroupBy(one => one.Item.Year - step * one.Index)
                .Where(same => same.Key is not null)
                .MaxBy(same => same.Count());
            if (first is not null && first.Count() == targets.Count - 1 && first.Count() >= FewestInOrder)
                return targets.Except(first.Select(one => one.Item)).First().Column;
        }

        return null;
    }

    /// <summary>A year of the Buddhist era: "๒๕๖ ๖", "ปี 67", "ค่าเป้าหมาย ปีงบประมาณ พ.ศ. 2567".</summary>
    public static int? YearOf(string text)
    {
        var match = Year().Match(Grouped().Replace(ThaiNumber.ToArabicDigits(Markup.Squeeze(text)), ""));
        if (!match.Success)
            return null;
        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return year < 100 ? OldestYear + year
            : year < OldestYear - 100 ? year + FiscalYear.BuddhistEraOffset
            : year;
    }

    /// <summary>The comma that a spreadsheet puts into the number of a year.</summary>
    [GeneratedRegex("(?<=^2),(?=[56][0-9]{2}$)")]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^(ค่า)?(เป้าหมาย)?\s*\(?(?<year>[5-9][0-9])\)?\z", RegexOptions.ExplicitCapture)]
    private static partial Regex ShortYear();

    [GeneratedRegex(
        @"^[^0-9]{0,40}?((?<![0-9])(?<year>2[56][0-9]{2}|20[2-4][0-9])|(ปี|พ\.?ศ\.?|งบประมาณ|งบฯ|ปีงบ)(?<year>[5-9][0-9]))(\([^()0-9]*\))?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Year();
}
