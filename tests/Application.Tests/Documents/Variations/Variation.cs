using System.Globalization;
using System.Text.RegularExpressions;
using TeacherDevPlan.Domain.Common;

namespace TeacherDevPlan.Application.Tests.Documents.Variations;

/// <summary>A way in which an office may print <see cref="VariedPlan"/> otherwise, without changing what it states.</summary>
internal sealed record Variation(string What, Func<string, Random, string> Edit)
{
    private const string Quarters = "ไตรมาสที่ 1\tไตรมาสที่ 2\tไตรมาสที่ 3\tไตรมาสที่ 4";
    private const string Title = "ปีงบประมาณ พ.ศ. 2567";
    private const string Years = "\t\t\t2567\t2568\t2569\t";

    public static IReadOnlyList<Variation> All { get; } =
    [
        .. Words(),
        .. Values(),
        .. Tables(),
        .. Lines(),
        .. MoreVariations.All,
        .. FurtherVariations.All,
        .. OfficeVariations.All,
        .. OfficeTableVariations.All,
        .. MarkVariations.All,
        .. ReadVariations.All,
        .. ReadTableVariations.All,
    ];

    public override string ToString() => What;

    /// <summary>Other words for the same parts.</summary>
    private static IEnumerable<Variation> Words() =>
        [
            .. Of(
                "title",
                Title,
                "ปีงบประมาณ 2567",
                "ประจำปีงบประมาณ พ.ศ. 2567",
                "ประจำปี 2567",
                "ปี 2567",
                "ปี พ.ศ. 2567",
                "ปีงบฯ 67",
                "ประจำปีงบประมาณ 2024"
            ),
            .. Of(
                "office",
                "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต 1",
                "สพป.น่าน เขต 1",
                "สำนักงานเขตพื้นที่การศึกษา\nประถมศึกษาน่าน เขต 1",
                "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาน่าน เขต1"
            ),
            .. Of("strategy heading", "\nกลยุทธ์ที่ ", "\nยุทธศาสตร์ที่ ", "\nประเด็นกลยุทธ์ที่ "),
            .. Of("indicators heading", "ตัวชี้วัด :", "ตัวชี้วัดและค่าเป้าหมาย", "ตัวชี้วัด"),
            .. Of(
                "indicator column",
                "\tตัวชี้วัด\t",
                "\tตัวชี้วัดความสำเร็จ\t",
                "\tตัวชี้วัด (KPI)\t",
                "\tตัวบ่งชี้\t",
                "\tตัวชี้วัดกลยุทธ์\t"
            ),
            .. Of("unit column", "\tหน่วยนับ\t", "\tหน่วย\t", "\tหน่วยวัด\t", "\tหน่วย นับ\t"),
            .. Of(
                "level column",
                "\tระดับ\n",
                "\tหน่วยงานที่รับผิดชอบ\n",
                "\tระดับความรับผิดชอบ\n",
                "\tผู้รับผิดชอบ\n"
            ),
            .. Of(
                "target column",
                "ค่าเป้าหมาย (ปี)",
                "ค่าเป้าหมาย",
                "เป้าหมาย",
                "ค่าเป้าหมายรายปี",
                "เป้าหมาย (ปีงบประมาณ พ.ศ.)"
            ),
            .. Of(
                "years",
                Years,
                "\t\t\tปี 67\tปี 68\tปี 69\t",
                "\t\t\tปี 2567\tปี 2568\tปี 2569\t",
                "\t\t\tปีงบประมาณ 2567\tปีงบประมาณ 2568\tปีงบประมาณ 2569\t",
                "\t\t\tพ.ศ. 2567\tพ.ศ. 2568\tพ.ศ. 2569\t",
                "\t\t\tปีงบฯ 67\tปีงบฯ 68\tปีงบฯ 69\t"
            ),
            .. Of(
                "quarters",
                Quarters,
                "ไตรมาส 1\tไตรมาส 2\tไตรมาส 3\tไตรมาส 4",
                "Q1\tQ2\tQ3\tQ4",
                "ไตรมาส 1/2567\tไตรมาส 2/2567\tไตรมาส 3/2567\tไตรมาส 4/2567",
                "ไตรมาสแรก\tไตรมาสที่สอง\tไตรมาสที่สาม\tไตรมาสสุดท้าย",
                "ต.ค.-ธ.ค. 66\tม.ค.-มี.ค. 67\tเม.ย.-มิ.ย. 67\tก.ค.-ก.ย. 67",
                "ไตรมาสที่ 1 (ต.ค.-ธ.ค. 66)\tไตรมาสที่ 2 (ม.ค.-มี.ค. 67)\tไตรมาสที่ 3 (เม.ย.-มิ.ย. 67)\tไตรมาสที่ 4 (ก.ค.-ก.ย. 67)",
                "ไตรมาสที่ 1 (บาท)\tไตรมาสที่ 2 (บาท)\tไตรมาสที่ 3 (บาท)\tไตรมาสที่ 4 (บาท)",
                "ไตรมาสหนึ่ง\tไตรมาสสอง\tไตรมาสสาม\tไตรมาสสี่",
                "ตุลาคม-ธันวาคม 2566\tมกราคม-มีนาคม 2567\tเมษายน-มิถุนายน 2567\tกรกฎาคม-กันยายน 2567",
                "งบประมาณไตรมาสที่ 1\tงบประมาณไตรมาสที่ 2\tงบประมาณไตรมาสที่ 3\tงบประมาณไตรมาสที่ 4",
                "ไตรมาสที่ 1 ปี 2567\tไตรมาสที่ 2 ปี 2567\tไตรมาสที่ 3 ปี 2567\tไตรมาสที่ 4 ปี 2567",
                "Quarter 1\tQuarter 2\tQuarter 3\tQuarter 4",
                "Oct-Dec 2023\tJan-Mar 2024\tApr-Jun 2024\tJul-Sep 2024"
            ),
            .. Of(
                "total column",
                "ไตรมาสที่ 4\tรวม\n",
                "ไตรมาสที่ 4\tรวมทั้งสิ้น\n",
                "ไตรมาสที่ 4\tรวมเงิน\n",
                "ไตรมาสที่ 4\tยอดรวม\n",
                "ไตรมาสที่ 4\tรวม (บาท)\n",
                "ไตรมาสที่ 4\tงบประมาณรวม\n",
                "ไตรมาสที่ 4\tงบประมาณทั้งสิ้น\n",
                "ไตรมาสที่ 4\tรวมงบประมาณ\n",
                "ไตรมาสที่ 4\tรวม 4 ไตรมาส\n",
                "ไตรมาสที่ 4\tTotal\n"
            ),
            .. OfRegex(
                "total row",
                @"\nรวม(?=\t[-6])",
                "\nรวมทั้งสิ้น",
                "\nรวมเป็นเงิน",
                "\nรวมเป็นเงินทั้งสิ้น",
                "\nยอดรวม",
                "\nรวมทั้งโครงการ",
                "\nรวมงบประมาณทั้งสิ้น",
                "\nรวมเงินงบประมาณ",
                "\nรวมทั้งหมด",
                "\nรวม (บาท)",
                "\nรวมค่าใช้จ่าย",
                "\nงบประมาณรวมทั้งสิ้น",
                "\nTotal"
            ),
            .. Of(
                "activity column",
                "\nกิจกรรม\t",
                "\nรายการ\t",
                "\nกิจกรรม/รายการ\t",
                "\nรายละเอียดกิจกรรม\t",
                "\nชื่อกิจกรรม\t",
                "\nกิจกรรมหลัก\t",
                "\nกิจกรรม/โครงการ\t",
                "\nขั้นตอนการดำเนินงาน\t",
                "\nกิจกรรมที่ดำเนินการ\t"
            ),
            .. Of(
                "unit label",
                "\nหน่วยงานรับผิดชอบ\t",
                "\nหน่วยงานที่รับผิดชอบ\t",
                "\nกลุ่มงานที่รับผิดชอบ\t",
                "\nกลุ่มที่รับผิดชอบ\t",
                "\nกลุ่ม/หน่วยที่รับผิดชอบ\t",
                "\nหน่วยงานรับผิดชอบ :\t"
            ),
            .. Of(
                "strategy label",
                "\nกลยุทธ์ สพท.\t",
                "\nสนองกลยุทธ์\t",
                "\nสอดคล้องกับกลยุทธ์\t",
                "\nสนองกลยุทธ์ สพป.\t",
                "\nสนองจุดเน้น/กลยุทธ์\t",
                "\nสอดคล้องกับยุทธศาสตร์/กลยุทธ์\t",
                "\nสนองนโยบาย/กลยุทธ์\t"
            ),
            .. OfRegex(
                "strategy in its label",
                @"\nกลยุทธ์ สพท\.\tกลยุทธ์ที่ (\d)",
                "\nสนองกลยุทธ์ที่ $1",
                "\nสอดคล้องกับกลยุทธ์ที่ $1",
                "\nสนองจุดเน้น/กลยุทธ์ที่ $1",
                "\nสนองจุดเน้น กลยุทธ์ที่ $1"
            ),
            .. Of(
                "owner label",
                "\nผู้รับผิดชอบโครงการ\t",
                "\nผู้รับผิดชอบ\t",
                "\nชื่อผู้รับผิดชอบโครงการ\t",
                "\nผู้รับผิดชอบหลัก\t",
                "\nผู้รับผิดชอบโครงการ : \t",
                "\nผู้เสนอโครงการ\t",
                "\nเจ้าของโครงการ\t"
            ),
            .. Of("nature label", "\nลักษณะโครงการ\t", "\nลักษณะของโครงการ\t", "\nประเภทโครงการ\t"),
            .. Of(
                "rationale",
                "หลักการและเหตุผล",
                "ความเป็นมาและความสำคัญ",
                "หลักการ และเหตุผล",
                "เหตุผลและความจำเป็น"
            ),
            .. Of("objectives", "วัตถุประสงค์", "วัตถุประสงค์ของโครงการ", "วัตถุประสงค์โครงการ", "จุดประสงค์"),
            .. Of(
                "period heading",
                "ระยะเวลาดำเนินโครงการและสถานที่ดำเนินการ :",
                "ระยะเวลาดำเนินการ :",
                "ระยะเวลาในการดำเนินงาน :",
                "ระยะเวลา :",
                "ระยะเวลาและสถานที่ดำเนินการ",
                "วัน เวลา และสถานที่ดำเนินการ :",
                "กำหนดการดำเนินงาน :",
                "ระยะเวลาดำเนินโครงการและสถานที่ดำเนินการ\n\n"
            ),
            .. Of(
                "activities heading",
                "กิจกรรมและงบประมาณ",
                "งบประมาณ",
                "รายละเอียดงบประมาณ",
                "กิจกรรมและการใช้งบประมาณ",
                "กิจกรรม/งบประมาณ",
                "งบประมาณและแผนการใช้จ่าย",
                "แผนการดำเนินงานและงบประมาณ",
                "รายละเอียดการใช้จ่ายงบประมาณ"
            ),
            .. Of("results heading", "ผลที่คาดว่าจะได้รับ", "ประโยชน์ที่คาดว่าจะได้รับ", "ผลที่คาดหวัง"),
            .. Of(
                "follow-up heading",
                "การติดตามและประเมินผล",
                "การประเมินผล",
                "การติดตาม/ประเมินผล",
                "การวัดและประเมินผล"
            ),
            .. Of(
                "list of projects",
                "\nที่\tชื่อโครงการ\n",
                "\nลำดับ\tชื่อโครงการ\n",
                "\nลำดับที่\tโครงการ\n",
                "\nที่\tโครงการ\n",
                "\nที่\tรายชื่อโครงการ\n"
            ),
            .. Of(
                "project label",
                "\nโครงการ\t",
                "\nชื่อโครงการ\t",
                "\nโครงการ :\t",
                "\nชื่อโครงการ : \t",
                "\nโครงการ "
            ),
            .. Of(
                "KPI columns",
                "ตัวชี้วัดความสำเร็จ\tค่าเป้าหมาย\tวิธีการประเมิน\tเครื่องมือการประเมิน",
                "ตัวชี้วัด\tเป้าหมาย\tวิธีการวัด\tเครื่องมือ",
                "ตัวชี้วัดความสำเร็จ (KPIs)\tค่าเป้าหมาย\tวิธีวัดและประเมินผล\tเครื่องมือที่ใช้",
                "ตัวบ่งชี้ความสำเร็จ\tค่าเป้าหมาย\tวิธีการประเมินผล\tเครื่องมือที่ใช้ในการประเมิน"
            ),
            .. Of("KPI kind", "ตัวชี้วัดเชิงปริมาณ", "เชิงปริมาณ", "ด้านปริมาณ", "ตัวชี้วัดด้านปริมาณ"),
        ];

