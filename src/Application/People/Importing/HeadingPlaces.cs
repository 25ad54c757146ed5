using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.People.Importing;

/// <summary>
/// Where people work whose rows do not say it: in the school or the unit that the last heading above them names, in the
/// school that the title of the list names, and otherwise in the office itself. A heading that may be a school, but is not
/// one of the office, leaves the place of the rows below it open.
/// </summary>
internal sealed partial class HeadingPlaces
{
    /// <summary>The words of a heading that can be a name, and one with what follows.</summary>
    private const int MaxWords = 12;

    private static readonly LocalText Unknown = new(
        "is missing, and the heading above the row names no school and no unit of the office for sure.",
        "ไม่ได้ระบุ และหัวข้อเหนือแถวนี้ไม่ใช่ชื่อโรงเรียนหรือกลุ่มในสังกัดสำนักงานที่แน่ชัด"
    );

    private readonly List<(int Row, StatedPlace? Place)> headings = [];

    public HeadingPlaces(IReadOnlyList<StaffHeading> stated, PlaceFinder finder)
    {
        var title = stated.Where(one => one.IsTitle).Select(one => OfTitle(one.Text, finder)).OfType<StatedPlace>();
        if (title.Distinct().ToList() is [var place])
            headings.Add((0, place));
        var below = stated
            .Where(one => !one.IsTitle && Bare(one.Text).Length > 0)
            .Select(one => (one.Row, Text: Bare(one.Text), Place: Of(Bare(one.Text), finder)))
            .ToList();
        // Where no heading is a place, headings are about something else.
        var arePlaces = below.Exists(one => one.Place is not null);
        headings.AddRange(
            below
                .Where(one =>
                    one.Place is not null || IsOfSchool(one.Text) || (arePlaces && !OfKind().IsMatch(one.Text))
                )
                .Select(one => (one.Row, one.Place))
        );
    }

    /// <summary>The place of a row that does not say it, or what is wrong.</summary>
    public (StatedPlace Place, LocalText? Wrong) Of(StaffRow row)
    {
        var index = headings.FindLastIndex(one => one.Row < row.Number);
        return index < 0 ? (default, null)
            : headings[index].Place is { } place ? (place, null)
            : (default, Unknown);
    }

    /// <summary>The longest beginning of a heading that is a place: "โรงเรียนบ้านหนองแวง จำนวน 12 คน".</summary>
    private static StatedPlace? Of(string text, PlaceFinder finder)
    {
        var words = text.Split(' ', MaxWords);
        for (var count = words.Length; count > 0; count--)
        {
            var beginning = string.Join(' ', words.Take(count)).TrimEnd(',', ':', ';', '-', '–');
            if (finder.Named(beginning) is { } place)
                return IsBehind(string.Join(' ', words.Skip(count)), place, finder) ? place : null;
        }

        return null;
    }

    /// <summary>Whether words can stand behind the name of a place without being a part of it.</summary>
    private static bool IsBehind(string words, StatedPlace place, PlaceFinder finder) =>
        words.Length == 0 || Behind().IsMatch(words) || finder.Named(words) == place;

    private static StatedPlace? OfTitle(string title, PlaceFinder finder) =>
        InTitle().Matches(title) is [var one] ? Of(one.Value, finder) : null;

    private static bool IsOfSchool(string text) => School().IsMatch(text);

    private static string Bare(string text) => Numbered().Replace(text, "").Trim();

    [GeneratedRegex(
        @"^([\-–•*]\s*|\(?[0-9๐-๙]{1,3}\s*[.)]+\s*|[0-9๐-๙]{1,3}\s+|ที่\s+)+",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(โรงเรียน|ร\.\s?ร\.|รร\.)", RegexOptions.ExplicitCapture)]
    private static partial Regex School();

    /// <summary>A school in a title, unless the list is only of people who were there.</summary>
    [GeneratedRegex(@"(?<!(ณ|ที่)\s*)(โรงเรียน|ร\.\s?ร\.|รร\.).*", RegexOptions.ExplicitCapture)]
    private static partial Regex InTitle();

    [GeneratedRegex(
        @"^([(\[,:;\-–0-9๐-๙]|จำนวน|รวม|ครู|บุคลากร|ข้าราชการ|อำเภอ|อ\.|ตำบล|ต\.|จังหวัด|จ\.|สังกัด|สพ[ปม]|สำนักงาน|เครือข่าย|กลุ่มเครือข่าย|ปี|ประจำ|ณ\s|ข้อมูล|รหัส|ผอ\.|ผู้อำนวยการ)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Behind();

    /// <summary>Headings that divide the people of a place, and notes and totals.</summary>
    [GeneratedRegex(
        @"^(กลุ่มสาระ|กลุ่มเครือข่าย|เครือข่าย|ข้าราชการ|ลูกจ้าง|พนักงาน|บุคลากร|ครู|ผู้บริหาร|ผู้อำนวยการ|รองผู้อำนวยการ|ศึกษานิเทศก์|ตำแหน่ง|อัตรา|ว่าง|ระดับ|สาย|ชั้น|ประเภท|งาน|ฝ่าย|สาขา|หมวด|อำเภอ|จังหวัด|ตำบล|ข้อมูล|ปี|หน้า|ต่อ|ผู้|page)|^\P{L}*\z",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex OfKind();
}
