using System.Globalization;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Reads a table of indicators: number, name, unit, a target for each year, and the level.</summary>
internal sealed class IndicatorTable
{
    private const int HeaderRows = 3;

    private readonly SourceMap sources;
    private readonly SortedDictionary<int, int> years = [];
    private readonly List<Draft> drafts = [];
    private int name = -1;
    private int unit = -1;
    private int level = -1;
    private int number = -1;

    private IndicatorTable(SourceMap sources) => this.sources = sources;

    /// <summary>The indicators in a strategy's tables; empty if none is a table of indicators.</summary>
    public static IReadOnlyList<IndicatorDocument> Read(IEnumerable<Table> tables, SourceMap sources)
    {
        var reader = new IndicatorTable(sources);
        foreach (var table in tables)
            reader.Take(table);
        return reader.Documents();
    }

    private void Take(Table table)
    {
        var header = 0;
        while (header < Math.Min(HeaderRows, table.Rows.Count) && ReadHeader(table.Rows[header]))
            header++;
        if (header == 0 || name < 0 || years.Count == 0)
            return;
        foreach (var row in table.Rows.Take(header))
            row.Use();
        foreach (var row in table.Rows.Skip(header))
            TakeRow(row);
    }

    /// <summary>Determines the columns from a header row; returns whether the row is a header.</summary>
    private bool ReadHeader(Row row)
    {
        var found = false;
        foreach (var cell in row.Filled)
        {
            var text = Markup.Squeeze(cell.Text);
            if (text is "ที่" or "ลำดับ" or "ลำดับที่")
                number = cell.Index;
            else if (text.StartsWith("ตัวชี้วัด", StringComparison.Ordinal) && text.Length < 30)
                name = cell.Index;
            else if (text.StartsWith("หน่วย", StringComparison.Ordinal))
                unit = cell.Index;
            else if (
                text.StartsWith("ระดับ", StringComparison.Ordinal)
                || text.StartsWith("หน่วยงาน", StringComparison.Ordinal)
            )
                level = cell.Index;
            else if (YearOf(text) is { } year)
                years[year] = cell.Index;
            else if (!text.StartsWith("ค่าเป้าหมาย", StringComparison.Ordinal))
                return false;
            found = true;
        }

        return found;
    }

    /// <summary>A year of the Buddhist era: "๒๕๖ ๖", "ปี ๒๕๖๖".</summary>
    private static int? YearOf(string squeezed)
    {
        var digits = ThaiNumber
            .ToArabicDigits(squeezed)
            .Replace("พ.ศ.", "", StringComparison.Ordinal)
            .Replace("ปี", "", StringComparison.Ordinal);
        return
            digits.Length == 4
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 2500 and <= 2700
            ? year
            : null;
    }

    private void TakeRow(Row row)
    {
        var printed = number >= 0 ? row[number] : null;
        var text = row[name];
        if (text is null || text.IsEmpty)
            return;
        var digits = ThaiNumber.ToArabicDigits(printed?.Flat ?? "").Trim(' ', '.', ')', '(');
        var marker = printed is null ? text.Marker : null;
        if (marker?.Number is { } inText)
            digits = inText;
        if (
            !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value is < 1 or > 999
        )
        {
            if (drafts.Count > 0 && years.Values.All(column => row[column]?.IsEmpty != false))
            {
                drafts[^1].Name.Append(text.Flat, text);
                Continue(drafts[^1].Unit, row, unit);
                return;
            }

            value = drafts.Count == 0 ? 1 : drafts[^1].Number + 1;
        }

        drafts.Add(
            new Draft(value, new Passage(text.Flat[(marker?.Length ?? 0)..], text), printed, row)
            {
                Unit = new Passage(),
            }
        );
        Continue(drafts[^1].Unit, row, unit);
    }

    private static void Continue(Passage passage, Row row, int column)
    {
        if (column >= 0 && row[column] is { IsEmpty: false } cell)
            passage.Append(cell.Flat, cell);
    }

    private List<IndicatorDocument> Documents()
    {
        var numbers = new FreeNumbers();
        var documents = new List<IndicatorDocument>();
        foreach (var draft in drafts)
        {
            var targets = years
                .Select(year => Target(year.Key, draft.Row[year.Value]))
                .OfType<IndicatorTargetDocument>();
            var levelCell = level >= 0 ? draft.Row[level] : null;
            var read = levelCell is null ? null : Levels.Of(levelCell.Text);
            var document = new IndicatorDocument(
                numbers.Take(draft.Number),
                Limits.Name(draft.Name.Text),
                draft.Unit.IsEmpty ? "-" : Limits.Name(draft.Unit.Text),
                read ?? ResponsibleLevel.Office,
                [.. targets]
            ).At(sources, draft.Name);
            if (draft.Printed is { IsEmpty: false } printed)
                document.At(sources, printed, "number");
            if (read is not null)
                document.At(sources, levelCell!, "level");
            document.At(sources, draft.Unit, "unit");
            documents.Add(document);
        }

        return documents;
    }

    private IndicatorTargetDocument? Target(int year, Cell? cell) =>
        cell is { IsEmpty: false } && Numbers.Measure(cell.Flat) is { } value
            ? new IndicatorTargetDocument(year, value).At(sources, cell)
            : null;

    private sealed record Draft(int Number, Passage Name, Cell? Printed, Row Row)
    {
        public required Passage Unit { get; init; }
    }
}
