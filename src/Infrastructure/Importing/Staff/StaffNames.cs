using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>
/// What cells for names say: a title and a name, a post that nobody holds, or something else. It knows more titles than
/// <see cref="PersonName"/>, and refuses what may be a title or not.
/// </summary>
internal static partial class StaffNames
{
    private const string Abbreviated =
        @"พล\.\s?([รอต]\.\s?)?[อทต]\.|(พ\.\s?[อจต]|ร\.\s?ต|จ\.\s?ส|ส\.\s?ต|[พรจสน])\.\s?[อทต]\.|ด\.\s?ต\.";

    private const string Written =
        "(พันจ่า|จ่าสิบ|จ่า|สิบ|ร้อย|พัน|เรือ|นาวา|พล(?=ตำรวจ|อากาศ|เรือ))(ตำรวจ|อากาศ|เรือ)?(เอก|โท|ตรี)|จ่าสิบตำรวจ|(นาย)?ดาบตำรวจ";

    private static readonly LocalText NoSigns = new(
        "must be the name alone, without digits, brackets, slashes and other signs.",
        "ต้องเป็นชื่อเท่านั้น ไม่มีตัวเลข วงเล็บ เครื่องหมายทับ หรือเครื่องหมายอื่น"
    );

    private static readonly LocalText UnsureTitle = new(
        "may have a title, rank or position that is not known for sure; put the title into a column “คำนำหน้า” (“Title”), and the name alone here.",
        "อาจมีคำนำหน้า ยศ หรือตำแหน่งที่ระบุได้ไม่แน่ชัด โปรดแยกคำนำหน้าไว้ในคอลัมน์ “คำนำหน้า” และระบุเฉพาะชื่อในคอลัมน์นี้"
    );

    private static readonly LocalText PositionBehind = new(
        "has a position behind the name; put it into the column for positions, and the name alone here.",
        "มีตำแหน่งต่อท้ายชื่อ โปรดย้ายไปไว้ในคอลัมน์ตำแหน่ง และระบุเฉพาะชื่อในคอลัมน์นี้"
    );

    /// <summary>What is wrong with the signs of a cell.</summary>
    public static LocalText? FaultOfSigns(string text) =>
        Signs().IsMatch(text.Trim(' ', '.', ',', ';')) && !PersonName.Of(text).IsPseudonym ? NoSigns : null;

    /// <param name="hasTitle">Whether the title has a column of its own and is there.</param>
    public static (string Title, PersonName Name, LocalText? Fault) Of(string text, bool hasTitle)
    {
        var (title, rest) = Split(text);
        var name = PersonName.Of(rest);
        title += name.Title;
        LocalText? fault =
            name.Parts.Skip(1).Any(Positions().IsMatch) ? PositionBehind
            : Abbreviation().IsMatch(name.Proper)
            || NoName().IsMatch(name.Proper)
            || (!hasTitle && title.Length == 0 && TitleOrName().IsMatch(name.Proper))
            || (Ranks().IsMatch(text) && name.Proper.StartsWith("หญิง", StringComparison.Ordinal))
                ? UnsureTitle
            : null;
        return (title, name, fault);
    }

    /// <summary>Whether a text says that nobody holds the post.</summary>
    public static bool IsVacant(string text) => Vacant().IsMatch(CellText.Letters(text));

    /// <summary>Whether a text that stands nearly alone in its row is somebody's name, and not a heading or a number of people.</summary>
    public static bool IsOfPerson(string text)
    {
        var bare = Numbered().Replace(text, "");
        if (Headings().IsMatch(bare))
            return false;
        var (title, rest) = Split(bare);
        return title.Length > 0
            || PersonName.Of(rest) is var name
                && (name.Title.Length > 0 || (name.Parts.Count > 1 && !Signs().IsMatch(name.Proper)));
    }

    /// <summary>Whether a text that begins with "รวม" is the name of somebody so called, and not a total.</summary>
    public static bool IsNameAndNoTotal(string text) =>
        text.StartsWith("รวม", StringComparison.Ordinal)
        && !Totals().IsMatch(CellText.Letters(text))
        && IsOfPerson(text);

