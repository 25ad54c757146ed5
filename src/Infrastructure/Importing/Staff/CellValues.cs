using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.People;
using TeacherDevPlan.Domain.Vocabulary;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>What single cells say. What may mean two things is refused, and never guessed.</summary>
internal static partial class CellValues
{
    private const int BuddhistFrom = 2400;
    private const int BuddhistTo = 2700;
    private const int FirstYear = 1900;
    private const int LastYear = 2200;

    /// <summary>In which days of a staff list can be. Readers do not know today, so that a file always reads the same.</summary>
    private const int FirstLikelyYear = 1940;
    private const int LastLikelyYear = 2100;

    private static readonly LocalText NoDate = new(
        "is no date: write day, month and year with four digits (1/10/2563, 1 ต.ค. 2563, 2020-10-01).",
        "ไม่ใช่วันที่ โปรดระบุวัน เดือน และปีสี่หลัก เช่น 1/10/2563, 1 ต.ค. 2563 หรือ 2020-10-01"
    );

    private static readonly LocalText NoSuchDate = new("is a date that does not exist.", "เป็นวันที่ที่ไม่มีอยู่จริง");

    private static readonly LocalText UnlikelyYear = new(
        $"has a year that cannot be right: {FirstLikelyYear} to {LastLikelyYear} ({FirstLikelyYear + FiscalYear.BuddhistEraOffset} to {LastLikelyYear + FiscalYear.BuddhistEraOffset}).",
        $"มีปีที่เป็นไปไม่ได้ ต้องอยู่ระหว่าง {FirstLikelyYear + FiscalYear.BuddhistEraOffset} ถึง {LastLikelyYear + FiscalYear.BuddhistEraOffset} (ค.ศ. {FirstLikelyYear} ถึง {LastLikelyYear})"
    );

    private static readonly LocalText TwoDigits = new(
        "has a year of two digits; write all four (2563).",
        "มีปีเพียงสองหลัก โปรดระบุปีสี่หลัก (2563)"
    );

    private static readonly LocalText Scientific = new(
        "was shortened by the spreadsheet (such as 3.41E+12), so that digits are lost; format the column as text, and enter it again.",
        "ถูกโปรแกรมตารางย่อ (เช่น 3.41E+12) ทำให้ตัวเลขหายไป โปรดจัดรูปแบบคอลัมน์เป็นข้อความแล้วกรอกใหม่"
    );

    private static readonly LocalText Inexact = new(
        "is a number that may not be what was entered, because it has decimals, is grouped, has more than 15 digits (which spreadsheets round), or is shown with letters or as a date; format the column as text in an Excel file, and enter it again.",
        "เป็นตัวเลขที่อาจไม่ตรงกับที่กรอก เพราะมีทศนิยม มีเครื่องหมายคั่นหลัก มีเกิน 15 หลัก (ซึ่งโปรแกรมตารางปัดเศษ) หรือแสดงเป็นตัวอักษรหรือวันที่ โปรดจัดรูปแบบคอลัมน์เป็นข้อความในไฟล์ Excel แล้วกรอกใหม่"
    );

    private static readonly LocalText NoStanding = new(
        "is no academic standing: ชำนาญการ, ชำนาญการพิเศษ, เชี่ยวชาญ, เชี่ยวชาญพิเศษ, or nothing.",
        "ไม่ใช่วิทยฐานะ ต้องเป็น ชำนาญการ ชำนาญการพิเศษ เชี่ยวชาญ เชี่ยวชาญพิเศษ หรือเว้นว่าง"
    );

    private static readonly LocalText NoStandingBehind = new(
        "has something else than an academic standing behind the slash: ชำนาญการ, ชำนาญการพิเศษ, เชี่ยวชาญ, เชี่ยวชาญพิเศษ, or nothing.",
        "มีข้อความหลังเครื่องหมายทับที่ไม่ใช่วิทยฐานะ ต้องเป็น ชำนาญการ ชำนาญการพิเศษ เชี่ยวชาญ เชี่ยวชาญพิเศษ หรือเว้นว่าง"
    );

    private static readonly LocalText NoCitizen = new(
        "must have 13 digits; if some at the beginning or the end are missing, a spreadsheet cut them off: format the column as text, and enter the whole number.",
        "ต้องมี 13 หลัก หากขาดไปอาจถูกโปรแกรมตารางตัดออก โปรดจัดรูปแบบคอลัมน์เป็นข้อความแล้วกรอกให้ครบ"
    );

    private static readonly LocalText WrongCitizen = new(
        "has a wrong check digit (the last of the 13), so that at least one digit is wrong.",
        "มีเลขตรวจสอบ (หลักสุดท้าย) ไม่ถูกต้อง แสดงว่ามีตัวเลขผิดอย่างน้อยหนึ่งหลัก"
    );

