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
    /// <summary>A time, possibly with the one at which the session ends: "09:00", "09.00-12.00", "09:00–12:00 น.".</summary>
    private const string Start =
        @"(เวลา\s*)?(?<hour>[0-9]{1,2})[:.](?<minute>[0-9]{2})(:00)?\s*(น\.?\s*)?((\p{Pd}|ถึง|to)\s*[0-9]{1,2}[:.][0-9]{2}(:00)?\s*(น\.?)?)?\z";

    public static readonly LocalText NoSession = new(
        "is no number of a session and no day: write 1, or day, month and year with four digits (9/1/2566), and possibly when it starts (09:00).",
        "ไม่ใช่ลำดับช่วงเวลาและไม่ใช่วันที่ โปรดระบุ 1 หรือวัน เดือน และปีสี่หลัก (9/1/2566) และเวลาเริ่ม (09:00) หากจำเป็น"
    );

    public static readonly LocalText NoMinutes = new(
        "is no whole number of minutes, or may mean two (1.000); write 60 or 1,000.",
        "ไม่ใช่จำนวนนาทีที่เป็นจำนวนเต็ม หรืออ่านได้สองอย่าง (1.000) โปรดระบุ เช่น 60 หรือ 1,000"
    );

    public static readonly LocalText NoDay = new(
        "is no day that can be compared with the session: write day, month and year with four digits (9/1/2566), or remove the column.",
        "ไม่ใช่วันที่ที่เทียบกับช่วงเวลาได้ โปรดระบุวัน เดือน และปีสี่หลัก (9/1/2566) หรือลบคอลัมน์นี้"
    );

    public static readonly LocalText NoTime = new(
        "is no time at which a session starts: write 09:00, or 09:00-12:00.",
        "ไม่ใช่เวลาเริ่มของช่วงเวลา โปรดระบุ เช่น 09:00 หรือ 09:00-12:00"
    );

    /// <summary>The session that a cell names; null if it names none.</summary>
    public static SessionName? Of(GridCell cell)
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
        if (!timed.Success)
            return new SessionName(null, date, null);
        return Time(timed) is { } time ? new SessionName(null, date, time) : null;
    }

    /// <summary>
    /// The session that a header names, and the day that a remark in brackets adds: "ครั้งที่ 1 (27/11/2569)". A number alone
    /// with any other remark may be a score, and names none.
    /// </summary>
    public static (SessionName? Session, SessionName? Remark) OfHeader(GridCell cell)
    {
        if (Of(cell) is { } plain)
            return (plain, null);
        if (Remarked().Match(cell.Text) is not { Success: true } match)
            return (null, null);
        var (session, text) = (Of(new GridCell(match.Groups["name"].Value)), match.Groups["remark"].Value);
        var remark = Of(new GridCell(text)) is { Day: not null } day ? day : null;
        if (session?.Day is not null)
            return (session with { Time = session.Time ?? StartOf(text) }, remark);
        return remark is not null || BeginsLikeSession(cell.Text) ? (session, remark) : (null, null);
    }

    public static bool BeginsLikeSession(string header) => Begun().IsMatch(header);

    /// <summary>When a session starts, of a time or the time from which to which it lasts; null if the text is neither.</summary>
    public static TimeOnly? StartOf(string text) =>
        Started().Match(ThaiNumber.ToArabicDigits(text).Trim()) is { Success: true } match ? Time(match) : null;

    /// <summary>A whole number of minutes; null if the text is none.</summary>
    public static int? MinutesOf(string text) =>
        Whole().Match(ThaiNumber.ToArabicDigits(text).Trim()) is { Success: true } match
            ? int.Parse(match.Groups["minutes"].ValueSpan, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : null;

    /// <summary>Whether a text is meant as minutes, right or not.</summary>
    public static bool IsNumber(string text) => Figure().IsMatch(ThaiNumber.ToArabicDigits(text).Trim());

    private static TimeOnly? Time(Match match)
    {
        var (hour, minute) = (Number(match, "hour"), Number(match, "minute"));
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^((ครั้งที่|ช่วงที่|ช่วงเวลาที่|session|no\.?|#)\s*)?(?<number>[0-9]{1,3})\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(?<day>.*[0-9]{4}.*?)[\sT,]+" + Start, RegexOptions.ExplicitCapture)]
    private static partial Regex Timed();

    [GeneratedRegex("^" + Start, RegexOptions.ExplicitCapture)]
    private static partial Regex Started();

    [GeneratedRegex(@"^(?<name>[^(]*[^(\s])\s*\((?<remark>[^)]*)", RegexOptions.ExplicitCapture)]
    private static partial Regex Remarked();

    [GeneratedRegex(
        @"^(ครั้งที่|ช่วงที่|ช่วงเวลาที่|session(?![a-z]))",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Begun();

    [GeneratedRegex(
        @"^((?<minutes>[0-9]{1,5})([.,]0{1,2})?|(?<minutes>[1-9][0-9]?,[0-9]{3})(\.0{1,2})?)\s*(นาที|min(ute)?s?\.?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Whole();

    [GeneratedRegex(
        @"^[0-9]+([.,][0-9]+)*\s*(นาที|min(ute)?s?\.?)?\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Figure();
}
