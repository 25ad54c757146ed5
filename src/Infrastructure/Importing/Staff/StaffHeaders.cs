using System.Collections.Frozen;
using TeacherDevPlan.Domain.People.Importing;
using static TeacherDevPlan.Domain.People.Importing.StaffField;

namespace TeacherDevPlan.Infrastructure.Importing.Staff;

/// <summary>
/// The headers that mean each field, the usual one first; blanks, signs and the case of letters do not matter. "เลขที่ตำแหน่ง"
/// is the number of a post and not of a person, and is none of them.
/// </summary>
internal static class StaffHeaders
{
    private static readonly (StaffField Field, string[] Thai, string[] English)[] Table =
    [
        (
            StaffNumber,
            [
                "รหัสบุคลากร",
                "เลขประจำตัวบุคลากร",
                "รหัสประจำตัวบุคลากร",
                "รหัสเจ้าหน้าที่",
                "รหัสพนักงาน",
                "เลขประจำตัวพนักงาน",
            ],
            [
                "Staff number",
                "Staff no",
                "Staff id",
                "Employee number",
                "Employee no",
                "Employee id",
                "Personnel number",
            ]
        ),
        (
            CitizenId,
            [
                "เลขประจำตัวประชาชน",
                "เลขบัตรประชาชน",
                "เลขที่บัตรประชาชน",
                "เลขบัตรประจำตัวประชาชน",
                "เลขที่บัตรประจำตัวประชาชน",
                "เลขประจำตัวประชาชน 13 หลัก",
                "หมายเลขประจำตัวประชาชน",
                "หมายเลขบัตรประชาชน",
                "รหัสประจำตัวประชาชน",
                "เลข 13 หลัก",
            ],
            ["Citizen id", "Citizen number", "National id", "National id number", "Thai id", "Id card number"]
        ),
        (
            PassportNumber,
            ["เลขหนังสือเดินทาง", "เลขที่หนังสือเดินทาง", "หมายเลขหนังสือเดินทาง", "หนังสือเดินทาง"],
            ["Passport number", "Passport no", "Passport"]
        ),
        (Title, ["คำนำหน้า", "คำนำหน้าชื่อ", "คำนำหน้านาม"], ["Title", "Prefix", "Name title"]),
        (
            FullName,
            [
                "ชื่อ-สกุล",
                "ชื่อ-นามสกุล",
                "ชื่อและสกุล",
                "ชื่อและนามสกุล",
                "ชื่อตัว-ชื่อสกุล",
                "ชื่อตัวและชื่อสกุล",
                "คำนำหน้า ชื่อ-สกุล",
                "คำนำหน้า ชื่อ-นามสกุล",
                "คำนำหน้าชื่อ ชื่อ-สกุล",
                "รายชื่อ",
            ],
            ["Full name", "Name and surname", "First name and surname", "First and last name"]
        ),
        (GivenName, ["ชื่อ", "ชื่อตัว", "ชื่อจริง"], ["First name", "Given name", "Name", "Forename"]),
        (Surname, ["นามสกุล", "สกุล"], ["Surname", "Last name", "Family name"]),
        (
            NameFrom,
            ["ใช้ชื่อนี้ตั้งแต่", "วันที่เปลี่ยนชื่อ", "วันที่เปลี่ยนชื่อ-สกุล", "วันที่เปลี่ยนชื่อ-นามสกุล"],
            ["Name from", "Name since", "Name changed on"]
        ),
        (SchoolCode, ["รหัสโรงเรียน", "รหัสสถานศึกษา"], ["School code", "School id"]),
        (
            School,
            ["โรงเรียน", "ชื่อโรงเรียน", "สถานศึกษา", "ชื่อสถานศึกษา", "โรงเรียน/สถานศึกษา", "สถานที่ปฏิบัติงาน"],
            ["School", "School name"]
        ),
        (
            OrgUnit,
            [
                "กลุ่ม/หน่วย",
                "กลุ่ม",
                "กลุ่มงาน",
                "กลุ่ม/หน่วยงาน",
                "หน่วย",
                "หน่วยงาน",
                "หน่วยงานภายใน",
                "กลุ่มภารกิจ",
                "ส่วนงาน",
                "สังกัดกลุ่ม",
            ],
            ["Unit", "Organisation unit", "Organization unit", "Org unit", "Division", "Department"]
        ),
        (
            Category,
            ["ประเภท", "ประเภทบุคลากร", "ประเภทการจ้าง"],
            ["Category", "Staff category", "Staff type", "Personnel type", "Employment type"]
        ),
        (
            Position,
            ["ตำแหน่ง", "ชื่อตำแหน่ง", "ตำแหน่งปัจจุบัน", "ตำแหน่ง/วิทยฐานะ"],
            ["Position", "Position title", "Job title"]
        ),
        (AcademicStanding, ["วิทยฐานะ"], ["Academic standing", "Standing"]),
        (
            From,
            [
                "วันเริ่ม",
                "วันที่เริ่ม",
                "วันที่ดำรงตำแหน่ง",
                "วันดำรงตำแหน่ง",
                "วันที่เริ่มดำรงตำแหน่ง",
                "วันเริ่มดำรงตำแหน่ง",
                "วันเดือนปีที่ดำรงตำแหน่ง",
                "ดำรงตำแหน่งเมื่อ",
                "ดำรงตำแหน่งตั้งแต่",
                "วันที่เข้าสู่ตำแหน่ง",
                "ตั้งแต่วันที่",
                "ตั้งแต่",
            ],
            ["From", "From date", "Date from", "Start date", "Since", "Appointed on", "Appointment date"]
        ),
        (
            To,
            ["ถึงวันที่", "ถึง", "วันสิ้นสุด", "วันที่สิ้นสุด", "วันที่พ้นตำแหน่ง"],
            ["To", "To date", "Date to", "Until", "End date"]
        ),
        (
            Supervisor,
            ["ผู้บังคับบัญชา", "รหัสผู้บังคับบัญชา", "รหัสบุคลากรผู้บังคับบัญชา", "เลขประจำตัวผู้บังคับบัญชา"],
            ["Supervisor", "Supervisor number", "Supervisor staff number", "Reports to"]
        ),
    ];