    /// <summary>Other forms of the same values.</summary>
    private static IEnumerable<Variation> Values() =>
        [
            .. Of(
                "owners",
                "นางสาวมานี มีตา ตำแหน่ง นักวิชาการศึกษา นายปิติ พิทักษ์ ตำแหน่ง ศึกษานิเทศก์",
                "1. นางสาวมานี มีตา ตำแหน่ง นักวิชาการศึกษา 2. นายปิติ พิทักษ์ ตำแหน่ง ศึกษานิเทศก์",
                "นางสาวมานี มีตา (นักวิชาการศึกษา), นายปิติ พิทักษ์ (ศึกษานิเทศก์)",
                "นางสาวมานี มีตา (นักวิชาการศึกษา) และนายปิติ พิทักษ์ (ศึกษานิเทศก์)",
                "1) นางสาวมานี มีตา นักวิชาการศึกษา 2) นายปิติ พิทักษ์ ศึกษานิเทศก์",
                "นางสาวมานี มีตา ตำแหน่ง นักวิชาการศึกษา\n\tนายปิติ พิทักษ์ ตำแหน่ง ศึกษานิเทศก์",
                "- นางสาวมานี มีตา ตำแหน่ง นักวิชาการศึกษา - นายปิติ พิทักษ์ ตำแหน่ง ศึกษานิเทศก์",
                "นางสาวมานี มีตา ตำแหน่งนักวิชาการศึกษา/นายปิติ พิทักษ์ ตำแหน่งศึกษานิเทศก์",
                "นางสาวมานี  มีตา ตำแหน่ง นักวิชาการศึกษา และ นายปิติ  พิทักษ์ ตำแหน่ง ศึกษานิเทศก์",
                "นักวิชาการศึกษา นางสาวมานี มีตา ศึกษานิเทศก์ นายปิติ พิทักษ์",
                "นางสาวมานี มีตา ตำแหน่ง นักวิชาการศึกษา โทร 1234 นายปิติ พิทักษ์ ตำแหน่ง ศึกษานิเทศก์"
            ),
            .. Of(
                "period",
                "ธันวาคม 2566 – กันยายน 2567",
                "1 ธันวาคม 2566 ถึง 30 กันยายน 2567",
                "ธ.ค. 66 - ก.ย. 67",
                "1/12/2566 - 30/9/2567",
                "ธันวาคม 2566 ถึง กันยายน 2567",
                "ตั้งแต่เดือนธันวาคม 2566 ถึงเดือนกันยายน 2567",
                "เดือนธันวาคม 2566 - เดือนกันยายน 2567",
                "December 2023 - September 2024",
                "1 ธ.ค. 2566 - 30 ก.ย. 2567",
                "ระหว่างวันที่ 1 ธันวาคม 2566 - 30 กันยายน 2567",
                "วันที่ 1 ธันวาคม พ.ศ. 2566 ถึงวันที่ 30 กันยายน พ.ศ. 2567",
                "ธันวาคม 2566 – กันยายน 2567 โรงเรียนบ้านนา",
                "ธันวาคม 2566 – กันยายน 2567 ณ ห้องประชุม 2",
                "01-12-2566 ถึง 30-09-2567",
                "ธันวาคม 2566 จนถึง กันยายน 2567",
                "Dec 2023 – Sep 2024",
                "1 Dec 2023 - 30 Sep 2024"
            ),
            .. Of(
                "quarter as period",
                "มกราคม 2567 – มีนาคม 2567",
                "ไตรมาสที่ 2",
                "ไตรมาสที่ 2/2567",
                "มกราคม - มีนาคม 2567",
                "ไตรมาส 2 (ม.ค. - มี.ค. 67)",
                "ม.ค.-มี.ค. 67",
                "1 มกราคม - 31 มีนาคม 2567",
                "ไตรมาสที่ 2 ปีงบประมาณ 2567",
                "เดือนมกราคม ถึง เดือนมีนาคม พ.ศ. 2567"
            ),
            .. OfRegex(
                "budget",
                @"งบประมาณสำนักงานเขตพื้นที่การศึกษา จำนวนทั้งสิ้น ([\d,]+)\.- บาท",
                "งบประมาณ จำนวน $1 บาท",
                "งบประมาณทั้งสิ้น $1 บาท",
                "จำนวนเงิน $1.- บาท",
                "งบประมาณ $1 บาท (เงินงบประมาณ สพป.)",
                "ใช้งบประมาณจาก สพป.น่าน เขต 1 จำนวน $1 บาท",
                "เงินงบประมาณ $1.00 บาท",
                "งบประมาณทั้งสิ้น : $1 บาท",
                "จำนวนเงินทั้งสิ้น $1 บาท ดังนี้",
                "จำนวน $1 บาทถ้วน",
                "งบประมาณรวม $1 บาท"
            ),
            .. Of(
                "nature",
                "\tโครงการใหม่\n",
                "\tใหม่\n",
                "\t☑ โครงการใหม่ ☐ โครงการต่อเนื่อง\n",
                "\t( / ) โครงการใหม่ (   ) โครงการต่อเนื่อง\n",
                "\t[x] ใหม่ [ ] ต่อเนื่อง\n",
                "\t☒ ใหม่  ☐ ต่อเนื่อง\n",
                "\t(√) โครงการใหม่ ( ) โครงการต่อเนื่อง\n"
            ),
            .. OfRegex(
                "percentages",
                @"\tร้อยละ\t(\d+)\t(\d+)\t(\d+)\t",
                "\tร้อยละ\tร้อยละ $1\tร้อยละ $2\tร้อยละ $3\t",
                "\tร้อยละ\t≥ $1\t≥ $2\t≥ $3\t",
                "\tร้อยละ\tไม่น้อยกว่า $1\tไม่น้อยกว่า $2\tไม่น้อยกว่า $3\t",
                "\tร้อยละ\t$1%\t$2%\t$3%\t",
                "\tร้อยละ\t$1.00\t$2.00\t$3.00\t",
                "\tร้อยละ\tไม่ต่ำกว่าร้อยละ $1\tไม่ต่ำกว่าร้อยละ $2\tไม่ต่ำกว่าร้อยละ $3\t",
                "\tร้อยละ\t$1 ขึ้นไป\t$2 ขึ้นไป\t$3 ขึ้นไป\t",
                "\tร้อยละ\tร้อยละ $1 ขึ้นไป\tร้อยละ $2 ขึ้นไป\tร้อยละ $3 ขึ้นไป\t",
                "\tร้อยละ\t$1 %\t$2 %\t$3 %\t"
            ),
            .. Of(
                "counts",
                "\tคน\t311\t322\t333\t",
                "\tคน\t311 คน\t322 คน\t333 คน\t",
                "\tคน\tจำนวน 311 คน\tจำนวน 322 คน\tจำนวน 333 คน\t",
                "\tคน\t≥311\t≥322\t≥333\t"
            ),
            new("amounts with satang", (text, _) => Amounts(text, "$0.00")),
            new(
                "amounts without commas",
                (text, _) => Amounts(text, match => match.Replace(",", "", StringComparison.Ordinal))
            ),
            new("amounts with .-", (text, _) => Amounts(text, "$0.-")),
            new("amounts with baht", (text, _) => Amounts(text, "$0 บาท")),
            new(
                "one amount with baht",
                (text, _) => text.Replace("\t30,200\t", "\t30,200 บาท\t", StringComparison.Ordinal)
            ),
            new("split amounts", (text, _) => text.Replace("30,200", "30,2 00", StringComparison.Ordinal)),
            new("empty cells", (text, _) => text.Replace("\t-", "\t", StringComparison.Ordinal)),
            new("zeros", (text, _) => text.Replace("\t-\t", "\t0\t", StringComparison.Ordinal)),
            new("long dashes", (text, _) => text.Replace("\t-\t", "\t–\t", StringComparison.Ordinal)),
            new("Thai digits", (text, _) => ThaiNumber.ToThaiDigits(text)),
            new(
                "some Thai digits",
                (text, random) =>
                    string.Join(
                        '\n',
                        text.Split('\n').Select(line => random.Next(2) == 0 ? ThaiNumber.ToThaiDigits(line) : line)
                    )
            ),
            .. Of(
                "KPI targets",
                "- ร้อยละ 91",
                "ร้อยละ 91",
                "91%",
                "• ร้อยละ 91",
                "≥ ร้อยละ 91",
                "ไม่น้อยกว่าร้อยละ 91",
                "ร้อยละ 91 ขึ้นไป",
                "- ไม่ต่ำกว่า ร้อยละ 91",
                "ร้อยละ 91.00"
            ),
            .. Of(
                "KPI counts",
                "- 16 บทเรียน",
                "16 บทเรียน",
                "จำนวน 16 บทเรียน",
                "- ไม่น้อยกว่า 16 บทเรียน",
                "16  บทเรียน"
            ),
        ];

