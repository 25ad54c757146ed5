using TeacherDevPlan.SampleData.National.Rows;

namespace TeacherDevPlan.SampleData.National.Vocabulary;

/// <summary>Invented people. Any resemblance of names to real people is a coincidence.</summary>
internal static class People
{
    private static readonly string[] Titles = ["นาย", "นาง", "นางสาว", "นาย", "นางสาว", "นาง"];

    private static readonly string[] MenNames =
    [
        "สมชาย",
        "วิชัย",
        "ประเสริฐ",
        "สุรชัย",
        "อนุชา",
        "ธนากร",
        "กิตติพงษ์",
        "พงศกร",
        "ณัฐพล",
        "วีระพงษ์",
        "ชัยวัฒน์",
        "สุรศักดิ์",
        "ปรีชา",
        "มานพ",
        "เอกชัย",
        "ศุภชัย",
        "ธีรพงศ์",
        "จักรพันธ์",
        "นพดล",
        "อภิสิทธิ์",
    ];

    private static readonly string[] WomenNames =
    [
        "สมหญิง",
        "วรรณา",
        "สุภาพร",
        "กาญจนา",
        "พรทิพย์",
        "นงลักษณ์",
        "อรพรรณ",
        "ศิริพร",
        "จันทร์เพ็ญ",
        "มาลี",
        "ปิยะนุช",
        "รัตนาภรณ์",
        "ณัฐธิดา",
        "ชุติมา",
        "เบญจมาศ",
        "ดวงใจ",
        "วิไลวรรณ",
        "สุนิสา",
        "ทิพวรรณ",
        "พัชรินทร์",
    ];

    private static readonly string[] FirstSyllables =
    [
        "ศรี",
        "ทอง",
        "แก้ว",
        "บุญ",
        "สุข",
        "พงษ์",
        "วงศ์",
        "จันทร์",
        "คำ",
        "ชัย",
        "ธรรม",
        "เพชร",
        "รัตน",
        "อินทร์",
        "พรม",
        "ไชย",
        "มั่น",
        "เจริญ",
        "สม",
        "แสง",
    ];

    private static readonly string[] LastSyllables =
    [
        "สวัสดิ์",
        "ประเสริฐ",
        "วิเศษ",
        "พิทักษ์",
        "สกุล",
        "มงคล",
        "รุ่งเรือง",
        "ภักดี",
        "โสภา",
        "สิงห์",
        "วัฒนา",
        "ชัยศรี",
        "ดี",
        "งาม",
        "ไพศาล",
        "เลิศ",
        "สมบูรณ์",
        "คีรี",
        "นาค",
        "อุดม",
    ];

    /// <summary>Given names of people in the registry are put together, so that few of a country have the same name.</summary>
    private static readonly string[] GivenFirst =
    [
        "สม",
        "วิ",
        "ธน",
        "กิตติ",
        "ณัฐ",
        "ชัย",
        "สุ",
        "ปรี",
        "อนุ",
        "ศิริ",
        "พร",
        "จิร",
        "วร",
        "นภ",
        "รัตน",
        "ปิย",
        "อร",
        "กัญ",
        "ธีร",
        "เบญ",
    ];

    private static readonly string[] GivenOfMen =
    [
        "ชาย",
        "ชัย",
        "พล",
        "พงษ์",
        "วัฒน์",
        "ศักดิ์",
        "เดช",
        "ภพ",
        "กร",
        "นนท์",
        "ภัทร",
        "สิทธิ์",
        "วุฒิ",
        "โชติ",
        "ยุทธ",
    ];

    private static readonly string[] GivenOfWomen =
    [
        "พร",
        "ภา",
        "วรรณ",
        "ธิดา",
        "ลักษณ์",
        "นุช",
        "ญา",
        "กานต์",
        "วดี",
        "มาศ",
        "นารี",
        "รัตน์",
        "ทิพย์",
        "ศรี",
        "นันท์",
    ];

    /// <summary>A title, a given name and whether it is a woman's.</summary>
    public static (string Title, string Given, bool IsWoman) Given(Dice dice)
    {
        var title = dice.Pick(Titles);
        var woman = title != "นาย";
        return (title, dice.Pick(GivenFirst) + dice.Pick(woman ? GivenOfWomen : GivenOfMen), woman);
    }

    public static string Surname(Dice dice) =>
        dice.Pick(FirstSyllables) + dice.Pick(FirstSyllables) + dice.Pick(LastSyllables);

    /// <summary>A printed name, divided into its title and the rest.</summary>
    public static (string Title, string Name) Divide(string printed)
    {
        var title = Titles.OrderByDescending(one => one.Length).FirstOrDefault(printed.StartsWith) ?? "";
        return (title, printed[title.Length..]);
    }

    private static readonly (string Position, string? Standing, int? Unit)[] Positions =
    [
        ("ศึกษานิเทศก์ชำนาญการพิเศษ", "SENIOR_PROFESSIONAL", 5),
        ("ศึกษานิเทศก์ชำนาญการ", "PROFESSIONAL", 5),
        ("ศึกษานิเทศก์เชี่ยวชาญ", "EXPERT", 5),
        ("นักทรัพยากรบุคคลชำนาญการ", null, 2),
        ("นักทรัพยากรบุคคลปฏิบัติการ", null, 7),
        ("นักวิเคราะห์นโยบายและแผนชำนาญการ", null, 3),
        ("นักวิเคราะห์นโยบายและแผนปฏิบัติการ", null, 3),
        ("นักวิชาการศึกษาชำนาญการ", null, 4),
        ("นักวิชาการเงินและบัญชีชำนาญการ", null, 6),
        ("นิติกรชำนาญการ", null, 8),
        ("นักวิชาการคอมพิวเตอร์ปฏิบัติการ", null, 9),
        ("นักวิชาการตรวจสอบภายในชำนาญการ", null, 10),
        ("เจ้าพนักงานธุรการชำนาญงาน", null, 1),
        ("ผู้อำนวยการโรงเรียน", "SENIOR_PROFESSIONAL", null),
        ("ครูชำนาญการพิเศษ", "SENIOR_PROFESSIONAL", null),
        ("ครูชำนาญการ", "PROFESSIONAL", null),
        ("ครู", null, null),
    ];

    /// <summary>A number of staff members with different names, for an office that already has some.</summary>
    public static IEnumerable<StaffRow> Of(
        Guid officeId,
        IReadOnlyList<NumberedRow> units,
        IEnumerable<string> taken,
        int count,
        Dice dice,
        SeededIds ids
    )
    {
        var names = taken.ToHashSet();
        while (count > 0)
        {
            var title = dice.Pick(Titles);
            var given = dice.Pick(title == "นาย" ? MenNames : WomenNames);
            var name = $"{title}{given} {dice.Pick(FirstSyllables)}{dice.Pick(LastSyllables)}";
            var (position, standing, unitNumber) = dice.Pick(Positions);
            if (!names.Add(name))
                continue;
            count--;
            var unit = units.FirstOrDefault(one => one.Number == unitNumber);
            yield return new StaffRow(ids.Next(), officeId, unit?.Id, name, position, standing);
        }
    }
}
