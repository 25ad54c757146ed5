using System.Text.RegularExpressions;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>The label of a total row, which may say how many rows it sums: "รวม 2 โครงการ".</summary>
internal static partial class TotalLabel
{
    public static bool Is(string text) => Terms.Are(Concept.TotalRow, Counted().Replace(text, ""));

    [GeneratedRegex(@"\s*(จำนวน\s*)?[0-9๐-๙]{1,3}\s*(โครงการ|กิจกรรม|รายการ)\s*\z")]
    private static partial Regex Counted();
}
