using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Parses the number in a target: "ร้อยละ ๑๐๐", "ไม่น้อยกว่า ร้อยละ ๘๐", "๑๐๒ โรงเรียน".</summary>
internal static partial class KpiTarget
{
    /// <summary>Returns nulls if the target is not a number.</summary>
    public static (decimal? Value, string? Unit) Of(string text)
    {
        var match = Target().Match(ThaiNumber.ToArabicDigits(text.Trim()));
        if (!match.Success || Numbers.Measure(match.Groups["value"].Value) is not { } value)
            return (null, null);
        var unit = match.Groups["before"].Success ? "ร้อยละ" : match.Groups["unit"].Value;
        return (
            value,
            unit is "%" or "เปอร์เซ็นต์" ? "ร้อยละ"
            : unit.Length == 0 ? null
            : unit
        );
    }

    [GeneratedRegex(
        @"^(ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|ไม่เกิน|จำนวน|≥|>=|>|≤|<=|<|\s)*((?<before>ร้อยละ)\s*(?<value>[0-9][0-9,.]*)(\s*ขึ้นไป)?|(?<value>[0-9][0-9,.]*)\s*(?<unit>%|[ก-๙]{2,30}))\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Target();
}