    /// <summary>Other columns and rows.</summary>
    private static IEnumerable<Variation> Tables() =>
        [
            new(
                "a number column",
                (text, _) =>
                    Spending(
                        text,
                        row =>
                            row[0].StartsWith("กิจกรรม", StringComparison.Ordinal) ? ["ที่", .. row]
                            : Regex.Match(row[0], @"^([\d๐-๙])\. (.*)$") is { Success: true } name
                                ? [name.Groups[1].Value, name.Groups[2].Value, .. row[1..]]
                            : ["", .. row]
                    )
            ),
            new("a remark column", (text, _) => Spending(text, (row, at) => [.. row, at == 0 ? "หมายเหตุ" : ""])),
            new(
                "a filled remark column",
                (text, _) =>
                    Spending(
                        text,
                        (row, at) =>
                            [
                                .. row,
                                at == 0 ? "หมายเหตุ"
                                : at == 1 ? "ถัวจ่าย"
                                : "",
                            ]
                    )
            ),
            new(
                "an owner column",
                (text, _) =>
                    Spending(
                        text,
                        (row, at) =>
                            [
                                .. row,
                                at == 0 ? "ผู้รับผิดชอบ"
                                : at == 1 ? "กลุ่มพัฒนาครูฯ"
                                : "",
                            ]
                    )
            ),
            new(
                "the total first",
                (text, _) => Spending(text, row => row.Length < 6 ? row : [row[0], row[5], .. row[1..5]])
            ),
            new(
                "counts beside amounts",
                (text, _) =>
                    Spending(
                        text,
                        (row, at) =>
                            at == 0 ? [row[0], .. row[1..5].SelectMany(head => new[] { $"{head}", "" }), row[5]]
                            : at < 0 ? row
                            : [row[0], .. row[1..5].SelectMany(amount => new[] { "20", amount }), row[5]],
                        second: row =>
                            ["", .. Enumerable.Repeat(new[] { "เป้าหมาย", "งบประมาณ" }, 4).SelectMany(one => one), ""]
                    )
            ),
            new(
                "a caption row above",
                (text, _) =>
                    Spending(
                        text,
                        (row, at) => at == 0 ? ["กิจกรรม", "แผนการใช้จ่ายงบประมาณ", "", "", "", "รวม"] : row,
                        second: row => ["", .. row[1..5], ""]
                    )
            ),
            new(
                "baht above the table",
                (text, _) => text.Replace("\nกิจกรรม\t", "\n(หน่วย : บาท)\n\nกิจกรรม\t", StringComparison.Ordinal)
            ),
            new(
                "months",
                (text, _) =>
                    Spending(
                        text,
                        (row, at) =>
                            at == 0
                                ?
                                [
                                    row[0],
                                    "ต.ค. 66",
                                    "พ.ย. 66",
                                    "ธ.ค. 66",
                                    "ม.ค. 67",
                                    "ก.พ. 67",
                                    "มี.ค. 67",
                                    "เม.ย. 67",
                                    "พ.ค. 67",
                                    "มิ.ย. 67",
                                    "ก.ค. 67",
                                    "ส.ค. 67",
                                    "ก.ย. 67",
                                    row[5],
                                ]
                                : [row[0], .. row[1..5].SelectMany(amount => new[] { "", amount, "" }), row[5]]
                    )
            ),
            new(
                "a blank line in the table",
                (text, _) => text.Replace("\n2. รวมพลัง", "\n\n2. รวมพลัง", StringComparison.Ordinal)
            ),
            new(
                "a page break in the table",
                (text, _) =>
                    Regex.Replace(text, "(?<head>กิจกรรม\t.*)\n(?<row>1\\. ประชุม.*)\n", "${head}\n${row}\n\n${head}\n")
            ),
            new(
                "a page number in the table",
                (text, random) =>
                    text.Replace(
                        "\n2. รวมพลัง",
                        $"\n\n- {random.Next(5, 99)} -\n\n2. รวมพลัง",
                        StringComparison.Ordinal
                    )
            ),
            new(
                "a blank line before the total row",
                (text, _) => Regex.Replace(text, "\n(?=รวม[^\t\n]*\t[-6][^\n]*00\n)", "\n\n")
            ),
            new(
                "indicators cut by a page",
                (text, _) =>
                    Regex.Replace(
                        text,
                        "(?<head>ที่\tตัวชี้วัด.*\n.*)\n(?<row>1\tร้อยละ.*)\n",
                        "${head}\n${row}\n\n${head}\n"
                    )
            ),
            new(
                "years in the first header row",
                (text, _) =>
                    Regex.Replace(
                        text,
                        "\t(ค่าเป้าหมาย[^\t]*)\t\t\tระดับ\n\t\t\t(2567)\t(2568)\t(2569)\t",
                        "\tเป้าหมายปี $2\tเป้าหมายปี $3\tเป้าหมายปี $4\tระดับ"
                    )
            ),
            new(
                "a baseline",
                (text, _) =>
                    Regex.Replace(
                        Regex.Replace(
                            text,
                            "\tหน่วยนับ\tค่าเป้าหมาย(.*)\n\t\t\t2567",
                            "\tหน่วยนับ\tข้อมูลพื้นฐาน ปี 2566\tค่าเป้าหมาย$1\n\t\t\t\t2567"
                        ),
                        "\t(ร้อยละ|คน)\t([^\t\n]*\\d[^\t\n]*)\t([^\t\n]*\t[^\t\n]*\tสพท)",
                        "\t$1\t65\t$2\t$3"
                    )
            ),
            new(
                "a remark column of indicators",
                (text, _) =>
                    Regex.Replace(
                        text,
                        "(?<=\n)(ที่\tตัวชี้วัด.*|\t\t\t2567.*|\\d\t[^\t\n]*\t(?:ร้อยละ|คน)\t.*)",
                        match =>
                            match.Value
                            + (match.Value.StartsWith("ที่", StringComparison.Ordinal) ? "\tหมายเหตุ" : "\t")
                    )
            ),
            new(
                "a number column of KPIs",
                (text, _) =>
                    Regex
                        .Replace(
                            text,
                            "(?<=\n)(ตัวชี้วัดความสำเร็จ\t.*|(\\d)\\. ([^\t\n]*\t- (?:ร้อยละ 91|16 ).*))",
                            match =>
                                match.Groups[2].Success
                                    ? $"{match.Groups[2].Value}\t{match.Groups[3].Value}"
                                    : $"ที่\t{match.Value}"
                        )
                        .Replace("\nตัวชี้วัดเชิงปริมาณ\n", "\n\tตัวชี้วัดเชิงปริมาณ\t\t\t\n", StringComparison.Ordinal)
            ),
            new(
                "two KPIs in a row",
                (text, _) =>
                    Regex.Replace(
                        text,
                        "(1\\. ร้อยละของครูที่ผ่าน[^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\n(2\\. [^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\t([^\t\n]*)\n",
                        "$1 $5\t$2 $6\t$3 $7\t$4 $8\n"
                    )
            ),
            new(
                "the kind in the KPI's cell",
                (text, _) => text.Replace("เชิงปริมาณ\n1. ", "เชิงปริมาณ 1. ", StringComparison.Ordinal)
            ),
            new("vertical bars", (text, _) => text.Replace('\t', '|')),
            new("trailing tabs", (text, _) => string.Join('\n', text.Split('\n').Select(line => $"{line}\t"))),
            new(
                "filled-up rows",
                (text, _) =>
                    string.Join(
                        '\n',
                        text.Split('\n')
                            .Select(line => line + new string('\t', Math.Max(0, 11 - line.Count(one => one == '\t'))))
                    )
            ),
            new("spaces around tabs", (text, _) => text.Replace("\t", " \t ", StringComparison.Ordinal)),
            new("spaces in rows", (text, _) => Regex.Replace(text, "(?<=\t)(?=[^\t\n])", " ")),
            new(
                "a total per activity",
                (text, _) =>
                    text.Replace("\n2. รวมพลัง", "\n2. กิจกรรมรวมพลัง", StringComparison.Ordinal)
                        .Replace("2. กิจกรรมรวมพลัง", "2. รวมพลัง", StringComparison.Ordinal)
            ),
            new(
                "project heads without tabs",
                (text, _) =>
                    Regex.Replace(
                        text,
                        "(?<=\n(?:โครงการ|หน่วยงานรับผิดชอบ|ลักษณะโครงการ|กลยุทธ์ สพท\\.|ผู้รับผิดชอบโครงการ))\t",
                        " : "
                    )
            ),
            new(
                "project heads with blank lines",
                (text, _) =>
                    Regex.Replace(
                        text,
                        "\n(?=(?:หน่วยงานรับผิดชอบ|ลักษณะโครงการ|กลยุทธ์ สพท\\.|ผู้รับผิดชอบโครงการ)\t)",
                        "\n\n"
                    )
            ),
            new(
                "numbered project heads",
                (text, _) =>
                    Regex.Replace(
                        text,
                        "\nโครงการ\t(อบรม|พี่เลี้ยง)",
                        match => $"\nโครงการที่ {(match.Groups[1].Value == "อบรม" ? 1 : 2)}\t{match.Groups[1].Value}"
                    )
            ),
        ];

