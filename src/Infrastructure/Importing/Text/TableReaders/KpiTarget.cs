using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Parses the number in a target: "ร้อยละ ๑๐๐", "ไม่น้อยกว่า ร้อยละ ๘๐", "๑๐๒ โรงเรียน".</summary>
internal static partial class KpiTarget
{
    private const string Percent = "ร้อยละ";

    /// <summary>The same with the unit that a column of its own prints; nulls if the target has another unit.</summary>
    public static (decimal? Value, string? Unit) Of(string text, string unit)
    {
        var own = Of(text);
        var printed = unit is "%" or "เปอร์เซ็นต์" ? Percent : unit;
        return printed.Length == 0 || own.Unit == printed ? own
            : own.Unit is null && own.Value is not null ? (own.Value, printed)
            : (null, null);
    }

    /// <summary>Returns nulls if the target is not a number; the unit is null if none is printed.</summary>
    private static (decimal? Value, string? Unit) Of(string text)
    {
        var match = Target().Match(ThaiNumber.ToArabicDigits(text.Trim()));
        if (!match.Success || Numbers.Measure(match.Groups["value"].Value) is not { } value)
            return (null, null);
        var unit = match.Groups["before"].Success ? Percent : match.Groups["unit"].Value;
        return (
            value,
            unit is "%" or "เปอร์เซ็นต์" ? Percent
            : unit.Length == 0 ? null
            : unit
        );
    }

    [GeneratedRegex(
        @"^(ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|ไม่เกิน|จำนวน|≥|>=|>|≤|<=|<|\s)*((?<before>ร้อยละ)\s*:?\s*(?<value>[0-9][0-9,.]*)(\s*ขึ้นไป)?(\s*ของ[ก-๙\s]{2,80})?|(?<value>[0-9][0-9,.]*)\s*(?<unit>%|(?!ขึ้นไป)[ก-๙]{2,30}?)?(\s*ขึ้นไป)?)\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Target();
}
