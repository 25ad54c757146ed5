using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>
/// What cells for names say: a title and a name, a post that nobody holds, or something else. What may be a
/// title or not is refused.
/// </summary>
internal static partial class StaffNames
{
    private static readonly LocalText NoSigns = new(
        "must be the name alone, without digits, brackets, slashes and other signs.",
        "ต้องเป็นชื่อเท่านั้น ไม่มีตัวเลข วงเล็บ เครื่องหมายทับ หรือเครื่องหมายอื่น"
    );

    private static readonly LocalText UnsureTitle = new(
        "may have a title, rank or position that is not known for sure; put the title into a column “คำนำหน้า” (“Title”), and the name alone here.",
        "อาจมีคำนำหน้า ยศ หรือตำแหน่งที่ระบุได้ไม่แน่ชัด โปรดแยกคำนำหน้าไว้ในคอลัมน์ “คำนำหน้า” และระบุเฉพาะชื่อในคอลัมน์นี้"
    );

    private const int LongestTitle = 50;

    private static readonly LocalText NoTitle = new(
        $"must be a title or rank of at most {LongestTitle} letters, without digits and signs.",
        $"ต้องเป็นคำนำหน้าหรือยศไม่เกิน {LongestTitle} ตัวอักษร ไม่มีตัวเลขหรือเครื่องหมาย"
    );

    private static readonly LocalText SeveralNames = new(
        "has the names of several people; each needs a row of their own.",
        "มีชื่อบุคลากรหลายคน โปรดแยกเป็นคนละแถว"
    );

    private static readonly LocalText PositionBehind = new(
        "has a position behind the name; put it into the column for positions, and the name alone here.",
        "มีตำแหน่งต่อท้ายชื่อ โปรดย้ายไปไว้ในคอลัมน์ตำแหน่ง และระบุเฉพาะชื่อในคอลัมน์นี้"
    );

    /// <summary>What is wrong with the signs of a cell.</summary>
    public static LocalText? FaultOfSigns(string text) =>
        Signs().IsMatch(text.Trim(' ', '.', ',', ';')) && !PersonName.Of(text).IsPseudonym ? NoSigns : null;

    /// <summary>What a cell for titles says, as it is usually written.</summary>
    public static (string? Value, LocalText? Fault) Title(GridCell cell) =>
        cell.Text.Length > LongestTitle || SignsOfTitle().IsMatch(cell.Text)
            ? (null, NoTitle)
            : (NameTitles.Usual(cell.Text), null);

    /// <param name="hasTitle">Whether the title has a column of its own and is there.</param>
    public static (string Title, PersonName Name, LocalText? Fault) Of(string text, bool hasTitle)
    {
        var name = PersonName.Of(text);
        var title = NameTitles.Usual(name.Title);
        LocalText? fault =
            name.Parts.Skip(1).Any(Positions().IsMatch) ? PositionBehind
            // "นายก หนึ่ง นางข สอง"; a surname can begin like a title.
            : name.Parts.Skip(2).SkipLast(1).Any(part => NameTitles.Before(part).Length > 0) ? SeveralNames
            : Abbreviation().IsMatch(name.Proper)
            || NoName().IsMatch(name.Proper)
            || (!hasTitle && title.Length == 0 && TitleOrName().IsMatch(name.Proper))
            || (NameTitles.BeginsWithRank(text) && name.Proper.StartsWith("หญิง", StringComparison.Ordinal))
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
        var name = PersonName.Of(bare);
        return name.Title.Length > 0 || (name.Parts.Count > 1 && !Signs().IsMatch(name.Proper));
    }

    /// <summary>Whether a text that begins with "รวม" is the name of somebody so called, and not a total.</summary>
    public static bool IsNameAndNoTotal(string text) =>
        text.StartsWith("รวม", StringComparison.Ordinal)
        && !Totals().IsMatch(CellText.Letters(text))
        && IsOfPerson(text);

    [GeneratedRegex(@"[^\p{L}\p{M} .'’\-]")]
    private static partial Regex Signs();

    [GeneratedRegex(@"[^\p{L}\p{M} .()\-]")]
    private static partial Regex SignsOfTitle();

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
