namespace TeacherDevPlan.Application.Tests.Documents;

/// <summary>How an office may print the same plan: words, columns and places that mean the same.</summary>
internal sealed record Clothes
{
    public static readonly string[][] QuarterHeads =
    [
        ["ไตรมาสที่ 1", "ไตรมาสที่ 2", "ไตรมาสที่ 3", "ไตรมาสที่ 4"],
        ["ไตรมาส 1", "ไตรมาส 2", "ไตรมาส 3", "ไตรมาส 4"],
        ["ไตรมาส 1/2567", "ไตรมาส 2/2567", "ไตรมาส 3/2567", "ไตรมาส 4/2567"],
        ["Q1", "Q2", "Q3", "Q4"],
        ["ไตรมาสที่ 1 (บาท)", "ไตรมาสที่ 2 (บาท)", "ไตรมาสที่ 3 (บาท)", "ไตรมาสที่ 4 (บาท)"],
        ["ไตรมาสแรก", "ไตรมาสที่สอง", "ไตรมาสที่สาม", "ไตรมาสสุดท้าย"],
        ["ไตรมาส I", "ไตรมาส II", "ไตรมาส III", "ไตรมาส IV"],
        ["1st Quarter", "2nd Quarter", "3rd Quarter", "4th Quarter"],
        ["ต.ค.-ธ.ค. 66", "ม.ค.-มี.ค. 67", "เม.ย.-มิ.ย. 67", "ก.ค.-ก.ย. 67"],
    ];

    public static readonly string[] TotalHeads = ["รวม", "รวมทั้งสิ้น", "รวมเงิน", "รวม (บาท)", "ยอดรวม", "งบประมาณ"];

    public static readonly string[] TotalRows =
    [
        "รวม",
        "รวมทั้งสิ้น",
        "รวมเป็นเงิน",
        "รวมเป็นเงินทั้งสิ้น",
        "ยอดรวม",
        "รวมทั้งโครงการ",
        "รวม (หกหมื่นสี่พันห้าร้อยบาทถ้วน)",
        "รวมงบประมาณทั้งสิ้น",
    ];

    public static readonly string[][] YearHeads =
    [
        ["2567", "2568"],
        ["ปี 67", "ปี 68"],
        ["ปีงบประมาณ 2567", "ปีงบประมาณ 2568"],
        ["ปี พ.ศ. 2567", "ปี พ.ศ. 2568"],
    ];

    public static readonly string[][] Targets =
    [
        ["80", "85"],
        ["ร้อยละ 80", "85%"],
        ["≥ 80", ">= 85"],
        ["ไม่น้อยกว่า 80", "ไม่น้อยกว่าร้อยละ 85"],
    ];

    public static readonly string[] UnitLabels = ["หน่วยงานรับผิดชอบ", "หน่วยงานที่รับผิดชอบ", "กลุ่มงานที่รับผิดชอบ"];

    public static readonly string[] OwnerLabels = ["ผู้รับผิดชอบโครงการ", "ผู้รับผิดชอบ", "ชื่อผู้รับผิดชอบโครงการ"];

    public static readonly string[] Natures =
    [
        "โครงการใหม่",
        "ใหม่",
        "☑ โครงการใหม่ ☐ โครงการต่อเนื่อง",
        "( / ) โครงการใหม่ (   ) โครงการต่อเนื่อง",
    ];

    public static readonly string[] Periods =
    [
        "ธันวาคม 2566 – กันยายน 2567",
        "1 ธันวาคม 2566 ถึง 30 กันยายน 2567",
        "ธ.ค. 66 - ก.ย. 67",
        "1/12/2566 - 30/9/2567",
        "ธันวาคม – กันยายน 2567",
    ];

    public static readonly string[] Owners =
    [
        "นางสาวหนึ่ง ใจดี ตำแหน่ง นักวิชาการศึกษา นายสอง ดีใจ ตำแหน่ง ศึกษานิเทศก์",
        "1. นางสาวหนึ่ง ใจดี ตำแหน่ง นักวิชาการศึกษา 2. นายสอง ดีใจ ตำแหน่ง ศึกษานิเทศก์",
        "นางสาวหนึ่ง ใจดี (นักวิชาการศึกษา), นายสอง ดีใจ (ศึกษานิเทศก์)",
        "นางสาวหนึ่ง ใจดี (นักวิชาการศึกษา) และนายสอง ดีใจ (ศึกษานิเทศก์)",
    ];

    public string[] Quarters { get; init; } = QuarterHeads[0];

    public string Total { get; init; } = TotalHeads[0];

    public string TotalRow { get; init; } = TotalRows[0];

    public string[] Years { get; init; } = YearHeads[0];

    public string[] TargetCells { get; init; } = Targets[0];

    public string UnitLabel { get; init; } = UnitLabels[0];

    public string OwnerLabel { get; init; } = OwnerLabels[0];

    public string Nature { get; init; } = Natures[0];

    public string Period { get; init; } = Periods[0];

    public string OwnerText { get; init; } = Owners[0];

    /// <summary>Whether a column counts persons beside each amount.</summary>
    public bool Counts { get; init; }

    /// <summary>Whether the amounts are printed by month.</summary>
    public bool Months { get; init; }

    public bool Numbers { get; init; }

    public bool Remarks { get; init; }

    public bool Baseline { get; init; }

    public bool YearsInFirstRow { get; init; }

    public bool TotalFirst { get; init; }

    public bool BlankInTable { get; init; }

    public bool ThaiDigits { get; init; }

    public char Separator { get; init; } = '\t';

    public static Clothes Random(Random random)
    {
        return new Clothes
        {
            Quarters = Any(QuarterHeads),
            Total = Any(TotalHeads),
            TotalRow = Any(TotalRows),
            Years = Any(YearHeads),
            TargetCells = Any(Targets),
            UnitLabel = Any(UnitLabels),
            OwnerLabel = Any(OwnerLabels),
            Nature = Any(Natures),
            Period = Any(Periods),
            OwnerText = Any(Owners),
            Counts = random.Next(4) == 0,
            Months = random.Next(4) == 0,
            Numbers = random.Next(3) == 0,
            Remarks = random.Next(3) == 0,
            Baseline = random.Next(3) == 0,
            YearsInFirstRow = random.Next(3) == 0,
            TotalFirst = random.Next(4) == 0,
            BlankInTable = random.Next(4) == 0,
            ThaiDigits = random.Next(2) == 0,
            Separator = random.Next(4) == 0 ? '|' : '\t',
        };

        T Any<T>(T[] values) => values[random.Next(values.Length)];
    }
}