    private static readonly FrozenDictionary<string, StaffField> ByHeader = Table
        .SelectMany(entry =>
            entry.Thai.Concat(entry.English).Select(header => (Key: CellText.Letters(header), entry.Field))
        )
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Field);

    /// <summary>Headers of several columns that say no more than that these are about the person's present appointment.</summary>
    private static readonly FrozenSet<string> Groups = new[]
    {
        "ข้อมูลบุคคล",
        "ข้อมูลส่วนบุคคล",
        "ข้อมูลส่วนตัว",
        "ข้อมูลทั่วไป",
        "ข้อมูลบุคลากร",
        "ข้อมูลปัจจุบัน",
        "ข้อมูลการดำรงตำแหน่ง",
        "บุคลากร",
        "ผู้ดำรงตำแหน่ง",
        "การดำรงตำแหน่ง",
        "การดำรงตำแหน่งปัจจุบัน",
        "ดำรงตำแหน่ง",
        "ดำรงตำแหน่งปัจจุบัน",
        "ระยะเวลา",
        "ระยะเวลาดำรงตำแหน่ง",
        "ระยะเวลาการดำรงตำแหน่ง",
        "ช่วงเวลาดำรงตำแหน่ง",
        "สังกัด",
        "ลำดับ",
        "ลำดับที่",
        "Person",
        "Personal data",
        "Appointment",
        "Present appointment",
        "Current appointment",
        "Period",
    }
        .Select(CellText.Letters)
        .ToFrozenSet();

    /// <summary>How a column is to be filled in, which says nothing about what it is.</summary>
    private static readonly FrozenSet<string> Forms = new[]
    {
        "วัน/เดือน/ปี",
        "วันเดือนปี",
        "ว/ด/ป",
        "ว.ด.ป.",
        "dd/mm/yyyy",
    }
        .Select(CellText.Letters)
        .ToFrozenSet();

    /// <summary>With what lines to sign on begin.</summary>
    private static readonly string[] Signatures =
    [
        .. new[]
        {
            "ลงชื่อ",
            "ลงนาม",
            "ผู้รายงาน",
            "ผู้รับรอง",
            "ผู้จัดทำ",
            "ขอรับรอง",
            "รับรองว่า",
            "รับรองถูกต้อง",
            "ตรวจสอบแล้ว",
            "Signed",
            "Signature",
            "Prepared by",
            "Certified",
        }.Select(CellText.Letters),
    ];

    /// <summary>With what rows begin that are about nobody, but about the table.</summary>
    private static readonly string[] BesideTable =
    [
        .. new[]
        {
            "รวม",
            "ยอดยก",
            "ยอดรวม",
            "ยอดคงเหลือ",
            "หมายเหตุ",
            "คำชี้แจง",
            "ที่มา",
            "ข้อมูล ณ",
            "จำนวน",
            "Total",
            "Grand total",
            "Subtotal",
            "Sum",
            "Carried forward",
            "Brought forward",
            "Note",
            "Remark",
            "Source",
            "ผู้ตรวจสอบ",
            "ผู้อนุมัติ",
        }.Select(CellText.Letters),
        .. Signatures,
    ];

    /// <summary>Whether a text is a line to sign on, below which there is no list any more.</summary>
    public static bool IsSignature(string text)
    {
        var letters = CellText.Letters(text);
        return Array.Exists(Signatures, start => letters.StartsWith(start, StringComparison.Ordinal));
    }

    /// <summary>What a header means; null if it means nothing that is used. What is in brackets may be missing.</summary>
    public static StaffField? Of(string header) =>
        Find(header) ?? (WithoutBrackets(header) is { Length: > 0 } bare ? Find(bare) : null);

    /// <summary>What stands before the first bracket.</summary>
    public static string WithoutBrackets(string header) =>
        header.IndexOf('(', StringComparison.Ordinal) is >= 0 and var bracket ? header[..bracket].TrimEnd() : header;

    /// <summary>Whether a header is the word for both the surname and the whole name.</summary>
    public static bool IsSurnameOrFullName(string header) => header == "ชื่อสกุล";

    /// <summary>Whether a column for positions is one for academic standings, too.</summary>
    public static bool IsPositionAndStanding(string header) => header.Contains("วิทยฐานะ", StringComparison.Ordinal);

    /// <summary>The usual headers of a field: "ชื่อ-สกุล", "Full name".</summary>
    public static (string Thai, string English) UsualOf(StaffField field)
    {
        var entry = Array.Find(Table, entry => entry.Field == field);
        return (entry.Thai[0], entry.English[0]);
    }

    /// <summary>Whether headers below this one mean what they mean alone.</summary>
    public static bool IsGroup(string header) => Groups.Contains(CellText.Letters(header));

    /// <summary>Whether a text only says how a column is to be filled in.</summary>
    public static bool IsForm(string text) => Forms.Contains(CellText.Letters(text));

    public static bool IsBesideTable(string text)
    {
        var letters = CellText.Letters(text);
        return Array.Exists(BesideTable, start => letters.StartsWith(start, StringComparison.Ordinal));
    }

    private static StaffField? Find(string header) =>
        ByHeader.TryGetValue(CellText.Letters(header), out var field) ? field : null;
}
