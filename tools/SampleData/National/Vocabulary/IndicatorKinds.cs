namespace TeacherDevPlan.SampleData.National.Vocabulary;

/// <summary>An indicator that every office has.</summary>
/// <param name="Strategy">The number of its strategy.</param>
/// <param name="Base">The typical result, in the unit.</param>
internal sealed record IndicatorKind(
    string Code,
    int Strategy,
    string Name,
    string Unit,
    decimal Base,
    string Level = "OFFICE_AND_SCHOOL",
    bool LowerIsBetter = false
)
{
    public bool IsPercent => Unit == "ร้อยละ";

    public string Direction => LowerIsBetter ? "LOWER_IS_BETTER" : "HIGHER_IS_BETTER";
}

/// <summary>The 25 indicators of every invented strategic plan.</summary>
internal static class IndicatorKinds
{
    private const string Percent = "ร้อยละ";

    public static readonly IndicatorKind[] All =
    [
        new("SAFE-01", 1, "ร้อยละของผู้เรียนที่มีความรู้และทักษะในการรับมือกับภัยคุกคามรูปแบบใหม่", Percent, 84),
        new("SAFE-02", 1, "ร้อยละของสถานศึกษาที่มีแผนและมาตรการด้านความปลอดภัย", Percent, 90),
        new("SAFE-03", 1, "ร้อยละของสถานศึกษาที่ผ่านเกณฑ์มาตรฐานความปลอดภัยสถานศึกษา", Percent, 82),
        new("SAFE-04", 1, "จำนวนอุบัติเหตุในสถานศึกษาต่อผู้เรียน ๑,๐๐๐ คน", "ครั้ง", 4, LowerIsBetter: true),
        new("SAFE-05", 1, "ร้อยละของครูที่ผ่านการอบรมการดูแลสุขภาพจิตผู้เรียน", Percent, 75),
        new("ACCS-01", 2, "อัตราการเข้าเรียนสุทธิระดับประถมศึกษา", Percent, 96, "OFFICE"),
        new("ACCS-02", 2, "อัตราการเข้าเรียนสุทธิระดับมัธยมศึกษาตอนต้น", Percent, 91, "OFFICE"),
        new("ACCS-03", 2, "ร้อยละของเด็กออกกลางคันที่กลับเข้าสู่ระบบการศึกษา", Percent, 70),
        new("ACCS-04", 2, "อัตราการออกกลางคันของผู้เรียน", Percent, 2, LowerIsBetter: true),
        new("ACCS-05", 2, "ร้อยละของผู้เรียนพิการและด้อยโอกาสที่ได้รับการศึกษาตามศักยภาพ", Percent, 88),
        new("ACCS-06", 2, "จำนวนผู้เรียนที่ได้รับทุนเสมอภาค", "คน", 900),
        new("QUAL-01", 3, "ร้อยละของผู้เรียนที่อ่านออกเขียนได้ตามเกณฑ์", Percent, 86),
        new("QUAL-02", 3, "คะแนนเฉลี่ยการทดสอบระดับชาติขั้นพื้นฐาน ชั้นประถมศึกษาปีที่ ๖", "คะแนน", 42),
        new("QUAL-03", 3, "คะแนนเฉลี่ยการทดสอบระดับชาติขั้นพื้นฐาน ชั้นมัธยมศึกษาปีที่ ๓", "คะแนน", 38),
        new("QUAL-04", 3, "ร้อยละของสถานศึกษาที่จัดการเรียนรู้เชิงรุกและประเมินเพื่อพัฒนา", Percent, 80),
        new("QUAL-05", 3, "ร้อยละของสถานศึกษาที่มีหลักสูตรยืดหยุ่นตามความถนัดของผู้เรียน", Percent, 78),
        new("QUAL-06", 3, "ร้อยละของเด็กปฐมวัยที่มีพัฒนาการสมวัย", Percent, 92),
        new("QUAL-07", 3, "ร้อยละของผู้เรียนที่มีสมรรถนะดิจิทัลตามระดับชั้น", Percent, 72),
        new("QUAL-08", 3, "ร้อยละของสถานศึกษาที่มีผลการประกันคุณภาพภายในระดับดีเลิศขึ้นไป", Percent, 65),
        new("MGMT-01", 4, "ร้อยละของครูที่ได้รับการพัฒนาอย่างน้อยปีละ ๒๐ ชั่วโมง", Percent, 85, "OFFICE"),
        new("MGMT-02", 4, "ร้อยละของครูที่มีวิทยฐานะชำนาญการขึ้นไป", Percent, 68, "OFFICE"),
        new("MGMT-03", 4, "ร้อยละของสถานศึกษาที่ใช้เทคโนโลยีดิจิทัลในการบริหารจัดการ", Percent, 83),
        new("MGMT-04", 4, "คะแนนการประเมินคุณธรรมและความโปร่งใส (ITA)", "คะแนน", 91, "OFFICE"),
        new("MGMT-05", 4, "ร้อยละของการเบิกจ่ายงบประมาณตามแผน", Percent, 93, "OFFICE"),
        new("MGMT-06", 4, "จำนวนวันเฉลี่ยในการดำเนินการเรื่องร้องเรียน", "วัน", 30, "OFFICE", LowerIsBetter: true),
    ];
}
