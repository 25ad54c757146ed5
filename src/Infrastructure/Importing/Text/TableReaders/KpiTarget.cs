using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Infrastructure.Importing.Text.Words;

namespace TeacherDevPlan.Infrastructure.Importing.Text.TableReaders;

/// <summary>Parses the number in a target: "ร้อยละ ๑๐๐", "ไม่น้อยกว่า ร้อยละ ๘๐", "๑๐๒ โรงเรียน".</summary>
internal static partial class KpiTarget
{
    private const string Percent = "ร้อยละ";

    /// <summary>
    /// Parses the number in a target whose unit may be printed in a column of its own. Returns nulls if the target is not a
    /// number, or has another unit.
    /// </summary>
    /// <param name="unit">The text of the column for units; empty if there is none.</param>
    public static (decimal? Value, string? Unit) Of(string text, string unit)
    {
        var own = Of(text);
        var printed = Named(unit);
        return printed is null || own.Unit == printed ? own
            : own.Unit is null && own.Value is not null ? (own.Value, printed)
            : (null, null);
    }

    /// <summary>Returns nulls if the target is not a number; the unit is null if none is printed.</summary>
    private static (decimal? Value, string? Unit) Of(string text)
    {
        var match = Target().Match(NumberWords.InDigits(text.Trim()));
        if (!match.Success || Numbers.Measure(match.Groups["value"].Value) is not { } value)
            return (null, null);
        if (match.Groups["words"] is { Success: true } words && BahtWords.Whole(words.Value) != value)
            return (null, null);
        return (value, match.Groups["before"].Success ? Percent : Named(match.Groups["unit"].Value));
    }

    private static string? Named(string unit) =>
        unit is "%" or "เปอร์เซ็นต์" ? Percent
        : unit.Length == 0 ? null
        : unit;

    [GeneratedRegex(
        @"^(ไม่น้อยกว่า|ไม่ต่ำกว่า|อย่างน้อย|มากกว่า|ไม่เกิน|จำนวน|≥|>=|>|≤|<=|<|\s)*((?<before>ร้อยละ)\s*:?\s*(?<value>[0-9][0-9,.]*)(\s*ขึ้นไป)?(\s*ของ[ก-๙\s]{2,80})?|(?<value>[0-9][0-9,.]*)\s*(?<unit>%|(?!ขึ้นไป)[ก-๙]{2,30}?)?(\s*ขึ้นไป)?)(\s*\(((ของ|ระดับ|คุณภาพ)[^()0-9]{1,60}|(?<words>[ก-๎\s]{2,60}))\))?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Target();
}
