using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Tests.Documents.Variations;

/// <summary>Whole tables, lists and labels in other forms, such as other offices print them.</summary>
internal static class FurtherVariations
{
    private const string Spending =
        "กิจกรรม\tไตรมาสที่ 1\tไตรมาสที่ 2\tไตรมาสที่ 3\tไตรมาสที่ 4\tรวม\n"
        + "1. ประชุมวางแผน\t6,100\t30,200\t15,300\t8,400\t60,000\n"
        + "2. รวมพลังครูทั้งอำเภอ\t-\t1,500\t-\t3,000\t4,500\n"
        + "รวม\t6,100\t31,700\t15,300\t11,400\t64,500";

    private const string Statistics =
        "ตำแหน่ง\tชาย\tหญิง\tรวม\nครู\t41\t93\t134\nครูผู้ช่วย\t17\t26\t43\nรวม\t58\t119\t177";

    private const string Stated = "งบประมาณสำนักงานเขตพื้นที่การศึกษา จำนวนทั้งสิ้น 64,500.- บาท";

    private const string Listed = "ที่\tชื่อโครงการ\n1\tโครงการอบรมครูแกนนำ\n2\tโครงการพี่เลี้ยงครูใหม่";

    private const string Indicators =
        "ที่\tตัวชี้วัด\tหน่วยนับ\tค่าเป้าหมาย (ปี)\t\t\tระดับ\n\t\t\t2567\t2568\t2569\t\n"
        + "1\tร้อยละของครูที่ผ่านเกณฑ์\tร้อยละ\t71\t76\t81\tสพท.\n"
        + "2\tร้อยละของครูที่พัฒนาตนเอง\tร้อยละ\t72\t77\t82\tสพท. / โรงเรียน";

