using System.Text.RegularExpressions;

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
    private static readonly (HeadingKind Kind, Concept Words)[] Labels =
    [
        (HeadingKind.Vision, Concept.Vision),
        (HeadingKind.Missions, Concept.Missions),
        (HeadingKind.StrategicObjectives, Concept.StrategicObjectives),
        (HeadingKind.Goals, Concept.Goals),
        (HeadingKind.Values, Concept.Values),
        (HeadingKind.SuccessFactors, Concept.SuccessFactors),
        (HeadingKind.Strategies, Concept.Strategies),
        (HeadingKind.Indicators, Concept.Indicators),
        (HeadingKind.Guidelines, Concept.Guidelines),
        (HeadingKind.Needs, Concept.Needs),
        (HeadingKind.FocusPoints, Concept.FocusPoints),
        (HeadingKind.Survey, Concept.Survey),
        (HeadingKind.Calendar, Concept.Calendar),
    ];

    private static readonly (HeadingKind Kind, Concept Words)[] NumberedLabels =
    [
        (HeadingKind.Part, Concept.Part),
        (HeadingKind.Strategy, Concept.StrategyHeading),
        (HeadingKind.DataTable, Concept.DataTable),
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
        foreach (var (kind, words) in NumberedLabels)
        {
            if (
                Terms.Numbered(words, body) is var (number, length)
                && !(kind == HeadingKind.DataTable && PartNumber().IsMatch(body[length..]))
            )
                return new Heading(kind, $"{number}", Title(body[length..]));
        }

        foreach (var (kind, words) in Labels)
        {
            if (Terms.At(words, body) is { } length && Behind(body[length..]) is { } rest)
                return new Heading(kind, marker?.Number, body[..(body.Length - rest.Length)].Trim(' ', ':'), rest);
        }

        return null;
    }

    /// <summary>
    /// The heading of a strategy under another name: "ยุทธศาสตร์ที่ ๑", for plans that call none "กลยุทธ์ที่".
    /// </summary>
    public static Heading? OtherStrategy(string text)
    {
        var body = Marker.At(text) is { IsBullet: false } marker ? text[marker.Length..] : text;
        return
            Terms.Numbered(Concept.OtherStrategyHeading, body) is var (number, length)
            && !Counts().IsMatch(body[length..])
            ? new Heading(HeadingKind.Strategy, $"{number}", Title(body[length..]))
            : null;
    }

    /// <summary>The caption of a table of statistics that has no number of a table; null for other texts.</summary>
    public static Heading? Caption(string text) =>
        IsShort(text) && Terms.Begin(Concept.Caption, text) ? new Heading(HeadingKind.DataTable, null, text) : null;

    /// <summary>Whether a text is a label that is in a table without being part of it.</summary>
    public static bool IsLabel(string text) =>
        (Known(text) is { Rest: "" } heading && heading.Kind is not (HeadingKind.Other or HeadingKind.Survey))
        || ProjectHeadings.Known(text) is { Number: not null };

    /// <summary>Whether a line without a number can be a heading.</summary>
    public static bool IsOpening(string text) =>
        text.Length <= LongestHeading && Terms.At(Concept.Opening, text) is not null;

    /// <summary>Whether a numbered line is short enough for a heading.</summary>
    public static bool IsShort(string text) => text.Length <= LongestHeading;

    /// <summary>What follows the number of a heading, without what separates the two: "1. …", "1) …", "1 : …".</summary>
    private static string Title(string behind) => behind.TrimStart('.', ')', ' ', ':', '-', '–', '—').TrimEnd(' ', ':');

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

    /// <summary>Behind the number of a table that is the first of several: "ตารางที่ 1.1".</summary>
    [GeneratedRegex("^[.-][0-9๐-๙]")]
    private static partial Regex PartNumber();

    /// <summary>Behind a number that counts things: "กลยุทธ์ 4 ด้าน".</summary>
    [GeneratedRegex(@"^\s*(ด้าน|ข้อ|ประการ|ประเด็น|กลยุทธ์|ยุทธศาสตร์|เรื่อง|ตัว|โครงการ)")]
    private static partial Regex Counts();

    [GeneratedRegex(@"^\s*\([^()]{1,40}\)")]
    private static partial Regex Bracket();

    // "ของสำนักงาน…", "การศึกษา", "ครูและบุคลากร…": the heading continues to the end of the line.
    [GeneratedRegex(
        @"^(ของ|ครูและบุคลากร|สำนักงาน|สพ[ปมท]|พ\.ศ|ประจำปี|ปีงบประมาณ|\(|ข้าราชการ|บุคลากร|และค่าเป้าหมาย)"
    )]
    private static partial Regex Belonging();
}
