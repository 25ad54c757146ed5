using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans.Document;
using TeacherDevPlan.Infrastructure.Importing.Text.Layout;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>
/// The targets and the baseline in a row of an indicator table: "80", "ร้อยละ 80", "85%", "≥ 80", "ไม่น้อยกว่า ๗๐". A
/// cell with anything else is reported.
/// </summary>
internal sealed partial class IndicatorValues
{
    private const string Percent = "ร้อยละ";

    private readonly string unit;
    private readonly HashSet<bool> ceilings = [];

    public IndicatorValues(Row row, IndicatorHeader header, string unit, SourceMap sources)
    {
        this.unit = Markup.Squeeze(unit);
        var read = new List<(int Year, Cell Cell, decimal Value, bool IsMost)>();
        foreach (var (year, column) in header.Years.Where(year => !header.Doubtful.Contains(year.Value)))
        {
            if (row[column] is { IsEmpty: false, IsQuestioned: false } cell && Read(cell) is { } value)
                read.Add((year, cell, value.Value, value.IsMost));
        }

        // The most of one year beside the least of others is no target that can be compared with them.
        if (ceilings.Count > 1)
            read.FindAll(one => one.IsMost).ForEach(one => one.Cell.Question(ExpectedValue.Target));
        Targets =
        [
            .. read.Where(one => !one.Cell.IsQuestioned)
                .Select(one => new IndicatorTargetDocument(one.Year, one.Value).At(sources, one.Cell)),
        ];
        Direction = ceilings.SetEquals([true]) ? IndicatorDirection.LowerIsBetter : null;
        if (header.Baseline is { } of && !header.Doubtful.Contains(of.Column))
            TakeBaseline(row[of.Column], of.Year);
    }

    public IReadOnlyList<IndicatorTargetDocument> Targets { get; }

    /// <summary>Lower if all targets are printed as the most that is allowed; null if none is.</summary>
    public IndicatorDirection? Direction { get; }

    public IndicatorBaseline? Baseline { get; private set; }

    public Cell? BaselineCell { get; private set; }

    /// <summary>A baseline needs a year; one without is reported.</summary>
    private void TakeBaseline(Cell? cell, int? year)
    {
        if (cell is null or { IsEmpty: true } or { IsQuestioned: true })
            return;
        if (year is null)
            cell.Question(ExpectedValue.Target);
        else if (Read(cell) is { } value)
            (Baseline, BaselineCell) = (new IndicatorBaseline(year.Value, value.Value), cell);
    }

    /// <summary>The number of a cell, and whether it is the most that is allowed. A dash means that there is none.</summary>
    private (decimal Value, bool IsMost)? Read(Cell cell)
    {
        if (cell.Flat is "-" or "–" or "—")
        {
            cell.Use();
            return null;
        }

        var match = Value().Match(NumberWords.InDigits(cell.Flat));
        var text = match.Success ? match.Groups["value"].Value : cell.Flat;
        // A sign is that of a change, or the mark of an item.
        if (text[0] is '+' or '-' or '–' or '−' || Numbers.Target(text) is not { } value || !FitsUnit(match))
        {
            cell.Question(ExpectedValue.Target);
            return null;
        }

        var isMost = match.Groups["most"].Success;
        ceilings.Add(isMost);
        return (value, isMost);
    }

    /// <summary>A cell's own unit must be that of its row; a row without a unit has any.</summary>
    private bool FitsUnit(Match match)
    {
        var own = Markup.Squeeze(match.Groups["unit"].Value);
        var isPercent = match.Groups["percent"].Success || own is "%" or "เปอร์เซ็นต์" or Percent;
        return isPercent
            ? unit.Length == 0 || unit is "-" or "%" || unit.Contains(Percent, StringComparison.Ordinal)
            : own.Length == 0 || own == unit;
    }

    [GeneratedRegex(
        @"^((?<least>≥|>=|=>|>|ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|ตั้งแต่)|(?<most>≤|<=|=<|<|ไม่เกิน|ไม่มากกว่า|น้อยกว่า))?\s*(จำนวน)?\s*(?<percent>ร้อยละ)?\s*((?<least>≥|>=|>)|(?<most>≤|<=|<))?\s*(?<value>[0-9][0-9,.\s]*)\s*(?<unit>%|(?!ขึ้นไป)[ก-๙]{2,30}?)?\s*(ขึ้นไป)?\s*(\(ของ[^()0-9]{1,80}\))?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Value();
}