    /// <summary>Lines that belong to pages, and other forms of lines.</summary>
    private static IEnumerable<Variation> Lines() =>
        [
            new("page numbers", (text, _) => Numbered(text, number => $"\n\n- {number} -\n\n")),
            new("page numbers in words", (text, _) => Numbered(text, number => $"\n\nหน้า {number}\n\n")),
            new("bare page numbers", (text, _) => Numbered(text, number => $"\n\n{number}\n\n")),
            new(
                "running headers",
                (text, _) =>
                    Numbered(text, number => $"\n\nแผนพัฒนาครูและบุคลากรทางการศึกษา สพป.น่าน เขต 1 | {number}\n\n")
            ),
            new(
                "notes below tables",
                (text, _) =>
                    text.Replace("64,500\n", "64,500\n\nหมายเหตุ : ขอถัวจ่ายทุกรายการ\n", StringComparison.Ordinal)
            ),
            new(
                "a source below a table",
                (text, _) =>
                    text.Replace(
                        "\t177\n",
                        "\t177\n\nที่มา : ระบบทะเบียน ณ วันที่ 10 มิถุนายน 2566\n",
                        StringComparison.Ordinal
                    )
            ),
            new(
                "no blank lines around headings",
                (text, _) => Regex.Replace(text, "(?<=\n[1-6]\\. (?:หลัก|วัตถุ|ผลที่)[^\n]*\n)\n", "")
            ),
            new("brackets for numbers", (text, _) => Regex.Replace(text, "(?<=\n)([1-3])\\. (?=กลุ่ม)", "$1) ")),
            new(
                "headings without numbers",
                (text, _) =>
                    Regex.Replace(text, "(?<=\n)[1-6]\\. (?=หลักการ|วัตถุ|ระยะ|กิจกรรมและ|การติดตาม|ผลที่)", "")
            ),
            new("bulleted objectives", (text, _) => Regex.Replace(text, "(?<=\n)2\\.[1-9] (?=เพื่อ)", "- ")),
            new("objectives as 1)", (text, _) => Regex.Replace(text, "(?<=\n)2\\.([1-9]) (?=เพื่อ)", "$1) ")),
            new("other line ends", (text, _) => text.Replace("\n", "\r\n", StringComparison.Ordinal)),
            new("no-break spaces", (text, _) => text.Replace(' ', '\u00A0')),
            new("double spaces", (text, _) => Regex.Replace(text, "(?<=[ก-๎]) (?=[ก-๎])", "  ")),
            new(
                "no spaces before numbers",
                (text, _) => Regex.Replace(text, "(?<=ไตรมาสที่|กลยุทธ์ที่|ตารางที่|เขต) (?=[0-9])", "")
            ),
            new("sara am in two", (text, _) => text.Replace("\u0E33", "\u0E4D\u0E32", StringComparison.Ordinal)),
            new("indented lines", (text, _) => Regex.Replace(text, "(?<=\n)(?=[^\t\n]+\n)", "   ")),
            new("blank lines doubled", (text, _) => text.Replace("\n\n", "\n\n\n\n", StringComparison.Ordinal)),
            new("spaces at line ends", (text, _) => text.Replace("\n", " \n", StringComparison.Ordinal)),
            new("a colophon", (text, _) => $"{text}\n\nคณะผู้จัดทำ\n\nนายวีระ ใจกล้า ผู้อำนวยการกลุ่มพัฒนาครู\n"),
            new("a form feed", (text, _) => text.Replace("\n\nโครงการ\t", "\n\n\fโครงการ\t", StringComparison.Ordinal)),
            new(
                "a rule",
                (text, _) =>
                    text.Replace("\n\nโครงการ\t", "\n\n--------------------\n\nโครงการ\t", StringComparison.Ordinal)
            ),
        ];

