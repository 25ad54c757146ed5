using System.Text.RegularExpressions;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>A cell of statistics with a count and its percentage in brackets: "๔๑ (๓๐.๖)", "41 (30.6%)".</summary>
internal sealed partial record CountWithPercentage(string Count, string Percentage)
{
    private const decimal Whole = 100;

    /// <summary>
    /// Whether the numbers in brackets in a table's cells are percentages, although no heading says so: one of them has
    /// decimals, or none is above 100 and that of a total is 100.
    /// </summary>
    public static bool AreIn(IReadOnlyList<(string Text, bool IsTotal)> cells)
    {
        if (cells.Any(cell => Of(cell.Text, isSaid: false) is not null))
            return true;
        var all = cells
            .Select(cell => (Both: Of(cell.Text, isSaid: true), cell.IsTotal))
            .Where(cell => cell.Both is not null);
        var values = all.Select(cell => (Value: Numbers.Measure(cell.Both!.Percentage), cell.IsTotal)).ToList();
        return values.TrueForAll(one => one.Value <= Whole)
            && values.Exists(one => one is { IsTotal: true, Value: Whole });
    }

    /// <summary>
    /// The two numbers of a cell; null for other cells. A number in brackets may be a count of something else. It is a
    /// percentage if the cell or the table says so, or if it has decimals, which counts do not have.
    /// </summary>
    public static CountWithPercentage? Of(string cell, bool isSaid)
    {
        var match = Both().Match(cell);
        if (!match.Success || Numbers.Count(match.Groups["count"].Value) is null)
            return null;
        var percentage = match.Groups["percentage"].Value;
        isSaid |= match.Groups["sign"].Success;
        return Numbers.Measure(percentage) is not null && (isSaid || percentage.Contains('.', StringComparison.Ordinal))
            ? new CountWithPercentage(match.Groups["count"].Value, percentage)
            : null;
    }

    /// <summary>The label of the percentages beside the counts of a label.</summary>
    public static string Label(string counts) => Limits.Name($"{counts} (ร้อยละ)");

    [GeneratedRegex(
        @"^(?<count>[0-9๐-๙][0-9๐-๙,]*)\s*(คน|แห่ง|โรง)?\s*[(\[]\s*(?<sign>ร้อยละ)?\s*(?<percentage>[0-9๐-๙]+([.][0-9๐-๙]+)?)\s*(?<sign>%|เปอร์เซ็นต์)?\s*[)\]]\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Both();
}
