using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Application.Events.Attending;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Infrastructure.Importing.Staff;

namespace TeacherDevPlan.Infrastructure.Importing.Attendance;

/// <summary>How cells name sessions, and what they say of minutes, in Thai or Arabic digits.</summary>
internal static partial class SessionNames
{
    public static readonly LocalText NoSession = new(
        "is no number of a session and no day: write 1, or day, month and year with four digits (9/1/2566), and possibly when it starts (09:00).",
        "ไม่ใช่ลำดับช่วงเวลาและไม่ใช่วันที่ โปรดระบุ 1 หรือวัน เดือน และปีสี่หลัก (9/1/2566) และเวลาเริ่ม (09:00) หากจำเป็น"
    );

    public static readonly LocalText NoMinutes = new(
        "is no whole number of minutes.",
        "ไม่ใช่จำนวนนาทีที่เป็นจำนวนเต็ม"
    );

    /// <summary>The session that a cell names; null if it names none.</summary>
    /// <param name="start">When it starts, if another cell says it.</param>
    public static SessionName? Of(GridCell cell, string start)
    {
        var text = ThaiNumber.ToArabicDigits(cell.Text).Trim();
        if (cell.Date is null && Numbered().Match(text) is { Success: true } numbered)
        {
            var number = int.Parse(numbered.Groups["number"].Value, CultureInfo.InvariantCulture);
            return number is >= 1 and <= OfferingTerms.MostSessions ? new SessionName(number, null, null) : null;
        }

        var timed = Timed().Match(text);
        var day = timed.Success ? cell with { Text = timed.Groups["day"].Value.Trim() } : cell;
        if (CellValues.Date(day).Value is not { } date)
            return null;
        var time = timed.Success ? timed : Started().Match(ThaiNumber.ToArabicDigits(start).Trim());
        if (!time.Success)
            return start.Length == 0 ? new SessionName(null, date, null) : null;
        var (hour, minute) = (Number(time, "hour"), Number(time, "minute"));
        return hour < 24 && minute < 60 ? new SessionName(null, date, new TimeOnly(hour, minute)) : null;
    }

    /// <summary>A whole number of minutes; null if the text is none.</summary>
    public static int? MinutesOf(string text) =>
        Whole().Match(ThaiNumber.ToArabicDigits(text).Trim()) is { Success: true } match
            ? Number(match, "minutes")
            : null;

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^((ครั้งที่|ช่วงที่|ช่วงเวลาที่|session|no\.?|#)\s*)?(?<number>[0-9]{1,3})\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(?<day>.*[0-9]{4}.*?)[\sT,]+(เวลา\s*)?(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})(:00)?\s*(น\.?)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Timed();

    [GeneratedRegex(
        @"^(เวลา\s*)?(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})(:00)?\s*(น\.?)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Started();

    [GeneratedRegex(
        @"^(?<minutes>[0-9]{1,5})([.,]0+)?\s*(นาที|min(ute)?s?\.?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Whole();
}