    public static IEnumerable<Variation> Of(string what, string plain, params string[] forms) =>
        forms.Select(
            (form, index) =>
                new Variation(
                    string.Create(CultureInfo.InvariantCulture, $"{what} {index + 1}: {form.Trim()}"),
                    (text, _) => text.Replace(plain, form, StringComparison.Ordinal)
                )
        );

    public static IEnumerable<Variation> OfRegex(string what, string plain, params string[] forms) =>
        forms.Select(
            (form, index) =>
                new Variation(
                    string.Create(CultureInfo.InvariantCulture, $"{what} {index + 1}: {form.Trim()}"),
                    (text, _) => Regex.Replace(text, plain, form)
                )
        );

    /// <summary>The amounts in the cells of spending tables.</summary>
    private static string Amounts(string text, string form) =>
        Regex.Replace(text, @"(?<=\t)[\d๐-๙]{1,2},[\d๐-๙]{3}(?=[\t\n])", form);

    private static string Amounts(string text, Func<string, string> form) =>
        Regex.Replace(text, @"(?<=\t)[\d๐-๙]{1,2},[\d๐-๙]{3}(?=[\t\n])", match => form(match.Value));

    public static string Spending(string text, Func<string[], string[]> row) =>
        Spending(text, (cells, _) => row(cells));

    /// <summary>Edits the rows of the spending tables in their plain form, counted from 0.</summary>
    public static string Spending(
        string text,
        Func<string[], int, string[]> row,
        Func<string[], string[]>? second = null
    )
    {
        var at = -1;
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            var cells = line.Split('\t');
            at =
                cells.Length != 6 ? -1
                : cells[0].StartsWith("กิจกรรม", StringComparison.Ordinal) ? 0
                : at < 0 ? at
                : at + 1;
            lines.Add(at < 0 ? line : string.Join('\t', row(cells, at)));
            if (at == 0 && second is not null)
                lines.Add(string.Join('\t', second(cells)));
        }

        return string.Join('\n', lines);
    }

    /// <summary>Puts a line with a page number at every place where the text can be cut, a page each.</summary>
    private static string Numbered(string text, Func<int, string> line)
    {
        var page = 0;
        return Regex.Replace(text, "\n\n(?=(?:กลยุทธ์ที่|โครงการ\t|[2-6]\\. ))", _ => line(++page));
    }
}
