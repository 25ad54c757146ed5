using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Infrastructure.Importing.Text.Words;

/// <summary>The section that a heading opens.</summary>
internal enum HeadingKind
{
    /// <summary>A heading whose text has no field of its own in the plan.</summary>
    Other,
    Part,
    Vision,
    Missions,
    Goals,
    Values,
    SuccessFactors,
    Strategies,
    Strategy,
    StrategicObjectives,
    Indicators,
    Guidelines,
    Needs,
    FocusPoints,
    Survey,
    DataTable,
    Calendar,
}

/// <summary>A heading as printed in the document.</summary>
/// <param name="Number">The printed number with Arabic digits; null if none is printed.</param>
/// <param name="Title">The title without its number.</param>
/// <param name="Rest">The text after the heading in the same line; empty if there is none.</param>
internal sealed record Heading(HeadingKind Kind, string? Number, string Title, string Rest = "");

/// <summary>Recognises the headings that offices' plans have in common.</summary>
internal static partial class Headings
{
    private static readonly (HeadingKind Kind, string[] Words)[] Labels =
    [
        (HeadingKind.Vision, ["วิสัยทัศน์"]),
        (HeadingKind.Missions, ["พันธกิจ"]),
        (HeadingKind.StrategicObjectives, ["เป้าประสงค์เชิงกลยุทธ์", "เป้าประสงค์ของกลยุทธ์"]),
        (HeadingKind.Goals, ["เป้าประสงค์"]),
        (HeadingKind.Values, ["ค่านิยมองค์กร", "ค่านิยม"]),
        (HeadingKind.SuccessFactors, ["ปัจจัยแห่งความสำเร็จ", "ปัจจัยความสำเร็จ"]),
        (HeadingKind.Strategies, ["กลยุทธ์"]),
        (HeadingKind.Indicators, ["ตัวชี้วัดและค่าเป้าหมาย", "ตัวชี้วัดความสำเร็จ", "ตัวชี้วัด"]),
        (HeadingKind.Guidelines, ["แนวทางการพัฒนา"]),
        (HeadingKind.Needs, ["ความต้องการในการพัฒนา", "ความต้องการจำเป็นในการพัฒนา", "ความต้องการพัฒนา"]),
        (HeadingKind.FocusPoints, ["จุดเน้นการพัฒนา", "จุดเน้น"]),
        (
            HeadingKind.Survey,
            [
                "สรุปข้อมูลความต้องการในการพัฒนา",
                "สรุปข้อมูลความต้องการพัฒนา",
                "สรุปข้อมูลความต้องการ",
                "สรุปผลการสำรวจความต้องการพัฒนา",
                "ผลการสำรวจความต้องการพัฒนา",
                "สรุปผลการสำรวจความต้องการ",
                "ผลการสำรวจความต้องการ",
            ]
        ),
        (HeadingKind.Calendar, ["ปฏิทินการดำเนินงาน", "ปฏิทินการปฏิบัติงาน"]),
    ];

    /// <summary>The first words of headings that are alone in their line without a number.</summary>
    private static readonly string[] Openings =
    [
        "คำนำ",
        "บทนำ",
        "สารบัญ",
        "บทสรุป",
        "ภาคผนวก",
        "วัตถุประสงค์",
        "เป้าหมาย",
        "ขอบเขต",
        "ความเป็นมา",
        "สภาพ",
        "นโยบาย",
        "ทิศทาง",
        "รายละเอียดโครงการ",
        "แนวทาง",
        "แผนภูมิ",
        "การติดตาม",
        "การประเมินผล",
        "การรายงาน",
        "การบริหาร",
        "วิธีการ",
        "ยุทธศาสตร์",
        "โครงการ",
        "โครงสร้าง",
        "ข้อมูล",
        "ผลการ",
        "ด้าน",
        "กลุ่ม",
        "หน่วย",
    ];

    private const int LongestHeading = 160;

    /// <summary>The specific heading that a text is; null for other headings and for text.</summary>
    public static Heading? Known(string text)
    {
        if (text.Length > 400)
            return null;
        var marker = Marker.At(text);
        if (marker is { IsBullet: true })
            return null;
        var body = (marker is null ? text : text[marker.Length..]).Trim();
        if (Part().Match(ThaiNumber.ToArabicDigits(body)) is { Success: true } part)
            return new Heading(HeadingKind.Part, part.Groups["number"].Value, body[part.Length..].Trim(' ', ':'));
        if (Strategy().Match(ThaiNumber.ToArabicDigits(body)) is { Success: true } strategy)
            return new Heading(
                HeadingKind.Strategy,
                strategy.Groups["number"].Value,
                body[strategy.Length..].Trim(' ', ':')
            );
        if (DataTable().Match(ThaiNumber.ToArabicDigits(body)) is { Success: true } table)
            return new Heading(
                HeadingKind.DataTable,
                table.Groups["number"].Value,
                body[table.Length..].Trim(' ', ':')
            );
        foreach (var (kind, words) in Labels)
        {
            foreach (var word in words)
            {
                if (body.StartsWith(word, StringComparison.Ordinal) && Behind(body[word.Length..]) is { } rest)
                    return new Heading(kind, marker?.Number, body[..(body.Length - rest.Length)].Trim(' ', ':'), rest);
            }
        }

        return null;
    }

    /// <summary>Whether a text is a label that is in a table without being part of it.</summary>
    public static bool IsLabel(string text) =>
        (Known(text) is { Rest: "" } heading && heading.Kind is not (HeadingKind.Other or HeadingKind.Survey))
        || ProjectHeadings.Known(text) is { Number: not null };

    /// <summary>Whether a line without a number can be a heading.</summary>
    public static bool IsOpening(string text) =>
        text.Length <= LongestHeading
        && Array.Exists(Openings, word => text.StartsWith(word, StringComparison.Ordinal));

    /// <summary>Whether a numbered line is short enough for a heading.</summary>
    public static bool IsShort(string text) => text.Length <= LongestHeading;

    /// <summary>
    /// The text after the words of a heading: "" if there is nothing else, or only "(Vision)" or "ของสำนักงาน…"; null
    /// if the words are only the beginning of a sentence.
    /// </summary>
    private static string? Behind(string text)
    {
        var rest = Bracket().Replace(text, "").TrimStart();
        if (rest.Length == 0)
            return "";
        if (rest[0] is ':' or '：')
            return rest[1..].Trim();
        return Belonging().IsMatch(rest) ? "" : null;
    }

    [GeneratedRegex(@"^(ส่วนที่|บทที่)\s*(?<number>[0-9]{1,2})(?![0-9])\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex(@"^กลยุทธ์ที่\s*(?<number>[0-9]{1,3})(?![0-9])\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex Strategy();

    [GeneratedRegex(@"^ตารางที่\s*(?<number>[0-9]{1,3})(?![0-9])\s*", RegexOptions.ExplicitCapture)]
    private static partial Regex DataTable();

    [GeneratedRegex(@"^\s*\([^()]{1,40}\)")]
    private static partial Regex Bracket();

    // "ของสำนักงาน…", "การศึกษา", "ครูและบุคลากร…": the heading continues to the end of the line.
    [GeneratedRegex(
        @"^(ของ|ครูและบุคลากร|สำนักงาน|สพ[ปมท]|พ\.ศ|ประจำปี|ปีงบประมาณ|\(|ข้าราชการ|บุคลากร|และค่าเป้าหมาย)"
    )]
    private static partial Regex Belonging();
}
