using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// Reads a table of indicators: number, name, unit, baseline, a target for each year, and the level. A cell that has
/// something else than one number is reported.
/// </summary>
internal sealed partial class IndicatorTable
{
    private readonly SourceMap sources;
    private readonly List<Draft> drafts = [];
    private IndicatorHeader? header;

    private IndicatorTable(SourceMap sources) => this.sources = sources;

    /// <summary>The indicators in a strategy's tables; empty if none is a table of indicators.</summary>
    public static IReadOnlyList<IndicatorDocument> Read(IEnumerable<Table> tables, SourceMap sources)
    {
        var reader = new IndicatorTable(sources);
        foreach (var table in tables)
            reader.Take(table);
        return reader.Documents();
    }

    /// <summary>Reads a table with a header, or one without that continues the table before it.</summary>
    private void Take(Table table)
    {
        var own = IndicatorHeader.Of(table);
        if (own is null && !GoesOn(table))
            return;
        header = own ?? header!;
        var rows = own?.Rows ?? 0;
        foreach (var cell in table.Rows.Take(rows).SelectMany(row => row.Cells))
        {
            cell.Use(header.YearsText);
            if (header.YearIn(cell) is not null || header.WithoutField.Contains(cell.Index))
                cell.UseAsHead();
        }

        foreach (var row in table.Rows.Skip(rows))
            TakeRow(row);
    }

    /// <summary>Whether a table has the width of the one before it, and the next number.</summary>
    private bool GoesOn(Table table) =>
        header?.Number is { } number
        && drafts.Count > 0
        && table.Rows[0].Cells.Count == drafts[^1].Row.Cells.Count
        && table.Rows[0][number] is { } next
        && Numbers.Count(next.Flat.TrimEnd('.')) == drafts[^1].Number + 1;

    private void TakeRow(Row row)
    {
        var printed = header!.Number is { } column ? row[column] : null;
        var text = row[header.Name];
        if (text is null || text.IsEmpty)
            return;
        var digits = ThaiNumber.ToArabicDigits(printed?.Flat ?? "").Trim(' ', '.', ')', '(');
        var marker = printed is null ? text.Marker : null;
        if (marker?.Number is { } inText)
            digits = inText;
        // "1.2" is the second of strategy 1.
        var part = Part().Match(digits);
        if (part.Success)
            digits = part.Groups["last"].Value;
        if (
            !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || value is < 1 or > 999
        )
        {
            if (drafts.Count > 0 && header.Years.Values.All(year => row[year]?.IsEmpty != false))
            {
                drafts[^1].Name.Append(text.Flat, text);
                Continue(drafts[^1].Unit, row);
                return;
            }

            value = drafts.Count == 0 ? 1 : drafts[^1].Number + 1;
        }

        if (IsShifted(row))
        {
            foreach (var cell in row.Filled.Where(cell => cell.Index > header.Name))
                cell.Question(ExpectedValue.Target);
        }

        var draft = new Draft(
            value,
            new Passage(text.Flat[(marker?.Length ?? 0)..], text),
            part.Success ? null : printed,
            row,
            header
        );
        if (part.Success)
            printed?.Use(printed.Flat);
        if (CellOf(row, header.Unit, drafts) is { IsEmpty: false, IsQuestioned: false } unit)
            draft.Unit.Append(unit.Flat, unit);
        draft.Level = CellOf(row, header.Level, drafts);
        drafts.Add(draft);
        foreach (var cell in row.Filled.Where(cell => header.Doubtful.Contains(cell.Index)))
            cell.Question(ExpectedValue.Target);
        foreach (var cell in row.Filled.Where(cell => header.WithoutField.Contains(cell.Index)))
            cell.HasNoField();
    }

    /// <summary>Whether a row has more cells than headings, and they are not at its end: the level is not below its own.</summary>
    private bool IsShifted(Row row) =>
        row.Filled.Any(cell => cell.Index >= header!.Width)
        && (header!.Level is not { } level || row[level] is { IsEmpty: false } cell && Levels.Of(cell.Text) is null);

    private void Continue(Passage passage, Row row)
    {
        if (header!.Unit is { } unit && row[unit] is { IsEmpty: false } cell)
            passage.Append(cell.Flat, cell);
    }

    /// <summary>
    /// The cell of a row, or that of the row above that it is merged with or refers to by a ditto mark. An empty cell is
    /// reported.
    /// </summary>
    private static Cell? CellOf(Row row, int? column, List<Draft> above)
    {
        if (column is not { } at || row[at] is not { } cell)
            return null;
        var isDitto = IsDitto(cell);
        if (
            (cell.Place.IsCovered || isDitto)
            && above.FindLast(one => one.Row[at] is { Place.IsCovered: false } && !IsDitto(one.Row[at]!)) is { } first
            && first.Row[at] is { IsEmpty: false } named
        )
        {
            cell.Use();
            return named;
        }

        if (cell.IsEmpty || isDitto)
            cell.Question(ExpectedValue.Word);
        return cell;
    }

    private static bool IsDitto(Cell cell) => Ditto().IsMatch(cell.Flat);

    [GeneratedRegex("^[\"“”″〃'’,]+\\z")]
    private static partial Regex Ditto();

    private List<IndicatorDocument> Documents()
    {
        var numbers = new FreeNumbers();
        var documents = new List<IndicatorDocument>();
        foreach (var draft in drafts)
        {
            var values = new IndicatorValues(draft.Row, draft.Header, draft.Unit.Text, sources);
            var levelCell = draft.Level;
            var read = levelCell is null ? null : Levels.Of(levelCell.Text);
            var document = new IndicatorDocument(
                numbers.Take(draft.Number),
                Limits.Name(draft.Name.Text),
                draft.Unit.IsEmpty ? "-" : Limits.Name(draft.Unit.Text),
                read ?? ResponsibleLevel.Office,
                values.Targets
            )
            {
                Baseline = values.Baseline,
                Direction = values.Direction,
            }.At(sources, draft.Name);
            if (draft.Printed is { IsEmpty: false } printed)
                document.At(sources, printed, "number");
            if (read is not null)
                document.At(sources, levelCell!, "level");
            if (values.BaselineCell is { } baseline)
                document.At(sources, baseline, "baseline");
            document.At(sources, draft.Unit, "unit");
            documents.Add(document);
        }

        return documents;
    }

    /// <summary>A number of two parts, of which the first is that of the strategy.</summary>
    [GeneratedRegex(@"^[0-9]{1,2}\.(?<last>[0-9]{1,3})\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    private sealed record Draft(int Number, Passage Name, Cell? Printed, Row Row, IndicatorHeader Header)
    {
        public Passage Unit { get; } = new();

        public Cell? Level { get; set; }
    }
}
