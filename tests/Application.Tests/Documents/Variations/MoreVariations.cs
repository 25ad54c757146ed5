using System.Text.RegularExpressions;

namespace TeacherDevPlan.Application.Tests.Documents.Variations;

/// <summary>Further columns, orders of columns and details that offices print.</summary>
internal static class MoreVariations
{
    public static IReadOnlyList<Variation> All { get; } =
    [
        .. Variation.OfRegex("strategy's colon", @"(?<=\nกลยุทธ์ที่ \d) ", " : ", ". ", ": ", "  "),
        .. Variation.OfRegex(
            "strategy's number",
            @"\tกลยุทธ์ที่ (\d) ",
            "\t$1. ",
            "\tข้อที่ $1 ",
            "\tกลยุทธ์ที่ $1 : ",
            "\tกลยุทธ์ข้อ $1 "
        ),
        .. Variation.OfRegex("list's numbers", @"(?<=\n)(\d)(?=\tโครงการ)", "$1.", "$1)", "($1)"),
        .. Variation.OfRegex(
            "list with budgets",
            @"(?<=\n)ที่\tชื่อโครงการ\n(1\t.*)\n(2\t.*)",
            "ที่\tชื่อโครงการ\tงบประมาณ\n$1\t64,500\n$2\t27,900",
            "ที่\tชื่อโครงการ\tงบประมาณ (บาท)\tผู้รับผิดชอบ\n$1\t64,500\tกลุ่มพัฒนาครูฯ\n$2\t27,900\tกลุ่มบริหารงานบุคคล"
        ),
        .. Variation.OfRegex(
            "amount in the heading",
            @"กิจกรรมและงบประมาณ\n\nงบประมาณสำนักงานเขตพื้นที่การศึกษา จำนวนทั้งสิ้น ([\d,]+)\.- บาท",
            "งบประมาณ จำนวน $1 บาท",
            "งบประมาณ : $1 บาท",
            "งบประมาณทั้งสิ้น $1 บาท",
            "งบประมาณ\n\n4.1 งบประมาณ สพป. จำนวน $1 บาท"
        ),
        .. Variation.OfRegex(
            "amount in words",
            @"64,500\.- บาท",
            "64,500 บาท (หกหมื่นสี่พันห้าร้อยบาทถ้วน)",
            "64,500.- บาท (-หกหมื่นสี่พันห้าร้อยบาทถ้วน-)"
        ),
        .. Variation.OfRegex("points for commas", @"(?<=\t)(\d{1,2}),(\d00)(?=[\t\n])", "$1.$2"),
        .. Variation.OfRegex(
            "venue",
            @"(?<=กันยายน 2567)\n",
            "\nสถานที่ : ห้องประชุม สพป.น่าน เขต 1\n",
            "\n\nสถานที่ดำเนินการ : โรงเรียนบ้านนา 3\n",
            " สพป.น่าน เขต 1\n"
        ),
        .. Variation.Of(
            "unit with its office",
            "\tกลุ่มบริหารงานบุคคล\n",
            "\tกลุ่มบริหารงานบุคคล สพป.น่าน เขต 1\n",
            "\tสพป.น่าน เขต 1 กลุ่มบริหารงานบุคคล\n",
            "\tกลุ่ม บริหารงานบุคคล\n"
        ),
        .. Variation.Of(
            "owner in two cells",
            "\tนางชูใจ เลิศล้ำ ตำแหน่ง นักทรัพยากรบุคคล",
            "\tนางชูใจ เลิศล้ำ\tนักทรัพยากรบุคคล",
            "\t1. นางชูใจ เลิศล้ำ\tตำแหน่ง นักทรัพยากรบุคคล",
            "\tนางชูใจ เลิศล้ำ\n\tตำแหน่ง นักทรัพยากรบุคคล"
        ),
        .. Variation.Of(
            "activity's number",
            "\n1. ประชุมวางแผน",
            "\nกิจกรรมที่ 1 ประชุมวางแผน",
            "\n1) ประชุมวางแผน",
            "\n- ประชุมวางแผน",
            "\n1.ประชุมวางแผน",
            "\n(1) ประชุมวางแผน"
        ),
        new(
            "a period column",
            (text, _) =>
                Variation.Spending(
                    text,
                    (row, at) =>
                        [
                            row[0],
                            at == 0 ? "ระยะเวลา"
                            : at == 1 ? "ธ.ค. 66"
                            : at == 2 ? "ม.ค. 67"
                            : "",
                            .. row[1..],
                        ]
                )
        ),
        new(
            "a count column",
            (text, _) =>
                Variation.Spending(
                    text,
                    (row, at) =>
                        [
                            row[0],
                            at == 0 ? "จำนวนคน"
                            : at == 1 ? "47"
                            : at == 2 ? "53"
                            : "",
                            .. row[1..],
                        ]
                )
        ),
        new(
            "a column of unknown words",
            (text, _) =>
                Variation.Spending(
                    text,
                    (row, at) =>
                        [
                            row[0],
                            at == 0 ? "ฌาน"
                            : at == 1 ? "47"
                            : at == 2 ? "53"
                            : "",
                            .. row[1..],
                        ]
                )
        ),
        new(
            "quarters from the last",
            (text, _) => Variation.Spending(text, (row, _) => [row[0], row[4], row[3], row[2], row[1], row[5]])
        ),
        new("no total column", (text, _) => Variation.Spending(text, (row, _) => row[..5])),
        new(
            "sub-activities",
            (text, _) =>
                text.Replace("\n2. รวมพลัง", "\n1.1 จัดทำคำสั่ง\t-\t-\t-\t-\t-\n2. รวมพลัง", StringComparison.Ordinal)
        ),
        new(
            "months under years",
            (text, _) =>
                Variation.Spending(
                    text,
                    (row, at) =>
                        at == 0
                            ? [row[0], "พ.ศ. 2566", "", "", "พ.ศ. 2567", "", "", "", "", "", "", "", "", row[5]]
                            : [row[0], .. row[1..5].SelectMany(amount => new[] { amount, "", "" }), row[5]],
                    second: _ =>
                        [
                            "",
                            "ต.ค.",
                            "พ.ย.",
                            "ธ.ค.",
                            "ม.ค.",
                            "ก.พ.",
                            "มี.ค.",
                            "เม.ย.",
                            "พ.ค.",
                            "มิ.ย.",
                            "ก.ค.",
                            "ส.ค.",
                            "ก.ย.",
                            "",
                        ]
                )
        ),
        new(
            "planned and spent",
            (text, _) =>
                Variation.Spending(
                    text,
                    (row, at) =>
                        at == 0
                            ? [row[0], .. row[1..5].SelectMany(head => new[] { head, "" }), row[5]]
                            : [row[0], .. row[1..5].SelectMany(amount => new[] { amount, "" }), row[5]],
                    second: _ => ["", "แผน", "ผล", "แผน", "ผล", "แผน", "ผล", "แผน", "ผล", ""]
                )
        ),
        new(
            "the unit behind the targets",
            (text, _) =>
                Regex.Replace(
                    text,
                    @"(?<=\n)((?:ที่|\d|)\t[^\t\n]*)\t(หน่วยนับ|ร้อยละ|คน|)\t([^\t\n]*\t[^\t\n]*\t[^\t\n]*)\t(ระดับ|สพท[^\t\n]*|)(?=\n)",
                    "$1\t$3\t$2\t$4"
                )
        ),
        new(
            "KPI methods before targets",
            (text, _) =>
                Regex.Replace(
                    text,
                    @"(?<=\n)(ตัวชี้วัดความสำเร็จ|[12]\. (?:ร้อยละ|จำนวน)[^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)(?=\n)",
                    "$1\t$3\t$4\t$2"
                )
        ),
        new(
            "KPIs without methods",
            (text, _) =>
                Regex.Replace(
                    text,
                    @"(?<=\n)(ตัวชี้วัดความสำเร็จ\tค่าเป้าหมาย|[12]\. [^\t\n]*\t- [ร1][^\t\n]*)\t[^\n]*(?=\n)",
                    "$1"
                )
        ),
        new(
            "a KPI remark",
            (text, _) =>
                Regex.Replace(
                    text,
                    @"(?<=\n)(ตัวชี้วัดความสำเร็จ\t[^\n]*|[12]\. [^\t\n]*\t- [ร1][^\n]*)(?=\n)",
                    match =>
                        match.Value
                        + (match.Value.StartsWith("ตัว", StringComparison.Ordinal) ? "\tหมายเหตุ" : "\tภายใน 30 วัน")
                )
        ),
        new(
            "two header rows of statistics",
            (text, _) =>
                text.Replace(
                    "\nตำแหน่ง\tชาย\tหญิง\tรวม\n",
                    "\nตำแหน่ง\tจำนวน (คน)\t\t\n\tชาย\tหญิง\tรวม\n",
                    StringComparison.Ordinal
                )
        ),
        new(
            "a unit above statistics",
            (text, _) => text.Replace("\nตำแหน่ง\tชาย", "\n(หน่วย : คน)\n\nตำแหน่ง\tชาย", StringComparison.Ordinal)
        ),
        new("a sum of all projects", (text, _) => text + "\n\nภาคผนวก\n\nรวมงบประมาณทุกโครงการ 92,400 บาท\n"),
        new(
            "a signature",
            (text, _) =>
                text.Replace(
                    "5.1 ครูใหม่อยู่ในวิชาชีพต่อไป",
                    "5.1 ครูใหม่อยู่ในวิชาชีพต่อไป\n\nลงชื่อ ผู้เสนอโครงการ\n(นางสาวดวงใจ ใจงาม)\nนักวิชาการศึกษา\n",
                    StringComparison.Ordinal
                )
        ),
    ];
}