    public static IReadOnlyList<Variation> All { get; } =
    [
        .. Variation.Of(
            "spending table",
            Spending,
            "กิจกรรม\tค่าตอบแทน\tค่าใช้สอย\tค่าวัสดุ\tรวม\n1. ประชุมวางแผน\t20,000\t30,000\t10,000\t60,000\n2. รวมพลังครูทั้งอำเภอ\t500\t3,000\t1,000\t4,500\nรวม\t20,500\t33,000\t11,000\t64,500",
            "กิจกรรม\tงบประมาณจำแนกตามหมวดรายจ่าย\t\t\tไตรมาส\t\t\t\tรวม\n\tค่าตอบแทน\tค่าใช้สอย\tค่าวัสดุ\t1\t2\t3\t4\t\n1. ประชุมวางแผน\t20,000\t30,000\t10,000\t6,100\t30,200\t15,300\t8,400\t60,000\n2. รวมพลังครูทั้งอำเภอ\t500\t3,000\t1,000\t-\t1,500\t-\t3,000\t4,500\nรวม\t20,500\t33,000\t11,000\t6,100\t31,700\t15,300\t11,400\t64,500",
            "กิจกรรม\tตุลาคม\tพฤศจิกายน\tธันวาคม\tมกราคม\tกุมภาพันธ์\tมีนาคม\tเมษายน\tพฤษภาคม\tมิถุนายน\tกรกฎาคม\tสิงหาคม\tกันยายน\tรวม\n1. ประชุมวางแผน\t6,100\t\t\t\t30,200\t\t\t15,300\t\t8,400\t\t\t60,000\n2. รวมพลังครูทั้งอำเภอ\t\t\t\t1,500\t\t\t\t\t\t\t3,000\t\t4,500\nรวม\t6,100\t\t\t1,500\t30,200\t\t\t15,300\t\t8,400\t3,000\t\t64,500",
            "กิจกรรม\tรวมเงิน\tม.ค.-มี.ค. 67\tต.ค.-ธ.ค. 66\tเม.ย.-มิ.ย. 67\tก.ค.-ก.ย. 67\n1. ประชุมวางแผน\t60,000\t30,200\t6,100\t15,300\t8,400\n2. รวมพลังครูทั้งอำเภอ\t4,500\t1,500\t-\t-\t3,000\nรวม\t64,500\t31,700\t6,100\t15,300\t11,400",
            "กิจกรรม\tภาคเรียนที่ 1\tภาคเรียนที่ 2\tรวม\n1. ประชุมวางแผน\t36,300\t23,700\t60,000\n2. รวมพลังครูทั้งอำเภอ\t1,500\t3,000\t4,500\nรวม\t37,800\t26,700\t64,500",
            "กิจกรรม\tงบประมาณ\n1. ประชุมวางแผน\t60,000\n2. รวมพลังครูทั้งอำเภอ\t4,500\nรวม\t64,500",
            "กิจกรรม\tไตรมาสที่ 1\tไตรมาสที่ 2\tไตรมาสที่ 3\tไตรมาสที่ 4\tรวม\nระยะที่ 1 ต้นน้ำ\n1. ประชุมวางแผน\t6,100\t30,200\t15,300\t8,400\t60,000\nรวมระยะที่ 1\t6,100\t30,200\t15,300\t8,400\t60,000\nระยะที่ 2 ปลายน้ำ\n2. รวมพลังครูทั้งอำเภอ\t-\t1,500\t-\t3,000\t4,500\nรวมระยะที่ 2\t-\t1,500\t-\t3,000\t4,500\nรวม\t6,100\t31,700\t15,300\t11,400\t64,500",
            "กิจกรรม\tไตรมาสที่ 1\tไตรมาสที่ 2\tไตรมาสที่ 3\tไตรมาสที่ 4\tรวม\nรวม\t6,100\t31,700\t15,300\t11,400\t64,500\n1. ประชุมวางแผน\t6,100\t30,200\t15,300\t8,400\t60,000\n2. รวมพลังครูทั้งอำเภอ\t-\t1,500\t-\t3,000\t4,500",
            Spending.Replace(
                "1. ประชุมวางแผน\t",
                "1. ประชุมวางแผน\n- ค่าอาหาร 50 คน x 120 บาท\n- ค่าวิทยากร 2 คน x 600 บาท\nรวมกิจกรรม\t",
                StringComparison.Ordinal
            ),
            Spending.Replace(
                "2. รวมพลังครูทั้งอำเภอ\t",
                "2. รวมพลังครู\t\t\t\t\t\nทั้งอำเภอ\t",
                StringComparison.Ordinal
            ),
            Spending.Replace("\t3,000\t4,500", "\t3,\t4,500\n\t\t\t\t000\t", StringComparison.Ordinal),
            Spending.Replace("\n", "\n\n", StringComparison.Ordinal),
            Spending.Replace("\t", "     ", StringComparison.Ordinal),
            Spending.Replace("\t30,200\t", "\t30,200*\t", StringComparison.Ordinal) + "\n\n* รวมค่าเดินทางของวิทยากร",
            Spending.Replace("\t30,200\t", "\t30,200¹\t", StringComparison.Ordinal),
            Spending.Replace("\t30,200\t", "\t30,200-31,000\t", StringComparison.Ordinal),
            Spending.Replace("\t30,200\t", "\t30,200 (x2)\t", StringComparison.Ordinal),
            Spending.Replace("\t60,000", "\t60.000", StringComparison.Ordinal)
        ),
        .. Variation.Of(
            "spending head",
            "ไตรมาสที่ 1\tไตรมาสที่ 2\tไตรมาสที่ 3\tไตรมาสที่ 4\tรวม\n1. ประชุม",
            "ไตร.1\tไตร.2\tไตร.3\tไตร.4\tรวม\n1. ประชุม",
            "I\tII\tIII\tIV\tรวม\n1. ประชุม",
            "1\t2\t3\t4\tรวม\n1. ประชุม",
            "ไตรมาส 1/66\tไตรมาส 2/67\tไตรมาส 3/67\tไตรมาส 4/67\tรวม\n1. ประชุม"
        ),
        .. Variation.OfRegex(
            "unknown total",
            @"\nรวม(?=\t[-6])",
            "\nเป็นเงินทั้งสิ้น",
            "\nรวมงบประมาณที่ใช้ในการดำเนินโครงการทั้งสิ้น",
            "\nยอดเงินสุทธิ",
            "\nสรุปค่าใช้จ่าย"
        ),
        .. Variation.Of(
            "stated budget",
            Stated,
            "งบประมาณทั้งสิ้น\t64,500 บาท",
            "งบประมาณทั้งสิ้น 64,500 บาท แยกเป็น งบดำเนินงาน 60,000 บาท งบลงทุน 4,500 บาท",
            "งบประมาณที่ขอ 70,000 บาท งบประมาณที่ได้รับจัดสรร 64,500 บาท"
        ),
        .. Variation.Of(
            "list of projects with budgets",
            Listed,
            Listed
                .Replace("ชื่อโครงการ", "โครงการ\tวงเงินงบประมาณ", StringComparison.Ordinal)
                .Replace("แกนนำ", "แกนนำ\t64,500.-", StringComparison.Ordinal) + "\t27,900.-",
            "ที่\tชื่อโครงการ\tงบประมาณ (พันบาท)\n1\tโครงการอบรมครูแกนนำ\t64.5\n2\tโครงการพี่เลี้ยงครูใหม่\t27.9",
            "ที่\tชื่อโครงการ\tงบประมาณ\nกลยุทธ์ที่ 1 พัฒนาครูทั้งเขต\t\t\n1\tโครงการอบรมครูแกนนำ\t64,500\nกลยุทธ์ที่ 2 ดูแลครูใหม่ทุกคน\t\t\n2\tโครงการพี่เลี้ยงครูใหม่\t27,900\nรวม\t\t92,400",
            "ชื่อโครงการ\tงบประมาณ\n1. โครงการอบรมครูแกนนำ\t64,500\n2. โครงการพี่เลี้ยงครูใหม่\t27,900",
            "รายชื่อโครงการ\n\n1. โครงการอบรมครูแกนนำ งบประมาณ 64,500 บาท\n2. โครงการพี่เลี้ยงครูใหม่ งบประมาณ 27,900 บาท"
        ),
        .. Variation.Of(
            "table of indicators",
            Indicators,
            Indicators
                .Replace("2567\t2568\t2569", "2569\t2568\t2567", StringComparison.Ordinal)
                .Replace("71\t76\t81", "81\t76\t71", StringComparison.Ordinal)
                .Replace("72\t77\t82", "82\t77\t72", StringComparison.Ordinal),
            Indicators
                .Replace("\tหน่วยนับ", "", StringComparison.Ordinal)
                .Replace("\tร้อยละ\t", "\t", StringComparison.Ordinal)
                .Replace("\t\t\t2567", "\t\t2567", StringComparison.Ordinal),
            Indicators.Replace("2567\t2568\t2569", "2024\t2025\t2026", StringComparison.Ordinal),
            Indicators.Replace("2567\t2568\t2569", "2567\t\t2569", StringComparison.Ordinal),
            Indicators.Replace("\t71\t", "\t70-72\t", StringComparison.Ordinal)
        ),
        .. Variation.Of(
            "table of statistics",
            Statistics,
            Statistics.Replace("รวม\t58\t119\t177", "รวมทั้งสิ้น 177 คน\t\t\t", StringComparison.Ordinal),
            Statistics.Replace("\t134", "\t134\t5", StringComparison.Ordinal),
            Statistics.Replace("\t41\t", "\t41/2\t", StringComparison.Ordinal),
            Statistics.Replace("\t43\n", "\t43*\n", StringComparison.Ordinal) + "\n\n* รวมครูอัตราจ้าง",
            ThaiNumber.ToThaiDigits(Statistics)
        ),
        .. Variation.Of(
            "caption of statistics",
            $"ตารางที่ 1 จำนวนครู ปีการศึกษา 2566\n\n{Statistics}",
            Statistics,
            $"{Statistics}\n\nตารางที่ 1 จำนวนครู ปีการศึกษา 2566"
        ),
        .. Variation.Of(
            "period with more words",
            "ธันวาคม 2566 – กันยายน 2567",
            "10 เดือน (ธันวาคม 2566 – กันยายน 2567)",
            "\n\nเริ่มต้น ธันวาคม 2566\n\nสิ้นสุด กันยายน 2567",
            "ธ.ค.66-ก.ย.67"
        ),
        .. Variation.Of("KPI with two numbers", "- ร้อยละ 91", "- ร้อยละ 91 ภายในปี 2567", "- ร้อยละ 91 (50 คน)"),
        .. Variation.Of(
            "head of a project",
            "กลยุทธ์ สพท.\tกลยุทธ์ที่ 2 ดูแลครูใหม่ทุกคน",
            "กลยุทธ์ สพท.\tกลยุทธ์ที่ 2 ดูแลครูใหม่ทุกคน\nกลยุทธ์ สพฐ.\tกลยุทธ์ที่ 1 คุณภาพ",
            "กลยุทธ์ สพท.\t2"
        ),
        .. Variation.Of(
            "responsible unit",
            "หน่วยงานรับผิดชอบ\tกลุ่มบริหารงานบุคคล",
            "หน่วยงานรับผิดชอบ\tกลุ่มบริหารงานบุคคล และกลุ่มอำนวยการ",
            "หน่วยงานรับผิดชอบ\tกลุ่มบุคคล"
        ),
        new("spaces instead of tabs", (text, _) => text.Replace("\t", "    ", StringComparison.Ordinal)),
        new(
            "a share beside each total",
            (text, _) =>
                Variation.Spending(
                    text,
                    (row, at) =>
                        [
                            .. row,
                            at == 0 ? "ร้อยละ"
                            : at == 1 ? "55"
                            : at == 2 ? "45"
                            : "100",
                        ]
                )
        ),
        new(
            "what was paid beside each total",
            (text, _) => Variation.Spending(text, (row, at) => [.. row, at == 0 ? "เบิกจ่ายแล้ว" : $"{at + 6},000"])
        ),
        new("owners without titles", (text, _) => Regex.Replace(text, "(นางสาว|นาย)(?=มานี|ปิติ)", "")),
    ];
}