    private static readonly LocalText NoPassport = new(
        "must have 6 to 20 letters and digits.",
        "ต้องเป็นตัวอักษรและตัวเลข 6 ถึง 20 ตัว"
    );

    private static readonly string[] EnglishMonths =
    [
        "jan",
        "feb",
        "mar",
        "apr",
        "may",
        "jun",
        "jul",
        "aug",
        "sep",
        "oct",
        "nov",
        "dec",
    ];

    /// <summary>The longest first, because texts can begin with words for the position: "ครูชำนาญการพิเศษ".</summary>
    private static readonly (string Text, AcademicStanding Standing)[] Standings =
    [
        ("ชำนาญการพิเศษ", AcademicStanding.SeniorProfessional),
        ("เชี่ยวชาญพิเศษ", AcademicStanding.Advisory),
        ("ชำนาญการ", AcademicStanding.Professional),
        ("เชี่ยวชาญ", AcademicStanding.Expert),
        ("seniorprofessional", AcademicStanding.SeniorProfessional),
        ("professional", AcademicStanding.Professional),
        ("advisory", AcademicStanding.Advisory),
        ("expert", AcademicStanding.Expert),
    ];

    private static readonly string[] NoStandings = ["ไม่มี", "ไม่มีวิทยฐานะ", "none"];

    /// <summary>
    /// A day with a year of the Buddhist era or the Christian one, in Thai or Arabic digits. A spreadsheet's own date may
    /// have a Buddhist year, too, if somebody typed one.
    /// </summary>
    public static (DateOnly? Value, LocalText? Fault) Date(GridCell cell)
    {
        if (cell.Date is { } date)
            return Day(date.Year, date.Month, date.Day);
        var text = ThaiNumber.ToArabicDigits(cell.Text).ToLowerInvariant();
        if (Iso().Match(text) is { Success: true } iso)
            return Day(Number(iso, "year"), Number(iso, "month"), Number(iso, "day"));
        if (DayMonthYear().Match(text) is not { Success: true } match)
            return (null, NoDate);
        var month = match.Groups["month"].Success ? Number(match, "month") : Month(match.Groups["name"].Value);
        return month is null ? (null, NoDate)
            : match.Groups["year"].Length == 2 ? (null, TwoDigits)
            : Day(Number(match, "year"), month.Value, Number(match, "day"));
    }

    /// <summary>A number of a person, a school or an employee: text, because it may begin with zeros.</summary>
    public static (string? Value, LocalText? Fault) Code(GridCell cell)
    {
        var text = ThaiNumber.ToArabicDigits(cell.Text);
        return FaultOfNumber(cell, text) is { } fault ? (null, fault) : (text, null);
    }

    public static (IdentityNumber? Value, LocalText? Fault) Citizen(GridCell cell)
    {
        var text = ThaiNumber.ToArabicDigits(cell.Text);
        return FaultOfNumber(cell, text) is { } fault ? (null, fault)
            : IdentityNumber.OfCitizen(text) is { } number ? (number, null)
            : (null, text.Count(char.IsAsciiDigit) == 13 && !text.Any(char.IsLetter) ? WrongCitizen : NoCitizen);
    }

    public static (IdentityNumber? Value, LocalText? Fault) Passport(GridCell cell) =>
        FaultOfNumber(cell, ThaiNumber.ToArabicDigits(cell.Text)) is { } fault ? (null, fault)
        : IdentityNumber.OfPassport(cell.Text) is { } number ? (number, null)
        : (null, NoPassport);

    public static (AcademicStanding? Value, LocalText? Fault) Standing(GridCell cell)
    {
        var letters = CellText.Letters(cell.Text);
        if (NoStandings.Contains(letters))
            return (null, null);
        return StandingBehind(letters) is var (before, standing) && BeforeStanding().IsMatch(before)
            ? (standing, null)
            : (null, NoStanding);
    }

    /// <summary>A position with the academic standing behind it, as a column for both has it: "ครู/ชำนาญการพิเศษ".</summary>
    public static (string? Position, AcademicStanding? Standing, LocalText? Fault) PositionAndStanding(string text)
    {
        var slash = text.LastIndexOf('/');
        if (slash > 0)
        {
            var behind = CellText.Of(text[(slash + 1)..]);
            var (value, fault) = behind.Length == 0 ? (null, null) : Standing(new GridCell(behind));
            return fault is null ? (text[..slash].Trim(), value, null) : (null, null, NoStandingBehind);
        }

        return
            Teaching().Match(text) is { Success: true } match
            && Standing(new GridCell(match.Groups["standing"].Value)).Value is { } standing
            ? (match.Groups["position"].Value.Trim(), standing, null)
            : (text, null, null);
    }