    /// <summary>Takes a military or police rank, or an English title however it is written, from the beginning.</summary>
    private static (string Title, string Name) Split(string text)
    {
        if (Ranks().Match(text) is { Success: true } rank)
            return (rank.Groups["rank"].Value + (rank.Groups["woman"].Success ? "หญิง" : ""), text[rank.Length..]);
        if (English().Match(text) is not { Success: true } english)
            return ("", text);
        var titles = english.Groups["title"].Captures.Select(capture => Usual(capture.Value));
        return (string.Join(' ', titles), text[english.Length..]);
    }

    private static string Usual(string english)
    {
        var title = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(english.ToLowerInvariant());
        return title == "Miss" ? title : title + ".";
    }

    /// <summary>
    /// A rank is taken whole. "หญิง" is a part of it if it is written together with it, or if a given name and a surname
    /// follow.
    /// </summary>
    [GeneratedRegex(
        $@"^(?<rank>(ว่าที่\s?)?({Abbreviated}|{Written}))(?<woman>หญิง|\s+หญิง(?=\s+\S+\s+\S))?\s*(?=[ก-ฮเ-ไA-Za-z])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Ranks();

    [GeneratedRegex(
        @"^((?<title>mrs|mr|miss|ms|dr|prof)(\.\s*|\s+))+(?=\p{L})",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex English();

    [GeneratedRegex(@"[^\p{L}\p{M} .'’\-]")]
    private static partial Regex Signs();

    /// <summary>"อ." before a name, or "ร.น." behind it; initials in English are no titles.</summary>
    [GeneratedRegex(@"[ก-๙]\.")]
    private static partial Regex Abbreviation();

    /// <summary>Titles and positions with which no given name begins.</summary>
    [GeneratedRegex(
        @"^(((คุณ)?ครู|อาจารย์|(รอง)?ผู้อำนวยการ|หัวหน้า)\s?[ก-ฮเ-ไ]|(คุณ|รองผอ|ผอ)\s|รองผอ|ผอ(?![งบนม])[ก-ฮเ-ไ])",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex NoName();

    /// <summary>Titles with which given names can begin, such as "คุณวุฒิ".</summary>
    [GeneratedRegex(@"^(คุณ|พล(เอก|โท|ตรี))\s?[ก-ฮเ-ไ]", RegexOptions.ExplicitCapture)]
    private static partial Regex TitleOrName();

    [GeneratedRegex(
        @"^((รอง)?(ผู้อำนวยการ|ผอ(\.|\z))|ผู้ช่วย|ครู(ผู้|ชำนาญ|อัตรา|ใหญ่|พี่เลี้ยง|\z)|ศึกษานิเทศก์|เจ้าหน้าที่|เจ้าพนักงาน|พนักงาน|ลูกจ้าง|ข้าราชการ|หัวหน้า|นักวิชาการ|นักจัดการ|รักษาการ|รักษาราชการ|ตำแหน่ง|(นักการ|ธุรการ|ภารโรง|นักการภารโรง|อาจารย์)\z)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Positions();

    [GeneratedRegex(
        @"^((ตำแหน่ง|อัตรา)ว่าง.*|ว่าง((ตำแหน่ง|อัตรา|ไม่มี|มีเงิน|ตั้งแต่|รอ|เดิม).*)?|ไม่มี(ผู้|คน)(ครอง|ดำรง).*|vacant(post|position)?)\z",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Vacant();

    [GeneratedRegex(@"^[0-9๐-๙.)(\s]+")]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(โรงเรียน|ร\.ร\.|กลุ่ม|หน่วย|ฝ่าย|งาน|แผนก|ศูนย์|หมวด|สาขา|สาระ|ระดับ|ประเภท|ตำแหน่ง|สำนักงาน|สพ[ปม]|อำเภอ|จังหวัด|เครือข่าย|สาย|ชั้น|ปีงบประมาณ|ข้อมูล|ข้าราชการ|ลูกจ้าง|พนักงาน|บุคลากร|เจ้าหน้าที่|ผู้บริหาร|ผู้อำนวยการ|รองผู้อำนวยการ|ศึกษานิเทศก์|จำนวน|ครู(\s|\z|ผู้|อัตรา|ชำนาญ|พิเศษ|ประจำ|ต่าง|จ้าง|และ))",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Headings();

    [GeneratedRegex(
        "^รวม(ทั้ง|จำนวน|ยอด|เป็น|เงิน|อัตรา|บุคลากร|ข้าราชการ|ครู|พนักงาน|ลูกจ้าง|โรงเรียน|กลุ่ม|ชาย|หญิง|ผู้)",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Totals();
}
