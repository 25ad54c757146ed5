using TeacherDevPlan.Domain.Plans.Document;

namespace TeacherDevPlan.Domain.Findings.Rules;

/// <summary>
/// Rows of a spending table whose cells stand beside those of the others, told by where their amounts are printed. The
/// columns are those of most rows; where no more than half agree, those of the total row.
/// </summary>
internal static class RowShifts
{
    public static List<SpendingRow> Marked(SourceMap sources, ProjectDocument project, List<SpendingRow> rows)
    {
        var firsts = rows.Select(row => FirstColumn(sources, row.Activity)).ToList();
        var total = FirstColumn(sources, project);
        var votes = firsts
            .Append(total)
            .OfType<int>()
            .GroupBy(first => first)
            .OrderByDescending(group => group.Count())
            .ThenByDescending(group => group.Key == total)
            .ToList();
        if (votes.Count < 2)
            return rows;
        var usual = votes[0].Key;
        return [.. rows.Select((row, i) => row with { Shifted = firsts[i] is { } first && first != usual })];
    }

    /// <summary>The column in which the first quarter stands, going by all amounts; null where they do not say one.</summary>
    private static int? FirstColumn(SourceMap sources, object part)
    {
        var firsts = SpendingColumns
            .All.Select(column => sources.Of(part, column.Key())?.Column - (int)column)
            .OfType<int>()
            .Distinct()
            .ToList();
        return firsts.Count == 1 ? firsts[0] : null;
    }
}