    /// <summary>The standing at the end of a text, in front of its pay level, and the letters before it.</summary>
    private static (string Before, AcademicStanding Standing)? StandingBehind(string letters)
    {
        var bare = PayLevel().Replace(letters, "");
        foreach (var (text, standing) in Standings)
        {
            if (bare.EndsWith(text, StringComparison.Ordinal))
                return (bare[..^text.Length], standing);
        }

        return null;
    }

    /// <summary>What makes a number, which is a text, unsure.</summary>
    private static LocalText? FaultOfNumber(GridCell cell, string text) =>
        Exponent().IsMatch(text) ? Scientific
        : cell.IsInexact || cell.Date is not null || Amount().IsMatch(text) ? Inexact
        : null;

    /// <summary>Whether a last day is said not to be known yet: "ปัจจุบัน".</summary>
    public static bool IsOpen(GridCell cell) => Open().IsMatch(CellText.Letters(cell.Text));

    /// <summary>What a spreadsheet shows where a formula has no value.</summary>
    public static bool IsFailedFormula(GridCell cell) => Failed().IsMatch(cell.Text);

    private static (DateOnly? Value, LocalText? Fault) Day(int year, int month, int day)
    {
        if (year is >= BuddhistFrom and < BuddhistTo)
            year -= FiscalYear.BuddhistEraOffset;
        if (year is < FirstYear or > LastYear || month is < 1 or > 12)
            return (null, NoSuchDate);
        return day < 1 || day > DateTime.DaysInMonth(year, month) ? (null, NoSuchDate)
            : year is < FirstLikelyYear or > LastLikelyYear ? (null, UnlikelyYear)
            : (new DateOnly(year, month, day), null);
    }

    private static int? Month(string name)
    {
        if (ThaiDate.Month(name) is { } month)
            return month;
        var index = Array.FindIndex(EnglishMonths, english => name.StartsWith(english, StringComparison.Ordinal));
        return index < 0 ? null : index + 1;
    }

    private static int Number(Match match, string group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})-(?<month>[0-9]{1,2})-(?<day>[0-9]{1,2})([t ]00:00(:00(\.0+)?)?z?)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(วันที่\s*)?(?<day>[0-9]{1,2})(\s*[/.\-]\s*(?<month>[0-9]{1,2})\s*[/.\-]\s*|\s*[\-/]?\s*(เดือน\s*)?(?<name>[ก-๙.]+|[a-z]{3,9})\.?\s*[\-/,]?\s*(พ\.\s*ศ\.\s*|ค\.\s*ศ\.\s*)?)(?<year>[0-9]{4}|[0-9]{2})(\s+0?0:00(:00)?)?\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex DayMonthYear();

    /// <summary>Words for a position that can stand before an academic standing; "ไม่ผ่าน" or "รองผู้" cannot.</summary>
    [GeneratedRegex(
        "^(วิทยฐานะ|ระดับ|คศ[1-5]|ครู|(รอง)?ผู้อำนวยการ(โรงเรียน|สถานศึกษา|สำนักงานเขตพื้นที่การศึกษา)?|ศึกษานิเทศก์|teacher|director|level)*((นัก|เจ้าพนักงาน)(?!.*(ไม่|ยัง|เคย|อดีต|รอ(?!ง)))[ก-๙]+)?\\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex BeforeStanding();

    /// <summary>"(คศ.3)" behind a standing.</summary>
    [GeneratedRegex(@"คศ[1-5]\z")]
    private static partial Regex PayLevel();

    [GeneratedRegex(
        @"^(?<position>ครู|(รอง)?ผู้อำนวยการ(โรงเรียน|สถานศึกษา)?|ศึกษานิเทศก์)(?<standing>[\s(,]*(วิทยฐานะ\s*)?(ชำนาญการ|เชี่ยวชาญ).*)\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Teaching();

    [GeneratedRegex(@"^[0-9]+([.,][0-9]+)?[eE]\+?[0-9]+\z")]
    private static partial Regex Exponent();

    /// <summary>"12.5", "1,234", "-5": an amount, and no number of a person.</summary>
    [GeneratedRegex(
        @"^([+\-−]\s?[0-9.,]+|[0-9]+[.,][0-9]+|[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?)\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Amount();

    [GeneratedRegex(
        @"^((จน)?(ถึง)?(วันที่)?(ปัจจุบัน|บัดนี้)|(ยัง|กำลัง)?(ดำรงตำแหน่ง|ปฏิบัติ(งาน|หน้าที่|ราชการ))อยู่(ถึงปัจจุบัน)?|ไม่มี(กำหนด|วันสิ้นสุด)?|(until|to|till)?(the)?(present|now|date|today)|current|open|none|n/?a)\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Open();

    [GeneratedRegex(@"^#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)\z")]
    private static partial Regex Failed();
}
